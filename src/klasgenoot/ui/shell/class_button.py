"""The class switcher in the sidebar: four faces, the class, how many, and the list that opens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.enter import EnterButton
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_mosaic
from klasgenoot.viewmodels.classes import ClassesViewModel, ClassRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

HEIGHT, MOSAIC, PADDING, GAP, RADIUS = 52, 36, 7, 10, 10


class ClassButton(EnterButton):
    """Shows the current class; pressing it lists the others.

    Signals:
        new_class_requested: the teacher wants to start an empty class.
    """

    new_class_requested = Signal()

    def __init__(
        self, look: Look, view_model: ClassesViewModel, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._view_model = view_model
        self._row: ClassRow | None = None
        self.setProperty("ring", RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        view_model.changed.connect(self._on_view_model_changed)
        self._on_view_model_changed()

    def sizeHint(self) -> QSize:
        return QSize(self._look.fonts.px(184), self._look.fonts.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.fonts.px(120), self._look.fonts.px(HEIGHT))

    def menu(self) -> "QMenu":
        """The list of classes as it is now."""
        from PySide6.QtGui import QAction, QIcon
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setProperty("kind", "classes")
        for place, row in enumerate(self._view_model.rows):
            action = QAction(QIcon(self._mosaic(row)), f"{row.name}   {row.line}", menu)
            action.setCheckable(True)
            action.setChecked(self._row is not None and row.id == self._row.id)
            action.setData(row.id)
            if place < 9:  # noqa: PLR2004 - Ctrl 1 to 9
                action.setShortcut(f"Ctrl+{place + 1}")
            action.triggered.connect(
                lambda _=False, class_id=row.id: self._view_model.choose(class_id)
            )
            menu.addAction(action)
        menu.addSeparator()
        new = menu.addAction(self._look.icons.icon("plus"), self.tr("New class"))
        new.triggered.connect(self.new_class_requested)
        return menu

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, box = self._look, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.tokens["line_strong" if self.underMouse() else "line_2"])
        painter.setBrush(look.tokens["surface"])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self._row is not None:
            self._paint_row(painter, self._row)
        painter.end()

    def _paint_row(self, painter: QPainter, row: ClassRow) -> None:
        look, height = self._look, self.height()
        edge = look.fonts.px(MOSAIC)
        mosaic = QRectF(PADDING, (height - edge) / 2, edge, edge)
        paint_mosaic(painter, mosaic, look=look, faces=[face_of(s) for s in row.faces])
        left = PADDING + edge + GAP
        icon = look.fonts.px(16)
        right = self.width() - PADDING - icon - 4
        look.icons.paint(
            painter,
            "chevrons-up-down",
            QRectF(right + 2, (height - icon) / 2, icon, icon),
            colour="text_3",
        )
        lines = (
            (row.name, look.fonts.bold(Text.BODY), "text", look.fonts.line(Text.BODY)),
            (row.line, look.fonts.font(Text.CAPTION), "text_3", look.fonts.line(Text.CAPTION)),
        )
        top = (height - sum(line[3] for line in lines)) / 2
        for text, font, ink, line_height in lines:
            painter.setFont(font)
            painter.setPen(look.tokens[ink])  # type: ignore[index]
            shown = QFontMetrics(font).elidedText(
                text, Qt.TextElideMode.ElideRight, round(right - left)
            )
            painter.drawText(
                QRectF(left, top, right - left, line_height), Qt.AlignmentFlag.AlignVCenter, shown
            )
            top += line_height

    def _mosaic(self, row: ClassRow) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(MOSAIC, MOSAIC) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_mosaic(
            painter,
            QRectF(0, 0, MOSAIC, MOSAIC),
            look=self._look,
            faces=[face_of(s) for s in row.faces],
        )
        painter.end()
        return picture

    @Slot()
    def _on_clicked(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setMinimumWidth(self.width())
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    @Slot()
    def _on_view_model_changed(self) -> None:
        self._row = self._view_model.current
        if self._row is not None:
            self.setAccessibleName(f"{self._row.name}, {self._row.line}")
            self.setToolTip(self._row.name)
        self.setVisible(self._row is not None)
        self.update()
