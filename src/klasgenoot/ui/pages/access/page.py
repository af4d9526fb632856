"""Inzage: what is kept about one student, read through, covered in part, and handed over."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from klasgenoot.domain.rights import FileKind
from klasgenoot.ui.kit.buttons import back_button
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.save_dialog import ask_where_to_save
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.pages.access.preview import Preview
from klasgenoot.ui.pages.access.side import AccessSide
from klasgenoot.viewmodels.access import AccessViewModel
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

SIDE, GAP = 340, 20
BESIDE_FROM = 860
"""From so many pixels, at text scale 1, the steps stand beside the text."""


class AccessPage(Page):
    """What the student will get at the left, and what can be done with it at the right.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: AccessViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._preview = Preview(look)
        self._side = AccessSide(look)
        back = back_button(look, translate("AccessPage", "Back"))
        back.clicked.connect(self._go_back)
        self.header.tools.addWidget(back)
        ground = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, ground)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._preview, 1)
        self._row.addWidget(self._side)
        self.body.addWidget(ground, 1)
        self._preview.cover_requested.connect(self._on_cover_requested)
        self._preview.uncover_requested.connect(view_model.uncover)
        self._side.cover_requested.connect(self._on_side_cover_requested)
        self._side.uncover_requested.connect(view_model.uncover)
        self._side.save_requested.connect(self._on_save_requested)
        view_model.changed.connect(self._on_view_model_changed)
        view_model.failed.connect(self._side.say)

    def arrive(self, target: Target) -> None:
        """Shows what is kept about a student; who is not there leads back to the class."""
        if target.student is not None:
            self._view_model.open(target.student)
        self._side.say("")
        self._refresh()
        self._preview.moveCursor(self._preview.textCursor().MoveOperation.Start)
        self._preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self.look.fonts.px
        is_beside = self.width() >= px(BESIDE_FROM)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        self._side.setMinimumWidth(px(SIDE) if is_beside else 0)
        self._side.setMaximumWidth(px(SIDE) if is_beside else self.maximumWidth())

    def _refresh(self) -> None:
        shown = self._view_model
        if not shown.is_there:
            self.open_requested.emit(Target(PageId.STUDENTS))
            return
        title = translate("AccessPage", "What is kept about {name}").format(name=shown.name)
        self.set_title(title, translate("AccessPage", "This is what the student gets to see"))
        self._side.offer(shown.reasons)
        self._side.show_covers(shown.cover_lines, doubts=shown.doubts)
        self._preview.show_all(shown)
        self.show_filled()

    @Slot()
    def _go_back(self) -> None:
        target = Target(PageId.STUDENT, student=self._view_model.student_id)
        if self._view_model.is_restricted:
            target = Target(PageId.SETTINGS)
        self.open_requested.emit(target)

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page reads everything anew when it is opened
        if self.isVisible():
            self._refresh()

    @Slot()
    def _on_side_cover_requested(self) -> None:
        self._on_cover_requested(self._preview.chosen)

    @Slot(list)
    def _on_cover_requested(self, chosen: list[tuple[str, int, int]]) -> None:
        reason = self._side.reason
        if not reason.strip():
            self._side.ask_why()
            return
        done = [
            self._view_model.cover(place, start, end, reason=reason) for place, start, end in chosen
        ]
        if any(done):
            self._side.say("")
            return
        words = translate(
            "AccessPage", "Select words that somebody wrote. Names and dates of the student stay."
        )
        self._side.say(words)
        announce(self, words)

    @Slot(object)
    def _on_save_requested(self, kind: FileKind) -> None:
        types = {FileKind.PDF: "PDF (*.pdf)", FileKind.JSON: "JSON (*.json)"}
        path = ask_where_to_save(
            self,
            title=translate("AccessPage", "Save what is kept"),
            name=self._view_model.file_name(kind),
            kinds=types[kind],
        )
        if path is None:
            return
        try:
            self._write(kind, path)
        except OSError:
            words = translate("AccessPage", "It could not be saved there. Choose another place.")
        else:
            if not self._view_model.was_handed_over(kind):
                return
            words = translate("AccessPage", "Saved. Delete the file once the student has it.")
        self._side.say(words)
        announce(self, words)

    def _write(self, kind: FileKind, path: Path) -> None:
        """Writes the file; what is covered is not in it."""
        if kind is FileKind.JSON:
            path.write_text(self._view_model.json_text(), encoding="utf-8")
            return
        from klasgenoot.ui.kit.paper import write_paper
        from klasgenoot.ui.pages.access.on_paper import paragraphs

        write_paper(
            self.look,
            path,
            title=translate("AccessPage", "What is kept"),
            paragraphs=paragraphs(self._view_model),
            foot=translate("AccessPage", "page {page} of {pages}"),
            pictures=self._view_model.photos,
        )
