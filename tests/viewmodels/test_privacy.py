"""What a teacher can show: two pages that list every column, and who is put aside."""

import json
from pathlib import Path

import pytest

from builders import TODAY, school_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.rights import restrict
from klasgenoot.store.database import Vault
from klasgenoot.store.keys import make_keys
from klasgenoot.store.opening import open_vault
from klasgenoot.store.schema import JOURNALLED, LEFT_OUT
from klasgenoot.viewmodels.privacy import PrivacyViewModel
from klasgenoot.viewmodels.session import Session

PHRASE = "vijf schapen drinken thee"
TEXTS = Path(__file__).parents[2] / "resources" / "privacy"


@pytest.fixture
def shown(session: Session) -> PrivacyViewModel:
    return PrivacyViewModel(session, texts=TEXTS)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_list_of_data_is_the_schema(vault: Vault, language: str) -> None:
    told = json.loads((TEXTS / f"{language}.json").read_text(encoding="utf-8"))["tables"]
    assert set(told) == {*JOURNALLED, *LEFT_OUT}
    for table, said in told.items():
        columns = {row[1] for row in vault.rows(f"PRAGMA table_info({table})")}
        assert set(said["columns"]) == columns, f"{table} in resources/privacy/{language}.json"
        assert all(said["columns"].values())


def test_both_languages_say_the_same_things() -> None:
    def outline(language: str) -> list[tuple[str, list[int]]]:
        told = json.loads((TEXTS / f"{language}.json").read_text(encoding="utf-8"))
        return [
            (which, [len(part["lines"]) for part in told[which]["parts"]])
            for which in ("student", "officer")
        ]

    assert outline("nl") == outline("en")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_words_are_plain(language: str) -> None:
    text = (TEXTS / f"{language}.json").read_text(encoding="utf-8").casefold()
    for word in ("!", "leerling", "risico", "score", "je moet", "you must", "risk", "  the  "):
        assert word not in text


def test_every_column_stands_on_the_page_of_the_officer(shown: PrivacyViewModel) -> None:
    told = json.loads((TEXTS / "nl.json").read_text(encoding="utf-8"))["tables"]
    page = "\n".join(f"{what}: {columns}" for what, columns in shown.for_officer().small)
    assert all(word in page for table in told.values() for word in table["columns"].values())


def test_the_pages_say_how_it_is_set(session: Session, shown: PrivacyViewModel) -> None:
    school_class(session.desk, size=3)
    page = shown.for_officer()
    words = " ".join(line for _, lines in page.parts for line in lines)
    assert "No passphrase was chosen" in words
    assert "3" in page.introduction
    assert "2026" in page.introduction
    assert "{" not in words + page.introduction


def test_with_a_passphrase_the_pages_say_so(tmp_path: Path, now: object, quick_keys: None) -> None:
    key, _ = make_keys(tmp_path, passphrase=PHRASE)
    vault = open_vault(tmp_path, key=key)
    session = Session(Desk(vault), clock=lambda: now)
    words = repr(PrivacyViewModel(session, texts=TEXTS).for_officer().parts)
    assert "passphrase that only the teacher knows" in words
    assert "locks itself after 5" in words
    vault.close()


def test_who_is_restricted_is_listed_until_it_is_lifted(
    session: Session, shown: PrivacyViewModel
) -> None:
    _, ids = school_class(session.desk)
    told = []
    shown.changed.connect(lambda: told.append(True))
    session.do(restrict, student_id=ids[0], on=TODAY, reason="klopt niet")
    (row,) = shown.restricted
    assert (row.name, row.line) == ("Sanne Hoekstra", "since 29 October: klopt niet")
    shown.lift(row.student_id)
    assert shown.restricted == ()
    assert len(told) == 2
