"""The other photos of a student: small ones under the large one, each with what can be done."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QVBoxLayout, QWidget

from klasgenoot.domain.portrait import RATIO
from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop
from klasgenoot.ui.kit.portrait import paint_portrait, photo_radius
from klasgenoot.viewmodels.photo_change import dropped_files
from klasgenoot.viewmodels.student_photos import OtherPhoto, StudentPhotos

translate = QCoreApplication.translate

HEIGHT, ICON = 65, 16


class SmallPhoto(QAbstractButton):
    """One photo; or, without one, the place where another can come.

    Signals:
        menu_requested: where its menu goes.
    """

    menu_requested = Signal(QPoint)

    def __init__(self, look: Look, face: Face | None, *, name: str, busy: bool = False) -> None:
        super().__init__()
        self._look = look
        self._face = face
        self._busy = busy
        self._is_target = False
        height = look.fonts.px(HEIGHT)
        self.setFixedSize(round(height * RATIO), height)
        self._corner = photo_radius(self.size())
        self.setProperty("ring", self._corner)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if face is not None:
            self.clicked.connect(self._ask_for_menu)

    def set_target(self, is_target: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show that what is dragged can be dropped."""
        self._is_target = is_target
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._face is None:
            super().contextMenuEvent(event)
            return
        self._ask_for_menu()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, box = self._look.tokens, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._face is not None:
            paint_portrait(painter, box, look=self._look, face=self._face, radius=self._corner)
        else:
            strong = self._is_target or self.underMouse()
            pen = QPen(tokens["accent" if strong else "line_strong"], 1)
            pen.setStyle(Qt.PenStyle.SolidLine if self._busy else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(tokens["hover" if strong or self._busy else "surface"])
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), self._corner, self._corner)
            edge = self._look.fonts.px(ICON)
            middle = QRectF((box.width() - edge) / 2, (box.height() - edge) / 2, edge, edge)
            icon = "clock" if self._busy else "plus"
            self._look.icons.paint(painter, icon, middle, colour="text_2")
        painter.end()

    def _ask_for_menu(self) -> None:
        self.menu_requested.emit(self.mapToGlobal(QPoint(0, self.height() + 4)))


class MorePhotos(QWidget):
    """All but the main photo, and a place for one more. One tab stop.

    Delete takes away the photo that the keyboard is on.

    Signals:
        add_requested: one more is to be chosen from files.
        crop_requested: the id of the photo of which the portrait is to be chosen.
    """

    add_requested = Signal()
    crop_requested = Signal(object)

    def __init__(self, look: Look, photos: StudentPhotos, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._photos = photos
        self._shown: tuple[object, ...] = ()
        self._stop = OneStop(self)
        self._buttons: list[SmallPhoto] = []
        self._anchor = QWidget(self)
        self._anchor.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._anchor.hide()  # marks where Tab comes by; who arrives later would stand at the end
        self._flow = Flow()
        self._hint = Label(look, "", Text.CAPTION, colour="text_3")
        row = QWidget()
        row.setLayout(self._flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(row)
        column.addWidget(self._hint)
        self.setAccessibleName(translate("Student", "More photos"))
        self.setAcceptDrops(True)

    def refresh(self) -> None:
        """Show them as they are now; without a main photo there is nothing here."""
        photos = self._photos
        shown = (photos.others, photos.is_adding, photos.hint)
        self.setVisible(bool(photos.hint))
        if shown == self._shown:
            return
        self._shown = shown
        # that of the window: while a file is chosen the keyboard is elsewhere, and comes back here
        there = self.window().focusWidget()
        focused = next((n for n, each in enumerate(self._buttons) if each is there), None)
        for old in self._buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [*map(self._small, photos.others), self._place_for_one()]
        for button in self._buttons:
            self._flow.addWidget(button)
            button.show()
        for before, after in pairwise((self._anchor, *self._buttons)):
            QWidget.setTabOrder(before, after)
        self._stop.set_stops(self._buttons)
        self._hint.setText(photos.hint)
        if focused is not None:
            self._buttons[min(focused, len(self._buttons) - 1)].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((n for n, each in enumerate(self._buttons) if each.hasFocus()), None)
        others = self._photos.others
        if event.key() == Qt.Key.Key_Delete and here is not None and here < len(others):
            self._photos.remove(others[here].photo.id)
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._buttons[-1].set_target(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._buttons[-1].set_target(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._buttons[-1].set_target(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.add(dropped_files(event.mimeData()))

    def add(self, paths: tuple[Path, ...]) -> None:
        """Add the photos in these files."""
        for path in paths:
            self._photos.add(path)

    def _small(self, other: OtherPhoto) -> SmallPhoto:
        face = Face(other.photo.photo, other.photo.crop, "")
        made = SmallPhoto(self._look, face, name=other.words)
        made.menu_requested.connect(lambda at: self._pop_up(other, at))
        return made

    def _place_for_one(self) -> SmallPhoto:
        busy = self._photos.is_adding
        words = (
            translate("Student", "The photo is on its way")
            if busy
            else translate("Student", "Add a photo")
        )
        made = SmallPhoto(self._look, None, name=words, busy=busy)
        made.clicked.connect(self.add_requested)
        return made

    def _pop_up(self, other: OtherPhoto, at: QPoint) -> None:
        number, photos, icons = other.photo.id, self._photos, self._look.icons
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(
            icons.icon("image"),
            translate("Student", "Make this the main photo"),
            lambda: photos.make_main(number),
        )
        menu.addAction(
            icons.icon("crop"),
            translate("Student", "Choose the portrait…"),
            lambda: self.crop_requested.emit(number),
        )
        menu.addAction(
            icons.icon("image-off"),
            translate("Student", "Take this photo away"),
            lambda: photos.remove(number),
        )
        menu.popup(at)
