"""What was kept in every earlier version of the tables is there in the newest one, unchanged."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from sqlite_utils import Database

from klasgenoot.domain.names import fold_words
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.searching import read_sought
from klasgenoot.store.contacts import last_contacts
from klasgenoot.store.migrations import migrate
from klasgenoot.store.opening import open_vault
from klasgenoot.store.schema import FILE, LATEST
from klasgenoot.store.search import find
from klasgenoot.store.upgrading import APPLICATION_ID

KEY = "6c" * 32
ROWS = 3
_CHOICES = {
    "what": "group_note",
    "kind": "talk",
    "direction": "face_to_name",
    "verdict": "right",
    "mode": "typed",
}


def _tables(connection: driver.Connection) -> list[str]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE 'words%' AND name NOT LIKE '\\_%' ESCAPE '\\'"
    )
    return [row[0] for row in names.fetchall() if row[0] != "generation"]


def _fill(connection: driver.Connection) -> None:
    """Three rows in every table; each refers to the row of its own number."""
    connection.execute("PRAGMA foreign_keys = OFF")
    for table in _tables(connection):
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        for number in range(1, ROWS + 1):
            row = {name: _value(name, kind, number) for _, name, kind, *_ in columns}
            if "folded" in row:
                row["folded"] = fold_words(str(row.get("text", "")) + f" naam{number}")
            marks = ", ".join("?" * len(row))
            connection.execute(
                f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values())
            )
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def _value(name: str, kind: str, number: int) -> Any:
    if name in _CHOICES:
        return _CHOICES[name]
    if name in ("photo_id", "sound_id") or (name == "id" and kind == "TEXT"):
        return f"key{number}"
    if kind in ("INTEGER", "REAL", "BLOB"):
        return {"INTEGER": number, "REAL": number / 8, "BLOB": bytes([number])}[kind]
    if name.endswith("_at") or name in ("last_review", "due"):
        return f"2026-0{number}-11T10:00:00+01:00"
    if name.endswith("_on") or name in ("since", "first_lesson"):
        return f"2026-0{number}-11"
    return f"Één {name} {number}"


def _content(connection: driver.Connection) -> dict[str, list[dict[str, Any]]]:
    found = {}
    for table in _tables(connection):
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})").fetchall()]
        rows = connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
        found[table] = [dict(zip(names, row, strict=True)) for row in rows]
    return found


@pytest.mark.parametrize("version", range(1, LATEST))
def test_all_that_was_kept_is_there_after_migrating(tmp_path: Path, version: int) -> None:
    connection = driver.connect(str(tmp_path / FILE))
    connection.execute(f"PRAGMA key = \"x'{KEY}'\"")
    migrate(Database(connection), version=version)
    _fill(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.commit()
    before = _content(connection)
    connection.close()
    assert all(len(rows) == ROWS for rows in before.values())

    vault = open_vault(tmp_path, key=KEY)
    after = _content(vault.connection)
    for table, rows in before.items():
        kept = [{name: row[name] for name in rows[0]} for row in after[table]]
        assert kept == rows, table
    days = {row["contact_id"]: row["happened_on"] for row in after["contact_students"]}
    assert days == {row["id"]: row["happened_on"] for row in after["contacts"]}
    assert {row["folded"] for row in after["promises"]} == {f"een text {n}" for n in (1, 2, 3)}
    last = last_contacts(vault, class_id=2)
    assert {who: one.happened_on for who, one in last.items()} == {StudentId(2): date(2026, 2, 11)}
    found = {place.table for place in find(vault, read_sought("een text")).places}
    assert {"contacts", "group_notes", "promises"} <= found
    assert vault.rows("PRAGMA foreign_key_check") == []
    vault.close()
