"""How many talks a week can a teacher do? The aim that goes with it is proposed, never just set."""

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.targets import Proposal, proposed, talks_needed
from klasgenoot.operations.overview import Workload, workload
from klasgenoot.viewmodels.session import Session

translate = QCoreApplication.translate

TALKS = (2, 3, 4, 6, 8, 10, 15, 20)
"""The numbers of talks a week on offer."""
UNSAID = 0
"""The teacher did not say."""
WATCHED = frozenset(
    {"students", "enrolments", "school_classes", "contacts", "contact_students", "own_targets"}
)


class TalksAWeek(QObject):
    """What the teacher said they can do, and what follows from it.

    Signals:
        changed: the answer, or what follows from it.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        session.changed.connect(self._on_session_changed)
        session.setting_changed.connect(self._on_session_setting_changed)

    @property
    def talks(self) -> int:
        """How many talks a week the teacher can do; 0 while they did not say."""
        return self._session.settings.talks_a_week

    @property
    def on_offer(self) -> tuple[int, ...]:
        """The numbers to choose from, with the one that is set."""
        return tuple(sorted({UNSAID, *TALKS, self.talks}))

    def say(self, talks: int) -> None:
        """Takes the answer."""
        self._session.set(talks_a_week=talks)

    @property
    def proposal(self) -> int | None:
        """The aim that goes with it, in days; None when it is the one that is set, or not known."""
        plan = self._plan(self._load)
        return plan.days if plan and plan.days != self._session.settings.target_days else None

    def take(self) -> None:
        """Takes the aim that is proposed."""
        days = self.proposal
        if days is not None:
            self._session.set(target_days=days)

    @property
    def words(self) -> str:
        """What goes with it and what it costs, in a sentence or two."""
        load = self._load
        plan = self._plan(load)
        if plan is None:
            return translate("TalksAWeek", "How many short talks can you do? An aim goes with it.")
        target = self._session.settings.target_days
        if not plan.fits:
            return _needs(plan.days, needed=plan.needed, talks=plan.talks, always=True)
        here = talks_needed(load.students, own=load.own, class_days=target, flagged=load.flagged)
        if here > plan.talks:
            return _needs(target, needed=here, talks=plan.talks, always=False)
        students = translate("TalksAWeek", "%n student(s)", None, load.students)
        words = translate("TalksAWeek", "With {students} an aim of {days} days can be kept up.")
        return words.format(students=students, days=target)

    @property
    def _load(self) -> Workload:
        return workload(self._session.vault, today=self._session.today())

    def _plan(self, load: Workload) -> Proposal | None:
        if not self.talks or not load.students:
            return None
        return proposed(load.students, own=load.own, talks=self.talks, flagged=load.flagged)

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self.changed.emit()

    @Slot(str)
    def _on_session_setting_changed(self, name: str) -> None:
        if name == "talks_a_week":
            self.changed.emit()


def _needs(days: int, *, needed: int, talks: int, always: bool) -> str:
    words = translate(
        "TalksAWeek", "An aim of {days} days takes {needed} talks a week; you said {talks}."
    )
    if always:
        words = translate(
            "TalksAWeek",
            "Even an aim of {days} days takes {needed} talks a week; you said {talks}."
            " So it will always be somebody's turn.",
        )
    return words.format(days=days, needed=needed, talks=talks)
