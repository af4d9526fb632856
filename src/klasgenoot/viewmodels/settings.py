"""What can be set: language, looks, the aim for contact, and the class itself."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.people import SchoolClass
from klasgenoot.domain.retention import Keeping
from klasgenoot.domain.settings import Language, Role, Settings, Theme, terms_for
from klasgenoot.operations.classes import (
    plan_end,
    plan_first_lesson,
    remove_class,
    rename_class,
)
from klasgenoot.operations.retention import is_clock_believed, past_term, terms_in
from klasgenoot.store import keychain, retention
from klasgenoot.viewmodels.backup_words import older_copy_words
from klasgenoot.viewmodels.quicklog_templates import as_setting, templates_in
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.talks_a_week import TalksAWeek
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.typed import day_in
from klasgenoot.viewmodels.words import long_date
from klasgenoot.viewmodels.work import Progress, Work

translate = QCoreApplication.translate

LOCK_MINUTES = (1, 2, 5, 10, 15)
"""After how many minutes the app can lock itself."""
TARGETS = (7, 14, 21, 28, 42)
"""The aims on offer, in days between two contacts."""
SIZES = (80, 90, 100, 110, 125, 150, 200)
"""The text sizes on offer, in percent."""


class SettingsViewModel(QObject):
    """The settings and the current class, as they are now.

    Attributes:
        talks: how many talks a week there can be, and which aim goes with that.

    Signals:
        changed: one of them is another.
        failed: a sentence on why the keychain does not open the data.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.talks = TalksAWeek(session, self)
        session.class_changed.connect(self.changed)
        session.overdue_changed.connect(self.changed)
        session.changed.connect(self._on_session_changed)
        self._work = Work(self)
        self._work.finished.connect(self.changed)
        self._work.failed.connect(self._on_work_failed)

    @property
    def settings(self) -> Settings:
        """What is set."""
        return self._session.settings

    @property
    def school_class(self) -> SchoolClass | None:
        """The class that can be renamed, planned or removed here."""
        return self._session.current_class

    @property
    def data_folder(self) -> str:
        """Where the data is kept."""
        path = self._session.vault.path
        return str(path.parent) if path else ""

    @property
    def can_lock(self) -> bool:
        """Whether a passphrase can be put on this data."""
        return self._session.can_lock

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase is on the data."""
        return self._session.has_passphrase

    @property
    def last_backup(self) -> str:
        """When the last backup was made, or why the last try failed; empty where none is made."""
        backups = self._session.backups
        if backups is None:
            return ""
        if backups.is_older_copy:
            return older_copy_words(backups.furthest)
        if backups.trouble is not None:
            return trouble_words(backups.trouble)
        if backups.last is None:
            return translate("SettingsPage", "A backup is made within half an hour of a change.")
        made = backups.last.made_at.astimezone()
        words = translate("SettingsPage", "Last backup: {day}, {time}, in {folder}.")
        return words.format(
            day=long_date(made.date()), time=f"{made:%H:%M}", folder=str(backups.place)
        )

    def lock_after(self, minutes: int) -> None:
        """Locks after so many minutes without the teacher."""
        self._session.set(lock_minutes=minutes)

    @property
    def can_have_keychain(self) -> bool:
        """Whether a keychain could open the data beside the passphrase."""
        return self.has_passphrase and keychain.can_have_keychain()

    @property
    def is_busy(self) -> bool:
        """Whether the keychain is being asked."""
        return self._work.is_busy

    def open_by_keychain(self, wanted: bool) -> None:  # noqa: FBT001 - on or off
        """Lets the keychain of this computer open the data, or no longer; `failed` says why not."""
        vault, now = self._session.vault, self._session.now()
        if vault.path is None or self._work.is_busy:
            return
        folder, key = vault.path.parent, vault.key
        self._session.set(keychain=wanted)

        def job(_progress: Progress[None]) -> None:
            if wanted:
                keychain.keep_in_keychain(folder, key=key, now=now)
            else:
                keychain.drop_keychain_slot(folder, key=key)
                keychain.forget_in_keychain(folder)

        self._work.start(job)
        self.changed.emit()

    def speak(self, language: Language) -> None:
        """Puts another language on screen."""
        self._session.set(language=language)

    def wear(self, theme: Theme) -> None:
        """Puts on another theme."""
        self._session.set(theme=theme)

    def write_at(self, percent: int) -> None:
        """Writes larger or smaller."""
        self._session.set(text_percent=percent)

    def aim_for(self, days: int) -> None:
        """Sets the aim: after how many days without contact it is someone's turn."""
        self._session.set(target_days=days)

    @property
    def log_templates(self) -> tuple[str, ...]:
        """The sentences on the number keys of the quick log."""
        return templates_in(self.settings)

    def write_templates(self, text: str) -> None:
        """Keeps other sentences for the quick log, one on a line; none: those it came with."""
        wanted = as_setting(text)
        if wanted != self.settings.log_templates:
            self._session.set(log_templates=wanted)

    def be(self, role: Role) -> None:
        """Says what the teacher is to these students: the terms that go with it come along."""
        if role is self.settings.role:
            return
        self._session.set(role=role, **terms_for(role))
        self._count_overdue()
        self.changed.emit()

    def rename_class(self, name: str) -> None:
        """Gives the class another name; nothing happens if it is the same.

        Raises:
            Missing: the name is empty.
        """
        known = self.school_class
        if known is not None and name.strip() != known.name:
            self._session.do(rename_class, class_id=known.id, name=name)

    @property
    def first_lesson(self) -> str:
        """The day of the first lesson as one says it; empty while it is not known."""
        day = self.school_class.first_lesson if self.school_class else None
        return f"{long_date(day)} {day.year}" if day else ""

    def plan_first_lesson(self, text: str) -> None:
        """Says when the first lesson is, as one types a day: "1 September", "1-9", "next Monday".

        Without a year it is the nearest such day, gone or to come. An empty text means that it is
        not known yet; nothing happens if it is the same day.

        Raises:
            Unknown: that is no day.
        """
        known = self.school_class
        on = self._day_in(text) if text.strip() else None
        if known is not None and on != known.first_lesson:
            self._session.do(plan_first_lesson, class_id=known.id, on=on)

    @property
    def end_of_class(self) -> str:
        """The last day of the class as one says it; empty while nobody knows when it began."""
        known = self.school_class
        end = retention.class_ends(self._session.vault).get(known.id) if known else None
        return f"{long_date(end)} {end.year}" if end else ""

    def plan_end(self, text: str) -> None:
        """Says on which day the class ends; an empty text is the end of its school year.

        Raises:
            Unknown: that is no day.
        """
        known = self.school_class
        if known is None or text.strip() == self.end_of_class:
            return
        on = self._day_in(text) if text.strip() else None
        if on != known.ends_on:
            self._session.do(plan_end, class_id=known.id, on=on)

    def term_of(self, keeping: Keeping) -> int:
        """How many months after the end of the class something is kept."""
        return terms_in(self.settings)[keeping]

    def keep_for(self, keeping: Keeping, months: int) -> None:
        """Keeps a kind of data for so many months after the end of the class."""
        self._session.set(**{f"keep_{keeping.value}": months})
        self._count_overdue()

    def _count_overdue(self) -> None:
        session = self._session
        if is_clock_believed(session.vault, session.now()):
            terms = terms_in(session.settings)
            session.say_overdue(len(past_term(session.vault, terms=terms, today=session.today())))

    @property
    def overdue(self) -> int:
        """How many things are past their term."""
        return self._session.overdue

    def remove_class(self) -> None:
        """Removes the class; undo brings it back."""
        known = self.school_class
        if known is not None:
            self._session.do(remove_class, class_id=known.id)

    def _day_in(self, text: str) -> date:
        return day_in(text, today=self._session.today())

    @Slot(object)
    def _on_work_failed(self, trouble: Trouble) -> None:
        self._session.set(keychain=False)
        self.changed.emit()
        self.failed.emit(trouble_words(trouble))

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if "school_classes" in tables:
            self.changed.emit()
