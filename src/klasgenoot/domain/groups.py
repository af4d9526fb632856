"""How is the group doing? Dated notes with a suspected phase and the signals seen."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from klasgenoot.domain.people import ClassId

NoteId = NewType("NoteId", int)


class Phase(StrEnum):
    """Tuckman's phases (1965; adjourning 1977): a lens on a group, always a hunch."""

    FORMING = "forming"
    STORMING = "storming"
    NORMING = "norming"
    PERFORMING = "performing"
    ADJOURNING = "adjourning"


class Signal(StrEnum):
    """What can be seen in a lesson. Each points to one phase (`SIGNALS`)."""

    WAITING_FOR_TEACHER = "waiting_for_teacher"
    POLITE_AND_CAREFUL = "polite_and_careful"
    SILENCE_AFTER_QUESTION = "silence_after_question"
    ONE_VOICE_DECIDES = "one_voice_decides"
    FRICTION_ABOUT_TASKS = "friction_about_tasks"
    SUBGROUPS_APART = "subgroups_apart"
    ADDRESS_EACH_OTHER = "address_each_other"
    TASKS_ARE_DIVIDED = "tasks_are_divided"
    OWN_AGREEMENTS = "own_agreements"
    HELP_EACH_OTHER = "help_each_other"
    WORK_WITHOUT_TEACHER = "work_without_teacher"
    LAUGH_AND_TRY = "laugh_and_try"
    LOOKING_BACK = "looking_back"
    LETTING_GO = "letting_go"


SIGNALS: dict[Phase, tuple[Signal, ...]] = {
    Phase.FORMING: (
        Signal.WAITING_FOR_TEACHER,
        Signal.POLITE_AND_CAREFUL,
        Signal.SILENCE_AFTER_QUESTION,
    ),
    Phase.STORMING: (
        Signal.ONE_VOICE_DECIDES,
        Signal.FRICTION_ABOUT_TASKS,
        Signal.SUBGROUPS_APART,
    ),
    Phase.NORMING: (
        Signal.ADDRESS_EACH_OTHER,
        Signal.TASKS_ARE_DIVIDED,
        Signal.OWN_AGREEMENTS,
    ),
    Phase.PERFORMING: (
        Signal.HELP_EACH_OTHER,
        Signal.WORK_WITHOUT_TEACHER,
        Signal.LAUGH_AND_TRY,
    ),
    Phase.ADJOURNING: (Signal.LOOKING_BACK, Signal.LETTING_GO),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupNote:
    """A dated note on a whole class. It names no student."""

    id: NoteId
    class_id: ClassId
    noted_on: date
    text: str
    phase: Phase | None = None
    signals: tuple[Signal, ...] = ()


def suggested_phase(signals: tuple[Signal, ...]) -> Phase | None:
    """The phase most of the ticked signals point to; None without signals or on a tie."""
    counts = {phase: sum(s in signals for s in those) for phase, those in SIGNALS.items()}
    best = max(counts.values())
    winners = [phase for phase, count in counts.items() if count == best]
    return winners[0] if best and len(winners) == 1 else None
