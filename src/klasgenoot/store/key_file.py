"""How do the slots lie on the disk? A small file in two copies, each with a sum of its own.

Losing this file is losing everything, so there are two. The second is written first, and each is
whole or not there at all: at any moment one of them is good. The one with the higher generation
counts; a copy that is damaged, older or gone is mended from the other when the file is read.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from klasgenoot.domain.errors import DamagedFile, NewerFile, ReadOnlyPlace, Trouble
from klasgenoot.store.computer_key import computer_key, has_computer_key
from klasgenoot.store.durable import create_durably, write_durably
from klasgenoot.store.key_names import SEALED_KEYS as NAMES
from klasgenoot.store.key_slots import SALT_BYTES, SEALED_BYTES, Slot, Wrapped, derived

VERSION = 2
"""2: earlier keys and the keychain. A file without those still says 1, and is read by both."""
_WAYS = {str(slot): slot for slot in (Slot.PASSPHRASE, Slot.RECOVERY, Slot.KEYCHAIN)}
_NUMBERS = ("memory", "passes", "since", "until")
LONGEST = 1 << 16
"""A key file is far below a kilobyte; more is not read."""


@dataclass(frozen=True)
class KeyFile:
    """What a key file says.

    Attributes:
        generation: goes up by one with each change.
        slots: name of a slot → the data key in it.
        before: while the data gets a new key, what opened it until then.
        link: and the data key of then, sealed by the new one.
        earlier: the data keys of before, sealed by that of now, newest first: older backups
            have them.
        seal: follows from all the rest and the data key; whoever lacks that cannot make it.
    """

    generation: int = 0
    slots: Mapping[Slot, Wrapped] = field(default_factory=dict)
    before: "KeyFile | None" = None
    link: Wrapped | None = None
    earlier: tuple[Wrapped, ...] = ()
    seal: bytes = b""

    def sealed(self, key: bytes) -> "KeyFile":
        """The same with the seal of its data key."""
        return replace(self, seal=self._seal(key))

    def is_sealed_by(self, key: bytes) -> bool:
        """Was this written by somebody who had the key, and not changed since?"""
        return self.seal == self._seal(key)

    def _seal(self, key: bytes) -> bytes:
        return derived(key, "key file " + _json(replace(self, seal=b"")))


def read_key_file(folder: Path) -> KeyFile | None:
    """The key file of a folder from the better of its copies; None where there never was one.

    Raises:
        DamagedFile: no copy is whole, and no key lies beside the data either.
        NewerFile: a newer Klasgenoot wrote it.
        ReadOnlyPlace: it cannot be read.
    """
    texts = {name: _read(folder / name) for name in NAMES}
    known = {name: _key_file(text) for name, text in texts.items() if text is not None}
    good = [file for file in known.values() if file]
    if not good:
        if known and not has_computer_key(folder):
            raise DamagedFile(folder / NAMES[0])
        return None
    best = max(good, key=lambda file: file.generation)
    for name in reversed(NAMES):
        if known.get(name) != best:
            with suppress(Trouble):  # what cannot be mended now still opens the data
                write_durably(folder / name, _text(best))
    return best


def key_file_in(texts: Iterable[bytes]) -> KeyFile | None:
    """The better of copies that lie elsewhere, in a backup for one; None if none is whole.

    Raises:
        NewerFile: a newer Klasgenoot wrote them.
    """
    good = [file for file in map(_key_file, texts) if file]
    return max(good, key=lambda file: file.generation, default=None)


def key_file_of(folder: Path, *, key: str) -> KeyFile:
    """The key file that belongs to a key which opened the data: what a change of it begins with.

    Raises:
        ValueError: the key is not that of this folder; to go on would lock the teacher out.
    """
    file, raw = read_key_file(folder), bytes.fromhex(key)
    if file and file.is_sealed_by(raw):
        return file
    if file is None or not file.slots:  # there is nothing in it yet, or any more
        if computer_key(folder) != key:
            raise ValueError("not the key of this folder")
        return KeyFile(generation=file.generation if file else 0).sealed(raw)
    if file.before and file.before.is_sealed_by(raw):  # a new data key that never came
        return replace(file.before, generation=file.generation)
    raise ValueError("not the key of this folder")


def create_key_file(folder: Path, file: KeyFile) -> bool:
    """Keeps the first key file of a folder; False if another start has just made one.

    Raises:
        ReadOnlyPlace, DiskFull: nothing was kept.
    """
    first, second = (folder / name for name in NAMES)
    if first.exists() or not create_durably(second, _text(file)):
        return False
    with suppress(Trouble):  # the next reading mends it
        write_durably(first, _text(file))
    return True


def write_key_file(folder: Path, file: KeyFile) -> None:
    """Keeps a key file, second copy first: once that is on the disk, it is what counts.

    Raises:
        ReadOnlyPlace, DiskFull: nothing was changed.
    """
    first, second = (folder / name for name in NAMES)
    write_durably(second, _text(file))
    with suppress(Trouble):  # the next reading mends it
        write_durably(first, _text(file))


def keep_slots(folder: Path, file: KeyFile, slots: Mapping[Slot, Wrapped], *, key: str) -> None:
    """Keeps a key file with other slots, and without the way back to an earlier key.

    Raises:
        ReadOnlyPlace, DiskFull: nothing was changed.
    """
    more = file.generation + 1
    changed = replace(file, generation=more, slots=slots, before=None, link=None)
    write_key_file(folder, changed.sealed(bytes.fromhex(key)))


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ReadOnlyPlace(path) from error


def _text(file: KeyFile) -> str:
    line = _json(file)
    return f"{line}\n{_sum(line.encode())}\n"


def _sum(line: bytes) -> str:
    import hashlib

    return hashlib.sha256(line).hexdigest()


def _key_file(text: bytes) -> KeyFile | None:
    """What a copy says, or None where it is damaged."""
    line, _, rest = text.partition(b"\n")
    if rest != f"{_sum(line)}\n".encode():
        return None
    try:
        said = json.loads(line)
        if said["version"] > VERSION:
            raise NewerFile(Path(NAMES[0]), file_version=said["version"], known_version=VERSION)
        return _from_plain(said)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None


def _json(file: KeyFile) -> str:
    said = {"version": _version(file), **_plain(file)}
    return json.dumps(said, sort_keys=True, separators=(",", ":"))


def _version(file: KeyFile) -> int:
    """The lowest that can say what is in it."""
    is_later = bool(file.earlier) or Slot.KEYCHAIN in file.slots
    return VERSION if is_later or (file.before and _version(file.before) == VERSION) else 1


def _plain(file: KeyFile) -> dict[str, Any]:
    """A key file as JSON has it: what is empty is left out."""
    plain = {
        "generation": file.generation,
        "slots": {name: _plain_slot(wrapped) for name, wrapped in file.slots.items()},
        "before": file.before and _plain(file.before),
        "link": file.link and _plain_slot(file.link),
        "earlier": [_plain_slot(wrapped) for wrapped in file.earlier],
        "seal": b64encode(file.seal).decode(),
    }
    return {name: value for name, value in plain.items() if value}


def _from_plain(said: dict[str, Any]) -> KeyFile:
    return KeyFile(
        generation=int(said["generation"]),
        slots={_WAYS[name]: _slot(slot) for name, slot in said.get("slots", {}).items()},
        before=_from_plain(said["before"]) if "before" in said else None,
        link=_slot(said["link"]) if "link" in said else None,
        earlier=tuple(_slot(slot) for slot in said.get("earlier", ())),
        seal=b64decode(said["seal"], validate=True),
    )


def _plain_slot(wrapped: Wrapped) -> dict[str, Any]:
    numbers = {name: getattr(wrapped, name) for name in _NUMBERS if getattr(wrapped, name)}
    sealed = b64encode(wrapped.sealed).decode()
    return {**numbers, "salt": b64encode(wrapped.salt).decode(), "sealed": sealed}


def _slot(said: dict[str, Any]) -> Wrapped:
    salt, sealed = (b64decode(said[name], validate=True) for name in ("salt", "sealed"))
    if len(salt) != SALT_BYTES or len(sealed) != SEALED_BYTES:
        raise ValueError
    return Wrapped(salt, sealed, **{name: int(said.get(name, 0)) for name in _NUMBERS})
