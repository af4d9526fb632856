"""The bar at the bottom of every page: press it, or Ctrl L, to log a contact."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCursor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from klasgenoot.domain.people import StudentId
from klasgenoot.store import drafts
from klasgenoot.store.students import student
from klasgenoot.ui.kit.chips import HEIGHT as CHIP_HEIGHT
from klasgenoot.ui.kit.chips import chip_width, paint_chip
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import HEIGHT as BADGE_HEIGHT
from klasgenoot.ui.kit.keys import badge_width, paint_badge
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import WIDEST_CONTENT, Density, density_of
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.ui.shell.actions import ACTIONS_BY_ID
from klasgenoot.ui.shell.log_tokens import TOKEN_ROOM, paint_token
from klasgenoot.viewmodels.quicklog_lesson import log_class
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import AFTER_CLASS, PageId, Target

translate = QCoreApplication.translate

HEIGHT, COMPACT_HEIGHT = 56, 52
ICON, GAP, RIGHT = 18, 12, 20
LEAST_WORDS = 160
"""The words have at least this room, in pixels at text scale 1; the chip makes way for them."""


class LogBar(QAbstractButton):
    """Shows an example and where it will be logged: the class, or the student whose page is open.

    Signals:
        open_requested: the quick log is wanted, or (where the chip was pressed) the one of a
            whole lesson: a Target.

    Args:
        look: how everything looks.
        session: for the class that is current.
        parent: the widget it is on.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chip = QRectF()
        self._session = session
        self._student: StudentId | None = None
        self._has_draft = False
        self._name, self._about = "", ""
        self.setProperty("ring", 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.pressed.connect(self._on_pressed)
        session.class_changed.connect(self._on_class_changed)
        session.changed.connect(self._on_class_changed)
        self._on_class_changed()

    @property
    def student(self) -> StudentId | None:
        """The student whose page is open."""
        return self._student

    def set_student(self, student_id: StudentId | None) -> None:
        """Say whose page is open; None for a page about the class."""
        self._student = student_id
        self._on_class_changed()

    def look_for_draft(self) -> None:
        """Shows whether the data keeps something that was begun."""
        self.set_draft(bool(drafts.stored_draft(self._session.vault, of=drafts.LOG)))

    def set_draft(self, waiting: bool) -> None:  # noqa: FBT001 - what a draft says
        """Say whether a draft waits; its words stay out of sight."""
        self._has_draft = waiting
        self.update()

    def ring_rect(self) -> QRect:
        """Where the focus ring goes: just inside, as the bar reaches the edges of the window."""
        return self.rect().adjusted(6, 6, -6, -6)

    def sizeHint(self) -> QSize:
        window = self.window()
        compact = density_of(window.width(), window.height()) is Density.COMPACT
        return QSize(
            self._look.fonts.px(LEAST_WORDS),
            self._look.fonts.px(COMPACT_HEIGHT if compact else HEIGHT),
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, tokens = self._look, self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), tokens["hover" if self.underMouse() else "surface"])
        painter.fillRect(0, 0, self.width(), 1, tokens["line"])
        left, right = self._sides()
        icon = look.fonts.px(ICON)
        box = QRectF(left, (self.height() - icon) / 2, icon, icon)
        look.icons.paint(painter, "pencil", box, colour="accent_text")
        left += icon + GAP
        right = self._paint_keys(painter, right)
        right = self._paint_about(painter, left, right)
        self._paint_words(painter, left, right)
        painter.end()

    def _sides(self) -> tuple[float, float]:
        """Where the contents begin and end: under those of the page."""
        window = self.window()
        side = density_of(window.width(), window.height()).value[0]
        over = (self.width() - WIDEST_CONTENT) / 2
        return max(side, over), self.width() - max(RIGHT, over - RIGHT)

    def _paint_keys(self, painter: QPainter, right: float) -> float:
        keys = ACTIONS_BY_ID["log"].shown_keys
        width, height = badge_width(self._look, keys), self._look.fonts.px(BADGE_HEIGHT)
        box = QRectF(right - width, round((self.height() - height) / 2), width, height)
        paint_badge(painter, box, look=self._look, keys=keys)
        return box.left() - GAP

    def _paint_about(self, painter: QPainter, left: float, right: float) -> float:
        self._chip = QRectF()
        width = chip_width(self._look, self._about)
        if not self._about or right - width - left < self._look.fonts.px(LEAST_WORDS):
            return right
        height = self._look.fonts.px(CHIP_HEIGHT)
        box = QRectF(right - width, round((self.height() - height) / 2), width, height)
        paint_chip(painter, box, look=self._look, text=self._about, tone="outline")
        self._chip = box
        return box.left() - GAP

    def _paint_words(self, painter: QPainter, left: float, right: float) -> None:
        fonts, tokens = self._look.fonts, self._look.tokens
        font = fonts.font(Text.BODY)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        if self._name and not self._has_draft:  # the draft may be about somebody else
            name = f"{self._name}:"
            width = metrics.horizontalAdvance(name)
            line = fonts.line(Text.BODY)
            box = QRectF(left + TOKEN_ROOM, (self.height() - line) / 2, width, line)
            paint_token(painter, box, look=self._look, ground="accent_tint", line="accent_text")
            painter.setPen(tokens["accent_text"])
            painter.drawText(box.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, name)
            left = box.right() + 2 * TOKEN_ROOM
        for words, ink in self._words():
            painter.setPen(tokens[ink])
            room = QRectF(left, 0, max(0.0, right - left), self.height())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            left += metrics.horizontalAdvance(words)

    def _words(self) -> tuple[tuple[str, Colour], ...]:
        """What stands there, each piece with its colour."""
        if self._has_draft:
            return ((translate("LogBar", "Your draft is waiting"), "text_2"),)
        if self._name:
            return ((translate("LogBar", "write what you saw or agreed"), "text_3"),)
        return (
            (translate("LogBar", "Log a contact, for instance") + " ", "text_3"),
            (translate("LogBar", "Sanne, Milan: group project is going well"), "text_2"),
        )

    @Slot()
    def _on_pressed(self) -> None:
        under = self.mapFromGlobal(QCursor.pos())
        is_on_chip = not self._name and self.underMouse() and self._chip.contains(under)
        self.open_requested.emit(Target(PageId.LOG, act=AFTER_CLASS if is_on_chip else ""))

    @Slot()
    def _on_class_changed(self) -> None:
        who = student(self._session.vault, self._student) if self._student else None
        self._name = who.name if who else ""
        self._about = who.full_name if who else log_class(self._session).name
        self.setAccessibleName(translate("LogBar", "Log a contact"))
        self.setAccessibleDescription(self._about)
        self.update()
