"""How far are the names? How many are known, who comes by today, and the button to begin."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klasgenoot.domain.memory import Level
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.faces import Face, face_of
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.levels import LevelBar
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import FaceStack
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.today import NamesShown

translate = QCoreApplication.translate

MOST_FACES, FACE = 4, 34


class NamesCard(Card):
    """The names of the class at a glance.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, title=translate("Today", "Names"), parent=parent)
        self._target = Target(PageId.PRACTICE)
        self._number = Label(look, "", Text.TITLE, lines=1)
        self._of = Label(look, "", Text.BODY, colour="text_2")
        sums = QHBoxLayout()
        sums.setSpacing(10)
        sums.addWidget(self._number)
        sums.addWidget(self._of, 1)
        self._bar = LevelBar(look)
        self._line = Label(look, "", Text.SUPPORT, colour="text_2")
        self._foot = QWidget()
        self._flow = Flow(apart=True)
        self._foot.setLayout(self._flow)
        self._stack: FaceStack | None = None
        self._shown: list[Face] | None = None
        self._button = Button(look, size="small", icon="play")
        self._button.clicked.connect(lambda: self.open_requested.emit(self._target))
        self.body.addLayout(sums)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._line)
        self.body.addStretch(1)
        self.body.addWidget(self._foot)

    def show_names(self, names: NamesShown) -> None:
        """Show how far they are."""
        sure = names.counts[Level.KNOWN]
        self._number.setText(str(sure))
        words = translate("Today", "of {total} names known")
        self._of.setText(words.format(total=names.total))
        self._bar.set_counts(names.counts, name=f"{sure} {words.format(total=names.total)}")
        self._line.setText(names.line)
        self._target = names.act.target
        self._button.setText(names.short)
        faces = [face_of(face.student) for face in names.faces[:MOST_FACES]]
        if faces != self._shown:
            self._shown = faces
            self._put(faces, name=names.line)

    def _put(self, faces: list[Face], *, name: str) -> None:
        """Show these faces before the button, which stays."""
        if self._stack is not None:
            self._stack.hide()
            self._stack.deleteLater()
            self._flow.removeWidget(self._stack)
            self._stack = None
        self._flow.removeWidget(self._button)
        if faces:
            size = self._look.fonts.px(FACE)
            self._stack = FaceStack(self._look, faces, name=name, size=size)
            self._flow.addWidget(self._stack)
        self._flow.addWidget(self._button)
