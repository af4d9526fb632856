"""Where everything lies: a folder that was chosen, else the computer's own place for data."""

from pathlib import Path

import platformdirs
import pytest

from klasgenoot.app.places import data_folder, log_folder, resources, sample_folder


def test_a_folder_that_was_chosen_is_taken_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/teacher")
    monkeypatch.setenv("USERPROFILE", "/home/teacher")
    assert data_folder("~/klas") == Path("/home/teacher/klas").absolute()
    assert data_folder("klas") == Path.cwd() / "klas"


def test_without_a_choice_it_is_the_computers_own_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **_: tmp_path / name)
    assert data_folder() == tmp_path / "Klasgenoot"


def test_the_sample_class_and_the_log_have_folders_of_their_own(tmp_path: Path) -> None:
    assert sample_folder(tmp_path).parent == log_folder(tmp_path).parent == tmp_path
    assert sample_folder(tmp_path) != log_folder(tmp_path)


def test_what_ships_beside_the_code_is_found() -> None:
    for name in ("icons", "fonts", "themes", "translations", "guide", "demo"):
        assert (resources() / name).is_dir()
