"""Finding words in names, contacts and notes; what is typed is never read as a search operator."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TODAY, school_class
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.group_notes import note_group
from klasgenoot.store import search
from klasgenoot.store.database import vault_in_memory


@pytest.fixture
def written(desk: Desk) -> Desk:
    """A class, two contacts and a note."""
    class_id, ids = school_class(desk)
    for who, text in ((ids[0], "stage besproken"), (ids[1], "zoekt een stageplek")):
        draft = ContactDraft(student_ids=(who,), happened_on=TODAY, text=text)
        desk.do(log_contact, drafts=[draft])
    desk.do(note_group, class_id=class_id, on=TODAY, text="de stages leven")
    return desk


@pytest.mark.parametrize(
    ("typed", "students", "contacts", "notes"),
    [
        ("stage", 0, 2, 1),
        ("STAGE bespr", 0, 1, 0),
        ("lukasz", 1, 0, 0),
        ("Aydin", 1, 0, 0),
        ("zoe wit", 1, 0, 0),
        ("", 0, 0, 0),
        ('"', 0, 0, 0),
        ("stage NOT besproken", 0, 0, 0),
    ],
)
def test_each_word_begins_a_word_whatever_its_case_and_accents(
    written: Desk, typed: str, students: int, contacts: int, notes: int
) -> None:
    hits = search.find(written.vault, typed)
    assert (len(hits.students), len(hits.contacts), len(hits.notes)) == (students, contacts, notes)


def test_no_more_is_found_than_was_asked_for(written: Desk) -> None:
    hits = search.find(written.vault, "stage", at_most=1)
    assert len(hits.students) + len(hits.contacts) + len(hits.notes) == 1


VAULT = vault_in_memory()


@given(typed=st.text(max_size=30))
def test_anything_can_be_typed(typed: str) -> None:
    assert search.find(VAULT, typed) == search.Hits((), (), ())
