"""What do we call it on screen? Words for deeds, kinds, dates and lists."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.deeds import Deed

translate = QCoreApplication.translate

_DEEDS: dict[Deed, str] = {
    Deed.IMPORT_CLASS: QT_TRANSLATE_NOOP("Deeds", "Class imported"),
    Deed.ADD_CLASS: QT_TRANSLATE_NOOP("Deeds", "Class added"),
    Deed.RENAME_CLASS: QT_TRANSLATE_NOOP("Deeds", "Class renamed"),
    Deed.PLAN_FIRST_LESSON: QT_TRANSLATE_NOOP("Deeds", "First lesson planned"),
    Deed.REMOVE_CLASS: QT_TRANSLATE_NOOP("Deeds", "Class removed"),
    Deed.ADD_STUDENT: QT_TRANSLATE_NOOP("Deeds", "Student added"),
    Deed.EDIT_STUDENT: QT_TRANSLATE_NOOP("Deeds", "Student changed"),
    Deed.REMOVE_STUDENTS: QT_TRANSLATE_NOOP("Deeds", "Student removed"),
    Deed.SET_PHOTO: QT_TRANSLATE_NOOP("Deeds", "Photo changed"),
    Deed.CROP_PHOTO: QT_TRANSLATE_NOOP("Deeds", "Photo cropped"),
    Deed.LOG_CONTACT: QT_TRANSLATE_NOOP("Deeds", "Contact saved"),
    Deed.EDIT_CONTACT: QT_TRANSLATE_NOOP("Deeds", "Contact changed"),
    Deed.REMOVE_CONTACT: QT_TRANSLATE_NOOP("Deeds", "Contact removed"),
    Deed.KEEP_PROMISE: QT_TRANSLATE_NOOP("Deeds", "Promise kept"),
    Deed.NOTE_GROUP: QT_TRANSLATE_NOOP("Deeds", "Group note saved"),
    Deed.EDIT_GROUP_NOTE: QT_TRANSLATE_NOOP("Deeds", "Group note changed"),
    Deed.REMOVE_GROUP_NOTE: QT_TRANSLATE_NOOP("Deeds", "Group note removed"),
    Deed.ANSWER_CARD: QT_TRANSLATE_NOOP("Deeds", "Answer saved"),
    Deed.REGRADE_ANSWER: QT_TRANSLATE_NOOP("Deeds", "Answer judged again"),
    Deed.MARK_RECOMMENDATION: QT_TRANSLATE_NOOP("Deeds", "Recommendation marked"),
    Deed.FILL_SAMPLE: QT_TRANSLATE_NOOP("Deeds", "Sample class made"),
}

_KINDS: dict[ContactKind, str] = {
    ContactKind.TALK: QT_TRANSLATE_NOOP("Kinds", "talk"),
    ContactKind.BRIEF: QT_TRANSLATE_NOOP("Kinds", "brief contact"),
    ContactKind.MAIL: QT_TRANSLATE_NOOP("Kinds", "mail"),
    ContactKind.PHONE: QT_TRANSLATE_NOOP("Kinds", "phone"),
    ContactKind.NOTICED: QT_TRANSLATE_NOOP("Kinds", "noticed"),
}


def deed_words(deed: Deed) -> str:
    """What was done, as the undo bar says it."""
    return translate("Deeds", _DEEDS[deed])


def kind_words(kind: ContactKind) -> str:
    """What kind of contact it was."""
    return translate("Kinds", _KINDS[kind])


def short_date(day: date) -> str:
    """A day as in "vr 23 okt"."""
    return _in_locale(day, "ddd d MMM")


def long_date(day: date) -> str:
    """A day as in "dinsdag 1 september"."""
    return _in_locale(day, "dddd d MMMM")


def month_day(day: date) -> str:
    """A day as in "1 september"."""
    return _in_locale(day, "d MMMM")


def _in_locale(day: date, shape: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), shape).replace(".", "")


def days_ago(day: date, *, today: date) -> str:
    """How long ago a day is: "today", "yesterday", "12 days ago"."""
    days = (today - day).days
    if days == 0:
        return translate("Dates", "today")
    if days == 1:
        return translate("Dates", "yesterday")
    return translate("Dates", "%n day(s) ago", None, days)


def listed(names: Sequence[str]) -> str:
    """Names as one says them: "Jort, Noor and Timo"."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no "and"
        return "".join(names)
    return translate("Lists", "{others} and {last}").format(
        others=", ".join(names[:-1]), last=names[-1]
    )
