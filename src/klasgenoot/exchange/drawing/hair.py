"""Hair as layers of locks: what every hairdo is made of.

Hairdos are written down for one standard head (temples 18.6, cheeks 19.6 from the middle, crown
at 25, chin at 83) and fitted to each head by `fitted`. Paths are points or their text (`points`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from klasgenoot.domain.faces import HairColour
from klasgenoot.exchange.drawing.colours import GOLD, HAIRS, Skin
from klasgenoot.exchange.drawing.head import Head
from klasgenoot.exchange.drawing.paths import Path, Point, mirrored, points
from klasgenoot.exchange.drawing.pen import Mask, Pen, mixed

STANDARD_TEMPLE: Final = 18.6
STANDARD_CHEEK: Final = 19.6


class Tone(Enum):
    """How the light falls on a lock. HAZE is hair so short that the skin shows through."""

    PLAIN = auto()
    DEEP = auto()
    LINE = auto()
    SHINE = auto()
    HAZE = auto()
    CUFF = auto()


@dataclass(frozen=True, slots=True)
class Lock:
    """One shape of hair: an area, or a stroke where `width` is more than nothing."""

    path: tuple[Point, ...]
    tone: Tone = Tone.PLAIN
    width: float = 0.0
    ends: Point = (0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hairdo:
    """Hair in the order it is drawn: behind the neck, over the shoulders, before the face.

    `hairline` encloses the part of the head that is covered: it throws a shadow on the rest.
    `ears` tells whether they show.
    """

    behind: Sequence[Lock] = ()
    over: Sequence[Lock] = ()
    before: Sequence[Lock] = ()
    hairline: Path = ()
    ears: bool = True


def area(path: Path | str, tone: Tone = Tone.PLAIN) -> Lock:
    """A filled shape of hair."""
    return Lock(_points(path), tone)


def strand(path: Path | str, tone: Tone, width: float, *, ends: Point = (0.0, 0.0)) -> Lock:
    """A line of hair that is `width` in its middle and `ends` times that at its ends."""
    return Lock(_points(path), tone, width, ends)


def between(one: Path | str, other: Path | str, count: int) -> list[list[Point]]:
    """Paths spread evenly from one guide line to another, both included."""
    pairs = list(zip(_points(one), _points(other), strict=True))
    shares = [i / max(1, count - 1) for i in range(count)]
    return [[(a + (c - a) * t, b + (d - b) * t) for (a, b), (c, d) in pairs] for t in shares]


def strands(
    one: Path | str, other: Path | str, count: int, tone: Tone = Tone.LINE, *, width: float = 0.8
) -> list[Lock]:
    """Lines of hair from one guide line to another, not all equally thick."""
    paths = between(one, other, count)
    return [strand(p, tone, width * (1.0, 0.55, 0.8)[i % 3]) for i, p in enumerate(paths)]


def both(locks: Iterable[Lock]) -> list[Lock]:
    """Locks of the right side, and the same on the left."""
    right = list(locks)
    return [*right, *(replace(lock, path=tuple(mirrored(lock.path)[::-1])) for lock in right)]


def covered(inner: Path, left: Path | None = None) -> tuple[Point, ...]:
    """What lies under hair whose inner edge runs on the right from low to high."""
    mirror = mirrored(inner) if left is None else left
    return (*mirror, (16.0, 62.0), (20.0, 20.0), (50.0, 12.0), (80.0, 20.0), (84.0, 62.0), *inner)


def _points(path: Path | str) -> tuple[Point, ...]:
    return tuple(points(path) if isinstance(path, str) else path)


def fitted(hairdo: Hairdo, head: Head) -> Hairdo:
    """The hairdo made wider or narrower with the head it sits on."""
    above, below = head.temple / STANDARD_TEMPLE, head.cheek / STANDARD_CHEEK

    def fit(path: Path) -> tuple[Point, ...]:
        out = []
        for x, y in path:
            share = min(1.0, max(0.0, (y - 44) / 12))
            out.append((50 + (x - 50) * (above + (below - above) * share), y))
        return tuple(out)

    def fit_all(locks: Iterable[Lock]) -> tuple[Lock, ...]:
        return tuple(replace(lock, path=fit(lock.path)) for lock in locks)

    return Hairdo(
        behind=fit_all(hairdo.behind),
        over=fit_all(hairdo.over),
        before=fit_all(hairdo.before),
        hairline=fit(hairdo.hairline),
        ears=hairdo.ears,
    )


def draw_locks(
    pen: Pen, locks: Iterable[Lock], colour: HairColour, skin: Skin, inside: Mask | None = None
) -> None:
    """Draws locks in their order; a HAZE only shows `inside` the head."""
    plain, deep, shine = HAIRS[colour]
    tones = {
        Tone.PLAIN: plain,
        Tone.DEEP: deep,
        Tone.LINE: mixed(plain, deep, 0.6),
        Tone.SHINE: shine,
        Tone.HAZE: mixed(mixed(plain, deep, 0.5), skin.shade, 0.35),
        Tone.CUFF: GOLD,
    }
    for lock in locks:
        if lock.width:
            pen.stroke(lock.path, tones[lock.tone], lock.width, ends=lock.ends)
        elif lock.tone is Tone.HAZE and inside:
            pen.shade(lock.path, tones[lock.tone], within=inside, strength=0.85, blur=0.7)
        else:
            pen.paint(lock.path, tones[lock.tone])
