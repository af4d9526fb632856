"""Where should a file go? The system's own dialog, in the teacher's documents at first."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(
    parent: QWidget, *, title: str, name: str, kinds: str, folder: Path | None = None
) -> Path | None:
    """Asks for the place of a file; None when the teacher thinks better of it.

    Not every system's dialog ends the name as its kind does, so that is done here. Then a file may
    lie there that nobody asked about: the dialog opens once more with the whole name, and asks.

    Args:
        parent: what the dialog belongs to.
        title: what stands above it.
        name: what the file is called, with its ending, unless the teacher says otherwise.
        kinds: the kind of file, as in "PDF (*.pdf)".
        folder: where it opens; None for the documents. Where a program was started, which is what
            it would be otherwise, is no place for a list of names.
    """
    ending = Path(name).suffix
    suggested = str((folder or documents()) / name)
    while True:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
        if not chosen:
            return None
        path = with_ending(Path(chosen), ending)
        if path == Path(chosen) or not path.exists():
            return path
        suggested = str(path)


def with_ending(path: Path, ending: str) -> Path:
    """The path with an ending: a dot in "CMV 1.2" begins none."""
    if path.suffix.casefold() == ending.casefold():
        return path
    return path.with_name(f"{path.name}{ending}")


def documents() -> Path:
    """The folder in which a teacher keeps their own files."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = Path(QStandardPaths.writableLocation(place))
    return found if found.is_dir() else Path.home()
