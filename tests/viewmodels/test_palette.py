"""What fits the words typed: students first, then what can be done, then what was written."""

from dataclasses import replace

import pytest

from builders import TODAY, school_class
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.group_notes import note_group
from klasgenoot.operations.students import edit_student, remove_students
from klasgenoot.store import contacts, students
from klasgenoot.viewmodels.palette import SHOWN, Choice, PaletteViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target

ACTIONS = (
    Choice(text="Import", target=Target(PageId.IMPORT)),
    Choice(text="Log contact", action="log"),
)
PAGES = (Choice(text="Names", target=Target(PageId.NAMES)),)


@pytest.fixture
def palette(session: Session) -> PaletteViewModel:
    _, ids = school_class(session.desk)
    draft = ContactDraft(student_ids=tuple(ids[:2]), happened_on=TODAY, text="namen geoefend")
    session.do(log_contact, drafts=[draft])
    return PaletteViewModel(session, actions=ACTIONS, pages=PAGES)


def texts(palette: PaletteViewModel, typed: str) -> list[str]:
    """What was found; the offer to look through everything is left out."""
    return [choice.text for choice in found(palette, typed)]


def found(palette: PaletteViewModel, typed: str) -> list[Choice]:
    choices = palette.find(typed)
    return [choice for choice in choices if choice.target is None or not choice.target.words]


def test_nothing_typed_shows_everything_that_can_be_done(palette: PaletteViewModel) -> None:
    assert texts(palette, "") == texts(palette, "  ?! ") == ["Import", "Log contact"]


@pytest.mark.parametrize(
    ("typed", "those"),
    [
        ("sanne", ["Sanne Hoekstra"]),
        ("zoe", ["Zoë de Wit"]),
        ("lukasz kow", ["Łukasz Kowalski"]),
        ("van der berg", ["Milan van der Berg"]),
        ("log", ["Log contact"]),
        ("nam", ["Names", "namen geoefend"]),
        ("wilhelmina", []),
    ],
)
def test_accents_and_case_do_not_count(
    palette: PaletteViewModel, typed: str, those: list[str]
) -> None:
    assert texts(palette, typed) == those


def test_whose_name_begins_so_comes_first(palette: PaletteViewModel) -> None:
    there = texts(palette, "s")
    assert there[0] == "Sanne Hoekstra"
    assert "Łukasz Kowalski" in there[1:]


def test_what_was_written_leads_to_the_student(palette: PaletteViewModel, session: Session) -> None:
    (choice,) = found(palette, "geoefend")
    assert choice.student
    (contact,) = contacts.contacts_of(session.vault, choice.student.id)
    assert choice.target == Target(PageId.STUDENT, student=choice.student.id, contact=contact.id)
    assert choice.line.startswith(choice.student.name)


def test_the_last_row_looks_through_everything(palette: PaletteViewModel) -> None:
    assert palette.find("")[-1].target != Target(PageId.SEARCH)
    for typed in ("sanne", " wilhelmina "):
        last = palette.find(typed)[-1]
        assert last.target == Target(PageId.SEARCH, words=typed.strip())
        assert typed.strip() in last.text


def test_a_note_on_another_class_leads_to_that_class(
    palette: PaletteViewModel, session: Session
) -> None:
    here = session.current_class
    other, _ = school_class(session.desk, name="CMV-2A")
    session.do(note_group, class_id=other, on=TODAY, text="stiller dan anders")
    session.choose_class(here.id)
    (choice,) = found(palette, "stiller")
    assert (choice.school_class, choice.target) == (other, Target(PageId.PHASES))


def test_no_more_is_found_than_fits(palette: PaletteViewModel, session: Session) -> None:
    ids = [each.id for each in students.all_students(session.vault)]
    for number in range(SHOWN + 4):
        draft = ContactDraft(student_ids=(ids[0],), happened_on=TODAY, text=f"stage {number}")
        session.do(log_contact, drafts=[draft])
    assert len(palette.find("stage")) == SHOWN


def test_who_is_removed_is_not_found_any_more(palette: PaletteViewModel, session: Session) -> None:
    (class_id,) = (known.id for known in session.classes)
    everybody = students.all_students(session.vault)
    session.do(edit_student, changed=replace(everybody[0], note="geoefend"))
    session.do(remove_students, class_id=class_id, student_ids=[each.id for each in everybody])
    assert texts(palette, "geoefend") == []
    assert session.vault.rows("SELECT * FROM contacts") == []


def test_another_class_is_found_by_its_name(palette: PaletteViewModel, session: Session) -> None:
    other, _ = school_class(session.desk, name="CMV-2A")
    there = found(palette, "cmv")
    assert [(choice.text, choice.school_class) for choice in there] == [("CMV-2A", other)]
    session.choose_class(other)
    assert texts(palette, "cmv") == ["CMV-1B"]
