"""Who is in it? Everybody, or a choice: a chip for each student."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.domain.people import Student, StudentId
from klasgenoot.ui.kit.chips import Choice, FilterChip
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop
from klasgenoot.ui.kit.segmented import Segmented

translate = QCoreApplication.translate

ALL, SOME = "all", "some"


class Who(QWidget):
    """All of the class or some of it.

    Signals:
        chosen: a frozenset of student ids, or None for everybody.
    """

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._people: tuple[tuple[StudentId, str], ...] = ()
        self._chips: dict[StudentId, FilterChip] = {}
        self._which = Segmented(
            look,
            (
                Choice(ALL, translate("Sharing", "Whole class")),
                Choice(SOME, translate("Sharing", "A choice")),
            ),
            name=translate("Sharing", "Which students"),
        )
        self._which.chosen.connect(self._tell)
        self._row = Flow(gap=6, line_gap=6)
        self._holder = QWidget()
        self._holder.setLayout(self._row)
        self._holder.setAccessibleName(translate("Sharing", "Which students"))
        self._stop = OneStop(self._holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._which)
        column.addWidget(self._holder)

    def show_people(self, people: Sequence[Student], *, only: frozenset[StudentId] | None) -> None:
        """Shows the class, and who of it is chosen."""
        named = tuple((one.id, _name(one, people)) for one in people)
        if named != self._people:
            self._people = named
            self._make_chips()
        self._which.choose(ALL if only is None else SOME)
        self._holder.setVisible(only is not None)
        for student_id, chip in self._chips.items():
            chip.setChecked(only is not None and student_id in only)

    def _make_chips(self) -> None:
        for chip in self._chips.values():
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for student_id, name in self._people:
            chip = FilterChip(self._look, Choice(str(student_id), name), parent=self._holder)
            chip.clicked.connect(self._tell)
            self._row.addWidget(chip)
            self._chips[student_id] = chip
        self._stop.set_stops(list(self._chips.values()))

    @Slot()
    def _tell(self) -> None:
        if self._which.current() == ALL:
            self.chosen.emit(None)
            return
        those = (one for one, chip in self._chips.items() if chip.isChecked())
        self.chosen.emit(frozenset(those))


def _name(one: Student, people: Sequence[Student]) -> str:
    """The call name; with the rest of it where two are called the same."""
    is_alone = sum(other.name == one.name for other in people) == 1
    return one.name if is_alone else one.full_name
