"""What is noted beside a student, on their page: opens the panels and passes the answers on."""

from PySide6.QtCore import QObject

from klasgenoot.domain.contact import PromiseId
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_panel import OnePanel
from klasgenoot.ui.kit.snooze_panel import SnoozePanel
from klasgenoot.ui.pages.student.noting import (
    CoachPanel,
    InCommonPanel,
    OwnWordsPanel,
    PromisePanel,
)
from klasgenoot.viewmodels.student import StudentViewModel


class Notes(QObject):
    """What helps, what you share, who the coach is, what you promise, and until when not.

    Args:
        look: how everything looks.
        view_model: of the student.
        panels: the one that is open.
    """

    def __init__(self, look: Look, view_model: StudentViewModel, *, panels: OnePanel) -> None:
        super().__init__(panels)
        self._look = look
        self._view_model = view_model
        self._noted = view_model.noted
        self._panels = panels

    def ask_what_helps(self) -> None:
        """Asks what helps, in their own words."""
        name, noted, panels = self._name, self._noted, self._panels
        if not name:
            return
        panel = OwnWordsPanel(
            self._look, panels.ground, name=name, said=noted.own_words, today=noted.today
        )
        panel.said.connect(
            lambda text, day, may_share: panels.done(
                noted.keep_own_words(text, told_on=day, may_share=may_share)
            )
        )
        panels.open(panel, panel.first)

    def ask_in_common(self) -> None:
        """Asks what you have in common."""
        name, noted, panels = self._name, self._noted, self._panels
        if not name:
            return
        panel = InCommonPanel(self._look, panels.ground, name=name, text=noted.in_common)
        panel.noted.connect(lambda text: panels.done(noted.note_in_common(text)))
        panels.open(panel, panel.first)

    def ask_coach(self) -> None:
        """Asks who the study coach is."""
        name, noted, panels = self._name, self._noted, self._panels
        if not name:
            return
        panel = CoachPanel(
            self._look, panels.ground, name=name, coach=noted.coach, known=noted.coach_names
        )
        panel.named.connect(
            lambda coach, is_teacher, for_class: panels.done(
                noted.name_coach(coach, is_teacher=is_teacher, for_class=for_class)
            )
        )
        panels.open(panel, panel.first)

    def ask_new_promise(self) -> None:
        """Asks what is promised."""
        self.ask_promise(None)

    def ask_promise(self, promise_id: PromiseId | None) -> None:
        """Asks what a promise is to be; None for a new one."""
        name, noted, panels = self._name, self._noted, self._panels
        if not name:
            return
        known = noted.promise(promise_id) if promise_id is not None else None
        text, due_on = known or ("", noted.suggested_due)
        panel = PromisePanel(
            self._look, panels.ground, name=name, text=text, due_on=due_on, today=noted.today
        )
        if promise_id is None:
            panel.promised.connect(lambda said, day: panels.done(noted.make_promise(said, day)))
        else:
            panel.promised.connect(
                lambda said, day: panels.done(noted.edit_promise(promise_id, said, day))
            )
        panels.open(panel, panel.first)

    def ask_until_when(self) -> None:
        """Asks until when they are left in peace, and why."""
        student, panels = self._view_model.student, self._panels
        if student is None or not panels.is_free:
            return
        panel = SnoozePanel(
            self._look,
            panels.ground,
            who=student.id,
            name=student.name,
            deeds=self._view_model.turn_deeds,
        )
        panels.open(panel, panel.first())

    @property
    def _name(self) -> str:
        """Whose page it is; empty while another panel is open."""
        student = self._view_model.student
        return student.name if student is not None and self._panels.is_free else ""
