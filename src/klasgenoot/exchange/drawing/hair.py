"""Hair as layers of locks: what every hairdo is made of.

Hairdos are written down for one standard head (temples 18.6, cheeks 19.6 from the middle, crown
at 25, chin at 83) and fitted to each head by `fitted`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto
from math import sin
from typing import Final

from klasgenoot.domain.faces import HairColour
from klasgenoot.exchange.drawing.colours import GOLD, HAIRS, Skin
from klasgenoot.exchange.drawing.head import Head
from klasgenoot.exchange.drawing.paths import Path, Point
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
    ends: Point = (0.3, 0.0)


@dataclass(frozen=True, slots=True)
class Hairdo:
    """Hair in the order it is drawn: behind the neck, over the shoulders, before the face.

    `hairline` encloses the part of the head that is covered: it throws a shadow. `ears` tells whether
    they show.
    """

    behind: tuple[Lock, ...] = ()
    over: tuple[Lock, ...] = ()
    before: tuple[Lock, ...] = ()
    hairline: tuple[Point, ...] = ()
    ears: bool = True


def area(path: Path, tone: Tone = Tone.PLAIN) -> Lock:
    """A filled shape of hair."""
    return Lock(tuple(path), tone)


def strand(path: Path, tone: Tone, width: float = 0.7, *, ends: Point = (0.1, 0.0)) -> Lock:
    """A line of hair."""
    return Lock(tuple(path), tone, width, ends)


def strands(
    one: Path, other: Path, count: int, tone: Tone = Tone.LINE, *, width: float = 0.8
) -> list[Lock]:
    """Lines of hair from one guide line to another, never quite evenly spread nor equally thick."""
    out = []
    for i in range(count):
        t = (i + 0.3 * sin(2.4 * i)) / max(1, count - 1)
        path = [
            (a + (c - a) * t, b + (d - b) * t) for (a, b), (c, d) in zip(one, other, strict=True)
        ]
        out.append(strand(path, tone, width * (1.0, 0.55, 0.8)[i % 3]))
    return out


def fitted(hairdo: Hairdo, head: Head) -> Hairdo:
    """The hairdo made wider or narrower with the head it sits on."""
    above, below = head.temple / STANDARD_TEMPLE, head.cheek / STANDARD_CHEEK

    def fit(path: tuple[Point, ...]) -> tuple[Point, ...]:
        out = []
        for x, y in path:
            share = min(1.0, max(0.0, (y - 44) / 12))
            out.append((50 + (x - 50) * (above + (below - above) * share), y))
        return tuple(out)

    def fit_all(locks: Iterable[Lock]) -> tuple[Lock, ...]:
        return tuple(replace(lock, path=fit(lock.path)) for lock in locks)

    return Hairdo(
        fit_all(hairdo.behind),
        fit_all(hairdo.over),
        fit_all(hairdo.before),
        fit(hairdo.hairline),
        hairdo.ears,
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
