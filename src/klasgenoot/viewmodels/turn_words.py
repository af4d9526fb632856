"""Why does somebody stand where they stand? The reason, in a few words and as a line."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.attention import Reason, Unseen
from klasgenoot.domain.contact import Contact, ContactKind, Promise
from klasgenoot.domain.snoozing import Snooze
from klasgenoot.domain.study_coach import Transfer
from klasgenoot.domain.targets import Target, TargetFrom
from klasgenoot.viewmodels.snooze_words import until_words, why_words
from klasgenoot.viewmodels.words import capital, days_ago, kind_words, short_date

translate = QCoreApplication.translate


def reason_words(turn: Unseen, *, today: date, is_known: bool) -> str:
    """The reason as a list says it: "31 days · aim 21".

    Args:
        turn: whose turn it is and why.
        today: the day it is.
        is_known: whether the teacher knows the name.
    """
    if turn.reason is Reason.SNOOZED and turn.snooze:
        return snoozed_until(turn.snooze)
    if turn.reason is Reason.PROMISE_PASSED and turn.promise:
        day = short_date(turn.promise.due_on)
        return translate("Turns", "promised by {day}").format(day=day)
    if turn.last_contact is None:
        return never_words(is_known=is_known)
    if turn.reason is Reason.LONG_AGO:
        return f"{days_words(turn)} · {short_aim(turn.target)}"
    if (today - turn.last_contact).days > 1:
        return days_words(turn)
    return days_ago(turn.last_contact, today=today)


def whole_reason(turn: Unseen, *, today: date, is_known: bool) -> str:
    """The same with all that it is made of: "24 days · own aim 21 · promised by Fri 20 Nov"."""
    if turn.last_contact is None:
        parts = [never_words(is_known=is_known)]
    else:
        parts = [counted_words(turn, today=today), aim_words(turn.target)]
    if turn.reason is Reason.PROMISE_PASSED:
        parts.append(reason_words(turn, today=today, is_known=is_known))
    if turn.snooze is not None:
        parts.append(f"{why_words(turn.snooze)} {until_words(turn.snooze.until)}")
    return " · ".join(parts)


def aim_words(target: Target) -> str:
    """An aim with where it comes from: "own aim 21", "aim 7, for care"."""
    words = {
        TargetFrom.OWN: translate("Turns", "own aim {aim}"),
        TargetFrom.CARE: translate("Turns", "aim {aim}, for care"),
        TargetFrom.NEW: translate("Turns", "aim {aim}, new in the class"),
        TargetFrom.CLASS: translate("Turns", "aim {aim}"),
    }[target.source]
    return words.format(aim=target.days)


def days_words(turn: Unseen) -> str:
    """How long ago the last contact was, without the days that do not count."""
    return translate("Turns", "%n day(s)", None, turn.days or 0)


def left_out(turn: Unseen, *, today: date) -> int:
    """How many days since the last contact do not count, as they had no lessons."""
    if turn.last_contact is None or turn.days is None:
        return 0
    return max(0, (today - turn.last_contact).days - turn.days)


def counted_words(turn: Unseen, *, today: date) -> str:
    """The days that count, and which do not: "25 days, 7 lesson-free ones left out"."""
    free = left_out(turn, today=today)
    if not free:
        return days_words(turn)
    rest = translate("Turns", "%n lesson-free one(s) left out", None, free)
    return f"{days_words(turn)}, {rest}"


def when_words(turn: Unseen, day: date, *, today: date) -> str:
    """When the last contact was, so that a calendar and the aim agree with it.

    Where days are left out that is the date with what counts: "on Thu 22 Oct (25 days, 7
    lesson-free ones left out)".
    """
    if day != turn.last_contact or not left_out(turn, today=today):
        return days_ago(day, today=today)
    return translate("Turns", "on {day} ({days})").format(
        day=short_date(day), days=counted_words(turn, today=today)
    )


def short_aim(target: Target) -> str:
    """An aim as short as it can be said."""
    return translate("Turns", "aim {aim}").format(aim=target.days)


def never_words(*, is_known: bool) -> str:
    """What is said of who was never spoken with."""
    if is_known:
        return translate("Turns", "known, never spoken with")
    return translate("Turns", "never spoken with")


def last_line(contact: Contact | None) -> str:
    """The day and the words of the last contact; its kind when there are no words."""
    if contact is None:
        return translate("Turns", "no talk, mail or remark yet")
    said = contact.text or kind_words(contact.kind)
    return f"{short_date(contact.happened_on)}: {said}"


def there_words(turn: Unseen) -> str:
    """Of who was never spoken with: how long they have been in the class."""
    if turn.days is None:
        return translate("Turns", "no talk, mail or remark yet")
    return translate("Turns", "%n teaching week(s) in your class", None, turn.weeks)


def snoozed_until(snooze: Snooze) -> str:
    """Until when somebody is left in peace: "put off until Fri 6 Nov"."""
    return translate("Turns", "put off until {day}").format(day=short_date(snooze.until))


def standing(turn: Unseen, last: Contact | None, *, today: date, is_known: bool) -> str:
    """The reason as a line of its own: "Spoke 7 days ago, aim 21"."""
    parts = []
    if turn.reason in {Reason.PROMISE_PASSED, Reason.SNOOZED}:
        parts.append(reason_words(turn, today=today, is_known=is_known))
    if last is None:
        parts.append(never_words(is_known=is_known))
    else:
        ago = when_words(turn, last.happened_on, today=today)
        parts.append(_past(last.kind).format(ago=ago, aim=turn.target.days))
    return capital(" · ".join(parts))


def promise_words(promise: Promise, *, today: date) -> str:
    """A promise in one line: what, and when unless that has passed."""
    what = promise.text or translate("Turns", "promise")
    if promise.due_on < today:
        return what
    return f"{what}, {due_words(promise.due_on, today=today)}"


def promised_words(promise: Promise) -> str:
    """What was promised; of a promise without words, what any promise is."""
    return promise.text or translate("Student", "Come back to this")


def return_words(transfer: Transfer) -> str:
    """What is still to be asked of the study coach."""
    return translate("Student", "Ask {coach} what came of it").format(coach=transfer.coach)


def due_words(due_on: date, *, today: date) -> str:
    """When something is due: "today", "Mon 2 Nov", "was Fri 23 Oct"."""
    if due_on == today:
        return translate("Dates", "today")
    day = short_date(due_on)
    return translate("Turns", "was {day}").format(day=day) if due_on < today else day


def _past(kind: ContactKind) -> str:
    return {
        ContactKind.TALK: translate("Turns", "spoke {ago}, aim {aim}"),
        ContactKind.BRIEF: translate("Turns", "spoke {ago}, aim {aim}"),
        ContactKind.MAIL: translate("Turns", "mailed {ago}, aim {aim}"),
        ContactKind.PHONE: translate("Turns", "phoned {ago}, aim {aim}"),
        ContactKind.NOTICED: translate("Turns", "noticed {ago}, aim {aim}"),
    }[kind]
