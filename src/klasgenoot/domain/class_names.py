"""Who of a class may be meant? Every way to write every name, looked up and not tried in turn."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from math import floor
from operator import itemgetter

from klasgenoot.domain.accepted_names import AcceptedNames
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.spelling import PAIRS_PER_EDIT, sound_pairs, sounds

_BEHIND_ALL = "\U0010ffff"
_folded = itemgetter(0)


class ClassNames(dict[StudentId, AcceptedNames]):
    """The names of each student, and the way back: whose a written name is, or is near.

    What looks them up is made when it is first wanted; nobody is added after that.
    """

    def __init__(self, everyone: Iterable[AcceptedNames]) -> None:
        super().__init__((names.student_id, names) for names in everyone)

    def in_order(self, some: Iterable[AcceptedNames]) -> list[AcceptedNames]:
        """Those of the class, each once, as they stand in it."""
        ids = {names.student_id for names in some}
        return [self[who] for who in sorted(ids, key=self._places.__getitem__)]

    def written(self, folded: str) -> Iterable[AcceptedNames]:
        """Whose name can be written so."""
        return self._writers.get(folded, ())

    def called(self, name: str) -> Iterable[AcceptedNames]:
        """Who is called so."""
        return (names for names in self.written(name) if name in names.calls)

    def surnamed(self, letters: str) -> Iterable[AcceptedNames]:
        """Whose surname begins with these letters; an infix alone tells nothing."""
        begin = bisect_left(self._surnames, letters, key=_folded)
        end = bisect_left(self._surnames, letters + _BEHIND_ALL, key=_folded)
        found = self._surnames[begin:end]
        return (self[who] for who in {who for _, who, infix in found if len(letters) > infix})

    def maybe_near(self, folded: str, *, limit: float) -> Iterator[str]:
        """Every written name that is within the limit of this one, and some that are not.

        An ordinary edit brings or takes one sound at most and `PAIRS_PER_EDIT` pairs of them: who
        has more of those than this one, or lacks more, is further away. A number stands for a set
        of names, with a bit for each, so that all are looked through at once.
        """
        edits, having, everyone = floor(limit), self._having, (1 << len(self._writers)) - 1
        own, pairs = sounds(folded), sound_pairs(folded)
        lacking = (everyone ^ having.get(sound, 0) for sound in own)
        others = (those for sound, those in having.items() if len(sound) == 1 and sound not in own)
        apart = (everyone ^ having.get(pair, 0) for pair in pairs)
        far = (
            _in_more_than(edits, lacking)
            | _in_more_than(edits, others)
            | _in_more_than(edits * PAIRS_PER_EDIT, apart)
        )
        return (self._spellings[place] for place in _members(everyone ^ far))

    @cached_property
    def _places(self) -> dict[StudentId, int]:
        return {who: place for place, who in enumerate(self)}

    @cached_property
    def _writers(self) -> dict[str, list[AcceptedNames]]:
        """Whose name each written name is."""
        found: defaultdict[str, list[AcceptedNames]] = defaultdict(list)
        for names in self.values():
            for folded in names.written:
                found[folded].append(names)
        return dict(found)

    @cached_property
    def _spellings(self) -> list[str]:
        """Every written name, in order of letters."""
        return sorted(self._writers)

    @cached_property
    def _surnames(self) -> list[tuple[str, StudentId, int]]:
        """Every surname with whose it is and how long its infix is, in order of letters."""
        return sorted(
            (folded, who, infix) for who, names in self.items() for folded, infix in names.surnames
        )

    @cached_property
    def _having(self) -> dict[str, int]:
        """Which written names have a sound, or a pair of them."""
        nobody = b"0" * len(self._writers)
        found: defaultdict[str, bytearray] = defaultdict(lambda: bytearray(nobody))
        for place, folded in enumerate(self._spellings, 1):
            for some in (*sounds(folded), *sound_pairs(folded)):
                found[some][-place] = ord("1")
        return {some: int(marks, 2) for some, marks in found.items()}


def _in_more_than(count: int, sets: Iterable[int]) -> int:
    """What is in more than so many of these sets."""
    more_than = [0] * (count + 1)
    for some in sets:
        for least in range(count, 0, -1):
            more_than[least] |= more_than[least - 1] & some
        more_than[0] |= some
    return more_than[count]


def _members(some: int) -> Iterator[int]:
    """The places of a set."""
    marks = f"{some:b}"[::-1]
    place = marks.find("1")
    while place >= 0:
        yield place
        place = marks.find("1", place + 1)
