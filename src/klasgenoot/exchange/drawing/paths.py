"""Smooth outlines and brush strokes, as points: the geometry of the drawn portraits.

All points are in sheet units, y runs down. A path bends smoothly through its points; a point given
twice in a row is a corner.
"""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise
from math import hypot, sqrt
from typing import Final, TypeAlias

Point: TypeAlias = tuple[float, float]
Path: TypeAlias = Sequence[Point]

STEPS_PER_UNIT: Final = 1.3
MOST_STEPS: Final = 10
"""How finely a curve is cut into straight pieces: below what the eye can tell at 720 px."""


def points(text: str) -> list[Point]:
    """A path from text: "x y, x y, ..."; a point followed by "!" is a corner."""
    out: list[Point] = []
    for part in text.split(","):
        x, y = part.rstrip("!").split()
        out += [(float(x), float(y))] * (2 if part.endswith("!") else 1)
    return out


def mirrored(path: Path, *, about: float = 50.0) -> list[Point]:
    """The path seen in a mirror that stands at x = `about`, in reverse order."""
    return [(2 * about - x, y) for x, y in reversed(path)]


def both_sides(right: Path, *, about: float = 50.0) -> list[Point]:
    """A closed outline from its right half, given from top to bottom."""
    return [*right, *mirrored(right, about=about)]


def moved(path: Path, *, by: Point, scale: Point = (1.0, 1.0)) -> list[Point]:
    """The path scaled about the origin, then moved."""
    return [(x * scale[0] + by[0], y * scale[1] + by[1]) for x, y in path]


def curve(path: Path, *, closed: bool) -> list[Point]:
    """Points on the centripetal Catmull-Rom spline through `path` (Catmull and Rom 1974).

    Centripetal spacing (Yuksel et al. 2011) keeps curves free of loops where points lie unevenly.
    """
    count = len(path)
    out: list[Point] = []
    for i in range(count if closed else count - 1):
        p1, p2 = path[i], path[(i + 1) % count]
        if p1 == p2:
            continue
        p0 = path[i - 1] if closed or i else p1
        p3 = path[(i + 2) % count] if closed or i + 2 < count else p2
        (x1, y1), (x2, y2) = p1, p2
        (bx, by), (cx, cy) = _handle(p0, p1, p2), _handle(p3, p2, p1)
        steps = min(MOST_STEPS, max(2, int(hypot(x2 - x1, y2 - y1) * STEPS_PER_UNIT)))
        for w0, w1, w2, w3 in _weights(steps):
            out.append(
                (w0 * x1 + w1 * bx + w2 * cx + w3 * x2, w0 * y1 + w1 * by + w2 * cy + w3 * y2)
            )
    if not closed:
        out.append(path[-1])
    return out


@cache
def _weights(steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """Bernstein's weights of a cubic curve's four points at equal steps from 0 up to, not at, 1."""
    at = [i / steps for i in range(steps)]
    return tuple(((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3) for t in at)


def _handle(before: Point, here: Point, after: Point) -> Point:
    """The Bezier handle that leaves `here` towards `after`."""
    d1 = hypot(here[0] - before[0], here[1] - before[1])
    d2 = hypot(after[0] - here[0], after[1] - here[1])
    if d1 == 0:
        return here
    root = sqrt(d1 * d2)
    ahead, back, still = d1, -d2, 2 * d1 + 3 * root + d2
    below = 3 * (d1 + root)
    return (
        (ahead * after[0] + back * before[0] + still * here[0]) / below,
        (ahead * after[1] + back * before[1] + still * here[1]) / below,
    )


def oval(centre: Point, radii: Point) -> list[Point]:
    """Eight points that the spline rounds to an ellipse."""
    (x, y), (rx, ry) = centre, radii
    k = 0.7071
    return [
        (x, y - ry),
        (x + k * rx, y - k * ry),
        (x + rx, y),
        (x + k * rx, y + k * ry),
        (x, y + ry),
        (x - k * rx, y + k * ry),
        (x - rx, y),
        (x - k * rx, y - k * ry),
    ]


def ribbon(path: Path, width: float, *, ends: Point, closed: bool) -> list[Point]:
    """A brush stroke along `path`: `width` at its middle, `ends` times that at its two ends."""
    line = curve(path, closed=closed)
    if closed:
        line = [*line, line[0]]
    reach = _reach(line)
    full = reach[-1] or 1.0
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(line):
        (ax, ay), (bx, by) = line[max(0, i - 1)], line[min(len(line) - 1, i + 1)]
        length = hypot(bx - ax, by - ay) or 1.0
        at = reach[i] / full
        swell = 1 - (2 * at - 1) ** 2
        end = ends[0] if at < 0.5 else ends[1]  # noqa: PLR2004 - the middle of the stroke
        half = width / 2 * (end + (1 - end) * swell) if not closed else width / 2
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return [*left, *reversed(right)]


def scalloped(outline: Path, count: int, swell: float) -> list[Point]:
    """The closed outline with `count` round bumps that stand out `swell` units."""
    line = curve(outline, closed=True)
    line = [*line, line[0]]
    reach = _reach(line)
    out: list[Point] = []
    at = 0
    for i in range(2 * count):
        goal = reach[-1] * i / (2 * count)
        while reach[at + 1] < goal:
            at += 1
        (ax, ay), (bx, by) = line[at], line[at + 1]
        length = hypot(bx - ax, by - ay) or 1.0
        share = (goal - reach[at]) / length
        x, y = ax + (bx - ax) * share, ay + (by - ay) * share
        if i % 2:
            out.append((x + (by - ay) / length * swell, y - (bx - ax) / length * swell))
        else:
            out += [(x, y), (x, y)]
    return out


def _reach(line: Path) -> list[float]:
    """How far along the line each of its points lies."""
    steps = (hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(line))
    return list(accumulate(steps, initial=0.0))
