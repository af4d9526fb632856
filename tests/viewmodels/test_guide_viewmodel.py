"""The page Guide without a window."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.evidence import (
    Evidence,
    LastGroupNote,
    NamesKnown,
    Nothing,
    OpenPromises,
    Reach,
)
from klasgenoot.domain.groups import Phase
from klasgenoot.domain.guide import Mark
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.settings import Language
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.group_notes import note_group
from klasgenoot.operations.needs import answer_needs, keep_needs
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.talk_rounds import hold_talk, start_talk_round
from klasgenoot.store.students import all_students
from klasgenoot.viewmodels.classmates import Classmates
from klasgenoot.viewmodels.evidence import shown
from klasgenoot.viewmodels.guide import GuideRow, GuideViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target

TEXTS = Path(__file__).resolve().parents[2] / "resources" / "guide"
PHASES = {Phase.NORMING: "normeren"}


@pytest.fixture
def students(session: Session) -> list[StudentId]:
    """Five students in a class that had its first lesson two months ago."""
    return school_class(session.desk)[1]


@pytest.fixture
def guide(session: Session, students: list[StudentId]) -> GuideViewModel:
    return GuideViewModel(session, texts=TEXTS)


def row(guide: GuideViewModel, number: int) -> GuideRow:
    return guide.rows()[number - 1]


def this_weeks(guide: GuideViewModel) -> int | None:
    return next((each.number for each in guide.rows() if each.is_this_weeks), None)


def meet(
    session: Session, *who: StudentId, on: date = TODAY, follow_up: date | None = None
) -> None:
    draft = ContactDraft(student_ids=who, happened_on=on, text="bijgepraat", follow_up=follow_up)
    session.do(log_contact, drafts=[draft])


def test_there_are_eleven_in_the_order_of_the_report(guide: GuideViewModel) -> None:
    assert [each.number for each in guide.rows()] == list(range(1, 12))
    assert guide.rows()[3].text.title == "Help studenten in verbinding te komen"


def test_what_is_not_recorded_says_that_that_is_fine(guide: GuideViewModel) -> None:
    quiet = [each.number for each in guide.rows() if each.seen.is_nothing]
    assert quiet == [3, 4, 5, 7, 8, 9, 10, 11]
    assert row(guide, 3).seen.words == "nothing recorded yet, and that is fine"


def test_names_are_shown_as_a_part_of_the_class(guide: GuideViewModel) -> None:
    assert row(guide, 1).seen.words == "you know 0 of 5 names"
    assert row(guide, 1).seen.part == (0, 5)


def test_who_was_seen_is_said_with_the_faces_of_who_was_not(
    guide: GuideViewModel, session: Session, students: list[StudentId]
) -> None:
    sanne, milan, noor, *_ = students
    meet(session, sanne, milan)
    meet(session, noor, on=TODAY - timedelta(days=40))
    seen = row(guide, 2).seen
    assert seen.words == "2 of 5 seen in 4 teaching weeks, Łukasz and Zoë never spoken with"
    assert [face.name for face in seen.faces] == ["Łukasz", "Zoë", "Noor"]


def test_an_open_promise_has_the_face_of_whom_it_was_made_to(
    guide: GuideViewModel, session: Session, students: list[StudentId]
) -> None:
    meet(session, students[0], on=TODAY - timedelta(days=9), follow_up=TODAY - timedelta(days=2))
    meet(session, students[1], follow_up=TODAY + timedelta(days=2))
    seen = row(guide, 8).seen
    assert seen.words == "2 promise(s) open, 1 past its date"
    assert [face.name for face in seen.faces] == ["Sanne"]
    assert row(guide, 8).target == Target(PageId.STUDENT, student=students[0])
    assert this_weeks(guide) == 8


def test_a_group_note_is_shown_by_its_phase_and_age(
    guide: GuideViewModel, session: Session
) -> None:
    assert row(guide, 6).seen.words == "no note on the group yet"
    current = session.current_class
    assert current is not None
    on = TODAY - timedelta(days=2)
    session.do(note_group, class_id=current.id, on=on, phase=Phase.NORMING)
    assert row(guide, 6).seen.words == "hunch normeren, 2 day(s) old"


def test_each_step_leads_to_the_page_where_it_is_done(guide: GuideViewModel) -> None:
    assert {each.number: each.target for each in guide.rows() if each.target} == {
        1: Target(PageId.PRACTICE, act="few"),
        2: Target(PageId.CHECK_INS),
        3: Target(PageId.NEEDS),
        6: Target(PageId.PHASES, act="note"),
        8: Target(PageId.STUDENTS),
    }
    assert all(each.step.say for each in guide.rows() if each.target is None)


def test_marking_moves_on_to_another_recommendation_and_undo_comes_back(
    guide: GuideViewModel, session: Session
) -> None:
    first = this_weeks(guide)
    assert first is not None
    guide.mark(first, Mark.LATER)
    assert this_weeks(guide) not in {first, None}
    assert row(guide, first).mark is Mark.LATER
    session.undo()
    assert this_weeks(guide) == first
    assert row(guide, first).mark is None


def test_a_mark_is_taken_off_again(guide: GuideViewModel) -> None:
    guide.mark(7, Mark.NOT_FOR_ME)
    assert row(guide, 7).marked
    assert "Not for me" in row(guide, 7).sentence
    guide.mark(7, None)
    assert row(guide, 7).mark is None
    assert row(guide, 7).marked == ""


def test_a_recommendation_whose_rest_is_over_comes_back_unmarked(
    guide: GuideViewModel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = this_weeks(guide)
    assert first is not None
    guide.mark(first, Mark.LATER)
    later = session.now() + timedelta(days=7)
    monkeypatch.setattr(session, "_clock", lambda: later)
    assert this_weeks(guide) == first
    assert row(guide, first).mark is None


def test_with_everything_put_aside_there_is_none_this_week(guide: GuideViewModel) -> None:
    for number in range(1, 12):
        guide.mark(number, Mark.NOT_FOR_ME)
    assert this_weeks(guide) is None


def test_another_class_has_its_own_marks(guide: GuideViewModel, session: Session) -> None:
    guide.mark(7, Mark.DONE)
    other, _ = school_class(session.desk, size=1, name="CMV-2A")
    session.choose_class(other)
    assert row(guide, 7).mark is None
    assert guide.class_name == "CMV-2A"


def test_a_contact_logged_elsewhere_is_news(
    guide: GuideViewModel, session: Session, students: list[StudentId]
) -> None:
    news: list[bool] = []
    guide.changed.connect(lambda: news.append(True))
    meet(session, students[0])
    assert news


def test_without_a_class_the_guide_still_reads(session: Session) -> None:
    guide = GuideViewModel(session, texts=TEXTS)
    assert guide.class_name == ""
    assert len(guide.rows()) == 11
    guide.mark(3, Mark.DONE)
    assert row(guide, 3).mark is None
    assert row(guide, 1).target == Target(PageId.NAMES)


def test_in_english_the_quote_stays_dutch_and_a_translation_stands_beside_it(
    session: Session,
) -> None:
    session.set(language=Language.ENGLISH)
    first = GuideViewModel(session, texts=TEXTS).rows()[0]
    assert first.text.quote.startswith("leer zo snel")
    assert first.text.translation.startswith("learn the names")


def test_practising_moves_the_bar(
    guide: GuideViewModel, session: Session, students: list[StudentId]
) -> None:
    session.do(
        answer_card,
        student_id=students[0],
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.RIGHT),
        rating=Rating.EASY,
        at=session.now(),
    )
    assert row(guide, 1).seen.part == (1, 5)


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (Nothing(), "nothing recorded yet, and that is fine"),
        (NamesKnown(known=5, total=5), "you know all 5 names"),
        (Reach(seen=5, total=5, weeks=4, unseen=(), never=()), "all 5 seen in 4 teaching weeks"),
        (
            Reach(seen=5, total=5, weeks=1, unseen=(), never=()),
            "all 5 seen in the first teaching week",
        ),
        (OpenPromises(open=0, overdue=0, oldest=None), "every promise kept"),
        (OpenPromises(open=3, overdue=0, oldest=None), "3 promise(s) open"),
        (LastGroupNote(days_old=0, phase=None), "last note, from today"),
        (LastGroupNote(days_old=-1, phase=Phase.NORMING), "hunch normeren"),
    ],
)
def test_evidence_is_said_in_words(evidence: Evidence, words: str) -> None:
    assert shown(evidence, classmates=Classmates(students={}), phases=PHASES).words == words


def test_many_that_were_never_spoken_with_are_a_number(
    session: Session, students: list[StudentId]
) -> None:
    def words(**who: tuple[StudentId, ...]) -> str:
        reach = Reach(seen=5 - len(who["unseen"]), total=5, weeks=4, **who)
        return shown(reach, classmates=everyone, phases=PHASES).words

    everyone = Classmates(students={who.id: who for who in all_students(session.vault)})
    some, all_five = tuple(students[:3]), tuple(students)
    assert words(unseen=some, never=some) == "2 of 5 seen in 4 teaching weeks, 3 never spoken with"
    assert words(unseen=some, never=()) == "2 of 5 seen in 4 teaching weeks, Sanne longest ago"
    assert words(unseen=all_five, never=all_five) == "nobody spoken with yet"


def test_the_one_of_this_week_is_as_it_is_among_all(
    guide: GuideViewModel, session: Session, students: list[StudentId]
) -> None:
    meet(session, students[0])
    classmates = Classmates(students={who.id: who for who in all_students(session.vault)})
    (flagged,) = (each for each in guide.rows() if each.is_this_weeks)
    assert guide.of_this_week(classmates) == flagged


def test_evidence_tells_two_with_one_name_apart() -> None:
    sanne = Student(id=StudentId(1), given_name="Sanne", family_name="Hoekstra")
    other = replace(sanne, id=StudentId(2), infix="de", family_name="Wit")
    reach = Reach(seen=1, total=2, weeks=4, unseen=(StudentId(2),), never=(StudentId(2),))
    said = shown(
        reach,
        classmates=Classmates(students={one.id: one for one in (sanne, other)}),
        phases=PHASES,
    )
    assert said.words == "1 of 2 seen in 4 teaching weeks, Sanne de W. never spoken with"
    assert said.names == ("Sanne de W.",)


def test_a_round_of_talks_and_what_the_class_was_asked_stand_beside_their_cards(
    guide: GuideViewModel, session: Session, students: list[StudentId]
) -> None:
    class_id = session.classes[0].id
    assert row(guide, 3).seen.is_nothing
    round_id = session.do(start_talk_round, class_id=class_id, weeks=3, minutes=5, on=TODAY)
    session.do(hold_talk, round_id=round_id, student_id=students[0], on=TODAY)
    counts = {("pace", "fast"): 3}
    asked = session.do(keep_needs, class_id=class_id, on=TODAY, answers=4, counts=counts)

    assert row(guide, 2).seen.words.endswith("; talk round: 1 of 5")
    assert row(guide, 2).more == ("Plan een gespreksronde", Target(PageId.TALKS))
    assert row(guide, 3).seen.words.endswith("not told the class yet")
    session.do(answer_needs, asked_id=asked, did="", told_on=TODAY)
    assert row(guide, 3).seen.words.endswith("the class was told")
