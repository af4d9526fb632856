"""Which ways to write a student's name are right? Call name, full name in any order, nicknames."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from klasgenoot.domain.names import fold, split_family, surname
from klasgenoot.domain.people import Student, StudentId

OTHER_LENGTHS = {
    "v": ("van",),
    "van": ("v",),
    "vd": ("van de", "van den", "van der"),
    "vande": ("vd",),
    "vanden": ("vd",),
    "vander": ("vd",),
    "vt": ("van 't", "van het"),
    "vant": ("vt", "van het"),
    "vanhet": ("vt", "van 't"),
}
"""Infixes, folded, that people shorten or write in full, and how they do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedNames:
    """Every way to write one student's name, folded.

    Attributes:
        student_id: Whose name it is.
        primary: What you say aloud.
        full: The full name in reading order.
        calls: The names the student is called by, each with the text to show for it.
        written: Every way to write the name, `calls` among them, each with the text to show for it.
        surnames: Every way to write the surname, with the length of its infix.
    """

    student_id: StudentId
    primary: str
    full: str
    calls: dict[str, str]
    written: dict[str, str]
    surnames: tuple[tuple[str, int], ...]

    def has_surname_from(self, letters: str) -> bool:
        """Whether the surname begins with these folded letters; an infix alone tells nothing."""
        return any(
            surname.startswith(letters) and len(letters) > infix for surname, infix in self.surnames
        )


def accepted_names(student: Student) -> AcceptedNames:
    """All that is right for a student, aliases (nicknames, transliterations) among it.

    Apart from the call name that is each given name, and with or without each of these the surname:
    with its infix, without it, with it behind ("Meulen, van der") or shortened ("vd Meulen"), and
    with two surnames either order or one alone. An initial is no given name.
    """
    given_names = (name for name in student.given_name.split() if len(name.strip(".")) > 1)
    calls = _by_fold((student.name, student.given_name, *given_names, *student.aliases))
    primary = next(iter(calls), "")
    surnames: dict[str, int] = {}
    written = dict(calls)
    for infix, family in surname_spellings(infix=student.infix, family=student.family_name):
        leading = fold(infix)
        folded = leading + fold(family)
        if not folded or folded in surnames:
            continue
        surnames[folded] = len(leading)
        shown = surname(infix=infix, family=family)
        written.setdefault(folded, shown)
        for call, call_shown in calls.items():
            written.setdefault(call + folded, f"{call_shown} {shown}")
            written.setdefault(folded + call, f"{shown} {call_shown}")
    is_called = bool(student.call_name or student.given_name)
    return AcceptedNames(
        student_id=student.id,
        primary=primary,
        full=(primary if is_called else "") + next(iter(surnames), ""),
        calls=calls,
        written=written,
        surnames=tuple(surnames.items()),
    )


def _by_fold(names: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in dict.fromkeys(names):
        if folded := fold(name):
            found.setdefault(folded, name)
    return found


def surname_spellings(*, infix: str, family: str) -> Iterator[tuple[str, str]]:
    """Every way to write a surname, as the infix it begins with and the rest; as listed first."""
    parts = [split_family(part) for part in family.split("-") if part.strip()]
    if infix and parts:
        parts[0] = (infix, parts[0][1])
    orders = [parts] if parts else []
    if len(parts) > 1:
        orders += [parts[::-1], *([part] for part in parts)]
    for (first_infix, first), *others in orders:
        whole = "-".join((first, *(surname(infix=i, family=f) for i, f in others)))
        bare = "-".join((first, *(f for _, f in others)))
        yield first_infix, whole
        yield "", bare
        if first_infix:
            yield "", f"{bare} {first_infix}"
            for other_infix in OTHER_LENGTHS.get(fold(first_infix), ()):
                yield other_infix, whole
