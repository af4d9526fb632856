"""What fits the words typed: students first, then what can be done, then what was written."""

from dataclasses import replace

import pytest

from builders import TODAY, school_class
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.students import edit_student, remove_students
from klasgenoot.store import students
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
    return [choice.text for choice in palette.find(typed)]


def test_nothing_typed_shows_everything_that_can_be_done(palette: PaletteViewModel) -> None:
    assert texts(palette, "") == texts(palette, "  ?! ") == ["Import", "Log contact"]


@pytest.mark.parametrize(
    ("typed", "found"),
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
    palette: PaletteViewModel, typed: str, found: list[str]
) -> None:
    assert texts(palette, typed) == found


def test_whose_name_begins_so_comes_first(palette: PaletteViewModel) -> None:
    found = texts(palette, "s")
    assert found[0] == "Sanne Hoekstra"
    assert "Łukasz Kowalski" in found[1:]


def test_what_was_written_leads_to_the_student(palette: PaletteViewModel, session: Session) -> None:
    (choice,) = palette.find("geoefend")
    assert choice.student
    assert choice.target == Target(PageId.STUDENT, student=choice.student.id)
    assert choice.line.startswith(choice.student.name)


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
    found = palette.find("cmv")
    assert [(choice.text, choice.school_class) for choice in found] == [("CMV-2A", other)]
    session.choose_class(other)
    assert [choice.text for choice in palette.find("cmv")] == ["CMV-1B"]
