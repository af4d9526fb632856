"""What happens once the window stands, or before the tables of an older file change?

All that the first picture can wait for: it is imported here, where it is used.
"""

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from klasgenoot.app import garbage, memory
from klasgenoot.app.clock import now
from klasgenoot.store.photos import sweep_unused
from klasgenoot.store.schema import BACKUPS
from klasgenoot.ui.shell.window import Window

if TYPE_CHECKING:
    from klasgenoot.store.opening import OldVault


def settle(window: Window, *, reserve: bool) -> None:
    """Makes ready for writing, begins to keep backups, and tells what is to be told.

    Args:
        window: the window that stands.
        reserve: whether room on the disk is kept for when that runs full.
    """
    from klasgenoot.store.reserve import keep_reserve
    from klasgenoot.viewmodels.backup_keeper import BackupKeeper

    garbage.set_aside()
    memory.no_reading_along()
    if window.is_left:
        return
    session = window.session
    journal = session.vault.journal
    if not (journal.done or journal.undone):  # an undo step could ask for a photo back
        sweep_unused(session.vault)
    _ = session.vault.tables
    path = session.vault.path
    if path is None or session.is_sample or session.keeper is not None:
        return
    keeper = BackupKeeper(session, path.parent, parent=window)
    keeper.noticed.connect(_teller(window))
    keeper.begin()
    _keep_up(window)
    if reserve:  # the app may end before it is there: the next start goes on with it
        Thread(target=keep_reserve, args=(path.parent,), daemon=True).start()


def _teller(window: Window) -> Callable[[str], None]:
    """Says something in a window; where, is made when it is furnished, which may come later."""

    def tell(words: str) -> None:
        window.notices.say(words)

    return tell


def _keep_up(window: Window) -> None:
    """Finishes an erasing that was cut off, and looks what is past its term."""
    from klasgenoot.app.upkeep import Upkeep

    upkeep = Upkeep(window.session, parent=window)
    upkeep.said.connect(_teller(window))
    upkeep.begin()


def back_up_old(vault: "OldVault") -> None:
    """Makes a backup of an older file before its tables change."""
    from klasgenoot.operations.backing_up import back_up_as_it_was

    if vault.path is not None:
        back_up_as_it_was(vault, vault.path.parent / BACKUPS, now=now())
