"""What photo was copied elsewhere? A file, or a picture from a page or a program."""

from PySide6.QtGui import QGuiApplication

from klasgenoot.ui.kit.brought import picture_in, table_in
from klasgenoot.viewmodels.photo_change import Source, dropped_file


def pasted() -> Source | None:
    """The photo on the clipboard: the file that was copied, or the bytes; None without one."""
    mime = QGuiApplication.clipboard().mimeData()
    file = dropped_file(mime)
    if file is not None:
        return file
    give = None if table_in(mime) else picture_in(mime)  # of the cells of a spreadsheet
    return give() if give is not None else None
