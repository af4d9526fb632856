"""How far was the data at the last opening? A witness beside it, for when there is no backup.

Whoever puts an older data file in the place of the newer one puts back its own counter too. This
small file still knows better. It is not in the key file: that would have to be written at each
opening, and it is the one file that must never be in danger.
"""

import hmac
from contextlib import suppress
from pathlib import Path

from klasgenoot.domain.errors import Trouble
from klasgenoot.store.database import Vault
from klasgenoot.store.durable import remove_unfinished, write_durably
from klasgenoot.store.generation import Marks, marks
from klasgenoot.store.keys import subkey

FILE = "klasgenoot.seen"
PURPOSE = "last seen"


def last_seen(vault: Vault) -> int:
    """The generation that was written down last; 0 where none was, or not of this data."""
    own = marks(vault)
    try:
        number, sign = _path(vault).read_text(encoding="ascii").split()
        is_ours = hmac.compare_digest(sign, _sign(vault, own, int(number)))
    except (OSError, ValueError):
        return 0
    return int(number) if is_ours else 0


def write_down(vault: Vault, *, at_least: int = 0) -> None:
    """Writes down how far the data is now; what was seen before is never taken back.

    A disk that cannot be written is no reason not to open the data.
    """
    own = marks(vault)
    number = max(own.number, at_least)
    with suppress(Trouble):
        write_durably(_path(vault), f"{number} {_sign(vault, own, number)}\n")


def look_and_write_down(vault: Vault) -> int:
    """How far the data was at the last opening; it is written down how far it is at this one."""
    if vault.seen is None:
        vault.seen = last_seen(vault)
        write_down(vault, at_least=vault.seen)
    return vault.seen


def forget(folder: Path) -> None:
    """An older file is put back on purpose: nothing is known until the next opening."""
    with suppress(OSError):
        remove_unfinished(folder / FILE)
        (folder / FILE).unlink(missing_ok=True)


def _path(vault: Vault) -> Path:
    assert vault.path, "only a file has a witness"  # noqa: S101 - a vault in memory is for tests
    return vault.path.with_name(FILE)


def _sign(vault: Vault, own: Marks, number: int) -> str:
    return hmac.new(
        subkey(vault.key, PURPOSE), f"{own.vault_id} {number}".encode(), "sha256"
    ).hexdigest()
