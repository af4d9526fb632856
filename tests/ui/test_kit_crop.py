"""The frame on a photo: always a 4:5 portrait, always inside the picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from klasgenoot.domain.people import Crop
from klasgenoot.domain.portrait import default_crop
from klasgenoot.ui.kit.crop import CropView
from klasgenoot.ui.kit.crop_frame import SMALLEST, CropFrame, frame_on
from ui.kit_looks import a_look, a_photo

KEY = Qt.Key
sides = st.integers(20, 4000)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.floats(-1, 1), st.floats(-1, 1)),
        st.tuples(st.just("scale"), st.floats(0.1, 10), st.just(0.0)),
    ),
    max_size=8,
)


def assert_sound(frame: CropFrame) -> None:
    crop = frame.crop
    assert crop.left >= 0
    assert crop.top >= 0
    assert crop.left + crop.width <= 1 + 1e-9
    assert crop.top + crop.height <= 1 + 1e-9
    assert crop.width * frame.width / (crop.height * frame.height) == pytest.approx(0.8)
    assert SMALLEST - 1e-9 <= frame.size <= 1


@given(sides, sides, steps)
def test_however_it_is_moved_and_scaled_the_frame_is_a_portrait_inside_the_picture(
    width, height, moves
):
    frame = frame_on(width, height, None)
    assert_sound(frame)
    for kind, one, other in moves:
        frame = frame.moved(one, other) if kind == "move" else frame.scaled(one)
        assert_sound(frame)


@given(sides, sides)
def test_without_a_choice_the_frame_is_the_usual_portrait(width, height):
    usual, crop = default_crop(width, height), frame_on(width, height, None).crop
    assert (crop.left, crop.top, crop.width, crop.height) == pytest.approx(
        (usual.left, usual.top, usual.width, usual.height)
    )


@given(sides, sides, st.floats(0.3, 1), st.floats(0, 1), st.floats(0, 1))
def test_a_crop_that_was_saved_comes_back_as_it_was(width, height, size, left, top):
    frame = frame_on(width, height, None).scaled(size).moved(left - 0.5, top - 0.5)
    again = frame_on(width, height, frame.crop).crop
    assert (again.left, again.top, again.width, again.height) == pytest.approx(
        (frame.crop.left, frame.crop.top, frame.crop.width, frame.crop.height)
    )


def test_scaling_keeps_the_middle_where_there_is_room():
    frame = frame_on(800, 1000, Crop(0.25, 0.25, 0.5, 0.5))
    crop = frame.scaled(0.5).crop
    assert (crop.left, crop.top) == pytest.approx((0.375, 0.375))


@pytest.fixture
def view(qtbot) -> CropView:
    """A photo of 80 by 100 in a view of 400 by 500, with a frame of half its size."""
    made = CropView(a_look(), name="Noor")
    made.resize(400, 500)
    assert made.show_photo(a_photo(80, 100), Crop(0.25, 0.25, 0.5, 0.5))
    qtbot.addWidget(made)
    made.show()
    return made


def at(view: CropView) -> tuple[float, float, float]:
    crop = view.crop
    return round(crop.left, 3), round(crop.top, 3), round(crop.width, 3)


def test_arrows_move_the_frame_and_with_shift_further(view, qtbot):
    qtbot.keyClick(view, KEY.Key_Right)
    assert at(view) == (0.26, 0.25, 0.5)
    qtbot.keyClick(view, KEY.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert at(view) == (0.26, 0.2, 0.5)


def test_plus_and_minus_scale_the_frame(view, qtbot):
    qtbot.keyClick(view, KEY.Key_Plus)
    assert at(view)[2] == 0.525
    qtbot.keyClick(view, KEY.Key_Minus)
    assert at(view) == (0.25, 0.25, 0.5)


def test_the_wheel_scales_the_frame(view, qtbot):
    with qtbot.waitSignal(view.changed):
        QApplication.sendEvent(
            view,
            QWheelEvent(
                QPointF(200, 250),
                QPointF(200, 250),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )
    assert at(view)[2] == 0.476


def test_dragging_inside_moves_the_frame_and_a_corner_scales_it(view, qtbot):
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, pos=QPoint(200, 250))
    qtbot.mouseMove(view, QPoint(240, 300))
    qtbot.mouseRelease(view, left, pos=QPoint(240, 300))
    assert at(view) == (0.35, 0.35, 0.5)
    corner, middle = QPoint(340, 425), QPoint(240, 300)
    qtbot.mousePress(view, left, pos=corner)
    qtbot.mouseMove(view, middle + (corner - middle) * 0.5)
    qtbot.mouseRelease(view, left, pos=corner)
    assert at(view)[2] == pytest.approx(0.25, abs=0.01)


def test_reset_goes_back_to_the_usual_portrait(view):
    view.reset()
    assert at(view) == (0.0, 0.0, 1.0)


def test_what_is_no_photo_has_no_frame(view, qtbot):
    assert not view.show_photo(b"no photo", None)
    assert view.crop is None
    qtbot.keyClick(view, KEY.Key_Plus)
    assert not view.grab().isNull()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_frame_can_be_drawn_in_every_theme(qtbot, theme):
    made = CropView(a_look(theme), name="Noor")
    qtbot.addWidget(made)
    assert made.show_photo(a_photo(), None)
    assert not made.grab().isNull()
