"""How much waits on each page? The quiet figures in the sidebar."""

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.memory import is_due
from klasgenoot.operations.overview import DECIDE_TURNS, attention
from klasgenoot.viewmodels.aim import PLANNED_BY
from klasgenoot.viewmodels.learning import learning, together_with
from klasgenoot.viewmodels.occasions import is_refresher, today
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId

translate = QCoreApplication.translate

WATCHED = DECIDE_TURNS | {"memories"}


class Counts(QObject):
    """Names to practise and students whose turn it is, in the current class.

    Classes that are planned together are practised together, and so are their names counted.

    Signals:
        changed: a figure may be another one.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self.changed)
        session.overdue_changed.connect(self.changed)
        session.setting_changed.connect(self._on_session_setting_changed)

    def waiting(self) -> dict[PageId, int]:
        """The figure of each page that has one; 0 is shown as nothing."""
        overdue = self._session.overdue
        settings = {PageId.SETTINGS: overdue} if overdue else {}
        school_class = self._session.current_class
        if school_class is None:
            return settings
        vault, now = self._session.vault, self._session.now()
        seen = attention(
            vault, school_class, today=now.date(), target_days=self._session.settings.target_days
        )
        turns = [turn for turn in seen.turns if turn.is_turn]
        waiting = {PageId.NAMES: self._to_practise(), PageId.CHECK_INS: len(turns)}
        return waiting | settings

    def meanings(self) -> dict[PageId, str]:
        """What a figure counts, where that is not the class above it alone."""
        school_class = self._session.current_class
        others = together_with(self._session, school_class) if school_class else ()
        if not others:
            return {}
        words = translate(
            "Counts", "Names to practise today, of %n classes together", None, len(others) + 1
        )
        return {PageId.NAMES: words}

    def _to_practise(self) -> int:
        """How many faces wait: of today's plan or refresher, or else all that are due or new."""
        known = learning(self._session)
        if known is None:
            return 0
        if is_refresher(known):
            return len(today(known).faces)
        if known.aim is not None:
            plan = known.aim.plan()
            return len({*plan.repeat, *plan.new, *known.missed})
        mine = known.memories
        due = {who for who in known.to_learn if who not in mine or is_due(mine[who], at=known.at)}
        return len(due.union(known.missed))

    @Slot(str)
    def _on_session_setting_changed(self, name: str) -> None:
        if name in PLANNED_BY:
            self.changed.emit()

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self.changed.emit()
