"""The page Guide: this week's recommendation, all eleven, and each of them whole."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from klasgenoot.domain.guide import Mark
from klasgenoot.ui.kit.buttons import Button, back_button, icon_button
from klasgenoot.ui.kit.chips import Chip
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Density, Page
from klasgenoot.ui.pages.guide.about import AboutStudy
from klasgenoot.ui.pages.guide.detail import Detail
from klasgenoot.ui.pages.guide.table import GuideTable
from klasgenoot.ui.pages.guide.week import WeekStrip
from klasgenoot.viewmodels.guide import GuideRow, GuideViewModel
from klasgenoot.viewmodels.target import Target

STUDY = 0
"""In the place of a number: the study is open, not one of the eleven."""


class GuidePage(Page):
    """Eleven recommendations next to the teacher's own evidence.

    Shows one of three things: all eleven below this week's, one of them whole, or the study.

    Signals:
        open_requested: a step leads to another page.
    """

    open_requested = Signal(object)

    def __init__(
        self, look: Look, view_model: GuideViewModel, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        self._view_model = view_model
        self._rows: dict[int, GuideRow] = {}
        self._open: int | None = None
        self._upper: WeekStrip | Detail | AboutStudy | None = None
        self._make_tools(look)
        self._trouble = Label(look, "", colour="brick_text")
        self._table = GuideTable(look)
        self._table.hide()  # until it is filled, so that it is laid out once
        self._table.opened.connect(self._on_row_opened)
        self._table.step_requested.connect(self._on_row_step_requested)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._table)
        self.body.addStretch(1)
        self.density_changed.connect(self._on_density_changed)
        view_model.changed.connect(self._on_view_model_changed)
        view_model.failed.connect(self._on_view_model_failed)

    def arrive(self, _target: Target) -> None:
        """Shows all eleven as they are now."""
        self._open = None
        self._show()

    def place(self) -> dict[str, Any]:
        """The recommendation that is open, or the page about the study."""
        return {"open": self._open}

    def take_place(self, said: dict[str, Any]) -> None:
        """Opens it again."""
        self._open = said["open"]
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._open is not None:
            self._on_back_clicked()
        else:
            super().keyPressEvent(event)

    def _make_tools(self, look: Look) -> None:
        self._class = Chip(look, "", tone="outline", icon="users")
        self._study = Button(look, self.tr("About the study"), kind="ghost", icon="book-open")
        self._study.clicked.connect(self._on_study_clicked)
        self._back = back_button(look, self.tr("All eleven"))
        self._back.clicked.connect(self._on_back_clicked)
        self._before = icon_button(look, "chevron-left", self.tr("Previous recommendation"))
        self._before.clicked.connect(self._on_before_clicked)
        self._after = icon_button(look, "chevron-right", self.tr("Next recommendation"))
        self._after.clicked.connect(self._on_after_clicked)
        for tool in (self._class, self._study, self._back, self._before, self._after):
            self.header.tools.addWidget(tool)

    def _show(self) -> None:
        self._rows = {row.number: row for row in self._view_model.rows()}
        row = self._rows.get(self._open) if self._open else None
        self._trouble.hide()
        self._show_header(row)
        if self._open is None:
            self._table.set_rows(list(self._rows.values()))
            this_week = (r for r in self._rows.values() if r.is_this_weeks)
            self._show_week(next(this_week, None))
        elif row is not None:
            self._show_detail(row)
        else:
            self._put(AboutStudy(self.look, self._view_model.about))
        self._table.setVisible(self._open is None)

    def _show_header(self, row: GuideRow | None) -> None:
        if row is not None:
            number = self.tr("Recommendation {number} of {total}")
            subtitle = number.format(number=row.number, total=len(self._rows))
            self.set_title(row.text.title, subtitle)
        elif self._open == STUDY:
            subtitle = self.tr("Eleven interviews: guidance, not proof")
            self.set_title(self.tr("About the study"), subtitle)
        else:
            subtitle = self.tr("Eleven recommendations from research, beside your own records")
            self.set_title(self.tr("Guide"), subtitle)
        self._class.setText(self._view_model.class_name)
        self._class.setVisible(self._open is None and bool(self._view_model.class_name))
        self._study.setVisible(self._open is None)
        self._back.setVisible(self._open is not None)
        for button, step in ((self._before, -1), (self._after, 1)):
            button.setVisible(row is not None)
            button.setEnabled(row is not None and row.number + step in self._rows)

    def _show_week(self, row: GuideRow | None) -> None:
        if isinstance(self._upper, WeekStrip) and self._upper.row == row:
            return
        strip = WeekStrip(self.look, row)
        strip.step_requested.connect(self._on_week_step_requested)
        strip.marked.connect(self._on_week_marked)
        self._put(strip)

    def _show_detail(self, row: GuideRow) -> None:
        if isinstance(self._upper, Detail) and self._upper.show_mark(row):
            return
        detail = Detail(self.look, row)
        detail.step_requested.connect(self._on_detail_step_requested)
        detail.open_requested.connect(self.open_requested)
        detail.marked.connect(self._on_detail_marked)
        self._put(detail)

    def _put(self, upper: WeekStrip | Detail | AboutStudy) -> None:
        """Show something above the table, in the place of what is there."""
        if self._upper is not None:
            self._upper.hide()
            self._upper.deleteLater()
        self._upper = upper
        self.body.insertWidget(1, upper)
        upper.show()  # at once, so that it can take the focus

    def _open_number(self, number: int) -> None:
        self._open = number
        self._show()

    def _do_step(self, number: int) -> None:
        target = self._rows[number].target
        if target is not None:
            self.open_requested.emit(target)

    @Slot()
    def _on_view_model_changed(self) -> None:
        if self.isVisible():
            self._show()

    @Slot(str)
    def _on_view_model_failed(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.show()

    @Slot(Density)
    def _on_density_changed(self, density: Density) -> None:
        self._table.set_density(density)

    @Slot(int)
    def _on_row_opened(self, number: int) -> None:
        self._open_number(number)
        if isinstance(self._upper, Detail):
            self._upper.begin()

    @Slot(int)
    def _on_row_step_requested(self, number: int) -> None:
        if self._rows[number].target is None:
            self._on_row_opened(number)  # what to say stands there, to read and to copy
        else:
            self._do_step(number)

    @Slot()
    def _on_week_step_requested(self) -> None:
        if isinstance(self._upper, WeekStrip) and self._upper.row is not None:
            self._do_step(self._upper.row.number)

    @Slot(object)
    def _on_week_marked(self, mark: Mark) -> None:
        if isinstance(self._upper, WeekStrip) and self._upper.row is not None:
            self._view_model.mark(self._upper.row.number, mark)
            self._upper.begin()

    @Slot()
    def _on_detail_step_requested(self) -> None:
        if self._open:
            self._do_step(self._open)

    @Slot(object)
    def _on_detail_marked(self, mark: Mark | None) -> None:
        if self._open:
            self._view_model.mark(self._open, mark)

    @Slot()
    def _on_study_clicked(self) -> None:
        self._open_number(STUDY)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back_clicked(self) -> None:
        was, self._open = self._open, None
        self._show()
        if was:
            self._table.focus_row(was)
        else:
            self._study.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_before_clicked(self) -> None:
        if self._open:
            self._open_number(self._open - 1)

    @Slot()
    def _on_after_clicked(self) -> None:
        if self._open:
            self._open_number(self._open + 1)
