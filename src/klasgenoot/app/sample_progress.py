"""How far is the drawing? A small dialog while the sample class gets its portraits."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from klasgenoot.exchange.photos import Picture
from klasgenoot.operations.sample import draw_sample
from klasgenoot.viewmodels.work import Progress, Work

translate = QCoreApplication.translate


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
