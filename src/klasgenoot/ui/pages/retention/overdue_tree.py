"""What is past its term, as a list to tick: by kind, and then each thing on a row."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from klasgenoot.domain.retention import Held, Keeping
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.retention import OverdueRow, RetentionViewModel, keeping_words

translate = QCoreApplication.translate

WHO, WHAT, AGE = range(3)
WHO_WIDTH, AGE_WIDTH, LEAST_HEIGHT = 240, 290, 260
WHO_SHARE, AGE_SHARE = 0.38, 0.32
"""In a narrow window these parts of the width; what does not fit is in the tooltip."""
HELD = Qt.ItemDataRole.UserRole
TICK = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Ticks(QStyledItemDelegate):
    """Draws the sign in a box that is ticked; the box itself is the style sheet's."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None or Qt.CheckState(state) is Qt.CheckState.Unchecked:
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        widget = self.parent()
        assert isinstance(widget, QWidget)  # noqa: S101 - it was given one
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = QRectF(widget.style().subElementRect(part, whole, widget)).adjusted(2, 2, -2, -2)
        is_whole = Qt.CheckState(state) is Qt.CheckState.Checked
        icon = "check" if is_whole else "minus"
        self._look.icons.paint(painter, icon, box, colour="on_accent")


class OverdueTree(QTreeWidget):
    """The list. What is ticked goes; Space ticks, and a kind is ticked as a whole.

    Signals:
        ticked: another tick.
    """

    ticked = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[QTreeWidgetItem] = []
        self.setColumnCount(3)
        self.setAccessibleName(translate("Keeping", "What is past its term"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(look.fonts.px(LEAST_HEIGHT))
        self.setItemDelegate(Ticks(look, self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self.ticked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, usual, share in ((WHO, WHO_WIDTH, WHO_SHARE), (AGE, AGE_WIDTH, AGE_SHARE)):
            width = min(self._look.fonts.px(usual), round(self.viewport().width() * share))
            self.header().resizeSection(column, width)

    def show_groups(self, view_model: RetentionViewModel) -> None:
        """Shows what is past its term; all of it is ticked."""
        self.blockSignals(True)
        self._rows = []
        self.clear()
        for keeping, rows in view_model.groups:
            self._add_group(keeping, rows, term=view_model.term_of(keeping))
        self.expandAll()
        self.blockSignals(False)
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def held(self, *, is_ticked: bool) -> tuple[Held, ...]:
        """The things that are ticked, or those that are not."""
        wanted = Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return tuple(row.data(WHO, HELD) for row in self._rows if row.checkState(WHO) is wanted)

    def _add_group(self, keeping: Keeping, rows: Sequence[OverdueRow], *, term: str) -> None:
        words = translate("Keeping", "{kind}: {count}, kept {term}")
        group = QTreeWidgetItem(
            self, [words.format(kind=keeping_words(keeping), count=len(rows), term=term)]
        )
        group.setFlags(TICK | Qt.ItemFlag.ItemIsAutoTristate)
        group.setFirstColumnSpanned(True)
        group.setFont(WHO, self._look.fonts.font(Text.BODY, weight=QFont.Weight.DemiBold))
        for row in rows:
            item = QTreeWidgetItem(group, [row.who, row.what, row.age])
            item.setFlags(TICK)
            item.setCheckState(WHO, Qt.CheckState.Checked)
            item.setData(WHO, HELD, row.held)
            item.setForeground(AGE, self._look.tokens["text_2"])
            self._rows.append(item)
            for column, text in enumerate((row.who, row.what, row.age)):
                item.setToolTip(column, text)
