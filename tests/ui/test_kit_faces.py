"""Faces: the right part of the picture, the right size, and initials when there is none."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QAccessible

from klasgenoot.domain.people import Crop, PhotoId
from klasgenoot.ui.kit.faces import Face, Faces, part_to_show
from klasgenoot.ui.kit.portrait import Portrait, photo_radius
from ui.kit_looks import a_look, a_photo

ANNA = Face(PhotoId("a" * 64), None, "AB")
NOBODY = Face(None, None, "AB")
SIZE = QSize(40, 50)
DAMAGES = 500

edges = st.integers(20, 4000)
fractions = st.floats(0, 0.6)
shares = st.floats(0.2, 0.4)


@given(edges, edges, fractions, fractions, shares, shares, edges, edges)
def test_the_part_shown_lies_in_the_picture_and_keeps_the_shape_of_the_frame(
    width, height, left, top, share_x, share_y, wide, high
):
    picture = QSize(width, height)
    crop = Crop(left, top, share_x, share_y)
    part = part_to_show(picture, crop=crop, shape=QSize(wide, high))
    assert QRect(0, 0, width, height).contains(part)
    # within the one pixel that rounding costs on each side
    assert abs(part.width() * high - part.height() * wide) <= 2 * (wide + high)


def test_a_square_keeps_the_upper_part_of_an_upright_picture():
    part = part_to_show(QSize(100, 200), crop=None, shape=QSize(10, 10))
    assert part == QRect(0, 20, 100, 100)


def test_a_portrait_has_exactly_the_size_asked_for_on_a_sharp_screen(qapp):
    faces = a_look(photo=a_photo()).faces
    made = faces.pixmap(ANNA, SIZE, ratio=2.0)
    assert made is not None
    assert made.size() == SIZE * 2
    assert made.devicePixelRatio() == 2


def test_a_crop_shows_only_its_part_of_the_picture(qapp):
    lower_half = Face(ANNA.photo, Crop(0, 0.5, 1, 0.5), "AB")
    made = a_look(photo=a_photo()).faces.pixmap(lower_half, SIZE)
    assert made is not None
    assert made.toImage().pixelColor(20, 5).blue() > 200


def test_the_corners_of_a_portrait_are_round(qapp):
    made = a_look(photo=a_photo()).faces.pixmap(ANNA, SIZE, radius=10)
    assert made is not None
    assert made.toImage().pixelColor(0, 0).alpha() == 0
    assert made.toImage().pixelColor(20, 25).alpha() == 255


def test_the_large_picture_is_asked_for_only_when_it_is_shown_large(qapp):
    asked = []

    def load(photo: PhotoId, large: bool) -> bytes:  # noqa: FBT001 -- as the app passes it
        asked.append(large)
        return a_photo()

    faces = Faces(load, a_look().tokens)
    faces.pixmap(ANNA, SIZE)
    faces.pixmap(ANNA, SIZE)
    faces.pixmap(ANNA, QSize(320, 400))
    assert asked == [False, True]


@pytest.mark.qt_log_ignore(".*")  # Qt tells of each damage
def test_a_damaged_photo_is_a_photo_or_none_and_nothing_worse(qapp):
    chance, whole = random.Random(1), a_photo()
    photos: list[bytes] = []
    faces = Faces(lambda _photo, _large: photos[-1], a_look().tokens)
    for _ in range(DAMAGES):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        photos.append(bytes(data))
        faces.pixmap(ANNA, QSize(34, 34))
        faces.forget()
    assert len(photos) == DAMAGES


def test_without_a_photo_or_with_a_broken_one_there_is_nothing_to_show(qapp):
    faces = a_look(photo=b"not a picture").faces
    assert faces.pixmap(NOBODY, SIZE) is None
    assert faces.pixmap(ANNA, SIZE) is None
    assert faces.has(NOBODY, SIZE)


def test_after_forgetting_no_picture_is_at_hand(qapp):
    faces = a_look(photo=a_photo()).faces
    faces.pixmap(ANNA, SIZE)
    assert faces.has(ANNA, SIZE)
    faces.forget()
    assert not faces.has(ANNA, SIZE)


def test_a_student_without_a_photo_gets_initials_on_a_quiet_ground(qtbot):
    look = a_look()
    portrait = Portrait(look, NOBODY, name="Anna", size=QSize(80, 100))
    qtbot.addWidget(portrait)
    image = portrait.grab().toImage()
    assert image.pixelColor(40, 10) == look.tokens["hover"]
    colours = {image.pixelColor(x, 50).name() for x in range(80)}
    assert look.tokens["text_2"].name() in colours


def test_photos_are_a_little_darker_on_a_dark_page(qapp):
    light = a_look(photo=a_photo()).faces.pixmap(ANNA, SIZE)
    dark = a_look("dark", photo=a_photo()).faces.pixmap(ANNA, SIZE)
    assert light is not None
    assert dark is not None
    assert light.toImage().pixelColor(20, 10).red() > 250
    assert dark.toImage().pixelColor(20, 10).red() < 245


def test_a_portrait_is_called_by_the_name_it_is_given(qtbot):
    portrait = Portrait(a_look(), NOBODY, name="photo, name hidden", size=QSize(40, 40))
    qtbot.addWidget(portrait)
    told = QAccessible.queryAccessibleInterface(portrait).text(QAccessible.Text.Name)
    assert told == "photo, name hidden"


def test_small_faces_are_round_by_their_size_and_large_ones_by_rule():
    assert photo_radius(QSize(40, 40)) == 40 * 0.26
    assert photo_radius(QSize(94, 120)) == 14
    assert photo_radius(QSize(440, 550)) == 22
