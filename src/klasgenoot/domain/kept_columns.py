"""What is kept about a student, column by column, and how does each come out when they ask?

The one list behind the export, the page for the data-protection officer and the test that holds
both against the tables themselves: a column that is not here breaks the build.
"""

from enum import Enum


class Comes(Enum):
    """How a column comes out."""

    AS_IT_IS = "as it is"
    WRITTEN = "written"
    """Somebody typed it, so others may be named in it: they get a letter, and words of it can be
    covered."""
    STUDENT = "student"
    """The number of a student: the one who asks, or somebody else, who gets a letter."""
    PICTURE = "picture"
    """A JPEG, shown in the PDF, or a recording, which cannot be; as base64 in the JSON."""
    DERIVED = "derived"
    """There to find other rows by; it says nothing of its own, and stays out."""


_A, _W, _S, _P, _D = Comes.AS_IT_IS, Comes.WRITTEN, Comes.STUDENT, Comes.PICTURE, Comes.DERIVED

KEPT: dict[str, dict[str, Comes]] = {
    "students": {
        "id": _S, "given_name": _A, "infix": _A, "family_name": _A, "call_name": _A,
        "student_number": _A, "email": _A, "pronunciation": _A, "note": _W, "photo_id": _A,
        "photo_by_teacher": _A, "crop_left": _A, "crop_top": _A, "crop_width": _A,
        "crop_height": _A, "folded": _D, "token": _A, "keep_until": _A,
        "pronouns": _A, "aliases": _A, "mnemonic": _W, "sound_id": _A,
    },
    "sounds": {"id": _A, "wav": _P, "seconds": _A},
    "more_photos": {
        "id": _A, "student_id": _S, "photo_id": _A, "added_on": _A, "crop_left": _A,
        "crop_top": _A, "crop_width": _A, "crop_height": _A,
    },
    "photos": {"id": _A, "large": _P, "small": _P, "width": _A, "height": _A},
    "photo_permissions": {
        "id": _A, "student_id": _S, "answer": _A, "told_on": _A, "told_by": _W,
    },
    "school_classes": {"id": _A, "name": _A, "first_lesson": _A, "token": _A, "ends_on": _A},
    "enrolments": {"class_id": _A, "student_id": _S, "joined_on": _A},
    "seating_plans": {
        "class_id": _A, "room": _A, "seat_rows": _A, "seat_columns": _A, "aisles": _A, "board": _A,
    },
    "seats": {"class_id": _A, "student_id": _S, "seat_row": _A, "seat_column": _A},
    "contacts": {
        "id": _A, "happened_on": _A, "kind": _A, "text": _W, "tags": _W, "own_reminder": _A,
        "keep_until": _A, "folded": _D,
    },
    "contact_students": {
        "contact_id": _A, "student_id": _S, "private_text": _W, "happened_on": _D,
    },
    "corrections": {
        "id": _A, "contact_id": _A, "corrected_on": _A, "happened_on": _A, "kind": _A, "text": _W,
    },
    "own_views": {
        "id": _A, "student_id": _S, "contact_id": _A, "said_on": _A, "text": _W,
        "folded": _D,
    },
    "own_words": {
        "id": _A, "student_id": _S, "told_on": _A, "text": _W, "may_share": _A, "folded": _D,
    },
    "common_ground": {"id": _A, "student_id": _S, "text": _W, "folded": _D},
    "study_coaches": {"id": _A, "student_id": _S, "name": _A, "is_teacher": _A},
    "consents": {
        "id": _A, "student_id": _S, "said_on": _A, "is_yes": _A, "about": _W, "folded": _D,
    },
    "transfers": {
        "id": _A, "student_id": _S, "made_on": _A, "coach": _A, "text": _W, "return_on": _A,
        "done_on": _A, "keep_until": _A, "folded": _D,
    },
    "month_answers": {
        "id": _A, "student_id": _S, "month": _A, "answered_on": _A, "would_come": _A,
        "footing": _A,
    },
    "promises": {
        "id": _A, "student_id": _S, "contact_id": _A, "text": _W, "due_on": _A, "done_on": _A,
        "keep_until": _A, "folded": _D,
    },
    "group_notes": {
        "id": _A, "class_id": _A, "noted_on": _A, "phase": _A, "signals": _A, "text": _W,
        "keep_until": _A, "folded": _D,
    },
    "own_targets": {"student_id": _S, "days": _A},
    "snoozes": {
        "student_id": _S, "since": _A, "until": _A, "reason": _A, "text": _W, "folded": _D,
    },
    "memories": {
        "student_id": _S, "direction": _A, "stability": _A, "fast_stability": _A,
        "difficulty": _A, "last_review": _A, "due": _A, "reviews": _A, "lapses": _A,
    },
    "answers": {
        "id": _A, "student_id": _S, "direction": _A, "mode": _A, "answered_at": _A, "verdict": _A,
        "said_student_id": _S, "hinted": _A, "guessed": _A, "seconds": _A, "rating": _A,
        "photo_id": _D,
    },
    "drills": {"id": _A, "one_id": _S, "other_id": _S, "finished_at": _A},
    "restrictions": {"id": _A, "student_id": _S, "since": _A, "reason": _W, "lifted_on": _A},
    "handovers": {"id": _A, "student_id": _S, "made_on": _A, "file_kind": _A},
    "held_back": {"id": _A, "handover_id": _A, "place": _A, "words": _A, "reason": _W},
    "exports": {
        "id": _A, "made_on": _A, "kind": _A, "class_id": _A, "how_many": _A, "with_photos": _A,
        "with_notes": _A,
    },
    "export_students": {"export_id": _A, "student_id": _S},
    "absences": {"id": _A, "student_id": _S, "class_id": _A, "missed_on": _A},
    "talk_rounds": {
        "id": _A, "class_id": _A, "student_id": _S, "begun_on": _A, "per_week": _A, "minutes": _A,
        "ended_on": _A,
    },
    "round_talks": {
        "id": _A, "round_id": _A, "student_id": _S, "place": _A, "state": _A, "held_on": _A,
        "contact_id": _A,
    },
    "needs_asked": {
        "id": _A, "class_id": _A, "asked_on": _A, "answers": _A, "did": _W, "told_on": _A,
    },
    "settings": {"name": _A, "value": _W},
}  # fmt: skip
"""Each table that reaches a student, with all of its columns, in the order in which they come.

Of `group_notes`, `needs_asked` and `settings` only what names the student: the first two are on a
class, and settings are about the app, but a draft may be about a student.
"""

NOT_ABOUT_STUDENTS: dict[str, str] = {
    "guide_marks": "what the teacher does with a recommendation, for a whole class",
    "needs_counts": "how often each answer was chosen in a class, without who chose it",
    "sweeps": "how many names of a class the teacher knew, nobody's in particular",
    "lesson_slots": "when a class has lessons, the same for everybody in it",
    "lessons": "the same, day by day; a title that names a student is not taken in",
    "periods": "holidays, exam weeks and blocks of the school",
    "lesson_names": "what a timetable calls a class; a title that names a student is not taken in",
    "column_mappings": "how a list is read; it holds headers and no rows",
    "erasures": "what was erased, by marks made by chance; nobody can be found by them",
    "generation": "a counter",
    "words": "the index of texts that come out themselves",
}
"""The other tables, and why they hold nothing about one student."""

ROW_KEYS: dict[str, tuple[str, ...]] = {
    "enrolments": ("class_id",),
    "seating_plans": ("class_id",),
    "seats": ("class_id",),
    "contact_students": ("contact_id",),
    "own_targets": ("student_id",),
    "snoozes": ("student_id",),
    "memories": ("direction",),
    "export_students": ("export_id",),
    "settings": ("name",),
}
"""What tells the rows of one student apart, where that is not `id`."""


def place_of(table: str, key: str, column: str) -> str:
    """Where a text stands: "contacts/12/text"."""
    return f"{table}/{key}/{column}"
