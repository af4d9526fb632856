"""Everything that is kept about a class, as plain values: for scripts, and for who asks to see it."""

from typing import Any

from klasgenoot.domain.memory import Direction, Memory
from klasgenoot.domain.people import SchoolClass, Student
from klasgenoot.store import contacts, group_notes, memories, students
from klasgenoot.store.database import Vault

Plain = dict[str, Any]


def everything_about(vault: Vault, school_class: SchoolClass) -> Plain:
    """A class with its students, contacts, promises and notes. Photos are left out."""
    known = memories.memories(
        vault, direction=Direction.FACE_TO_NAME, class_id=school_class.id
    )
    those = students.all_students(vault, class_id=school_class.id)
    return {
        "name": school_class.name,
        "first_lesson": school_class.first_lesson,
        "students": [_student(vault, student, memory=known.get(student.id)) for student in those],
        "group_notes": [
            {
                "date": note.noted_on,
                "phase": note.phase,
                "signals": list(note.signals),
                "text": note.text,
            }
            for note in group_notes.notes_on(vault, school_class.id)
        ],
    }


def _student(vault: Vault, student: Student, *, memory: Memory | None) -> Plain:
    private = contacts.private_texts(vault, student.id)
    return {
        "given_name": student.given_name,
        "infix": student.infix,
        "family_name": student.family_name,
        "call_name": student.call_name,
        "student_number": student.student_number,
        "email": student.email,
        "pronunciation": student.pronunciation,
        "note": student.note,
        "has_photo": student.photo is not None,
        "contacts": [
            {
                "date": contact.happened_on,
                "kind": contact.kind,
                "text": contact.text,
                "private_text": private.get(contact.id, ""),
                "tags": list(contact.tags),
                "with_others": len(contact.student_ids) - 1,
            }
            for contact in contacts.contacts_of(vault, student.id)
        ],
        "open_promises": [
            {"text": promise.text, "due": promise.due_on}
            for promise in contacts.open_promises(vault, student_id=student.id)
        ],
        "name_practice": {"answers": memory.reviews, "next": memory.due} if memory else None,
    }
