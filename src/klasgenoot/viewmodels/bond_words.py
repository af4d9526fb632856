"""What do we call the answers of the monthly round? Words, and never a figure."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from klasgenoot.domain.month_round import Footing, WouldCome

translate = QCoreApplication.translate


def would_come_words(answer: WouldCome) -> str:
    """Whether the student would come with something personal: "probably not"."""
    return {
        WouldCome.YES: translate("Bond", "would come to you"),
        WouldCome.MAYBE: translate("Bond", "might come to you"),
        WouldCome.NO: translate("Bond", "would not come to you yet"),
    }[answer]


def footing_words(footing: Footing) -> str:
    """What the bond asks for: building, keeping or mending."""
    return {
        Footing.BUILDING: translate("Bond", "building"),
        Footing.KEEPING: translate("Bond", "keeping up"),
        Footing.MENDING: translate("Bond", "mending"),
    }[footing]


def month_words(month: date | str) -> str:
    """A month as in "october 2026"."""
    day = date.fromisoformat(month) if isinstance(month, str) else month
    return QLocale().toString(QDate(day.year, day.month, day.day), "MMMM yyyy")
