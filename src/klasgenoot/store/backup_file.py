"""What is a backup, as a file? The encrypted database, whole, with a manifest behind it.

    database | manifest (JSON) | signature | checksum | length of the manifest | magic

SQLite reads as many pages as its header says and does not look at what comes behind, so a backup
is still an ordinary SQLCipher file for whoever has the key. The manifest can be read without it:
when, why, how much, and no name of anybody. It carries a digest of the database, and is itself
signed with a sub-key of the data key; the checksum tells damage from another key.
"""

import hmac
import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from klasgenoot.domain.backups import Amount, Amounts, Backup, Kind, Why
from klasgenoot.store.breathing import Breathe, hold_breath

ENDING = ".backup"
MAGIC = b"KlasBak1"
PURPOSE = b"klasgenoot backup manifest 1"
"""Each use of the data key has a sub-key of its own, made with words like these."""
LARGEST = 200_000
"""No manifest is longer, in bytes; a longer one is not ours."""
AT_ONCE = 1 << 20

_SEAL = 32 + 32 + 4 + len(MAGIC)
_NAME = re.compile(r"klasgenoot-(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)-(\d+)-([0-9a-f]{8})\.backup")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands behind the database.

    Attributes:
        text: the manifest, as it was signed.
        signature: with the sub-key of the data key.
        size: of the database before it, in bytes.
        values: what the text says.
    """

    text: bytes
    signature: bytes
    size: int
    values: Mapping[str, Any]

    def is_signed_with(self, key: str) -> bool:
        """Whether who has the data key wrote it."""
        return hmac.compare_digest(self.signature, _signature(self.text, key))


def name_for(made_at: datetime, number: int, vault_id: str) -> str:
    """What a backup is called: when, its number, and which vault, so that none is in the way."""
    return f"klasgenoot-{made_at:%Y-%m-%d-%H%M}-{number}-{vault_id[:8]}{ENDING}"


def digest_of(path: Path, *, size: int, breathe: Breathe = hold_breath) -> str:
    """Stands for the first `size` bytes of a file."""
    held = blake2b(digest_size=32)
    with path.open("rb") as file:
        while some := file.read(min(AT_ONCE, size - file.tell())):
            held.update(some)
            breathe(file.tell(), size)
    return held.hexdigest()


def append_manifest(path: Path, values: Mapping[str, Any], *, key: str) -> None:
    """Signs a manifest and writes it behind a database, through to the disk."""
    text = json.dumps(values, separators=(",", ":")).encode()
    signed = text + _signature(text, key)
    with path.open("ab") as file:
        file.write(signed + _checksum(signed) + len(text).to_bytes(4, "big") + MAGIC)
        file.flush()
        os.fsync(file.fileno())


def read_manifest(path: Path) -> Manifest | None:
    """What stands behind the database; None if that cannot be read or is not whole."""
    try:
        with path.open("rb") as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(0, end - _SEAL))
            seal = file.read()
            length = int.from_bytes(seal[64:68], "big")
            size = end - _SEAL - length
            if seal[68:] != MAGIC or length > LARGEST or size < 0:
                return None
            file.seek(size)
            text = file.read(length)
    except OSError:
        return None
    if _checksum(text + seal[:32]) != seal[32:64]:
        return None
    try:
        values = json.loads(text)
    except ValueError:
        return None
    return Manifest(text, seal[:32], size, values) if isinstance(values, dict) else None


def read_backup(path: Path) -> Backup:
    """What a file in a folder of backups says it is, without opening the database."""
    manifest = read_manifest(path)
    try:
        return _backup(path, manifest.values) if manifest else _damaged(path)
    except (KeyError, TypeError, ValueError, AttributeError):
        return _damaged(path)


def erased_up_to(path: Path) -> int:
    """The number of the last tombstone that a backup was cleared for, as it says itself."""
    manifest = read_manifest(path)
    try:
        return int(manifest.values.get("erased", 0)) if manifest else 0
    except (TypeError, ValueError):
        return 0


def values_of(amounts: Amounts) -> dict[str, list[int | str | None]]:
    """Amounts as they stand in a manifest."""
    return {
        kind.value: [each.count, each.latest.isoformat() if each.latest else None]
        for kind, each in amounts.items()
    }


def _backup(path: Path, values: Mapping[str, Any]) -> Backup:
    known = {kind.value for kind in Kind}
    reasons = {why.value: why for why in Why}
    made_at = datetime.fromisoformat(values["made_at"])
    return Backup(
        path=path,
        size=path.stat().st_size,
        made_at=made_at if made_at.tzinfo else made_at.replace(tzinfo=UTC),
        why=reasons.get(values["why"], Why.UNKNOWN),
        number=int(values["number"]),
        vault_id=str(values["vault_id"]),
        generation=int(values["generation"]),
        amounts={
            Kind(name): Amount(int(count), date.fromisoformat(latest) if latest else None)
            for name, (count, latest) in values["amounts"].items()
            if name in known
        },
        app_version=str(values["app_version"]),
        file_version=int(values["file_version"]),
        content=str(values["content"]),
        opens_elsewhere=bool(values["keys"]),
    )


def _damaged(path: Path) -> Backup:
    """A backup whose manifest cannot be read: what its name and the folder still tell."""
    try:
        about = path.stat()
        size, changed = about.st_size, datetime.fromtimestamp(about.st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        size, changed = 0, datetime.fromtimestamp(0, UTC)
    number, vault_id = 0, ""
    if name := _NAME.fullmatch(path.name):
        day, hour, minute, nth, vault_id = name.groups()
        number = int(nth)
        with suppress(ValueError):
            changed = datetime.fromisoformat(f"{day}T{hour}:{minute}+00:00")
    return Backup(
        path=path,
        size=size,
        made_at=changed,
        why=Why.UNKNOWN,
        number=number,
        vault_id=vault_id,
        amounts={},
        is_whole=False,
    )


def _signature(text: bytes, key: str) -> bytes:
    own = blake2b(PURPOSE, key=bytes.fromhex(key), digest_size=32).digest()
    return blake2b(text, key=own, digest_size=32).digest()


def _checksum(signed: bytes) -> bytes:
    return blake2b(signed, digest_size=32).digest()
