"""Which way does an arrow key go? Across and down; and which keys make larger or smaller."""

from PySide6.QtCore import Qt

ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Where each arrow key goes: across and down."""

NOTCH = 120
"""What one notch of a mouse wheel counts."""

GROWTH = 1.05
"""How much larger one press or one notch of the wheel makes something."""

SCALES: dict[int, float] = {
    Qt.Key.Key_Plus: GROWTH,
    Qt.Key.Key_Equal: GROWTH,
    Qt.Key.Key_Minus: 1 / GROWTH,
}
"""How much larger something becomes, by key."""
