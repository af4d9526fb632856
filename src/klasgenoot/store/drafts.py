"""What was being written and is not saved yet; it outlives a crash."""

from klasgenoot.store.database import Vault
from klasgenoot.store.schema import DRAFT

LOG, LOG_LESSON = "log", "log lesson"
"""The draft of the quick log, and for which lesson it was begun."""


def stored_draft(vault: Vault, *, of: str) -> str:
    """The text last kept for a place to write, or an empty text."""
    row = vault.row("SELECT value FROM settings WHERE name = ?", (_name(of),))
    return str(row[0]) if row else ""


def save_draft(vault: Vault, *, of: str, text: str) -> None:
    """Keeps a text at once, in place of the one before; an empty text leaves nothing behind."""
    with vault.outside_journal():
        vault.connection.execute("DELETE FROM settings WHERE name = ?", (_name(of),))
        if text:
            vault.connection.execute(
                "INSERT INTO settings (name, value) VALUES (?, ?)", (_name(of), text)
            )


def _name(of: str) -> str:
    return f"{DRAFT}{of}"
