"""The yardstick of a start: a window with one label."""

import sys

from first_paint import FirstPaint, end, say
from PySide6.QtWidgets import QApplication, QLabel


def on_painted() -> None:
    say("painted")
    end()


if __name__ == "__main__":
    app = QApplication(sys.argv)
    label = QLabel("Klasgenoot")
    first_paint = FirstPaint(label, on_painted)
    label.show()
    sys.exit(app.exec())
