"""What did I write about this, and about whom? One question to everything that was written.

"verhuizing" finds every text with that word; "sanne stage" also finds what was written about the
stage with Sanne, in whose texts her own name seldom stands.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from klasgenoot.domain.names import fold
from klasgenoot.domain.people import ClassId, Student, StudentId
from klasgenoot.domain.searching import Phrase, Sought, found_in, padded
from klasgenoot.store import school_classes, students
from klasgenoot.store.database import Vault
from klasgenoot.store.search import Scope, find, written
from klasgenoot.store.search_small import SmallTexts
from klasgenoot.store.searched import newest_first, place_of
from klasgenoot.store.written import Written

Way = tuple[Sought, frozenset[StudentId] | None]
"""What has to stand in a text, and about one of whom it has to be, if that matters."""
SHORTEST_NAME = 2
"""The fewest letters that stand for somebody's name beside other words."""


class Roll:
    """Everybody who may be found, with the words of their names; read once for many questions.

    Attributes:
        students: by id; without those whose data is only kept.
        classes: the classes of each.
        class_names: what each class is called.
    """

    def __init__(
        self,
        everyone: Iterable[Student],
        *,
        classes: Mapping[StudentId, tuple[ClassId, ...]],
        class_names: Mapping[ClassId, str],
    ) -> None:
        self.students = {student.id: student for student in everyone}
        self.classes = classes
        self.class_names = class_names
        self._names = {who: _names(student) for who, student in self.students.items()}
        self._own = {
            who: _names(replace(student, infix="")) for who, student in self.students.items()
        }
        self._whole = {who: _whole_names(student) for who, student in self.students.items()}

    def names(self, who: StudentId) -> str:
        """What somebody is called, for phrases to be in."""
        return self._names.get(who, "")

    def called(self, sought: Sought, *, class_id: ClassId | None) -> tuple[Student, ...]:
        """Who is called that: first whose name begins so, then by family name."""
        joined = "".join(word for phrase in sought.phrases for word in phrase.words)
        signs = [phrase.sign for phrase in sought.phrases]
        found = [
            student
            for who, student in self.students.items()
            if (class_id is None or class_id in self.classes.get(who, ()))
            and (_has(self._names[who], signs) or _begins(self._whole[who], joined))
        ]
        return tuple(sorted(found, key=lambda one: not fold(one.name).startswith(joined)))

    def parted(self, sought: Sought) -> Iterator[tuple[Sought, frozenset[StudentId]]]:
        """The ways to read some of the phrases as a name: what is left, and who may be meant."""
        whose = {
            phrase: self._called_so(phrase)
            for phrase in sought.phrases
            if len(phrase.words[0]) >= SHORTEST_NAME
        }
        names = [phrase for phrase, those in whose.items() if those]
        ways = {tuple(names), *((phrase,) for phrase in names)}
        for way in sorted(ways, key=len, reverse=True):
            rest = sought.without(way)
            those = frozenset(self.students).intersection(*(whose[phrase] for phrase in way))
            if way and rest and those:
                yield rest, those

    def _called_so(self, phrase: Phrase) -> frozenset[StudentId]:
        """Whom a phrase may call by a name of their own; a tussenvoegsel is nobody's."""
        sign = phrase.sign
        return frozenset(who for who, names in self._own.items() if sign in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One text that was found.

    Attributes:
        written: the text as it is kept.
        line: what to show of it: the text, or what was written about one student alone.
        places: where in that line the words stand.
        students: about whom, the one who is meant first.
        is_private: whether the line is about the first of them alone.
    """

    written: Written
    line: str
    places: tuple[tuple[int, int], ...]
    students: tuple[Student, ...] = ()
    is_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a search found.

    Attributes:
        people: who is called that.
        hits: the texts, the newest first; what has no day stands before them.
        is_all: whether there is no more to find.
    """

    people: tuple[Student, ...] = ()
    hits: tuple[Hit, ...] = ()
    is_all: bool = True


def roll(vault: Vault) -> Roll:
    """Everybody who may be found now."""
    return Roll(
        students.all_students(vault),
        classes=students.classes_by_student(vault),
        class_names={each.id: each.name for each in school_classes.all_classes(vault)},
    )


def search(
    vault: Vault, sought: Sought, *, people: Roll, scope: Scope, at_most: int = 50
) -> Answer:
    """Finds who is called that, and the texts in which all of it stands.

    Args:
        people: see `roll`.
        scope: where to look; `students` in it is not used.
        at_most: so many texts.
    """
    if not sought:
        return Answer()
    ways: list[Way] = [(sought, None), *people.parted(sought)]
    found = [
        find(vault, rest, scope=replace(scope, students=those), at_most=at_most)
        for rest, those in ways
    ]
    small = SmallTexts(vault, tables=scope.tables, class_id=scope.class_id, since=scope.since)
    beside = {number for rest, those in ways for number in small.find(rest, students=those)}
    numbers = newest_first({number for each in found for number in each.numbers} | beside)
    places = [place_of(number) for number in numbers[:at_most]]
    texts = written(vault, places)
    found_hits = (_hit(texts[place], ways, people) for place in places if place in texts)
    everybody = not scope.tables and not scope.since
    hits = _said_once([hit for hit in found_hits if hit is not None])
    return Answer(
        people=people.called(sought, class_id=scope.class_id) if everybody else (),
        hits=tuple(hits),
        is_all=len(numbers) <= at_most and all(each.is_all for each in found),
    )


def _said_once(hits: Sequence[Hit]) -> list[Hit]:
    """Without what only says again what stands in its contact: a promise, or earlier words."""
    contacts = {
        hit.written.contact_id: hit for hit in hits if hit.written.place.table == "contacts"
    }
    said = {
        number: {hit.written.text, *hit.written.private.values()}
        for number, hit in contacts.items()
    }
    return [
        hit
        for hit in hits
        if hit.written.place.table == "contacts"
        or (
            hit.written.text not in said.get(hit.written.contact_id, ())
            and not (hit.written.place.table == "corrections" and hit.written.contact_id in said)
        )
    ]


def _hit(text: Written, ways: Iterable[Way], people: Roll) -> Hit | None:
    """A text as it is shown; None when what may be seen of it has not got all of the words."""
    lines: dict[StudentId | None, str] = {None: _with_tags(text)}
    lines.update(text.private.items())
    whole = padded(*lines.values())
    if text.place.table == "students":
        whole += people.names(text.student_ids[0])
    for sought, those in ways:
        meant = [who for who in text.student_ids if those is None or who in those]
        signs = [phrase.sign for phrase in sought.phrases]
        if (those is not None and not meant) or not _has(whole, signs):
            continue
        said = {who: found_in(sought, line) for who, line in lines.items()}
        best = max(said, key=lambda who: len(said[who]))  # the shared text, if none has more
        if not said[best]:
            return None  # a student whose name has it, and no note: they stand above
        first = [best] if best is not None else meant[:1]
        order = [*first, *(who for who in text.student_ids if who not in first)]
        line, places = lines[best], said[best]
        if len(lines) > 1 and not _has(padded(line), signs):
            line = _together(lines, people)
            places, best = found_in(sought, line), None
        return Hit(
            written=text,
            line=line,
            places=places,
            students=tuple(people.students[who] for who in order if who in people.students),
            is_private=best is not None,
        )
    return None


def _together(lines: Mapping[StudentId | None, str], people: Roll) -> str:
    """All that was written of one contact, as the log line has it: "text / Sanne: her own"."""
    said: dict[StudentId | None, str] = {
        who: f"{student.name}: " for who, student in people.students.items() if who in lines
    }
    return " / ".join(f"{said.get(who, '')}{line}" for who, line in lines.items() if line)


def _with_tags(text: Written) -> str:
    return " ".join(part for part in (text.text, *(f"#{tag}" for tag in text.tags)) if part)


def _names(student: Student) -> str:
    names = (student.call_name, student.given_name, student.infix, student.family_name)
    return padded(" ".join((*names, *student.aliases)))


def _whole_names(student: Student) -> tuple[str, str]:
    """The name as it is written without blanks: all of it, and from the tussenvoegsel on."""
    return fold(student.full_name), fold(f"{student.infix}{student.family_name}")


def _has(padded_text: str, signs: Iterable[str]) -> bool:
    return all(sign in padded_text for sign in signs)


def _begins(names: Iterable[str], typed: str) -> bool:
    return any(name.startswith(typed) for name in names)
