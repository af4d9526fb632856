"""The page Needs: five questions, the totals of a class, and what was done with them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.needs import (
    Asked,
    AskedId,
    Counted,
    Counts,
    Key,
    NeedsForm,
    least_answers,
    read_needs_form,
)
from klasgenoot.domain.settings import Language
from klasgenoot.operations.needs import answer_needs, keep_needs, read_answers, remove_needs
from klasgenoot.store import needs
from klasgenoot.viewmodels.doing import Doing
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.words import month_day
from klasgenoot.viewmodels.work import Work

translate = QCoreApplication.translate


WATCHED = frozenset({"needs_asked", "needs_counts"})


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer, and how often it was chosen."""

    text: str
    times: int
    of: int

    @property
    def sentence(self) -> str:
        """The bar, for who cannot see it."""
        return translate("Needs", "{answer}: {times} of {all}").format(
            answer=self.text, times=self.times, all=self.of
        )


@dataclass(frozen=True, slots=True)
class Result:
    """One question with its answers, in the order of the form."""

    question: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals being filled in.

    Attributes:
        answers: how many forms came back.
        counts: how often each answer was chosen.
        said: where they come from, and what was left out.
    """

    answers: int = 0
    counts: Mapping[Key, int] | None = None
    said: str = ""


class NeedsViewModel(QObject):
    """What the current class needs.

    Args:
        session: the run of the app.
        texts: the folder of the form, one file for each language.

    Attributes:
        form: the form in the language on screen.
        totals: totals being filled in; None when none are.

    Signals:
        changed: the totals, the class or a choice is another.
        failed: a sentence on what could not be done.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, *, texts: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._do = Doing(session, say=self.failed.emit)
        language = session.settings.language
        in_order = (language, *(each for each in Language if each is not language))
        self._forms = tuple(_form(texts, each) for each in in_order)
        self.form = self._forms[0]
        self.totals: Totals | None = None
        self._chosen: AskedId | None = None
        self._work = Work(self)
        self._work.finished.connect(self._on_work_finished)
        self._work.failed.connect(self._on_work_failed)
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)

    # ---- what is there ----

    @property
    def class_name(self) -> str:
        """The class it is about; empty when there is none."""
        return self._session.class_name

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._work.is_busy

    @property
    def asked(self) -> Asked | None:
        """The time that is shown: the one chosen, else the newest."""
        found = self._all()
        chosen = (each for each in found if each.id == self._chosen)
        return next(chosen, found[0] if found else None)

    @property
    def times(self) -> tuple[tuple[AskedId, str], ...]:
        """Each time the class was asked, with its day; the newest first."""
        return tuple(
            (each.id, f"{month_day(each.asked_on)} {each.asked_on.year}") for each in self._all()
        )

    @property
    def subtitle(self) -> str:
        """How it stands with the class, in a line."""
        shown = self.asked
        if shown is None:
            return self.class_name
        forms = translate("Needs", "%n form(s) on {day}", None, shown.answers)
        parts = [self.class_name, forms.format(day=month_day(shown.asked_on))]
        if shown.told_on is not None:
            told = translate("Needs", "told on {day}")
            parts.append(told.format(day=month_day(shown.told_on)))
        return " · ".join(parts)

    @property
    def results(self) -> tuple[Result, ...]:
        """The totals that are shown, a question at a time."""
        shown = self.asked
        if shown is None:
            return ()
        return tuple(
            Result(
                question.text,
                tuple(
                    Bar(
                        choice.text,
                        shown.counts.get((question.key, choice.key), 0),
                        shown.answers,
                    )
                    for choice in question.choices
                ),
            )
            for question in self.form.questions
        )

    @property
    def told_words(self) -> str:
        """Whether the class was told."""
        shown = self.asked
        if shown is None or shown.told_on is None:
            return ""
        told = translate("Needs", "Told the class on {day}.")
        return told.format(day=month_day(shown.told_on))

    @property
    def file_name(self) -> str:
        """What the printed form is called."""
        return translate("Needs", "Five questions") + ".pdf"

    # ---- wishes ----

    def fill_in(self, totals: Totals | None = None) -> None:
        """Begins with totals that are typed, or goes on with them."""
        self.totals = totals or Totals()
        self.changed.emit()

    def put_away(self) -> None:
        """Stops filling in."""
        self.totals = None
        self.changed.emit()

    def read(self, path: Path) -> None:
        """Counts the answers in a file, beside the window; what they come to is filled in."""
        forms = self._forms
        self._work.start(
            lambda progress: read_answers(path, forms, is_cancelled=progress.is_cancelled)
        )
        self.changed.emit()

    def keep(self, *, answers: int, counts: Counts) -> bool:
        """Keeps totals for the class."""
        known = self._session.current_class
        if known is None:
            return False
        today = self._session.today()
        self._chosen = None
        done = self._do(keep_needs, class_id=known.id, on=today, answers=answers, counts=counts)
        if done:
            self.put_away()
        return done

    def choose(self, asked_id: AskedId) -> None:
        """Shows another time."""
        self._chosen = asked_id
        self.changed.emit()

    def answer(self, did: str) -> bool:
        """Keeps what the teacher did with it."""
        shown = self.asked
        return shown is not None and self._do(
            answer_needs, asked_id=shown.id, did=did, told_on=shown.told_on
        )

    def tell(self, did: str, *, told: bool) -> bool:
        """Keeps that the class was told today, or was not after all."""
        shown, today = self.asked, self._session.today()
        return shown is not None and self._do(
            answer_needs, asked_id=shown.id, did=did, told_on=today if told else None
        )

    def remove(self) -> None:
        """Removes the totals that are shown; undo brings them back."""
        shown = self.asked
        if shown is not None:
            self._do(remove_needs, asked_id=shown.id)

    def close_work(self) -> None:
        """Stops and waits; for when the window closes."""
        self._work.wait()

    def _all(self) -> tuple[Asked, ...]:
        known = self._session.current_class
        return needs.all_asked(self._session.vault, known.id) if known else ()

    @Slot(object)
    def _on_work_finished(self, counted: Counted) -> None:
        parts = [translate("Needs", "%n form(s) counted.", None, counted.answers)]
        if counted.left_out:
            parts.append(
                translate("Needs", "%n other column(s) not looked at.", None, counted.left_out)
            )
        if counted.own_words:
            parts.append(
                translate(
                    "Needs", "%n answer(s) in own words not taken over.", None, counted.own_words
                )
            )
        answers = max(counted.answers, least_answers(counted.counts))
        self.totals = Totals(answers, counted.counts, " ".join(parts))
        self.changed.emit()

    @Slot(object)
    def _on_work_failed(self, trouble: Trouble) -> None:
        self.changed.emit()
        self.failed.emit(trouble_words(trouble))

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self.changed.emit()

    @Slot()
    def _on_class_changed(self) -> None:
        self._work.cancel()  # what is read was for the class of before
        self.totals = None
        self._chosen = None
        self.changed.emit()


def _form(folder: Path, language: Language) -> NeedsForm:
    return read_needs_form(json.loads((folder / f"{language.value}.json").read_text("utf-8")))
