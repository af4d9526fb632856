"""What may become of what was copied here? It is marked as confidential, and does not stay.

Everything that the app puts on the clipboard counts, whoever put it there: a button, Ctrl+C in a
field, a menu. Clipboard managers that know the marks keep no history of it and send it nowhere.
After half a minute it goes, and when the app locks or ends; what others
put there is left alone.
"""

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

CLEAR_AFTER_MS = 30_000
OURS = "application/x-klasgenoot"
"""Says that it is ours also where the system does not know who owns the clipboard."""
_ZERO = b"\0\0\0\0"
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
MARKS = {
    OURS: b"1",
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"1",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): _ZERO,
    _WINDOWS.format("CanIncludeInClipboardHistory"): _ZERO,
    _WINDOWS.format("CanUploadToCloudClipboard"): _ZERO,
}
"""What KDE, macOS and Windows each ask for; the others do not mind."""


class ClipboardKeeper(QObject):
    """Marks what this app puts on the clipboard, and takes it off again.

    Args:
        clipboard: the clipboard of the app.
        parent: as in Qt.
    """

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._timer = QTimer(self, singleShot=True, interval=CLEAR_AFTER_MS)
        self._timer.timeout.connect(self.clear)
        clipboard.dataChanged.connect(self._on_clipboard_changed)

    @property
    def is_ours(self) -> bool:
        """Whether what is on the clipboard now came from this app."""
        return _is_marked(self._clipboard.mimeData()) or self._clipboard.ownsClipboard()

    @Slot()
    def clear(self) -> None:
        """Takes it off the clipboard, if it is still ours."""
        self._timer.stop()
        if self.is_ours:
            self._clipboard.clear()

    @Slot()
    def _on_clipboard_changed(self) -> None:
        """Puts the marks on what this app has just copied, and begins to count."""
        now: QMimeData | None = self._clipboard.mimeData()
        if now is None or not now.formats() or not self.is_ours:
            self._timer.stop()
        elif _is_marked(now):
            self._timer.start()
        else:
            self._clipboard.setMimeData(_marked(now))  # which brings us here once more


def keep_clipboard(parent: QObject) -> ClipboardKeeper:
    """Begins to look after the clipboard of the running app, until that ends."""
    keeper = ClipboardKeeper(QGuiApplication.clipboard(), parent)
    app = QCoreApplication.instance()
    if app is not None:
        app.aboutToQuit.connect(keeper.clear)
    return keeper


def _is_marked(data: QMimeData | None) -> bool:
    return data is not None and data.hasFormat(OURS)


def _marked(data: QMimeData) -> QMimeData:
    """The same text with the marks; pictures and other things are not copied in this app."""
    marked = QMimeData()
    if data.hasText():
        marked.setText(data.text())
    for name, value in MARKS.items():
        marked.setData(name, QByteArray(value))
    return marked
