"""The page Phases without a window."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.domain.groups import NoteId, Phase, Signal
from klasgenoot.operations.group_notes import note_group
from klasgenoot.viewmodels.begun_text import PAUSE_MS
from klasgenoot.viewmodels.phases import PhasesViewModel, age_words
from klasgenoot.viewmodels.phases_draft import Draft
from klasgenoot.viewmodels.session import Session

TEXTS = Path(__file__).resolve().parents[2] / "resources" / "phases"
NORMING = (Signal.ADDRESS_EACH_OTHER, Signal.TASKS_ARE_DIVIDED)


@pytest.fixture
def phases(session: Session) -> PhasesViewModel:
    school_class(session.desk, size=2)
    return PhasesViewModel(session, texts=TEXTS)


def write(phases: PhasesViewModel, **parts: object) -> bool:
    phases.write()
    assert phases.draft is not None
    phases.keep(replace(phases.draft, **parts))
    return phases.save()


def drawn(phases: PhasesViewModel) -> list[str]:
    """The list of notes as text."""
    return [
        " | ".join(part for part in (note.phase, note.text, ", ".join(note.signals)) if part)
        for note in phases.notes
    ]


def test_a_note_shows_its_day_phase_words_signals_and_age(phases: PhasesViewModel) -> None:
    assert write(
        phases,
        day=TODAY - timedelta(days=2),
        text=" Meer gelach. ",
        phase=Phase.NORMING,
        signals=NORMING,
    )
    (note,) = phases.notes
    assert drawn(phases) == [
        "hunch: normeren | Meer gelach. | Spreken elkaar zelf aan, Taken zijn verdeeld"
    ]
    assert note.age == "2 day(s) old"
    assert note.sentence.startswith(note.day)


def test_only_the_newest_suspected_phase_is_called_a_hunch(phases: PhasesViewModel) -> None:
    write(phases, day=date(2026, 9, 3), phase=Phase.FORMING)
    write(phases, day=date(2026, 10, 1), phase=Phase.NORMING)
    write(phases, day=TODAY, text="Rustig.")
    assert drawn(phases) == ["Rustig.", "hunch: normeren", "vormen"]


def test_the_move_fits_the_last_suspected_phase_and_the_signals_are_those_of_the_newest_note(
    phases: PhasesViewModel,
) -> None:
    assert phases.move is None
    write(phases, day=date(2026, 10, 1), phase=Phase.NORMING)
    write(phases, day=TODAY, signals=(Signal.LAUGH_AND_TRY,))
    move = phases.move
    assert move is not None
    assert move.phase == "normeren"
    assert move.question == phases.texts.phases[Phase.NORMING].question
    assert move.signals == ("Lachen en durven te proberen",)


def test_ticked_signals_suggest_a_phase_without_choosing_it(phases: PhasesViewModel) -> None:
    phases.write()
    assert phases.suggestion == ""
    phases.keep(Draft(day=TODAY, signals=NORMING))
    assert phases.suggestion == "normeren"
    assert phases.draft == Draft(day=TODAY, signals=NORMING)
    phases.keep(Draft(day=TODAY, signals=NORMING, phase=Phase.NORMING))
    assert phases.suggestion == ""


def test_signals_of_two_phases_suggest_none(phases: PhasesViewModel) -> None:
    phases.write()
    phases.keep(Draft(day=TODAY, signals=(Signal.ONE_VOICE_DECIDES, Signal.LAUGH_AND_TRY)))
    assert phases.suggestion == ""


def test_a_note_put_aside_is_gone_on_with_in_the_same_run(
    phases: PhasesViewModel, session: Session
) -> None:
    phases.write()
    phases.keep(Draft(day=TODAY, text="half"))
    phases.put_aside()
    assert phases.draft is None
    assert phases.has_draft
    made_anew = PhasesViewModel(session, texts=TEXTS)
    made_anew.write()
    assert made_anew.draft == Draft(day=TODAY, text="half")


def test_a_note_being_written_is_in_the_vault_within_two_seconds(
    phases: PhasesViewModel, session: Session, qtbot: QtBot
) -> None:
    begun = Draft(day=TODAY, text="half", phase=Phase.NORMING, signals=NORMING)
    phases.write()
    phases.keep(begun)
    assert PAUSE_MS <= 2000

    def next_run() -> Draft | None:
        other = PhasesViewModel(Session(session.desk, clock=session.now), texts=TEXTS)
        other.write()
        return other.draft

    qtbot.waitUntil(lambda: next_run() == begun)
    phases.save()
    phases.leave()
    assert next_run() == Draft(day=TODAY)


def test_what_is_put_aside_takes_no_part_in_undo(phases: PhasesViewModel, session: Session) -> None:
    phases.write()
    phases.keep(Draft(day=TODAY, text="half"))
    phases.leave()
    session.undo()
    phases.write()
    assert phases.draft is not None
    assert phases.draft.text == "half"


def test_an_emptied_note_is_no_draft(phases: PhasesViewModel) -> None:
    phases.write()
    phases.keep(Draft(day=TODAY, text="half"))
    phases.keep(Draft(day=TODAY, text="  "))
    phases.put_aside()
    assert not phases.has_draft


def test_each_class_has_its_own_draft(phases: PhasesViewModel, session: Session) -> None:
    other, _ = school_class(session.desk, size=1, name="CMV-2A")
    phases.write()
    phases.keep(Draft(day=TODAY, text="over de eerste klas"))
    session.choose_class(other)
    assert phases.draft is None
    assert phases.class_name == "CMV-2A"
    assert not phases.has_draft


def test_a_stored_note_is_no_longer_a_draft(phases: PhasesViewModel) -> None:
    assert write(phases, text="Klaar.")
    assert phases.draft is None
    assert not phases.has_draft


def test_an_empty_note_is_refused_in_one_sentence_and_stays_open(phases: PhasesViewModel) -> None:
    said: list[str] = []
    phases.failed.connect(said.append)
    assert not write(phases)
    assert said == ["Write a sentence, choose a phase or tick a signal first."]
    assert phases.draft is not None
    assert phases.notes == ()


def test_a_note_is_mended_in_place(phases: PhasesViewModel) -> None:
    write(phases, text="Rustg.", phase=Phase.STORMING)
    phases.edit(phases.notes[0].id)
    assert phases.draft is not None
    assert phases.draft.text == "Rustg."
    phases.keep(replace(phases.draft, text="Rustig.", phase=None))
    assert phases.save()
    assert drawn(phases) == ["Rustig."]


def test_mending_one_note_leaves_the_begun_one_alone(phases: PhasesViewModel) -> None:
    write(phases, text="Eerste.")
    phases.write()
    phases.keep(Draft(day=TODAY, text="half"))
    phases.edit(phases.notes[0].id)
    assert phases.save()
    phases.write()
    assert phases.draft == Draft(day=TODAY, text="half")


def test_removing_is_undone_and_done_again(phases: PhasesViewModel, session: Session) -> None:
    write(phases, text="Weg ermee.")
    phases.remove(phases.notes[0].id)
    assert drawn(phases) == []
    session.undo()
    assert drawn(phases) == ["Weg ermee."]
    session.redo()
    assert drawn(phases) == []


def test_removing_what_is_gone_says_so(phases: PhasesViewModel) -> None:
    said: list[str] = []
    phases.failed.connect(said.append)
    phases.remove(NoteId(99))
    assert said == ["That is no longer there."]


def test_undoing_a_note_that_is_being_mended_closes_it(
    phases: PhasesViewModel, session: Session
) -> None:
    write(phases, text="Eerste.")
    phases.edit(phases.notes[0].id)
    session.undo()
    assert phases.draft is None


def test_a_note_made_elsewhere_is_news(phases: PhasesViewModel, session: Session) -> None:
    news: list[bool] = []
    phases.changed.connect(lambda: news.append(True))
    current = session.current_class
    assert current is not None
    session.do(note_group, class_id=current.id, on=TODAY, text="Van elders.")
    assert news
    assert drawn(phases) == ["Van elders."]


def test_without_a_class_there_is_nothing_and_nothing_can_be_stored(session: Session) -> None:
    phases = PhasesViewModel(session, texts=TEXTS)
    assert phases.class_name == ""
    assert phases.notes == ()
    assert not write(phases, text="Voor niemand.")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, ""),
        (0, "from today"),
        (1, "1 day(s) old"),
        (13, "13 day(s) old"),
        (14, "2 week(s) old"),
        (27, "3 week(s) old"),
    ],
)
def test_the_age_of_a_note_is_in_days_and_then_in_weeks(days: int, words: str) -> None:
    assert age_words(days) == words
