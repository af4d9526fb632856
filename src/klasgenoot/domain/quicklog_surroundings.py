"""What does a log line speak of beside students? Classes, tags, periods, numbers, absence."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from klasgenoot.domain.names import fold
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.periods import Period
from klasgenoot.domain.targets import CARE_TAGS

BUILT_IN_TAGS = ("zorg", "top", "hulp", "groep", "afspraak", "slb")
"""The tags that are there from the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """All that the words of a line may point at.

    Attributes:
        classes: who is in each class, by its name; what "@" means.
        tags: the tags that are known, folded; None when every word after "#" is one.
        periods: the blocks, holidays and exam weeks of the teacher's calendar.
        absent: who was not there on a day: "*" leaves them out.
        numbered: who has number 1, 2, 3 … on screen; nobody when no numbers are shown.
    """

    classes: Mapping[str, tuple[StudentId, ...]] = field(default_factory=dict)
    tags: Collection[str] | None = None
    periods: tuple[Period, ...] = ()
    absent: Mapping[date, Collection[StudentId]] = field(default_factory=dict)
    numbered: tuple[StudentId, ...] = ()

    def classes_called(self, typed: str) -> tuple[str, ...]:
        """The classes that "@typed" may mean: the one of this name, or those that begin so."""
        wanted = fold(typed)
        folded = {name: fold(name) for name in self.classes}
        whole = tuple(name for name, plain in folded.items() if wanted and plain == wanted)
        return whole or tuple(self._beginning(folded, wanted))

    def at_number(self, typed: str) -> StudentId | None:
        """Who has this number on screen."""
        if not (typed.isascii() and typed.isdigit() and len(typed) < len("1000")):
            return None
        number = int(typed)
        return self.numbered[number - 1] if 0 < number <= len(self.numbered) else None

    def knows_tag(self, tag: str) -> bool:
        """Whether a word after "#" is a tag; if not it stays text until the teacher says so."""
        return self.tags is None or fold(tag) in self.tags or fold(tag) in CARE_TAGS

    @staticmethod
    def _beginning(folded: Mapping[str, str], wanted: str) -> Iterator[str]:
        return (name for name, plain in folded.items() if wanted and plain.startswith(wanted))


NOTHING_ELSE = Surroundings()
"""Students and nothing beside them."""
