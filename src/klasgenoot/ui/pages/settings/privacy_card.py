"""Who is put aside, and what can one show who asks? Restricted students, and two pages to print."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import go_to
from klasgenoot.ui.kit.save_dialog import ask_where_to_save
from klasgenoot.ui.kit.toast import announce
from klasgenoot.viewmodels.privacy import PrivacyViewModel, RestrictedRow, Sheet
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

FOOT = "Klasgenoot · {page} / {pages}"


class PrivacyCard(Card):
    """The short list of whose data is only kept, and the texts.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: PrivacyViewModel) -> None:
        super().__init__(look, title=translate("PrivacyCard", "What students may ask"))
        self._view_model = view_model
        words = translate(
            "PrivacyCard",
            "On the page of a student: all that is kept, rather no photo, restrict, what they say"
            " themselves. These pages tell them and your school how it works.",
        )
        self.body.addWidget(Label(look, words, colour="text_2"))
        self._first = for_students = Button(
            look, translate("PrivacyCard", "Page for students"), icon="printer", size="small"
        )
        for_students.clicked.connect(lambda: self._save(view_model.for_students()))
        for_officer = Button(
            look,
            translate("PrivacyCard", "Page for your school"),
            icon="printer",
            size="small",
        )
        for_officer.setToolTip(
            translate(
                "PrivacyCard", "For the data-protection officer: every field, and how it is set"
            )
        )
        for_officer.clicked.connect(lambda: self._save(view_model.for_officer()))
        self.body.addLayout(flow(for_students, for_officer))
        self._said = Label(look, "", Text.SUPPORT, colour="text_2")
        self._said.hide()
        self.body.addWidget(self._said)
        self._lifts: list[Button] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.body.addLayout(self._list)
        view_model.changed.connect(self.refresh)
        self.refresh()

    def take_focus(self) -> None:
        """Puts the keyboard on the first that can be lifted, once it is known where it stands."""
        there = self._lifts[0] if self._lifts else self._first
        QTimer.singleShot(0, there, lambda: go_to(there))

    @Slot()
    def refresh(self) -> None:
        """Shows who is restricted now."""
        had_focus = any(lift.hasFocus() for lift in self._lifts)
        clear(self._list)
        self._lifts = []
        rows = self._view_model.restricted
        if rows:
            title = translate("PrivacyCard", "Restricted: kept, and not used")
            self._list.addWidget(Label(self._look, title, Text.SUPPORT, colour="text_2"))
        for row in rows:
            self._list.addWidget(self._restricted(row))
        if had_focus:
            self.take_focus()

    def _restricted(self, row: RestrictedRow) -> QWidget:
        access = Button(self._look, translate("PrivacyCard", "Access"), kind="ghost", size="small")
        access.setAccessibleDescription(row.name)
        access.clicked.connect(
            lambda: self.open_requested.emit(Target(PageId.ACCESS, student=row.student_id))
        )
        lift = Button(self._look, translate("PrivacyCard", "Lift"), size="small")
        lift.setAccessibleDescription(row.name)
        lift.clicked.connect(lambda: self._view_model.lift(row.student_id))
        self._lifts.append(lift)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(Label(self._look, row.name))
        texts.addWidget(Label(self._look, row.line, Text.CAPTION, colour="text_3"))
        line.addLayout(texts, 1)
        line.addWidget(access, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(lift, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _save(self, sheet: Sheet) -> None:
        path = ask_where_to_save(
            self,
            title=translate("PrivacyCard", "Save the page"),
            name=self._view_model.file_name(sheet),
            kinds="PDF (*.pdf)",
        )
        if path is None:
            return
        try:
            write_sheet(self._look, path, sheet)
        except OSError:
            words = translate("PrivacyCard", "It could not be saved there. Choose another place.")
        else:
            words = translate("PrivacyCard", "Saved.")
        self._said.setText(words)
        self._said.show()
        announce(self, words)


def write_sheet(look: Look, path: Path, sheet: Sheet) -> int:
    """Writes a page as a PDF and tells how many pages it took.

    Raises:
        OSError: the file cannot be written there.
    """
    from klasgenoot.ui.kit.paper import Kind, Paragraph, write_paper

    paragraphs = [Paragraph(Kind.TITLE, sheet.title), Paragraph(Kind.SMALL, sheet.introduction)]
    body = Kind.SMALL if sheet.small else Kind.LINE
    for heading, lines in sheet.parts:
        paragraphs.append(Paragraph(Kind.ENTRY, heading))
        paragraphs += [Paragraph(body, line) for line in lines]
    if sheet.small:
        paragraphs.append(Paragraph(Kind.ENTRY, sheet.small_title, on_new_page=True))
        paragraphs += [Paragraph(Kind.SMALL, text, label) for label, text in sheet.small]
    return write_paper(look, path, title=sheet.title, paragraphs=paragraphs, foot=FOOT)
