"""The yardstick of a start: a window with one label."""

import sys

from first_paint import FirstPaint
from PySide6.QtWidgets import QApplication, QLabel

if __name__ == "__main__":
    app = QApplication(sys.argv)
    label = QLabel("Klasgenoot")
    first_paint = FirstPaint(label)
    label.show()
    sys.exit(app.exec())
