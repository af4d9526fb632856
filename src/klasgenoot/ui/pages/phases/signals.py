"""What was seen? The signals as check boxes, in groups."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from klasgenoot.domain import groups
from klasgenoot.domain.groups import SIGNALS, Phase
from klasgenoot.domain.phase_texts import PhaseTexts
from klasgenoot.ui.kit.choice import Check
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop

translate = QCoreApplication.translate

GAP, GROUP_GAP, CHECK_GAP = 24, 16, 8


def _group_name(phase: Phase) -> str:
    """What the signals of a phase have in common, as one sees it."""
    return {
        Phase.FORMING: translate("Phases", "Feeling their way"),
        Phase.STORMING: translate("Phases", "Friction"),
        Phase.NORMING: translate("Phases", "Finding a way"),
        Phase.PERFORMING: translate("Phases", "Working together"),
        Phase.ADJOURNING: translate("Phases", "Rounding off"),
    }[phase]


class SignalChecks(QWidget):
    """What can be seen in a lesson, in groups; as many columns as fit. One tab stop.

    Signals:
        picked: the signals that are ticked now, in their own order.
    """

    picked = Signal(tuple)

    def __init__(self, look: Look, texts: PhaseTexts, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks: dict[groups.Signal, Check] = {}
        self._groups: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GROUP_GAP)
        for phase, those in SIGNALS.items():
            self._groups.append(self._group(look, texts, name=_group_name(phase), those=those))
        self._stop = OneStop(self, list(self._checks.values()))
        self._widest = max(group.sizeHint().width() for group in self._groups)
        self._arrange(1)

    @property
    def widest(self) -> int:
        """How wide one column is, in pixels."""
        return self._widest

    def tick(self, those: tuple[groups.Signal, ...]) -> None:
        """Show which are ticked, without a signal."""
        for signal, check in self._checks.items():
            check.setChecked(signal in those)
        self._stop.move_to(next(iter(self._checks.values())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange((self.width() + GAP) // (self._widest + GAP))

    def _group(
        self, look: Look, texts: PhaseTexts, *, name: str, those: tuple[groups.Signal, ...]
    ) -> QWidget:
        group = QWidget()
        group.setAccessibleName(name)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CHECK_GAP)
        column.addWidget(
            Label(look, name, Text.SUPPORT, colour="text_2", weight=QFont.Weight.Medium)
        )
        for signal in those:
            check = Check(look, texts.signals[signal])
            check.clicked.connect(self._on_check_clicked)
            column.addWidget(check)
            self._checks[signal] = check
        column.addStretch(1)
        return group

    def _arrange(self, fitting: int) -> None:
        columns = max(1, min(len(self._groups), fitting))
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, group in enumerate(self._groups):
            self._grid.addWidget(group, *divmod(place, columns))
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def _on_check_clicked(self) -> None:
        self.picked.emit(tuple(s for s, check in self._checks.items() if check.isChecked()))
