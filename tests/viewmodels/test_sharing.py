"""Giving out: what is asked of the teacher for each kind, what is saved, and what the log says."""

import tempfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.domain.columns import Field, field_of
from klasgenoot.domain.exports import ELSEWHERE, ExportKind
from klasgenoot.domain.people import StudentId
from klasgenoot.exchange import class_files
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.rights import restrict
from klasgenoot.store import exports
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.sharing import SharingViewModel
from klasgenoot.viewmodels.sharing_words import export_words, headers, holds_words

PHRASE = "vijf schapen drinken thee"


@pytest.fixture
def ids(desk: Desk) -> list[StudentId]:
    return school_class(desk)[1]


@pytest.fixture
def shown(session: Session, ids: list[StudentId], qtbot: QtBot) -> SharingViewModel:
    return SharingViewModel(session)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setattr(class_files, "MEMORY", 1 << 20)
    monkeypatch.setattr(class_files, "MEMORY_ALLOWED", (1 << 20, 1 << 22))


def _saved(qtbot: QtBot, shown: SharingViewModel, path: Path, **how: str) -> tuple[str, bool]:
    """Makes it and gives what is said of it. A paper is drawn by a page; here it is a word."""
    if shown.is_paper:
        shown.to_draw.connect(lambda people: shown.drawn(f"{len(people)} drawn".encode()))
    with qtbot.waitSignal(shown.said, timeout=20_000) as told:
        shown.start(path, **how)
    sentence, went_well = told.args
    return sentence, went_well


@pytest.mark.parametrize("kind", sorted(set(ExportKind) - ELSEWHERE))
def test_every_kind_has_a_name_and_says_what_it_holds(
    kind: ExportKind, shown: SharingViewModel
) -> None:
    shown.choose(kind)
    assert export_words(kind)
    assert holds_words(kind).endswith(".")
    assert shown.file_name.endswith(f".{kind.ending}")
    assert "Sanne" not in shown.file_name


def test_our_own_importer_knows_each_header(shown: SharingViewModel) -> None:
    assert Field.SKIP not in {field_of(word) for word in headers().values()}


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (ExportKind.PHOTO_LIST, "photos who"),
        (ExportKind.PRACTICE_SHEET, "who"),
        (ExportKind.CSV, "who"),
        (ExportKind.CLASS_FILE, "photos notes who phrase"),
        (ExportKind.EVERYTHING, "photos"),
    ],
)
def test_only_what_matters_is_asked(kind: ExportKind, asked: str, shown: SharingViewModel) -> None:
    shown.choose(kind)
    found = {
        "photos": shown.asks_photos,
        "notes": shown.asks_notes,
        "who": shown.asks_who,
        "phrase": shown.is_sealed,
    }
    assert " ".join(name for name, is_asked in found.items() if is_asked) == asked


@pytest.mark.parametrize("kind", [ExportKind.CSV, ExportKind.XLSX, ExportKind.VCARD])
def test_a_list_is_saved_and_stands_in_the_log(
    kind: ExportKind, shown: SharingViewModel, qtbot: QtBot, tmp_path: Path
) -> None:
    shown.choose(kind)
    sentence, went_well = _saved(qtbot, shown, tmp_path / "klas")
    assert went_well
    assert "Delete the file" in sentence
    assert (tmp_path / "klas").stat().st_size > 100
    (line,) = shown.log
    assert line.day == "29 October 2026"
    assert line.what.startswith(f"{export_words(kind)}: CMV-1B, 5 student(s)")
    assert line.names == ""


def test_a_paper_is_drawn_in_between(shown: SharingViewModel, qtbot: QtBot, tmp_path: Path) -> None:
    _, went_well = _saved(qtbot, shown, tmp_path / "x.pdf")
    assert went_well
    assert (tmp_path / "x.pdf").read_bytes() == b"5 drawn"


def test_a_choice_stands_in_the_log_by_name(
    shown: SharingViewModel, qtbot: QtBot, tmp_path: Path, ids: list[StudentId]
) -> None:
    shown.choose(ExportKind.CSV)
    shown.choose_only(frozenset(ids[:2]))
    assert shown.count == 2
    _saved(qtbot, shown, tmp_path / "x.csv")
    (line,) = shown.log
    assert set(line.names.split(", ")) == {"Sanne", "Milan"}


def test_a_class_for_a_colleague_is_sealed(
    shown: SharingViewModel, qtbot: QtBot, tmp_path: Path
) -> None:
    shown.choose(ExportKind.CLASS_FILE)
    path = tmp_path / "x.klasgenoot"
    sentence, went_well = _saved(qtbot, shown, path, passphrase=PHRASE)
    assert went_well
    assert "another way" in sentence
    assert b"Sanne" not in path.read_bytes()


@pytest.mark.parametrize("weak", ["", "welkom"])
def test_what_is_easy_to_guess_seals_nothing(
    weak: str, shown: SharingViewModel, qtbot: QtBot, tmp_path: Path
) -> None:
    shown.choose(ExportKind.CLASS_FILE)
    _, went_well = _saved(qtbot, shown, tmp_path / "x.klasgenoot", passphrase=weak)
    assert not went_well
    assert list(tmp_path.iterdir()) == []
    assert shown.log == ()
    assert not shown.is_busy


def test_what_could_not_be_saved_is_not_in_the_log(
    shown: SharingViewModel, qtbot: QtBot, tmp_path: Path, session: Session
) -> None:
    shown.choose(ExportKind.CSV)
    sentence, went_well = _saved(qtbot, shown, tmp_path / "nowhere" / "x.csv")
    assert not went_well
    assert "nothing was saved" in sentence
    assert exports.all_exports(session.vault) == ()


def test_it_says_under_which_name_and_in_which_folder(
    shown: SharingViewModel, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "Uitdraai").mkdir()
    shown.choose(ExportKind.CSV)
    sentence, _ = _saved(qtbot, shown, tmp_path / "Uitdraai" / "x.csv")
    assert sentence.startswith("Saved as x.csv in Uitdraai.")


@pytest.mark.parametrize("kind", [ExportKind.CSV, ExportKind.CLASS_FILE])
def test_nothing_goes_to_the_folder_for_temporary_files(
    kind: ExportKind, shown: SharingViewModel, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "temporary" / "deeper").mkdir(parents=True)
    shown.choose(kind)
    path = tmp_path / "temporary" / "deeper" / "x"
    sentence, went_well = _saved(qtbot, shown, path, passphrase=PHRASE)
    assert not went_well
    assert "temporary files" in sentence
    assert not path.exists()
    assert shown.log == ()


def test_what_is_chosen_meanwhile_changes_nothing_of_what_is_made(
    shown: SharingViewModel, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    made: list[tuple[ExportKind, str]] = []

    def draw(_people: object) -> None:
        made.append((shown.making, shown.made_texts.class_name))
        shown.drawn(b"drawn")

    shown.to_draw.connect(draw)
    other, _ = school_class(session.desk, size=2, name="CMV-1C")
    with qtbot.waitSignal(shown.said, timeout=20_000) as told:
        shown.start(tmp_path / "x.pdf")
        shown.choose(ExportKind.CLASS_FILE)
        session.choose_class(other)
    assert made == [(ExportKind.PHOTO_LIST, "CMV-1B")]
    assert "Delete the file" in told.args[0]
    assert shown.log[0].what.startswith("Photo list: CMV-1B, 5 student(s)")


def test_a_file_that_came_to_its_place_as_the_window_closed_stands_in_the_log(
    shown: SharingViewModel, session: Session, tmp_path: Path
) -> None:
    shown.choose(ExportKind.CSV)
    shown.start(tmp_path / "x.csv")
    shown.close_work()
    assert (tmp_path / "x.csv").exists()
    assert [each.kind for each in exports.all_exports(session.vault)] == [ExportKind.CSV]


def test_a_paper_that_was_not_drawn_yet_as_the_window_closed_does_not(
    shown: SharingViewModel, session: Session, tmp_path: Path
) -> None:
    shown.start(tmp_path / "x.pdf")
    shown.close_work()
    assert not (tmp_path / "x.pdf").exists()
    assert exports.all_exports(session.vault) == ()


def test_a_practice_sheet_counts_who_is_on_it(shown: SharingViewModel) -> None:
    assert shown.texts(ExportKind.PHOTO_LIST).subtitle.startswith("5 student")
    assert shown.texts(ExportKind.PRACTICE_SHEET).subtitle.startswith("0 student")


def test_nobody_is_an_export_of_nobody(
    shown: SharingViewModel, qtbot: QtBot, tmp_path: Path
) -> None:
    shown.choose(ExportKind.PRACTICE_SHEET)
    sentence, went_well = _saved(qtbot, shown, tmp_path / "x.pdf")
    assert not went_well
    assert "has a photo" in sentence


def test_who_is_restricted_cannot_be_chosen(
    shown: SharingViewModel, session: Session, ids: list[StudentId]
) -> None:
    session.do(restrict, student_id=ids[0], on=TODAY)
    assert ids[0] not in {one.id for one in shown.everybody}
    gathered = shown.previewed()
    assert gathered
    assert ids[0] not in gathered.ids


def test_a_folder_that_a_service_copies_is_pointed_out(
    shown: SharingViewModel, tmp_path: Path
) -> None:
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    assert "Dropbox" in shown.warning_for(synced / "x.pdf")
    assert shown.warning_for(tmp_path / "x.pdf") == ""
    shown.choose(ExportKind.CLASS_FILE)
    assert shown.warning_for(synced / "x.klasgenoot") == ""


def test_without_the_extra_a_deck_says_what_is_missing(
    shown: SharingViewModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("klasgenoot.viewmodels.sharing.can_write_decks", lambda: False)
    assert shown.missing == ""
    shown.choose(ExportKind.DECK)
    assert "genanki" in shown.missing


def test_undo_does_not_touch_the_log(
    shown: SharingViewModel, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    shown.choose(ExportKind.CSV)
    _saved(qtbot, shown, tmp_path / "x.csv")
    before = len(shown.log)
    session.undo()
    assert len(shown.log) == before


def test_another_class_begins_with_everybody(
    shown: SharingViewModel, session: Session, ids: list[StudentId]
) -> None:
    shown.choose_only(frozenset(ids[:1]))
    other, _ = school_class(session.desk, size=2, name="CMV-1C")
    session.choose_class(other)
    assert shown.only is None
    assert shown.count == 2
