"""How far is the drawing? A small dialog while the sample class gets its portraits."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from klasgenoot.app.sample import sample_term_in
from klasgenoot.exchange.photos import Picture
from klasgenoot.operations.sample import draw_sample, fill_sample
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.work import Progress, Work

translate = QCoreApplication.translate


def fill_with_progress(session: Session, *, over: QWidget | None) -> bool:
    """Draws the sample class and keeps it; False if the teacher stopped it."""
    pictures = draw_with_progress(over)
    if pictures is None:
        return False
    term = sample_term_in(session.settings.language, today=session.today())
    session.do(fill_sample, term=term, pictures=pictures, zone=session.now().tzinfo)
    session.vault.journal.forget()
    return True


def draw_with_progress(parent: QWidget | None) -> tuple[Picture, ...] | None:
    """Draws the portraits beside the window; None if the teacher stopped it."""
    dialog = QProgressDialog(parent)
    dialog.setWindowTitle("Klasgenoot")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setLabelText(translate("Sample", "28 portraits are being drawn…"))
    dialog.setCancelButtonText(translate("Sample", "Stop"))
    dialog.setMinimumDuration(0)
    dialog.setAutoReset(False)
    work = Work(dialog)
    drawn: list[tuple[Picture, ...]] = []

    def show_progress(done: int, total: int) -> None:
        dialog.setMaximum(total)
        dialog.setValue(done)

    def keep(pictures: tuple[Picture, ...]) -> None:
        drawn.append(pictures)
        dialog.accept()

    def draw(progress: Progress[tuple[Picture, ...]]) -> tuple[Picture, ...]:
        return draw_sample(on_progress=progress, is_cancelled=progress.is_cancelled)

    work.progressed.connect(show_progress)
    work.finished.connect(keep)
    work.failed.connect(lambda _: dialog.reject())
    work.start(draw)
    dialog.exec()
    work.wait()
    dialog.deleteLater()
    return drawn[0] if drawn else None
