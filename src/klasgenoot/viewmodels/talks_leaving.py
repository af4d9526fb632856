"""A round of talks given out: on paper, or for the teacher's own calendar. Kept in the log."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.exports import ExportKind
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.talk_times import TalkTime, talk_times
from klasgenoot.exchange.outgoing.calendar_files import Event, write_calendar
from klasgenoot.operations.exporting import keep_record, save
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.sharing_words import export_file_name
from klasgenoot.viewmodels.talks import TalksViewModel
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.words import month_day

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PaperWeek:
    """One week on paper: what it is called, and a line for each talk."""

    heading: str
    lines: tuple[str, ...]


class TalksLeaving:
    """What leaves of the round that goes on.

    Args:
        session: the run of the app.
        talks: the round.
    """

    def __init__(self, session: Session, talks: TalksViewModel) -> None:
        self._session = session
        self._talks = talks

    def file_name(self, kind: ExportKind) -> str:
        """What the file is called: the class, and never a student."""
        return export_file_name(kind, class_name=self._talks.class_name)

    # ---- on paper ----

    @property
    def title(self) -> str:
        """What stands above it."""
        title = translate("Talks", "Talk round {class_name}")
        return title.format(class_name=self._talks.class_name)

    @property
    def subtitle(self) -> str:
        """How long each talk is, and of which day the plan is."""
        known, today = self._talks.round, self._session.today()
        return translate("Talks", "{minutes} minutes each · as it was on {day}").format(
            minutes=known.minutes if known else 0, day=f"{month_day(today)} {today.year}"
        )

    @property
    def paper_weeks(self) -> tuple[PaperWeek, ...]:
        """The weeks with a talk to come."""
        return tuple(
            PaperWeek(
                f"{row.number} · {row.days}",
                tuple(face.student.full_name for face in row.faces if not face.is_held),
            )
            for row in self._talks.rows
            if any(not face.is_held for face in row.faces)
        )

    def printed(self) -> str:
        """Keeps that the plan left on paper, and says how it went."""
        try:
            self._keep(ExportKind.TALK_PLAN, with_names=True)
        except Trouble as trouble:
            return trouble_words(trouble)
        return translate("Talks", "Saved. The file is not encrypted: delete it once it is printed.")

    # ---- for a calendar ----

    def save_calendar(self, path: Path, *, with_names: bool) -> str:
        """Writes the talks to come as a calendar file, and says how it went."""
        try:
            save(path, self.calendar_bytes(with_names=with_names))
            self._keep(ExportKind.TALK_CALENDAR, with_names=with_names)
        except Trouble as trouble:
            return trouble_words(trouble)
        return translate("Talks", "Saved. Open the file in your calendar to take the talks in.")

    def calendar_bytes(self, *, with_names: bool) -> bytes:
        """The talks to come as a calendar file; first names only where they are ticked."""
        return write_calendar(
            (self._event(each, with_names=with_names) for each in self._times()),
            made_at=self._session.now(),
        )

    def _keep(self, kind: ExportKind, *, with_names: bool) -> None:
        """Keeps in the log that the plan left. Who is not named in it did not leave."""
        known = self._talks.round
        if known is None:
            return
        ids = [each.student_id for each in self._times()] if with_names else []
        keep_record(
            self._session.vault,
            kind=kind,
            class_id=known.class_id,
            students=tuple(dict.fromkeys(ids)),
            on=self._session.today(),
        )
        self._session.changed.emit(frozenset({"exports", "export_students"}))

    def _times(self) -> Sequence[TalkTime]:
        seen, known = self._talks.seen, self._talks.round
        if known is None:
            return ()
        return [
            time
            for week in self._talks.plan.weeks
            for time in talk_times(
                week,
                minutes=known.minutes,
                since=max(known.begun_on, self._session.today()),
                is_free=seen.is_free,
                lessons_on=lambda day: [
                    lesson
                    for lesson in seen.calendar.lessons_on(day)
                    if lesson.class_id == known.class_id
                ],
            )
        ]

    def _event(self, time: TalkTime, *, with_names: bool) -> Event:
        known = self._talks.round
        number = known.id if known else 0
        return Event(
            uid=f"talk-{number}-{time.student_id}",
            summary=self._summary(time.student_id, with_names=with_names),
            on=None if time.starts else time.on,
            starts=time.starts,
            ends=time.ends,
        )

    def _summary(self, who: StudentId, *, with_names: bool) -> str:
        name, class_name = self._talks.seen.names.get(who, ""), self._talks.class_name
        if with_names:
            return translate("Talks", "Talk with {name}").format(name=name)
        return translate("Talks", "Talk, {class_name}").format(class_name=class_name)
