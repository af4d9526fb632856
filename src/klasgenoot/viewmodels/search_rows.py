"""What was found, as rows: who is called that, and the texts with the words in them."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.people import ClassId, Student
from klasgenoot.domain.searching import Sought, found_in, snippet
from klasgenoot.operations.searching import Answer, Hit, Roll
from klasgenoot.viewmodels.search_words import day_words, text_icon, text_words
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.words import listed, some_names

translate = QCoreApplication.translate

NAMED = 3
"""So many students of one text are named; of more the rest is counted."""
LEAD = 48
"""So many characters of a line stand before the first word that was found."""
PEOPLE = 1 << 48
"""Keys of who is called that begin here; those of texts are smaller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """One thing that was found.

    Attributes:
        key: tells rows apart.
        student: whose face stands beside it; None for a text about a class.
        title: who, or which class, it is about.
        title_places: where in the title the words that were found stand.
        facts: what kind of text it is, and in which class.
        when: the day, in words.
        line: what was written; empty for somebody who is called that.
        places: where in the line the words stand.
        only_with: says that the line is about one student alone; empty when it is not.
        icon: what stands before the line.
        school_class: the class to go to first, if the text is about a class.
        target: where it opens.
    """

    key: int
    student: Student | None
    title: str
    title_places: tuple[tuple[int, int], ...] = ()
    facts: str = ""
    when: str = ""
    line: str = ""
    places: tuple[tuple[int, int], ...] = ()
    only_with: str = ""
    icon: str = ""
    school_class: ClassId | None = None
    target: Target

    @property
    def name(self) -> str:
        """Whom or what it is about."""
        return self.title

    @property
    def sentence(self) -> str:
        """The whole row, for who cannot see it."""
        parts = (self.title, self.facts, self.when, self.only_with, self.line)
        return ". ".join(part for part in parts if part)


def found_rows(answer: Answer, *, sought: Sought, people: Roll, today: date) -> list[FoundRow]:
    """Everything that was found, in order."""
    rows = []
    for student in answer.people:
        title = student.full_name
        rows.append(
            FoundRow(
                key=PEOPLE + student.id,
                student=student,
                title=title,
                title_places=found_in(sought, title),
                facts=_classes(student, people),
                target=Target(PageId.STUDENT, student=student.id),
            )
        )
    rows += (_text(hit, sought=sought, people=people, today=today) for hit in answer.hits)
    return rows


def _text(hit: Hit, *, sought: Sought, people: Roll, today: date) -> FoundRow:
    written = hit.written
    line, places = snippet(hit.line, hit.places, lead=LEAD)
    first = hit.students[0] if hit.students else None
    title = _title(hit, people)
    facts = [text_words(written.place.table, written.kind)]
    if first is not None and len(people.class_names) > 1:
        facts.append(_classes(first, people))
    only = translate("Student", "only with {name}") if first is not None and hit.is_private else ""
    return FoundRow(
        key=written.place.key,
        student=first,
        title=title,
        title_places=found_in(sought, title),
        facts=" · ".join(fact for fact in facts if fact),
        when=day_words(written.place.table, written.day, today=today),
        line=line,
        places=places,
        only_with=only.format(name=first.name) if first is not None else "",
        icon=text_icon(written.place.table, written.kind),
        school_class=written.class_id,
        target=_target(hit),
    )


def _title(hit: Hit, people: Roll) -> str:
    if not hit.students:
        return people.class_names.get(hit.written.class_id or ClassId(0), "")
    names = [hit.students[0].full_name, *(other.name for other in hit.students[1:])]
    return some_names(names, most=NAMED - 1)


def _classes(student: Student, people: Roll) -> str:
    ids = people.classes.get(student.id, ())
    return listed([people.class_names[each] for each in ids if each in people.class_names])


def _target(hit: Hit) -> Target:
    if not hit.students:
        is_needs = hit.written.place.table == "needs_asked"
        return Target(PageId.NEEDS if is_needs else PageId.PHASES)
    return Target(PageId.STUDENT, student=hit.students[0].id, contact=hit.written.contact_id)
