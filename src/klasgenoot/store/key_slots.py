"""How is the data key wrapped, so that only a passphrase or a recovery code gets it out again?

A slot holds the data key sealed (XChaCha20-Poly1305) by a key that is worked out from what a
person knows. What it was worked out with, and which slot it is, is authenticated along: a changed
parameter opens nothing. PyNaCl is imported where it is used (decisions 0006 and 0014).
"""

import os
import time
from dataclasses import dataclass, replace
from enum import StrEnum

from klasgenoot.domain.errors import TooLittleMemory

SALT_BYTES = 16
SEALED_BYTES = 24 + 32 + 16
"""A nonce, the data key, and the tag that tells whether it was changed."""

STEPS_MIB = (64, 128, 256, 512)
"""How much memory a passphrase may cost; the largest that takes about a second here is taken."""
ABOUT_A_SECOND = 1.2
NEXT_STEP = 2.2
"""Twice the memory takes somewhat more than twice as long."""
PASSES = 3
MEMORY_ALLOWED = (64 << 20, 2 << 30)
PASSES_ALLOWED = (3, 50)
"""What a key file may ask for: less is easy to guess, more would eat the computer."""


@dataclass(frozen=True)
class Wrapped:
    """A data key that was put in a slot.

    Attributes:
        memory: bytes that working out a passphrase's key takes; 0 for a recovery code.
        passes: how often that memory is gone through; 0 for a recovery code.
        since: when it began to count, in seconds since 1970; 0 for what always counts.
        until: when it stops to count, likewise.
    """

    salt: bytes
    sealed: bytes
    memory: int = 0
    passes: int = 0
    since: int = 0
    until: int = 0

    @property
    def is_sane(self) -> bool:
        """Is what it asks for within what we would ever ask for?"""
        least, most = MEMORY_ALLOWED
        fewest, many = PASSES_ALLOWED
        return least <= self.memory <= most and fewest <= self.passes <= many


class Slot(StrEnum):
    """A way to the data key.

    Attributes:
        KEYCHAIN: what opens it lies in the keychain of this computer; never the only slot.
        COMPUTER: the key lies beside the data ("only this computer"); in no key file.
    """

    PASSPHRASE = "passphrase"  # noqa: S105 - what it is called
    RECOVERY = "recovery"
    KEYCHAIN = "keychain"
    COMPUTER = "computer"


def wrap_by_passphrase(key: bytes, passphrase: str) -> Wrapped:
    """Seals the data key so that the passphrase opens it, at a cost that suits this computer.

    Raises:
        Missing: the passphrase is empty.
        TooLittleMemory: there is no room to work it out.
    """
    from klasgenoot.domain.passphrase import passphrase_bytes

    salt = os.urandom(SALT_BYTES)
    opener, memory = _at_a_fair_cost(passphrase_bytes(passphrase), salt)
    bare = Wrapped(salt, b"", memory=memory, passes=PASSES)
    return replace(bare, sealed=_seal(Slot.PASSPHRASE, bare, key, opener))


def new_code_slot(key: bytes) -> tuple[Wrapped, str]:
    """Seals the data key by a new recovery code; that code as it is printed."""
    from klasgenoot.domain.recovery_code import CODE_BYTES, encode

    code = os.urandom(CODE_BYTES)
    return wrap_by_secret(Slot.RECOVERY, key, code), encode(code)


def wrap_by_secret(
    slot: str, key: bytes, secret: bytes, *, since: int = 0, until: int = 0
) -> Wrapped:
    """Seals the data key by a code or another key: so many random bits need no slowing down."""
    bare = Wrapped(os.urandom(SALT_BYTES), b"", since=since, until=until)
    return replace(bare, sealed=_seal(slot, bare, key, _keyed(secret, bare.salt)))


def open_by_passphrase(wrapped: Wrapped, passphrase: str) -> bytes | None:
    """The data key, or None where the passphrase is another; `wrapped` was found to be sane.

    Raises:
        Missing: the passphrase is empty.
        TooLittleMemory: there is no room to work it out.
    """
    from klasgenoot.domain.passphrase import passphrase_bytes

    typed = passphrase_bytes(passphrase)
    opener = _argon2(typed, wrapped.salt, memory=wrapped.memory, passes=wrapped.passes)
    return _unseal(Slot.PASSPHRASE, wrapped, opener)


def open_by_secret(slot: str, wrapped: Wrapped, secret: bytes) -> bytes | None:
    """The data key, or None where the code or the other key is not the right one."""
    return _unseal(slot, wrapped, _keyed(secret, wrapped.salt))


def derived(key: bytes, purpose: str) -> bytes:
    """32 bytes that follow from the key and a purpose, and tell nothing about the key."""
    import hashlib

    maker = hashlib.blake2b(key=key, person=b"klasgenoot.sub", digest_size=32)
    maker.update(purpose.encode())
    return maker.digest()


def _keyed(secret: bytes, salt: bytes) -> bytes:
    import hashlib

    maker = hashlib.blake2b(key=secret, salt=salt, person=b"klasgenoot.code", digest_size=32)
    return maker.digest()


def _at_a_fair_cost(passphrase: bytes, salt: bytes) -> tuple[bytes, int]:
    """A passphrase worked out with ever more memory, up to about a second or what is free."""
    for step in STEPS_MIB:
        began = time.perf_counter()
        try:
            worked_out = _argon2(passphrase, salt, memory=step << 20, passes=PASSES), step << 20
        except TooLittleMemory:
            if step == STEPS_MIB[0]:
                raise
            break
        if (time.perf_counter() - began) * NEXT_STEP > ABOUT_A_SECOND:
            break
    return worked_out


def _argon2(passphrase: bytes, salt: bytes, *, memory: int, passes: int) -> bytes:
    from nacl.exceptions import RuntimeError as NoRoom
    from nacl.pwhash import argon2id

    try:
        return argon2id.kdf(32, passphrase, salt, opslimit=passes, memlimit=memory)
    except (NoRoom, MemoryError) as error:
        raise TooLittleMemory from error


def _seal(slot: str, bare: Wrapped, key: bytes, opener: bytes) -> bytes:
    from nacl.secret import Aead

    return bytes(Aead(opener).encrypt(key, _about(slot, bare)))


def _unseal(slot: str, wrapped: Wrapped, opener: bytes) -> bytes | None:
    from nacl.exceptions import CryptoError
    from nacl.secret import Aead

    try:
        return Aead(opener).decrypt(wrapped.sealed, _about(slot, wrapped))
    except CryptoError:
        return None


def _about(slot: str, wrapped: Wrapped) -> bytes:
    """What is authenticated along with a sealed key: nothing of it can be changed unnoticed."""
    term = f" {wrapped.since} {wrapped.until}" if wrapped.until else ""
    cost = f"{wrapped.memory} {wrapped.passes}"
    return f"klasgenoot 1 {slot} {cost} {wrapped.salt.hex()}{term}".encode()
