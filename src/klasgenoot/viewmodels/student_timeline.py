"""What was there between teacher and this student? Contacts as rows, and week by week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.contact import Contact, ContactId, ContactKind
from klasgenoot.domain.people import Student
from klasgenoot.domain.periods import LessonFree
from klasgenoot.domain.rights import Correction, OwnView
from klasgenoot.domain.weeks import CellKind, cells, weeks_until
from klasgenoot.store import contacts, second_thoughts, students
from klasgenoot.store.database import Vault
from klasgenoot.viewmodels.words import kind_words, short_date, some_names

translate = QCoreApplication.translate

WEEKS_SHOWN = 9
"""The most weeks in the strip: a block of a term."""
NAMED = 3
"""So many others are named; of more the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One contact with the student.

    Attributes:
        private: what was written about this student alone.
        student: whose timeline it is.
        others: who else was there.
        names: what those are called beside everybody in the class.
        before: what the contact said earlier, the oldest first.
        views: what the student says about it.
        back_on: when the teacher comes back to it, while that is to be done.
    """

    contact: Contact
    private: str
    student: Student
    others: tuple[Student, ...]
    names: tuple[str, ...]
    before: tuple[Correction, ...] = ()
    views: tuple[OwnView, ...] = ()
    back_on: date | None = None

    @property
    def id(self) -> ContactId:
        """The contact's id."""
        return self.contact.id

    @property
    def day(self) -> str:
        """When it was."""
        return short_date(self.contact.happened_on)

    @property
    def kind(self) -> str:
        """What kind of contact it was."""
        return kind_words(self.contact.kind)

    @property
    def only_with(self) -> str:
        """Says that the private line belongs to this student alone."""
        return translate("Student", "only with {name}").format(name=self.student.name)

    @property
    def reminder(self) -> str:
        """Says that it was not written to be shared; empty when it was."""
        return translate("Student", "own reminder") if self.contact.own_reminder else ""

    @property
    def before_lines(self) -> tuple[str, ...]:
        """What it said before and when that was changed, a line each, the newest first."""
        return tuple(_was_words(was) for was in reversed(self.before))

    @property
    def back(self) -> str:
        """When the teacher comes back to it, as one says it; empty when they do not."""
        if self.back_on is None:
            return ""
        return translate("QuickLog", "back {day}").format(day=short_date(self.back_on))

    @property
    def tags(self) -> tuple[str, ...]:
        """What it was tagged with, each with its sign."""
        return tuple(f"#{tag}" for tag in self.contact.tags)

    @property
    def together(self) -> str:
        """Who else was there, as one says it; empty when nobody was."""
        if not self.others:
            return ""
        names = some_names(self.names, most=NAMED)
        return translate("Student", "together with {names}").format(names=names)

    @property
    def remove_words(self) -> str:
        """What removing it means."""
        if self.others:
            return translate("Student", "Remove, also with the others")
        return translate("Student", "Remove")

    @property
    def sentence(self) -> str:
        """The whole contact, for who cannot see it."""
        private = f"{self.only_with}: {self.private}" if self.private else ""
        parts = (
            f"{self.day}, {self.kind}",
            self.contact.text,
            private,
            self.back,
            " ".join(self.tags),
            self.reminder,
            self.together,
            *(view.text for view in self.views),
        )
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One week: its number, the strongest kind of contact in it, and whether it is now.

    Attributes:
        is_free: there were no lessons, and no contact either.
    """

    number: int
    kind: CellKind
    is_now: bool
    is_free: bool = False


def timeline(
    vault: Vault, student: Student, those: Sequence[Contact], *, classmates: Sequence[Student]
) -> tuple[TimelineRow, ...]:
    """The contacts with a student as rows, newest first."""
    private = contacts.private_texts(vault, student.id)
    met = {who for contact in those for who in contact.student_ids}
    people = students.those(vault, met, with_restricted=True)
    is_with_others = len(people) > 1
    called = told_apart((*classmates, *people.values())) if is_with_others else {}
    before = second_thoughts.corrections_of(vault, student.id)
    views = second_thoughts.views_of(vault, student.id)
    back = contacts.returns_of(vault, student.id)
    rows = []
    for contact in those:
        others = [who for who in contact.student_ids if who != student.id]
        rows.append(
            TimelineRow(
                contact=contact,
                private=private.get(contact.id, ""),
                student=student,
                others=tuple(people[who] for who in others),
                names=tuple(called[who] for who in others),
                before=before.get(contact.id, ()),
                views=tuple(view for view in views if view.contact_id == contact.id),
                back_on=back.get(contact.id),
            )
        )
    return tuple(rows)


def weeks(
    those: Sequence[Contact], *, today: date, since: date | None, free: LessonFree
) -> tuple[WeekRow, ...]:
    """The contacts with one student week by week, oldest first; the last week is this one."""
    shown = weeks_until(today, count=WEEKS_SHOWN, since=since)
    kinds = cells(those, weeks=shown)
    return tuple(
        WeekRow(
            number=week.number,
            kind=kind,
            is_now=week is shown[-1],
            is_free=kind is CellKind.NONE and free.has_week(week.monday),
        )
        for week, kind in zip(shown, kinds, strict=True)
    )


def weeks_sentence(rows: Sequence[WeekRow]) -> str:
    """The strip in words: in which weeks there was contact, and of what kind."""
    said = [
        translate("Student", "week {number} {kind}").format(
            number=row.number, kind=cell_words(row.kind)
        )
        for row in rows
        if row.kind is not CellKind.NONE
    ]
    if not said:
        return translate("Student", "No contact in the weeks shown")
    return translate("Student", "Contact: {weeks}").format(weeks=", ".join(said))


def cell_words(kind: CellKind) -> str:
    """What a cell of the strip stands for; mail and telephone look the same."""
    return {
        CellKind.NONE: "",
        CellKind.NOTICED: kind_words(ContactKind.NOTICED),
        CellKind.MESSAGE: translate("Kinds", "mail or phone"),
        CellKind.BRIEF: kind_words(ContactKind.BRIEF),
        CellKind.TALK: kind_words(ContactKind.TALK),
    }[kind]


def _was_words(was: Correction) -> str:
    """When a contact was changed, and what it said until then."""
    shape = translate("Student", "changed on {day}, was: {text} ({kind}, {then})")
    return shape.format(
        day=short_date(was.corrected_on),
        kind=kind_words(was.kind),
        then=short_date(was.happened_on),
        text=was.text or translate("Student", "no words"),
    )
