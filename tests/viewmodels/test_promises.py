"""All promises: what is past its date first, done with one call, and a calendar without names."""

from datetime import date
from pathlib import Path

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.promises import make_promise
from klasgenoot.operations.rights import restrict
from klasgenoot.operations.study_coach import note_consent, transfer_to_coach
from klasgenoot.store.exports import all_exports
from klasgenoot.viewmodels.promises import PromisesViewModel, When
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.sharing_words import record_words


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    _, made = school_class(session.desk)
    days = (date(2026, 11, 2), date(2026, 10, 23), date(2026, 12, 1))
    for who, day, text in zip(made, days, ("boek meenemen", "mailen", "bellen"), strict=False):
        session.do(make_promise, student_id=who, text=text, due_on=day)
    session.do(note_consent, student_id=made[0], on=TODAY, is_yes=True)
    session.do(
        transfer_to_coach,
        student_id=made[0],
        on=TODAY,
        coach="K. Vos",
        text="feiten",
        return_on=TODAY,
    )
    return made


@pytest.fixture
def shown(session: Session, ids: list[StudentId]) -> PromisesViewModel:
    return PromisesViewModel(session)


def test_the_oldest_day_comes_first_with_what_was_passed_on(shown: PromisesViewModel) -> None:
    assert [(line.sentence, line.when) for line in shown.lines] == [
        ("Milan: mailen, was Fri 23 Oct", When.PASSED),
        ("Sanne: Ask K. Vos what came of it, today", When.THIS_WEEK),
        ("Sanne: boek meenemen, Mon 2 Nov", When.NEXT_WEEK),
        ("Noor: bellen, Tue 1 Dec", When.LATER),
    ]


@pytest.mark.parametrize(
    ("day", "when"),
    [
        (date(2026, 10, 28), When.PASSED),
        (date(2026, 10, 29), When.THIS_WEEK),
        (date(2026, 11, 1), When.THIS_WEEK),
        (date(2026, 11, 2), When.NEXT_WEEK),
        (date(2026, 11, 8), When.NEXT_WEEK),
        (date(2026, 11, 9), When.LATER),
        (date(2027, 10, 28), When.LATER),
    ],
)
def test_a_week_is_that_of_the_calendar(session: Session, day: date, when: When) -> None:
    _, (who, *_) = school_class(session.desk)
    session.do(make_promise, student_id=who, text="bellen", due_on=day)
    (line,) = PromisesViewModel(session).lines
    assert line.when is when


def test_what_is_done_goes_and_undo_brings_it_back(
    session: Session, shown: PromisesViewModel
) -> None:
    before = shown.lines
    for line in before[:2]:
        shown.done(line)
    assert shown.lines == before[2:]
    session.undo()
    session.undo()
    assert shown.lines == before


def test_whose_data_is_only_kept_is_left_out(
    session: Session, ids: list[StudentId], shown: PromisesViewModel
) -> None:
    session.do(restrict, student_id=ids[0], on=TODAY)
    assert [line.name for line in shown.lines] == ["Milan", "Noor"]


@pytest.mark.parametrize("with_names", [True, False])
def test_a_calendar_names_nobody_unless_that_was_ticked_and_stands_in_the_log(
    session: Session, shown: PromisesViewModel, tmp_path: Path, *, with_names: bool
) -> None:
    path = tmp_path / "beloftes.ics"
    assert shown.write_calendar(path, with_names=with_names)
    written = path.read_text(encoding="utf-8")
    assert written.count("BEGIN:VEVENT") == len(shown.lines)
    assert ("Sanne" in written) is with_names
    assert ("boek meenemen" in written) is with_names
    uids = [line for line in written.splitlines() if line.startswith("UID:")]
    assert len(set(uids)) == len(shown.lines)
    assert not any(name in "".join(uids) for name in ("Sanne", "Milan", "Noor"))
    (record,) = all_exports(session.vault)
    assert (record.count, record.with_notes) == (3, with_names)
    assert record_words(record).endswith("with names") is with_names


def test_a_place_that_cannot_be_written_changes_nothing(
    session: Session, shown: PromisesViewModel, tmp_path: Path
) -> None:
    told: list[str] = []
    shown.failed.connect(told.append)
    assert not shown.write_calendar(tmp_path / "nowhere" / "x.ics", with_names=False)
    assert len(told) == 1
    assert all_exports(session.vault) == ()
