"""What if it is our own mistake? A local log without names, and one honest dialog.

The log holds the kind of error and the places in our code, never its text or values: those could
hold a student's name.
"""

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from klasgenoot import __version__
from klasgenoot.domain.errors import Trouble

LARGEST_LOG = 200_000


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """An error as text without any data: its kind and the lines of code it came through."""
    lines = [f"klasgenoot {__version__}, Python {sys.version.split()[0]}, {sys.platform}"]
    for frame, number in traceback.walk_tb(trace):
        code = frame.f_code
        lines.append(f"  {Path(code.co_filename).name}:{number} in {code.co_name}")
    return "\n".join([*lines, kind.__name__])


class CrashLog:
    """Writes crashes to a file in the data folder and shows the first one.

    Args:
        folder: where the log is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shown = False
        self._is_asking = False

    def install(self) -> None:
        """From now on every error that nobody expected comes here."""
        sys.excepthook = self.take
        threading.excepthook = lambda args: self.take(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def take(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Logs one error and says so once, on the window's own thread.

        A trouble that no page found a place for is no mistake of ours: it is said, not logged.
        """
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        in_window = threading.current_thread() is threading.main_thread()
        if isinstance(error, Trouble) and in_window:
            self._say(error)
            return
        text = report(kind, trace)
        self._write(text)
        if in_window and not self._shown:
            self._shown = True
            self._say_sorry(text)

    def note(self, error: BaseException) -> None:
        """Logs one error and says nothing: there is no time for it, or nobody to read it."""
        self._write(report(type(error), error.__traceback__))

    def _write(self, text: str) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = self._folder / "crashes.txt"
            before = path.read_text(encoding="utf-8") if path.exists() else ""
            path.write_text((before + text + "\n\n")[-LARGEST_LOG:], encoding="utf-8")
        except OSError:
            sys.stderr.write(text + "\n")

    def _say(self, trouble: Trouble) -> None:
        from klasgenoot.viewmodels.troubles import trouble_words

        self._show(trouble_words(trouble))

    def _say_sorry(self, text: str) -> None:
        from PySide6.QtCore import QCoreApplication

        translate = QCoreApplication.translate
        words = translate(
            "Crash",
            "What you saved is safe. The report below holds no names and is not sent anywhere.",
        )
        self._show(
            translate("Crash", "Something went wrong in Klasgenoot itself."),
            more=words,
            report_text=text,
        )

    def _show(self, words: str, *, more: str = "", report_text: str = "") -> None:
        """Shows a dialog, one at a time; without a window it goes to standard error."""
        from PySide6.QtWidgets import QApplication, QMessageBox

        if not isinstance(QApplication.instance(), QApplication):
            sys.stderr.write((report_text or words) + "\n")
            return
        if self._is_asking:
            return
        box = QMessageBox()
        box.setWindowTitle("Klasgenoot")
        box.setText(words)
        box.setInformativeText(more)
        box.setDetailedText(report_text)
        self._is_asking = True
        box.exec()
        self._is_asking = False
