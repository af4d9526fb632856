"""What a teacher does in a term, as real deeds chosen by chance: the same seed, the same deeds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from random import Random

from made_vaults import NOW, WORDS

from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.contact import Contact
from klasgenoot.domain.groups import Phase
from klasgenoot.domain.guide import Mark
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import ClassId, Student, StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.exchange.photos import Picture
from klasgenoot.operations.classes import rename_class
from klasgenoot.operations.contacts import (
    ContactDraft,
    edit_contact,
    keep_promise,
    log_contact,
    remove_contact,
)
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.group_notes import edit_group_note, note_group
from klasgenoot.operations.guide import mark_recommendation
from klasgenoot.operations.import_class import Arrival, import_class
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student, edit_student, remove_students
from klasgenoot.store import contacts, drafts, group_notes, students
from klasgenoot.store.school_classes import school_class

Do = Callable[[Desk], object]
"""Something done at a desk: at another desk with the same data it comes to the same."""

FIRST_DAY = date(2026, 9, 1)


class Term:
    """The deeds of a term, one after another.

    Args:
        seed: what is done, and in what order.
    """

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self._number = 0
        self._kinds: Sequence[tuple[int, Callable[[Desk], Do]]] = (
            (1, self._import),
            (8, self._log),
            (2, self._edit_contact),
            (1, self._remove_contact),
            (2, self._keep_promise),
            (4, self._answer),
            (1, self._rename),
            (2, self._edit_student),
            (1, self._add_student),
            (1, self._remove_student),
            (2, self._note),
            (1, self._mark),
            (2, self._draft),
            (5, lambda _: lambda desk: desk.undo()),
            (3, lambda _: lambda desk: desk.redo()),
        )

    def next_deed(self, desk: Desk) -> Do:
        """What is done next, going by what is there now."""
        self._number += 1
        weights = [weight for weight, _ in self._kinds]
        choose = self._chance.choices([kind for _, kind in self._kinds], weights)[0]
        return (self._import if self._number == 1 else choose)(desk)

    # ---- what is chosen from ----

    def _words(self) -> str:
        return " ".join(self._chance.choices(WORDS, k=self._chance.randint(3, 40)))

    def _day(self) -> date:
        return FIRST_DAY + timedelta(days=self._chance.randrange(80))

    def _who(self, desk: Desk, most: int = 1) -> list[StudentId]:
        known = [each.id for each in students.all_students(desk.vault, class_id=ClassId(1))]
        return self._chance.sample(known, min(len(known), self._chance.randint(1, most)))

    def _student(self) -> Student:
        names = self._chance.sample(WORDS, 2)
        return Student(id=StudentId(0), given_name=names[0].title(), family_name=names[1].title())

    def _picture(self) -> Picture:
        return Picture(self._chance.randbytes(9_000), self._chance.randbytes(2_000), 90, 120)

    # ---- deeds ----

    def _import(self, desk: Desk) -> Do:
        those = [Arrival(student=self._student(), picture=self._picture()) for _ in range(4)]
        is_first = school_class(desk.vault, ClassId(1)) is None
        name = "" if not is_first else "CMV-1B"
        class_id = None if is_first else ClassId(1)
        return lambda desk: desk.do(
            import_class, arrivals=those, joined=FIRST_DAY, class_id=class_id, class_name=name
        )

    def _log(self, desk: Desk) -> Do:
        those = self._who(desk, 4)
        if not those:
            return self._add_student(desk)
        private = {those[0]: self._words()} if self._chance.random() < 0.3 else {}
        due = self._day() if self._chance.random() < 0.5 else None
        draft = ContactDraft(
            student_ids=tuple(those),
            happened_on=self._day(),
            text=self._words(),
            private=private,
            follow_up=due,
        )
        return lambda desk: desk.do(log_contact, drafts=[draft])

    def _contact(self, desk: Desk) -> Contact | None:
        for who in self._who(desk):
            known = contacts.contacts_of(desk.vault, who)
            if known:
                return self._chance.choice(known)
        return None

    def _edit_contact(self, desk: Desk) -> Do:
        known, text = self._contact(desk), self._words()
        if known is None:
            return self._log(desk)
        return lambda desk: desk.do(
            edit_contact,
            contact_id=known.id,
            happened_on=known.happened_on,
            kind=known.kind,
            text=text,
            on=known.happened_on,
        )

    def _remove_contact(self, desk: Desk) -> Do:
        known = self._contact(desk)
        if known is None:
            return self._log(desk)
        return lambda desk: desk.do(remove_contact, contact_id=known.id)

    def _keep_promise(self, desk: Desk) -> Do:
        known = [
            each for who in self._who(desk, 4) for each in contacts.promises_of(desk.vault, who)
        ]
        if not known:
            return self._log(desk)
        promise, on = self._chance.choice(known).id, self._day()
        return lambda desk: desk.do(keep_promise, promise_id=promise, on=on)

    def _answer(self, desk: Desk) -> Do:
        those = self._who(desk)
        if not those:
            return self._add_student(desk)
        at = NOW + timedelta(minutes=self._number)
        rating = self._chance.choice([Rating.AGAIN, Rating.HARD, Rating.GOOD])
        return lambda desk: desk.do(
            answer_card,
            student_id=those[0],
            direction=Direction.FACE_TO_NAME,
            outcome=Outcome(verdict=Verdict.RIGHT, seconds=3.0),
            rating=rating,
            at=at,
        )

    def _rename(self, _desk: Desk) -> Do:
        name = f"CMV-{self._chance.randrange(9_999)}"
        return lambda desk: desk.do(rename_class, class_id=ClassId(1), name=name)

    def _edit_student(self, desk: Desk) -> Do:
        those, note = self._who(desk), self._words()
        known = students.student(desk.vault, those[0]) if those else None
        if known is None:
            return self._add_student(desk)
        return lambda desk: desk.do(edit_student, changed=replace(known, note=note))

    def _add_student(self, _desk: Desk) -> Do:
        draft = self._student()
        return lambda desk: desk.do(add_student, class_id=ClassId(1), draft=draft, joined=FIRST_DAY)

    def _remove_student(self, desk: Desk) -> Do:
        those = self._who(desk)
        if not those:
            return self._add_student(desk)
        return lambda desk: desk.do(remove_students, class_id=ClassId(1), student_ids=those)

    def _note(self, desk: Desk) -> Do:
        text, on = self._words(), self._day()
        known = group_notes.notes_on(desk.vault, ClassId(1))
        if known and self._chance.random() < 0.4:
            note = self._chance.choice(known)
            return lambda desk: desk.do(
                edit_group_note, note_id=note.id, on=on, text=text, phase=None, signals=()
            )
        return lambda desk: desk.do(
            note_group, class_id=ClassId(1), on=on, text=text, phase=next(iter(Phase))
        )

    def _mark(self, _desk: Desk) -> Do:
        which = self._chance.randint(1, 11)
        return lambda desk: desk.do(
            mark_recommendation,
            class_id=ClassId(1),
            recommendation=which,
            mark=Mark.DONE,
            on=FIRST_DAY,
        )

    def _draft(self, _desk: Desk) -> Do:
        return partial(_keep_draft, text=self._words())


def _keep_draft(desk: Desk, *, text: str) -> None:
    drafts.save_draft(desk.vault, of=drafts.LOG, text=text)
