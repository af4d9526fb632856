"""Progress: the class shaded by how well each name is known, the line ahead, mix-ups and sweeps."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button, back_button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.levels import PARTS, LegendEntry, LevelBar
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Density, Page
from klasgenoot.ui.pages.progress.cards import RoadCard, SweepsCard
from klasgenoot.ui.pages.progress.class_faces import ClassFaces
from klasgenoot.ui.pages.progress.pairs_card import PairsCard
from klasgenoot.viewmodels.mixed_up import PairView
from klasgenoot.viewmodels.names import Emptiness, NameRow
from klasgenoot.viewmodels.progress import ProgressViewModel
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

GAP = 20
NARROWEST_CARD = 330
MOST_CARDS = 3


class ProgressPage(Page):
    """How is it going with the names?

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: ProgressViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._back = back_button(look, translate("Progress", "Names"))
        self._back.clicked.connect(self._on_back_clicked)
        self._practise = Button(
            look, translate("Progress", "Practise names"), kind="primary", icon="play"
        )
        self._practise.clicked.connect(self._on_practise_clicked)
        for button in (self._back, self._practise):
            self.header.tools.addWidget(button)
        self._bar = LevelBar(look)
        self._legend = {level: LegendEntry(look, level) for level in PARTS}  # as in the bar
        self._faces = ClassFaces(look)
        self._faces.setModel(view_model.rows)
        self._faces.setAccessibleName(translate("Progress", "The class"))
        self._faces.opened.connect(self._on_faces_opened)
        self._road = RoadCard(look)
        self._pairs = PairsCard(look)
        self._pairs.buttons_changed.connect(self._on_pairs_buttons_changed)
        self._pairs.drill_requested.connect(self._on_pairs_drill_requested)
        self._sweeps = SweepsCard(look)
        self._sweeps.sweep_requested.connect(self._on_sweeps_sweep_requested)
        self._first_step: Button | None = None
        self._columns = 0
        self._cards = QGridLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(GAP)
        self._fill()
        self._arrange()
        view_model.changed.connect(self._on_view_model_changed)

    def arrive(self, _target: Target) -> None:
        """Shows everything as it is now."""
        self._refresh()
        first = self._first_step or self._practise
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_work(self) -> None:
        """Stops and waits; for when the window closes."""
        self._view_model.deadline.close_work()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back_clicked()
            return
        super().keyPressEvent(event)

    def _fill(self) -> None:
        known = QWidget()
        column = QVBoxLayout(known)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        legend = QWidget()
        legend.setLayout(flow(*self._legend.values(), gap=18, line_gap=4))
        column.addWidget(self._bar)
        column.addWidget(legend)
        column.addWidget(self._faces)
        self.body.setSpacing(GAP)
        self.body.addWidget(known)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)

    def _arrange(self) -> None:
        """Put as many cards beside each other as fit."""
        room = self.width() - 2 * self.density.value[0]
        least = self.look.fonts.px(NARROWEST_CARD)
        columns = max(1, min(MOST_CARDS, (room + GAP) // (least + GAP)))
        self.body.setSpacing(14 if self.density is Density.COMPACT else GAP)
        if columns == self._columns:
            return
        self._columns = columns
        cards: tuple[Card, ...] = (self._road, self._pairs, self._sweeps)
        for card in cards:
            self._cards.removeWidget(card)
        for place, card in enumerate(cards):
            is_alone = place == len(cards) - 1 and place % columns == 0
            span = columns if is_alone else 1
            self._cards.addWidget(card, place // columns, place % columns, 1, span)
        for column in range(MOST_CARDS):
            self._cards.setColumnStretch(column, int(column < columns))

    def _refresh(self) -> None:
        shown = self._view_model
        self.set_title(translate("Progress", "Progress"), shown.subtitle)
        emptiness = shown.emptiness
        self._practise.setVisible(emptiness is None)
        self._first_step = None
        if emptiness is not None:
            self._show_emptiness(emptiness)
            return
        self.show_filled()
        legend = shown.legend
        for level, text in legend.items():
            self._legend[level].say(text)
        self._bar.set_counts(shown.counts, name=", ".join(legend[level] for level in PARTS))
        self._road.show_road(shown.road, title=shown.road_title, is_working=shown.is_working)
        self._pairs.show_pairs(shown.pairs)
        self._sweeps.show_chart(shown.sweeps)
        self._arrange()

    def _show_emptiness(self, emptiness: Emptiness) -> None:
        importing = Button(
            self.look, translate("Progress", "Import a class"), kind="primary", icon="folder-input"
        )
        importing.clicked.connect(lambda: self.open_requested.emit(Target(PageId.IMPORT)))
        importing.setAutoDefault(True)  # Enter presses it, too
        self._first_step = importing
        if emptiness is Emptiness.NO_STUDENTS:
            sentence = translate("Progress", "Here you will see how the names of this class stick.")
        else:
            sentence = translate("Progress", "There are no photos of this class yet.")
        self.show_empty(sentence, importing)

    @Slot()
    def _on_pairs_buttons_changed(self) -> None:
        """What is made later would come last for Tab, wherever it stands."""
        for before, after in pairwise((self._faces, *self._pairs.buttons, self._sweeps.button)):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page reads everything anew when it is opened
        if self.isVisible():
            self._refresh()

    @Slot()
    def _on_back_clicked(self) -> None:
        self.open_requested.emit(Target(PageId.NAMES))

    @Slot()
    def _on_practise_clicked(self) -> None:
        self.open_requested.emit(Target(PageId.PRACTICE))

    @Slot(object)
    def _on_faces_opened(self, row: NameRow) -> None:
        self.open_requested.emit(Target(PageId.STUDENT, student=row.student.id))

    @Slot(object)
    def _on_pairs_drill_requested(self, pair: PairView) -> None:
        self.open_requested.emit(pair.target())

    @Slot()
    def _on_sweeps_sweep_requested(self) -> None:
        self.open_requested.emit(Target(PageId.SWEEP))
