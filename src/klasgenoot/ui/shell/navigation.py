"""Which pages are there, and where do they stand in the sidebar? `making.py` makes them."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from klasgenoot.viewmodels.page_words import page_name
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.translation import to_translate

translate = QCoreApplication.translate


class ShownPage(Protocol):
    """What the window asks of a page, besides being a widget."""

    def arrive(self, target: Target) -> None:
        """The page was opened."""


class Section(Enum):
    """The parts of the sidebar: the day, what follows the class, the guide, and the app itself."""

    DAY = "day"
    CLASS = "class"
    GUIDE = "guide"
    APP = "app"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the sidebar; `also` has other words for it, in English."""

    page: PageId
    icon: str
    section: Section
    also: str = ""

    @property
    def other_words(self) -> str:
        """By which other words it is found, in the language on screen."""
        return translate("Navigation", self.also) if self.also else ""

    @property
    def words(self) -> str:
        """Its name on screen."""
        return page_name(self.page)


SIDEBAR: tuple[Entry, ...] = (
    Entry(PageId.TODAY, "sun", Section.DAY),
    Entry(PageId.NAMES, "id-card", Section.CLASS),
    Entry(
        PageId.STUDENTS,
        "users",
        Section.CLASS,
        also=to_translate("Navigation", "class list, photos, last seen"),
    ),
    Entry(
        PageId.CHECK_INS,
        "messages-square",
        Section.CLASS,
        also=to_translate(
            "Navigation", "contact, not seen, unseen, attention, dots, last seen, fair"
        ),
    ),
    Entry(PageId.SEATING, "armchair", Section.CLASS),
    Entry(
        PageId.PHASES,
        "activity",
        Section.CLASS,
        also=to_translate("Navigation", "group notes, mood of the group"),
    ),
    Entry(
        PageId.GUIDE,
        "compass",
        Section.GUIDE,
        also=to_translate("Navigation", "recommendations, advice, step of the week"),
    ),
    Entry(PageId.IMPORT, "folder-input", Section.APP),
    Entry(PageId.SETTINGS, "settings", Section.APP),
)

FIRST = PageId.TODAY
"""What opens with a class."""

WITHOUT_CLASS = frozenset(
    {
        PageId.CALENDAR,
        PageId.IMPORT,
        PageId.SETTINGS,
        PageId.KEYS,
        PageId.BACKUPS,
        PageId.ERASING,
        PageId.RETENTION,
    }
)
"""Pages that can be opened before there is a class."""

WHOLE_WINDOW = frozenset(
    {
        PageId.PRACTICE,
        PageId.SWEEP,
        PageId.LOOK_ALIKES,
        PageId.MONTH_ROUND,
        PageId.IMPORT,
        PageId.CLASS_PHOTO,
        PageId.CROPS,
    }
)
"""Pages that take the whole window: one thing to do, then back."""

BELONGS_TO = {
    PageId.CALENDAR: PageId.TODAY,
    PageId.STUDENT: PageId.STUDENTS,
    PageId.ACCESS: PageId.STUDENTS,
    PageId.TRANSFER: PageId.STUDENTS,
    PageId.CLASS_PHOTO: PageId.STUDENTS,
    PageId.CROPS: PageId.STUDENTS,
    PageId.PRACTICE: PageId.NAMES,
    PageId.SWEEP: PageId.NAMES,
    PageId.LOOK_ALIKES: PageId.NAMES,
    PageId.PROGRESS: PageId.NAMES,
    PageId.SHARING: PageId.STUDENTS,
    PageId.TALKS: PageId.CHECK_INS,
    PageId.NEEDS: PageId.GUIDE,
    PageId.MONTH_ROUND: PageId.CHECK_INS,
    PageId.PROMISES: PageId.CHECK_INS,
    PageId.KEYS: PageId.SETTINGS,
    PageId.BACKUPS: PageId.SETTINGS,
    PageId.ERASING: PageId.SETTINGS,
    PageId.RETENTION: PageId.SETTINGS,
}
"""Pages that are not in the sidebar, and whose row is marked for them."""

ABOUT_ONE = frozenset(
    {PageId.STUDENT, PageId.ACCESS, PageId.TRANSFER, PageId.ERASING, PageId.LOOK_ALIKES}
)
"""Pages about one student; among these one does not forget where one came from."""


def headed(target: Target | PageId, *, here: Target) -> Target:
    """Where to go; a page about one student knows from where the teacher came to it."""
    target = Target(target) if isinstance(target, PageId) else target
    if target.page not in ABOUT_ONE or target.back is not None:
        return target
    return replace(target, back=here.back if here.page in ABOUT_ONE else here.page)
