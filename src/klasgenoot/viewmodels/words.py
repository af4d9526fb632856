"""What do we call it on screen? Words for deeds, kinds, dates and lists."""

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.deeds import Deed
from klasgenoot.viewmodels.translation import to_translate

translate = QCoreApplication.translate

_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z]|\N{LEFT SINGLE QUOTATION MARK})")

_DEEDS: dict[Deed, str] = {
    Deed.IMPORT_CLASS: to_translate("Deeds", "Class imported"),
    Deed.IMPORT_CLASSES: to_translate("Deeds", "Classes imported"),
    Deed.ADD_CLASS: to_translate("Deeds", "Class added"),
    Deed.RENAME_CLASS: to_translate("Deeds", "Class renamed"),
    Deed.PLAN_FIRST_LESSON: to_translate("Deeds", "First lesson planned"),
    Deed.PLAN_END: to_translate("Deeds", "End of the class planned"),
    Deed.REMOVE_CLASS: to_translate("Deeds", "Class removed"),
    Deed.ADD_STUDENT: to_translate("Deeds", "Student added"),
    Deed.EDIT_STUDENT: to_translate("Deeds", "Student changed"),
    Deed.REMOVE_STUDENTS: to_translate("Deeds", "Student removed"),
    Deed.SET_PHOTO: to_translate("Deeds", "Photo changed"),
    Deed.CROP_PHOTO: to_translate("Deeds", "Photo cropped"),
    Deed.ADD_PHOTO: to_translate("Deeds", "Photo added"),
    Deed.REMOVE_PHOTO: to_translate("Deeds", "Photo taken away"),
    Deed.CUT_FACES: to_translate("Deeds", "Faces cut out"),
    Deed.CHOOSE_MAIN_PHOTO: to_translate("Deeds", "Main photo chosen"),
    Deed.RECORD_NAME: to_translate("Deeds", "Name recorded"),
    Deed.REMOVE_RECORDING: to_translate("Deeds", "Recording removed"),
    Deed.LOG_CONTACT: to_translate("Deeds", "Contact saved"),
    Deed.EDIT_CONTACT: to_translate("Deeds", "Contact changed"),
    Deed.REMOVE_CONTACT: to_translate("Deeds", "Contact removed"),
    Deed.KEEP_PROMISE: to_translate("Deeds", "Promise kept"),
    Deed.SET_TARGET: to_translate("Deeds", "Aim changed"),
    Deed.SNOOZE: to_translate("Deeds", "Put off"),
    Deed.END_SNOOZE: to_translate("Deeds", "Back on the list"),
    Deed.NOTE_ABSENT: to_translate("Deeds", "Absence noted"),
    Deed.REMOVE_ABSENCE: to_translate("Deeds", "Absence removed"),
    Deed.MAKE_PROMISE: to_translate("Deeds", "Promise noted"),
    Deed.EDIT_PROMISE: to_translate("Deeds", "Promise changed"),
    Deed.REOPEN_PROMISE: to_translate("Deeds", "Promise open again"),
    Deed.REMOVE_PROMISE: to_translate("Deeds", "Promise removed"),
    Deed.KEEP_OWN_WORDS: to_translate("Deeds", "Own words saved"),
    Deed.NOTE_IN_COMMON: to_translate("Deeds", "Noted what you have in common"),
    Deed.NAME_COACH: to_translate("Deeds", "Study coach noted"),
    Deed.NOTE_CONSENT: to_translate("Deeds", "Answer noted"),
    Deed.REMOVE_CONSENT: to_translate("Deeds", "Answer removed"),
    Deed.TRANSFER: to_translate("Deeds", "Transfer saved"),
    Deed.EDIT_TRANSFER: to_translate("Deeds", "Transfer changed"),
    Deed.SETTLE_TRANSFER: to_translate("Deeds", "Asked what came of it"),
    Deed.REMOVE_TRANSFER: to_translate("Deeds", "Transfer removed"),
    Deed.ANSWER_MONTH: to_translate("Deeds", "Answer of the monthly round"),
    Deed.NOTE_GROUP: to_translate("Deeds", "Group note saved"),
    Deed.EDIT_GROUP_NOTE: to_translate("Deeds", "Group note changed"),
    Deed.REMOVE_GROUP_NOTE: to_translate("Deeds", "Group note removed"),
    Deed.ANSWER_CARD: to_translate("Deeds", "Answer"),
    Deed.REGRADE_ANSWER: to_translate("Deeds", "Answer judged again"),
    Deed.KEEP_SWEEP: to_translate("Deeds", "Sweep saved"),
    Deed.ANSWER_LOOK_ALIKE: to_translate("Deeds", "Answer about look-alikes saved"),
    Deed.MAKE_SEATING_PLAN: to_translate("Deeds", "Seating plan made"),
    Deed.SEAT_STUDENTS: to_translate("Deeds", "Seats changed"),
    Deed.CHANGE_ROOM: to_translate("Deeds", "Room changed"),
    Deed.MARK_RECOMMENDATION: to_translate("Deeds", "Recommendation marked"),
    Deed.PLAN_LESSONS: to_translate("Deeds", "Lessons planned"),
    Deed.CHANGE_LESSONS: to_translate("Deeds", "Lessons changed"),
    Deed.REMOVE_LESSONS: to_translate("Deeds", "Lessons removed"),
    Deed.ADD_PERIODS: to_translate("Deeds", "Put in the calendar"),
    Deed.CHANGE_PERIOD: to_translate("Deeds", "Calendar changed"),
    Deed.REMOVE_PERIOD: to_translate("Deeds", "Taken out of the calendar"),
    Deed.IMPORT_CALENDAR: to_translate("Deeds", "Timetable imported"),
    Deed.TELL_PHOTO: to_translate("Deeds", "Photo permission noted"),
    Deed.RESTRICT: to_translate("Deeds", "Student restricted"),
    Deed.LIFT_RESTRICTION: to_translate("Deeds", "Restriction lifted"),
    Deed.ADD_VIEW: to_translate("Deeds", "Own view added"),
    Deed.REMOVE_VIEW: to_translate("Deeds", "Own view removed"),
    Deed.HAND_OVER: to_translate("Deeds", "Given to read"),
    Deed.START_TALK_ROUND: to_translate("Deeds", "Talk round planned"),
    Deed.END_TALK_ROUND: to_translate("Deeds", "Talk round ended"),
    Deed.START_TEN_DAYS: to_translate("Deeds", "Ten days planned"),
    Deed.HOLD_TALK: to_translate("Deeds", "Talk saved"),
    Deed.MOVE_TALK: to_translate("Deeds", "Talk moved on"),
    Deed.LEAVE_OUT_OF_ROUND: to_translate("Deeds", "Left out of the round"),
    Deed.TAKE_BACK_IN_ROUND: to_translate("Deeds", "Back in the round"),
    Deed.KEEP_NEEDS: to_translate("Deeds", "Answers of the class saved"),
    Deed.ANSWER_NEEDS: to_translate("Deeds", "What you did with it saved"),
    Deed.REMOVE_NEEDS: to_translate("Deeds", "Answers of the class removed"),
    Deed.KEEP_LONGER: to_translate("Deeds", "Kept longer"),
    Deed.FILL_SAMPLE: to_translate("Deeds", "Sample class made"),
}

_KINDS: dict[ContactKind, str] = {
    ContactKind.TALK: to_translate("Kinds", "talk"),
    ContactKind.BRIEF: to_translate("Kinds", "brief contact"),
    ContactKind.MAIL: to_translate("Kinds", "mail"),
    ContactKind.PHONE: to_translate("Kinds", "phone"),
    ContactKind.NOTICED: to_translate("Kinds", "noticed"),
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


def axis_day(day: date) -> str:
    """A day as in "1 sep": below a chart, where room is short."""
    return _in_locale(day, "d MMM")


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


def first_sentence(text: str) -> str:
    """What a text begins with, where there is no room for the rest."""
    return _SENTENCE_END.split(text, maxsplit=1)[0]


def one_stop(sentence: str) -> str:
    """The sentence, where a shortened family name at its end brought a full stop of its own."""
    return _TWO_STOPS.sub(".", sentence)


def listed(names: Sequence[str]) -> str:
    """Names as one says them: "Jort, Noor and Timo"."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no "and"
        return "".join(names)
    return translate("Lists", "{others} and {last}").format(
        others=", ".join(names[:-1]), last=names[-1]
    )


def some_names(names: Sequence[str], *, most: int) -> str:
    """Names in a sentence; of many only so many, with how many more there are."""
    if len(names) <= most + 1:
        return listed(names)
    others = translate("Lists", "%n other(s)", None, len(names) - most)
    return listed([*names[:most], others])


def capital(words: str) -> str:
    """Words as a sentence begins."""
    return words[:1].upper() + words[1:]
