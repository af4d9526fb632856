"""Finding words in all that is written; what is typed is never read as a search operator."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from builders import TODAY, school_class
from klasgenoot.domain.names import fold_words
from klasgenoot.domain.searching import read_sought
from klasgenoot.operations.contacts import ContactDraft, edit_contact, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.group_notes import note_group
from klasgenoot.operations.rights import add_view, restrict
from klasgenoot.store import contacts
from klasgenoot.store.database import Vault
from klasgenoot.store.migrations import migrate
from klasgenoot.store.opening import open_vault, vault_in_memory
from klasgenoot.store.schema import FILE
from klasgenoot.store.search import LOOK_THROUGH, Found, Scope, find, written
from klasgenoot.store.search_small import SMALL
from klasgenoot.store.searched import (
    BY_TABLE,
    LOOKED_THROUGH,
    SEARCHED_TABLES,
    Place,
    day_of,
    newest_first,
    numbers,
    place_of,
)
from klasgenoot.store.upgrading import APPLICATION_ID

KEY = "5c" * 32


@pytest.fixture
def ids(desk: Desk) -> list[int]:
    """A class with two contacts, a promise, a note on the class and a student's own words."""
    class_id, ids = school_class(desk)
    drafts = [
        ContactDraft(
            student_ids=(ids[0], ids[2]),
            happened_on=TODAY - timedelta(days=3),
            text="stage besproken",
            private={ids[2]: "twijfelt thuis"},
            follow_up=TODAY + timedelta(days=7),
        ),
        ContactDraft(student_ids=(ids[1],), happened_on=TODAY, text="zoekt een stageplek"),
    ]
    desk.do(log_contact, drafts=drafts)
    desk.do(note_group, class_id=class_id, on=TODAY, text="de stages leven")
    desk.do(add_view, student_id=ids[3], on=TODAY, text="stage was mijn eigen idee")
    return ids


def tables(vault: Vault, typed: str, **scope: object) -> list[str]:
    return [place.table for place in find(vault, read_sought(typed), scope=Scope(**scope)).places]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("stage", ["contacts", "contacts", "group_notes", "promises", "own_views"]),
        ("STÁGE bespr", ["contacts", "promises"]),
        ("thuis", ["contacts", "promises"]),
        ("bespr stag", ["contacts", "promises"]),
        ('"stage besproken"', ["contacts", "promises"]),
        ('"besproken stage"', []),
        ('"stage bespr', ["contacts", "promises"]),
        ('"stage bespr"', []),
        ("idee", ["own_views"]),
        ("", []),
        ('"', []),
        ("stage NOT besproken", []),
        ("sta*", ["contacts", "contacts", "group_notes", "promises", "own_views"]),
    ],
)
def test_each_word_begins_a_word_whatever_its_case_and_accents(
    desk: Desk, ids: list[int], typed: str, found: list[str]
) -> None:
    assert tables(desk.vault, typed) == found


def test_the_newest_come_first_also_when_they_were_written_down_earlier(
    desk: Desk, ids: list[int]
) -> None:
    days = (TODAY - timedelta(days=40), TODAY - timedelta(days=400), TODAY - timedelta(days=1))
    drafts = [ContactDraft(student_ids=(ids[0],), happened_on=day, text="rooster") for day in days]
    desk.do(log_contact, drafts=drafts)
    found = find(desk.vault, read_sought("rooster"))
    assert [day_of(number) for number in found.numbers] == sorted(days, reverse=True)
    assert newest_first(reversed(found.numbers)) == list(found.numbers)
    recent = find(desk.vault, read_sought("rooster"), scope=Scope(since=days[0]))
    assert [day_of(number) for number in recent.numbers] == [days[2], days[0]]
    texts = written(desk.vault, found.places)
    assert [texts[place].day for place in found.places] == sorted(days, reverse=True)


def test_a_contact_of_another_day_is_found_on_that_day(desk: Desk, ids: list[int]) -> None:
    (place,) = find(desk.vault, read_sought("stageplek")).places
    known = contacts.contact(desk.vault, place.row)
    earlier = TODAY - timedelta(days=90)
    desk.do(
        edit_contact,
        contact_id=known.id,
        happened_on=earlier,
        kind=known.kind,
        text="zoekt nu iets anders",
        on=TODAY,
    )
    assert find(desk.vault, read_sought("stageplek")) == Found()
    (number,) = find(desk.vault, read_sought("iets anders")).numbers
    assert (place_of(number), day_of(number)) == (place, earlier)
    desk.undo()
    (number,) = find(desk.vault, read_sought("stageplek")).numbers
    assert day_of(number) == TODAY
    assert_index_is_true(desk.vault)


def test_no_more_of_a_table_is_found_than_was_asked_for(desk: Desk, ids: list[int]) -> None:
    found = find(desk.vault, read_sought("stage"), scope=Scope(tables={"contacts"}), at_most=1)
    assert (len(found.numbers), found.is_all) == (1, False)
    found = find(desk.vault, read_sought("stage"), scope=Scope(tables={"contacts"}), at_most=2)
    assert (len(found.numbers), found.is_all) == (2, True)


def test_one_class_some_students_or_one_kind_can_be_looked_through(
    desk: Desk, ids: list[int]
) -> None:
    other, those = school_class(desk, name="CMV-2A")
    draft = ContactDraft(student_ids=(those[0],), happened_on=TODAY, text="stage elders")
    desk.do(log_contact, drafts=[draft])
    assert tables(desk.vault, "stage", class_id=other) == ["contacts"]
    assert tables(desk.vault, "elders", class_id=other) == ["contacts"]
    assert tables(desk.vault, "leven", class_id=other) == []
    assert tables(desk.vault, "stage", students={ids[1], ids[3]}) == ["contacts", "own_views"]
    assert tables(desk.vault, "stage", tables={"promises"}) == ["promises"]


def test_who_is_searched_for_among_very_many_is_found_by_looking_back_further(
    desk: Desk, ids: list[int]
) -> None:
    many = LOOK_THROUGH + 5
    with desk.vault.journal.for_good():
        run = desk.vault.connection.executemany
        run(
            "INSERT INTO contacts (id, happened_on, kind, text, folded)"
            " VALUES (?, '2026-10-30', 'talk', 'stage', 'stage')",
            [(1000 + number,) for number in range(many)],
        )
        run(
            "INSERT INTO contact_students (contact_id, student_id) VALUES (?, ?)",
            [(1000 + number, ids[4]) for number in range(many)],
        )
    scope = Scope(tables={"contacts"}, students={ids[1]})
    assert find(desk.vault, read_sought("stage"), scope=scope) == Found((), is_all=False)
    further = Scope(tables={"contacts"}, students={ids[1]}, reach=2)
    assert find(desk.vault, read_sought("stage"), scope=further).is_all
    assert len(find(desk.vault, read_sought("stage"), scope=further).numbers) == 1


def test_whose_data_is_only_kept_is_not_found(desk: Desk, ids: list[int]) -> None:
    for who in (ids[0], ids[2], ids[3]):
        desk.do(restrict, student_id=who, on=TODAY)
    assert tables(desk.vault, "stage") == ["contacts", "group_notes"]
    desk.undo()
    desk.undo()
    (shared,) = written(desk.vault, find(desk.vault, read_sought("besproken")).places).values()
    assert (shared.student_ids, shared.private) == ((ids[2],), {ids[2]: "twijfelt thuis"})


def test_every_table_with_a_form_for_searching_is_searched(vault: Vault) -> None:
    there = {
        name
        for (name,) in vault.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        if name != "words"
        and any(row[1] == "folded" for row in vault.rows(f"PRAGMA table_info({name})"))
        and not name.startswith("words_")
    }
    assert there == set(BY_TABLE)
    assert len({each.code for each in SEARCHED_TABLES}) == len(SEARCHED_TABLES)
    long = [each.code for each in SEARCHED_TABLES if each.is_long]
    codes = [*(each.code for each in SEARCHED_TABLES), *LOOKED_THROUGH.values()]
    assert len(set(codes)) == len(codes)
    assert set(LOOKED_THROUGH) == set(SMALL)
    assert max(long) < min(each.code for each in SEARCHED_TABLES if not each.is_long)


@given(
    table=st.sampled_from([*BY_TABLE, *LOOKED_THROUGH]),
    row=st.integers(1, 2**32 - 1),
    day=st.dates(date(1970, 1, 2), date(2149, 1, 1)),
)
def test_a_row_number_says_where_and_when(table: str, row: int, day: date) -> None:
    least, greatest = numbers(table, since=day)
    assert least <= greatest < 2**63
    assert place_of(least + row) == Place(table, row)
    assert day_of(least + row) == day
    assert place_of(greatest).table == table


VAULT = vault_in_memory()


@given(typed=st.text(max_size=30))
def test_anything_can_be_typed(typed: str) -> None:
    assert find(VAULT, read_sought(typed)) == Found()


@given(
    typed=st.lists(
        st.sampled_from(
            ['"', "stage", "(", ")", "*", "AND", "NEAR(", "^", "-", ":", "{", "'", "é"]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_operators_are_words_like_others(typed: str) -> None:
    assert find(VAULT, read_sought(typed)) == Found()


def assert_index_is_true(vault: Vault) -> None:
    """The index holds each text once, under the number that belongs to it."""
    vault.connection.execute("INSERT INTO words(words, rank) VALUES('integrity-check', 1)")
    held = {
        place_of(number): text for number, text in vault.rows("SELECT rowid, folded FROM words")
    }
    there = {
        Place(each.table, row): folded
        for each in SEARCHED_TABLES
        for row, folded in vault.rows(f"SELECT rowid, folded FROM {each.table}")
    }
    assert held == there


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5, 6])
def test_an_older_file_is_searched_through_as_a_new_one(tmp_path: Path, version: int) -> None:
    connection = driver.connect(str(tmp_path / FILE))
    connection.execute(f"PRAGMA key = \"x'{KEY}'\"")
    migrate(Database(connection), version=version)
    connection.execute("INSERT INTO students (id, given_name, folded) VALUES (1, 'Zoë', 'zoe')")
    connection.execute(
        "INSERT INTO contacts (id, happened_on, kind, text, folded)"
        " VALUES (7, '2026-10-01', 'talk', 'Café bezocht', 'cafe bezocht')"
    )
    connection.execute("INSERT INTO contact_students VALUES (7, 1, '')")
    connection.execute(
        "INSERT INTO promises (id, student_id, text, due_on)"
        " VALUES (3, 1, 'Één café', '2026-11-01')"
    )
    if version >= 3:
        connection.execute(
            "INSERT INTO own_views VALUES (2, 1, NULL, '2026-10-02', 'Café is fijn')"
        )
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.commit()
    connection.close()
    vault = open_vault(tmp_path, key=KEY)
    expected = ["contacts", "promises", *(["own_views"] if version >= 3 else [])]
    assert tables(vault, "cafe") == expected
    assert vault.row("SELECT folded FROM promises") == (fold_words("Één café"),)
    days = [day_of(number) for number in find(vault, read_sought("cafe")).numbers]
    assert days[0] == date(2026, 10, 1)
    assert_index_is_true(vault)
    vault.close()
