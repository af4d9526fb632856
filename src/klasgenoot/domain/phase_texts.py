"""What do we say about the phases of a group? The shape of the texts in `resources/phases/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from klasgenoot.domain.groups import Phase, Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseText:
    """One phase in words: what it looks like, one move for the teacher, a question to the group."""

    name: str
    line: str
    move: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseTexts:
    """All phases and signals in one language; `about` says where the phases come from."""

    about: str
    phases: Mapping[Phase, PhaseText]
    signals: Mapping[Signal, str]


def read_phases(data: Mapping[str, Any]) -> PhaseTexts:
    """The texts from their JSON, as parsed.

    Raises:
        ValueError: A phase, a signal or a field is missing. It is our own file, so this is a bug.
    """
    try:
        return PhaseTexts(
            about=data["about"],
            phases={phase: PhaseText(**data["phases"][phase]) for phase in Phase},
            signals={signal: data["signals"][signal] for signal in Signal},
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"the phases lack their shape: {error!r}") from error
