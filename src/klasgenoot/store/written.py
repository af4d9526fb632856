"""What is found by searching: one text, as it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from klasgenoot.domain.contact import ContactId, ContactKind
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.store.searched import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text that was found, as it is kept.

    Attributes:
        place: where it stands.
        day: the day it is about, if any.
        text: what was written.
        student_ids: about whom; without those whose data is only kept.
        private: what was written about one of them alone.
        class_id: about which class, if it is about a class.
        contact_id: the contact that it is, or belongs to.
        kind: of a contact: what kind.
        tags: of a contact.
    """

    place: Place
    day: date | None
    text: str
    student_ids: tuple[StudentId, ...] = ()
    private: Mapping[StudentId, str] = field(default_factory=dict)
    class_id: ClassId | None = None
    contact_id: ContactId | None = None
    kind: ContactKind | None = None
    tags: tuple[str, ...] = ()
