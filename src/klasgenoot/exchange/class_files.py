"""A class for a colleague in one encrypted file, `.klasgenoot`: written here, and opened here.

The file says itself how it was locked: signs that show what it is, a short header in JSON with its
checksum, and then a zip with a list and photos, sealed (XChaCha20-Poly1305) by a key that Argon2id
works out from a passphrase. The header is authenticated along. What it may ask for has hard bounds:
no file makes a computer work for minutes or fill its memory. What comes out is as strange as any
zip: it is read in the cage.
"""

import csv
import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from klasgenoot.domain.errors import (
    DamagedClassFile,
    NewerClassFile,
    TooLittleMemory,
    WrongClassPassphrase,
)
from klasgenoot.domain.exports import Leaving
from klasgenoot.domain.passphrase import passphrase_bytes
from klasgenoot.domain.roster import LINE_END

SIGNS = b"\x89KLASGENOOT\r\n\x1a\n"
"""How the file begins. A program that changes line ends, as mail once did, shows."""
VERSION = 1
MOST_BYTES = 200_000_000
"""Of the whole file; 500 students with photos are 60 MB."""
MEMORY, PASSES = 256 << 20, 3
LEAST_MEMORY = 64 << 20
MEMORY_ALLOWED = (LEAST_MEMORY, 1 << 30)
PASSES_ALLOWED = (3, 10)
"""What a file may ask for: less is easy to guess, more would eat the computer."""

NOTE = "Klasgenoot-notitie"
"""The header of the column with own notes, which no other program's list has by chance."""
LONGEST_NOTE = 900
"""Signs; a list has room for no more in a cell. A longer note goes on in the next column."""
MOST_NOTE_CELLS = 100
_HEADER = (
    *("Login", "Studentnummer", "Roepnaam", "Voornaam", "Tussenvoegsel", "Achternaam"),
    *("E-mail", "Klas"),
)
_SALT = 16
_LENGTH, _SUM = 2, 8
_LONGEST_HEADER = 1_000
_CIPHER, _KDF = "xchacha20-poly1305", "argon2id"
_CHECK = 16
_MADE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Lock:
    """How a file is locked: what Argon2id takes, and what tells that the passphrase is right."""

    salt: bytes
    memory: int
    passes: int
    check: bytes


def write_class(
    people: Sequence[Leaving], *, name: str, passphrase: str, with_notes: bool
) -> bytes:
    """A class as an encrypted file.

    Args:
        people: who; notes are theirs only if they were ticked.
        name: what the class is called.
        passphrase: what the colleague types.
        with_notes: whether there is a column for notes.

    Raises:
        Missing: the passphrase is empty.
        TooLittleMemory: there is no room to work it out.
    """
    plain = _zip(people, name=name, with_notes=with_notes)
    typed, salt, memory = passphrase_bytes(passphrase), os.urandom(_SALT), MEMORY
    try:
        worked_out = _argon2(typed, salt, memory=memory, passes=PASSES)
    except TooLittleMemory:
        memory = LEAST_MEMORY
        worked_out = _argon2(typed, salt, memory=memory, passes=PASSES)
    key, check = _keys(worked_out)
    head = _head(_Lock(salt, memory, PASSES, check))
    from nacl.secret import Aead

    return head + bytes(Aead(key).encrypt(plain, head))


def open_class(data: bytes, *, passphrase: str, source: str) -> bytes:
    """The zip in such a file. It is strange: read it in the cage.

    Raises:
        Missing: the passphrase is empty.
        WrongClassPassphrase: it is another one.
        DamagedClassFile: it was cut off or changed, or asks for what no file of ours asks for.
        NewerClassFile: a newer Klasgenoot wrote it.
        TooLittleMemory: there is no room to work it out.
    """
    typed = passphrase_bytes(passphrase)
    lock, at = _lock_of(data, source=source)
    worked_out = _argon2(typed, lock.salt, memory=lock.memory, passes=lock.passes)
    key, check = _keys(worked_out)
    if check != lock.check:
        raise WrongClassPassphrase(source)
    from nacl.exceptions import CryptoError
    from nacl.secret import Aead

    try:
        return Aead(key).decrypt(data[at:], data[:at])
    except (CryptoError, ValueError) as error:
        raise DamagedClassFile(source) from error


# ---- what is inside ----


def _zip(people: Sequence[Leaving], *, name: str, with_notes: bool) -> bytes:
    """A list and photos that our own importer matches without a doubt: by a login of their own."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    notes = [_in_cells(person.note) if with_notes else [] for person in people]
    most = max([int(with_notes), *map(len, notes)])
    more = [NOTE, *(f"{NOTE} {number}" for number in range(2, most + 1))][:most]
    writer.writerow([*_HEADER, *more])
    held = BytesIO()
    with ZipFile(held, "w", ZIP_STORED) as archive:
        for number, person in enumerate(people, start=1):
            login = _login(number)
            row = [
                *(login, person.student_number, person.call_name, person.given_name),
                *(person.infix, person.family_name, person.email, name),
            ]
            writer.writerow([*row, *notes[number - 1]])
            if person.picture:
                archive.writestr(ZipInfo(f"{login}.jpg", _MADE), person.picture)
        title = "".join(" " if sign in '/\\:*?"<>|' else sign for sign in name).strip(" .")
        listed = written.getvalue().encode("utf-8-sig")
        archive.writestr(ZipInfo(f"{title or 'Klas'}.csv", _MADE), listed)
    return held.getvalue()


def _in_cells(note: str) -> list[str]:
    """A note in one line, cut into as many cells as it takes; never at a blank, which would go."""
    line = LINE_END.join(note.splitlines())
    cells: list[str] = []
    while line and len(cells) < MOST_NOTE_CELLS:
        end = min(LONGEST_NOTE, len(line))
        while 1 < end < len(line) and (line[end - 1].isspace() or line[end].isspace()):
            end -= 1
        cells.append(line[:end])
        line = line[end:]
    return cells


def _login(number: int) -> str:
    """Letters alone: figures could be taken for somebody's student number."""
    letters = (chr(ord("a") + number // 26**place % 26) for place in (3, 2, 1, 0))
    return f"klasgenoot{''.join(letters)}"


# ---- how it is locked ----


def _head(lock: _Lock) -> bytes:
    told = {
        "version": VERSION,
        "kdf": _KDF,
        "memory": lock.memory,
        "passes": lock.passes,
        "salt": lock.salt.hex(),
        "check": lock.check.hex(),
        "cipher": _CIPHER,
    }
    text = json.dumps(told, separators=(",", ":")).encode("ascii")
    return SIGNS + len(text).to_bytes(_LENGTH, "big") + text + _sum(text)


def _lock_of(data: bytes, *, source: str) -> tuple[_Lock, int]:
    """How a file is locked, and where its header ends. Nothing of it is believed."""
    damaged = DamagedClassFile(source)
    begin = len(SIGNS) + _LENGTH
    if not data.startswith(SIGNS) or len(data) > MOST_BYTES:
        raise damaged
    length = int.from_bytes(data[len(SIGNS) : begin], "big")
    text, end = data[begin : begin + length], begin + length + _SUM
    if length > _LONGEST_HEADER or data[begin + length : end] != _sum(text):
        raise damaged
    try:
        told = json.loads(text)
        version = told["version"]
        if isinstance(version, int) and version > VERSION:
            raise NewerClassFile(source)
        lock = _Lock(
            bytes.fromhex(told["salt"]),
            _within(told["memory"], MEMORY_ALLOWED),
            _within(told["passes"], PASSES_ALLOWED),
            bytes.fromhex(told["check"]),
        )
        named = (told["kdf"], told["cipher"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise damaged from error
    is_ours = named == (_KDF, _CIPHER) and version == VERSION
    if not is_ours or (len(lock.salt), len(lock.check)) != (_SALT, _CHECK):
        raise damaged
    return lock, end


def _within(value: Any, allowed: tuple[int, int]) -> int:  # noqa: ANN401 - whatever a file says
    """A number that is one, and within what we would ever ask for."""
    if type(value) is not int or not allowed[0] <= value <= allowed[1]:
        raise ValueError
    return value


def _sum(text: bytes) -> bytes:
    """Tells a header that was changed by accident from a passphrase that is wrong."""
    return hashlib.sha256(text).digest()[:_SUM]


def _keys(worked_out: bytes) -> tuple[bytes, bytes]:
    """What seals the file, and what tells that the passphrase is right; neither tells the other."""

    def derived(purpose: bytes, size: int) -> bytes:
        return hashlib.blake2b(purpose, key=worked_out, digest_size=size).digest()

    return derived(b"class file: seal", 32), derived(b"class file: check", _CHECK)


def _argon2(typed: bytes, salt: bytes, *, memory: int, passes: int) -> bytes:
    from nacl.exceptions import RuntimeError as NoRoom
    from nacl.pwhash import argon2id

    try:
        return argon2id.kdf(32, typed, salt, opslimit=passes, memlimit=memory)
    except (NoRoom, MemoryError) as error:
        raise TooLittleMemory from error
