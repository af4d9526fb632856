"""Where the log lines are typed: recognised pieces are tinted, and the keys do what they promise."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from klasgenoot.domain.quicklog_reading import Span
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.shell.log_tokens import (
    DASHED,
    GROUNDS,
    TOKEN_ROOM,
    paint_dashes,
    paint_token,
)
from klasgenoot.ui.shell.utf16 import point_at, unit_at
from klasgenoot.viewmodels.quicklog import QuickLogViewModel

PITCH = 30
"""From one line to the next, in pixels at text scale 1."""
INSET = 14
WORD_SPACING = 3
"""A little more between words than usual, so that two tokens do not touch."""
MOST_LINES = 6
"""More lines than this scroll."""
TEMPLATE_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
TEMPLATE_MODIFIER = (
    # Option and a figure write a sign on a Mac
    Qt.KeyboardModifier.MetaModifier if sys.platform == "darwin" else Qt.KeyboardModifier.AltModifier
)
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
