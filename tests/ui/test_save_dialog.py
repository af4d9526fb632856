"""Where a file goes: in the documents, with its ending, and never over one unasked."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from klasgenoot.ui.kit import save_dialog
from klasgenoot.ui.kit.save_dialog import ask_where_to_save, with_ending


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[list[str], list[str]]:
    """What the dialog suggested each time, and what is to be answered."""
    suggested: list[str] = []
    answers: list[str] = []

    def answer(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        suggested.append(name)
        return answers.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(save_dialog, "documents", lambda: tmp_path)
    return suggested, answers


def _ask(qtbot: QtBot, folder: Path | None = None) -> Path | None:
    parent = QWidget()
    qtbot.addWidget(parent)
    return ask_where_to_save(parent, title="", name="x.pdf", kinds="", folder=folder)


def test_it_opens_in_the_documents_or_where_it_was(
    asked: tuple[list[str], list[str]], qtbot: QtBot, tmp_path: Path
) -> None:
    suggested, answers = asked
    answers += ["", ""]
    assert _ask(qtbot) is None
    assert _ask(qtbot, tmp_path / "stick") is None
    assert suggested == [str(tmp_path / "x.pdf"), str(tmp_path / "stick" / "x.pdf")]


def test_a_name_without_its_ending_gets_it(
    asked: tuple[list[str], list[str]], qtbot: QtBot, tmp_path: Path
) -> None:
    asked[1].append(str(tmp_path / "CMV 1.2"))
    assert _ask(qtbot) == tmp_path / "CMV 1.2.pdf"


def test_a_file_that_only_the_ending_meets_is_asked_about(
    asked: tuple[list[str], list[str]], qtbot: QtBot, tmp_path: Path
) -> None:
    suggested, answers = asked
    (tmp_path / "list.pdf").write_bytes(b"older")
    answers += [str(tmp_path / "list"), ""]
    assert _ask(qtbot) is None
    assert suggested[1:] == [str(tmp_path / "list.pdf")]


@given(name=st.text("ab. ", min_size=1).filter(lambda text: text.strip(". ")))
def test_an_ending_is_given_once(name: str) -> None:
    once = with_ending(Path(name), ".pdf")
    assert once.name.endswith(".pdf")
    assert with_ending(once, ".pdf") == once
