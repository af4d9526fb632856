"""Which pictograms? Lucide's line icons, tinted by role and kept once drawn."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from klasgenoot.ui.kit.theme import Colour, Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

THIN_FROM = 24
"""From this size in pixels up the lines are a little thinner."""
STROKE, THIN_STROKE = "1.8", "1.6"
ICON_RATIOS = (1.0, 2.0)
"""Device pixel ratios a `QIcon` carries; Qt scales the larger one for the ratios between."""


class Icons:
    """The icons of one theme, from a folder of SVG files named `<icon>.svg`."""

    def __init__(self, folder: Path, tokens: Tokens) -> None:
        self._folder = folder
        self._tokens = tokens
        self._drawn: dict[tuple[str, int, int, float], QPixmap] = {}

    def pixmap(
        self, name: str, *, colour: Colour | QColor = "text_2", size: int = 16, ratio: float = 1.0
    ) -> QPixmap:
        """An icon of `size` pixels square, drawn for a device pixel ratio."""
        tint = colour if isinstance(colour, QColor) else self._tokens[colour]
        key = (name, tint.rgba(), size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, tint=tint, size=size, ratio=ratio)
        return self._drawn[key]

    def icon(self, name: str, *, colour: Colour = "text_2", size: int = 16) -> "QIcon":
        """An icon for menus and actions."""
        from PySide6.QtGui import QIcon

        made = QIcon()
        for ratio in ICON_RATIOS:
            made.addPixmap(self.pixmap(name, colour=colour, size=size, ratio=ratio))
        return made

    def paint(
        self, painter: QPainter, name: str, box: QRectF, *, colour: Colour | QColor = "text_2"
    ) -> None:
        """Draw an icon in the middle of `box`, as large as its shorter side."""
        size = round(min(box.width(), box.height()))
        ratio = painter.device().devicePixelRatioF()
        picture = self.pixmap(name, colour=colour, size=size, ratio=ratio)
        left = box.center().x() - size / 2
        top = box.center().y() - size / 2
        # on whole device pixels, else the lines blur
        left, top = round(left * ratio) / ratio, round(top * ratio) / ratio
        painter.drawPixmap(QRectF(left, top, size, size), picture, QRectF(picture.rect()))

    def _draw(self, name: str, *, tint: QColor, size: int, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer

        stroke = STROKE if size < THIN_FROM else THIN_STROKE
        source = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        source = source.replace("currentColor", tint.name())
        source = source.replace('stroke-width="2"', f'stroke-width="{stroke}"')
        renderer = QSvgRenderer(QByteArray(source.encode()))
        edge = round(size * ratio)
        canvas = QImage(edge, edge, QImage.Format.Format_ARGB32_Premultiplied)
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        painter.setOpacity(tint.alphaF())
        renderer.render(painter, QRectF(0, 0, edge, edge))
        painter.end()
        picture = QPixmap.fromImage(canvas)
        picture.setDevicePixelRatio(ratio)
        return picture
