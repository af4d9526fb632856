"""The backups as rows: when, why, what is in it, whether it is good, and a way to put it back."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Line
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.ui.kit.typeset import Run
from klasgenoot.viewmodels.backup_rows import BackupRow, Health

translate = QCoreApplication.translate

FIRST = 6
"""So many rows are shown until the teacher asks for all."""
HEALTH_WIDTH = 96
LEAST_WIDTH = 440
"""In less room than this the button goes below the words; pixels at text scale 1."""


class BackupLine(QWidget):
    """One backup.

    Signals:
        wanted: it is to be put back.
    """

    wanted = Signal()

    def __init__(self, look: Look, row: BackupRow) -> None:
        super().__init__()
        self._look = look
        texts = QVBoxLayout()
        texts.setSpacing(1)
        head = Label(look)
        why = Run(f"  {row.why}", QFont.Weight.Normal, "text_2")
        head.set_runs(Run(row.when, QFont.Weight.DemiBold), why)
        texts.addWidget(head)
        texts.addWidget(Label(look, row.about, Text.SUPPORT, colour="text_2"))
        self._mark = QHBoxLayout()
        self._mark.setSpacing(6)
        self._mark.setContentsMargins(0, 0, 0, 0)
        held = QWidget()
        held.setLayout(self._mark)
        held.setMinimumWidth(look.fonts.px(HEALTH_WIDTH))
        self.button = Button(look, translate("Backups", "Put back…"), size="small")
        policy = self.button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the words before it stay in one column
        self.button.setSizePolicy(policy)
        self.button.clicked.connect(self.wanted)
        self.button.setAccessibleName(
            translate("Backups", "Put back the backup of {when}").format(when=row.when)
        )
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(held, 0, Qt.AlignmentFlag.AlignVCenter)
        beside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        beside.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 8, 0, 8)
        self._line.setSpacing(8)
        self._line.addLayout(texts, 1)
        self._line.addLayout(beside)
        self._health: Health | None = None
        self.show_health(row.health)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.width() >= self._look.fonts.px(LEAST_WIDTH)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(beside if fits else below)

    def show_health(self, health: Health) -> None:
        """Says what is known of it."""
        if health is self._health:
            return
        self._health = health
        icon, words, colour = _health(health)
        clear(self._mark)
        if icon:
            self._mark.addWidget(IconLabel(self._look, icon, colour=colour, size=14))
        self._mark.addWidget(Label(self._look, words, Text.SUPPORT, colour=colour), 1)
        self.button.setVisible(health is not Health.DAMAGED)


class BackupList(QWidget):
    """All of them, newest first.

    Signals:
        wanted: the Backup that is to be put back.
    """

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shows_all = False
        self._rows: tuple[BackupRow, ...] = ()
        self._lines: dict[str, BackupLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: Sequence[BackupRow]) -> None:
        """Shows these; what was shown already stays where it is, with its focus."""
        known, shown = [_words(row) for row in self._rows], [_words(row) for row in rows]
        self._rows = tuple(rows)
        if known != shown or not self._lines:
            self._make()
        for row in self._rows:
            line = self._lines.get(row.backup.path.name)
            if line is not None:
                line.show_health(row.health)

    def _make(self) -> None:
        clear(self._column)
        self._lines = {}
        shown = self._rows if self._shows_all else self._rows[:FIRST]
        for number, row in enumerate(shown):
            if number:
                self._column.addWidget(Line(self._look))
            line = BackupLine(self._look, row)
            line.wanted.connect(lambda backup=row.backup: self.wanted.emit(backup))
            self._lines[row.backup.path.name] = line
            self._column.addWidget(line)
        if len(shown) < len(self._rows):
            words = translate("Backups", "Show all %n", None, len(self._rows))
            more = Button(self._look, words, kind="ghost", size="small", after="chevron-down")
            more.clicked.connect(self._on_more_clicked)
            self._column.addSpacing(4)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_more_clicked(self) -> None:
        self._shows_all = True
        self._make()
        line = self._lines.get(self._rows[FIRST].backup.path.name)
        if line is not None:
            line.show()
            line.button.setFocus(Qt.FocusReason.OtherFocusReason)


def _health(health: Health) -> tuple[str, str, Colour]:
    marks: dict[Health, tuple[str, str, Colour]] = {
        Health.WHOLE: ("", "", "text_3"),
        Health.CHECKING: ("", translate("Backups", "being looked at"), "text_3"),
        Health.GOOD: ("check", translate("Backups", "looked through"), "accent_text"),
        Health.DAMAGED: ("triangle-alert", translate("Backups", "damaged"), "brick_text"),
        Health.OTHER: ("key-round", translate("Backups", "another passphrase"), "text_2"),
    }
    return marks[health]


def _words(row: BackupRow) -> tuple[str, ...]:
    """What a row says, but for its health."""
    return row.backup.path.name, row.when, row.why, row.about
