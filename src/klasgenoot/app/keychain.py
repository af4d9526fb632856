"""When may the keychain open the data? A fortnight from each passphrase typed, until a lock."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject

from klasgenoot.domain.errors import Trouble
from klasgenoot.store import keychain, keys
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.work import Progress, Work


def renew(session: Session, folder: Path, *, parent: QObject) -> Work | None:
    """The passphrase was typed just now: the fortnight begins anew. None if nobody wants that.

    A keychain that does not answer today is asked again the next time.
    """
    if not session.settings.keychain or not keys.has_passphrase(folder):
        return None
    key, now = session.vault.key, session.now()

    def job(_progress: Progress[None]) -> None:
        keychain.keep_in_keychain(folder, key=key, now=now)

    work = Work(parent)
    work.start(job)
    return work


def end_by_lock(session: Session, folder: Path) -> None:
    """From here on the passphrase is asked, also of who starts the app anew."""
    if session.settings.keychain:
        with suppress(Trouble):  # a disk that is full must not keep the data open
            keychain.drop_keychain_slot(folder, key=session.vault.key)
