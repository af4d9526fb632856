"""Who is this? One face, and two names below it to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from klasgenoot.domain.people import Student
from klasgenoot.domain.portrait import RATIO
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.ui.pages.look_alikes.faces import RADIUS
from klasgenoot.viewmodels.look_alikes import Named

translate = QCoreApplication.translate

MIDDLE = Qt.AlignmentFlag.AlignHCenter
SIDES: dict[int, int] = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}
"""Which of the two names a key chooses."""
NAME_GAP = 12
LEAST_WIDTH = 400


def photo_only(student: Student) -> Face:
    """The face of a student; nothing in its place, for without both photos nothing is asked."""
    return Face(student.photo, student.crop, "")


class NameButton(Button):
    """One of the two names; the arrow keys are for choosing, and so for the page."""

    def __init__(self, look: Look, name: str, *, keys: str) -> None:
        super().__init__(look, name, size="large", keys=keys)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SIDES:
            event.ignore()
            return
        super().keyPressEvent(event)


class QuestionView(QWidget):
    """The question of one card.

    Signals:
        chosen: the id of whose name was chosen.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self._shown: tuple[object, ...] = ()
        self._photo = Portrait(
            look,
            Face(None, None, ""),
            name=translate("LookAlikes", "photo, name hidden"),
            size=QSize(200, 250),
            radius=RADIUS,
        )
        self._caption = Label(look, "", Text.SUPPORT, colour="text_2")
        self._caption.setAlignment(MIDDLE | Qt.AlignmentFlag.AlignVCenter)
        self._buttons: list[NameButton] = []
        self._names = QWidget()
        self._row = QHBoxLayout(self._names)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(NAME_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(self._photo, 0, MIDDLE)
        column.addSpacing(22)
        column.addWidget(self._names, 0, MIDDLE)
        column.addSpacing(14)
        column.addWidget(self._caption)
        column.addStretch(4)

    @property
    def photo_size(self) -> QSize:
        """How large the photo is."""
        return self._photo.size()

    def ask(self, student: Student, names: Sequence[Named], *, caption: str) -> None:
        """Ask who a student is."""
        self._photo.set_face(
            photo_only(student), name=translate("LookAlikes", "photo, name hidden")
        )
        self._caption.setText(caption)
        self.setAccessibleName(caption)  # the keyboard is here
        if tuple(names) == self._shown:
            return
        self._shown = tuple(names)
        clear(self._row)
        self._buttons = []
        for place, named in enumerate(names, start=1):
            button = NameButton(self._look, named.name.replace("&", "&&"), keys=str(place))
            button.setAccessibleName(named.name)
            button.clicked.connect(lambda _=False, who=named.student.id: self.chosen.emit(who))
            self._row.addWidget(button, 1)
            button.show()  # at once, so that it can have the focus
            self._buttons.append(button)

    def take_focus(self) -> None:
        """Put the keyboard here and on neither name: an Enter too many would choose one."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.press(event):  # before the page takes the arrow keys to scroll
            super().keyPressEvent(event)

    def press(self, event: QKeyEvent) -> bool:
        """Chooses the name that a key stands for, once for each time it goes down.

        Returns:
            Whether the key stands for one.
        """
        place = SIDES.get(event.key())
        if place is None or place >= len(self._buttons):
            return False
        if not event.isAutoRepeat():
            self._buttons[place].click()
        return True

    def fit(self, *, width: int, height: int) -> None:
        """Size the face for the room there is."""
        tall = min(height, round(width / RATIO))
        self._photo.setFixedSize(round(tall * RATIO), tall)
        least = self._look.fonts.px(LEAST_WIDTH)
        self._names.setMinimumWidth(min(width, max(self._photo.width(), least)))
