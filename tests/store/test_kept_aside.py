"""Older data files that were kept to be sure: listed, and removed with all that belongs to them."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from klasgenoot.domain.errors import ReadOnlyPlace
from klasgenoot.store.kept_aside import kept_aside, remove_kept

NAMES = (
    "klasgenoot-aside-2026-11-22-143000.db",
    "klasgenoot-aside-2026-11-22-143000-2.db",
    "klasgenoot-before-3.db",
)
NOT_THESE = ("klasgenoot.db", "klasgenoot.key", "klasgenoot.keys", "holiday.db", "backups")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for number, name in enumerate((*NAMES, *NOT_THESE)):
        path = tmp_path / name
        path.write_bytes(b"x" * 100)
        os.utime(path, (number, number))
    return tmp_path


def test_they_are_listed_newest_first_and_nothing_else_is(data: Path) -> None:
    found = kept_aside(data)
    assert [each.path.name for each in found] == list(reversed(NAMES))
    assert [each.by_restore for each in found] == [False, True, True]
    assert found[0].changed_at == datetime.fromtimestamp(2, UTC)


def test_a_folder_that_is_not_there_keeps_nothing(tmp_path: Path) -> None:
    assert kept_aside(tmp_path / "gone") == ()


def test_log_and_keys_count_along_and_go_along(data: Path) -> None:
    stem = "klasgenoot-aside-2026-11-22-143000"
    for tail in (".db-wal", ".key", ".keys", ".keys.2"):
        (data / f"{stem}{tail}").write_bytes(b"y" * 10)
    kept = next(each for each in kept_aside(data) if each.path.name == f"{stem}.db")
    assert kept.size == 140
    remove_kept(kept.path)
    assert not list(data.glob(f"{stem}.*"))
    assert {*NOT_THESE, *NAMES[1:]} == {path.name for path in data.iterdir()}


def test_what_cannot_be_removed_is_said_so(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, **_how: bool) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(ReadOnlyPlace):
        remove_kept(data / NAMES[0])
    assert (data / NAMES[0]).exists()
