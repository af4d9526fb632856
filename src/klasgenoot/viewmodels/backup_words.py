"""What do we say about backups? When, why, how much, what differs, and what to tell at start."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from klasgenoot.domain.backups import Amount, Amounts, Backup, Difference, Kind, Why
from klasgenoot.domain.second_place import Nudge
from klasgenoot.viewmodels.translation import to_translate
from klasgenoot.viewmodels.words import days_ago, listed, short_date

translate = QCoreApplication.translate

_WHYS: dict[Why, str] = {
    Why.ROUTINE: to_translate("Backups", "while you worked"),
    Why.IMPORT: to_translate("Backups", "before an import"),
    Why.REMOVAL: to_translate("Backups", "before a large removal"),
    Why.MIGRATION: to_translate("Backups", "before a new version"),
    Why.RESTORE: to_translate("Backups", "before a backup was put back"),
    Why.CLOSING: to_translate("Backups", "when you stopped"),
    Why.ASKED: to_translate("Backups", "asked for"),
    Why.UNKNOWN: to_translate("Backups", "reason unknown"),
}
SHOWN = (Kind.STUDENTS, Kind.CONTACTS, Kind.NOTES)
"""What a row in the list tells of."""
RECENT = 7
"""So many days a date needs no year and no more than the weekday to be known."""


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One line of the preview: what it is about, as it is now, and as it will be."""

    kind: str
    now: str
    then: str


def why_words(why: Why) -> str:
    """What a backup was made for."""
    return translate("Backups", _WHYS[why])


def size_words(size: int) -> str:
    """As in "4.2 MB"."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def moment_words(moment: datetime, *, today: date) -> str:
    """As in "today, 14:30" or "do 29 okt, 14:30"; with the year when it is another one."""
    local = moment.astimezone()
    day = local.date()
    words = days_ago(day, today=today) if 0 <= (today - day).days <= 1 else short_date(day)
    if day.year != today.year:
        words = f"{words} {day.year}"
    return f"{words}, {local:%H:%M}"


def count_words(kind: Kind, count: int) -> str:
    """As in "28 students"."""
    return {
        Kind.CLASSES: translate("Backups", "%n class(es)", None, count),
        Kind.STUDENTS: translate("Backups", "%n student(s)", None, count),
        Kind.PHOTOS: translate("Backups", "%n photo(s)", None, count),
        Kind.CONTACTS: translate("Backups", "%n contact(s)", None, count),
        Kind.NOTES: translate("Backups", "%n group note(s)", None, count),
    }[kind]


def holds_words(amounts: Amounts, *, kinds: Iterable[Kind] = SHOWN) -> str:
    """What is in a backup, as in "28 students and 312 contacts"; what there is none of is left."""
    counts = [(kind, amounts.get(kind, Amount(0)).count) for kind in kinds]
    words = [count_words(kind, count) for kind, count in counts if count]
    return listed(words) if words else translate("Backups", "no classes yet")


def difference_rows(differences: Iterable[Difference]) -> tuple[DifferenceRow, ...]:
    """The lines of a preview."""
    return tuple(
        DifferenceRow(
            _kind_words(each.kind),
            _amount_words(each.kind, each.now),
            _amount_words(each.kind, each.then),
        )
        for each in differences
    )


def past_words(past: int) -> str:
    """Why an older backup is offered than the one that was asked for."""
    return translate(
        "Backups", "%n newer backup(s) turned out damaged; this is the next good one.", None, past
    )


def nudge_words(nudge: Nudge) -> str:
    """What a teacher is told once a month."""
    return {
        Nudge.NOT_CHOSEN: translate(
            "Backups",
            "Your backups are on this computer only. In Settings you can have a copy on a stick.",
        ),
        Nudge.NOT_REACHED: translate(
            "Backups",
            "No backup has reached your second place for a month. Plug the stick in some time.",
        ),
    }[nudge]


def older_copy_words(furthest: Backup | None) -> str:
    """That the data is behind one of its backups; without one, behind what was seen of it."""
    if furthest is None:
        return translate(
            "Backups",
            "Your data is older than when it was last open here: an older file came back.",
        )
    made = furthest.made_at.astimezone()
    words = translate(
        "Backups",
        "Your data is older than the backup of {day}, {time}. Settings, Backups brings that back.",
    )
    return words.format(day=short_date(made.date()), time=f"{made:%H:%M}")


def _kind_words(kind: Kind) -> str:
    return {
        Kind.CLASSES: translate("Backups", "Classes"),
        Kind.STUDENTS: translate("Backups", "Students"),
        Kind.PHOTOS: translate("Backups", "Photos"),
        Kind.CONTACTS: translate("Backups", "Contacts"),
        Kind.NOTES: translate("Backups", "Group notes"),
    }[kind]


def _amount_words(kind: Kind, amount: Amount) -> str:
    """As in "312, the last on vr 23 okt"; students have no last one."""
    if amount.latest is None or kind is Kind.STUDENTS:
        return str(amount.count)
    words = translate("Backups", "{count}, the last of {day}")
    return words.format(count=amount.count, day=short_date(amount.latest))
