"""Erasing somebody for good, or closing a year: what goes, what stays, and the proof afterwards."""

from dataclasses import replace
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.contact import ContactId
from klasgenoot.domain.erasing import Certificate, Counts, Mention, Reached, Spot, without
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import ClassId, SchoolClass, Student, StudentId
from klasgenoot.exchange.plain import write_plain
from klasgenoot.operations import closing
from klasgenoot.operations.closing import request_to_close, without_telling_notes
from klasgenoot.operations.erasing import (
    Request,
    Sight,
    certificate_of,
    erase,
    request_for,
    sight_of,
)
from klasgenoot.operations.export import everything_about
from klasgenoot.store import contacts, group_notes, keys, retention, students
from klasgenoot.viewmodels.forgetting import CopiesWork, forget_drafts, tell_all
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.words import listed, month_day
from klasgenoot.viewmodels.work import Progress, Work

translate = QCoreApplication.translate


class Stage(Enum):
    """LOOKING: nothing is done yet. BUSY. DONE: with a certificate. NOBODY: there is none."""

    LOOKING = auto()
    BUSY = auto()
    DONE = auto()
    NOBODY = auto()


class ErasingViewModel(QObject):
    """One student, or one or more classes, to be erased for good.

    Attributes:
        stage: how far it is.
        chosen: the classes that go, when it is about classes.
        keeps_notes: whether the teacher's own notes on those classes stay.
        begins_anew: whether there will be a new key and no old backups.
        certificate: what tells so, once it is DONE.

    Signals:
        changed: anything shown here.
        progressed: copies done, and how many there are.
        failed: a sentence on why nothing went.
    """

    changed = Signal()
    progressed = Signal(int, int)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.stage = Stage.NOBODY
        self._student: Student | None = None
        self.chosen: frozenset[ClassId] = frozenset()
        self.keeps_notes = True
        self.begins_anew = True
        self.certificate: Certificate | None = None
        self._texts: dict[Spot, str] = {}
        self._sight: Sight | None = None
        self._request: Request | None = None
        self._counts: Counts = {}
        self._is_anew = False
        self._copies = CopiesWork(session, self)
        self._copies.progressed.connect(self.progressed)
        self._copies.finished.connect(self._on_copies_finished)
        self._checking = Work(self)
        self._checking.finished.connect(self._on_checked)
        self._checking.failed.connect(self._on_check_failed)

    # ---- who ----

    def open_student(self, student_id: StudentId) -> None:
        """Looks at what would go of a student."""
        self._begin()
        self._student = students.student(self._session.vault, student_id)
        self.stage = Stage.LOOKING if self._student else Stage.NOBODY
        self._look()

    def open_classes(self) -> None:
        """Looks at what would go of the current class."""
        self._begin()
        self._student = None
        current = self._session.current_class
        self.chosen = frozenset({current.id}) if current else frozenset()
        self.stage = Stage.LOOKING if current else Stage.NOBODY
        self._look()

    @property
    def student(self) -> Student | None:
        """Who it is about; None for classes."""
        return self._student

    @property
    def classes(self) -> tuple[SchoolClass, ...]:
        """The classes to choose from."""
        return self._session.classes

    def words_for(self, school_class: SchoolClass) -> str:
        """What a class is called, and when it ends if that is known."""
        end = retention.class_ends(self._session.vault).get(school_class.id)
        if end is None:
            return school_class.name
        ends = translate("Erasing", "{name}, ends on {day}")
        return ends.format(name=school_class.name, day=f"{month_day(end)} {end.year}")

    def choose_class(self, class_id: ClassId, *, is_chosen: bool) -> None:
        """Takes a class along, or leaves it out."""
        self.chosen = self.chosen | {class_id} if is_chosen else self.chosen - {class_id}
        self._look()

    def keep_notes(self, keeps: bool) -> None:  # noqa: FBT001 - as a Qt setter
        """Whether the teacher's own notes on the classes stay."""
        self.keeps_notes = keeps
        self._look()

    def begin_anew(self, begins: bool) -> None:  # noqa: FBT001 - as a Qt setter
        """Whether there will be a new key and no old backups."""
        self.begins_anew = begins
        self.changed.emit()

    # ---- what ----

    @property
    def sight(self) -> Sight | None:
        """What would go; None when nothing is chosen."""
        return self._sight

    @property
    def own_notes(self) -> int:
        """How many notes there are on the chosen classes."""
        vault = self._session.vault
        return sum(len(group_notes.notes_on(vault, each)) for each in self.chosen)

    def name_of(self, mention: Mention) -> str:
        """Whose text it is; empty for a text about the class."""
        vault = self._session.vault
        if mention.spot.table == "contacts":
            shared = contacts.contact(vault, ContactId(mention.spot.row))
            ids = shared.student_ids if shared else ()
        else:
            ids = (StudentId(mention.about),)
        known = (students.student(vault, each) for each in ids)
        return listed([each.full_name for each in known if each and each != self._student])

    def text_of(self, mention: Mention) -> str:
        """The words that a text has now, or will have."""
        return self._texts.get(mention.spot, mention.text)

    def set_text(self, mention: Mention, text: str) -> None:
        """Other words for a text that stays; the same ones take that back."""
        text = text.strip()
        if text == mention.text or not text:
            self._texts.pop(mention.spot, None)
        else:
            self._texts[mention.spot] = text

    def take_names_out(self) -> None:
        """Puts an ellipsis for the name in each text that still has it."""
        for mention in self._sight.mentions if self._sight else ():
            if mention.spot not in self._texts:
                self._texts[mention.spot] = without(mention.text, mention.places)
        self.changed.emit()

    def export_to(self, path: Path) -> str:
        """Writes down all that is kept about the chosen classes. Says how that went."""
        vault = self._session.vault
        values = [everything_about(vault, each) for each in self.classes if each.id in self.chosen]
        try:
            write_plain(path, {"classes": values})
        except OSError:
            return translate("Erasing", "It could not be saved there. Choose another place.")
        return translate("Erasing", "Saved, and anybody can read it: keep it somewhere safe.")

    # ---- the question ----

    @property
    def word(self) -> str:
        """What is typed to say yes: the name."""
        if self._student is not None:
            return self._student.name
        names = [each.name for each in self.classes if each.id in self.chosen]
        return names[0] if len(names) == 1 else translate("Erasing", "everything")

    def is_meant(self, typed: str) -> bool:
        """Whether what was typed says yes; capitals, accents and blanks do not count."""
        return bool(self._sight) and fold(typed) == fold(self.word)

    @property
    def asks_passphrase(self) -> bool:
        """Whether the passphrase is needed: a new key is wrapped in it."""
        return self._student is None and self.begins_anew and self.has_passphrase

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase is on the data."""
        return self._session.has_passphrase

    def erase(self, *, passphrase: str = "") -> None:
        """Does it. With a passphrase that is checked first, beside the window."""
        if self.stage is not Stage.LOOKING or self._sight is None:
            return
        if self._is_held():
            words = translate("Erasing", "A backup is being made now. Try again in a moment.")
            self.failed.emit(words)
            return
        self.stage = Stage.BUSY
        self.changed.emit()
        path = self._session.vault.path
        if self.asks_passphrase and path is not None:
            folder = path.parent

            def check(_progress: Progress[str]) -> str:
                keys.unlock(folder, passphrase=passphrase)
                return passphrase

            self._checking.start(check)
        else:
            self._erase(passphrase="")

    def close(self) -> None:
        """Waits for what is being written."""
        self._checking.wait()
        self._copies.close()

    # ---- how ----

    def _begin(self) -> None:
        self._texts, self.certificate, self._counts = {}, None, {}
        self.keeps_notes = self.begins_anew = True

    def _is_held(self) -> bool:
        """A backup is being made now: it would hold what goes."""
        session = self._session
        if session.backups is None:  # just started: nobody has looked yet where the copies are
            return session.vault.path is not None and not session.is_sample
        return session.backups.is_busy

    def _look(self) -> None:
        self._request = self._asked()
        vault, backups = self._session.vault, self._session.backups
        request = self._request
        self._sight = sight_of(vault, request, backups=backups) if request else None
        self.changed.emit()

    def _asked(self) -> Request | None:
        vault, today = self._session.vault, self._session.today()
        if self._student is not None:
            return request_for(vault, [self._student.id], on=today)
        if not self.chosen:
            return None
        return request_to_close(
            vault, sorted(self.chosen), on=today, keep_notes=self.keeps_notes and self.own_notes > 0
        )

    def _erase(self, *, passphrase: str) -> None:
        session, request = self._session, self._request
        if request is None or self._sight is None:
            return
        shown = {mention.spot for mention in self._sight.mentions}
        texts = {spot: text for spot, text in self._texts.items() if spot in shown}
        request = self._request = without_telling_notes(
            session.vault, replace(request, texts=texts)
        )
        session.forgetting.emit()
        forget_drafts(session, request.words)
        try:
            self._counts = erase(session.vault, request=request)
        except Trouble as trouble:
            self._say(trouble)
            return
        tell_all(session)
        if self._renew(passphrase):
            self._copies.drop(up_to=closing.backups_before(session.vault))
        else:
            self._copies.clear()

    def _renew(self, passphrase: str) -> bool:
        """A new key and a first backup with it; whether the old backups can go now."""
        session = self._session
        self._is_anew = False
        if self._student is not None or not self.begins_anew:
            return False
        try:
            closing.begin_anew(session.vault)
            if passphrase:
                closing.take_new_key(session.vault, passphrase=passphrase)
                self._is_anew = True
            if session.backups is not None:
                closing.fresh_backup(session.vault, session.backups, now=session.now())
        except Trouble as trouble:
            if not self._is_anew:  # the old backups stay, and are cleared one by one
                closing.end_anew(session.vault)
            self.failed.emit(trouble_words(trouble))
            return False
        return True

    def _say(self, trouble: Trouble) -> None:
        self.stage = Stage.LOOKING
        self._look()
        self.failed.emit(trouble_words(trouble))

    @Slot(object)
    def _on_checked(self, passphrase: str) -> None:
        self._erase(passphrase=passphrase)

    @Slot(object)
    def _on_check_failed(self, trouble: Trouble) -> None:
        self._say(trouble)

    @Slot(object)
    def _on_copies_finished(self, reached: Reached) -> None:
        if self._request is None:
            return
        if self._student is None and not reached.not_reached:
            closing.end_anew(self._session.vault)
        self.certificate = certificate_of(
            self._request, counts=self._counts, reached=reached, is_key_new=self._is_anew
        )
        self._texts.clear()
        self._student = None
        self.stage = Stage.DONE
        self.changed.emit()
