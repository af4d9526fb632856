"""A face without a name, or a name without a face: type, think or choose."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from klasgenoot.domain.answering import Mode
from klasgenoot.domain.people import Student
from klasgenoot.domain.portrait import RATIO
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import HEIGHT as BADGE_HEIGHT
from klasgenoot.ui.kit.keys import badge_width, paint_badge
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.practice.answer_box import AnswerBox
from klasgenoot.ui.pages.practice.enter import press_focused
from klasgenoot.ui.pages.practice.hero import Hero
from klasgenoot.ui.pages.practice.options import GAP as OPTION_GAP
from klasgenoot.ui.pages.practice.options import Options
from klasgenoot.ui.pages.practice.room import PracticeRoom
from klasgenoot.viewmodels.practice_question import Question

translate = QCoreApplication.translate

MIDDLE = Qt.AlignmentFlag.AlignHCenter
WIDEST_FIELD = 520
WIDEST_ROOM, ROOM_FOOT = 900, 40
"""How wide a room may be, and what it leaves free below the rest."""
GAP = 8
ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
SHARE = 0.63
"""How much of the height the face may take."""
FACES_SHARE = 0.46
"""How much of the height faces to choose from may take."""


class KeyHint(QAbstractButton):
    """A key badge with what the key does; a click does the same."""

    def __init__(self, look: Look, keys: str, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = keys
        self.setText(text)
        self.setFont(look.fonts.font(Text.SUPPORT))
        self.setProperty("ring", 7)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        text = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(badge_width(self._look, self._keys) + GAP + text + 2, self._look.fonts.px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        width = badge_width(self._look, self._keys)
        height = self._look.fonts.px(BADGE_HEIGHT)
        badge = QRectF(0, round((self.height() - height) / 2), width, height)
        paint_badge(painter, badge, look=self._look, keys=self._keys)
        painter.setFont(self.font())
        painter.setPen(tokens["text" if self.underMouse() or self.isDown() else "text_2"])
        room = QRectF(width + GAP, 0, self.width() - width - GAP, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class QuestionView(QWidget):
    """The question of one card.

    Attributes:
        hero: the face.

    Signals:
        entered: the name that was typed.
        reveal_requested: the name in mind is to be compared.
        hint_requested: a hint is wanted.
        give_up_requested: the name is not recalled.
        chosen: the id of who was chosen, out of a few.
        seat_chosen: the `Seat` that was chosen in the room.
        listen_requested: the name is to be heard; also when it is first asked.
    """

    entered = Signal(str)
    reveal_requested = Signal()
    hint_requested = Signal()
    give_up_requested = Signal()
    chosen = Signal(int)
    seat_chosen = Signal(object)
    listen_requested = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.hero = Hero(look)
        self._box = AnswerBox(
            look,
            name=translate("Practice", "Name of this student"),
            button_name=translate("Practice", "Check"),
        )
        self._box.entered.connect(self.entered)
        self._reveal = Button(
            look,
            translate("Practice", "Show the name"),
            kind="primary",
            size="large",
            icon="eye",
            keys=translate("Practice", "Space"),
        )
        self._reveal.clicked.connect(self.reveal_requested)
        self._caption = Label(look, "", Text.SUPPORT, colour="text_2")
        self._caption.setAlignment(MIDDLE | Qt.AlignmentFlag.AlignVCenter)
        self._hint = KeyHint(look, "Ctrl /", "")
        self._hint.clicked.connect(self.hint_requested)
        self._give_up = KeyHint(look, "Ctrl ↵", translate("Practice", "I do not know"))
        self._give_up.clicked.connect(self.give_up_requested)
        self._class = Label(look, "", Text.SUPPORT, colour="text_3")
        self._class.setAlignment(MIDDLE)
        self._wanted = Label(look, "", Text.FOCUS_NAME)
        self._wanted.setAlignment(MIDDLE)
        self._listen = Button(
            look, translate("Practice", "Hear the name"), size="large", icon="volume-2", keys="0"
        )
        self._listen.clicked.connect(self.listen_requested)
        self._names = Options(look, faces=False, columns=2)
        self._faces = Options(look, faces=True, columns=4)
        for options in (self._names, self._faces):
            options.chosen.connect(self.chosen)
        self._room = PracticeRoom(look, chooses=False)
        self._seats = PracticeRoom(look, chooses=True)
        self._seats.chosen.connect(self.seat_chosen)
        self._student: Student | None = None
        self._space: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fill()

    def ask(self, asked: Question) -> None:
        """Show a face and ask for the name, or the other way round.

        What is being typed for this face stays.
        """
        student, way = asked.student, asked.way
        is_fresh = self.isHidden() or student != self._student
        self._student = student
        self.hero.show_student(student, name=translate("Practice", "photo, name hidden"))
        finds = way.finds_face
        self._wanted.setText(asked.wanted)
        self._names.offer(asked.options if way is Mode.CHOOSE_NAME else ())
        self._faces.offer(asked.options if finds else ())
        finds_seat, names_seat = way is Mode.FIND_SEAT, way is Mode.NAME_SEAT
        if asked.room is not None:
            (self._seats if finds_seat else self._room).ask(asked.room)
        seat = asked.room.words if asked.room is not None else ""
        self._box.field.setAccessibleDescription(seat)
        for part, is_there in (
            (self.hero, not (finds or asked.room)),
            (self._room, names_seat),
            (self._seats, finds_seat),
            (self._wanted, bool(asked.wanted)),
            (self._listen, asked.has_sound),
            (self._faces, finds),
            (self._names, way is Mode.CHOOSE_NAME),
            (self._box, way.is_typed),
            (self._hint, bool(asked.hint)),
            (self._give_up, way is not Mode.SELF_GRADED),
            (self._reveal, way is Mode.SELF_GRADED),
            (self._class, bool(asked.class_name)),
        ):
            part.setVisible(is_there)
        self._class.setText(asked.class_name)
        self._hint.setText(asked.hint)
        self._hint.updateGeometry()
        self._caption.setText(asked.caption)
        # where one is chosen the keyboard is on the question itself
        self.setAccessibleName(": ".join(filter(None, (asked.wanted, asked.caption))))
        self._caption.set_colour("honey_text" if asked.asks_more else "text_2")
        if self._space is not None:
            self.fit(*self._space)  # another way takes another height
        if is_fresh:
            self._box.set_text(asked.typed)
            if asked.has_sound:
                self.listen_requested.emit()

    def take_focus(self) -> None:
        """Put the keyboard where the answer goes."""
        for part in (self._box, self._reveal):
            if not part.isHidden():
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        # on none of the options or seats: an Enter too many would choose the first
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        options = self._faces if self._names.isHidden() else self._names
        if event.key() == Qt.Key.Key_0 and self._listen.isVisible():
            self._listen.click()
            return
        if press_focused(event, self):
            return
        if event.key() in ARROWS and self.hasFocus() and options.isVisible():
            options.take_focus()
            return
        if event.key() in ARROWS and self.hasFocus() and self._seats.isVisible():
            self._seats.setFocus(Qt.FocusReason.TabFocusReason)
            return
        if self._seats.isVisible() and self._seats.press(event):
            return
        if not (options.isVisible() and options.press(event)):
            super().keyPressEvent(event)

    def fit(self, width: int, height: int) -> None:
        """Size the faces for a page of this size."""
        self._space = (width, height)
        px = self._look.fonts.px
        below = px(56) + px(20) + px(30) + 60
        if not self._names.isHidden():
            below += self._names.sizeHint().height() - px(56)
        if not self._class.isHidden():
            below += self._class.sizeHint().height()
        self.hero.set_height(max(px(200), min(round(height * SHARE), height - below)))
        self._box.setFixedWidth(max(self.hero.width(), min(px(330), px(WIDEST_FIELD))))
        self._names.setFixedWidth(px(WIDEST_FIELD))
        room = QSize(min(width, px(WIDEST_ROOM)), max(px(160), height - below - px(ROOM_FOOT)))
        for shown in (self._room, self._seats):
            shown.set_space(room)
        four = round((width - 3 * px(OPTION_GAP)) / 4 / RATIO)
        self._faces.set_height(max(px(120), min(four, round(height * FACES_SHARE))))

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(self.hero, 0, MIDDLE)
        column.addWidget(self._room, 0, MIDDLE)
        column.addSpacing(8)
        column.addWidget(self._class)
        column.addWidget(self._wanted, 0, MIDDLE)
        column.addSpacing(8)
        column.addWidget(self._listen, 0, MIDDLE)
        column.addSpacing(22)
        column.addWidget(self._box, 0, MIDDLE)
        column.addWidget(self._reveal, 0, MIDDLE)
        column.addWidget(self._names, 0, MIDDLE)
        column.addWidget(self._faces, 0, MIDDLE)
        column.addWidget(self._seats, 0, MIDDLE)
        column.addSpacing(12)
        column.addWidget(self._caption)
        column.addSpacing(12)
        keys = QWidget()
        keys.setLayout(flow(self._hint, self._give_up, gap=20))
        column.addWidget(keys, 0, MIDDLE)
        column.addStretch(4)
