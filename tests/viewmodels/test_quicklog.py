"""What does the quick log make of what is typed and wished? The text drawn with | as the cursor."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TODAY, school_class, student
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.errors import DiskFull
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind
from klasgenoot.operations.attention import set_target
from klasgenoot.operations.calendar import add_periods, plan_lessons
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.students import add_student, edit_student, remove_students
from klasgenoot.store.contacts import contacts_of, open_promises, private_texts
from klasgenoot.store.drafts import LOG, stored_draft
from klasgenoot.viewmodels.quicklog import QuickLogViewModel
from klasgenoot.viewmodels.quicklog_draft import draft_of
from klasgenoot.viewmodels.quicklog_edits import Edit
from klasgenoot.viewmodels.quicklog_lesson import begun_for
from klasgenoot.viewmodels.quicklog_templates import as_setting
from klasgenoot.viewmodels.session import Session


@dataclass
class Log:
    """A view-model in a class of five, and its students by name."""

    view_model: QuickLogViewModel
    session: Session
    sanne: StudentId
    milan: StudentId
    noor: StudentId

    @property
    def drawn(self) -> str:
        text, cursor = self.view_model.text, self.view_model.cursor
        return f"{text[:cursor]}|{text[cursor:]}"

    def type(self, text: str) -> "Log":
        """Types letter by letter at the cursor; "<" is Backspace."""
        for letter in text:
            at = self.view_model.cursor
            if letter != "<":
                self.view_model.type_over(at, at, letter)
            elif not self.view_model.unparse_before_cursor():
                self.view_model.type_over(at - 1, at, "")
        return self

    def chips(self, line: int = 0) -> list[str]:
        return [chip.text for chip in self.view_model.notes[line].chips]

    def candidates(self) -> list[str]:
        return [candidate.text for candidate in self.view_model.candidates]

    def chosen(self) -> set[str]:
        self.view_model.show_faces()
        rows = (*self.view_model.longest_ago.rows(), *self.view_model.others.rows())
        return {row.name for row in rows if row.selected}


@pytest.fixture
def log(session: Session, qapp) -> Log:
    class_id, (sanne, milan, noor, *_) = school_class(session.desk)
    session.choose_class(class_id)
    view_model = QuickLogViewModel(session)
    view_model.begin()
    return Log(view_model, session, sanne, milan, noor)


def said(log: Log, who: StudentId) -> list[str]:
    return [contact.text for contact in contacts_of(log.session.vault, who)]


# ---- typing and saving ----


def test_two_letters_and_enter_log_one_student(log: Log):
    log.type("no")

    assert log.view_model.enter()
    assert [(c.kind, c.happened_on) for c in contacts_of(log.session.vault, log.noor)] == [
        (ContactKind.BRIEF, TODAY)
    ]
    assert log.drawn == "|"


def test_a_sentence_is_kept_with_everybody_named(log: Log):
    log.type("Sanne, Mil: groepsproject loopt")

    assert log.chips() == ["brief contact", "today", "2 student(s)"]
    assert log.view_model.save()
    assert said(log, log.sanne) == said(log, log.milan) == ["groepsproject loopt"]


def test_several_lines_are_saved_as_one_deed(log: Log):
    log.type("Sanne: stage\nNoor g terug vr; gisteren Milan")
    log.view_model.save()

    assert [promise.due_on for promise in open_promises(log.session.vault)] == [
        TODAY + timedelta(days=1)
    ]
    log.session.undo()
    assert [said(log, who) for who in (log.sanne, log.noor, log.milan)] == [[], [], []]


def test_what_is_not_clean_stays_with_what_is_wrong_in_words(log: Log):
    log.type("Sanne: stage\nJan: onbekend\nNoor")

    assert log.view_model.ready == 2
    assert log.view_model.save()
    assert log.drawn == "Jan: onbekend|"
    assert log.chips() == ["Nobody is called “Jan”"]


@pytest.mark.parametrize(
    "text",
    [
        "Sanne kwam even langs",
        "Sanne: a / Jan: alleen voor jou",
        "morgen Sanne: stage",
        "Sanne terug 31-2",
        "Sanne: " + "a" * 281,
        "gisteren: iets",
    ],
)
def test_a_line_that_would_lose_something_is_not_saved(log: Log, text: str):
    log.type(text)

    assert not log.view_model.save()
    assert log.view_model.text == text
    assert log.chips()


def test_a_day_in_the_sentence_that_cannot_be_is_said_and_stays_text(log: Log):
    log.type("Sanne: belde terug 31-2")

    log.view_model.save()
    assert said(log, log.sanne) == ["belde terug 31-2"]


@pytest.mark.parametrize(
    ("typed", "chips"), [(": stage ", []), (": stage\n", ["Name somebody first"])]
)
def test_a_line_without_a_name_is_called_wrong_once_the_next_is_begun(
    log: Log, typed: str, chips: list[str]
):
    log.type(typed)
    assert log.chips() == chips


def test_nothing_is_called_wrong_where_one_is_still_typing(log: Log):
    log.type("Sanne, ja")
    assert log.chips() == ["brief contact", "today"]

    log.type(", ")
    assert log.chips() == ["Who is “ja”? A sentence goes after a colon"]


def test_a_private_line_is_kept_with_one_student_alone(log: Log):
    log.type("Sanne, Milan: project / Sanne: wil liever alleen")
    assert log.chips()[-1] == "a line for Sanne alone"

    log.view_model.save()
    assert list(private_texts(log.session.vault, log.sanne).values()) == ["wil liever alleen"]
    assert private_texts(log.session.vault, log.milan) == {}


def test_the_counter_comes_when_the_sentence_nears_its_end(log: Log):
    log.type("Sanne: " + "a" * 239)
    assert log.view_model.counter == ""

    log.type("aaa")
    assert log.view_model.counter == "242 / 280"


def test_trouble_is_said_and_leaves_the_lines_as_they_were(
    log: Log, monkeypatch: pytest.MonkeyPatch
):
    log.type("Sanne: stage")
    sentences: list[str] = []
    log.view_model.failed.connect(sentences.append)

    def full(*_: object, **__: object) -> None:
        raise DiskFull(log.session.vault.path)

    monkeypatch.setattr(log.session.desk, "do", full)

    assert not log.view_model.save()
    assert sentences == ["The disk is full, so this was not saved. Your data itself is fine."]
    assert log.view_model.text == "Sanne: stage"


# ---- Enter ----


def test_enter_is_a_new_line_as_soon_as_there_are_two(log: Log):
    log.type("Sanne\nNoor")

    assert not log.view_model.enter()


def test_enter_takes_the_name_in_front_when_the_line_is_not_clear_yet(log: Log):
    log.session.do(add_student, class_id=1, draft=student(2, given_name="Noortje"), joined=TODAY)
    log.type("Sanne, noor")
    log.view_model.move_candidate(1)

    assert log.view_model.enter()
    assert log.drawn == "Sanne, Noortje|"


def test_enter_inside_a_line_divides_it(log: Log):
    log.type("Sanne: stage")
    log.view_model.place_cursor(7)

    assert not log.view_model.enter()


# ---- names ----


def test_between_two_of_one_name_nobody_is_guessed(log: Log):
    log.session.do(add_student, class_id=1, draft=student(0, family_name="Visser"), joined=TODAY)
    log.type("Sanne: stage")
    assert log.chips() == ["Which “Sanne”?"]

    assert not log.view_model.save()
    assert log.drawn == "Sanne|: stage"
    assert log.candidates() == ["Sanne H", "Sanne V"]
    assert log.view_model.enter()
    assert log.view_model.save()
    assert said(log, log.sanne) == ["stage"]


def test_what_is_saved_leaves_the_choice_between_two_of_one_name_open(log: Log):
    log.session.do(add_student, class_id=1, draft=student(0, family_name="Visser"), joined=TODAY)
    log.type("Milan: kort\nNoor, Sanne: stage\nmilan")

    assert log.view_model.save()
    assert log.drawn == "Noor, Sanne|: stage"
    assert log.candidates() == ["Sanne H", "Sanne V"]
    log.view_model.move_candidate(1)
    assert log.view_model.enter()
    assert log.view_model.save()
    assert said(log, log.noor) == ["stage"]
    assert said(log, log.sanne) == []


def test_two_numbers_are_two_students_where_their_names_together_are_a_third(log: Log):
    for name, family in (("Ed", "Case"), ("Charles", "Edwards")):
        draft = student(9, given_name=name, family_name=family)
        log.session.do(add_student, class_id=1, draft=draft, joined=TODAY)
    log.view_model.begin(after_class=True)
    log.view_model.show_faces()
    rows = (*log.view_model.longest_ago.rows(), *log.view_model.others.rows())
    number = {row.name: row.number for row in rows}

    log.type(f"{number['Charles']} {number['Ed']} ")
    assert log.drawn == "Charles, Ed |"
    assert log.chosen() == {"Charles", "Ed"}


def test_two_who_are_called_exactly_the_same_are_told_apart_by_who_was_pressed(log: Log):
    other = log.session.do(add_student, class_id=1, draft=student(0), joined=TODAY)
    log.view_model.toggle(other)
    log.type(": stage")
    log.view_model.place_cursor(0)
    log.type("gisteren ")

    assert log.view_model.save()
    assert said(log, other) == ["stage"]
    assert said(log, log.sanne) == []


def test_names_are_offered_while_one_is_typed_and_not_when_the_cursor_passes(log: Log):
    log.type("Sanne, mi")
    assert log.candidates() == ["Milan"]

    log.view_model.place_cursor(3)
    assert log.candidates() == []


def test_closed_names_come_back_with_the_next_letter(log: Log):
    log.type("mi")
    log.view_model.close_candidates()
    assert log.candidates() == []

    assert log.type("l").candidates() == ["Milan"]


def test_taking_a_candidate_completes_the_name(log: Log):
    log.type("Sanne, mi")
    log.view_model.take_candidate()

    assert log.drawn == "Sanne, Milan|"
    assert log.candidates() == []


def test_a_first_name_in_the_sentence_is_only_a_suggestion(log: Log):
    log.type("Sanne: werkt met Milan samen")
    assert [one.words for one in log.view_model.suggestions] == ["Log Milan too?"]
    assert log.chosen() == {"Sanne"}

    log.view_model.suggest(log.view_model.suggestions[0])
    assert log.view_model.text == "Sanne, Milan: werkt met Milan samen"
    assert log.view_model.suggestions == ()


def test_of_two_who_may_be_mentioned_the_question_says_which(log: Log):
    draft = student(1, family_name="Smit", infix="")
    session = log.session
    assert session.current_class
    session.do(add_student, class_id=session.current_class.id, draft=draft, joined=TODAY)
    log.type("Sanne: werkt met Milan samen")
    asked = [one.words for one in log.view_model.suggestions]
    assert sorted(asked) == ["Log Milan S. too?", "Log Milan van der B. too?"]


def test_who_reads_along_is_told_apart(log: Log):
    draft = student(0, family_name="Smit")
    session = log.session
    assert session.current_class
    session.do(add_student, class_id=session.current_class.id, draft=draft, joined=TODAY)
    log.type("Sanne H: ")
    assert log.view_model.reader == "Sanne H."


# ---- faces ----


@pytest.mark.parametrize(
    ("typed", "with_milan"),
    [
        ("", "Milan"),
        ("Sanne", "Sanne, Milan"),
        ("Sanne: stage", "Sanne, Milan: stage"),
        ("Sanne k: stage", "Sanne, Milan k: stage"),
        ("gisteren", "gisteren Milan"),
        ("gisteren Noor: stage", "gisteren Noor, Milan: stage"),
        ("stage besproken", "Milan: stage besproken"),
        (": stage", "Milan: stage"),
        ("Noor: a\nSanne: b", "Noor: a\nSanne, Milan: b"),
        ("Noor: a; Sanne: b", "Noor: a; Sanne, Milan: b"),
        ("*: ronde", "*-Milan: ronde"),
        ("*-Noor: ronde", "*-Noor, Milan: ronde"),
        ("*-Milan -Noor: ronde", "*-Noor: ronde"),
        ("*-Noor -Milan: ronde", "*-Noor: ronde"),
        ("klas behalve Noor: ronde", "klas behalve Noor, Milan: ronde"),
        ("klas behalve Noor en Milan: ronde", "klas behalve Noor: ronde"),
        ("klas behalve Milan: ronde", "*: ronde"),
        ("iedereen: ronde", "*-Milan: ronde"),
        ("Milan", ""),
        ("Milan, Sanne: stage", "Sanne: stage"),
        ("Sanne en Milan: stage", "Sanne: stage"),
        ("Sanne, mil: stage", "Sanne: stage"),
        ("*-Milan: ronde", "*: ronde"),
        ("*-Milan, Noor: ronde", "*-Noor: ronde"),
    ],
)
def test_a_face_names_a_student_in_this_line_or_no_longer_does(
    log: Log, typed: str, with_milan: str
):
    log.type(typed)
    log.view_model.toggle(log.milan)

    assert log.view_model.text == with_milan


def test_faces_show_whom_this_line_names(log: Log):
    log.type("Sanne: stage\n*-Noor")
    assert log.chosen() == {"Sanne", "Milan", "Łukasz", "Zoë"}

    log.view_model.place_cursor(0)
    assert log.chosen() == {"Sanne"}


def test_who_was_not_seen_for_the_longest_time_stands_in_front(log: Log):
    log.session.do(log_contact, drafts=[ContactDraft(student_ids=(log.noor,), happened_on=TODAY)])
    log.view_model.show_faces()
    front = {row.name for row in log.view_model.longest_ago.rows()}
    others = [row.name for row in log.view_model.others.rows()]

    assert len(front) == 3
    assert "Noor" in others
    assert front | set(others) == {"Sanne", "Milan", "Noor", "Łukasz", "Zoë"}


@pytest.mark.parametrize(
    ("typed", "wished"),
    [
        ("", "*"),
        ("*", ""),
        ("Sanne, Milan: ronde", "*: ronde"),
        ("gisteren", "gisteren *"),
        ("*-Noor: ronde", ": ronde"),
        ("klas behalve Noor: ronde", ": ronde"),
    ],
)
def test_one_press_names_the_whole_class(log: Log, typed: str, wished: str):
    log.type(typed)
    log.view_model.name_whole_class()

    assert log.view_model.text == wished


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Sanne", "Sanne: spoke briefly, going well|"),
        ("Sanne:", "Sanne: spoke briefly, going well|"),
        ("Sanne: stage", "Sanne: stage, spoke briefly, going well|"),
        ("Sanne: stage, terug vr", "Sanne: stage, spoke briefly, going well, terug vr|"),
        ("Sanne: stage / Noor: x", "Sanne: stage, spoke briefly, going well / Noor: x|"),
        ("Sanne terug vr", "Sanne terug vr: spoke briefly, going well|"),
        ("", "|: spoke briefly, going well"),
    ],
)
def test_a_template_is_a_sentence_behind_the_names(log: Log, typed: str, drawn: str):
    log.type(typed)
    log.view_model.write_template(0)

    assert log.drawn == drawn


# ---- literal text ----


def test_backspace_first_takes_the_reading_back_then_the_letter(log: Log):
    log.type("Sanne: belt terug vr<")
    assert log.drawn == "Sanne: belt terug vr|"
    assert log.chips() == ["brief contact", "today"]

    log.type("<")
    assert log.drawn == "Sanne: belt terug v|"


def test_going_on_erasing_erases(log: Log):
    log.type("Sanne: top #zorg<<<<<")

    assert log.drawn == "Sanne: top #|"


def test_what_was_taken_back_stays_text_when_more_is_typed_before_it(log: Log):
    log.type("Sanne: zei terug vr<")
    log.view_model.place_cursor(0)
    log.type("gisteren ")
    log.view_model.save()

    assert said(log, log.sanne) == ["zei terug vr"]
    assert open_promises(log.session.vault) == ()


def test_a_name_is_mended_by_typing(log: Log):
    log.type("Sanne<")

    assert log.drawn == "Sann|"


# ---- the draft ----


def test_a_page_about_a_student_begins_with_the_name(log: Log):
    log.view_model.begin(log.noor)
    assert log.drawn == "Noor: |"

    log.view_model.begin(log.noor)
    assert log.drawn == "Noor: |"


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Noor g: stage", "Noor g: stage|"),
        ("Sanne, Milan: stage", "Sanne, Milan: stage|"),
        ("gisteren Sanne: stage", "gisteren Sanne: stage|"),
        ("g: stage", "Noor g: stage|"),
        ("zegt dit: stage", "Noor: zegt dit: stage|"),
        ("gisteren: stage", "Noor: gisteren: stage|"),
        ("stage bij Sanne: goed", "Noor: stage bij Sanne: goed|"),
    ],
)
def test_names_typed_behind_the_one_that_was_filled_in_take_its_place(
    log: Log, typed: str, drawn: str
):
    log.view_model.begin(log.noor)
    log.type(typed)

    assert log.drawn == drawn


def test_what_is_typed_behind_a_filled_in_name_leaves_the_lines_above_alone(log: Log):
    log.type("Milan: stage\n")
    log.view_model.begin(log.noor)
    log.type("Sanne t: planning")

    assert log.drawn == "Milan: stage\nSanne t: planning|"


def test_a_line_one_typed_all_of_keeps_the_names_in_its_sentence(log: Log):
    log.type("Noor: Sanne: stage")

    assert log.drawn == "Noor: Sanne: stage|"


def test_the_english_word_for_care_is_a_tag_from_the_start(log: Log):
    log.type("Sanne: stage #care")

    assert "#care, aim 7 day(s)" in log.chips()


def test_a_draft_is_gone_on_with_below(log: Log):
    log.type("Sanne: stage\n")
    log.view_model.begin(log.noor)

    assert log.drawn == "Sanne: stage\nNoor: |"


def test_a_draft_outlives_the_view_model_and_the_run(log: Log):
    log.type("Sanne: stage")
    assert QuickLogViewModel(log.session).text == "Sanne: stage"

    log.view_model.keep()
    later = Session(log.session.desk, clock=log.session.now)
    assert QuickLogViewModel(later).text == "Sanne: stage"


def test_a_draft_is_kept_by_itself_within_two_seconds(log: Log, qtbot):
    log.type("Sanne: stage")

    qtbot.waitUntil(
        lambda: stored_draft(log.session.vault, of=LOG) == "Sanne: stage", timeout=30_000
    )


def test_saving_leaves_no_draft_behind(log: Log):
    log.type("Sanne: stage")
    log.view_model.keep()
    log.view_model.save()

    assert stored_draft(log.session.vault, of=LOG) == ""


def test_a_student_of_another_class_can_be_named_from_their_own_page(log: Log):
    other, (guest,) = school_class(log.session.desk, size=1, name="CMV-1A")
    assert other != 1
    log.view_model.begin(guest)
    log.type("stage")

    assert log.view_model.save() or log.chips() == ["Which “Sanne”?"]


def test_a_student_who_left_can_no_longer_be_named(log: Log):
    log.type("Noor: stage\n")
    log.session.do(remove_students, class_id=1, student_ids=[log.noor])

    assert log.view_model.ready == 0


# ---- places move with edits ----


@given(
    text=st.text(alphabet="ab", min_size=1, max_size=12),
    data=st.data(),
)
def test_a_place_that_an_edit_does_not_touch_keeps_its_letters(text: str, data: st.DataObject):
    size = len(text)
    start = data.draw(st.integers(0, size - 1))
    end = data.draw(st.integers(start + 1, size))
    at = data.draw(st.integers(0, size))
    edit = Edit(at, data.draw(st.integers(at, size)), data.draw(st.text("xy", max_size=4)))

    moved = edit.moved((start, end))

    after = edit.applied_to(text)
    if moved is not None:
        assert after[slice(*moved)] == text[start:end]
    else:
        assert edit.start < end
        assert edit.end > start


def test_the_day_is_the_one_on_the_teachers_clock(log: Log):
    log.type("gisteren Sanne")
    log.view_model.save()

    assert contacts_of(log.session.vault, log.sanne)[0].happened_on == date(2026, 10, 28)


# ---- tags, classes, numbers, who was away ----


def test_a_word_with_a_sign_becomes_a_tag_only_when_it_is_taken(log: Log):
    log.type("Noor #fijn")
    assert [c.text for c in log.view_model.candidates] == ["#fijn"]
    log.view_model.close_candidates()
    assert [one.words for one in log.view_model.suggestions] == ["Make #fijn a tag?"]
    assert "#fijn" not in log.chips()

    log.view_model.suggest(log.view_model.suggestions[0])
    assert "#fijn" in log.chips()
    log.view_model.save()
    (contact,) = contacts_of(log.session.vault, log.noor)
    assert (contact.text, contact.tags) == ("", ("fijn",))

    log.type("Sanne #fijn")
    assert "#fijn" in log.chips()


def test_a_tag_that_nobody_confirmed_is_kept_as_text(log: Log):
    log.type("Noor: sterk #fijn")
    log.view_model.save()

    (contact,) = contacts_of(log.session.vault, log.noor)
    assert (contact.text, contact.tags) == ("sterk #fijn", ())


def test_enter_takes_the_tag_in_front_and_then_saves(log: Log):
    log.type("Noor #zo")
    assert log.view_model.enter()
    assert log.drawn == "Noor #zorg|"
    assert log.view_model.enter()
    (contact,) = contacts_of(log.session.vault, log.noor)
    assert contact.tags == ("zorg",)


def test_another_class_can_be_named_and_each_of_its_students(log: Log):
    _, (fenna, *_) = school_class(log.session.desk, size=1, name="CMV-2A")
    log.session.do(edit_student, changed=replace(student(0, given_name="Fenna"), id=fenna))
    log.type("Fen")
    assert log.view_model.candidates[0].rest.endswith("CMV-2A")
    log.type("na")
    assert log.chips()[-1] == "Fenna of CMV-2A"
    log.view_model.save()
    assert said(log, fenna) == [""]

    log.type("@cmv2")
    assert [c.text for c in log.view_model.candidates] == ["@CMV-2A"]
    log.view_model.take_candidate()
    log.type(": bezoek")
    log.view_model.save()
    assert said(log, fenna) == ["bezoek", ""]


def test_a_class_that_is_not_there_is_said_plainly(log: Log):
    log.type("@groep3: geoefend")
    assert log.chips() == ["There is no class “@groep3”"]
    assert not log.view_model.save()
    assert log.drawn == "@groep3: geoefend|"


def test_a_number_becomes_the_name_as_soon_as_it_is_whole(log: Log):
    log.view_model.begin(after_class=True)
    log.view_model.show_faces()
    rows = (*log.view_model.longest_ago.rows(), *log.view_model.others.rows())
    assert [row.number for row in rows] == [1, 2, 3, 4, 5]

    log.type("2")
    assert log.drawn == "2|"
    log.type(" 4:")
    assert log.drawn == f"{rows[1].name}, {rows[3].name}:|"
    assert log.chosen() == {rows[1].name, rows[3].name}


def test_numbers_mean_nobody_where_no_face_has_one(log: Log):
    log.type("2:")
    assert log.drawn == "2:|"
    assert log.chips() == ["Nobody is called “2”"]


def test_an_unfinished_number_is_a_name_before_it_is_put_away(log: Log):
    log.view_model.begin(after_class=True)
    log.type("2")
    log.view_model.put_away()
    assert not log.view_model.text.isdigit()


def test_who_is_away_is_ticked_in_a_line_of_its_own(log: Log):
    log.view_model.begin(after_class=True)
    log.view_model.ticks_absent = True
    log.view_model.toggle(log.milan)
    log.view_model.toggle(log.noor)
    assert log.drawn == "Milan, Noor absent\n|"

    log.type("*: ronde")
    assert log.chips(1)[-2:] == ["3 student(s)", "2 not there"]
    log.view_model.toggle(log.milan)
    assert log.drawn == "Noor absent\n*: ronde|"
    log.view_model.toggle(log.noor)
    assert log.drawn == "*: ronde|"


def test_the_whole_class_is_who_was_there_and_one_undo_takes_all_back(log: Log):
    log.type("Milan afwezig; *: ronde")
    assert log.chips() == ["not there", "today"]
    log.view_model.save()
    assert said(log, log.milan) == []
    assert said(log, log.noor) == ["ronde"]

    log.type("*")
    assert "1 not there" in log.chips()
    log.session.undo()
    assert said(log, log.noor) == []
    assert "1 not there" not in log.chips()


def test_who_was_down_as_away_and_is_pressed_was_there_after_all(log: Log):
    log.type("Milan afwezig")
    log.view_model.save()
    log.view_model.begin(after_class=True)
    log.view_model.ticks_absent = True
    log.view_model.toggle(log.milan)

    log.type("*")
    assert log.chips()[-1] == "5 student(s)"


# ---- the lesson at hand ----


def test_the_lesson_just_given_goes_before_the_class_that_is_open(log: Log):
    other, _ = school_class(log.session.desk, size=2, name="CMV-2A")
    now = log.session.now()
    log.session.do(
        plan_lessons,
        class_id=other,
        weekday=now.weekday(),
        starts=time(0, 1),
        ends=(now + timedelta(minutes=1)).time() if now.hour else time(0, 2),
        first_on=TODAY,
        last_on=TODAY,
    )
    log.view_model.begin()
    assert log.view_model.class_name == "CMV-2A, lesson of 00:01"
    log.type("*")
    assert log.chips()[-1] == "2 student(s)"


def test_a_line_stays_with_the_lesson_it_was_begun_for(desk: Desk):
    clock = datetime(2026, 10, 29, 11, 50, tzinfo=UTC)
    session = Session(desk, clock=lambda: clock)
    for name, size, starts, ends in (("1A", 4, 10, 12), ("1B", 2, 12, 14)):
        class_id, _ = school_class(desk, size=size, name=name)
        session.do(
            plan_lessons,
            class_id=class_id,
            weekday=3,
            starts=time(starts),
            ends=time(ends),
            first_on=TODAY,
            last_on=TODAY,
        )

    def opened() -> QuickLogViewModel:
        view_model = QuickLogViewModel(session)
        view_model.begin(after_class=True)
        return view_model

    opened().type_over(0, 0, "*: rustig gewerkt")
    clock += timedelta(minutes=20)
    log = opened()
    assert log.class_name == "1A, lesson of 10:00, just finished"
    assert [chip.text for chip in log.notes[0].chips][-1] == "4 student(s)"

    assert log.keep()
    for each in (draft_of(session), begun_for(session)):
        each.setParent(None)  # as after a crash: only what was kept is left
    assert opened().class_name == "1A, lesson of 10:00, just finished"

    log = opened()
    assert log.save()
    assert opened().class_name == "1B, lesson of 12:00"


@pytest.mark.parametrize(
    ("typed", "reminder"),
    [
        ("Noor", "Noor ="),
        ("Noor: wil even praten", "Noor =: wil even praten"),
        ("gisteren Noor, Milan g: stage", "gisteren Noor, Milan = g: stage"),
        ("* #groep terug vr", "* = #groep terug vr"),
        ("Milan: x; Noor: y", "Milan: x; Noor =: y"),
    ],
)
def test_a_line_becomes_an_own_reminder_and_a_contact_again(log: Log, typed: str, reminder: str):
    log.type(typed)
    assert log.view_model.is_reminder is False
    log.view_model.make_reminder(wanted=True)
    assert log.drawn == f"{reminder}|"
    assert log.view_model.is_reminder is True
    log.view_model.make_reminder(wanted=True)
    assert log.drawn == f"{reminder}|"
    log.view_model.make_reminder(wanted=False)
    assert log.drawn == f"{typed}|"


def test_without_a_name_there_is_nothing_to_make_a_reminder(log: Log):
    assert log.view_model.is_reminder is None
    log.view_model.make_reminder(wanted=True)
    assert log.drawn == "|"
    log.type("Noor afwezig")
    assert log.view_model.is_reminder is None


@pytest.mark.parametrize("typed", ["1,2:", "1, 2:", "1 2:"])
def test_numbers_become_names_as_one_writes_them(log: Log, typed: str):
    log.view_model.begin(after_class=True)
    log.view_model.show_faces()
    first, second = (row.called for row in log.view_model.longest_ago.rows()[:2])
    log.type(typed)
    assert log.drawn == f"{first}, {second}:|"


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("*-1,2:", "*-{first}, {second}:|"),
        ("*-1 -2:", "*-{first} -{second}:|"),
        ("klas behalve 1 en 2:", "klas behalve {first} en {second}:|"),
    ],
)
def test_numbers_of_who_is_left_out_become_names_right_behind_the_sign(
    log: Log, typed: str, drawn: str
):
    log.view_model.begin(after_class=True)
    log.view_model.show_faces()
    first, second = (row.called for row in log.view_model.longest_ago.rows()[:2])
    log.type(typed)
    assert log.drawn == drawn.format(first=first, second=second)
    assert len(log.chosen()) == 3


def test_a_care_tag_says_which_aim_it_brings_about(log: Log):
    log.type("Noor #zorg #top")
    assert log.chips()[-2:] == ["#zorg, aim 7 day(s)", "#top"]
    log.session.do(set_target, student_id=log.noor, days=10)
    assert log.chips()[-2:] == ["#zorg", "#top"], "an aim of their own goes before"


def test_the_calendar_knows_when_the_exam_week_is(log: Log):
    weeks = Period(
        id=PeriodId(0),
        kind=PeriodKind.EXAMS,
        name="Toetsweek",
        first_on=TODAY + timedelta(days=40),
        last_on=TODAY + timedelta(days=44),
    )
    log.session.do(add_periods, drafts=[weeks])
    log.type("Noor terug toetsweek")
    log.view_model.save()
    (promise,) = open_promises(log.session.vault)
    assert promise.due_on == weeks.first_on


# ---- sentences of the teacher's own ----


def test_the_teachers_own_sentences_stand_on_the_number_keys(log: Log):
    log.session.set(log_templates=as_setting("kwam op tijd; fijn\n\n  belde …  "))
    assert log.view_model.templates == ("kwam op tijd, fijn", "belde …")
    log.type("Noor")
    log.view_model.write_template(1)
    assert log.drawn == "Noor: belde |"
    log.view_model.write_template(7)
    assert log.drawn == "Noor: belde |"


def test_without_sentences_of_their_own_there_are_five(log: Log):
    assert len(log.view_model.templates) == 5
    assert as_setting("\n".join(log.view_model.templates)) == ""


# ---- ten thousand letters, other scripts ----


@pytest.mark.parametrize("text", ["Noor: " + "lang " * 2_000, "wat " * 2_500, "Noor\n" * 400])
def test_a_long_paste_is_taken_in_and_said_to_be_too_much(log: Log, text: str):
    log.view_model.type_over(0, 0, text)
    log.view_model.save()

    if text.startswith("Noor\n"):
        assert len(said(log, log.noor)) == 400
    else:
        assert log.view_model.text == text
        assert log.chips()
        assert said(log, log.noor) == []


def test_a_name_from_right_to_left_is_a_name_like_any_other(log: Log):
    who = log.session.do(
        add_student,
        class_id=1,
        draft=student(0, given_name="مريم", family_name="حداد"),
        joined=TODAY,
    )
    log.type("مري: זה טוב 👍🏽")
    log.view_model.save()
    assert said(log, who) == ["זה טוב 👍🏽"]


def test_a_page_that_was_pasted_is_called_wrong_at_once_and_in_few_words(log: Log):
    log.view_model.type_over(0, 0, "een lang verhaal zonder namen " * 200)

    (chip,) = log.chips()
    assert chip.startswith("Who is “een lang verhaal zonder namen")
    assert len(chip) < 100


def test_pasted_numbers_are_names_at_once(log: Log):
    log.view_model.begin(after_class=True)
    log.view_model.type_over(0, 0, "1, 2: stage\n3")

    assert not any(letter.isdigit() for letter in log.view_model.text)
    assert log.view_model.cursor == len(log.view_model.text)
