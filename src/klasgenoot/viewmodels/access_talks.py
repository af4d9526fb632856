"""The rounds of talks that a student was in, as they get to read it."""

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.talk_round import TalkState
from klasgenoot.operations.access import KeptFile, Row
from klasgenoot.viewmodels.access_parts import Entry, Line, day_words

translate = QCoreApplication.translate


def talk_entries(kept: KeptFile) -> tuple[Entry, ...]:
    """An entry for each round: since when, with whom, and what became of this student's talks."""
    classes = {row["id"]: row["name"] for row in kept.rows["school_classes"]}
    talks: dict[int, list[Row]] = {}
    for row in kept.rows["round_talks"]:
        talks.setdefault(row["round_id"], []).append(row)
    return tuple(
        Entry(
            _title(row, class_name=classes.get(row["class_id"], "")),
            tuple(Line("", _words(talk)) for talk in talks.get(row["id"], ())),
        )
        for row in kept.rows["talk_rounds"]
    )


def _title(row: Row, *, class_name: str) -> str:
    if row["student_id"] is not None:
        shape = translate("Access", "Two minutes on ten school days, from {day}")
    elif class_name:
        shape = translate("Access", "Round of talks with {class_name}, from {day}")
    else:
        shape = translate("Access", "Round of talks, from {day}")
    return shape.format(class_name=class_name, day=day_words(row["begun_on"]))


def _words(talk: Row) -> str:
    match TalkState(talk["state"]):
        case TalkState.HELD:
            return translate("Access", "spoken on {day}").format(day=day_words(talk["held_on"]))
        case TalkState.LEFT_OUT:
            return translate("Access", "left out: you would rather not")
        case TalkState.AHEAD:
            return translate("Access", "still to come")
