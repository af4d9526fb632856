"""How many names do I know without help? The whole class once, closed book, on the clock."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from klasgenoot.domain.lots import lot
from klasgenoot.domain.people import PhotoId, StudentId
from klasgenoot.domain.verdict import Verdict

ELSEWHERE_PERCENT = 53
"""Names of their students that instructors knew (Cooper et al. 2017, CBE Life Sciences Education
16(1) ar8: one course of 185 students)."""

THOUGHT_PERCENT = 78
"""Students in the same course who thought that their name was known."""

KNOWN = frozenset({Verdict.RIGHT, Verdict.SPELLING})


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepAnswer:
    """One face of a sweep, and what came of it.

    Attributes:
        student_id: whose face.
        verdict: what the typed name came to. A doubt is no name known: nobody is asked to judge in
            the middle of a sweep.
        said: the classmate whose name came instead.
        photo: which photo was shown.
        seconds: from the face to the answer.
    """

    student_id: StudentId
    verdict: Verdict
    said: StudentId | None = None
    photo: PhotoId | None = None
    seconds: float = 0.0

    @property
    def known(self) -> bool:
        """Whether the name came, however spelled."""
        return self.verdict in KNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """A sweep through a class. Nothing is told before the end, and nobody comes twice.

    Attributes:
        queue: the faces to come, the first on screen.
        answers: what was answered, oldest first.
    """

    queue: tuple[StudentId, ...]
    answers: tuple[SweepAnswer, ...] = ()

    @property
    def current(self) -> StudentId | None:
        """Whose face is on screen; None at the end."""
        return self.queue[0] if self.queue else None

    @property
    def known(self) -> int:
        """How many names came so far."""
        return sum(answer.known for answer in self.answers)

    @property
    def total(self) -> int:
        """All faces of the sweep."""
        return len(self.queue) + len(self.answers)

    def answered(
        self,
        verdict: Verdict,
        *,
        said: StudentId | None = None,
        photo: PhotoId | None = None,
        seconds: float = 0.0,
    ) -> "Sweep":
        """The sweep after the face on screen.

        Raises:
            ValueError: there is no face on screen.
        """
        if self.current is None:
            raise ValueError("the sweep is over")
        answer = SweepAnswer(
            student_id=self.current, verdict=verdict, said=said, photo=photo, seconds=seconds
        )
        return replace(self, queue=self.queue[1:], answers=(*self.answers, answer))

    def without(self, student_id: StudentId) -> "Sweep":
        """The sweep without a student whose photo is broken."""
        return Sweep(
            queue=tuple(who for who in self.queue if who != student_id),
            answers=tuple(each for each in self.answers if each.student_id != student_id),
        )

    def with_those_left(self, photos: Mapping[StudentId, Collection[PhotoId]]) -> "Sweep":
        """The sweep without who and what went meanwhile.

        Who is gone counts for nothing, and neither was their name said. Whose photos are gone is
        not asked any more; what was answered before that stands, without the photo.

        Args:
            photos: the photos of everybody who is there, also of who has none.
        """
        return Sweep(
            queue=tuple(who for who in self.queue if photos.get(who)),
            answers=tuple(
                replace(
                    each,
                    said=each.said if each.said in photos else None,
                    photo=each.photo if each.photo in photos[each.student_id] else None,
                )
                for each in self.answers
                if each.student_id in photos
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepResult:
    """A whole sweep as it is kept: when, how many names of how many, in how many seconds."""

    taken_on: date
    known: int
    asked: int
    seconds: float

    @property
    def percent(self) -> int:
        """Names known out of a hundred, rounded down."""
        return 100 * self.known // self.asked if self.asked else 0


def sweep_of(students: Sequence[StudentId], *, seed: int) -> Sweep:
    """A sweep through everybody once, in an order drawn by lot."""
    return Sweep(queue=tuple(sorted(dict.fromkeys(students), key=lambda who: lot(seed, who))))
