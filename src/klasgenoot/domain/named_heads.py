"""Whose heads are on the pictures? Frames with names, and what is done to them; each as a value."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from klasgenoot.domain.heads import Head, head_at, next_head
from klasgenoot.domain.people import Student, StudentId


@dataclass(frozen=True, slots=True)
class NamedHead:
    """A frame, and who it is; None while nobody said."""

    head: Head
    who: Student | None = None

    @property
    def gets_photo(self) -> bool:
        """Whether somebody gets their photo from this frame; one they have stays."""
        return self.who is not None and self.who.photo is None


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames on some pictures, one of which is shown.

    Attributes:
        pictures: the frames on each.
        place: which picture is shown.
        current: which of its frames the keys are for; None without one.
    """

    pictures: tuple[tuple[NamedHead, ...], ...] = ()
    place: int = 0
    current: int | None = None

    @property
    def shown(self) -> tuple[NamedHead, ...]:
        """Those on the picture that is shown."""
        return self.pictures[self.place] if self.pictures else ()

    @property
    def people(self) -> tuple[Student, ...]:
        """Who has a frame, picture after picture."""
        return tuple(each.who for each in self._all() if each.who is not None)

    @property
    def receivers(self) -> tuple[Student, ...]:
        """Who gets their photo from here, picture after picture."""
        return tuple(each.who for each in self._all() if each.who is not None and each.gets_photo)

    @property
    def nameless(self) -> int:
        """How many frames have no name."""
        return sum(each.who is None for each in self._all())

    def on(self, place: int) -> "Frames":
        """Another of the pictures is shown."""
        if not 0 <= place < len(self.pictures):
            return self
        return replace(self, place=place, current=0 if self.pictures[place] else None)

    def chosen(self, place: int) -> "Frames":
        """The keys are for another frame."""
        return replace(self, current=place) if 0 <= place < len(self.shown) else self

    def at(self, across: float, down: float, *, aspect: float) -> int | None:
        """Which frame lies at a place on the picture."""
        return head_at(tuple(each.head for each in self.shown), across, down, aspect=aspect)

    def with_one_at(self, across: float, down: float, *, aspect: float) -> "Frames":
        """One more frame, as large as the last."""
        return self._with(Head(across, down, self._last_height(aspect)).within(aspect))

    def with_next(self, *, aspect: float) -> "Frames":
        """One more frame, beside the one the keys are for, or else the last."""
        shown = self.shown
        before = shown[-1 if self.current is None else self.current].head if shown else None
        return self._with(next_head(before, aspect=aspect))

    def altered(self, change: Callable[[Head], Head]) -> "Frames":
        """The frame the keys are for stands elsewhere, or is of another size."""
        if self.current is None:
            return self
        known = self.shown[self.current]
        return self._put(self.current, replace(known, head=change(known.head)))

    def without_current(self) -> "Frames":
        """The frame the keys are for is gone."""
        if self.current is None:
            return self
        left = (*self.shown[: self.current], *self.shown[self.current + 1 :])
        current = min(self.current, len(left) - 1) if left else None
        return replace(self._showing(left), current=current)

    def named(self, who: Student) -> "Frames":
        """The frame has a name, and the keys are for the next one that has none."""
        if self.current is None:
            return self
        named = self._put(self.current, replace(self.shown[self.current], who=who))
        places = [*range(self.current, len(self.shown)), *range(self.current)]
        following = (place for place in places if named.shown[place].who is None)
        return replace(named, current=next(following, self.current))

    def renewed(self, here: Mapping[StudentId, Student]) -> "Frames":
        """People as they are by now; names of others are gone.

        Who is still to be added is not known by a number yet.
        """
        return replace(
            self,
            pictures=tuple(
                tuple(
                    each
                    if each.who is None or not each.who.id
                    else replace(each, who=here.get(each.who.id))
                    for each in heads
                )
                for heads in self.pictures
            ),
        )

    def _all(self) -> Iterator[NamedHead]:
        return (each for heads in self.pictures for each in heads)

    def _last_height(self, aspect: float) -> float:
        known = self.shown or tuple(self._all())
        at = self.current if self.current is not None and self.shown else -1
        return known[at].head.height if known else next_head(None, aspect=aspect).height

    def _with(self, head: Head) -> "Frames":
        more = (*self.shown, NamedHead(head))
        return replace(self._showing(more), current=len(more) - 1)

    def _put(self, place: int, head: NamedHead) -> "Frames":
        heads = list(self.shown)
        heads[place] = head
        return self._showing(tuple(heads))

    def _showing(self, heads: tuple[NamedHead, ...]) -> "Frames":
        pictures = list(self.pictures)
        pictures[self.place] = heads
        return replace(self, pictures=tuple(pictures))
