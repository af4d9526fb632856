"""What the teacher is told of a list that was read: what was chosen, what stays behind."""

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.columns import Table
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.operations.proposing import Proposal
from klasgenoot.operations.reading import Found

translate = QCoreApplication.translate


def remark_words(table: Table | None, proposal: Proposal | None) -> tuple[str, ...]:
    """A sentence for each thing to know of the list; none where all of it came along."""
    sentences = [_words(remark) for remark in table.remarks] if table else []
    if proposal is not None and proposal.left_out:
        sentences.append(
            translate(
                "Remarks",
                "%n person(s) in the list left out: staff, or a test student.",
                None,
                proposal.left_out,
            )
        )
    if proposal is not None and proposal.each and proposal.without_class:
        sentences.append(
            translate(
                "Remarks",
                "%n student(s) without a class in the list stay out.",
                None,
                proposal.without_class,
            )
        )
    return tuple(sentences)


def _words(remark: Remark) -> str:
    count = remark.count
    match remark.kind:
        case RemarkKind.SHEET | RemarkKind.STACKED | RemarkKind.LOOSE | RemarkKind.OTHER_LISTS:
            words = _several_words(remark)
        case RemarkKind.PHOTO_ADDRESSES:
            words = translate(
                "Remarks", "%n photo(s) not fetched: Klasgenoot does not go online.", None, count
            )
        case RemarkKind.WITHOUT_CLASS:
            words = translate(
                "Remarks", "%n student(s) in no class of the file were left out.", None, count
            )
        case RemarkKind.EVERYTHING:
            words = translate(
                "Remarks",
                "From a file with everything: %n class(es), with names and photos."
                " All else, such as contacts and notes, comes back from a backup.",
                None,
                count,
            )
        case RemarkKind.CUT_OFF | RemarkKind.OFF_PAGE:
            words = _edge_words(remark)
        case RemarkKind.HEADING:
            words = translate("Remarks", "Above the list stands the class {name}.")
            words = words.format(name=remark.text)
        case RemarkKind.BROKEN_LINKS:
            words = translate(
                "Remarks",
                "%n line(s) about a student or class that is not in the file.",
                None,
                count,
            )
    return words


def _several_words(remark: Remark) -> str:
    """What is said of several sheets or lists, and of which the list is made."""
    count = remark.count
    if remark.kind is RemarkKind.SHEET:
        words = translate("Remarks", "Of %n sheets, “{name}” was read.", None, count)
        return words.format(name=remark.text)
    if remark.kind is RemarkKind.OTHER_LISTS:
        words = translate(
            "Remarks", "%n other list(s) stay behind: {names}. Import them apart.", None, count
        )
        return words.format(names=remark.text)
    if remark.kind is RemarkKind.LOOSE:
        return translate("Remarks", "%n files with one person each, read as one list.", None, count)
    return translate(
        "Remarks",
        "%n sheets or lists with the same columns, each read as a class.",
        None,
        count,
    )


def _edge_words(remark: Remark) -> str:
    """What is said of photos at the edge of a page, or beyond it."""
    if remark.kind is RemarkKind.CUT_OFF:
        words = translate(
            "Remarks",
            "%n photo(s) partly off the page: {names}. What shows of it came along;"
            " where that is too little, only the name did.",
            None,
            remark.count,
        )
        return words.format(names=remark.text)
    return translate(
        "Remarks",
        "%n photo(s) outside the edge of the page stay behind: no program shows them.",
        None,
        remark.count,
    )


def strange_words(found: Found | None, proposal: Proposal | None) -> str:
    """That not one photo says whose it is; empty when one does, or when there is none."""
    if found is None or proposal is None or not found.photos:
        return ""
    if any(match.person is not None for match in proposal.matches):
        return ""
    return translate(
        "Remarks",
        "None of the %n photo(s) has a name or number from the class. Choose whose they are.",
        None,
        len(found.photos),
    )
