"""Which photo is it? The dialog in which one or several are chosen."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate


def chosen_photos(parent: QWidget, *, several: bool) -> tuple[Path, ...]:
    """The photos that are chosen in a dialog; none when it is left."""
    title, images = translate("Student", "Choose a photo"), translate("Student", "Photos")
    kinds = f"{images} (*.jpg *.jpeg *.png *.webp *.heic *.heif)"
    if several:
        names, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
    else:
        name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
        names = [name]
    return tuple(Path(name) for name in names if name)
