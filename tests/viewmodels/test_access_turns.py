"""What a teacher set of somebody's turn, as the student gets to read it."""

from datetime import date

from builders import TODAY, school_class
from klasgenoot.domain.snoozing import SnoozeReason
from klasgenoot.operations.access import kept_about
from klasgenoot.operations.attention import set_target, snooze
from klasgenoot.operations.desk import Desk
from klasgenoot.viewmodels.access_turns import turn_entries


def test_an_own_target_and_being_put_off_can_be_read(desk: Desk) -> None:
    _, ids = school_class(desk, size=2)
    kept = kept_about(desk.vault, ids[0], named="{letter}")
    assert turn_entries(kept) == ()
    desk.do(set_target, student_id=ids[0], days=7)
    desk.do(
        snooze,
        student_id=ids[0],
        on=TODAY,
        until=date(2026, 11, 6),
        reason=SnoozeReason.OTHER,
        text="met Milan op bedrijfsbezoek",
    )
    (entry,) = turn_entries(kept_about(desk.vault, ids[0], named="student {letter}"))
    texts = [line.text for line in entry.lines]
    assert texts[0] == "at least every 7 day(s)"
    assert texts[1].endswith(": another reason")
    assert texts[2] == "met student A op bedrijfsbezoek"
    assert entry.lines[2].place == f"snoozes/{ids[0]}/text"
