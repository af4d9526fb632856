"""A class photo from a picture to photos: frames, names, taking back, keeping."""

from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from builders import school_class
from klasgenoot.domain.named_heads import Frames
from klasgenoot.operations.students import add_student
from klasgenoot.store import students
from klasgenoot.store.photos import photo_bytes
from klasgenoot.viewmodels.class_photo import ClassPhotoViewModel
from klasgenoot.viewmodels.session import Session
from made_files import encoded
from photo_list_makers import face_on, portrait


@pytest.fixture
def view_model(session: Session, qtbot: QtBot, tmp_path: Path) -> ClassPhotoViewModel:
    """A class and a picture of three of it, read."""
    school_class(session.desk)
    image = Image.new("RGB", (900, 400), "grey")
    for n in range(3):
        image.paste(portrait(n, size=(160, 200)), (60 + n * 280, 100))
    path = tmp_path / "klas.jpg"
    path.write_bytes(encoded(image, "JPEG", quality=90))
    shown = ClassPhotoViewModel(session)
    shown.read([path])
    qtbot.waitUntil(lambda: bool(shown.pictures), timeout=20_000)
    return shown


def on_head(view_model: ClassPhotoViewModel, n: int) -> None:
    view_model.touch((60 + n * 280 + 80) / 900, 0.5)
    view_model.scale(0.5 / view_model.heads[-1].head.height)


def test_frames_get_names_and_names_get_photos(
    view_model: ClassPhotoViewModel, session: Session, qtbot: QtBot
) -> None:
    first, second = view_model.waiting[:2]
    for n, who in enumerate((first, second)):
        on_head(view_model, n)
        offer = view_model.offers(who.full_name)[0]
        assert offer.student.id == who.id
        view_model.name(offer)
    assert (view_model.named, view_model.nameless) == (2, 0)
    assert not {first.id, second.id} & {each.id for each in view_model.waiting}
    with qtbot.waitSignal(view_model.kept, timeout=20_000) as kept:
        view_model.keep()
    assert kept.args == [2]
    for n, who in enumerate((first, second)):
        student = students.student(session.vault, who.id)
        assert student is not None
        assert student.photo is not None
        assert face_on(photo_bytes(session.vault, student.photo, large=True) or b"") == n
    assert not view_model.pictures
    session.undo()
    known = students.student(session.vault, first.id)
    assert known is not None
    assert known.photo is None


def test_who_has_a_photo_is_named_to_practise_and_keeps_it(
    view_model: ClassPhotoViewModel, session: Session, qtbot: QtBot
) -> None:
    first, second = view_model.waiting[:2]
    on_head(view_model, 0)
    view_model.name(view_model.offers(first.full_name)[0])
    before = view_model.pictures
    with qtbot.waitSignal(view_model.kept, timeout=20_000):
        view_model.keep()
    kept = students.student(session.vault, first.id)
    assert kept is not None
    view_model.pictures = before  # the same picture once more
    view_model._frames = Frames(((),))
    on_head(view_model, 2)
    offer = view_model.offers(first.full_name)[0]
    assert (offer.student.id, offer.is_new) == (first.id, False)
    assert "keeps their photo" in offer.words
    view_model.name(offer)
    assert (view_model.named, view_model.to_keep) == (1, 0)
    view_model.keep()
    assert not view_model.is_cutting
    on_head(view_model, 1)
    view_model.name(view_model.offers(second.full_name)[0])
    assert (view_model.named, view_model.to_keep) == (2, 1)
    with qtbot.waitSignal(view_model.kept, timeout=20_000) as told:
        view_model.keep()
    assert told.args == [1]
    still = students.student(session.vault, first.id)
    assert still is not None
    assert still.photo == kept.photo
    given = students.student(session.vault, second.id)
    assert given is not None
    assert given.photo is not None
    assert face_on(photo_bytes(session.vault, given.photo, large=True) or b"") == 1


def test_who_waits_for_a_photo_is_offered_before_who_has_one(
    view_model: ClassPhotoViewModel, session: Session, qtbot: QtBot
) -> None:
    first = view_model.waiting[0]
    on_head(view_model, 0)
    view_model.name(view_model.offers(first.full_name)[0])
    before = view_model.pictures
    with qtbot.waitSignal(view_model.kept, timeout=20_000):
        view_model.keep()
    view_model.pictures, view_model._heads = before, ((),)
    offered = [each.student.id for each in view_model.offers("")]
    assert offered[-1] == first.id
    assert offered[:-1] == [each.id for each in view_model.waiting]


def test_a_name_nobody_has_is_somebody_new(
    view_model: ClassPhotoViewModel, session: Session, qtbot: QtBot
) -> None:
    on_head(view_model, 0)
    (*_, new) = view_model.offers("Xandra van der Zwaan")
    assert new.is_new
    view_model.name(new)
    with qtbot.waitSignal(view_model.kept, timeout=20_000):
        view_model.keep()
    assert "Xandra van der Zwaan" in {s.full_name for s in students.all_students(session.vault)}


def test_a_letter_offers_who_begins_with_it_and_nobody_new(
    view_model: ClassPhotoViewModel,
) -> None:
    on_head(view_model, 0)
    letter = view_model.waiting[0].name[0]
    offers = view_model.offers(letter)
    assert view_model.waiting[0] in [offer.student for offer in offers]
    assert not any(offer.is_new for offer in offers)
    assert view_model.offers("7") == ()


def test_everything_can_be_taken_back_step_by_step(view_model: ClassPhotoViewModel) -> None:
    on_head(view_model, 0)
    placed = view_model.heads
    view_model.move(0.5, 0.0)
    view_model.name(view_model.offers("")[0])
    view_model.put_next()
    view_model.remove()
    assert len(view_model.heads) == 1
    for _ in range(4):
        view_model.take_back()
    assert view_model.heads == placed
    while view_model.can_take_back:
        view_model.take_back()
    assert view_model.heads == ()
    assert view_model.current is None


def test_after_a_name_comes_the_next_frame_without_one(view_model: ClassPhotoViewModel) -> None:
    for n in range(3):
        on_head(view_model, n)
    view_model.choose(0)
    view_model.name(view_model.offers("")[0])
    assert view_model.current == 1


def test_who_goes_on_while_faces_are_cut_keeps_what_is_still_said(
    view_model: ClassPhotoViewModel, qtbot: QtBot
) -> None:
    for n in range(2):
        on_head(view_model, n)
        view_model.name(view_model.offers("")[0])
    with qtbot.waitSignal(view_model.kept, timeout=20_000) as kept:
        view_model.keep()
        view_model.take_back()
    assert kept.args == [1]


def test_a_touch_on_a_frame_chooses_it(view_model: ClassPhotoViewModel) -> None:
    on_head(view_model, 0)
    on_head(view_model, 1)
    view_model.touch(140 / 900, 0.5)
    assert view_model.current == 0
    assert len(view_model.heads) == 2


def test_who_leaves_the_class_leaves_the_picture(
    view_model: ClassPhotoViewModel, session: Session
) -> None:
    on_head(view_model, 0)
    known = session.current_class
    assert known is not None
    draft = view_model.waiting[0]
    added = session.do(add_student, class_id=known.id, draft=draft, joined=session.today())
    offer = next(o for o in view_model.offers(draft.full_name) if o.student.id == added)
    view_model.name(offer)
    session.undo()
    assert view_model.named == 0
    assert view_model.nameless == 1


def test_what_is_no_picture_is_said(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    school_class(session.desk)
    path = tmp_path / "klas.jpg"
    path.write_bytes(b"geen foto")
    shown = ClassPhotoViewModel(session)
    shown.read([path])
    qtbot.waitUntil(lambda: bool(shown.trouble), timeout=20_000)
    assert "klas.jpg" in shown.trouble
    assert not shown.pictures
