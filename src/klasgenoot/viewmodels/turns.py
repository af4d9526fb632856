"""What would hold the window too long in one go: one thing after another, each in its own turn."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot


class Turns(QObject):
    """Does things in order; between two of them keys and paints get their turn."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], object]] = deque()
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._on_turn)

    def start(self, *things: Callable[[], object]) -> None:
        """Begins with the first at the next turn; what still waited is dropped."""
        self._waiting = deque(things)
        self._next.start()

    def stop(self) -> None:
        """Drops what still waits."""
        self._waiting.clear()
        self._next.stop()

    @Slot()
    def _on_turn(self) -> None:
        if self._waiting:
            self._waiting.popleft()()
        if self._waiting:
            self._next.start()
