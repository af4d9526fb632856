"""How is it going with the names? The class by level, the line ahead, mix-ups and sweeps."""

from PySide6.QtCore import QCoreApplication, QObject, Slot

from klasgenoot.domain.memory import Level
from klasgenoot.store.sweeps import sweeps_of
from klasgenoot.viewmodels.aim import PLANNED_BY
from klasgenoot.viewmodels.learned_class import LearnedClass
from klasgenoot.viewmodels.mixed_up import PairView, pair_views
from klasgenoot.viewmodels.names import Emptiness, NameRow, emptiness_of, name_rows
from klasgenoot.viewmodels.offer import level_words
from klasgenoot.viewmodels.road import Road, road_ahead, road_so_far, road_title
from klasgenoot.viewmodels.rows import Rows
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.sweep_chart import SweepChart, sweep_chart

translate = QCoreApplication.translate

WATCHED = frozenset(
    {"students", "enrolments", "school_classes", "memories", "answers", "drills", "sweeps"}
)


class ProgressViewModel(LearnedClass):
    """How it goes with the names of the current class."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, watched=WATCHED, parent=parent)
        self._rows: Rows[NameRow] = Rows(self)
        self._so_far: Road | None = None
        self._pairs: tuple[PairView, ...] = ()
        self._sweeps: SweepChart | None = None
        session.class_changed.connect(self._change)
        session.setting_changed.connect(self._on_session_setting_changed)

    @property
    def emptiness(self) -> Emptiness | None:
        """Why there is nothing to show; None when there is."""
        return emptiness_of(self._freshen())

    @property
    def subtitle(self) -> str:
        """The class and how many names it has."""
        known = self._freshen()
        if known is None:
            return ""
        names = translate("Progress", "%n name(s)", None, len(known.students))
        return f"{known.school_class.name}, {names}"

    @property
    def rows(self) -> Rows[NameRow]:
        """The whole class by call name."""
        self._freshen()
        return self._rows

    @property
    def counts(self) -> dict[Level, int]:
        """How many names are known how well."""
        self._freshen()
        levels = [row.level for row in self._rows.rows()]
        return {level: levels.count(level) for level in Level}

    @property
    def legend(self) -> dict[Level, str]:
        """The same in words."""
        return {level: f"{level_words(level)} {count}" for level, count in self.counts.items()}

    @property
    def road_title(self) -> str:
        """Where the line of names known leads."""
        known = self._freshen()
        return road_title(known) if known else ""

    @property
    def road(self) -> Road | None:
        """The line of names known; None while it is worked out and before the first answer."""
        known = self._freshen()
        if known is None:
            return None
        return self._so_far if known.aim is None else road_ahead(self.deadline, known)

    @property
    def is_working(self) -> bool:
        """Whether the line is being worked out."""
        known = self._freshen()
        return known is not None and known.aim is not None and self.road is None

    @property
    def pairs(self) -> tuple[PairView, ...]:
        """Who are mixed up with whom, most often first; then who were told apart lately."""
        self._freshen()
        return self._pairs

    @property
    def sweeps(self) -> SweepChart | None:
        """The sweeps through this class; None before the first."""
        self._freshen()
        return self._sweeps

    def _read(self) -> None:
        known = self._known
        if known is None:
            self._rows.set_rows(())
            self._so_far, self._pairs, self._sweeps = None, (), None
            return
        vault, class_id = self._session.vault, known.school_class.id
        hidden = not self._session.settings.names_shown
        self._rows.set_rows(name_rows(known, known.students, name_hidden=hidden))
        self._so_far = road_so_far(self._session, known) if known.aim is None else None
        self._pairs = pair_views(
            vault, class_id, people=known.students, known=known.memories, at=known.at
        )
        self._sweeps = sweep_chart(sweeps_of(vault, class_id))

    @Slot(str)
    def _on_session_setting_changed(self, name: str) -> None:
        if name in PLANNED_BY | {"names_shown"}:
            self._change()
