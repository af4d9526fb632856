"""The page Search, as its view-model tells it: what was found, and what to say when nothing was."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import TODAY, school_class
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.contacts import ContactDraft, edit_contact, log_contact
from klasgenoot.operations.group_notes import note_group
from klasgenoot.operations.rights import add_view, restrict
from klasgenoot.store.contacts import contacts_of
from klasgenoot.store.searched import BY_TABLE, LOOKED_THROUGH
from klasgenoot.viewmodels.search import ALL, AT_ONCE, PEOPLE_AT_ONCE, Period, SearchViewModel
from klasgenoot.viewmodels.search_words import FILTERS, filter_words, text_icon, text_words
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    class_id, ids = school_class(session.desk)
    drafts = [
        ContactDraft(
            student_ids=(ids[0], ids[1]),
            happened_on=TODAY - timedelta(days=days),
            text="Vertelde over de verhuizing",
        )
        for days in (2, 50, 500)
    ]
    session.do(log_contact, drafts=drafts)
    session.do(note_group, class_id=class_id, on=TODAY, text="Over de verhuizing\nvan het gebouw")
    session.do(add_view, student_id=ids[2], on=TODAY, text="De verhuizing was mijn keuze")
    return ids


@pytest.fixture
def search(session: Session, ids: list[StudentId]) -> SearchViewModel:
    return SearchViewModel(session)


def lines(search: SearchViewModel) -> list[tuple[str, str]]:
    return [(row.title, row.when) for row in search.rows.rows()]


def test_each_find_says_who_what_and_when(search: SearchViewModel, ids: list[StudentId]) -> None:
    search.search("verhuiz")
    group, said, *talks = search.rows.rows()
    if group.school_class is None:
        group, said = said, group
    assert (group.title, group.student, group.target) == ("CMV-1B", None, Target(PageId.PHASES))
    assert group.line == "Over de verhuizing van het gebouw"
    assert (said.title, said.facts) == ("Noor Aydın", "what the student says")
    assert [row.title for row in talks] == ["Sanne Hoekstra and Milan"] * 3
    assert [row.when[-4:] for row in talks][2] == "2025"
    newest = talks[0]
    assert [newest.line[start:end] for start, end in newest.places] == ["verhuizing"]
    assert newest.target.student == ids[0]
    assert newest.target.contact is not None
    assert newest.line in newest.sentence
    assert search.said == "5 text(s)"


def test_who_is_called_that_comes_before_what_was_written(search: SearchViewModel) -> None:
    search.search("sanne")
    (row,) = search.rows.rows()
    assert (row.title, row.line, row.target.page) == ("Sanne Hoekstra", "", PageId.STUDENT)
    assert [row.title[start:end] for start, end in row.title_places] == ["Sanne"]
    assert search.said == "1 student(s)"


def test_many_of_one_name_do_not_stand_in_the_way_of_what_was_written(
    session: Session, ids: list[StudentId]
) -> None:
    for number in range(3):
        school_class(session.desk, name=f"CMV-{number}")
    draft = ContactDraft(student_ids=(ids[2],), happened_on=TODAY, text="zat naast Sanne")
    search = SearchViewModel(session)
    search.search("sann")
    assert search.rows.rowCount() == 4
    for number in range(6):
        school_class(session.desk, name=f"CMV-{number + 3}")
    session.do(log_contact, drafts=[draft] * 2)
    search = SearchViewModel(session)
    search.search("sanne")
    assert [bool(row.line) for row in search.rows.rows()] == [False] * PEOPLE_AT_ONCE + [True] * 2
    assert search.said == "10 student(s) · 2 text(s)"
    assert search.has_more
    search.more()
    assert (search.rows.rowCount(), search.has_more) == (12, False)


def test_the_part_that_is_looked_through_can_be_chosen(
    search: SearchViewModel, session: Session
) -> None:
    assert set(search.kinds) == {ALL, *FILTERS}
    search.search("verhuizing")
    search.choose_kind("contacts")
    assert len(lines(search)) == 3
    search.choose_period(Period.SCHOOL_YEAR)
    assert len(lines(search)) == 2
    search.choose_period(Period.FOUR_WEEKS)
    assert len(lines(search)) == 1
    search.choose_kind("promises")
    assert "the part that you chose" in search.nothing
    search.widen()
    assert (len(lines(search)), search.is_narrowed) == (5, False)
    assert not search.has_classes
    other, _ = school_class(session.desk, name="CMV-2A")
    session.choose_class(other)
    search = SearchViewModel(session)
    assert search.has_classes
    search.search("verhuizing")
    assert search.rows.rows()[0].facts.count("CMV-1B") <= 1
    search.choose_only_class(True)
    assert lines(search) == []


def test_a_text_about_another_class_leads_there(search: SearchViewModel, session: Session) -> None:
    here = session.current_class.id
    other, _ = school_class(session.desk, name="CMV-2A")
    session.choose_class(other)
    search.search("gebouw")
    (row,) = search.rows.rows()
    search.go_to_class(row)
    assert session.current_class.id == here


def test_more_is_shown_when_it_is_asked_for(
    search: SearchViewModel, session: Session, ids: list[StudentId]
) -> None:
    drafts = [
        ContactDraft(student_ids=(ids[3],), happened_on=TODAY, text="over het rooster")
        for _ in range(AT_ONCE + 3)
    ]
    session.do(log_contact, drafts=drafts)
    search.search("rooster")
    assert (len(lines(search)), search.has_more) == (AT_ONCE, True)
    assert search.said == f"the newest {AT_ONCE} text(s)"
    search.more()
    assert (len(lines(search)), search.has_more) == (AT_ONCE + 3, False)
    search.search("rooste")
    assert len(lines(search)) == AT_ONCE


def test_what_changes_is_found_anew(
    search: SearchViewModel, session: Session, ids: list[StudentId]
) -> None:
    search.search("inhuldiging")
    assert lines(search) == []
    heard = []
    search.changed.connect(lambda: heard.append(True))
    known = contacts_of(session.vault, ids[0])[0]
    session.do(
        edit_contact,
        contact_id=known.id,
        happened_on=known.happened_on,
        kind=known.kind,
        text="Was bij de inhuldiging",
        on=TODAY,
    )
    assert heard
    assert len(lines(search)) == 1
    session.do(restrict, student_id=ids[0], on=TODAY)
    assert [title for title, _ in lines(search)] == ["Milan van der Berg"]
    session.do(restrict, student_id=ids[1], on=TODAY)
    assert lines(search) == []


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("", ""),
        ("   ", ""),
        ("?!", "signs alone"),
        ("zeppelin", "‘zeppelin’ is in nothing"),
        ("x" * 5000, "is in nothing"),
        ('"', "signs alone"),
        ("verhuizing NOT sanne", "is in nothing"),
        ("عَلِي", "is in nothing"),
    ],
)
def test_nothing_found_is_said_in_a_plain_sentence(
    search: SearchViewModel, typed: str, part: str
) -> None:
    search.search(typed)
    assert search.rows.rowCount() == 0
    assert part in search.nothing
    assert bool(search.nothing) == bool(part)
    assert len(search.nothing) < 120


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    typed=st.lists(
        st.sampled_from(
            ["verhuizing", "sanne", '"', "(", "*", "AND", "de", "NEAR(", "😀", "", "\0"]
        ),
        max_size=8,
    ).map(" ".join)
)
def test_whatever_is_typed_is_looked_for_and_nothing_raises(
    search: SearchViewModel, typed: str
) -> None:
    search.search(typed)
    for row in search.rows.rows():
        assert all(0 <= start < end <= len(row.line) for start, end in row.places)
    assert search.rows.rowCount() or search.nothing or not typed.strip()


def test_every_table_that_is_searched_has_its_words() -> None:
    tables = sorted(table for those in FILTERS.values() for table in those)
    assert tables == sorted([*BY_TABLE, *LOOKED_THROUGH])
    assert all(filter_words(key) for key in FILTERS)
    assert all(text_words(table, None) and text_icon(table, None) for table in tables)
