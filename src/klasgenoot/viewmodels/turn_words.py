"""Why does somebody stand where they stand? The reason, in a few words and as a line."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.attention import Reason, Unseen
from klasgenoot.domain.contact import Contact, ContactKind, Promise
from klasgenoot.domain.snoozing import Snooze
from klasgenoot.domain.study_coach import Transfer
from klasgenoot.viewmodels.words import capital, days_ago, kind_words, short_date

translate = QCoreApplication.translate


def reason_words(turn: Unseen, *, is_known: bool) -> str:
    """The reason as a list says it: "31 days · aim 21".

    Args:
        turn: whose turn it is and why.
        is_known: whether the teacher knows the name.
    """
    if turn.reason is Reason.SNOOZED and turn.snooze:
        return snoozed_until(turn.snooze)
    if turn.reason is Reason.PROMISE_PASSED and turn.promise:
        day = short_date(turn.promise.due_on)
        return translate("Turns", "promised by {day}").format(day=day)
    if turn.last_contact is None:
        return never_words(is_known=is_known)
    days = turn.days or 0
    if turn.reason is Reason.LONG_AGO:
        counted = translate("Turns", "%n day(s)", None, days)
        return translate("Turns", "{days} · aim {aim}").format(days=counted, aim=turn.target.days)
    if days > 1:
        return translate("Turns", "%n day(s)", None, days)
    return translate("Dates", "yesterday") if days else translate("Dates", "today")


def never_words(*, is_known: bool) -> str:
    """What is said of who was never spoken with."""
    if is_known:
        return translate("Turns", "known, never spoken with")
    return translate("Turns", "not spoken with yet")


def last_line(contact: Contact | None) -> str:
    """The day and the words of the last contact; its kind when there are no words."""
    if contact is None:
        return translate("Turns", "no talk, mail or remark yet")
    said = contact.text or kind_words(contact.kind)
    return f"{short_date(contact.happened_on)}: {said}"


def snoozed_until(snooze: Snooze) -> str:
    """Until when somebody is left in peace: "put off until Fri 6 Nov"."""
    return translate("Turns", "put off until {day}").format(day=short_date(snooze.until))


def standing(turn: Unseen, last: Contact | None, *, today: date, is_known: bool) -> str:
    """The reason as a line of its own: "Spoke 7 days ago, aim 21"."""
    parts = []
    if turn.reason in {Reason.PROMISE_PASSED, Reason.SNOOZED}:
        parts.append(reason_words(turn, is_known=is_known))
    if last is None:
        parts.append(never_words(is_known=is_known))
    else:
        ago = days_ago(last.happened_on, today=today)
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
