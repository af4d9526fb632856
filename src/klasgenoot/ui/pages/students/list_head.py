"""What stands above the list? The names of the columns, two of which sort, and the week numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.domain.weeks import Week
from klasgenoot.ui.kit.enter import EnterButton
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop
from klasgenoot.ui.kit.strip import SMALL_CELL
from klasgenoot.ui.pages.students.list_plan import ListPlan, plan_list
from klasgenoot.viewmodels.student_filter import Sort

translate = QCoreApplication.translate

HEIGHT, BUTTON_HEIGHT, ARROW, ARROW_GAP = 38, 26, 14, 5


class SortButton(EnterButton):
    """The name of a column; pressing it sorts."""

    def __init__(self, look: Look, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("ring", 6)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def nextCheckState(self) -> None:
        """Leaves to the page whether the list is sorted so."""

    def sizeHint(self) -> QSize:
        fonts = self._look.fonts
        width = QFontMetrics(fonts.medium(Text.CAPTION)).horizontalAdvance(self.text())
        arrow = ARROW_GAP + fonts.px(ARROW)
        return QSize(width + arrow + 1, fonts.px(BUTTON_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, on = self._look, self.isChecked()
        painter = QPainter(self)
        font = look.fonts.medium(Text.CAPTION)
        painter.setFont(font)
        bright = on or self.underMouse()
        painter.setPen(look.tokens["text" if bright else "text_2"])
        arrow = look.fonts.px(ARROW)
        room = self.width() - ARROW_GAP - arrow
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        box = QRectF(0, 0, room + 1, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        if on:
            left = QFontMetrics(font).horizontalAdvance(text) + ARROW_GAP
            place = QRectF(left, (self.height() - arrow) / 2, arrow, arrow)
            look.icons.paint(painter, "arrow-down", place, colour="text")
        painter.end()


class ListHead(QWidget):
    """The head of the list.

    Signals:
        sort_requested: a `Sort`.
    """

    sort_requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._weeks: tuple[Week, ...] = ()
        self._sort = Sort.LAST_SEEN
        self._name = SortButton(look, parent=self)
        self._name.clicked.connect(self._on_name_clicked)
        self._seen = SortButton(look, parent=self)
        self._seen.clicked.connect(self._on_seen_clicked)
        OneStop(self, [self._name, self._seen])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in order."""
        return self._name, self._seen

    def say(self, *, weeks: Sequence[Week], sort: Sort) -> None:
        """Show these weeks, and by what the list is sorted."""
        self._weeks = tuple(weeks)
        self._sort = sort
        self._name.setText(self._name_words())
        self._name.setToolTip(self._next_words())
        self._name.setChecked(sort is not Sort.LAST_SEEN)
        self._seen.setText(translate("Students", "Last seen"))
        self._seen.setToolTip(translate("Students", "Sort by last seen"))
        self._seen.setChecked(sort is Sort.LAST_SEEN)
        self._arrange()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self._look.fonts.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, fonts, plan = self._look.tokens, self._look.fonts, self._plan()
        painter = QPainter(self)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), tokens["line"])
        if plan.strip.width:
            for number, week in enumerate(self._weeks[-plan.weeks :]):
                is_now = week is self._weeks[-1]
                role = Text.CAPTION
                painter.setFont(fonts.bold(role) if is_now else fonts.font(role))
                painter.setPen(tokens["text" if is_now else "text_2"])
                middle = plan.strip.left + number * plan.pitch + SMALL_CELL / 2
                box = QRectF(middle - plan.pitch / 2, 0, plan.pitch, self.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(week.number))
        if plan.promise.width:
            painter.setFont(fonts.medium(Text.CAPTION))
            painter.setPen(tokens["text_2"])
            box = QRectF(plan.promise.left, 0, plan.promise.width, self.height())
            words = translate("Students", "Promise")
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _plan(self) -> ListPlan:
        return plan_list(self.width(), look=self._look, weeks=len(self._weeks))

    def _arrange(self) -> None:
        plan = self._plan()
        for button, span in ((self._name, plan.name), (self._seen, plan.seen)):
            size = button.sizeHint()
            top = (self.height() - size.height()) // 2
            width = min(size.width(), span.width)
            button.setGeometry(span.left, top, width, size.height())

    def _name_words(self) -> str:
        return {
            Sort.LAST_SEEN: translate("Students", "Student"),
            Sort.FAMILY_NAME: translate("Students", "Student, by family name"),
            Sort.CALL_NAME: translate("Students", "Student, by call name"),
        }[self._sort]

    def _next_words(self) -> str:
        if self._sort is Sort.FAMILY_NAME:
            return translate("Students", "Sort by call name")
        return translate("Students", "Sort by family name")

    @Slot()
    def _on_name_clicked(self) -> None:
        by_family = self._sort is Sort.FAMILY_NAME
        self.sort_requested.emit(Sort.CALL_NAME if by_family else Sort.FAMILY_NAME)

    @Slot()
    def _on_seen_clicked(self) -> None:
        self.sort_requested.emit(Sort.LAST_SEEN)
