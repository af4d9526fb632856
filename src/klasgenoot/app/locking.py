"""What does a lock leave behind for when the teacher comes back, and what does it end?

And what is said where there is nothing to lock with?
"""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from klasgenoot.app.crash import CrashLog
from klasgenoot.app.places import log_folder
from klasgenoot.domain.errors import Trouble
from klasgenoot.store import keychain, keys
from klasgenoot.ui.shell.resume import keep_place, take_place
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.work import Progress, Work

translate = QCoreApplication.translate


def stay_open(window: Window) -> None:
    """Says why nothing is locked, and goes where a passphrase is put on."""
    if window.session.is_sample:
        if window.is_furnished:
            why = translate("Locking", "The sample class needs no lock: nobody in it is real.")
            window.notices.say(why)
        return
    window.go(Target(PageId.SETTINGS, act="passphrase"))
    window.notices.say(translate("Locking", "Locking needs a passphrase. You choose one here."))


def put_away(window: Window, folder: Path) -> None:
    """Writes down where the teacher is, ends what the keychain could open, and lets go of it all.

    From here on the passphrase is asked, also of who starts the app anew. A mistake of ours in any
    of it is logged, and does not keep the data open.
    """

    def remember() -> None:
        keep_place(window)

    def end_keychain() -> None:
        session = window.session
        if session.settings.keychain:
            with suppress(Trouble):  # neither does a disk that is full
                keychain.drop_keychain_slot(folder, key=session.vault.key)

    for step in (remember, end_keychain, window.leave):
        try:
            step()
        except Exception as error:  # noqa: BLE001 - whatever it is, the data is closed next
            CrashLog(log_folder(folder)).note(error)


def come_back(window: Window | None, folder: Path, *, is_typed: bool) -> None:
    """Goes back to where the teacher was.

    Args:
        window: the window with the data; None if it could not be opened.
        folder: of the data.
        is_typed: whether the passphrase was typed: for the keychain a fortnight begins anew.
    """
    if window is None:
        return
    take_place(window)
    session = window.session
    if not is_typed or not session.settings.keychain or not keys.has_passphrase(folder):
        return
    key, now = session.vault.key, session.now()

    def job(_progress: Progress[None]) -> None:
        keychain.keep_in_keychain(folder, key=key, now=now)

    Work(window).start(job)  # a keychain that does not answer today is asked again the next time
