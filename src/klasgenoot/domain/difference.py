"""What does a class list change about the students who are known already?"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from klasgenoot.domain.names import fold
from klasgenoot.domain.people import Student
from klasgenoot.domain.roster import RosterRow, email_keys, number_keys


@dataclass(frozen=True, slots=True)
class Match:
    """A row and the student it is about. `fields` are those of the student that the row changes."""

    student: Student
    row: RosterRow
    fields: tuple[str, ...]

    @property
    def changed_student(self) -> Student:
        """The student as the row has them; what the row leaves open stays."""
        return replace(self.student, **{name: getattr(self.row, name) for name in self.fields})


@dataclass(frozen=True, slots=True)
class Difference:
    """What a list would do to a class. Every row and every student stands in it once."""

    added: tuple[RosterRow, ...]
    changed: tuple[Match, ...]
    same: tuple[Match, ...]
    missing: tuple[Student, ...]


def difference(
    existing: Sequence[Student],
    incoming: Sequence[RosterRow],
    *,
    classes: Sequence[tuple[Sequence[Student], Collection[int]]] | None = None,
) -> Difference:
    """Pairs rows with students on number, then e-mail, then name, and says what changes.

    A strong sign goes before a weak one over the whole list, and nobody is paired twice. If the
    list numbers students as we do, namesakes with different numbers stay two people. A name that
    was mended comes before what the list says there.

    Args:
        existing: who is known.
        incoming: the rows.
        classes: where there are several, who is in each and the places of its rows: a name alone
            says who somebody is within one class only.
    """
    pairs: dict[int, Student] = {}
    _pair(existing, incoming, pairs, keys_of=number_keys)
    numbered_alike = bool(pairs)
    _pair(existing, incoming, pairs, keys_of=email_keys)
    everywhere = range(len(incoming))
    for inside, places in classes if classes is not None else [(existing, everywhere)]:
        _pair(
            inside,
            incoming,
            pairs,
            keys_of=_name_keys,
            numbers_decide=numbered_alike,
            among=places,
        )
        _pair(
            inside,
            incoming,
            pairs,
            keys_of=_listed_name_keys,
            numbers_decide=numbered_alike,
            among=[place for place in places if incoming[place].as_listed],
        )
    matches = [_match(pairs[place], row) for place, row in enumerate(incoming) if place in pairs]
    paired = {student.id for student in pairs.values()}
    return Difference(
        added=tuple(row for place, row in enumerate(incoming) if place not in pairs),
        changed=tuple(match for match in matches if match.fields),
        same=tuple(match for match in matches if not match.fields),
        missing=tuple(student for student in existing if student.id not in paired),
    )


def _pair(
    existing: Sequence[Student],
    incoming: Sequence[RosterRow],
    pairs: dict[int, Student],
    *,
    keys_of: Callable[[RosterRow | Student], tuple[str, ...]],
    numbers_decide: bool = False,
    among: Collection[int] | None = None,
) -> None:
    """Adds to `pairs` (the student for the row at a place) who share a key and are both free."""
    taken = {student.id for student in pairs.values()}
    by_key: dict[str, list[Student]] = {}
    for student in existing:
        for key in keys_of(student):
            by_key.setdefault(key, []).append(student)
    for place in range(len(incoming)) if among is None else among:
        row = incoming[place]
        candidates = (student for key in keys_of(row) for student in by_key.get(key, ()))
        for student in candidates if place not in pairs else ():
            someone_else = numbers_decide and row.student_number and student.student_number
            if student.id not in taken and not someone_else:
                pairs[place] = student
                taken.add(student.id)
                break


def _match(student: Student, row: RosterRow) -> Match:
    fields = [name for name in ("student_number", "email") if getattr(row, name)]
    if row.as_listed:
        fields += ["given_name", "infix", "family_name", "call_name"]  # as the teacher typed them
    else:
        fields += _name_fields(student, row)
    if row.pronouns and not student.pronouns:
        fields.append("pronouns")  # and so does what was said to the teacher
    if row.note and not student.note:
        fields.append("note")
    changed = (name for name in fields if getattr(row, name) != getattr(student, name))
    return Match(student, row, tuple(changed))


def _name_fields(student: Student, row: RosterRow) -> list[str]:
    """The parts of a name that a list has a say in; what it leaves open stays."""
    fields = ["given_name"] if row.given_name else []
    if row.family_name:
        fields += ["infix", "family_name"]
    if row.call_name and not student.call_name:
        fields.append("call_name")  # what the teacher calls someone outranks the list
    return fields


def _name_keys(person: RosterRow | Student) -> tuple[str, ...]:
    rest = (person.infix, person.family_name)
    names = tuple(name for name in (person.given_name, person.call_name) if name)
    # who has one name only is known by that
    return tuple(fold(" ".join((name, *rest))) for name in names or ("",))


def _listed_name_keys(person: RosterRow | Student) -> tuple[str, ...]:
    """The same for what the list says: a name that was mended is still about whom it was about."""
    return _name_keys(person.listed if isinstance(person, RosterRow) else person)
