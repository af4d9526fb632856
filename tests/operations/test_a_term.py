"""A term of twenty weeks with two classes of real portraits: everything done is taken back once."""

import csv
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from builders import content
from imports import take_in
from klasgenoot.domain.attention import Reason
from klasgenoot.domain.people import ClassId, Student
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind
from klasgenoot.domain.quicklog import read_log
from klasgenoot.domain.searching import read_sought
from klasgenoot.domain.snoozing import SnoozeReason
from klasgenoot.domain.weeks import week_of
from klasgenoot.operations.attention import snooze
from klasgenoot.operations.calendar import add_periods, plan_lessons
from klasgenoot.operations.contacts import drafts_of, keep_promise, log_contact
from klasgenoot.operations.desk import Desk, Operation
from klasgenoot.operations.overview import Attention, attention
from klasgenoot.operations.promises import make_promise
from klasgenoot.operations.searching import roll, search
from klasgenoot.operations.study_coach import name_coach, note_consent, transfer_to_coach
from klasgenoot.store import contacts, school_classes
from klasgenoot.store.search import Scope
from klasgenoot.store.students import all_students
from made_files import real_input

FIRST, WEEKS, TALKS = date(2026, 8, 31), 20, 10
"""A Monday, and so many talks a week with each class of 28: one with everybody in three weeks."""
TARGET = 21
HOLIDAY = (date(2026, 10, 19), date(2026, 10, 25))


def portraits(folder: Path) -> Iterator[Path]:
    """Two folders, each a class of 28 with its list."""
    people = list(csv.DictReader(real_input("people.csv").read_text("utf-8").splitlines()))
    faces = real_input("portraits")
    for name, part in (("CMV-1A", people[:28]), ("CMV-1B", people[28:])):
        place = folder / name
        place.mkdir()
        lines = ["Voornaam;Achternaam;Klas"]
        for one in part:
            (place / f"{one['first']} {one['last']}.jpg").symlink_to(faces / f"{one['id']}.jpg")
            lines.append(f"{one['first']};{one['last']};{name}")
        (place / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
        yield place


class Teacher:
    """Does what there is to do, and takes each deed back and does it again: nothing may differ."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.deeds = 0

    def do(self, operation: Operation[..., Any], **values: Any) -> Any:
        before = content(self.desk.vault)
        result = self.desk.do(operation, **values).result
        after = content(self.desk.vault)
        assert after != before, operation.name
        self.desk.undo()
        assert content(self.desk.vault) == before, operation.name
        self.desk.redo()
        assert content(self.desk.vault) == after, operation.name
        self.deeds += 1
        return result

    def log(self, line: str, *, among: tuple[Student, ...], on: date) -> None:
        reading = read_log(line, students=among, today=on)
        assert reading.problems == (), line
        self.do(
            log_contact,
            drafts=[draft for entry in reading.entries for draft in drafts_of(entry)],
        )


@pytest.fixture
def classes(desk: Desk, tmp_path: Path) -> tuple[ClassId, ...]:
    for place in portraits(tmp_path):
        take_in(desk, place)
    those = school_classes.all_classes(desk.vault)
    assert [len(all_students(desk.vault, class_id=each.id)) for each in those] == [28, 28]
    return tuple(each.id for each in those)


def who_now(desk: Desk, class_id: ClassId, *, today: date) -> Attention:
    school_class = school_classes.school_class(desk.vault, class_id)
    assert school_class is not None
    return attention(desk.vault, school_class, today=today, target_days=TARGET)


def test_a_term_is_lived_through(desk: Desk, classes: tuple[ClassId, ...]) -> None:
    teacher = Teacher(desk)
    last = FIRST + timedelta(weeks=WEEKS)
    autumn = Period(
        id=PeriodId(0),
        kind=PeriodKind.HOLIDAY,
        name="Herfst",
        first_on=HOLIDAY[0],
        last_on=HOLIDAY[1],
    )
    teacher.do(add_periods, drafts=[autumn])
    for weekday, class_id in enumerate(classes):
        teacher.do(
            plan_lessons,
            class_id=class_id,
            weekday=weekday,
            starts=time(10, 15),
            ends=time(12),
            first_on=FIRST,
            last_on=last,
        )
    for number in range(WEEKS):
        for weekday, class_id in enumerate(classes):
            day = FIRST + timedelta(weeks=number, days=weekday)
            if HOLIDAY[0] <= day <= HOLIDAY[1]:
                continue
            found = who_now(desk, class_id, today=day)
            among = tuple(found.students.values())
            turns = [turn for turn in found.turns if turn.reason is not Reason.SNOOZED]
            names = [found.students[turn.student_id].full_name for turn in turns[:TALKS]]
            teacher.log(
                f"{', '.join(names[:-1])}: gesproken in week {week_of(day).number}",
                among=among,
                on=day,
            )
            teacher.log(f"{names[-1]} g: stage besproken #top > 2w", among=among, on=day)
            if number == 3:
                away = next(turn for turn in turns[::-1] if turn.promise is None).student_id
                until = day + timedelta(weeks=4)
                teacher.do(
                    snooze, student_id=away, on=day, until=until, reason=SnoozeReason.INTERNSHIP
                )
                assert all(
                    turn.student_id != away or turn.reason is Reason.SNOOZED
                    for turn in who_now(desk, class_id, today=until).turns
                )
            if number == 5:
                teacher.do(
                    make_promise,
                    student_id=among[0].id,
                    text="voorbeeldportfolio",
                    due_on=day + timedelta(days=3),
                )
                teacher.do(name_coach, student_ids=[among[0].id], name="K. Vos")
                teacher.do(note_consent, student_id=among[0].id, on=day, is_yes=True)
                teacher.do(
                    transfer_to_coach,
                    student_id=among[0].id,
                    on=day,
                    coach="K. Vos",
                    text="Twee keer gesproken over de stage.",
                )
            for promise in contacts.open_promises(desk.vault, class_id=class_id):
                if promise.due_on <= day:
                    teacher.do(keep_promise, promise_id=promise.id, on=day)
    _at_the_end(desk, classes, last=last)
    assert teacher.deeds > 100


def _at_the_end(desk: Desk, classes: tuple[ClassId, ...], *, last: date) -> None:
    for class_id in classes:
        found = who_now(desk, class_id, today=last)
        assert set(found.last) == set(found.students), "somebody was never seen"
        waited = max((last - contact.happened_on).days for contact in found.last.values())
        assert waited < 2 * TARGET
    people = roll(desk.vault)
    talks = 2 * (WEEKS - 1)  # none in the holiday
    for typed, times in (("stage", talks + 2), ("voorbeeldportfolio", 2), ('"in week 40"', 2)):
        answer = search(desk.vault, read_sought(typed), people=people, scope=Scope(), at_most=999)
        assert (len(answer.hits), answer.is_all) == (times, True), typed
