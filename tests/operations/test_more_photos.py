"""More photos of one student: the main one, the others, and who would rather have none."""

from dataclasses import replace
from datetime import datetime

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.errors import PhotoRefused, PhotoTwice, Unknown
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.people import Crop, MorePhotoId, PhotoId, StudentId
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.more_photos import (
    add_photo,
    choose_main_photo,
    crop_more_photo,
    remove_main_photo,
    remove_photo,
)
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.rights import tell_photo
from klasgenoot.operations.students import set_photo
from klasgenoot.store.more_photos import more_photos_of
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.store.students import student

NOON = datetime.fromisoformat("2026-10-29T12:00:00+01:00")
WHOLE, PART = Crop(0, 0, 1, 1), Crop(0.1, 0.2, 0.5, 0.6)


@pytest.fixture
def who(desk: Desk) -> StudentId:
    return school_class(desk)[1][0]


def kept(desk: Desk, name: str) -> PhotoId:
    return keep_photo(desk.vault, StoredPhoto(name.encode(), b"small", 4, 5))


def add(desk: Desk, who: StudentId, name: str, crop: Crop | None = WHOLE) -> PhotoId:
    photo = kept(desk, name)
    desk.do(add_photo, student_id=who, photo=photo, crop=crop, on=TODAY)
    return photo


def shown(desk: Desk, who: StudentId) -> list[tuple[PhotoId | None, Crop | None]]:
    """The main photo and then the others, each with its portrait."""
    known = student(desk.vault, who)
    assert known
    others = more_photos_of(desk.vault, who)
    return [(known.photo, known.crop), *((each.photo, each.crop) for each in others)]


def test_the_first_photo_is_the_main_one_and_the_next_ones_come_beside_it(desk, who):
    first, second = add(desk, who, "first"), add(desk, who, "second", PART)
    assert shown(desk, who) == [(first, WHOLE), (second, PART)]
    assert more_photos_of(desk.vault, who)[0].added_on == TODAY


def test_the_same_photo_twice_is_refused(desk, who):
    add(desk, who, "first")
    add(desk, who, "second")
    for name in ("first", "second"):
        with pytest.raises(PhotoTwice):
            add(desk, who, name)


def test_a_main_photo_that_was_one_of_the_others_is_there_once(desk, who):
    add(desk, who, "first")
    second = add(desk, who, "second")
    desk.do(set_photo, student_id=who, photo=second, crop=PART)
    assert shown(desk, who) == [(second, PART)]


def test_choosing_the_main_one_swaps_them_with_their_portraits(desk, who):
    first, second = add(desk, who, "first"), add(desk, who, "second", PART)
    desk.do(choose_main_photo, more_photo_id=more_photos_of(desk.vault, who)[0].id)
    assert shown(desk, who) == [(second, PART), (first, WHOLE)]


def test_when_the_main_one_goes_the_oldest_of_the_others_comes_up(desk, who):
    add(desk, who, "first")
    second, third = add(desk, who, "second", PART), add(desk, who, "third")
    desk.do(remove_main_photo, student_id=who)
    assert shown(desk, who) == [(second, PART), (third, WHOLE)]
    desk.do(remove_main_photo, student_id=who)
    desk.do(remove_main_photo, student_id=who)
    assert shown(desk, who) == [(None, None)]


def test_one_of_the_others_is_cropped_and_taken_away(desk, who):
    first = add(desk, who, "first")
    second = add(desk, who, "second")
    (other,) = more_photos_of(desk.vault, who)
    desk.do(crop_more_photo, more_photo_id=other.id, crop=PART)
    assert shown(desk, who) == [(first, WHOLE), (second, PART)]
    desk.do(remove_photo, more_photo_id=other.id)
    assert shown(desk, who) == [(first, WHOLE)]


def test_who_would_rather_have_no_photo_loses_all_and_gets_none(desk, who):
    add(desk, who, "first")
    add(desk, who, "second")
    desk.do(tell_photo, student_id=who, answer=PhotoAnswer.NO, on=TODAY)
    assert shown(desk, who) == [(None, None)]
    with pytest.raises(PhotoRefused):
        add(desk, who, "third")
    assert desk.undo()
    assert len(shown(desk, who)) == 2


def test_who_or_what_is_not_there_is_unknown(desk, who):
    photo = kept(desk, "first")
    nobody, nothing = StudentId(999), MorePhotoId(999)
    for operation, arguments in (
        (add_photo, {"student_id": nobody, "photo": photo, "crop": None, "on": TODAY}),
        (remove_main_photo, {"student_id": nobody}),
        (remove_photo, {"more_photo_id": nothing}),
        (choose_main_photo, {"more_photo_id": nothing}),
        (crop_more_photo, {"more_photo_id": nothing, "crop": WHOLE}),
    ):
        with pytest.raises(Unknown):
            desk.do(operation, **arguments)


def asked(desk: Desk, who: StudentId, *photos: PhotoId) -> None:
    for photo in photos:
        desk.do(
            answer_card,
            student_id=who,
            direction=Direction.FACE_TO_NAME,
            outcome=Outcome(verdict=Verdict.RIGHT, photo=photo),
            rating=None,
            at=NOON,
        )


def told(desk: Desk, who: StudentId) -> list[PhotoId | None]:
    """Which photo each answer about a student was about."""
    found = desk.vault.rows("SELECT photo_id FROM answers WHERE student_id = ? ORDER BY id", (who,))
    return [photo for (photo,) in found]


def test_a_photo_that_goes_is_taken_out_of_the_answers_and_undo_puts_it_back(desk, who):
    first, second = add(desk, who, "first"), add(desk, who, "second")
    asked(desk, who, first, second)
    (other,) = more_photos_of(desk.vault, who)
    desk.do(choose_main_photo, more_photo_id=other.id)
    assert told(desk, who) == [first, second], "both are still theirs"
    desk.do(remove_photo, more_photo_id=other.id)
    assert told(desk, who) == [None, second]
    desk.undo()
    assert told(desk, who) == [first, second]
    desk.do(remove_main_photo, student_id=who)
    assert told(desk, who) == [first, None]
    desk.undo()
    for photo, left in ((None, [first, None]), (first, [first, None]), (second, [first, second])):
        desk.do(set_photo, student_id=who, photo=photo, crop=None)
        assert told(desk, who) == left
        desk.undo()
        assert told(desk, who) == [first, second]


def test_the_answers_of_who_has_the_same_photo_keep_it(desk, who):
    other = school_class(desk, name="CMV-1A")[1][0]
    photo = add(desk, who, "first")
    assert add(desk, other, "first") == photo
    asked(desk, who, photo)
    asked(desk, other, photo)
    desk.do(remove_main_photo, student_id=who)
    assert (told(desk, who), told(desk, other)) == ([None], [photo])


def test_editing_the_student_leaves_the_photos_alone(desk, who):
    from klasgenoot.operations.students import edit_student

    add(desk, who, "first")
    add(desk, who, "second")
    before = shown(desk, who)
    known = student(desk.vault, who)
    desk.do(edit_student, changed=replace(known, mnemonic="speelt bas"))
    assert shown(desk, who) == before
