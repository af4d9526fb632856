"""The proof of erasing in words: what went, from how many copies, and no name."""

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.erasing import Certificate, Counts, Part
from klasgenoot.viewmodels.words import listed, long_date

translate = QCoreApplication.translate


def part_words(part: Part, count: int) -> str:
    """So many of a part, as in "3 contacts"."""
    return {
        Part.CLASSES: translate("Erasing", "%n class(es)", None, count),
        Part.STUDENTS: translate("Erasing", "%n student(s) with their details", None, count),
        Part.CONTACTS: translate("Erasing", "%n contact(s)", None, count),
        Part.PRIVATE_LINES: translate("Erasing", "%n private line(s)", None, count),
        Part.PROMISES: translate("Erasing", "%n promise(s)", None, count),
        Part.GROUP_NOTES: translate("Erasing", "%n note(s) on the group", None, count),
        Part.PHOTOS: translate("Erasing", "%n photo(s)", None, count),
        Part.SOUNDS: translate("Erasing", "%n recorded name(s)", None, count),
        Part.ANSWERS: translate("Erasing", "%n answer(s) from practising", None, count),
        Part.TRANSFERS: translate("Erasing", "%n transfer(s) to a study coach", None, count),
        Part.TOLD: translate("Erasing", "%n thing(s) told or noted on the bond", None, count),
        Part.PLANNED: translate("Erasing", "%n absence(s), talk(s) or delay(s)", None, count),
        Part.DRAFTS: translate("Erasing", "%n draft(s)", None, count),
        Part.TEXTS: translate("Erasing", "the name in %n other text(s)", None, count),
    }[part]


def counts_words(counts: Counts) -> tuple[str, ...]:
    """What goes or went, a line for each part."""
    return tuple(part_words(part, counts[part]) for part in Part if counts.get(part))


def title() -> str:
    """What the paper is called."""
    return translate("Erasing", "Proof of erasing")


def sentences(certificate: Certificate) -> tuple[str, ...]:
    """The paper, paragraph by paragraph."""
    day = f"{long_date(certificate.on)} {certificate.on.year}"
    what = listed(counts_words(certificate.counts)) or translate("Erasing", "nothing")
    told = [
        translate("Erasing", "On {day} this was erased for good from Klasgenoot: {what}.").format(
            day=day, what=what
        ),
        _copies(certificate),
    ]
    if certificate.is_key_new:
        told.append(translate("Erasing", "Since then the data has another key."))
    missed = len(certificate.reached.not_reached)
    if missed:
        told.append(
            translate(
                "Erasing",
                "%n copy(s) could not be read or written, and may still hold it.",
                None,
                missed,
            )
        )
    told += [
        translate(
            "Erasing",
            "It went from the tables, the full-text index, the photos, the history of undo and the"
            " drafts. A copy that is put back later is cleared before it opens.",
        ),
        translate(
            "Erasing",
            "This paper names nobody. Mark: {mark}. It follows from a random number that was kept"
            " with the data that is gone.",
        ).format(mark=certificate.mark),
        translate("Erasing", "Klasgenoot {version}").format(version=certificate.version),
    ]
    return tuple(told)


def as_text(certificate: Certificate) -> str:
    """The paper as plain text."""
    return "\n\n".join((title(), *sentences(certificate))) + "\n"


def _copies(certificate: Certificate) -> str:
    reached = certificate.reached
    if reached.dropped:
        return translate("Erasing", "%n old copy(s) were thrown away.", None, reached.dropped)
    words = [translate("Erasing", "%n backup(s)", None, reached.backups)]
    if reached.asides:
        words.append(translate("Erasing", "%n other copy(s) of the data", None, reached.asides))
    return translate("Erasing", "It also went from {copies}.").format(copies=listed(words))
