"""Which keys say yes? Enter, and where nothing is typed the space bar too."""

from PySide6.QtCore import Qt

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
PRESS = ENTER | {Qt.Key.Key_Space}
"""What presses a button, for what is drawn and is none."""
