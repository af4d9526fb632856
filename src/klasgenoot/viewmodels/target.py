"""Where can the teacher go? Pages by name, with the student a page is about."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from klasgenoot.domain.contact import ContactId
from klasgenoot.domain.people import StudentId

if TYPE_CHECKING:
    from klasgenoot.exchange.source_files import Brought

PROMISE = "promise"
"""The act that begins with a promise to the student."""


class StudentAct(StrEnum):
    """What `Target.act` says on STUDENT, besides PROMISE, to begin with at once."""

    EDIT = "edit"
    HELPS = "helps"
    IN_COMMON = "in_common"
    COACH = "coach"
    VIEW = "view"
    RESTRICT = "restrict"


class PageId(StrEnum):
    """Every place there is; LOG is the panel over the page. What is not built is not here."""

    WELCOME = "welcome"
    TODAY = "today"
    CALENDAR = "calendar"
    NAMES = "names"
    PRACTICE = "practice"
    SWEEP = "sweep"
    LOOK_ALIKES = "look_alikes"
    PROGRESS = "progress"
    STUDENTS = "students"
    STUDENT = "student"
    ACCESS = "access"
    TRANSFER = "transfer"
    CHECK_INS = "checkins"
    TALKS = "talks"
    NEEDS = "needs"
    MONTH_ROUND = "month_round"
    PROMISES = "promises"
    SEATING = "seating"
    PHASES = "phases"
    GUIDE = "guide"
    IMPORT = "import"
    CLASS_PHOTO = "class_photo"
    CROPS = "crops"
    SETTINGS = "settings"
    KEYS = "keys"
    BACKUPS = "backups"
    ERASING = "erasing"
    RETENTION = "retention"
    SHARING = "sharing"
    SEARCH = "search"
    LOG = "log"


WHO_NOW = "who_now"
"""What `Target.act` says on CHECK_INS to begin with the three of today."""
CONTACTS_OF_WEEK = "week"
"""What it says there for all contacts of a week."""
UNSPOKEN = "unspoken"
"""What it says there for whose name is known and who was never spoken with."""
SENTENCES = "sentences"
"""What `Target.act` says on SETTINGS for the sentences of the log."""
WITH_ONE = "with_one"
"""What `Target.act` says on TALKS for ten days with one student."""
AFTER_CLASS = "after_class"
"""What `Target.act` says on LOG for the log of a whole lesson."""


@dataclass(frozen=True, slots=True)
class Target:
    """A page to open.

    Attributes:
        page: which page.
        student: the student it is about, for STUDENT, ACCESS, TRANSFER, LOG and ERASING (none: the
            classes), and one of the two for LOOK_ALIKES.
        other: the other of the two for LOOK_ALIKES.
        way: which way to practise, for PRACTICE; a value of `answering.Mode`.
        act: something to begin at once: "note" on PHASES, PROMISE on STUDENT or PROMISES, a
            `StudentAct` on STUDENT, "add" on STUDENTS, an `Occasion` on PRACTICE, an `ExportKind`
            on SHARING, "import", "add" (what follows), "sheet", "leaked" or "off" on KEYS,
            "first_lesson", "aim", "passphrase", "role", "restricted" or SENTENCES on SETTINGS,
            WHO_NOW, CONTACTS_OF_WEEK or UNSPOKEN on CHECK_INS, WITH_ONE on TALKS, AFTER_CLASS on
            LOG; "student" or "names" on LOOK_ALIKES goes back there.
        contact: the contact that is pointed at, for STUDENT.
        back: where one goes back to from a page about one student; None: to the class. It makes no
            other target.
        words: what is looked for at once, for SEARCH.
        paths: what was dropped or pasted, for IMPORT; the picture or scan for CLASS_PHOTO; the
            timetable for CALENDAR.
    """

    page: PageId
    student: StudentId | None = None
    way: str = ""
    act: str = ""
    paths: "tuple[Brought, ...]" = ()
    other: StudentId | None = None
    contact: ContactId | None = None
    words: str = ""
    back: PageId | None = field(default=None, compare=False)
