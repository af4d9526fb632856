"""How the group is doing: notes with words, a phase or signals, and marks in the guide."""

import pytest

from builders import TODAY, school_class
from klasgenoot.domain.errors import Missing, Unknown
from klasgenoot.domain.groups import NoteId, Phase, Signal
from klasgenoot.domain.guide import Mark
from klasgenoot.domain.people import ClassId
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.group_notes import edit_group_note, note_group, remove_group_note
from klasgenoot.operations.guide import mark_recommendation
from klasgenoot.store import group_notes, guide_marks

ONE_THING = [
    {"text": "meer gelach bij de start"},
    {"phase": Phase.NORMING},
    {"signals": (Signal.OWN_AGREEMENTS, Signal.LAUGH_AND_TRY)},
]


@pytest.mark.parametrize("given", ONE_THING)
def test_a_note_needs_one_thing_only(desk: Desk, given: dict[str, object]) -> None:
    class_id, _ = school_class(desk, size=0)
    note_id = desk.do(note_group, class_id=class_id, on=TODAY, **given).result
    note = group_notes.group_note(desk.vault, note_id)
    assert note
    assert {name: getattr(note, name) for name in given} == given


def test_an_empty_note_is_not_kept(desk: Desk) -> None:
    class_id, _ = school_class(desk, size=0)
    with pytest.raises(Missing):
        desk.do(note_group, class_id=class_id, on=TODAY, text="  ")
    note_id = desk.do(note_group, class_id=class_id, on=TODAY, text="stil").result
    with pytest.raises(Missing):
        desk.do(edit_group_note, note_id=note_id, on=TODAY, text="", phase=None, signals=())


def test_a_note_on_a_class_that_went_is_not_kept(desk: Desk) -> None:
    with pytest.raises(Unknown):
        desk.do(note_group, class_id=ClassId(9), on=TODAY, text="stil")


def test_a_note_that_is_not_there_is_said_to_be_gone(desk: Desk) -> None:
    with pytest.raises(Unknown):
        desk.do(edit_group_note, note_id=NoteId(9), on=TODAY, text="stil", phase=None, signals=())
    with pytest.raises(Unknown):
        desk.do(remove_group_note, note_id=NoteId(9))


def test_a_mark_in_the_guide_can_be_changed_and_taken_off(desk: Desk) -> None:
    class_id, _ = school_class(desk, size=0)
    for mark in (Mark.LATER, Mark.DONE):
        desk.do(mark_recommendation, class_id=class_id, recommendation=3, mark=mark, on=TODAY)
    (marked,) = guide_marks.marks_of(desk.vault, class_id).values()
    assert (marked.mark, marked.on) == (Mark.DONE, TODAY)
    desk.do(mark_recommendation, class_id=class_id, recommendation=3, mark=None, on=TODAY)
    assert guide_marks.marks_of(desk.vault, class_id) == {}
