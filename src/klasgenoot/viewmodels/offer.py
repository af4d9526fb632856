"""What is there to practise now, and how well is a name known? In words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.memory import Level
from klasgenoot.domain.practice import Practice, minutes
from klasgenoot.viewmodels.learning import DIRECTION, Learning
from klasgenoot.viewmodels.occasions import is_refresher, today

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A session to begin.

    Attributes:
        button: what the button says.
        line: who is in the session.
        sentence: why there is no need to practise today; empty when there is.
    """

    button: str
    line: str = ""
    sentence: str = ""

    @property
    def anyway(self) -> bool:
        """Whether nobody is due."""
        return bool(self.sentence)


def offer_of(known: Learning) -> Offer:
    """What there is to practise with a class now."""
    practice = today(known)
    if not practice.queue:
        return Offer(
            button=translate("Names", "Practise anyway"), sentence=_rest_words(known, practice)
        )
    button = translate("Names", "Practise now · {minutes} min")
    return Offer(button=button.format(minutes=minutes(practice)), line=_line(known, practice))


def level_words(level: Level) -> str:
    """How well a name is known, as the legend says it."""
    return {
        Level.NEW: translate("Names", "new"),
        Level.LEARNING: translate("Names", "learning"),
        Level.ALMOST: translate("Names", "almost"),
        Level.KNOWN: translate("Names", "known"),
    }[level]


def _line(known: Learning, practice: Practice) -> str:
    """Who is in a session: how many to repeat, how many new, and how many of this class."""
    if is_refresher(known):
        return translate("Names", "Refresher: {faces}").format(faces=_faces(practice))
    if len(known.groups) == 1:
        return _faces(practice)
    mine = sum(who in known.students for who in practice.faces)
    if not mine:
        return translate("Names", "{faces}; none from {name}").format(
            faces=_faces(practice), name=known.school_class.name
        )
    return translate("Names", "{faces}; {mine} from {name}").format(
        faces=_faces(practice), mine=mine, name=known.school_class.name
    )


def _faces(practice: Practice) -> str:
    new = len({card.student_id for card in practice.queue if card.is_new})
    due = len(practice.faces) - new
    if not due:
        return translate("Names", "%n new face(s)", None, new)
    if not new:
        return translate("Names", "%n face(s) to repeat", None, due)
    return translate("Names", "{due} to repeat, {new} new").format(due=due, new=new)


def _rest_words(known: Learning, practice: Practice) -> str:
    """Why there is nothing to practise today, and when there is."""
    if all(known.level(who) is Level.KNOWN for who in known.to_learn):
        state = translate("Names", "You know all %n name(s).", None, len(known.to_learn))
    elif known.direction is DIRECTION:
        state = translate("Names", "Nothing more for today.")
    else:  # by typing there may be
        state = translate("Names", "Nothing more in this way for today.")
    if practice.next_due is None:
        return state
    # a plan asks again tomorrow, also who was due before and did not fit in today's minutes
    days = (practice.next_due - known.practice_day).days
    if days <= 1:
        return f"{state} {translate('Names', 'A short repeat tomorrow.')}"
    return f"{state} {translate('Names', 'A short repeat in %n day(s).', None, days)}"
