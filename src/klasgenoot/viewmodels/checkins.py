"""Who has not been seen lately? The class in order of whose turn it is, each with the reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.attention import Unseen
from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.contact import Contact, ContactId
from klasgenoot.domain.free_days import days_back
from klasgenoot.domain.memory import Direction, Level, level
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.weeks import Week, week_of, weeks_until
from klasgenoot.operations.overview import DECIDE_TURNS, Attention, attention
from klasgenoot.store.contacts import contacts_in_class, private_texts_of
from klasgenoot.store.memories import memories
from klasgenoot.viewmodels.checkins_filter import Filter, filter_words, let_through
from klasgenoot.viewmodels.checkins_rows import CheckInRow, Heading, Section, TurnRows
from klasgenoot.viewmodels.checkins_words import NAMED, care_words, fairness_words, snoozed_words
from klasgenoot.viewmodels.rows import Rows
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student_order import student_order
from klasgenoot.viewmodels.turn_deeds import TurnDeeds
from klasgenoot.viewmodels.week_look_back import WeekLookBack
from klasgenoot.viewmodels.who_rows import AT_ONCE, WhoRow, who_rows
from klasgenoot.viewmodels.words import some_names

translate = QCoreApplication.translate

WATCHED = DECIDE_TURNS | {"memories"}
WEEKS_SHOWN = 9
"""The most weeks in the strip: a block of a term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What was read from the vault: the class, its weeks, and one row for each student."""

    attention: Attention
    weeks: tuple[Week, ...]
    rows: tuple[CheckInRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Strip:
    """The weeks shown: which they are, which have no lessons, and since when a dot counts."""

    weeks: tuple[Week, ...]
    free: tuple[bool, ...]
    recent: date

    @classmethod
    def until(cls, today: date, *, since: date | None, found: Attention) -> "_Strip":
        weeks = weeks_until(today, count=WEEKS_SHOWN, since=since)
        return cls(
            weeks=weeks,
            free=tuple(found.free.has_week(week.monday) for week in weeks),
            recent=days_back(today, 7 * found.fairness.weeks, free=found.free),
        )


class CheckInsViewModel(QObject):
    """The current class as faces and as a list, whose turn it is first.

    Attributes:
        deeds: what can be set of somebody's turn.
        look_back: all contacts of a week.

    Signals:
        changed: the class, its contacts, the aim or the filter changed.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.deeds = TurnDeeds(session, self)
        self.look_back = WeekLookBack(session, self)
        self._wall: Rows[CheckInRow] = Rows(self)
        self._turns = TurnRows(self)
        self._filter = Filter.ALL
        self._known: _Known | None = None
        self._is_stale = True
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)

    @property
    def wall(self) -> Rows[CheckInRow]:
        """Everybody the filter lets through, for the faces."""
        self._freshen()
        return self._wall

    @property
    def turns(self) -> TurnRows:
        """The same students for the list, with a heading where the turns end."""
        self._freshen()
        return self._turns

    def remember_order(self) -> None:
        """Keeps the order that is shown, to go through the students one by one."""
        student_order(self._session).ids = tuple(row.student.id for row in self.wall.rows())

    @property
    def has_students(self) -> bool:
        """Whether there is anybody to see."""
        known = self._freshen()
        return known is not None and bool(known.rows)

    @property
    def target_days(self) -> int:
        """After how many days without contact it is someone's turn."""
        return self._session.settings.target_days

    @property
    def weeks(self) -> tuple[tuple[int, bool], ...]:
        """The number of each week in the strip, and whether it is this week."""
        known = self._freshen()
        last = len(known.weeks) - 1 if known else 0
        return tuple(
            (week.number, at == last) for at, week in enumerate(known.weeks if known else ())
        )

    def week_at(self, place: int) -> Week:
        """One of the weeks in the strip, to look back over."""
        known = self._freshen()
        return known.weeks[place] if known else week_of(self._session.today())

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The parts of the list that have anybody in them, with how many."""
        return self.turns.headings

    @property
    def filter(self) -> Filter:
        """Which students are shown."""
        self._freshen()
        return self._filter

    @property
    def filters(self) -> dict[Filter, str]:
        """The filters that let anybody through, in words with how many."""
        known = self._freshen()
        counts = {each: len(let_through(known.rows, each)) if known else 0 for each in Filter}
        return {
            each: filter_words(each).format(count=count)
            for each, count in counts.items()
            if count or each is Filter.ALL
        }

    @property
    def sentence(self) -> str:
        """How many were seen lately and who was not, as one says it."""
        known = self._freshen()
        if known is None or not known.rows:
            return ""
        fair = known.attention.fairness
        if not known.attention.last:
            return translate("CheckIns", "No contact logged yet. Begin with three.")
        return fairness_words(fair, names=self._unseen(known) if fair.unseen else "")

    @property
    def who_now(self) -> tuple[WhoRow, ...]:
        """The few to begin with today: the first who are not put off."""
        known = self._freshen()
        if known is None:
            return ()
        rows = [row for row in known.rows if row.section is not Section.SNOOZED][:AT_ONCE]
        return who_rows(
            [row.turn for row in rows],
            known.attention,
            called={row.student.id: row.name for row in rows},
            known={row.student.id for row in rows if row.is_known},
            today=self._session.today(),
        )

    @property
    def snoozed(self) -> str:
        """Who is put off until when, in one line; empty when nobody is."""
        known = self._freshen()
        return snoozed_words(known.rows) if known else ""

    @property
    def about_care(self) -> str:
        """That contact was only about care lately, with somebody or with all; else empty."""
        known = self._freshen()
        if known is None:
            return ""
        return care_words(known.rows)

    def choose_filter(self, chosen: Filter) -> None:
        """Shows other students."""
        self._filter = chosen
        self._change()

    def _unseen(self, known: _Known) -> str:
        missed = frozenset(known.attention.fairness.unseen)
        names = [row.name for row in known.rows if row.student.id in missed]
        return some_names(names, most=NAMED)

    def _freshen(self) -> _Known | None:
        """Reads everything anew if anything changed since."""
        if self._is_stale:
            self._is_stale = False
            self._known = self._read()
            rows = self._known.rows if self._known else ()
            if not let_through(rows, self._filter):
                self._filter = Filter.ALL
            shown = let_through(rows, self._filter)
            self._wall.set_rows(shown)
            self._turns.show_turns(shown)
        return self._known

    def _read(self) -> _Known | None:
        session = self._session
        school_class, today = session.current_class, session.today()
        if school_class is None:
            return None
        found = attention(session.vault, school_class, today=today, target_days=self.target_days)
        strip = _Strip.until(today, since=school_class.first_lesson, found=found)
        first_day = min(strip.weeks[0].monday, strip.recent)
        contacts = _by_student(contacts_in_class(session.vault, school_class.id, since=first_day))
        known = memories(session.vault, direction=Direction.FACE_TO_NAME, class_id=school_class.id)
        now = session.now()
        names = {who for who, each in known.items() if level(each, at=now) is Level.KNOWN}
        called = told_apart(found.students.values())
        private = private_texts_of(
            session.vault, (last.id for last in found.last.values() if not last.text)
        )
        return _Known(
            attention=found,
            weeks=strip.weeks,
            rows=tuple(
                self._row(
                    found,
                    turn,
                    contacts.get(turn.student_id, ()),
                    strip,
                    private=private,
                    name=called[turn.student_id],
                    is_known=turn.student_id in names,
                )
                for turn in found.turns
            ),
        )

    def _row(
        self,
        found: Attention,
        turn: Unseen,
        contacts: tuple[Contact, ...],
        strip: _Strip,
        *,
        private: Mapping[tuple[ContactId, StudentId], str],
        name: str,
        is_known: bool,
    ) -> CheckInRow:
        last = found.last.get(turn.student_id)
        # what was written of it: to all it was with, else to this student alone
        said = (last.text or private.get((last.id, turn.student_id), "")) if last else ""
        return CheckInRow(
            student=found.students[turn.student_id],
            name=name,
            turn=turn,
            dots=sum(contact.happened_on > strip.recent for contact in contacts),
            contacts=contacts,
            weeks=strip.weeks,
            free_weeks=strip.free,
            last=last,
            said=said,
            is_known=is_known,
            only_care=turn.student_id in found.only_care,
            today=self._session.today(),
        )

    def _change(self) -> None:
        self._is_stale = True
        self.changed.emit()

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self._change()

    @Slot()
    def _on_class_changed(self) -> None:
        self._filter = Filter.ALL
        self._change()


def _by_student(contacts: Iterable[Contact]) -> dict[StudentId, tuple[Contact, ...]]:
    found: dict[StudentId, list[Contact]] = {}
    for contact in contacts:
        for student_id in contact.student_ids:
            found.setdefault(student_id, []).append(contact)
    return {student_id: tuple(those) for student_id, those in found.items()}
