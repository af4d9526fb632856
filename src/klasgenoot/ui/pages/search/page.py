"""The page Search: one field, and under it all that was written with those words, while typing."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.empty import EmptyState
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.field import SearchField
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.pages.search.filters import SearchFilters
from klasgenoot.ui.pages.search.found_list import FoundList
from klasgenoot.ui.pages.search.hints import Hints
from klasgenoot.viewmodels.search import Period, SearchViewModel
from klasgenoot.viewmodels.search_rows import FoundRow
from klasgenoot.viewmodels.target import Target

translate = QCoreApplication.translate

STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 7,
    Qt.Key.Key_PageUp: -7,
}
FIELD_HEIGHT = 44


class SearchPage(Page):
    """What did I write about this?

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: SearchViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._nothing: QWidget | None = None
        self._field = SearchField(
            look,
            name=translate("Search", "Search in all that you wrote"),
            placeholder=translate("Search", "A word, a name, or “some words together”"),
        )
        self._field.setMinimumHeight(look.fonts.px(FIELD_HEIGHT))
        self._list = FoundList(look, name=translate("Search", "Found"))
        self._list.setModel(view_model.rows)
        self._hints = Hints(
            look,
            sentence=translate(
                "Search",
                "Contacts, promises, group notes, your notes and what students said: all of it is"
                " looked through, the newest first.",
            ),
        )
        self._more = Button(look, translate("Search", "Show more"), icon="chevron-down")
        self._make_filters()
        self._lay_out()
        self._field.textChanged.connect(view_model.search)
        self._field.installEventFilter(self)
        self._list.opened.connect(self._open)
        self._more.clicked.connect(view_model.more)
        view_model.changed.connect(self._on_view_model_changed)

    def arrive(self, target: Target) -> None:
        """Goes to the field, with the words that were brought along, or those of last time."""
        if target.words:
            self._field.setText(target.words)
        self._refresh()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def place(self) -> dict[str, Any]:
        """What is looked for, and where."""
        shown = self._view_model
        return {
            "query": shown.query,
            "kind": shown.kind,
            "period": shown.period.value,
            "only_class": shown.only_class,
        }

    def take_place(self, said: dict[str, Any]) -> None:
        """Looks for the same again."""
        self._view_model.choose_kind(said["kind"])
        self._view_model.choose_period(Period(said["period"]))
        self._view_model.choose_only_class(bool(said["only_class"]))
        self._field.setText(said["query"])
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            key = Qt.Key(event.key())
            if key in STEPS:
                self._list.go_by(STEPS[key])
                if self._list.current is not None:
                    announce(self, self._list.current.sentence)
                return True
            if key in ENTER:
                self._open(self._list.current)
                return True
        return super().eventFilter(watched, event)

    def _make_filters(self) -> None:
        shown = self._view_model
        self._filters = SearchFilters(
            self.look,
            kinds=shown.kinds,
            periods={period.value: words for period, words in shown.periods.items()},
        )
        self._filters.kind_chosen.connect(shown.choose_kind)
        self._filters.period_chosen.connect(lambda key: shown.choose_period(Period(key)))
        self._filters.class_chosen.connect(shown.choose_only_class)

    def _lay_out(self) -> None:
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(self._more)
        end.addStretch(1)
        self.body.setSpacing(12)
        self.body.addWidget(self._field)
        self.body.addWidget(self._filters)
        self.body.addWidget(self._list, 1)
        self.body.addLayout(end)
        self.body.addWidget(self._hints, 1)

    def _refresh(self) -> None:
        """Show everything as it is now."""
        shown = self._view_model
        self.set_title(translate("Search", "Search"), shown.said)
        only = translate("Search", "Only {class_name}").format(class_name=shown.class_name)
        self._filters.offer_class(only if shown.has_classes else "")
        self._filters.choose(
            kind=shown.kind, period=shown.period.value, only_class=shown.only_class
        )
        rows = shown.rows.rowCount()
        if rows and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(shown.rows.index(0))
        self._list.setVisible(bool(rows))
        self._more.setVisible(shown.has_more)
        is_blank = not shown.query.strip()
        self._hints.setVisible(is_blank)
        if is_blank:
            self._hints.set_examples(self._examples())
        self._say_nothing(shown.nothing)
        self.show_filled()

    def _examples(self) -> list[tuple[str, str]]:
        name = self._view_model.example
        examples = [
            (
                translate("Search", "moving"),
                translate("Search", "every text with that word; “mov” is enough"),
            ),
            (
                translate("Search", "“will come back”"),
                translate("Search", "these words, one after the other"),
            ),
        ]
        if name:
            about = translate("Search", "what you wrote with {name} about that")
            typed = translate("Search", "{name} internship")
            examples.insert(1, (typed.format(name=name.lower()), about.format(name=name)))
        return examples

    def _say_nothing(self, sentence: str) -> None:
        if self._nothing is not None:
            self.body.removeWidget(self._nothing)
            self._nothing.hide()
            self._nothing.deleteLater()
            self._nothing = None
        if not sentence:
            return
        buttons = []
        if self._view_model.is_narrowed and self._view_model.is_asked:
            wider = Button(self.look, translate("Search", "Search in everything"))
            wider.clicked.connect(self._view_model.widen)
            buttons.append(wider)
        self._nothing = QWidget()
        column = QVBoxLayout(self._nothing)
        column.addWidget(EmptyState(self.look, sentence=sentence, buttons=buttons, tiles=None))
        column.addStretch(1)
        self.body.insertWidget(2, self._nothing, 1)
        self._nothing.show()  # at once, with the list that goes
        announce(self, sentence)

    @Slot(object)
    def _open(self, row: FoundRow | None) -> None:
        if row is not None:
            self._view_model.go_to_class(row)
            self.open_requested.emit(row.target)

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page looks anew when it is opened
        if self.isVisible():
            self._refresh()
