"""Why is somebody put off? The reasons in words, alone and with their end."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.snoozing import Snooze, SnoozeReason
from klasgenoot.viewmodels.translation import to_translate
from klasgenoot.viewmodels.words import short_date

translate = QCoreApplication.translate

_REASONS: dict[SnoozeReason, str] = {
    SnoozeReason.INTERNSHIP: to_translate("Snooze", "internship"),
    SnoozeReason.ILL: to_translate("Snooze", "ill"),
    SnoozeReason.RATHER_NOT: to_translate("Snooze", "would rather not"),
    SnoozeReason.OTHER: to_translate("Snooze", "another reason"),
}


def reason_name(reason: SnoozeReason) -> str:
    """What a reason is called."""
    return translate("Snooze", _REASONS[reason])


def why_words(snooze: Snooze) -> str:
    """The reason as the teacher gave it: in their own words where there are any."""
    return snooze.text or reason_name(snooze.reason)


def until_words(day: date) -> str:
    """The end of it: "until Fri 6 Nov"."""
    return translate("Snooze", "until {day}").format(day=short_date(day))
