"""What became of each face? The session's faces in rows, with an icon before each name."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.people import Student
from klasgenoot.domain.summary import Result
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.ui.pages.practice.hero import nameless
from klasgenoot.viewmodels.look_back import result_words

translate = QCoreApplication.translate

LOOKS: dict[Result, tuple[str, Colour]] = {
    Result.KNEW: ("check", "accent"),
    Result.GUESSED: ("circle-dashed", "honey_edge"),
    Result.AGAIN: ("rotate-ccw", "brick"),
}
"""Icon and colour by result."""
GAP, LINE_GAP, RADIUS = 14, 14, 14
ICON, CAPTION_INSET, CAPTION_GAP = 15, 2, 4


class ResultFace(QWidget):
    """One face, its name, and what became of it."""

    def __init__(
        self, look: Look, student: Student, result: Result, *, called: str, edge: int
    ) -> None:
        super().__init__()
        words = result_words(result)
        self.setAccessibleName(f"{student.full_name}, {words}")
        icon, colour = LOOKS[result]
        photo = Portrait(
            look, nameless(student), name=student.full_name, size=QSize(edge, edge), radius=RADIUS
        )
        room = edge - look.fonts.px(ICON) - CAPTION_INSET - CAPTION_GAP
        metrics = QFontMetrics(look.fonts.font(Text.SUPPORT, weight=QFont.Weight.Medium))
        breaks_a_word = any(metrics.horizontalAdvance(word) >= room for word in called.split())
        lines = 1 if breaks_a_word else 0  # an ellipsis rather than half a name on the next line
        name = Label(look, called, Text.SUPPORT, weight=QFont.Weight.Medium, lines=lines)
        height = name.sizeHint().height() if lines else name.heightForWidth(room)
        name.setFixedSize(room, height)
        top = Qt.AlignmentFlag.AlignTop
        caption = QHBoxLayout()
        caption.setContentsMargins(CAPTION_INSET, 0, 0, 0)
        caption.setSpacing(CAPTION_GAP)
        caption.addWidget(IconLabel(look, icon, colour=colour, size=ICON, name=words), 0, top)
        caption.addWidget(name, 0, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(photo)
        column.addLayout(caption)
        self.setFixedWidth(edge)


class ResultFaces(QWidget):
    """All faces of a session, those known first."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._faces: list[ResultFace] = []
        self._rows = Flow(gap=GAP, line_gap=LINE_GAP, to_top=True)
        self.setLayout(self._rows)

    def show_results(self, results: Sequence[tuple[Student, Result]], *, edge: int) -> None:
        """Show these faces, each this wide."""
        for face in self._faces:
            self._rows.removeWidget(face)
            face.hide()
            face.deleteLater()
        called = told_apart(student for student, _ in results)
        self._faces = [
            ResultFace(self._look, student, result, called=called[student.id], edge=edge)
            for student, result in results
        ]
        for face in self._faces:
            self._rows.addWidget(face)
            face.show()  # now: what is hidden takes no room when it is asked for
        self.updateGeometry()


class ResultLegend(QWidget):
    """What the icons mean."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = Flow(gap=18, line_gap=4)
        for result, (icon, colour) in LOOKS.items():
            entry = QWidget()
            line = QHBoxLayout(entry)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            line.addWidget(IconLabel(look, icon, colour=colour, size=14))
            line.addWidget(Label(look, result_words(result), Text.CAPTION, colour="text_2"))
            row.addWidget(entry)
        self.setLayout(row)
