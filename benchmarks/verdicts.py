"""How long is the verdict on a typed name, the hardest of them too?

The class is made to be hard: double given and family names, infixes and other spellings in some
thirty ways to write each name, out of few sounds, so that all are near each other. The yardstick
looks at each of those ways once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from statistics import median

from figures import Figure, timed

from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.verdict import judge_among, names_of

SIZES = (30, 120, 500, 2000)
MOST = 500
"""The size for which something is promised."""
ANSWERS = 100

_BEGIN = ("b", "br", "d", "dr", "f", "g", "h", "j", "k", "kl", "l", "m", "n", "p", "r", "s", "st")
_BEGINS = (*_BEGIN, "t", "th", "v", "w", "z")
_VOWELS = ("a", "e", "i", "o", "u", "aa", "ee", "ij", "ie", "oe")
_ENDS = ("n", "s", "k", "r", "l", "m", "t", "ck", "ph", "d")
_INFIXES = ("", "van der", "van den", "de", "el")


def measure() -> Iterator[Figure]:
    """Right names and slips of each kind, and names that nobody has."""
    for size in SIZES:
        yield from _figures(size)


def _figures(size: int) -> Iterator[Figure]:
    chance = Random(size)
    everyone = _class(size, chance)
    names = names_of(everyone)
    spellings = [written for those in names.values() for written in those.written]
    judge_among("qx qx", target=everyone[0].id, names=names)  # looks up, and so makes the index
    kinds: dict[str, Callable[[Student], str]] = {
        "a name typed right": lambda student: student.name,
        "a slip in a name": lambda student: _slip(student.name, chance),
        "two slips in a full name": lambda student: _slip(_slip(student.full_name, chance), chance),
        "a name that nobody has": lambda _: chance.choice(("fatima", "joris jan", "saar", "mo")),
    }
    times = defaultdict(list)
    for _ in range(ANSWERS):
        student = chance.choice(everyone)
        times["bare"].append(timed(partial(list, map(len, spellings))))
        for kind, write in kinds.items():
            answer = partial(judge_among, write(student), target=student.id, names=names)
            times[kind].append(timed(answer))
    is_promised = size == MOST
    for kind in kinds:
        yield Figure(
            what=kind,
            size=f"{size} students",
            ours=median(times[kind]),
            yardstick=median(times["bare"]),
            beside="a look at each written name",
            budget="≤ 10 ms" if is_promised else "",
        )
        if is_promised:
            slowest = sorted(times[kind])[-2]
            yield Figure(what=f"{kind}: 1 in 100", size=f"{size} students", ours=slowest)


def _class(size: int, chance: Random) -> list[Student]:
    given: dict[str, None] = {}
    while len(given) < size:
        given[_double(chance, often=0.3)] = None
    return [
        Student(
            id=StudentId(number),
            given_name=name,
            infix=chance.choice(_INFIXES),
            family_name=_double(chance, often=0.5),
            aliases=(_word(chance),) if chance.random() < 0.2 else (),
        )
        for number, name in enumerate(given, 1)
    ]


def _double(chance: Random, *, often: float) -> str:
    return "-".join(_word(chance) for _ in range(1 + (chance.random() < often)))


def _word(chance: Random) -> str:
    syllables = (
        chance.choice(_BEGINS) + chance.choice(_VOWELS) for _ in range(chance.randint(1, 2))
    )
    return ("".join(syllables) + chance.choice(_ENDS)).capitalize()


def _slip(name: str, chance: Random) -> str:
    """A name with a letter left out, doubled, swapped or replaced."""
    place = chance.randrange(1, len(name))
    before, letter, after = name[:place], name[place], name[place + 1 :]
    return chance.choice(
        (
            before + after,
            before + 2 * letter + after,
            before + after[:1] + letter + after[1:],
            before + chance.choice("aeiou") + after,
        )
    )
