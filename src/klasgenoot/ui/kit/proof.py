"""What was erased? The proof as a card, to be kept where the teacher wants it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from klasgenoot.domain.erasing import Certificate
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.paper import Kind, Paragraph, write_paper
from klasgenoot.ui.kit.toast import announce
from klasgenoot.viewmodels import certificate as words

translate = QCoreApplication.translate

FOOT = "{page} / {pages}"


class Proof(Card):
    """The proof of one erasing.

    Signals:
        done: the teacher has seen it.
    """

    done = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=words.title())
        self._look = look
        self._certificate: Certificate | None = None
        self.body.setSpacing(10)
        self._text = Label(look, "")
        self._small = Label(look, "", Text.SUPPORT, colour="text_2")
        self._said = Label(look, "", Text.SUPPORT, colour="text_2")
        self._said.hide()
        self._save = Button(look, translate("Erasing", "Save the proof"), icon="download")
        self._save.clicked.connect(self._on_save_clicked)
        self._ready = Button(look, translate("Erasing", "Ready"), kind="primary")
        self._ready.clicked.connect(self.done)
        self.body.addWidget(self._text)
        self.body.addWidget(self._small)
        self.body.addWidget(self._said)
        self.body.addSpacing(4)
        self.body.addLayout(flow(self._ready, self._save))

    def show_certificate(self, certificate: Certificate) -> None:
        """Shows what was erased; the first two lines are what matters now."""
        self._certificate = certificate
        told = words.sentences(certificate)
        self._text.setText("\n".join(told[:-3]))
        self._small.setText("\n\n".join(told[-3:]))
        self._said.hide()
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, told[0])

    @Slot()
    def _on_save_clicked(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            translate("Erasing", "Save the proof"),
            translate("Erasing", "proof-of-erasing.pdf"),
            "PDF (*.pdf);;TXT (*.txt)",
        )
        if name and self._certificate is not None:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Saves the proof as PDF, or as text where the name says so."""
        if self._certificate is None:
            return
        try:
            _write(self._look, path, words.sentences(self._certificate))
        except OSError:
            said = translate("Erasing", "It could not be saved there. Choose another place.")
        else:
            said = translate("Erasing", "Saved.")
        self._said.setText(said)
        self._said.show()
        announce(self, said)


def _write(look: Look, path: Path, told: Sequence[str]) -> None:
    """Writes the proof as a PDF; as text when the name ends in .txt.

    Raises:
        OSError: the file cannot be written there.
    """
    title = words.title()
    if path.suffix.casefold() == ".txt":
        path.write_text("\n\n".join((title, *told)) + "\n", encoding="utf-8")
        return
    paragraphs = [Paragraph(Kind.TITLE, title), *(Paragraph(Kind.LINE, each) for each in told)]
    write_paper(look, path, title="Klasgenoot", paragraphs=paragraphs, foot=FOOT)
