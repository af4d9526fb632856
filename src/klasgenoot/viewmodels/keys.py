"""Who can open the data? Choosing a passphrase, and the recovery sheet that goes with it."""

from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.passphrase import passphrase_bytes
from klasgenoot.domain.recovery_code import groups_to_ask, is_group
from klasgenoot.store import keys, students
from klasgenoot.viewmodels.new_key import NewKeyWork
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.work import Progress, Work

translate = QCoreApplication.translate


class KeyStep(Enum):
    """Where the teacher is.

    PROVE: type the passphrase of now. PHRASE: choose one. SHEET: keep the code. CHECK: type part of
    it back. OLD: what to do with older copies. OFF: there is no passphrase any more. DONE.
    """

    PROVE = auto()
    PHRASE = auto()
    SHEET = auto()
    CHECK = auto()
    OLD = auto()
    OFF = auto()
    DONE = auto()


class Want(Enum):
    """What the teacher came for.

    PHRASE: a passphrase, the first or another. SHEET: another recovery sheet. LEAKED: a new data
    key, because somebody knows the passphrase. OFF: no passphrase any more.
    """

    PHRASE = auto()
    SHEET = auto()
    LEAKED = auto()
    OFF = auto()


@dataclass(frozen=True, slots=True)
class _Proved:
    """Somebody typed the passphrase of now."""

    passphrase: str = field(repr=False)


class KeysViewModel(QObject):
    """Puts a passphrase on the data, step by step.

    The first passphrase, and one because somebody knows the old one, come with a new data key: the
    old key lay in a plain file, or a copy of it got about.

    Args:
        session: whose data.
        chance: chooses which groups are asked back.
        parent: as in Qt.

    Attributes:
        step: where the teacher is.
        want: what the teacher came for.
        code: the recovery code as printed, from SHEET on.
        asked: which groups of it are typed back, counted from 0.

    Signals:
        changed: the step, or whether it is busy.
        failed: a sentence on why the passphrase was not put on.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self, session: Session, *, chance: Random | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chance = chance or Random()  # noqa: S311 - which groups are asked is no secret
        self.step = KeyStep.PHRASE
        self.want = Want.PHRASE
        self.code = ""
        self.asked: tuple[int, ...] = ()
        self._known = ""
        self._new_key = NewKeyWork(session, self)
        self._new_key.put_on.connect(self._show_sheet)
        self._new_key.failed.connect(self._on_work_failed)
        self._work = Work(self)
        self._work.finished.connect(self._on_work_finished)
        self._work.failed.connect(self._on_work_failed)

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase is on the data now."""
        folder = self._folder
        return folder is not None and keys.has_passphrase(folder)

    @property
    def is_busy(self) -> bool:
        """Whether the passphrase is being looked at or put on."""
        return self._work.is_busy or self._new_key.is_busy

    @property
    def groups(self) -> tuple[str, ...]:
        """The recovery code in its groups."""
        return tuple(self.code.split("-")) if self.code else ()

    @property
    def known_of_teacher(self) -> tuple[str, ...]:
        """Words a colleague would try: the names of the classes and of who is in them."""
        session = self._session
        names = (each.name for each in session.classes)
        return (
            *names,
            *(
                student.name
                for student in students.all_students(session.vault, with_restricted=True)
            ),
        )

    @property
    def old_copies(self) -> int:
        """How many older copies the new key does not open, at OLD."""
        return self._new_key.old_copies

    @property
    def is_leaked(self) -> bool:
        """Whether this is because somebody knows the passphrase."""
        return self.want is Want.LEAKED

    def begin(self, want: Want = Want.PHRASE) -> None:
        """Starts anew; what was typed before is forgotten.

        Whoever changes a way in types the passphrase of now first: somebody who passes by an open
        laptop must not get a way in that lasts. Who came in by the sheet has forgotten it.
        """
        has = self.has_passphrase
        self.want = want if has else Want.PHRASE
        self.code, self.asked, self._known = "", (), ""
        self.step = KeyStep.PROVE
        if not has or self._session.by_code:
            self._go_on()
        self.changed.emit()

    def prove(self, passphrase: str) -> None:
        """Looks whether this is the passphrase of now; takes about a second."""
        folder = self._folder
        if folder is None or self.is_busy:
            return

        def job(_progress: Progress[_Proved]) -> _Proved:
            keys.unlock(folder, passphrase=passphrase)
            return _Proved(passphrase)

        self._work.start(job)
        self.changed.emit()

    def choose(self, passphrase: str) -> None:
        """Puts a passphrase on the data and makes a recovery code; takes about a second."""
        folder, key = self._folder, self._session.vault.key
        if folder is None or self.is_busy:
            return
        if self.is_leaked and self._is_known(passphrase):
            self.failed.emit(
                translate("Keys", "That is the one somebody knows. Choose another passphrase.")
            )
            return
        if self.is_leaked or not self.has_passphrase:
            self._new_key.start(folder, passphrase=passphrase)
        else:

            def job(_progress: Progress[str]) -> str:
                keys.set_passphrase(folder, key=key, passphrase=passphrase)
                return keys.new_code(folder, key=key)

            self._work.start(job)
        self.changed.emit()

    def check(self) -> None:
        """The sheet is printed or written down: now type part of it back."""
        self.asked = groups_to_ask(self._chance)
        self.step = KeyStep.CHECK
        self.changed.emit()

    def look_again(self) -> None:
        """Back to the code."""
        self.step = KeyStep.SHEET
        self.changed.emit()

    def answer(self, typed: tuple[str, ...]) -> bool:
        """Whether the groups typed back are right; then all is done."""
        pairs = zip(self.asked, typed, strict=True)
        is_right = all(is_group(self.code, number, text) for number, text in pairs)
        if is_right:
            self._new_key.finish()
            self.step, self.code = KeyStep.OLD if self.old_copies else KeyStep.DONE, ""
            self._session.set(phrase_asked=True)
            self.changed.emit()
        return is_right

    def keep_old_copies(self) -> None:
        """The older copies stay; who opens the data can put them back."""
        self.step = KeyStep.DONE
        self.changed.emit()

    def drop_old_copies(self) -> None:
        """Drops the older copies, for good."""
        try:
            self._new_key.drop_old_copies()
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))
            return
        self.keep_old_copies()

    def stay_on_this_computer(self) -> None:
        """No passphrase: whoever is logged in on this computer can open the data."""
        self._session.set(phrase_asked=True)

    def leave(self) -> None:
        """The teacher went elsewhere: a new data key that is not put on yet stays away."""
        if self.step is KeyStep.PROVE:
            self._work.cancel()
        self._new_key.stop()

    def close(self) -> None:
        """Waits for what is being looked at or put on."""
        self._work.wait()
        self._new_key.close()

    @property
    def _folder(self) -> Path | None:
        path = self._session.vault.path
        return path.parent if path else None

    def _go_on(self) -> None:
        """It is known who is there: on to what the teacher came for."""
        folder, key = self._folder, self._session.vault.key
        if self.want is Want.SHEET and folder is not None:
            self._work.start(lambda _progress: keys.new_code(folder, key=key))
        elif self.want is Want.OFF and folder is not None:
            self._take_off(folder)
        else:
            self.step = KeyStep.PHRASE

    def _take_off(self, folder: Path) -> None:
        try:
            keys.forget_passphrase(folder, key=self._session.vault.key)
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))
            return
        self._session.set(keychain=False)
        self.step = KeyStep.OFF

    def _is_known(self, passphrase: str) -> bool:
        """Whether it is the one that was typed as that of now; one keyboard is as another."""
        known = self._known
        return bool(known) and passphrase_bytes(passphrase) == passphrase_bytes(known)

    @Slot(str)
    def _show_sheet(self, code: str) -> None:
        if self.want is not Want.SHEET:  # there is a passphrase again that is not forgotten
            self._session.by_code = False
        self._known, self.code, self.step = "", code, KeyStep.SHEET
        self.changed.emit()

    @Slot(object)
    def _on_work_finished(self, answer: _Proved | str) -> None:
        if isinstance(answer, _Proved):
            self._known = answer.passphrase
            self._go_on()
            self.changed.emit()
        else:
            self._show_sheet(answer)

    @Slot(object)
    def _on_work_failed(self, trouble: Trouble) -> None:
        self.changed.emit()
        self.failed.emit(trouble_words(trouble))
