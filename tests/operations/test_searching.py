"""One question to everything that was written, by words and by names."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.searching import read_sought
from klasgenoot.domain.snoozing import SnoozeReason
from klasgenoot.operations.attention import snooze
from klasgenoot.operations.contacts import ContactDraft, edit_contact, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.group_notes import note_group
from klasgenoot.operations.needs import answer_needs, keep_needs
from klasgenoot.operations.own_words import keep_own_words, note_in_common
from klasgenoot.operations.promises import edit_promise, make_promise
from klasgenoot.operations.rights import restrict
from klasgenoot.operations.searching import Answer, roll, search
from klasgenoot.operations.students import edit_student
from klasgenoot.operations.study_coach import note_consent, transfer_to_coach
from klasgenoot.store import students
from klasgenoot.store.school_classes import all_classes
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


def test_words_that_stand_in_two_lines_of_one_contact_are_both_shown(ask: Ask) -> None:
    (hit,) = ask("groepsproject presenteren").hits
    assert hit.line == "Groepsproject loopt #zorg / Milan: wil liever alleen presenteren"
    shown = [hit.line[start:end] for start, end in hit.places]
    assert (shown, hit.is_private) == (["Groepsproject", "presenteren"], False)


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


def test_what_stands_beside_a_student_is_found_as_it_now_is(
    ask: Ask, desk: Desk, ids: list[StudentId]
) -> None:
    who = ids[3]
    desk.do(keep_own_words, student_id=who, text="vooraan zitten helpt", told_on=TODAY)
    desk.do(note_in_common, student_id=who, text="allebei uit Zwolle")
    desk.do(note_consent, student_id=who, on=TODAY, is_yes=True, about="over de deadline")
    desk.do(transfer_to_coach, student_id=who, on=TODAY, coach="Mirjam", text="wil uitstel")
    promised = desk.do(make_promise, student_id=who, text="kijk het na", due_on=TODAY).result
    for words in ("eerst iets anders", "op bedrijfsbezoek"):
        desk.do(
            snooze,
            student_id=who,
            on=TODAY,
            until=TODAY,
            reason=SnoozeReason.OTHER,
            text=words,
        )
    for typed, line in (
        ("vooraan", "vooraan zitten helpt"),
        ("ZWOLLE", "allebei uit Zwolle"),
        ("deadline", "over de deadline"),
        ("uitstel", "Mirjam: wil uitstel"),
        ("mirjam", "Mirjam: wil uitstel"),
        ("lukasz kijk", "kijk het na"),
        ("bedrijfsbezoek", "op bedrijfsbezoek"),
    ):
        (hit,) = ask(typed).hits
        assert (hit.line, [each.id for each in hit.students]) == (line, [who])
    desk.do(edit_promise, promise_id=promised, text="stuur een voorbeeld", due_on=TODAY)
    assert ask("kijk").hits == ask("eerst iets").hits == ()
    assert lines(ask("voorbeeld")) == ["stuur een voorbeeld"]
    desk.do(keep_own_words, student_id=who, text="", told_on=TODAY)
    assert ask("vooraan").hits == ()
    desk.undo()
    assert lines(ask("vooraan")) == ["vooraan zitten helpt"]


def test_a_mnemonic_earlier_wording_and_what_was_done_with_needs_are_found(
    ask: Ask, desk: Desk, ids: list[StudentId]
) -> None:
    known = students.student(desk.vault, ids[4])
    desk.do(edit_student, changed=replace(known, mnemonic="rode wollen trui"))
    draft = ContactDraft(
        student_ids=(ids[0], ids[2]), happened_on=TODAY - timedelta(days=9), text="was boos"
    )
    (contact,) = desk.do(log_contact, drafts=[draft]).result
    desk.do(
        edit_contact,
        contact_id=contact,
        happened_on=TODAY - timedelta(days=9),
        kind=ContactKind.BRIEF,
        text="vond het niet eerlijk",
        on=TODAY,
    )
    (class_id,) = (each.id for each in all_classes(desk.vault))
    counts = {("pace", "fast"): 3}
    asked = desk.do(keep_needs, class_id=class_id, on=TODAY, answers=3, counts=counts).result
    desk.do(answer_needs, asked_id=asked, did="elke les een voorbeeld", told_on=None)

    (hit,) = ask("zoe wollen").hits
    assert (hit.line, hit.students[0].id) == ("rode wollen trui", ids[4])
    (hit,) = ask("BOOS").hits
    assert (hit.line, hit.written.contact_id) == ("was boos", contact)
    assert {each.id for each in hit.students} == {ids[0], ids[2]}
    (hit,) = ask("elke les").hits
    assert (hit.line, hit.written.class_id) == ("elke les een voorbeeld", class_id)
    for words in ("trui boos", "rode trui zwart"):
        assert ask(words).hits == ()

    desk.do(restrict, student_id=ids[4], on=TODAY, reason="op verzoek")
    assert ask("wollen").hits == ()
    desk.do(restrict, student_id=ids[0], on=TODAY, reason="op verzoek")
    (hit,) = ask("boos").hits
    assert [each.id for each in hit.students] == [ids[2]]


def test_earlier_wording_is_not_told_beside_a_contact_that_says_it_too(
    ask: Ask, desk: Desk, ids: list[StudentId]
) -> None:
    draft = ContactDraft(student_ids=(ids[0],), happened_on=TODAY, text="zoekt woonruimte")
    (contact,) = desk.do(log_contact, drafts=[draft]).result
    desk.do(
        edit_contact,
        contact_id=contact,
        happened_on=TODAY,
        kind=ContactKind.BRIEF,
        text="zoekt woonruimte in Haarlem",
        on=TODAY + timedelta(days=1),
    )
    assert lines(ask("woonruimte")) == ["zoekt woonruimte in Haarlem"]


def test_a_promise_that_says_what_its_contact_says_is_shown_once(
    ask: Ask, desk: Desk, ids: list[StudentId]
) -> None:
    draft = ContactDraft(
        student_ids=(ids[3],), happened_on=TODAY, text="zoekt een boek", follow_up=TODAY
    )
    desk.do(log_contact, drafts=[draft])
    assert [hit.written.place.table for hit in ask("boek").hits] == ["contacts"]
    (alone,) = ask("boek", tables={"promises"}).hits
    assert alone.written.contact_id is not None


def test_no_more_is_shown_than_asked_for(ask: Ask) -> None:
    answer = ask("stage", at_most=2)
    assert (len(answer.hits), answer.is_all) == (2, False)


def test_nothing_asked_finds_nothing(ask: Ask) -> None:
    assert ask("") == ask(" ?! ") == Answer()


def test_who_is_called_that_is_left_out_where_only_texts_are_wanted(ask: Ask) -> None:
    assert ask("sanne", tables={"contacts"}).people == ()
    assert ask("sanne", since=TODAY).people == ()
