"""A keychain in memory, in the place of the system's."""

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest


class FakeKeychain:
    """A keychain in memory, which says that it is one of the trusted ones."""

    __module__ = "keyring.backends.SecretService"

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._ask()
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ask()
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._ask()
        del self.held[service, username]

    def _ask(self) -> None:
        if self.is_locked:
            raise RuntimeError("locked")


def put_keychain(backend: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a backend where `keyring` would have found the system's."""
    module = ModuleType("keyring")
    module.__spec__ = ModuleSpec("keyring", None)
    module.get_keyring = lambda: backend
    monkeypatch.setitem(sys.modules, "keyring", module)
