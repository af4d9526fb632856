"""What is each page called, where it is listed and where one goes back to it?"""

from PySide6.QtCore import QCoreApplication

from klasgenoot.viewmodels.target import PageId
from klasgenoot.viewmodels.translation import to_translate

translate = QCoreApplication.translate

PAGE_NAMES: dict[PageId, str] = {
    PageId.TODAY: to_translate("Navigation", "Today"),
    PageId.NAMES: to_translate("Navigation", "Names"),
    PageId.STUDENTS: to_translate("Navigation", "Students"),
    PageId.CHECK_INS: to_translate("Navigation", "Check-ins"),
    PageId.SEATING: to_translate("Navigation", "Seating"),
    PageId.PHASES: to_translate("Navigation", "Phases"),
    PageId.GUIDE: to_translate("Navigation", "Guide"),
    PageId.IMPORT: to_translate("Navigation", "Import"),
    PageId.SETTINGS: to_translate("Navigation", "Settings"),
    PageId.SEARCH: to_translate("Navigation", "Search"),
    PageId.PROGRESS: to_translate("Navigation", "Progress"),
    PageId.TALKS: to_translate("Navigation", "Talk round"),
    PageId.MONTH_ROUND: to_translate("Navigation", "Monthly round"),
    PageId.PROMISES: to_translate("Navigation", "Promises"),
}


def page_name(page: PageId) -> str:
    """What a page is called on screen."""
    return translate("Navigation", PAGE_NAMES[page])
