"""What became of each face? The session's faces in rows, with an icon before each name."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import ceil

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.summary import Result
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.late_faces import LateFaces, LatePortrait
from klasgenoot.ui.kit.look import Look
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
GAP, LINE_GAP = 14, 14
ICON, CAPTION_INSET, CAPTION_GAP = 15, 2, 4
SMALLER = Text.CAPTION
"""How a name is written whose longest word does not fit below its face in the usual size."""
LEAST_EDGE, MOST_FOR_A_NAME = 72, 110
"""A face is at least so wide; and for a long name never wider than this, in pixels at scale 1."""


class ResultFace(QWidget):
    """One face, its name, and what became of it."""

    def __init__(
        self,
        look: Look,
        student: Student,
        result: Result,
        *,
        called: str,
        edge: int,
        late: LateFaces,
    ) -> None:
        super().__init__()
        words = result_words(result)
        self.setAccessibleName(f"{student.full_name}, {words}")
        icon, colour = LOOKS[result]
        size = QSize(edge, edge)
        photo = LatePortrait(late, nameless(student), name=student.full_name, size=size)
        room = edge - _before_name(look)
        role = _role_for(look, called, room=room)
        lines = 0 if role else 1  # an ellipsis rather than half a name on the next line
        name = Label(look, called, role or SMALLER, weight=QFont.Weight.Medium, lines=lines)
        height = name.sizeHint().height() if lines else name.heightForWidth(room)
        name.setFixedSize(room, max(height, look.fonts.line(Text.SUPPORT)))
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


def _before_name(look: Look) -> int:
    """How much of the width below a face its icon takes."""
    return look.fonts.px(ICON) + CAPTION_INSET + CAPTION_GAP


def least_edge(look: Look, names: Iterable[str]) -> int:
    """How wide a face is at least, so that each of these names stands below it in full."""
    widest = max((_longest_word(look, name, SMALLER) for name in names), default=0)
    most = look.fonts.px(MOST_FOR_A_NAME)
    return max(look.fonts.px(LEAST_EDGE), min(_before_name(look) + widest, most))


def _role_for(look: Look, called: str, *, room: int) -> Text | None:
    """In which size no word of a name is broken; None where it is too long in any."""
    for role in (Text.SUPPORT, SMALLER):
        if _longest_word(look, called, role) <= room:
            return role
    return None


def _longest_word(look: Look, name: str, role: Text) -> int:
    """How wide the longest word of a name is in this size, in pixels."""
    metrics = QFontMetricsF(look.fonts.font(role, weight=QFont.Weight.Medium))
    return ceil(max((metrics.horizontalAdvance(word) for word in name.split()), default=0))


class ResultFaces(QWidget):
    """All faces of a session, those known first."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._late = LateFaces(look, self)
        self._shown: tuple[object, ...] = ()
        self._faces: list[ResultFace] = []
        self._rows = Flow(gap=GAP, line_gap=LINE_GAP, to_top=True)
        self.setLayout(self._rows)

    def show_results(
        self,
        results: Sequence[tuple[Student, Result]],
        *,
        called: Mapping[StudentId, str],
        edge: int,
    ) -> None:
        """Show these faces, each this wide, with what they are called.

        What is shown already stays: a page is fitted several times before it stands.
        """
        shown = (tuple(results), dict(called), edge)
        if shown == self._shown:
            return
        self._shown = shown
        for face in self._faces:
            self._rows.removeWidget(face)
            face.hide()
            face.deleteLater()
        self._faces = [
            ResultFace(
                self._look,
                student,
                result,
                called=called[student.id],
                edge=edge,
                late=self._late,
            )
            for student, result in results
        ]
        for face in self._faces:
            self._rows.addWidget(face)
        self.updateGeometry()


class ResultLegend(QWidget):
    """What the icons mean, of those results that there can be."""

    def __init__(
        self,
        look: Look,
        results: Collection[Result] = tuple(Result),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = Flow(gap=18, line_gap=4)
        for result in results:
            icon, colour = LOOKS[result]
            entry = QWidget()
            line = QHBoxLayout(entry)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            line.addWidget(IconLabel(look, icon, colour=colour, size=14))
            line.addWidget(Label(look, result_words(result), Text.CAPTION, colour="text_2"))
            row.addWidget(entry)
        self.setLayout(row)
