"""What each action does to the window: the table of actions, answered."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from klasgenoot.domain.errors import Trouble
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.shell.actions import ACTIONS, ACTIONS_BY_ID
from klasgenoot.ui.shell.navigation import SIDEBAR, WHOLE_WINDOW, Section
from klasgenoot.viewmodels.classes import ClassesViewModel
from klasgenoot.viewmodels.notices import Notices
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import (
    AFTER_CLASS,
    CONTACTS_OF_WEEK,
    PROMISE,
    SENTENCES,
    UNSPOKEN,
    WHO_NOW,
    WITH_ONE,
    PageId,
    Target,
)
from klasgenoot.viewmodels.troubles import trouble_words

if TYPE_CHECKING:
    from klasgenoot.viewmodels.palette import Choice

CLASSES_BY_KEY = 9
ZOOM = {"larger": 10, "smaller": -10}
SMALLEST_TEXT, LARGEST_TEXT = 80, 200


class Host(Protocol):
    """What the actions ask of the window."""

    session: Session
    classes: ClassesViewModel
    notices: Notices
    lock_requested: SignalInstance

    @property
    def page(self) -> QWidget:
        """The page that is open."""

    @property
    def look(self) -> Look:
        """How everything looks now."""

    @property
    def target(self) -> Target:
        """What is open now."""

    def go(self, target: Target | PageId) -> None:
        """Opens a page."""

    def go_beside(self, step: int) -> None:
        """Opens the page below or above in the sidebar."""

    def regions(self) -> list[QWidget]:
        """The parts of the window."""


class Deeds(QObject):
    """Makes the actions of the table real on one window.

    Args:
        host: what answers.
        window: the same, as the widget that carries the shortcuts.
    """

    def __init__(self, host: Host, window: QMainWindow) -> None:
        super().__init__(window)
        self._host = host
        self._window = window
        self._zoom_to: int | None = None
        self._answers: dict[str, Callable[[], None]] = {
            "find": self._find,
            "search": self._search,
            "log": lambda: host.go(Target(PageId.LOG)),
            "after_class": lambda: host.go(Target(PageId.LOG, act=AFTER_CLASS)),
            "practise": lambda: host.go(PageId.PRACTICE),
            "sweep": lambda: host.go(PageId.SWEEP),
            "who_now": lambda: host.go(Target(PageId.CHECK_INS, act=WHO_NOW)),
            "progress": lambda: host.go(PageId.PROGRESS),
            "calendar": lambda: host.go(PageId.CALENDAR),
            "first_lesson": lambda: host.go(Target(PageId.SETTINGS, act="first_lesson")),
            "unspoken": lambda: host.go(Target(PageId.CHECK_INS, act=UNSPOKEN)),
            "week_contacts": lambda: host.go(Target(PageId.CHECK_INS, act=CONTACTS_OF_WEEK)),
            "talks": lambda: host.go(PageId.TALKS),
            "ten_days": lambda: host.go(Target(PageId.TALKS, act=WITH_ONE)),
            "needs": lambda: host.go(PageId.NEEDS),
            "note_group": lambda: host.go(Target(PageId.PHASES, act="note")),
            "promise": lambda: host.go(Target(PageId.PROMISES, act=PROMISE)),
            "promises": lambda: host.go(PageId.PROMISES),
            "month_round": lambda: host.go(PageId.MONTH_ROUND),
            "add_student": lambda: host.go(Target(PageId.STUDENTS, act="add")),
            "class_photo": lambda: host.go(PageId.CLASS_PHOTO),
            "crops": lambda: host.go(PageId.CROPS),
            "import": lambda: host.go(PageId.IMPORT),
            "share": lambda: host.go(PageId.SHARING),
            "add_class": self._add_class,
            "undo": host.notices.undo,
            "redo": host.notices.redo,
            "settings": lambda: host.go(PageId.SETTINGS),
            "sentences": lambda: host.go(Target(PageId.SETTINGS, act=SENTENCES)),
            "role": lambda: host.go(Target(PageId.SETTINGS, act="role")),
            "restricted": lambda: host.go(Target(PageId.SETTINGS, act="restricted")),
            "passphrase": lambda: host.go(Target(PageId.SETTINGS, act="passphrase")),
            "backups": lambda: host.go(PageId.BACKUPS),
            "next_page": lambda: host.go_beside(1),
            "previous_page": lambda: host.go_beside(-1),
            "next_region": self._next_region,
            "larger": lambda: self._zoom(ZOOM["larger"]),
            "smaller": lambda: self._zoom(ZOOM["smaller"]),
            "usual_size": lambda: self._zoom(0),
            "keys": self._keys,
            "lock": host.lock_requested.emit,
            "quit": self._close,
        }
        self._actions: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(spec.words, window)
            action.setShortcuts(spec.shortcuts)
            action.triggered.connect(lambda _=False, name=spec.id: self.run(name))
            window.addAction(action)
            self._actions[spec.id] = action
        for place in range(CLASSES_BY_KEY):
            action = QAction(window)
            action.setShortcut(QKeySequence(f"Ctrl+{place + 1}"))
            action.triggered.connect(lambda _=False, nth=place: self._choose_class(nth))
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
        if ACTIONS_BY_ID[name].needs_class and self._host.session.current_class is None:
            return
        self._answers[name]()

    def _choose_class(self, place: int) -> None:
        """Shows another class; not from under something that would be broken off by it."""
        if self._host.target.page in WHOLE_WINDOW:
            words = self.tr("Stop here first, with Esc. Then you can go to another class.")
            self._host.notices.say(words)
            return
        self._host.classes.choose_nth(place)

    def _find(self) -> None:
        from klasgenoot.ui.shell.palette import Palette
        from klasgenoot.viewmodels.palette import Choice, PaletteViewModel

        host = self._host
        has_class = host.session.current_class is not None
        actions = [
            Choice(
                text=action.words,
                also=action.other_words,
                icon=action.icon,
                shortcut=action.shown_keys,
                action=action.id,
            )
            for action in ACTIONS
            if action.id != "find" and (has_class or not action.needs_class)
        ]
        pages = [
            Choice(
                text=entry.words,
                also=entry.other_words,
                icon=entry.icon,
                target=Target(entry.page),
            )
            for entry in SIDEBAR
            if entry.section is Section.GUIDE
            or (has_class and entry.section in {Section.DAY, Section.CLASS})
        ]  # those of the app itself are actions
        view_model = PaletteViewModel(
            host.session,
            actions=actions,
            pages=pages,
            here=self._here(),
            search_keys=ACTIONS_BY_ID["search"].shown_keys,
        )
        palette = Palette(host.look, view_model, window=self._over())
        palette.action_chosen.connect(self.run)
        palette.open_requested.connect(host.go)
        palette.class_chosen.connect(host.classes.choose)
        palette.closed.connect(palette.deleteLater)  # it knows everybody's name
        palette.open_panel()

    def _here(self) -> "list[Choice]":
        """What can be done for the student on screen."""
        there = self._host.target
        if there.page is not PageId.STUDENT or there.student is None:
            return []
        from klasgenoot.ui.shell.about_student import about_student

        return about_student(there.student, role=self._host.session.settings.role)

    def _search(self) -> None:
        """Looks for something on this page, if it has a field for that; else in everything.

        In that field already, it is everything that is wanted.
        """
        find_here = getattr(self._host.page, "find_here", None)
        if find_here is None or not find_here():
            self._host.go(PageId.SEARCH)

    def _over(self) -> QWidget:
        """What a panel covers: all that is in the window."""
        return self._window.centralWidget() or self._window

    def _keys(self) -> None:
        from klasgenoot.ui.shell.key_list import KeyList

        KeyList(self._host.look, window=self._over()).open_panel()

    def _close(self) -> None:
        self._window.close()

    def _add_class(self) -> None:
        from PySide6.QtWidgets import QInputDialog

        name, is_given = QInputDialog.getText(
            self._window, self.tr("New class"), self.tr("What is the class called?")
        )
        if not is_given:
            return
        try:
            self._host.classes.add(name)
        except Trouble as trouble:
            self._host.notices.say(trouble_words(trouble))
            return
        self._host.go(PageId.STUDENTS)

    def _zoom(self, step: int) -> None:
        """Counts the keys that wait: a window made anew for each of ten stays empty for seconds."""
        now = self._zoom_to or self._host.session.settings.text_percent
        if self._zoom_to is None:
            QTimer.singleShot(0, self, self._zoom_now)
        wanted = now + step if step else 100
        self._zoom_to = max(SMALLEST_TEXT, min(LARGEST_TEXT, wanted))

    def _zoom_now(self) -> None:
        session, wanted, self._zoom_to = self._host.session, self._zoom_to, None
        if wanted is not None and wanted != session.settings.text_percent:
            session.set(text_percent=wanted)

    def _next_region(self) -> None:
        """Moves the focus to the next part of the window: sidebar, page, log bar."""
        regions = self._host.regions()
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
