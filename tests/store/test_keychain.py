"""A keychain may open the data, for a fortnight, and is never the only way in."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from fake_keychain import FakeKeychain, put_keychain
from klasgenoot.domain.errors import NoKeychain, TamperedKeys, WrongPassphrase
from klasgenoot.store import keychain, keys
from klasgenoot.store.key_file import NAMES, VERSION, KeyFile, read_key_file, write_key_file
from klasgenoot.store.key_slots import Slot, Wrapped
from klasgenoot.store.opening import open_vault
from klasgenoot.store.rekey import new_data_key

PHRASE, OTHER = "vier kleine eenden zwemmen", "een ander verhaal"
NOW = datetime(2026, 10, 29, 10, 0, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("quick_keys")


Put = Callable[[object], None]


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Put:
    """Puts a backend in the place of the system's."""
    return lambda backend: put_keychain(backend, monkeypatch)


@pytest.fixture
def chain(put: Put) -> FakeKeychain:
    chain = FakeKeychain()
    put(chain)
    return chain


@pytest.fixture
def key(tmp_path: Path) -> str:
    return keys.make_keys(tmp_path, passphrase=PHRASE)[0]


def test_it_opens_the_data_for_a_fortnight(tmp_path: Path, chain: FakeKeychain, key: str) -> None:
    keychain.keep_in_keychain(tmp_path, key=key, now=NOW)
    assert keys.slots_of(tmp_path) == {Slot.PASSPHRASE, Slot.RECOVERY, Slot.KEYCHAIN}
    last = NOW + keychain.FORTNIGHT - timedelta(seconds=1)
    for moment in (NOW, last):
        assert keychain.unlock_with_keychain(tmp_path, now=moment) == key
    for moment in (last + timedelta(seconds=1), NOW + timedelta(days=400)):
        assert keychain.unlock_with_keychain(tmp_path, now=moment) is None
    assert keys.unlock(tmp_path, passphrase=PHRASE) == key


def test_a_clock_that_is_put_back_does_not_make_it_longer(
    tmp_path: Path, chain: FakeKeychain, key: str
) -> None:
    keychain.keep_in_keychain(tmp_path, key=key, now=NOW)
    assert keychain.unlock_with_keychain(tmp_path, now=NOW - timedelta(days=1)) is None


def test_a_term_that_somebody_made_longer_opens_nothing(
    tmp_path: Path, chain: FakeKeychain, key: str
) -> None:
    keychain.keep_in_keychain(tmp_path, key=key, now=NOW)
    file = read_key_file(tmp_path)
    assert file
    slot = file.slots[Slot.KEYCHAIN]
    longer = Wrapped(slot.salt, slot.sealed, since=slot.since, until=slot.until + 10**9)
    slots = {**file.slots, Slot.KEYCHAIN: longer}
    write_key_file(tmp_path, KeyFile(file.generation + 1, slots, seal=file.seal))
    assert keychain.unlock_with_keychain(tmp_path, now=NOW + timedelta(days=20)) is None
    with pytest.raises(TamperedKeys):
        keys.unlock(tmp_path, passphrase=PHRASE)


def test_it_is_never_the_only_way_in(tmp_path: Path, chain: FakeKeychain) -> None:
    key = keys.key_for(tmp_path)
    with pytest.raises(ValueError, match="only way"):
        keychain.keep_in_keychain(tmp_path, key=key, now=NOW)
    assert not chain.held
    keys.set_passphrase(tmp_path, key=key, passphrase=PHRASE)
    keychain.keep_in_keychain(tmp_path, key=key, now=NOW)
    keys.forget_passphrase(tmp_path, key=key)
    assert keys.slots_of(tmp_path) == {Slot.COMPUTER}


@pytest.mark.parametrize("end", ["lock", "new key"])
def test_a_lock_and_a_new_data_key_end_it(
    tmp_path: Path, chain: FakeKeychain, key: str, end: str
) -> None:
    vault = open_vault(tmp_path, key=key)
    keychain.keep_in_keychain(tmp_path, key=key, now=NOW)
    if end == "lock":
        keychain.drop_keychain_slot(tmp_path, key=key)
        keychain.drop_keychain_slot(tmp_path, key=key)
    else:
        new_data_key(vault, key=key, passphrase=OTHER)
    vault.close()
    assert not keychain.has_keychain_slot(tmp_path)
    assert keychain.unlock_with_keychain(tmp_path, now=NOW) is None


def test_another_passphrase_leaves_it_alone(tmp_path: Path, chain: FakeKeychain, key: str) -> None:
    keychain.keep_in_keychain(tmp_path, key=key, now=NOW)
    keys.set_passphrase(tmp_path, key=key, passphrase=OTHER)
    assert keychain.unlock_with_keychain(tmp_path, now=NOW) == key
    with pytest.raises(WrongPassphrase):
        keys.unlock(tmp_path, passphrase=PHRASE)


def test_a_keychain_that_lost_it_or_refuses_leads_to_the_passphrase(
    tmp_path: Path, chain: FakeKeychain, key: str, put: Put
) -> None:
    keychain.keep_in_keychain(tmp_path, key=key, now=NOW)
    (entry,) = chain.held
    for held in ("AAAA", "not base64 \u20ac", ""):
        chain.held[entry] = held
        assert keychain.unlock_with_keychain(tmp_path, now=NOW) is None
    chain.is_locked = True
    assert keychain.unlock_with_keychain(tmp_path, now=NOW) is None
    put(None)
    assert keychain.unlock_with_keychain(tmp_path, now=NOW) is None
    assert keys.unlock(tmp_path, passphrase=PHRASE) == key


def test_what_a_keychain_does_not_keep_is_no_slot(
    tmp_path: Path, chain: FakeKeychain, key: str
) -> None:
    chain.is_locked = True
    with pytest.raises(NoKeychain):
        keychain.keep_in_keychain(tmp_path, key=key, now=NOW)
    assert not keychain.has_keychain_slot(tmp_path)


@pytest.mark.parametrize(
    "module", ["keyring.backends.fail", "keyring.backends.null", "keyrings.alt.file", "somebody"]
)
def test_a_keychain_that_keeps_plain_files_or_nothing_is_not_used(
    tmp_path: Path, key: str, put: Put, module: str
) -> None:
    put(type("Keyring", (FakeKeychain,), {"__module__": module})())
    assert keychain.system_keychain() is None
    with pytest.raises(NoKeychain):
        keychain.keep_in_keychain(tmp_path, key=key, now=NOW)


def test_of_a_chain_the_trusted_one_is_used(put: Put) -> None:
    plain = type("Keyring", (FakeKeychain,), {"__module__": "keyrings.alt.file"})()
    good = FakeKeychain()
    put(SimpleNamespace(backends=[plain, good]))
    assert keychain.system_keychain() is good


def test_without_the_extra_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert keychain.system_keychain() is None


def test_what_was_kept_can_be_taken_away(tmp_path: Path, chain: FakeKeychain, key: str) -> None:
    keychain.keep_in_keychain(tmp_path, key=key, now=NOW)
    keychain.forget_in_keychain(tmp_path)
    assert not chain.held
    keychain.forget_in_keychain(tmp_path)


def test_a_file_with_the_slot_says_that_it_is_newer(
    tmp_path: Path, chain: FakeKeychain, key: str
) -> None:
    keychain.keep_in_keychain(tmp_path, key=key, now=NOW)
    assert f'"version":{VERSION}'.encode() in (tmp_path / NAMES[0]).read_bytes()
    assert str(tmp_path).encode() not in (tmp_path / NAMES[0]).read_bytes()
