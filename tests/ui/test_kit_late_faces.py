"""A face whose photo is still to be decoded is flat for one frame, and holds nobody up."""

import shiboken6
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QListView, QWidget
from pytestqt.qtbot import QtBot

from klasgenoot.domain.people import PhotoId
from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.late_faces import FLAT, LateFaces, LatePortrait, Wanted
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import photo_radius
from ui.kit_looks import a_look, a_photo

EDGE, COUNT = 40, 4


class Row(QWidget):
    """Some faces side by side; remembers which were there at each paint."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.resize(COUNT * EDGE, EDGE)
        self.faces = LateFaces(look, self)
        self.seen: list[list[bool]] = []

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        boxes = [QRectF(number * EDGE, 0, EDGE, EDGE) for number in range(COUNT)]
        self.seen.append(
            [
                self.faces.paint(painter, box, face=face_number(number), place=box.toRect())
                for number, box in enumerate(boxes)
            ]
        )
        painter.end()


def face_number(number: int) -> Face:
    return Face(PhotoId(str(number) * 64), None, "AB")


def test_faces_are_flat_in_the_first_frame_and_come_by_themselves(qtbot: QtBot, qapp) -> None:
    row = Row(a_look(photo=a_photo()))
    qtbot.addWidget(row)
    row.show()
    qtbot.waitUntil(lambda: bool(row.seen) and all(row.seen[-1]))
    assert row.seen[0] == [False] * COUNT


def test_who_has_no_photo_is_there_at_once(qtbot: QtBot, qapp) -> None:
    row = Row(a_look(photo=b""))
    qtbot.addWidget(row)
    picture = QPixmap(EDGE, EDGE)
    painter = QPainter(picture)
    box = QRectF(0, 0, EDGE, EDGE)
    assert row.faces.paint(painter, box, face=Face(None, None, "AB"), place=box.toRect())
    painter.end()


def test_what_is_no_longer_in_sight_is_not_decoded(qtbot: QtBot, qapp) -> None:
    look = a_look(photo=a_photo())
    row = Row(look)
    qtbot.addWidget(row)
    row.grab()  # painted, and never shown
    qapp.processEvents()
    size = QSize(EDGE, EDGE)
    assert not look.faces.has(face_number(0), size, radius=photo_radius(size))


def test_a_late_portrait_is_decoded_when_its_turn_comes(qtbot: QtBot, qapp) -> None:
    look = a_look(photo=a_photo())
    page = QWidget()
    qtbot.addWidget(page)
    size = QSize(EDGE, EDGE)
    late = LateFaces(look, page)
    portraits = [
        LatePortrait(late, face_number(number), name="Sanne", size=size) for number in range(COUNT)
    ]
    for number, portrait in enumerate(portraits):
        portrait.setParent(page)
        portrait.move(number * EDGE, 0)
    page.resize(COUNT * EDGE, EDGE)
    page.show()

    def at_hand() -> list[bool]:
        radius = photo_radius(size)
        return [look.faces.has(face_number(one), size, radius=radius) for one in range(COUNT)]

    flat = page.grab().toImage()
    assert not any(at_hand())
    qtbot.waitUntil(lambda: all(at_hand()))
    qapp.processEvents()
    shown = page.grab().toImage()
    for number in range(COUNT):
        middle = number * EDGE + EDGE // 2
        assert shown.pixelColor(middle, 8) != flat.pixelColor(middle, 8)
    assert portraits[0].accessibleName() == "Sanne"


def test_faces_come_where_what_python_held_of_a_list_went_stale(qtbot: QtBot, qapp) -> None:
    look, view = a_look(photo=a_photo()), QListView()
    qtbot.addWidget(view)
    view.show()
    faces = LateFaces(look, view)
    held = view.viewport(), view.verticalScrollBar()
    for part in held:
        shiboken6.invalidate(part)
    faces.begin(QRegion(0, 0, EDGE, EDGE))
    picture = QPixmap(EDGE, EDGE)
    painter = QPainter(picture)
    box = QRectF(0, 0, EDGE, EDGE)
    assert not faces.paint(painter, box, face=face_number(0), place=box.toRect())
    painter.end()
    size = QSize(EDGE, EDGE)
    qtbot.waitUntil(lambda: look.faces.has(face_number(0), size, radius=photo_radius(size)))


def wanted(number: int) -> Wanted:
    return Wanted(face_number(number), QSize(EDGE, EDGE), 0, 1)


def at_hand(look: Look, number: int) -> bool:
    return look.faces.has(face_number(number), QSize(EDGE, EDGE))


def shown_widget(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(EDGE, EDGE)
    widget.show()
    return widget


def shown_area(
    qtbot: QtBot, kind: type[QAbstractScrollArea] = QAbstractScrollArea
) -> QAbstractScrollArea:
    area = kind()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    qtbot.addWidget(area)
    area.resize(EDGE, EDGE)
    area.verticalScrollBar().setRange(0, 1000)
    area.show()
    return area


def test_what_was_scrolled_out_of_sight_is_not_decoded(qtbot: QtBot, qapp) -> None:
    look, area = a_look(photo=a_photo()), shown_area(qtbot)
    bar = area.verticalScrollBar()
    late = LateFaces(look, area)
    place = QRect(0, 0, EDGE, EDGE)
    assert late.shown(wanted(1), place=place) is FLAT
    bar.setValue(500)
    assert late.shown(wanted(2), place=place) is FLAT
    qtbot.waitUntil(lambda: at_hand(look, 2))
    assert not at_hand(look, 1)


def test_a_face_that_was_scrolled_a_little_is_painted_where_it_is_by_then(
    qtbot: QtBot, qapp
) -> None:
    painted: list[QRect] = []

    class Noting(QAbstractScrollArea):
        def paintEvent(self, event: QPaintEvent) -> None:
            painted.append(event.rect())

    area = shown_area(qtbot, Noting)
    bar = area.verticalScrollBar()
    late = LateFaces(a_look(photo=a_photo()), area)
    qtbot.waitUntil(lambda: bool(painted))
    late.shown(wanted(1), place=QRect(0, 30, EDGE, 10))
    bar.setValue(20)
    qtbot.waitUntil(lambda: QRect(0, 10, EDGE, 10) in painted)


def test_what_is_painted_anew_is_owed_as_it_is_now_and_no_longer_as_it_was(
    qtbot: QtBot, qapp
) -> None:
    look, widget = a_look(photo=a_photo()), shown_widget(qtbot)
    late = LateFaces(look, widget)
    late.shown(wanted(1), place=QRect(0, 0, 20, 20))
    late.begin(QRegion(0, 0, EDGE, EDGE))  # larger, by now
    late.shown(wanted(2), place=QRect(0, 0, 30, 30))
    qtbot.waitUntil(lambda: at_hand(look, 2))
    assert not at_hand(look, 1)


def test_what_may_come_at_once_is_not_flat_first(qtbot: QtBot, qapp) -> None:
    look, widget = a_look(photo=a_photo()), shown_widget(qtbot)
    late = LateFaces(look, widget, at_once_ms=10_000)
    assert late.shown(wanted(1), place=QRect()) is FLAT  # outside a picture
    late.begin(QRegion(0, 0, EDGE, EDGE))
    assert late.shown(wanted(1), place=QRect()) == face_number(1)


def test_what_is_ahead_comes_after_what_is_in_sight(qtbot: QtBot, qapp) -> None:
    look, widget = a_look(photo=a_photo()), shown_widget(qtbot)
    seen: list[bool] = []

    def ahead() -> list[Wanted]:
        seen.append(at_hand(look, 1))
        return [wanted(2), wanted(3)]

    late = LateFaces(look, widget, ahead=ahead)
    late.begin(QRegion(0, 0, EDGE, EDGE))
    late.shown(wanted(1), place=QRect(0, 0, EDGE, EDGE))
    qtbot.waitUntil(lambda: at_hand(look, 2) and at_hand(look, 3))
    assert all(seen)
