"""What each action does to the window: the table of actions, answered."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QInputDialog, QWidget

from klasgenoot.domain.errors import Trouble
from klasgenoot.ui.shell.actions import ACTIONS
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.troubles import trouble_words

if TYPE_CHECKING:
    from klasgenoot.ui.shell.window import Window

CLASSES_BY_KEY = 9
ZOOM = {"larger": 10, "smaller": -10}
SMALLEST_TEXT, LARGEST_TEXT = 80, 200


class Deeds(QObject):
    """Makes the actions of the table real on one window."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._answers: dict[str, Callable[[], None]] = {
            "find": self._find,
            "log": lambda: window.go(Target(PageId.LOG)),
            "practise": lambda: window.go(PageId.PRACTICE),
            "note_group": lambda: window.go(Target(PageId.PHASES, act="note")),
            "add_student": lambda: window.go(Target(PageId.STUDENTS, act="add")),
            "import": lambda: window.go(PageId.IMPORT),
            "add_class": self._add_class,
            "undo": window.notices.undo,
            "redo": window.notices.redo,
            "settings": lambda: window.go(PageId.SETTINGS),
            "next_page": lambda: window.go_beside(1),
            "previous_page": lambda: window.go_beside(-1),
            "next_region": self._next_region,
            "larger": lambda: self._zoom(ZOOM["larger"]),
            "smaller": lambda: self._zoom(ZOOM["smaller"]),
            "usual_size": lambda: self._zoom(0),
            "keys": self._keys,
            "quit": window.close,
        }
        self._actions: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(spec.words, window)
            action.setShortcut(spec.shortcut)
            action.triggered.connect(lambda _=False, name=spec.id: self.run(name))
            window.addAction(action)
            self._actions[spec.id] = action
        for place in range(CLASSES_BY_KEY):
            action = QAction(window)
            action.setShortcut(QKeySequence(f"Ctrl+{place + 1}"))
            action.triggered.connect(lambda _=False, nth=place: window.classes.choose_nth(nth))
            window.addAction(action)

    def action(self, name: str) -> QAction:
        """The action with this id."""
        return self._actions[name]

    def rename(self) -> None:
        """Gives the actions their names in the language now on screen."""
        for spec in ACTIONS:
            self._actions[spec.id].setText(spec.words)

    def run(self, name: str) -> None:
        """Does what an action says; one that needs a class does nothing without one."""
        spec = next(action for action in ACTIONS if action.id == name)
        if spec.needs_class and self._window.session.current_class is None:
            return
        self._answers[name]()

    def _find(self) -> None:
        from klasgenoot.ui.shell.palette import Palette

        palette = Palette(self._window.look, self._window.session, parent=self._window.centralWidget())
        palette.chosen.connect(self.run)
        palette.open_requested.connect(self._window.go)
        palette.open()

    def _keys(self) -> None:
        from klasgenoot.ui.shell.key_list import KeyList

        KeyList(self._window.look, parent=self._window.centralWidget()).open()

    def _add_class(self) -> None:
        name, is_given = QInputDialog.getText(
            self._window, self.tr("New class"), self.tr("What is the class called?")
        )
        if not is_given:
            return
        try:
            self._window.classes.add(name)
        except Trouble as trouble:
            self._window.notices.noticed.emit(trouble_words(trouble), False)
            return
        self._window.go(PageId.STUDENTS)

    def _zoom(self, step: int) -> None:
        session = self._window.session
        wanted = session.settings.text_percent + step if step else 100
        wanted = max(SMALLEST_TEXT, min(LARGEST_TEXT, wanted))
        if wanted != session.settings.text_percent:
            session.set(text_percent=wanted)

    def _next_region(self) -> None:
        """Moves the focus to the next part of the window: sidebar, page, log bar."""
        regions = self._window.regions()
        focus = QApplication.focusWidget()
        inside = [i for i, region in enumerate(regions) if focus and region.isAncestorOf(focus)]
        start = inside[0] + 1 if inside else 0
        for region in (*regions[start:], *regions[:start]):
            first = _first_focusable(region)
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return


def _first_focusable(region: QWidget) -> QWidget | None:
    if region.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return region
    widgets = region.findChildren(QWidget)
    return next(
        (w for w in widgets if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus), None
    )
