"""What can be done from a face or a row? A menu, and the panels it opens."""

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from klasgenoot.domain.weeks import Week
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import ground_of
from klasgenoot.ui.kit.snooze_panel import SnoozePanel
from klasgenoot.ui.pages.checkins.week_panel import WeekPanel
from klasgenoot.ui.pages.checkins.who_now_panel import WhoNowPanel
from klasgenoot.viewmodels.checkins import CheckInsViewModel
from klasgenoot.viewmodels.checkins_rows import CheckInRow
from klasgenoot.viewmodels.who_rows import WhoRow

translate = QCoreApplication.translate


class TurnActions(QObject):
    """Opens menus and panels on behalf of the page.

    Signals:
        log_requested: the row of who is to be logged.
        opened: the row of who is to be opened.
        promise_requested: the row of who is promised something.
    """

    log_requested = Signal(object)
    opened = Signal(object)
    promise_requested = Signal(object)

    def __init__(self, look: Look, page: QWidget, view_model: CheckInsViewModel) -> None:
        super().__init__(page)
        self._look = look
        self._page = page
        self._view_model = view_model

    def open_menu(self, row: CheckInRow, place: QPoint) -> None:
        """Shows what can be done with a student, at a place on the screen."""
        self.menu(row).popup(place)

    def menu(self, row: CheckInRow) -> QMenu:
        """Log, open, promise, put off, and an aim of their own."""
        icons, deeds = self._look.icons, self._view_model.deeds
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for icon, words, act in (
            ("pencil", translate("CheckIns", "&Log contact"), self.log_requested.emit),
            ("user", translate("CheckIns", "&Open"), self.opened.emit),
            ("check", translate("CheckIns", "&New promise…"), self.promise_requested.emit),
            ("clock", translate("CheckIns", "&Put off…"), self.snooze),
        ):
            action = menu.addAction(icons.icon(icon), words)
            action.triggered.connect(lambda _=False, act=act: act(row))
        if deeds.snooze_of(row.student.id) is not None:
            back = menu.addAction(icons.icon("undo-2"), translate("CheckIns", "&Back on the list"))
            back.triggered.connect(lambda _=False: deeds.end(row.student.id))
        menu.addMenu(self._aims(row, menu))
        return menu

    def snooze(self, row: CheckInRow | WhoRow) -> None:
        """Asks until when and why somebody is put off."""
        ground, deeds = ground_of(self._page), self._view_model.deeds
        panel = SnoozePanel(self._look, ground, who=row.student.id, name=row.name, deeds=deeds)
        panel.closed.connect(panel.deleteLater)
        panel.open_panel(panel.first())

    def show_who_now(self) -> None:
        """Shows the three to begin with."""
        panel = WhoNowPanel(self._look, ground_of(self._page), rows=self._view_model.who_now)
        panel.log_requested.connect(self.log_requested)
        panel.opened.connect(self.opened)
        panel.snooze_requested.connect(self.snooze)
        panel.closed.connect(panel.deleteLater)
        panel.open_panel(panel.first)

    def show_week(self, week: Week | None = None) -> None:
        """Shows all contacts of a week; without one of this week."""
        weeks = self._view_model.look_back
        if week is not None:
            weeks.show(week)
        panel = WeekPanel(self._look, ground_of(self._page), weeks=weeks)
        panel.closed.connect(panel.deleteLater)
        panel.open_panel(panel.first())

    def _aims(self, row: CheckInRow, parent: QMenu) -> QMenu:
        """The aims to choose from, with the one that holds ticked."""
        who, deeds = row.student.id, self._view_model.deeds
        menu = QMenu(translate("CheckIns", "Own &aim"), parent)
        menu.setIcon(self._look.icons.icon("target"))
        group, own = QActionGroup(menu), deeds.own_target(who)
        of_class = translate("CheckIns", "As the class: %n day(s)", None, deeds.class_target)
        for days, words in (
            (None, of_class),
            *(
                (days, translate("CheckIns", "%n day(s)", None, days))
                for days in deeds.targets(who)
            ),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(days == own)
            group.addAction(action)
            action.triggered.connect(lambda _=False, days=days: deeds.aim(who, days))
        return menu
