"""How did the tables come to be as they are? Each step once, in order, each in a transaction."""

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from klasgenoot.domain.names import fold_words
from klasgenoot.store.contact_tables import CONTACT_TABLES
from klasgenoot.store.schema import LATEST

if TYPE_CHECKING:
    from sqlite_utils import Database

_steps = Migrations("klasgenoot")


def migrate(db: "Database", *, version: int = LATEST) -> None:
    """Brings the tables up to a version. The caller has copied the file first."""
    later = [step.__name__ for number, step in _BY_VERSION.items() if number > version]
    _steps.apply(db, stop_before=later)


@_steps()
def foundation(db: "Database") -> None:
    """Version 1: people, names learned, contact, group notes and the guide."""
    for statement in _FOUNDATION:
        db.execute(statement)


@_steps()
def generation(db: "Database") -> None:
    """Version 2: which vault is this, and how far did it get? So that an older copy is noticed."""
    db.execute(
        """CREATE TABLE generation (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            vault_id TEXT NOT NULL,
            number INTEGER NOT NULL,
            backups INTEGER NOT NULL
        ) STRICT"""
    )
    db.execute("INSERT INTO generation VALUES (1, lower(hex(randomblob(16))), 0, 0)")


@_steps()
def privacy(db: "Database") -> None:
    """Version 3: what a student may ask."""
    for statement in (*_ASKED_BY_STUDENTS, *_FOR_GOOD):
        db.execute(statement)
    _name_by_chance(db)


def _name_by_chance(db: "Database") -> None:
    """Gives who is there a token: the same one in each copy of this vault, new or old.

    Copies that were made before there were tokens get theirs here too, when they are brought up to
    date, and must be found by it.
    """
    from hashlib import blake2b

    (vault_id,) = db.execute("SELECT vault_id FROM generation").fetchone()
    for table in ("students", "school_classes"):
        ids = [row[0] for row in db.execute(f"SELECT id FROM {table}").fetchall()]
        tokens = [blake2b(f"{vault_id} {table} {one}".encode(), digest_size=16) for one in ids]
        db.conn.executemany(
            f"UPDATE {table} SET token = ? WHERE id = ?",
            [(token.hexdigest(), one) for token, one in zip(tokens, ids, strict=True)],
        )


@_steps()
def sweeps(db: "Database") -> None:
    """Version 4: how sweeps through a class went."""
    db.execute(
        """CREATE TABLE sweeps (
            id INTEGER PRIMARY KEY,
            class_id INTEGER NOT NULL REFERENCES school_classes(id) ON DELETE CASCADE,
            taken_on TEXT NOT NULL,
            known INTEGER NOT NULL,
            asked INTEGER NOT NULL,
            seconds REAL NOT NULL
        ) STRICT"""
    )


@_steps()
def names(db: "Database") -> None:
    """Version 5: what helps to learn a name: more photos, its sound, and what to remember it by."""
    for statement in _TO_LEARN_NAMES:
        db.execute(statement)


@_steps()
def exports(db: "Database") -> None:
    """Version 6: what left the data as a file, and who was in it."""
    for statement in _LEFT_AS_FILES:
        db.execute(statement)


@_steps()
def contact(db: "Database") -> None:
    """Version 7: what stands around contact: the calendar, targets, talks, seats; one search."""
    db.conn.create_function("fold_words", 1, fold_words, deterministic=True)
    for statement in CONTACT_TABLES:
        db.execute(statement)


_BY_VERSION = {
    1: foundation,
    2: generation,
    3: privacy,
    4: sweeps,
    5: names,
    6: exports,
    7: contact,
}

_LEFT_AS_FILES = (
    """CREATE TABLE exports (
        id INTEGER PRIMARY KEY,
        made_on TEXT NOT NULL,
        kind TEXT NOT NULL,
        class_id INTEGER REFERENCES school_classes(id) ON DELETE SET NULL,
        how_many INTEGER NOT NULL,
        with_photos INTEGER NOT NULL,
        with_notes INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX exports_by_class ON exports(class_id)",
    """CREATE TABLE export_students (
        export_id INTEGER NOT NULL REFERENCES exports(id) ON DELETE CASCADE,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        PRIMARY KEY (export_id, student_id)
    ) STRICT""",
    "CREATE INDEX export_students_by_student ON export_students(student_id)",
)

_TO_LEARN_NAMES = (
    """CREATE TABLE sounds (
        id TEXT PRIMARY KEY,
        wav BLOB NOT NULL,
        seconds REAL NOT NULL
    ) STRICT""",
    "ALTER TABLE students ADD COLUMN pronouns TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE students ADD COLUMN aliases TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE students ADD COLUMN mnemonic TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE students ADD COLUMN sound_id TEXT REFERENCES sounds(id)",
    """CREATE TABLE more_photos (
        id INTEGER PRIMARY KEY,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        photo_id TEXT NOT NULL REFERENCES photos(id),
        added_on TEXT NOT NULL,
        crop_left REAL, crop_top REAL, crop_width REAL, crop_height REAL
    ) STRICT""",
    "CREATE INDEX more_photos_by_student ON more_photos(student_id)",
    "CREATE INDEX more_photos_by_photo ON more_photos(photo_id)",
    "ALTER TABLE answers ADD COLUMN photo_id TEXT",
    # most answers name nobody: leaving those out spares each a page to encrypt and write
    "DROP INDEX answers_by_said",
    "CREATE INDEX answers_by_said ON answers(said_student_id) WHERE said_student_id IS NOT NULL",
    """CREATE TABLE drills (
        id INTEGER PRIMARY KEY,
        one_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        other_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        finished_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX drills_by_one ON drills(one_id)",
    "CREATE INDEX drills_by_other ON drills(other_id)",
)

_ASKED_BY_STUDENTS = (
    "ALTER TABLE contacts ADD COLUMN own_reminder INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE photo_permissions (
        id INTEGER PRIMARY KEY,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        answer TEXT NOT NULL,
        told_on TEXT NOT NULL,
        told_by TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE INDEX photo_permissions_by_student ON photo_permissions(student_id)",
    """CREATE TABLE restrictions (
        id INTEGER PRIMARY KEY,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        since TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        lifted_on TEXT
    ) STRICT""",
    "CREATE INDEX restrictions_by_student ON restrictions(student_id)",
    """CREATE TABLE corrections (
        id INTEGER PRIMARY KEY,
        contact_id INTEGER NOT NULL REFERENCES contacts(id) ON DELETE CASCADE,
        corrected_on TEXT NOT NULL,
        happened_on TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX corrections_by_contact ON corrections(contact_id)",
    """CREATE TABLE own_views (
        id INTEGER PRIMARY KEY,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        contact_id INTEGER REFERENCES contacts(id) ON DELETE CASCADE,
        said_on TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX own_views_by_student ON own_views(student_id)",
    "CREATE INDEX own_views_by_contact ON own_views(contact_id)",
    """CREATE TABLE handovers (
        id INTEGER PRIMARY KEY,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        made_on TEXT NOT NULL,
        file_kind TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX handovers_by_student ON handovers(student_id)",
    """CREATE TABLE held_back (
        id INTEGER PRIMARY KEY,
        handover_id INTEGER NOT NULL REFERENCES handovers(id) ON DELETE CASCADE,
        place TEXT NOT NULL,
        words INTEGER NOT NULL,
        reason TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX held_back_by_handover ON held_back(handover_id)",
)

_FOR_GOOD = (
    "ALTER TABLE students ADD COLUMN token TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE school_classes ADD COLUMN token TEXT NOT NULL DEFAULT ''",
    *(
        f"""CREATE TRIGGER token_of_{table} AFTER INSERT ON {table} WHEN NEW.token = '' BEGIN
            UPDATE {table} SET token = lower(hex(randomblob(16))) WHERE id = NEW.id;
        END"""
        for table in ("students", "school_classes")
    ),
    """CREATE TABLE erasures (
        id INTEGER PRIMARY KEY,
        what TEXT NOT NULL,
        token TEXT NOT NULL,
        erased_on TEXT NOT NULL
    ) STRICT""",
    # else each row that goes has to look through all of the other table
    "CREATE INDEX answers_by_said ON answers(said_student_id)",
    "CREATE INDEX promises_by_contact ON promises(contact_id)",
    "ALTER TABLE school_classes ADD COLUMN ends_on TEXT",
    *(
        f"ALTER TABLE {table} ADD COLUMN keep_until TEXT"
        for table in ("students", "contacts", "promises", "group_notes")
    ),
    "ALTER TABLE generation ADD COLUMN seen_at TEXT",
    "ALTER TABLE generation ADD COLUMN doubt_since TEXT",
)

_FOUNDATION = (
    """CREATE TABLE photos (
        id TEXT PRIMARY KEY,
        large BLOB NOT NULL,
        small BLOB NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE school_classes (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        first_lesson TEXT
    ) STRICT""",
    """CREATE TABLE students (
        id INTEGER PRIMARY KEY,
        given_name TEXT NOT NULL,
        infix TEXT NOT NULL DEFAULT '',
        family_name TEXT NOT NULL DEFAULT '',
        call_name TEXT NOT NULL DEFAULT '',
        student_number TEXT NOT NULL DEFAULT '',
        email TEXT NOT NULL DEFAULT '',
        pronunciation TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        photo_id TEXT REFERENCES photos(id),
        photo_by_teacher INTEGER NOT NULL DEFAULT 0,
        crop_left REAL, crop_top REAL, crop_width REAL, crop_height REAL,
        folded TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    """CREATE TABLE enrolments (
        class_id INTEGER NOT NULL REFERENCES school_classes(id) ON DELETE CASCADE,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        joined_on TEXT NOT NULL,
        PRIMARY KEY (class_id, student_id)
    ) STRICT""",
    "CREATE INDEX enrolments_by_student ON enrolments(student_id)",
    """CREATE TABLE contacts (
        id INTEGER PRIMARY KEY,
        happened_on TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        tags TEXT NOT NULL DEFAULT '',
        folded TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    """CREATE TABLE contact_students (
        contact_id INTEGER NOT NULL REFERENCES contacts(id) ON DELETE CASCADE,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        private_text TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (contact_id, student_id)
    ) STRICT""",
    "CREATE INDEX contact_students_by_student ON contact_students(student_id)",
    """CREATE TABLE promises (
        id INTEGER PRIMARY KEY,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        contact_id INTEGER REFERENCES contacts(id) ON DELETE SET NULL,
        text TEXT NOT NULL,
        due_on TEXT NOT NULL,
        done_on TEXT
    ) STRICT""",
    "CREATE INDEX promises_by_student ON promises(student_id)",
    """CREATE TABLE group_notes (
        id INTEGER PRIMARY KEY,
        class_id INTEGER NOT NULL REFERENCES school_classes(id) ON DELETE CASCADE,
        noted_on TEXT NOT NULL,
        phase TEXT,
        signals TEXT NOT NULL DEFAULT '',
        text TEXT NOT NULL,
        folded TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    """CREATE TABLE memories (
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        direction TEXT NOT NULL,
        stability REAL NOT NULL,
        fast_stability REAL,
        difficulty REAL NOT NULL,
        last_review TEXT NOT NULL,
        due TEXT NOT NULL,
        reviews INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        PRIMARY KEY (student_id, direction)
    ) STRICT""",
    """CREATE TABLE answers (
        id INTEGER PRIMARY KEY,
        student_id INTEGER NOT NULL REFERENCES students(id) ON DELETE CASCADE,
        direction TEXT NOT NULL,
        mode TEXT NOT NULL,
        answered_at TEXT NOT NULL,
        verdict TEXT NOT NULL,
        said_student_id INTEGER REFERENCES students(id) ON DELETE SET NULL,
        hinted INTEGER NOT NULL,
        guessed INTEGER NOT NULL,
        seconds REAL NOT NULL,
        rating INTEGER
    ) STRICT""",
    "CREATE INDEX answers_by_student ON answers(student_id, direction)",
    """CREATE TABLE guide_marks (
        class_id INTEGER NOT NULL REFERENCES school_classes(id) ON DELETE CASCADE,
        recommendation INTEGER NOT NULL,
        mark TEXT NOT NULL,
        marked_on TEXT NOT NULL,
        PRIMARY KEY (class_id, recommendation)
    ) STRICT""",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE column_mappings (
        signature TEXT PRIMARY KEY,
        fields TEXT NOT NULL
    ) STRICT""",
    # The full-text index: one row per text, numbered id * 4 + which table it stands in.
    "CREATE VIRTUAL TABLE words USING fts5(folded, tokenize='unicode61')",
    "INSERT INTO words(words, rank) VALUES('secure-delete', 1)",
    *(
        statement
        for code, table in enumerate(("students", "contacts", "group_notes"))
        for statement in (
            f"""CREATE TRIGGER words_of_{table}_in AFTER INSERT ON {table} BEGIN
                INSERT INTO words(rowid, folded) VALUES (NEW.id * 4 + {code}, NEW.folded);
            END""",
            f"""CREATE TRIGGER words_of_{table}_out AFTER DELETE ON {table} BEGIN
                DELETE FROM words WHERE rowid = OLD.id * 4 + {code};
            END""",
            f"""CREATE TRIGGER words_of_{table}_change AFTER UPDATE OF id, folded ON {table} BEGIN
                DELETE FROM words WHERE rowid = OLD.id * 4 + {code};
                INSERT INTO words(rowid, folded) VALUES (NEW.id * 4 + {code}, NEW.folded);
            END""",
        )
    ),
)
