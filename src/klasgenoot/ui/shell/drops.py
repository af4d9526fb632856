"""What is dropped or pasted anywhere on the window: a class list, photos or a timetable.

While something is dragged over the window, all of it says that it can be let go.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.target import PageId, Target

if TYPE_CHECKING:
    from klasgenoot.exchange.source_files import Brought

translate = QCoreApplication.translate

TIMETABLES = frozenset({".ics", ".ical"})
"""How the names of calendar files end."""
MARGIN, RADIUS, SHADE = 16, 18, 0.97


class DropSign(QWidget):
    """Covers what is below it and says that what is dragged can be let go."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel(look, "folder-input", colour="accent_text", size=40), 0, middle)
        for text, role, colour in (
            (translate("DropSign", "Let go to import it"), Text.SECTION, "text"),
            (
                translate("DropSign", "Nothing is stored until you have looked it over."),
                Text.BODY,
                "text_2",
            ),
        ):
            label = Label(look, text, role, colour=colour)  # type: ignore[arg-type]  # both are
            label.setAlignment(middle | Qt.AlignmentFlag.AlignVCenter)
            column.addWidget(label)
        column.addStretch(1)
        self.setGeometry(over.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(tokens["accent_tint"])
        ground.setAlphaF(SHADE)
        pen = QPen(tokens["accent"], 2)
        pen.setDashPattern([4, 3.5])
        painter.fillRect(self.rect(), ground)
        painter.setPen(pen)
        box = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.end()


class Host(Protocol):
    """What bringing something in asks of the window."""

    @property
    def look(self) -> Look:
        """How everything looks now."""

    @property
    def page(self) -> QWidget:
        """The page that is open."""

    @property
    def target(self) -> Target:
        """What is open."""

    def go(self, target: Target | PageId) -> None:
        """Opens a page."""


class Drops(QObject):
    """Imports what is dropped on a window, or pasted, where nothing in it takes that itself.

    Args:
        host: what opens the import.
        window: the same, as the widget it is dropped on.
    """

    def __init__(self, host: Host, window: QMainWindow) -> None:
        super().__init__(window)
        self._host = host
        self._window = window
        self._sign: DropSign | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QDragEnterEvent):
            if _may_be_brought(event.mimeData()):
                event.acceptProposedAction()
                self._show_sign()
            return True
        if kind in {QEvent.Type.DragLeave, QEvent.Type.Drop}:
            self._hide_sign()
        if isinstance(event, QDropEvent) and kind == QEvent.Type.Drop:
            from klasgenoot.ui.kit.brought import brought

            if self._bring(brought(event.mimeData())):
                event.acceptProposedAction()
            return True
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:  # no field took it
            if not event.matches(QKeySequence.StandardKey.Paste):
                return False
            from klasgenoot.ui.kit.brought import copied

            return self._bring(copied(with_lines=self._host.target.page is PageId.IMPORT))
        return super().eventFilter(watched, event)

    def _bring(self, things: "tuple[Brought, ...]") -> bool:
        """Imports these; where an import is under way, beside what it has. False without any.

        Timetables are no class: they go to the calendar, unless what was read here would be lost.
        """
        if not things:
            return False
        page, is_importing = self._host.page, self._host.target.page is PageId.IMPORT
        bring = getattr(page, "bring", None)
        if _are_timetables(things) and not getattr(page, "has_read", False):
            self._host.go(Target(PageId.CALENDAR, paths=things))
        elif is_importing and bring is not None:
            bring(things)
        else:
            self._host.go(Target(PageId.IMPORT, paths=things))
        return True

    def _show_sign(self) -> None:
        over = self._window.centralWidget()
        if self._sign is None and over is not None:
            self._sign = DropSign(self._host.look, over)

    def _hide_sign(self) -> None:
        if self._sign is not None:
            self._sign.hide()
            self._sign.deleteLater()
            self._sign = None


def _are_timetables(things: "tuple[Brought, ...]") -> bool:
    """Whether all are calendar files; what else there is with them would be left out there."""
    return all(isinstance(each, Path) and each.suffix.casefold() in TIMETABLES for each in things)


def _may_be_brought(mime: QMimeData) -> bool:
    """Whether it seems to be something to import; what it is, is looked at once it is let go."""
    from klasgenoot.ui.kit.brought import FORMATS, table_in

    return (
        any(url.isLocalFile() for url in mime.urls())
        or mime.hasImage()
        or any(mime.hasFormat(each) for each in FORMATS)
        or bool(table_in(mime))
    )
