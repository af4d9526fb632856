"""Listening: how a name sounds, and the face that goes with it."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from builders import student
from fake_sound import FakeDevice, a_name
from klasgenoot.domain.answering import WAYS, Mode
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.people import StudentId
from klasgenoot.exchange import sound_device
from klasgenoot.exchange.sounds import made_sound
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.recordings import record_name
from klasgenoot.operations.students import add_student, edit_student
from klasgenoot.store import memories, students
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.store.sounds import StoredSound, keep_sound
from klasgenoot.viewmodels.names import NamesViewModel
from klasgenoot.viewmodels.practice import PracticeViewModel
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.session import Session


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> FakeDevice:
    fake = FakeDevice()
    monkeypatch.setattr(sound_device, "system_device", lambda: fake)
    return fake


@pytest.fixture
def people(session: Session) -> list[StudentId]:
    """Five students with a photo; nobody is known by sound."""
    class_id = session.do(add_class, name="CMV-1B", first_lesson=None)
    found = []
    for number in range(5):
        photo = keep_photo(session.vault, StoredPhoto(b"%d" % number, b"s", 4, 5))
        draft = student(number, photo=photo)
        joined = date(2026, 9, 1)
        found.append(session.do(add_student, class_id=class_id, draft=draft, joined=joined))
    return found


def change(session: Session, who: StudentId, **values: object) -> None:
    known = students.student(session.vault, who)
    assert known is not None
    session.do(edit_student, changed=replace(known, **values))


def listening(session: Session) -> PracticeViewModel:
    practice = PracticeViewModel(session)
    practice.open(Mode.LISTEN)
    while practice.stage is Stage.STUDY:
        practice.go_on()
    return practice


def test_there_is_nothing_to_listen_to_until_a_name_is_known_by_sound(
    session: Session, people: list[StudentId]
) -> None:
    names = NamesViewModel(session)
    names.way = Mode.LISTEN
    assert Mode.LISTEN not in names.ways
    assert names.way is Mode.TYPED
    change(session, people[0], pronunciation="SAN-nuh")
    assert names.ways == tuple(way for way in WAYS if not way.direction.is_about_seats)
    assert names.way is Mode.LISTEN


def test_only_names_known_by_sound_are_asked_and_a_face_is_the_answer(
    session: Session, people: list[StudentId]
) -> None:
    change(session, people[0], pronunciation="SAN-nuh")
    practice = listening(session)
    assert practice._moment.practice.faces == (people[0],)
    question = practice.question
    assert question is not None
    assert question.wanted == "SAN-nuh"  # and not how it is spelled
    assert not question.has_sound
    assert people[0] in {option.student.id for option in question.options}
    practice.choose(people[0])
    assert practice.stage is Stage.ANSWERED
    direction = Direction.NAME_TO_FACE
    assert memories.memory(session.vault, people[0], direction=direction) is not None
    (answer,) = memories.answers_of(session.vault, people[0], direction=direction)
    assert answer.mode is Mode.LISTEN


def test_a_recorded_name_is_played(
    session: Session, people: list[StudentId], device: FakeDevice
) -> None:
    sound = keep_sound(session.vault, StoredSound(*made_sound(a_name())))
    session.do(record_name, student_id=people[1], sound=sound)
    practice = listening(session)
    assert practice.question is not None
    assert practice.question.has_sound
    assert practice.student is not None
    practice.hearing.play(practice.student)
    assert len(device.played) == 1
    session.forgetting.emit()
    assert not device.is_open


def test_without_a_speaker_it_says_so(
    session: Session, people: list[StudentId], device: FakeDevice, qtbot: QtBot
) -> None:
    device.refuses = True
    sound = keep_sound(session.vault, StoredSound(*made_sound(a_name())))
    session.do(record_name, student_id=people[1], sound=sound)
    practice = listening(session)
    assert practice.student is not None
    with qtbot.waitSignal(practice.hearing.failed) as heard:
        practice.hearing.play(practice.student)
    assert heard.args[0]


def test_another_way_begins_a_session_of_its_own(session: Session, people: list[StudentId]) -> None:
    change(session, people[0], pronunciation="SAN-nuh")
    practice = listening(session)
    practice.choose_way(Mode.FIND_FACE)
    assert len(practice._moment.practice.faces) == 5
    practice.choose_way(Mode.LISTEN)
    assert practice._moment.practice.faces == (people[0],)


def test_where_nothing_can_be_played_a_name_that_is_only_recorded_stands_there_in_writing(
    session: Session, people: list[StudentId], device: FakeDevice, qtbot: QtBot
) -> None:
    sound = keep_sound(session.vault, StoredSound(*made_sound(a_name())))
    session.do(record_name, student_id=people[1], sound=sound)
    device.refuses = True
    practice = listening(session)
    assert practice.student is not None
    assert practice.question is not None
    assert practice.question.wanted == ""
    with qtbot.waitSignal(practice.changed):
        practice.hearing.play(practice.student)
    assert practice.trouble.startswith("The sound did not open.")
    assert practice.question is not None
    assert practice.question.wanted == "Milan"
    change(session, people[1], pronunciation="mie-LAN")
    assert practice.question is not None
    assert practice.question.wanted == "mie-LAN"


def test_as_long_as_not_all_names_are_known_by_sound_it_is_said_how_many_are(
    session: Session, people: list[StudentId]
) -> None:
    change(session, people[0], pronunciation="SAN-nuh")
    assert NamesViewModel(session).listening_line == "1 of 5 names so far"
    practice = listening(session)
    practice.choose(people[0])
    practice.go_on()
    assert practice.stage is Stage.DONE
    assert practice.look_back is not None
    assert practice.look_back.missing.startswith("4 name(s) did not come by")
    for who in people[1:]:
        change(session, who, pronunciation="NOOR")
    assert practice.look_back.missing == ""
    assert NamesViewModel(session).listening_line == "hear the name, point at the photo"


def test_other_ways_to_find_a_face_miss_nobody(session: Session, people: list[StudentId]) -> None:
    practice = PracticeViewModel(session)
    practice.open(Mode.FIND_FACE)
    while practice.stage is Stage.STUDY:
        practice.go_on()
    practice.choose(people[0])
    practice.stop()
    assert practice.look_back is not None
    assert practice.look_back.missing == ""
