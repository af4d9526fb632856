"""The sample class: drawn in the order of its students, and stopped between two portraits."""

from datetime import datetime

import pytest

from builders import TODAY
from klasgenoot.app.sample import sample_term_in
from klasgenoot.domain.errors import Cancelled
from klasgenoot.domain.sample_class import STUDENTS
from klasgenoot.domain.seating import ENOUGH_SEATED
from klasgenoot.exchange.photos import Picture
from klasgenoot.operations import sample
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.sample import draw_sample, fill_sample
from klasgenoot.store import contacts, memories, students
from klasgenoot.store.seating import seating_of
from made_files import jpeg


@pytest.fixture(autouse=True)
def _quick_pencil(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = jpeg(40, 50)
    monkeypatch.setattr(sample, "draw_face", lambda _face: drawn)


def test_a_portrait_is_drawn_for_each_student_and_told() -> None:
    told: list[tuple[int, int]] = []
    pictures = draw_sample(on_progress=lambda done, total: told.append((done, total)))
    assert len(pictures) == len(STUDENTS)
    assert told[0] == (0, len(STUDENTS))
    assert told[-1] == (len(STUDENTS) - 1, len(STUDENTS))


def test_drawing_can_be_stopped() -> None:
    answers = iter([False, False, True])
    with pytest.raises(Cancelled):
        draw_sample(is_cancelled=lambda: next(answers))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sample_has_a_term_of_history(desk: Desk, now: datetime, language: str) -> None:
    pictures = [Picture(each.key.encode(), b"small", 4, 5) for each in STUDENTS]
    term = sample_term_in(language, today=TODAY)
    class_id = desk.do(fill_sample, term=term, pictures=pictures, zone=now.tzinfo).result
    everybody = students.all_students(desk.vault, class_id=class_id)
    assert len(everybody) == len(STUDENTS) == len({each.photo for each in everybody})
    assert contacts.contacts_in_class(desk.vault, class_id)
    assert memories.memories(desk.vault, direction=memories.Direction.FACE_TO_NAME)


def test_who_was_in_the_sample_class_from_the_start_has_a_seat(desk: Desk, now: datetime) -> None:
    pictures = [Picture(each.key.encode(), b"small", 4, 5) for each in STUDENTS]
    term = sample_term_in("nl", today=TODAY)
    class_id = desk.do(fill_sample, term=term, pictures=pictures, zone=now.tzinfo).result
    known = seating_of(desk.vault, class_id)
    assert known is not None
    later = sum(joined > term.first_lesson for joined in term.joined)
    assert 0 < later < len(STUDENTS) - ENOUGH_SEATED
    assert len(known.seated) == len(STUDENTS) - later
    assert sorted(known.seated) != list(known.seated)  # not in the order of the list
