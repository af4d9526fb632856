"""The settings in the data file, and the remembered reading of lists."""

from klasgenoot.domain.settings import Settings, as_text, from_texts
from klasgenoot.store.database import Vault

_TO_DROP = "backups to drop"


def stored_settings(vault: Vault) -> Settings:
    """What the teacher set; what is missing or not understood has its default."""
    return from_texts(dict(vault.rows("SELECT name, value FROM settings")))


def save_setting(vault: Vault, *, name: str, value: object) -> None:
    """Stores one setting at once; settings are not part of undo."""
    with vault.outside_journal():
        vault.connection.execute(
            "INSERT INTO settings (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, as_text(value)),
        )


def backups_to_drop(vault: Vault) -> int:
    """Up to which number backups were to be dropped when that was cut off; 0 for none."""
    row = vault.row("SELECT value FROM settings WHERE name = ?", (_TO_DROP,))
    return int(row[0]) if row else 0


def set_backups_to_drop(vault: Vault, number: int) -> None:
    """Notes up to which number backups are to be dropped; 0 when it is done."""
    with vault.outside_journal():
        vault.connection.execute("DELETE FROM settings WHERE name = ?", (_TO_DROP,))
        if number:
            vault.connection.execute(
                "INSERT INTO settings (name, value) VALUES (?, ?)", (_TO_DROP, str(number))
            )


def remembered_columns(vault: Vault, signature: str) -> tuple[str, ...] | None:
    """Which field each column of a list with this header was said to be, or None."""
    row = vault.row("SELECT fields FROM column_mappings WHERE signature = ?", (signature,))
    return tuple(str(row[0]).split(",")) if row else None


def remember_columns(vault: Vault, *, signature: str, fields: tuple[str, ...]) -> None:
    """Remembers what the teacher said the columns of a list are."""
    with vault.outside_journal():
        vault.connection.execute(
            "INSERT INTO column_mappings (signature, fields) VALUES (?, ?)"
            " ON CONFLICT (signature) DO UPDATE SET fields = excluded.fields",
            (signature, ",".join(fields)),
        )
