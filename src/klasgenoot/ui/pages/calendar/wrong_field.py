"""Which field is it that could not be read? The cursor goes there, with what was typed chosen."""

from collections.abc import Iterable

from PySide6.QtCore import Qt

from klasgenoot.domain.errors import Missing, Trouble, Unknown
from klasgenoot.ui.kit.field import Ask


def go_to_wrong_field(asks: Iterable[Ask], trouble: Trouble) -> None:
    """Put the cursor where it goes wrong; nowhere if a trouble is about no field.

    Args:
        asks: in the order in which they are read.
        trouble: what was raised.
    """
    if not isinstance(trouble, Missing | Unknown):
        return
    typed = trouble.what.strip() if isinstance(trouble, Unknown) else ""
    wrong = next((ask.field for ask in asks if ask.field.text().strip() == typed), None)
    if wrong is not None:
        wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        wrong.selectAll()
