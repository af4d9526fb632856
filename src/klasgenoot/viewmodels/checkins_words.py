"""What is said of the class as a whole? Names in a sentence, who is put off, and a kind word."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.attention import Fairness
from klasgenoot.domain.targets import NEWEST, is_only_care
from klasgenoot.viewmodels.checkins_rows import CheckInRow
from klasgenoot.viewmodels.snooze_words import until_words, why_words
from klasgenoot.viewmodels.words import one_stop, some_names

translate = QCoreApplication.translate

NAMED = 4
"""So many names a sentence about the class says; the others it counts."""
ENOUGH = 5
"""With fewer contacts nothing is said of what they are about."""


def fairness_words(fair: Fairness, *, names: str) -> str:
    """How many were seen lately, and the names of the others."""
    is_first = fair.weeks == 1
    if not fair.unseen:
        words = (
            translate("CheckIns", "All {total} seen in the first teaching week.")
            if is_first
            else translate("CheckIns", "All {total} seen in the last {weeks} teaching weeks.")
        )
    elif is_first:
        words = translate(
            "CheckIns", "Seen {seen} of {total} in the first teaching week. Not seen: {names}."
        )
    else:
        words = translate(
            "CheckIns",
            "Seen {seen} of {total} in the last {weeks} teaching weeks. Not seen: {names}.",
        )
    said = words.format(seen=fair.seen, total=fair.total, weeks=fair.weeks, names=names)
    return one_stop(said)


def snoozed_words(rows: Sequence[CheckInRow]) -> str:
    """Who is put off until when, in one line; empty when nobody is."""
    those = [(row.name, row.turn.snooze) for row in rows if row.turn.snooze]
    if len(those) > 1:
        return translate("CheckIns", "%n student(s) put off", None, len(those))
    for name, snooze in those:
        return translate("CheckIns", "{name} put off: {why} {until}").format(
            name=name, why=why_words(snooze), until=until_words(snooze.until)
        )
    return ""


def care_words(rows: Sequence[CheckInRow]) -> str:
    """That contact was only about care lately, with somebody or with all; else empty."""
    recent = {each.id: each for row in rows for each in row.contacts}.values()
    if len(recent) >= ENOUGH and all(is_only_care([each.tags] * NEWEST) for each in recent):
        return translate(
            "CheckIns",
            "All you logged lately was about care. Who is doing well likes to be seen too.",
        )
    names = [row.name for row in rows if row.only_care]
    if not names:
        return ""
    words = translate(
        "CheckIns",
        "The last three times with {names} were about care. An everyday talk does good too.",
    )
    return words.format(names=some_names(names, most=NAMED))
