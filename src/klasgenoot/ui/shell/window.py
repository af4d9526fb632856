"""The window: sidebar, page and log bar; it opens pages and answers to the actions.

It is on screen before it is furnished: first the frame with the sidebar, then, once that is
painted, the page and all that can be done (docs/decisions/0006).

When the theme, the text size or the language changes, everything in the window is made anew from
the same view-models' data. That is simpler than repainting in place, and quick enough.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from klasgenoot.domain.people import PhotoId
from klasgenoot.domain.settings import Language, Theme
from klasgenoot.store.photos import photo_bytes
from klasgenoot.ui.kit.look import Look, dress, make_look
from klasgenoot.ui.kit.page import Density, density_of
from klasgenoot.ui.kit.panel import close_panels
from klasgenoot.ui.kit.theme import ThemeName, system_theme
from klasgenoot.ui.shell import navigation
from klasgenoot.ui.shell.actions import ACTIONS_BY_ID
from klasgenoot.ui.shell.keep_focus import focus_again, focus_place
from klasgenoot.ui.shell.opening import Opening
from klasgenoot.ui.shell.pages import Pages
from klasgenoot.ui.shell.place import WindowPlace, come_forward
from klasgenoot.ui.shell.sidebar import Sidebar
from klasgenoot.viewmodels.classes import ClassesViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import AFTER_CLASS, PageId, Target

if TYPE_CHECKING:
    from klasgenoot.ui.kit.focus import FocusFollower
    from klasgenoot.ui.shell.deeds import Deeds
    from klasgenoot.ui.shell.log_panel import LogPanel

translate = QCoreApplication.translate

SMALLEST = (1024, 680)
LOG_BAR = 56
REMAKE = frozenset({"theme", "language", "text_percent"})
"""Settings after which everything in the window is made anew."""


class Window(QMainWindow):
    """The one window of the app.

    Args:
        session: the run of the app on one vault.
        resources: the folder of what ships beside the code.
        speak: puts a language on screen.
        state_file: where the window's size and place are kept; no names stand in it.
        is_sample: whether the vault is the sample class.

    Attributes:
        is_furnished: whether the page and the bars are there.
        is_left: whether the vault was let go of.

    Signals:
        sample_requested: the teacher wants to look at the sample class.
        sample_left: the teacher wants their own data back; True to throw the sample class away.
        lock_requested: the data is to be locked.
    """

    sample_requested = Signal()
    sample_left = Signal(bool)
    lock_requested = Signal()

    def __init__(
        self,
        session: Session,
        *,
        resources: Path,
        speak: Callable[[Language], None],
        state_file: Path,
        is_sample: bool = False,
    ) -> None:
        super().__init__()
        self.session = session
        self._resources = resources
        self._speak = speak
        self._is_sample = is_sample
        self._place = WindowPlace(self, state_file)
        self._system_theme = system_theme()
        self._target = self._first_target()
        self._ring: FocusFollower | None = None
        self._log_panel: LogPanel | None = None
        self.is_left = False
        self.is_furnished = False
        self._deeds: Deeds | None = None
        self.classes = ClassesViewModel(session, self)
        self.setWindowTitle("Klasgenoot")
        self.setMinimumSize(*SMALLEST)
        self._place.restore()
        self._make()
        session.setting_changed.connect(self._on_setting_changed)
        session.class_changed.connect(self._on_class_changed)
        session.forgetting.connect(self._on_forgetting)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        _app().applicationStateChanged.connect(self._on_application_state_changed)

    @property
    def page(self) -> QWidget:
        """The page that is open."""
        self._furnish()
        return self._pages.page(self._target.page)

    @property
    def look(self) -> Look:
        """The look that everything in the window has now."""
        return self._look

    @property
    def log_panel(self) -> "LogPanel":
        """The quick log; made when it is first wanted."""
        if self._log_panel is None:
            from klasgenoot.ui.shell.log_panel import LogPanel
            from klasgenoot.viewmodels.quicklog import QuickLogViewModel

            view_model = QuickLogViewModel(self.session)
            self._log_panel = LogPanel(self._look, view_model, parent=self.centralWidget() or self)
            self._log_panel.closed.connect(self._on_log_panel_closed)
            self._log_panel.open_requested.connect(self.go)
        return self._log_panel

    @property
    def target(self) -> Target:
        """What is open."""
        return self._target

    @Slot(object)
    def go(self, target: Target | PageId) -> None:
        """Opens a page, or the log panel over the page that is open."""
        target = navigation.headed(target, here=self._target)
        if target.page is PageId.LOG:
            # on a student's page the log begins with that student
            is_after = target.act == AFTER_CLASS
            who = target.student or (None if is_after else self._target.student)
            self.log_panel.open_for(who, after_class=is_after)
            return
        if self.session.current_class is None and target.page not in navigation.WITHOUT_CLASS:
            target = Target(PageId.WELCOME)
        if not self.is_furnished:
            self._target = target
            self._furnish()
            return
        self.session.look_at_clock()
        close_panels(self)
        self._pages.leave(self._target.page)
        self._target = target
        self._pages.open(target)
        whole = target.page in navigation.WHOLE_WINDOW
        if whole:
            self._toast.take_away()  # of the page before, and over the keys at the foot of this one
        self._sidebar.setVisible(not whole)
        self._sample_bar.setVisible(self._is_sample and not whole)
        self.log_bar.set_student(target.student)
        self.log_bar.setVisible(not whole and self.session.current_class is not None)
        self._sidebar.show_page(navigation.BELONGS_TO.get(target.page, target.page))

    def go_beside(self, step: int) -> None:
        """Opens the next (1) or previous (-1) page in the sidebar."""
        listed = self._sidebar.listed()
        here = navigation.BELONGS_TO.get(self._target.page, self._target.page)
        place = listed.index(here) + step if here in listed else 0
        self.go(listed[place % len(listed)])

    def regions(self) -> list[QWidget]:
        """The parts of the window that F6 goes through."""
        return [part for part in self._parts() if part.isVisible()]

    def _parts(self) -> tuple[QWidget, ...]:
        return self._sidebar, self.page, self.log_bar

    def come_forward(self) -> None:
        """Puts the window in front of the others."""
        come_forward(self)

    def leave(self) -> None:
        """Keeps the window's place and lets go of the vault; the window can only be closed now."""
        try:
            self._place.keep()
            self._end_pages()
        finally:  # whatever goes wrong in that, the data is closed
            self.session.close()
            self.is_left = True

    def _end_pages(self) -> None:
        """Ends what the pages are at, and keeps what is begun in the log."""
        self._pages.leave(self._target.page)
        if self._log_panel is not None:
            self._log_panel.keep_draft()
        self._pages.close_work()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.is_left:
            self.leave()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sidebar.set_compact(self._density() is Density.COMPACT)

    def _density(self) -> Density:
        return density_of(self.width(), self.height())

    def _make(self) -> None:
        """Makes everything in the window from the session and the settings as they are now."""
        settings = self.session.settings
        self._speak(settings.language)
        self._look = make_look(
            self._resources,
            theme=self._theme_name(settings.theme),
            load_photo=self._load_photo,
            text_scale=settings.text_percent / 100,
        )
        dress(_app(), self._look, resources=self._resources)
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._sidebar = self._make_sidebar()
        row.addWidget(self._sidebar)
        self._main = QVBoxLayout()
        self._main.setContentsMargins(0, 0, 0, 0)
        self._main.setSpacing(0)
        self._pages = Pages(
            self.session,
            self._look,
            resources=self._resources,
            wishes={"open_requested": self.go, "sample_requested": self.sample_requested},
        )
        opening = Opening(self._look)
        opening.painted.connect(self._furnish)
        self._pages.addWidget(opening)
        self._main.addWidget(self._pages, 1)
        row.addLayout(self._main, 1)
        self.setCentralWidget(frame)
        self.is_furnished = False
        if self.isVisible():
            self._furnish()

    @Slot()
    def _furnish(self) -> None:
        """Puts the page, the bars and what can be done into the frame; once for each frame."""
        if self.is_furnished or self.is_left:  # it may be closed before it was painted
            return
        self.is_furnished = True
        if self._deeds is None:
            self._begin()
        self._log_panel = None
        self._make_bars()
        self._sidebar.show_counts(self._counts.waiting(), self._counts.meanings())
        self.go(self._target)

    def _begin(self) -> None:
        """Makes what lasts as long as the window: counts, notices, and the actions."""
        from klasgenoot.ui.shell.deeds import Deeds
        from klasgenoot.ui.shell.drops import Drops
        from klasgenoot.viewmodels.counts import Counts
        from klasgenoot.viewmodels.notices import Notices

        self._counts = Counts(self.session, self)
        self._counts.changed.connect(self._on_counts_changed)
        self.notices = Notices(self.session, self)
        self.notices.noticed.connect(self._on_noticed)
        self._deeds = Deeds(self, self)
        Drops(self, self)

    def _run(self, action: str) -> None:
        self._furnish()
        if self._deeds is not None:
            self._deeds.run(action)

    def _make_sidebar(self) -> Sidebar:
        sidebar = Sidebar(
            self._look,
            classes=self.classes,
            compact=self._density() is Density.COMPACT,
            find_keys=ACTIONS_BY_ID["find"].shown_keys,
        )
        sidebar.page_requested.connect(self.go)
        sidebar.find_requested.connect(lambda: self._run("find"))
        sidebar.lock_requested.connect(self.lock_requested)
        sidebar.new_class_requested.connect(lambda: self._run("add_class"))
        return sidebar

    def _make_bars(self) -> None:
        from klasgenoot.ui.kit.focus import FocusFollower
        from klasgenoot.ui.kit.mark import window_icon
        from klasgenoot.ui.kit.toast import Toast
        from klasgenoot.ui.shell.log_bar import LogBar
        from klasgenoot.ui.shell.sample_bar import SampleBar

        self.setWindowIcon(window_icon(self._look.tokens))
        if self._ring is not None:
            self._ring.stop()
        self._ring = FocusFollower(self._look, _app())
        self._sample_bar = SampleBar(self._look)
        self._sample_bar.left.connect(self.sample_left)
        self._main.insertWidget(0, self._sample_bar)
        self.log_bar = LogBar(self._look, self.session)
        self.log_bar.look_for_draft()
        self.log_bar.open_requested.connect(self.go)
        self._main.addWidget(self.log_bar)
        undo = ACTIONS_BY_ID["undo"]
        self._toast = Toast(
            self._look,
            self.centralWidget() or self,
            undo_text=undo.words,
            undo_keys=undo.shown_keys,
            lift=LOG_BAR,
        )

    def _first_target(self) -> Target:
        return Target(navigation.FIRST if self.session.current_class else PageId.WELCOME)

    def _theme_name(self, theme: Theme) -> ThemeName:
        return self._system_theme if theme is Theme.SYSTEM else cast("ThemeName", theme.value)

    def _load_photo(self, photo: PhotoId, large: bool) -> bytes:  # noqa: FBT001 - as Faces asks
        if self.is_left:  # an idle look-ahead may come after the window closed
            return b""
        return photo_bytes(self.session.vault, photo, large=large) or b""

    @Slot()
    def _on_forgetting(self) -> None:
        from klasgenoot.ui.shell.forgetting import forget

        panel, self._log_panel = self._log_panel, None
        forget(self._look, self._pages, but=self._target.page, panel=panel, bar=self.log_bar)

    @Slot()
    def _on_log_panel_closed(self) -> None:
        self.log_bar.set_draft(self.log_panel.has_draft)

    @Slot(Qt.ApplicationState)
    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and not self.is_left:
            self.session.look_at_clock()

    @Slot(str)
    def _on_setting_changed(self, name: str) -> None:
        if name in REMAKE:
            place = focus_place(self._parts(), self.focusWidget()) if self.is_furnished else None
            self._end_pages()
            self._make()
            if place is not None:
                # once it is on screen: what is not there yet does not take the keyboard
                QTimer.singleShot(0, self, lambda: focus_again(self._parts(), place))
            if self._deeds is not None:
                self._deeds.rename()

    @Slot()
    def _on_counts_changed(self) -> None:
        self._sidebar.show_counts(self._counts.waiting(), self._counts.meanings())

    @Slot()
    def _on_class_changed(self) -> None:
        if (self.session.current_class is None) != (self._target.page is PageId.WELCOME):
            self.go(self._first_target())

    @Slot(str, bool, bool)
    def _on_noticed(self, words: str, can_undo: bool, done: bool) -> None:  # noqa: FBT001 - a slot
        self._toast.say(words, undo=self.notices.undo if can_undo else None, done=done)

    @Slot()
    def _on_scheme_changed(self) -> None:
        self._system_theme = system_theme()
        if self.session.settings.theme is Theme.SYSTEM:
            self._on_setting_changed("theme")


def _app() -> QApplication:
    return cast("QApplication", QApplication.instance())
