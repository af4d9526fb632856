"""Builders that every floor's tests use."""

from datetime import UTC, datetime

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import settings

from builders import TODAY
from klasgenoot.operations.desk import Desk
from klasgenoot.store import key_slots
from klasgenoot.store.connecting import prepare
from klasgenoot.store.database import Vault
from klasgenoot.store.opening import IN_MEMORY, vault_in_memory

# how long an example takes says more of what else a machine does than of ours
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def fresh() -> Vault:
    """An empty vault, to be copied: making its tables takes longer than most tests."""
    return vault_in_memory()


@pytest.fixture
def vault(fresh: Vault) -> Vault:
    """An empty vault in memory: the same engine as the real file."""
    connection = driver.connect(":memory:")
    prepare(connection, key=IN_MEMORY)
    fresh.connection.backup(connection)
    return Vault(connection, None, IN_MEMORY)


@pytest.fixture
def desk(vault: Vault) -> Desk:
    """A desk with an empty vault."""
    return Desk(vault)


@pytest.fixture
def now() -> datetime:
    """A Thursday in October, in the middle of a block."""
    return datetime(TODAY.year, TODAY.month, TODAY.day, 10, 0, tzinfo=UTC)


@pytest.fixture
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases that take a millisecond to work out: for tests, which have nothing to hide."""
    monkeypatch.setattr(key_slots, "STEPS_MIB", (1,))
    monkeypatch.setattr(key_slots, "PASSES", 1)
    monkeypatch.setattr(key_slots, "MEMORY_ALLOWED", (1 << 20, 1 << 22))
    monkeypatch.setattr(key_slots, "PASSES_ALLOWED", (1, 4))
