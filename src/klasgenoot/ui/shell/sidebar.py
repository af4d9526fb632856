"""The left side of the window: search, the class, the pages, and what belongs to the whole app."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from klasgenoot.ui.kit.buttons import icon_button
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.shell.actions import ACTIONS_BY_ID
from klasgenoot.ui.shell.class_button import ClassButton
from klasgenoot.ui.shell.find_button import FindButton
from klasgenoot.ui.shell.nav_button import NavButton
from klasgenoot.ui.shell.navigation import SIDEBAR, Entry, Section
from klasgenoot.viewmodels.classes import ClassesViewModel
from klasgenoot.viewmodels.target import PageId

WIDTH, COMPACT_WIDTH = 232, 208


class Sidebar(QFrame):
    """Where the teacher goes from one page to another.

    Signals:
        page_requested: a PageId.
        find_requested: the palette is wanted.
        new_class_requested: an empty class is wanted.
        lock_requested: the data is to be locked.
    """

    page_requested = Signal(object)
    find_requested = Signal()
    new_class_requested = Signal()
    lock_requested = Signal()

    def __init__(
        self,
        look: Look,
        *,
        classes: ClassesViewModel,
        compact: bool,
        find_keys: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("sidebar")
        self._buttons: dict[PageId, NavButton] = {}
        self._group = QButtonGroup(self)
        self._class_pages: list[QWidget] = []

        inner = QWidget()
        inner.setObjectName("inner")
        column = self._column = QVBoxLayout(inner)
        column.setSpacing(2)
        scroll = QScrollArea()  # at 200 % in a small window not all of it fits
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.set_compact(compact)
        find = FindButton(look, self.tr("Search or do…"), keys=find_keys)
        find.clicked.connect(self.find_requested)
        column.addWidget(find)
        column.addSpacing(8)
        self._add(column, Section.DAY)
        column.addSpacing(8)
        class_button = ClassButton(look, classes, parent=inner)  # without one: a window
        class_button.new_class_requested.connect(self.new_class_requested)
        column.addWidget(class_button)
        column.addSpacing(2)
        self._add(column, Section.CLASS)
        self._line = self._add_line(column)
        self._class_pages += [class_button, self._line]
        self._add(column, Section.GUIDE)
        column.addStretch(1)
        self._add(column, Section.APP)
        self._add_line(column)
        column.addLayout(self._foot())
        classes.changed.connect(self._on_classes_changed)
        self._classes = classes
        self._on_classes_changed()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Takes less room in a small window."""
        self.setFixedWidth(self._look.fonts.px(COMPACT_WIDTH if compact else WIDTH))
        self._column.setContentsMargins(*((10, 12, 10, 10) if compact else (12, 14, 12, 12)))

    def show_page(self, page: PageId) -> None:
        """Marks the page that is open; a page that is not listed marks the one it belongs to."""
        button = self._buttons.get(page)
        if button is not None:
            button.setChecked(True)
            return
        checked = self._group.checkedButton()
        if checked is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def listed(self) -> list[PageId]:
        """The pages that can be opened now, from top to bottom."""
        return [page for page, button in self._buttons.items() if not button.isHidden()]

    def _add(self, column: QVBoxLayout, section: Section) -> None:
        for entry in SIDEBAR:
            if entry.section is section:
                button = self._button(entry)
                column.addWidget(button)
                if section is not Section.APP:
                    self._class_pages.append(button)

    def _button(self, entry: Entry) -> NavButton:
        button = NavButton(self._look, entry.words, icon=entry.icon)
        button.clicked.connect(lambda _=False, page=entry.page: self.page_requested.emit(page))
        self._group.addButton(button)
        self._buttons[entry.page] = button
        return button

    def _add_line(self, column: QVBoxLayout) -> QFrame:
        line = QFrame()
        line.setObjectName("line")
        line.setFixedHeight(1)
        column.addSpacing(8)
        column.addWidget(line)
        column.addSpacing(8)
        return line

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 4, 2)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._look, "hard-drive", colour="text_3"))
        words = Label(self._look, self.tr("On this computer"), Text.CAPTION, colour="text_3")
        words.setToolTip(
            self.tr("Your data stays on this computer. Klasgenoot has no network code.")
        )
        row.addWidget(words, 1)
        lock = ACTIONS_BY_ID["lock"]
        self._lock = icon_button(self._look, lock.icon, lock.words, size="small")
        self._lock.setToolTip(f"{lock.words} ({lock.shown_keys})")
        self._lock.clicked.connect(self.lock_requested)
        row.addWidget(self._lock)
        return row

    def show_counts(self, waiting: Mapping[PageId, int], meanings: Mapping[PageId, str]) -> None:
        """Shows how much waits on each page, and says of whom; a page without a figure has none."""
        for page, button in self._buttons.items():
            button.set_count(waiting.get(page, 0), meaning=meanings.get(page, ""))

    @Slot()
    def _on_classes_changed(self) -> None:
        has_class = self._classes.current is not None
        for widget in self._class_pages:
            widget.setVisible(has_class)
