"""What a teacher does after speaking with students: log it, mend it, keep what was promised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from klasgenoot.domain.contact import LONGEST_TEXT, ContactId, ContactKind, PromiseId
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Missing, Unknown
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.quicklog_reading import Entry
from klasgenoot.domain.talk_round import RoundTalk, TalkState
from klasgenoot.domain.texts import fitting
from klasgenoot.operations.absences import AbsenceDraft, keep_absences
from klasgenoot.operations.desk import deed
from klasgenoot.operations.students import known_student
from klasgenoot.store import contacts, second_thoughts, students, talk_rounds
from klasgenoot.store.database import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDraft:
    """One contact to log. Only the students are needed.

    Attributes:
        private: a line that is kept with one of the students only.
        own_reminder: written to remember something by, not to be shared.
        follow_up: when the teacher said they would come back to it; makes a promise to each.
    """

    student_ids: tuple[StudentId, ...]
    happened_on: date
    kind: ContactKind = ContactKind.BRIEF
    text: str = ""
    private: Mapping[StudentId, str] = field(default_factory=dict)
    follow_up: date | None = None
    tags: tuple[str, ...] = ()
    own_reminder: bool = False


def drafts_of(entry: Entry) -> tuple[ContactDraft, ...]:
    """What the quick log read, as contacts to log.

    A private line for somebody outside the shared contact is a contact of its own. Who only was
    not there had no contact.
    """
    if not entry.is_contact:
        return ()
    private: dict[StudentId, str] = {}
    for line in entry.private:
        before = private.get(line.student_id)
        private[line.student_id] = f"{before}; {line.text}" if before else line.text
    shared = ContactDraft(
        student_ids=entry.student_ids,
        happened_on=entry.happened_on,
        kind=entry.kind,
        text=entry.text,
        private={who: text for who, text in private.items() if who in entry.student_ids},
        follow_up=entry.follow_up,
        tags=entry.tags,
        own_reminder=entry.own_reminder,
    )
    alone = (
        replace(shared, student_ids=(who,), text=text, private={}, follow_up=None, tags=())
        for who, text in private.items()
        if who not in entry.student_ids
    )
    return (shared, *alone)


@deed(Deed.LOG_CONTACT)
def log_contact(
    vault: Vault,
    *,
    drafts: Sequence[ContactDraft],
    absent: Sequence[AbsenceDraft] = (),
    class_id: ClassId | None = None,
) -> tuple[ContactId, ...]:
    """Logs one or several contacts, and who was not there, as one deed; returns their ids.

    Args:
        vault: where it is kept.
        drafts: the contacts.
        absent: who was not there.
        class_id: the class in which they were missed.

    Raises:
        Missing: a draft names no student.
        TooLarge: a text is longer than a line.
        Unknown: a student is not there.
    """
    keep_absences(vault, drafts=absent, class_id=class_id)
    ids = tuple(_log(vault, draft) for draft in drafts)
    for contact_id, draft in zip(ids, drafts, strict=True):
        _hold_in_round(vault, contact_id, draft)
    return ids


@deed(Deed.EDIT_CONTACT)
def edit_contact(
    vault: Vault,
    *,
    contact_id: ContactId,
    happened_on: date,
    kind: ContactKind,
    text: str,
    on: date,
    own_reminder: bool = False,
) -> None:
    """Mends the day, the kind, the words of a contact, or for whom it is.

    On the day of the contact itself that is all. Later, what a contact that can be shared said
    before is kept beside it (AVG, article 16).

    Raises:
        Unknown: the contact is not there.
        TooLarge: the text is longer than a line.
    """
    known = contacts.contact(vault, contact_id)
    if known is None:
        raise Unknown("contact", str(contact_id))
    changed = replace(
        known,
        happened_on=happened_on,
        kind=kind,
        text=fitting(text, most=LONGEST_TEXT),
        own_reminder=own_reminder,
    )
    said_other = (changed.happened_on, changed.kind, changed.text) != (
        known.happened_on,
        known.kind,
        known.text,
    )
    if said_other and on > known.happened_on and not known.own_reminder:
        second_thoughts.keep_correction(vault, known, on=on)
    contacts.save_contact(vault, changed)


@deed(Deed.REMOVE_CONTACT)
def remove_contact(vault: Vault, *, contact_id: ContactId) -> None:
    """Removes a contact. A talk of a round that was held by it is to come again."""
    known = contacts.contact(vault, contact_id)
    if known is None:
        raise Unknown("contact", str(contact_id))
    for student_id in known.student_ids:
        _take_out_of_round(vault, contact_id, student_id)
    contacts.remove_contact(vault, contact_id)


@deed(Deed.KEEP_PROMISE)
def keep_promise(vault: Vault, *, promise_id: PromiseId, on: date) -> None:
    """Says that a promise was kept."""
    if contacts.promise(vault, promise_id) is None:
        raise Unknown("promise", str(promise_id))
    contacts.close_promise(vault, promise_id, done_on=on)


def _log(vault: Vault, draft: ContactDraft) -> ContactId:
    those = tuple(dict.fromkeys(draft.student_ids))
    if not those:
        raise Missing("student")
    for student_id in those:
        known_student(vault, student_id)
    text = fitting(draft.text, most=LONGEST_TEXT)
    contact_id = contacts.add_contact(
        vault,
        happened_on=draft.happened_on,
        kind=draft.kind,
        text=text,
        student_ids=those,
        private={who: fitting(line, most=LONGEST_TEXT) for who, line in draft.private.items()},
        tags=draft.tags,
        own_reminder=draft.own_reminder,
    )
    if draft.follow_up is not None:
        for student_id in those:
            contacts.add_promise(
                vault,
                student_id=student_id,
                text=draft.private.get(student_id, "") or text,
                due_on=draft.follow_up,
                contact_id=contact_id,
            )
    return contact_id


def _hold_in_round(vault: Vault, contact_id: ContactId, draft: ContactDraft) -> None:
    """A talk with one student is the talk that a round of their class still had with them."""
    those = frozenset(draft.student_ids)
    if draft.kind is not ContactKind.TALK or draft.own_reminder or len(those) != 1:
        return
    (who,) = those
    for class_id in students.classes_of(vault, who):
        known = talk_rounds.round_of(vault, class_id)
        if known is None or known.begun_on > draft.happened_on:
            continue
        talks = talk_rounds.talks_of(vault, known.id)
        joined_later = RoundTalk(student_id=who, place=len(talks))
        talk = next((each for each in talks if each.student_id == who), joined_later)
        if talk.state is TalkState.AHEAD:
            held = replace(
                talk, state=TalkState.HELD, held_on=draft.happened_on, contact_id=contact_id
            )
            talk_rounds.save_talk(vault, known.id, held)


def _take_out_of_round(vault: Vault, contact_id: ContactId, student_id: StudentId) -> None:
    """Lets a talk be to come again in the rounds of a class that go on."""
    for known, talks in talk_rounds.rounds_with(vault, student_id):
        if known.with_student is not None or known.ended_on is not None:
            continue
        for talk in talks:
            if talk.contact_id == contact_id:
                talk_rounds.save_talk(
                    vault, known.id, RoundTalk(student_id=student_id, place=talk.place)
                )
