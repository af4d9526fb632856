"""How does the window come to be? Puts the rooms together; swaps real data for the sample class."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from klasgenoot.app import garbage, memory, settling
from klasgenoot.app.anew import start_anew
from klasgenoot.app.application import make_application
from klasgenoot.app.clock import now
from klasgenoot.app.crash import CrashLog
from klasgenoot.app.handing_on import target_of, words_of
from klasgenoot.app.instance import Doorbell, WindowsHere, ask_first_window
from klasgenoot.app.language import Speaker
from klasgenoot.app.looks import KeptLooks
from klasgenoot.app.places import data_folder, log_folder, resources, sample_folder
from klasgenoot.domain.errors import AlreadyOpen, DamagedFile, TamperedKeys, Trouble
from klasgenoot.domain.settings import Language
from klasgenoot.operations.desk import Desk
from klasgenoot.store import keys
from klasgenoot.store.opening import make_folder, open_vault
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.troubles import trouble_words

if TYPE_CHECKING:
    from klasgenoot.app.restorer import Restorer
    from klasgenoot.app.watching import Watching
    from klasgenoot.ui.shell.locked_window import LockedWindow
    from klasgenoot.viewmodels.restoring import RestoreWish

translate = QCoreApplication.translate

SETTLE_MS = 800
"""So long after the first picture the window is left alone."""


def run_window(*, data_dir: str | None, language: str | None, demo: bool, at: str = "") -> int:
    """Opens the window and returns the exit code when it is closed.

    Args:
        data_dir: the folder of the data; None for the usual one.
        language: what to speak; None for what was set.
        demo: whether to open the sample class.
        at: the page to open, and "page:student" for a student, as before the app was locked.
    """
    garbage.put_off()
    memory.no_core_dumps()
    app = QApplication.instance() or make_application(QApplication)
    assert isinstance(app, QApplication)  # noqa: S101 - nobody else made one
    app.setApplicationName("Klasgenoot")
    QGuiApplication.setDesktopFileName("klasgenoot")
    data = data_folder(data_dir)
    CrashLog(log_folder(data)).install()
    keeper = WindowKeeper(data, language=Language(language) if language else None, at=target_of(at))
    keeper.reserves_room = True
    if not keeper.open(sample=demo):
        return 1
    code = app.exec()
    keeper.bring_along()
    return code


class WindowKeeper(QObject):
    """Keeps one window on one vault: the teacher's own data, or the sample class.

    Args:
        data: the folder of the teacher's own data.
        language: the language asked for at start; None keeps what was set.
        at: the page to open first; None for the usual one.
        anew: starts the app once more with these arguments and ends this process.

    Attributes:
        reserves_room: whether room on the disk is kept for when that runs full.
    """

    reserves_room = False

    def __init__(
        self,
        data: Path,
        *,
        language: Language | None,
        at: Target | None = None,
        anew: Callable[[Sequence[str]], None] = start_anew,
    ) -> None:
        super().__init__()
        self._at = at
        self._anew = anew
        self._locked: LockedWindow | None = None
        self._restorer: Restorer | None = None
        self._watching: Watching | None = None
        self._has_passphrase = False
        self._data = data
        self._language = language
        self._resources = resources()
        self.speaker = Speaker(self._resources / "translations")
        self._spoken = language
        self._looks = KeptLooks(data / "window.ini")
        self._window: Window | None = None
        self._doorbell: Doorbell | None = None
        self._here = WindowsHere()

    @property
    def window(self) -> Window | None:
        """The window that is open."""
        return self._window

    @property
    def locked(self) -> "LockedWindow | None":
        """The locked window, while it asks."""
        return self._locked

    @property
    def restorer(self) -> "Restorer":
        """What puts a backup back; made when it is first wanted."""
        from klasgenoot.app.restorer import Restorer

        if self._restorer is None:
            made = Restorer(self._data, looks=self._looks, resources=self._resources, parent=self)
            made.opened.connect(self._on_unlocked)
            made.left.connect(self._on_restore_left)
            made.given_up.connect(self.close)
            self._restorer = made
        return self._restorer

    def bring_along(self) -> None:
        """Copies the last backup to the second place, once no window waits for that."""
        if self._window is not None and self._window.session.keeper is not None:
            self._window.session.keeper.bring_along_now()

    def close(self) -> None:
        """Closes whatever is open."""
        self._stop_watching()
        if self._restorer is not None:
            self._restorer.let_go()
        for window in filter(None, (self._locked, self._window)):
            if isValid(window):  # a backup may have been put back in its place
                window.close()
                window.deleteLater()  # and with it what looks at the data now and then
        self._locked = self._window = None
        self._here.let_go_but(None)

    def open(self, *, sample: bool) -> bool:
        """Opens the window on one of the two; False if that cannot be done."""
        folder = sample_folder(self._data) if sample else self._data
        self.speaker.speak(self._language or self._looks.settings().language)
        try:
            make_folder(folder)
            if not self._here.is_first(folder):
                return False
            if not sample and keys.has_passphrase(folder):
                self._ask()
                return True
            session = self._session_of_first(folder, key=keys.key_for(folder), is_sample=sample)
        except Trouble as trouble:
            if isinstance(trouble, DamagedFile | TamperedKeys) and not sample:
                self.restorer.offer(trouble)
                return True
            _say(trouble_words(trouble))
            return False
        if session is None or (sample and not self._fill(session)):
            return False
        self._show(session, folder=folder, sample=sample)
        return True

    def _ask(self) -> None:
        """Shows the locked window, which asks for the passphrase."""
        from klasgenoot.ui.shell.locked_window import LockedWindow
        from klasgenoot.viewmodels.locked import LockedViewModel

        self._window = None  # one that showed the sample class is closing
        view_model = LockedViewModel(self._data, self)
        view_model.unlocked.connect(self._on_unlocked)
        view_model.restore_requested.connect(self._on_restore_requested)
        looks = self._looks.without_data(self._resources)
        minutes = self._looks.settings().lock_minutes
        self._locked = LockedWindow(view_model, looks, minutes=minutes)
        self._doorbell = Doorbell(self._data, self._locked)
        self._doorbell.rung.connect(self._locked.come_forward)
        self._locked.show()
        view_model.try_keychain(now=now())

    def _session_of_first(self, folder: Path, *, key: str, is_sample: bool) -> Session | None:
        """The session of this folder; None if another window has it and comes to the front."""
        try:
            return self._session(folder, key=key, is_sample=is_sample)
        except AlreadyOpen:
            if ask_first_window(folder):
                return None
        # a window that was closing has let go by now; a script still has it, with nothing to show
        return self._session(folder, key=key, is_sample=is_sample)

    def _session(self, folder: Path, *, key: str, is_sample: bool) -> Session:
        vault = open_vault(
            folder, key=key, before_change=None if is_sample else settling.back_up_old
        )
        session = Session(Desk(vault), clock=now, is_sample=is_sample)
        if self._language and session.settings.language is not self._language:
            session.set(language=self._language)
        return session

    def _show(self, session: Session, *, folder: Path, sample: bool) -> None:
        window = Window(
            session,
            resources=self._resources,
            speak=self.speaker.speak,
            state_file=self._looks.path,
            is_sample=sample,
        )
        window.sample_requested.connect(self._on_sample_requested)
        window.sample_left.connect(self._on_sample_left)
        window.lock_requested.connect(self._on_lock_requested)
        session.restore_requested.connect(self._on_restore_requested)
        if not sample:
            QTimer.singleShot(SETTLE_MS, window, lambda: self._watch(window))
        if self._at is not None:
            window.go(self._at)
            self._at = None
        self._doorbell = Doorbell(folder, window)
        self._doorbell.rung.connect(window.come_forward)
        self._window = window
        window.show()
        QTimer.singleShot(
            SETTLE_MS, window, lambda: settling.settle(window, reserve=self.reserves_room)
        )

    def _watch(self, window: Window) -> None:
        """Begins to look whether the teacher is away: the first picture need not wait for it."""
        from klasgenoot.app.watching import Watching

        if window.is_left:
            return
        if self._watching is None:
            self._watching = Watching(self._looks, lock_after=self._lock_after, parent=self)
            self._watching.lock_due.connect(self._on_lock_requested)
        self._watching.begin(window)

    def _stop_watching(self) -> None:
        if self._watching is not None:
            self._watching.stop()

    def _lock_after(self) -> timedelta | None:
        """After how long it locks itself; None where no passphrase is on the data."""
        if self._window is None or not self._asks_passphrase():
            return None
        return timedelta(minutes=self._window.session.settings.lock_minutes)

    def _asks_passphrase(self) -> bool:
        """Whether one is on the data; where that cannot be read now, what was known last holds."""
        with suppress(Trouble):
            self._has_passphrase = keys.has_passphrase(self._data)
        return self._has_passphrase

    def _fill(self, session: Session) -> bool:
        """Draws the sample class into its vault; False, and it is closed, if that was stopped."""
        from klasgenoot.app.sample_progress import fill_with_progress

        session.set(language=self._spoken or session.settings.language)
        if session.classes or fill_with_progress(session, over=self._window):
            return True
        session.vault.close()
        return False

    def _swap(self, *, sample: bool, throw_away: bool) -> None:
        """Opens the other window and closes this one. If that fails, this one stays."""
        old = self._window
        if old is None:
            return
        self._spoken = old.session.settings.language  # the sample class speaks it too
        if not self.open(sample=sample):
            self.speaker.speak(self._spoken)
            return
        self._here.let_go_but(sample_folder(self._data) if sample else self._data)
        self._stop_watching()  # it goes with the old window
        old.close()
        old.deleteLater()
        if throw_away:
            shutil.rmtree(sample_folder(self._data), ignore_errors=True)

    @Slot(str, bool)
    def _on_unlocked(self, key: str, by_code: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Opens the data; who came in by the recovery sheet chooses another passphrase."""
        try:
            session = self._session_of_first(self._data, key=key, is_sample=False)
        except Trouble as trouble:
            if isinstance(trouble, DamagedFile | TamperedKeys):
                self.restorer.offer(trouble, key=key)
                if self._locked is not None:
                    self._locked.let_go()
                    self._locked = None
            else:
                _say(trouble_words(trouble))
            return
        if session is None:  # another window was unlocked meanwhile, and is in front now
            self.close()
            return
        session.by_code = by_code
        if by_code:
            self._at = Target(PageId.KEYS)
        self._show(session, folder=self._data, sample=False)
        if self._restorer is not None:
            self._restorer.let_go()
        if self._locked is not None:
            from klasgenoot.app.locking import come_back

            come_back(self._window, self._data, is_typed=self._locked.is_typed)
            self._locked.let_go()
            self._locked = None

    @Slot(object)
    def _on_restore_requested(self, wish: "RestoreWish | None" = None) -> None:
        """Makes room for the window that puts a backup back; the locked one wishes for none."""
        if self._window is not None and wish is not None:
            self._stop_watching()
            self.restorer.take_over(self._window, wish)
        elif self._locked is not None:
            self.restorer.ask()
            self._locked.let_go()
            self._locked = None

    @Slot(object)
    def _on_restore_left(self, key: str | None) -> None:
        """Back to where it came from."""
        if key is None:
            self._ask()
            self.restorer.let_go()
        else:
            self._on_unlocked(key, False)

    @Slot()
    def _on_lock_requested(self) -> None:
        """Closes the data and starts anew, so that nothing of it stays in memory."""
        window = self._window
        if window is None:
            return
        keeper = window.session.keeper
        if keeper is not None and keeper.is_copying:  # a moment, and the data can be closed
            keeper.when_calm(self._on_lock_requested)
            return
        from klasgenoot.app.locking import put_away, stay_open

        if window.session.is_sample or not self._asks_passphrase():
            stay_open(window)
            return
        language = [] if self._language is None else ["--lang", self._language.value]
        at = ["--at", words_of(window.target)]
        if self._watching is not None:
            self._watching.stop()
            self._watching.clear_clipboard()
        put_away(window, self._data)
        self._here.let_go_but(None)
        self._anew(["--data-dir", str(self._data), *language, *at])

    @Slot()
    def _on_sample_requested(self) -> None:
        self._swap(sample=True, throw_away=False)

    @Slot(bool)
    def _on_sample_left(self, throw_away: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._swap(sample=False, throw_away=throw_away)


def _say(words: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    QMessageBox(QMessageBox.Icon.NoIcon, "Klasgenoot", words).exec()
