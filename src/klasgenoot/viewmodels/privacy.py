"""Privacy in Settings: whose data is only kept, and the two pages on what the app keeps."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.people import StudentId
from klasgenoot.operations.retention import terms_in
from klasgenoot.operations.rights import lift_restriction
from klasgenoot.store import restrictions, students
from klasgenoot.viewmodels.retention import keeping_words, term_words
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.words import long_date, month_day

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RestrictedRow:
    """A student whose data is only kept: who, since when and why."""

    student_id: StudentId
    name: str
    line: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text of one page.

    Attributes:
        parts: headings with their lines.
        small: lines that may be set small: the list of the data.
    """

    title: str
    introduction: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    small_title: str = ""
    small: tuple[tuple[str, str], ...] = ()


class PrivacyViewModel(QObject):
    """What a teacher can show, and whom they have put aside.

    Args:
        session: whose data it is.
        texts: the folder with a text for each language.
        parent: as in Qt.

    Signals:
        changed: another student is restricted, or one less.
    """

    changed = Signal()

    def __init__(self, session: Session, *, texts: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = texts
        session.changed.connect(self._on_session_changed)

    @property
    def restricted(self) -> tuple[RestrictedRow, ...]:
        """Whose data is only kept now, the oldest first."""
        rows = []
        for each in restrictions.open_restrictions(self._session.vault):
            who = students.student(self._session.vault, each.student_id)
            if who is not None:
                since = translate("Privacy", "since {day}").format(day=month_day(each.since))
                line = f"{since}: {each.reason}" if each.reason else since
                rows.append(RestrictedRow(each.student_id, who.full_name, line))
        return tuple(rows)

    def lift(self, student_id: StudentId) -> None:
        """Takes a student back among the others."""
        self._session.do(lift_restriction, student_id=student_id, on=self._session.today())

    def for_students(self) -> Sheet:
        """One page for students: what, why, how long, and how to ask."""
        return self._sheet("student")

    def for_officer(self) -> Sheet:
        """One page for the data-protection officer, with every column there is."""
        return self._sheet("officer")

    def file_name(self, sheet: Sheet) -> str:
        """What a page is called as a file."""
        return f"{sheet.title.replace(':', '')}.pdf"

    def _sheet(self, which: str) -> Sheet:
        language = self._session.settings.language.value
        path = self._folder / f"{language}.json"
        told: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        text, facts = told[which], self._facts()
        small: tuple[tuple[str, str], ...] = ()
        if "data" in text:
            small = tuple(
                (table["what"], ", ".join(table["columns"].values()))
                for table in told["tables"].values()
            )
        return Sheet(
            title=text["title"],
            introduction=text["intro"].format(**facts),
            parts=tuple(
                (
                    part["heading"],
                    tuple(" ".join(line.format(**facts).split()) for line in part["lines"]),
                )
                for part in text["parts"]
            ),
            small_title=text.get("data", ""),
            small=small,
        )

    def _facts(self) -> dict[str, object]:
        """What the texts say about this teacher's own settings."""
        session = self._session
        minutes = session.settings.lock_minutes
        locked = translate("Privacy", "It locks itself after %n minute(s).", None, minutes)
        today = session.today()
        backups = session.backups
        return {
            "day": f"{long_date(today)} {today.year}",
            "students": translate(
                "Privacy",
                "%n student(s)",
                None,
                len(students.all_students(session.vault, with_restricted=True)),
            ),
            "classes": translate("Privacy", "%n class(es)", None, len(session.classes)),
            "keys": translate("Privacy", "It opens with a passphrase that only the teacher knows.")
            if session.has_passphrase
            else translate(
                "Privacy",
                "No passphrase was chosen: it opens for whoever is logged in on that computer.",
            ),
            "lock": locked if session.has_passphrase else "",
            "backups": translate(
                "Privacy", "Backups are encrypted in the same way, in {place}."
            ).format(place=backups.place)
            if backups is not None
            else "",
            "terms": ", ".join(
                f"{keeping_words(keeping).lower()} {term_words(months)}"
                for keeping, months in terms_in(session.settings).items()
            ),
        }

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if "restrictions" in tables or "students" in tables:
            self.changed.emit()
