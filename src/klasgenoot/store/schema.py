"""Which tables are there, and which of them can be undone? Names only; migrations make them."""

FILE = "klasgenoot.db"
"""The data file in the data folder."""

BACKUPS = "backups"
"""The folder in the data folder where backups go."""

LATEST = 7
"""The version of the data file that this Klasgenoot writes (SQLite's user_version)."""

PASSED_OVER, DRAFT = "passed over", "draft:"
"""Among the settings: who is passed over today, and what names of begun texts begin with."""

JOURNALLED = (
    "school_classes",
    "students",
    "enrolments",
    "contacts",
    "contact_students",
    "promises",
    "group_notes",
    "memories",
    "answers",
    "guide_marks",
    "photo_permissions",
    "restrictions",
    "corrections",
    "own_views",
    "handovers",
    "held_back",
    "sweeps",
    "more_photos",
    "drills",
    "lesson_slots",
    "lessons",
    "periods",
    "lesson_names",
    "seating_plans",
    "seats",
    "exports",
    "export_students",
    "own_targets",
    "snoozes",
    "absences",
    "talk_rounds",
    "round_talks",
    "needs_asked",
    "needs_counts",
    "own_words",
    "common_ground",
    "study_coaches",
    "consents",
    "transfers",
    "month_answers",
)
"""Tables whose every change is recorded, so that it can be undone.

What is put in `exports` is no deed (`Journal.on_record`) and stays when deeds are undone; the
tables stand here for what goes and comes back with a student or a class.
"""

LEFT_OUT = {
    "photos": "only ever added, named by their content, swept when no student has them",
    "sounds": "as photos",
    "settings": "a changed language is not something to undo",
    "column_mappings": "a remembered choice, not a deed",
    "erasures": "what was erased for good must not come back by undo",
    "generation": "which copy is the newer one: undo would make a new one look old",
    "words": "the full-text index follows the other tables by triggers of its own",
}
"""Tables that the journal does not follow, and why."""
