"""What a student told, who coaches them and how the bond was thought of, as they get to see it."""

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.month_round import Footing, WouldCome
from klasgenoot.operations.access import KeptFile, Row
from klasgenoot.viewmodels.access_parts import Entry, Line, day_words, written_line
from klasgenoot.viewmodels.bond_words import footing_words, month_words, would_come_words

translate = QCoreApplication.translate


def own_words_entries(kept: KeptFile) -> tuple[Entry, ...]:
    """What helps, in the student's own words, and what the two have in common."""
    made = []
    for row in kept.rows["own_words"]:
        shared = (
            translate("Access", "may be shared with teachers")
            if row["may_share"]
            else translate("Access", "for this teacher only")
        )
        title = f"{day_words(row['told_on'])} · {shared}"
        made.append(Entry(title, (written_line(kept, "own_words", row, "text"),)))
    title = translate("Access", "What you have in common")
    made += [
        Entry(title, (written_line(kept, "common_ground", row, "text"),))
        for row in kept.rows["common_ground"]
    ]
    return tuple(made)


def coach_entries(kept: KeptFile) -> tuple[Entry, ...]:
    """Who the study coach is, whether they may be told, and what they were told."""
    made = []
    for row in kept.rows["study_coaches"]:
        who = translate("Access", "your teacher") if row["is_teacher"] else row["name"]
        made.append(Entry("", (Line(translate("Access", "Who it is"), who),)))
    made += [_consent(kept, row) for row in kept.rows["consents"]]
    made += [_transfer(kept, row) for row in kept.rows["transfers"]]
    return tuple(made)


def month_entries(kept: KeptFile) -> tuple[Entry, ...]:
    """What the teacher thought each month."""
    lines = []
    for row in kept.rows["month_answers"]:
        said = would_come_words(WouldCome(row["would_come"]))
        if row["footing"]:
            said = f"{said}; {footing_words(Footing(row['footing']))}"
        label = f"{month_words(row['month'])} ({day_words(row['answered_on'])})"
        lines.append(Line(label, said))
    return (Entry("", tuple(lines)),) if lines else ()


def _consent(kept: KeptFile, row: Row) -> Entry:
    shape = (
        translate("Access", "{day} · you agreed that they may be told")
        if row["is_yes"]
        else translate("Access", "{day} · you would rather not have them told")
    )
    about = written_line(
        kept, "consents", row, "about", label=translate("Access", "What it was about")
    )
    return Entry(shape.format(day=day_words(row["said_on"])), (about,) if about.text else ())


def _transfer(kept: KeptFile, row: Row) -> Entry:
    title = translate("Access", "{day} · told to {coach}").format(
        day=day_words(row["made_on"]), coach=row["coach"]
    )
    lines = (
        written_line(kept, "transfers", row, "text"),
        Line(
            translate("Access", "Your teacher asks what came of it on"), day_words(row["return_on"])
        ),
        Line(translate("Access", "Asked on"), day_words(row["done_on"])),
    )
    return Entry(title, tuple(line for line in lines if line.text))
