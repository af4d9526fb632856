"""Tied hair: buns, a ponytail, a plait."""

from klasgenoot.exchange.drawing.hair import (
    Hairdo,
    Lock,
    Tone,
    area,
    both,
    covered,
    strand,
    strands,
)
from klasgenoot.exchange.drawing.hair_short import HAIRLINE
from klasgenoot.exchange.drawing.paths import Path, mirrored, moved, oval, points


def _pulled_back() -> tuple[Path, list[Lock]]:
    """Hair drawn back from the whole forehead: its outline, and the cap with its lines."""
    outline = points(
        "31.6 58, 30 51, 30 43, 31.7 35.2, 35.6 28.1, 42.2 23.4, 50 21.8, 57.8 23.4, 64.4 28.1, "
        "68.3 35.2, 70 43, 70 51, 68.4 58"
    )
    outline += HAIRLINE
    roots = points(
        "32.6 45.6, 34 41.4, 37 38.4, 41 36.7, 45.4 36.2, 50.4 36.1, 55 36.3, 59.4 36.9, "
        "63 38.4, 66 41.4, 67.4 45.6"
    )
    lines = []
    for i, (x, y) in enumerate(roots):
        away = x - 50
        path = [(x, y - 0.4), (50 + away * 0.9, y - 6.4), (50 + away * 0.42, 25.0)]
        lines.append(strand(path, Tone.LINE, (1.0, 0.6, 0.8)[i % 3], ends=(0.1, 0)))
    gloss = [
        strand("35.6 37.6, 37.4 32, 43.4 26.6", Tone.SHINE, 1.5),
        strand("42.6 34.6, 43.4 30.6, 46.6 26.4", Tone.SHINE, 1.1),
    ]
    return outline, [area(outline), *lines, *gloss]


def man_bun() -> Hairdo:
    """Pulled back from the forehead into a small knot."""
    knot = [
        area("43.2 17.6, 45.6 12.3, 51.4 10.8, 57.2 13.2, 58.6 18.4, 55.4 23.6, 47 23.8"),
        strand("45.6 15.6, 50.8 12.6, 56 15.6", Tone.SHINE, 1.0),
        strand("44.8 19.4, 51 16.8, 57.4 19.6", Tone.DEEP, 0.8),
        strand("46.4 22.4, 51 20.6, 55.6 22.4", Tone.DEEP, 1.3, ends=(0.2, 0.2)),
    ]
    outline, cap = _pulled_back()
    return Hairdo(behind=knot, before=cap, hairline=outline)


def top_bun() -> Hairdo:
    """A big knot on the crown and two loose wisps."""
    knot = [
        area(
            "39.6 18.6, 41.2 13, 47.2 9.4, 54.6 9.8, 60 13.6, 60.8 19, 57 23.8, 50 25.4, 43.2 23.8"
        ),
        strand("42.6 17.6, 46.4 12.8, 53 12.2, 57 15.8", Tone.SHINE, 1.5),
        strand("42.4 20.4, 49 16.2, 56.4 17.8", Tone.DEEP, 0.8),
        strand("47.4 22.4, 54 20.6, 58.6 15.4", Tone.DEEP, 0.8),
        strand("43.6 23.8, 50 22.2, 56.8 23.8", Tone.DEEP, 1.4, ends=(0.1, 0.1)),
    ]
    wisp = strand("66.8 40, 69.6 52, 68.4 62, 70 68", Tone.PLAIN, 1.4, ends=(0.9, 0))
    outline, cap = _pulled_back()
    return Hairdo(behind=knot, before=[*cap, *both([wisp])], hairline=outline)


def ponytail() -> Hairdo:
    """Pulled up high; the tail swings out on one side."""
    tail = [
        area(
            "54 20, 61 13.6, 70 14.4, 77 22, 80.6 34, 81.4 48, 79 62, 80.8 74, 76 86!, 74 74, "
            "69.6 66, 71 52, 71.4 38, 67 29, 58 25"
        ),
        *strands("60 18, 72 22, 78.4 44, 77.6 78", "60 21.6, 69 28, 72.6 46, 74.6 74", 4),
        strand("64 17.6, 73 23, 77.6 40", Tone.SHINE, 1.6),
        strand("55.6 23.6, 58.6 20.8, 60.6 17", Tone.DEEP, 2.2, ends=(0.6, 0.6)),
    ]
    wisp = strand("33.2 40, 30.8 51, 31.8 60", Tone.PLAIN, 1.2, ends=(0.9, 0))
    outline, cap = _pulled_back()
    return Hairdo(behind=tail, before=[*cap, wisp], hairline=outline)


def low_bun() -> Hairdo:
    """Parted in the middle, smooth over the ears, gathered in the neck."""
    half = points(
        "50 21.6, 58.4 20.8, 66 25.2, 70.8 34, 72.4 44, 72.2 54, 71 62, 69.4 66!, 69.6 57, "
        "68.4 49.6, 65 43, 58.6 37.4, 51.4 29.4, 50 26.6"
    )
    knot = [
        area(oval((63.4, 81.6), (8.0, 7.2)), Tone.DEEP),
        area(oval((63.8, 81.0), (6.6, 5.8))),
        strand("59 78, 65 76.4, 69.4 80.4", Tone.DEEP, 0.8),
        strand("60 83.6, 65.6 80.4, 69.6 83.6", Tone.DEEP, 0.8),
        strand("63 77.2, 67 77.2, 69.6 80", Tone.SHINE, 0.8),
    ]
    lines = strands("51.2 24.4, 60 24.6, 69 38, 71.2 58", "51.6 28.4, 58 35, 66.4 43, 70.2 60", 4)
    gloss = [
        strand("45.6 24.6, 38 28, 32.6 37.6", Tone.SHINE, 1.8),
        strand("44.6 28.6, 38 33.6, 33.4 41.6", Tone.SHINE, 1.1),
        strand("58 26, 64 30.4, 67.6 37.6", Tone.SHINE, 1.1),
    ]
    return Hairdo(
        behind=knot,
        before=[area(half), area(mirrored(half)), *both(lines), *gloss],
        hairline=covered(half[9:]),
    )


def plait() -> Hairdo:
    """Parted in the middle; one thick plait over the shoulder."""
    lobe = points("0.03 5.6, -0.15 3, 0.5 -1.2, 1 1.6, 0.8 4.6")
    groove, gloss = points("0.86 3.6, 0.4 5.2, -0.06 6"), points("0.8 1.4, 0.4 1.8, 0 3.4")
    lobes: list[Lock] = []
    for i in range(8):
        wide = 6.4 - 0.36 * i
        x, y = 27.4 + 0.9 * i - 0.05 * i * i, 70.0 + 5.2 * i
        for at, scale in (((x, y), (-wide, 1)), ((x, y + 2.6), (wide, 1))):
            lobes.append(area(moved(lobe, by=at, scale=scale)))
            lobes.append(strand(moved(groove, by=at, scale=scale), Tone.DEEP, 0.8, ends=(0.2, 0.3)))
        lobes.append(strand(moved(gloss, by=(x, y), scale=(-wide, 1)), Tone.SHINE, 0.8))
    loose = low_bun()
    return Hairdo(
        behind=[area("30 56, 24 62, 21.6 72, 24 80, 33 80, 38 70", Tone.DEEP)],
        over=lobes,
        before=loose.before,
        hairline=loose.hairline,
    )
