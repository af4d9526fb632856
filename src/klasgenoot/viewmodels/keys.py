"""Who can open the data? Choosing a passphrase, and the recovery sheet that goes with it."""

from enum import Enum, auto
from pathlib import Path
from random import Random

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.recovery_code import groups_to_ask, is_group
from klasgenoot.store import keys, students
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.work import Progress, Work


class KeyStep(Enum):
    """PHRASE: choose a passphrase. SHEET: keep the code. CHECK: type part of it back. DONE."""

    PHRASE = auto()
    SHEET = auto()
    CHECK = auto()
    DONE = auto()


class KeysViewModel(QObject):
    """Puts a passphrase on the data, step by step.

    Args:
        session: whose data.
        chance: chooses which groups are asked back.
        parent: as in Qt.

    Attributes:
        step: where the teacher is.
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
        self.code = ""
        self.asked: tuple[int, ...] = ()
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
        """Whether the passphrase is being put on."""
        return self._work.is_busy

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

    def begin(self) -> None:
        """Starts anew; what was typed before is forgotten."""
        self.step, self.code, self.asked = KeyStep.PHRASE, "", ()
        self.changed.emit()

    def choose(self, passphrase: str) -> None:
        """Puts a passphrase on the data and makes a recovery code; takes about a second."""
        folder, key = self._folder, self._session.vault.key
        if folder is None or self.is_busy:
            return

        def job(_progress: Progress[str]) -> str:
            keys.set_passphrase(folder, key=key, passphrase=passphrase)
            return keys.new_code(folder, key=key)

        self._work.start(job)
        self.changed.emit()

    def new_sheet(self) -> None:
        """Makes another recovery code; the old sheet stops working."""
        folder, key = self._folder, self._session.vault.key
        if folder is None or self.is_busy:
            return
        self._work.start(lambda _progress: keys.new_code(folder, key=key))
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
            self.step, self.code = KeyStep.DONE, ""
            self._session.set(phrase_asked=True)
            self.changed.emit()
        return is_right

    def stay_on_this_computer(self) -> None:
        """No passphrase: whoever is logged in on this computer can open the data."""
        self._session.set(phrase_asked=True)

    def close(self) -> None:
        """Waits for what is being put on."""
        self._work.wait()

    @property
    def _folder(self) -> Path | None:
        path = self._session.vault.path
        return path.parent if path else None

    @Slot(object)
    def _on_work_finished(self, code: str) -> None:
        self.code, self.step = code, KeyStep.SHEET
        self.changed.emit()

    @Slot(object)
    def _on_work_failed(self, trouble: Trouble) -> None:
        self.changed.emit()
        self.failed.emit(trouble_words(trouble))
