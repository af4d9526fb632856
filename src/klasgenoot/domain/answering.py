"""What does one answer say? How it was given, whether the name was recalled, what that earns."""

from dataclasses import dataclass
from enum import StrEnum

from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import PhotoId, StudentId
from klasgenoot.domain.verdict import Verdict

_OPEN = (Verdict.DOUBT, Verdict.WHICH)
_RECALLED = (Verdict.RIGHT, Verdict.SPELLING)


class Mode(StrEnum):
    """How the answer is given."""

    TYPED = "typed"
    SELF_GRADED = "self_graded"
    CHOOSE_NAME = "choose_name"
    """A face, and a few names to choose from."""
    FIND_FACE = "find_face"
    """A name, and a few faces to choose from."""
    LISTEN = "listen"
    """A name to be heard or read as it sounds, and a few faces to choose from."""
    NAME_SEAT = "name_seat"
    """A room with one seat lit; the name of who sits there is typed."""
    FIND_SEAT = "find_seat"
    """A name, and the seats of the room to choose from."""
    LOOK_ALIKES = "look_alikes"
    """A face, and the names of two who are taken for each other; see `domain/look_alikes.py`."""
    SWEEP = "sweep"
    """Typed in a sweep through the class, which is no practice."""

    @property
    def direction(self) -> Direction:
        """What is learned by answering in this way."""
        if self is Mode.NAME_SEAT:
            return Direction.SEAT_TO_NAME
        if self is Mode.FIND_SEAT:
            return Direction.NAME_TO_SEAT
        return Direction.NAME_TO_FACE if self.finds_face else Direction.FACE_TO_NAME

    @property
    def is_typed(self) -> bool:
        """Whether the answer is a name that is typed in practice."""
        return self in {Mode.TYPED, Mode.NAME_SEAT}

    @property
    def has_few(self) -> bool:
        """Whether the answer is one of a few on screen."""
        return self in {Mode.CHOOSE_NAME, Mode.LOOK_ALIKES} or self.finds_face

    @property
    def is_chosen(self) -> bool:
        """Whether the answer is pointed at, so that there is no doubt what was meant."""
        return self.has_few or self is Mode.FIND_SEAT

    @property
    def finds_face(self) -> bool:
        """Whether the answer is a face."""
        return self in {Mode.FIND_FACE, Mode.LISTEN}


WAYS = (
    Mode.TYPED,
    Mode.SELF_GRADED,
    Mode.CHOOSE_NAME,
    Mode.FIND_FACE,
    Mode.LISTEN,
    Mode.NAME_SEAT,
    Mode.FIND_SEAT,
)
"""The ways to practise, the first as a rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one question ended.

    A doubt ("is this a slip?") and a choice ("which Emma?") are questions back to the teacher: they
    are settled first, and the outcome carries what the teacher decided.

    Attributes:
        verdict: What became of it; RIGHT or WRONG when self-graded.
        grade: The teacher's own grade; only, and always, when self-graded.
        said: The classmate whose name was given instead.
        hinted: A hint was shown first.
        guessed: The teacher says it was a guess.
        seconds: From the question to the answer.
        photo: The photo that was shown; None where a name was.
    """

    verdict: Verdict
    mode: Mode = Mode.TYPED
    grade: Rating | None = None
    said: StudentId | None = None
    hinted: bool = False
    guessed: bool = False
    seconds: float = 0.0
    photo: PhotoId | None = None

    def __post_init__(self) -> None:
        if self.verdict in _OPEN:
            raise ValueError(f"not settled yet: {self.verdict}")
        if (self.grade is not None) != (self.mode is Mode.SELF_GRADED):
            raise ValueError("an answer has a grade when self-graded, and only then")
        if self.grade is not None and (self.grade > Rating.AGAIN) != self.recalled:
            raise ValueError(f"grade {self.grade} does not go with {self.verdict}")

    @property
    def recalled(self) -> bool:
        """Whether the name was found, however spelled."""
        return self.verdict in _RECALLED

    @property
    def sure(self) -> bool:
        """Whether the name was found without a hint or a guess."""
        return self.recalled and not (self.hinted or self.guessed)


def self_graded(
    grade: Rating, *, hinted: bool = False, seconds: float = 0.0, photo: PhotoId | None = None
) -> Outcome:
    """The outcome when the teacher looks at the answer and grades their own recall."""
    return Outcome(
        verdict=Verdict.RIGHT if grade > Rating.AGAIN else Verdict.WRONG,
        mode=Mode.SELF_GRADED,
        grade=grade,
        hinted=hinted,
        seconds=seconds,
        photo=photo,
    )


def rating_for(outcome: Outcome, *, is_new: bool, is_repeat: bool) -> Rating | None:
    """What an answer tells the memory; None when it tells nothing.

    A new face is rated once, when it is first recalled, and then HARD: it was shown minutes ago.
    Until then a miss is part of learning. A face with a memory is rated on its first answer of the
    session; when it is asked again after a miss, the right name has just been shown. A name picked
    out of a few was recognised and not recalled: HARD at best.

    Args:
        outcome: How the question ended.
        is_new: The face had no memory yet.
        is_repeat: The face is asked again after a miss in this session.
    """
    if is_new:
        return Rating.HARD if outcome.recalled else None
    if is_repeat:
        return None
    if not outcome.recalled:
        return Rating.AGAIN
    rating = outcome.grade or Rating.GOOD
    recognised = outcome.mode is Mode.CHOOSE_NAME
    effortless = outcome.sure and outcome.verdict is Verdict.RIGHT and not recognised
    return rating if effortless else min(rating, Rating.HARD)
