"""How does the window come to be? Puts the rooms together; swaps real data for the sample class."""

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from klasgenoot.app import garbage
from klasgenoot.app.clock import now
from klasgenoot.app.crash import CrashLog
from klasgenoot.app.instance import Doorbell, ask_first_window
from klasgenoot.app.language import Speaker
from klasgenoot.app.places import data_folder, log_folder, resources, sample_folder
from klasgenoot.domain.errors import AlreadyOpen, Trouble
from klasgenoot.domain.settings import Language
from klasgenoot.operations.desk import Desk
from klasgenoot.store.database import make_folder, open_vault
from klasgenoot.store.keys import key_for
from klasgenoot.store.photos import sweep_photos
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words

translate = QCoreApplication.translate

SETTLE_MS = 800
"""So long after the first picture the window is left alone."""


def run_window(*, data_dir: str | None, language: str | None, demo: bool) -> int:
    """Opens the window and returns the exit code when it is closed."""
    garbage.put_off()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - nobody else made one
    app.setApplicationName("Klasgenoot")
    QGuiApplication.setDesktopFileName("klasgenoot")
    data = data_folder(data_dir)
    CrashLog(log_folder(data)).install()
    keeper = WindowKeeper(data, language=Language(language) if language else None)
    if not keeper.open(sample=demo):
        return 1
    return app.exec()


class WindowKeeper(QObject):
    """Keeps one window on one vault: the teacher's own data, or the sample class.

    Args:
        data: the folder of the teacher's own data.
        language: the language asked for at start; None keeps what was set.
    """

    def __init__(self, data: Path, *, language: Language | None) -> None:
        super().__init__()
        self._data = data
        self._language = language
        self._resources = resources()
        self.speaker = Speaker(self._resources / "translations")
        self._spoken = language
        self._window: Window | None = None
        self._doorbell: Doorbell | None = None

    @property
    def window(self) -> Window | None:
        """The window that is open."""
        return self._window

    def open(self, *, sample: bool) -> bool:
        """Opens the window on one of the two; False if that cannot be done."""
        folder = sample_folder(self._data) if sample else self._data
        self.speaker.speak(self._language or Language.DUTCH)
        try:
            session = self._session_of_first(folder)
        except Trouble as trouble:
            _say(trouble_words(trouble))
            return False
        if session is None:
            return False
        if sample:
            session.set(language=self._spoken or session.settings.language)
        if sample and not session.classes and not self._fill(session):
            session.vault.close()
            return False
        self._show(session, folder=folder, sample=sample)
        return True

    def _session_of_first(self, folder: Path) -> Session | None:
        """The session of this folder; None if another window has it and comes to the front."""
        try:
            return self._session(folder)
        except AlreadyOpen:
            if ask_first_window(folder):
                return None
        # a window that was closing has let go by now; a script still has it, with nothing to show
        return self._session(folder)

    def _session(self, folder: Path) -> Session:
        make_folder(folder)
        vault = open_vault(folder, key=key_for(folder))
        session = Session(Desk(vault), clock=now)
        if self._language and session.settings.language is not self._language:
            session.set(language=self._language)
        return session

    def _show(self, session: Session, *, folder: Path, sample: bool) -> None:
        window = Window(
            session,
            resources=self._resources,
            speak=self.speaker.speak,
            state_file=self._data / "window.ini",
            is_sample=sample,
        )
        window.sample_requested.connect(self._on_sample_requested)
        window.sample_left.connect(self._on_sample_left)
        self._doorbell = Doorbell(folder, window)
        self._doorbell.rung.connect(window.come_forward)
        self._window = window
        window.show()
        # what is not needed for the first picture: unused photos go, and writing is made ready
        QTimer.singleShot(SETTLE_MS, window, lambda: _settle(window))

    def _fill(self, session: Session) -> bool:
        """Draws the sample class into its vault; False if the teacher stopped it."""
        from klasgenoot.app.sample import sample_term_in
        from klasgenoot.app.sample_progress import draw_with_progress
        from klasgenoot.operations.sample import fill_sample

        pictures = draw_with_progress(self._window)
        if pictures is None:
            return False
        term = sample_term_in(session.settings.language, today=session.today())
        session.do(fill_sample, term=term, pictures=pictures, zone=session.now().tzinfo)
        session.vault.journal.forget()
        return True

    def _swap(self, *, sample: bool, throw_away: bool) -> None:
        """Opens the other window and closes this one. If that fails, this one stays."""
        old = self._window
        if old is None:
            return
        self._spoken = old.session.settings.language  # the sample class speaks it too
        if not self.open(sample=sample):
            self.speaker.speak(self._spoken)
            return
        old.close()
        old.deleteLater()
        if throw_away:
            shutil.rmtree(sample_folder(self._data), ignore_errors=True)

    @Slot()
    def _on_sample_requested(self) -> None:
        self._swap(sample=True, throw_away=False)

    @Slot(bool)
    def _on_sample_left(self, throw_away: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._swap(sample=False, throw_away=throw_away)


def _settle(window: Window) -> None:
    """Does what the first picture could wait for."""
    garbage.set_aside()
    if not window.is_left:
        journal = window.session.vault.journal
        if not (journal.done or journal.undone):  # an undo step could ask for a photo back
            sweep_photos(window.session.vault)
        _ = window.session.vault.tables


def _say(words: str) -> None:
    box = QMessageBox()
    box.setWindowTitle("Klasgenoot")
    box.setText(words)
    box.exec()
