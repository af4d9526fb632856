"""The drop-downs of the import: what a column holds, and whose photo it is."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QFontMetrics, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QSizePolicy

from klasgenoot.domain.columns import Field
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look

translate = QCoreApplication.translate

NOTHING = "\N{EN DASH}"
"""Stands where nothing stands in the list."""
NOBODY = -1
ARROW_ROOM = 47
"""What a drop-down needs beside its text: padding, and the arrow."""
LEFT_OUT = "QComboBox {{ border-style: dashed; color: {ink}; }}"
FEWEST_LETTERS = 6
NARROWEST_FIELD = (84, 124)
"""Of a column that stays out, and one that comes along: elided before columns are scrolled."""


def field_words() -> dict[Field, str]:
    """What each field is called on screen."""
    return {
        Field.GIVEN_NAME: translate("Fields", "first name"),
        Field.CALL_NAME: translate("Fields", "call name"),
        Field.INFIX: translate("Fields", "infix"),
        Field.FAMILY_NAME: translate("Fields", "family name"),
        Field.WHOLE_NAME: translate("Fields", "whole name"),
        Field.STUDENT_NUMBER: translate("Fields", "student number"),
        Field.EMAIL: translate("Fields", "e-mail"),
        Field.LOGIN: translate("Fields", "login, for photos only"),
        Field.PRONOUNS: translate("Fields", "pronouns"),
        Field.CLASS: translate("Fields", "class"),
        Field.ROLE: translate("Fields", "role, to leave staff out"),
        Field.COACH: translate("Fields", "study coach"),
        Field.NOTE: translate("Fields", "own note"),
        Field.SKIP: translate("Fields", "leave out"),
    }


class FieldChoice(Dropdown):
    """What one column holds; as wide as what it says where there is room, its list in any case."""

    def __init__(self, look: Look, *, name: str, field: Field) -> None:
        super().__init__(look, name=name)
        words = field_words()
        for each, text in words.items():
            self.addItem(text, each.value)
        self.setCurrentIndex(self.findData(field.value))
        metrics = QFontMetrics(look.fonts.font(Text.BODY))
        widest = max(metrics.horizontalAdvance(text) for text in words.values())
        self.view().setMinimumWidth(widest + look.fonts.px(ARROW_ROOM))
        is_left_out = field is Field.SKIP
        ink = look.tokens["text_2"].name()
        self.setStyleSheet(LEFT_OUT.format(ink=ink) if is_left_out else "")

    def sizeHint(self) -> QSize:
        text = QFontMetrics(self.font()).horizontalAdvance(self.currentText())
        return QSize(text + self._look.fonts.px(ARROW_ROOM), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        least = NARROWEST_FIELD[self.currentData() != Field.SKIP.value]
        return QSize(min(whole.width(), self._look.fonts.px(least)), whole.height())


class Names(QStandardItemModel):
    """Everybody in the list, and nobody: made once for all the choices that show it.

    Args:
        names: everybody, in the order of the rows.
    """

    def __init__(self, names: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names = tuple(names)
        self._item_of: dict[int, int] = {}
        places = sorted(range(len(names)), key=lambda place: names[place].casefold())
        self._add(translate("NameChoice", "nobody"), NOBODY)
        for place in places:
            self._add(names[place], place)

    def item_of(self, place: int) -> int:
        """Which item stands for a row, or for NOBODY."""
        return self._item_of[place]

    def widest(self, look: Look) -> int:
        """How much room the longest name takes."""
        metrics = QFontMetrics(look.fonts.font(Text.BODY))
        return max((metrics.horizontalAdvance(each) for each in self.names), default=0)

    def _add(self, text: str, place: int) -> None:
        item = QStandardItem(text)
        item.setData(place, Qt.ItemDataRole.UserRole)
        self._item_of[place] = self.rowCount()
        self.appendRow(item)


class NameChoice(Dropdown):
    """Somebody in the list, or nobody; the data of an item is the place of the row."""

    def __init__(self, look: Look, names: Names, *, name: str) -> None:
        super().__init__(look, name=name)
        self._names = names
        self.setModel(names)
        self.setSizeAdjustPolicy(Dropdown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(FEWEST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def choose(self, place: int) -> None:
        """Shows somebody, by the place of the row, or NOBODY."""
        self.setCurrentIndex(self._names.item_of(place))

    def showPopup(self) -> None:
        """The list is as wide as the longest name, which is measured once somebody wants it."""
        room = self._names.widest(self._look) + self._look.fonts.px(ARROW_ROOM)
        self.view().setMinimumWidth(room)
        super().showPopup()
