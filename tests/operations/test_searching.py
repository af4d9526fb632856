"""One question to everything that was written, by words and by names."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.searching import read_sought
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.group_notes import note_group
from klasgenoot.operations.rights import restrict
from klasgenoot.operations.searching import Answer, roll, search
from klasgenoot.operations.students import edit_student
from klasgenoot.store import students
from klasgenoot.store.search import Scope

Ask = Callable[..., Answer]


@pytest.fixture
def ids(desk: Desk) -> list[StudentId]:
    class_id, ids = school_class(desk)
    drafts = [
        ContactDraft(
            student_ids=(ids[0], ids[1]),
            happened_on=TODAY - timedelta(days=9),
            text="Groepsproject loopt",
            private={ids[1]: "wil liever alleen presenteren"},
            tags=("zorg",),
        ),
        ContactDraft(student_ids=(ids[0],), happened_on=TODAY, text="Vroeg naar de stage"),
        ContactDraft(student_ids=(ids[2],), happened_on=TODAY, text="Stage bij een museum"),
    ]
    desk.do(log_contact, drafts=drafts)
    desk.do(note_group, class_id=class_id, on=TODAY, text="Na de stage was het rustig")
    return ids


@pytest.fixture
def ask(desk: Desk, ids: list[StudentId]) -> Ask:
    def asked(typed: str, *, at_most: int = 50, **scope: object) -> Answer:
        people = roll(desk.vault)
        return search(
            desk.vault, read_sought(typed), people=people, scope=Scope(**scope), at_most=at_most
        )

    return asked


def lines(answer: Answer) -> list[str]:
    return [hit.line for hit in answer.hits]


def test_a_word_finds_texts_of_every_kind_the_newest_first(ask: Ask) -> None:
    answer = ask("STAGE")
    assert set(lines(answer)) == {
        "Vroeg naar de stage",
        "Stage bij een museum",
        "Na de stage was het rustig",
    }
    assert answer.is_all
    assert all(
        hit.line[start:end].lower() == "stage" for hit in answer.hits for start, end in hit.places
    )
    assert [hit.written.day for hit in ask("groepsproject stage").hits] == []


def test_a_name_finds_the_student_and_a_name_with_words_what_was_written_with_them(
    ask: Ask, ids: list[StudentId]
) -> None:
    alone = ask("sanne")
    assert ([who.id for who in alone.people], alone.hits) == ([ids[0]], ())
    both = ask("sanne stage")
    assert (both.people, lines(both)) == ((), ["Vroeg naar de stage"])
    assert lines(ask("stage sanne hoekstra")) == ["Vroeg naar de stage"]
    # a small word that is somebody's tussenvoegsel too
    assert lines(ask("sanne de stage")) == ["Vroeg naar de stage"]
    assert lines(ask("sanne museum")) == []


@pytest.mark.parametrize(
    "typed", ["berg", "van der berg", "vd berg", "milan v", "vanderberg", "MILÁN"]
)
def test_a_name_is_found_with_or_without_its_tussenvoegsel(
    ask: Ask, ids: list[StudentId], typed: str
) -> None:
    assert [who.id for who in ask(typed).people] == [ids[1]]


def test_a_private_line_is_shown_with_the_one_it_is_about(ask: Ask, ids: list[StudentId]) -> None:
    (hit,) = ask("alleen pres").hits
    assert (hit.line, hit.is_private) == ("wil liever alleen presenteren", True)
    assert [who.id for who in hit.students] == [ids[1], ids[0]]
    (hit,) = ask("groepsproject").hits
    assert (hit.line, hit.is_private) == ("Groepsproject loopt #zorg", False)
    (hit,) = ask("zorg").hits
    assert hit.line[slice(*hit.places[0])] == "zorg"


def test_words_of_a_line_that_is_only_kept_find_nothing(
    ask: Ask, desk: Desk, ids: list[StudentId]
) -> None:
    desk.do(restrict, student_id=ids[1], on=TODAY)
    assert ask("presenteren").hits == ()
    assert ask("milan").people == ()
    (hit,) = ask("groepsproject").hits
    assert [who.id for who in hit.students] == [ids[0]]


def test_a_note_is_found_by_its_words_and_by_whose_it_is(
    ask: Ask, desk: Desk, ids: list[StudentId]
) -> None:
    known = students.student(desk.vault, ids[4])
    desk.do(edit_student, changed=replace(known, note="Komt met de trein uit Zwolle"))
    for typed in ("zwolle", "zoe trein"):
        (hit,) = ask(typed).hits
        assert (hit.line, hit.written.day) == ("Komt met de trein uit Zwolle", None)
    assert ask("zoe").hits == ()


def test_no_more_is_shown_than_asked_for(ask: Ask) -> None:
    answer = ask("stage", at_most=2)
    assert (len(answer.hits), answer.is_all) == (2, False)


def test_nothing_asked_finds_nothing(ask: Ask) -> None:
    assert ask("") == ask(" ?! ") == Answer()


def test_who_is_called_that_is_left_out_where_only_texts_are_wanted(ask: Ask) -> None:
    assert ask("sanne", tables={"contacts"}).people == ()
    assert ask("sanne", since=TODAY).people == ()
