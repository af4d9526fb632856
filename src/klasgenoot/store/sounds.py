"""Names as they were recorded, in the data file: named by their content."""

from typing import NamedTuple

from klasgenoot.domain.people import SoundId
from klasgenoot.store.database import Vault


class StoredSound(NamedTuple):
    """A recording to keep: a whole WAV file, and how long it lasts."""

    wav: bytes
    seconds: float


def keep_sound(vault: Vault, sound: StoredSound) -> SoundId:
    """Keeps a recording and returns its id; the same one twice is one row."""
    import hashlib

    sound_id = SoundId(hashlib.sha256(sound.wav).hexdigest())
    with vault.outside_journal():
        vault.connection.execute(
            "INSERT OR IGNORE INTO sounds (id, wav, seconds) VALUES (?, ?, ?)", (sound_id, *sound)
        )
    return sound_id


def sound_of(vault: Vault, sound_id: SoundId) -> StoredSound | None:
    """A recording, or None if it is not there."""
    row = vault.row("SELECT wav, seconds FROM sounds WHERE id = ?", (sound_id,))
    return StoredSound(bytes(row[0]), row[1]) if row else None
