"""How is a student drawn in a grid? A photo with the name below it, in one of four styles."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from klasgenoot.ui.kit.faces import Face, Pictured, face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.pips import MOST_DOTS, PIP, PIP_GAP, PIPS_WIDTH, paint_dots, paint_pips
from klasgenoot.ui.kit.portrait import paint_portrait, photo_radius
from klasgenoot.ui.kit.theme import Colour

TILE_RADIUS, FRAME, PHOTO_RADIUS = 14, 5, 10
LEVELS: tuple[Colour, Colour, Colour, Colour] = ("lvl0", "lvl1", "lvl2", "lvl3")
BADGE, BADGE_INSET = 20, 4
"""The check badge, and how far it stands in from the corner: a grid ends where its tiles do."""
HIDDEN_NAME = QSize(44, 8)
PIPS_HEIGHT = 15
"""What the pips take below the name of a small tile."""


class TileStyle(Enum):
    """FRAMED: tinted by how well the name is known. PLAIN: name and dots. CENTRED: name only.

    SMALL is as FRAMED, with the pips below the name: for a whole class at a glance.
    """

    FRAMED = auto()
    SMALL = auto()
    PLAIN = auto()
    CENTRED = auto()


TINTED = frozenset({TileStyle.FRAMED, TileStyle.SMALL})
"""Those with a frame in the tint of the level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """What one tile shows.

    Attributes:
        name: the call name.
        face: photo or initials.
        level: how well the name is known, 0 to 3; None when that is not the question.
        dots: contacts in the last four teaching weeks; None when that is not the question.
        selected: carries a check badge.
        name_hidden: a bar stands where the name would be.
        bold: the name in bold, because it is this person's turn.
        loading: still on its way: flat.
    """

    name: str
    face: Face
    level: int | None = None
    dots: int | None = None
    selected: bool = False
    name_hidden: bool = False
    bold: bool = False
    loading: bool = False


class TileRow(Pictured, Protocol):
    """A row of a model that can be shown as a tile without translation."""

    @property
    def name(self) -> str:
        """The call name."""


def tile_of(row: TileRow) -> Tile:
    """A tile of a row; what the row does not say (level, dots, selected ...) is not shown."""
    dots = getattr(row, "dots", None)
    return Tile(
        name=row.name,
        face=face_of(row),
        level=getattr(row, "level", None),
        dots=dots,
        selected=getattr(row, "selected", False),
        name_hidden=getattr(row, "name_hidden", False),
        bold=dots == 0,
    )


def caption_height(look: Look, style: TileStyle) -> int:
    """Height of the part below the photo."""
    if style is TileStyle.SMALL:
        return look.fonts.px(20) + PIPS_HEIGHT
    return look.fonts.px(30 if style is TileStyle.FRAMED else 24)


def photo_of(look: Look, box: QRectF, style: TileStyle) -> tuple[QRectF, float]:
    """Where in a tile the photo is, and how round its corners are."""
    caption = caption_height(look, style)
    if style in TINTED:
        return box.adjusted(FRAME, FRAME, -FRAME, -caption), PHOTO_RADIUS
    photo = box.adjusted(0, 0, 0, -caption)
    return photo, photo_radius(photo.size().toSize())


def paint_tile(
    painter: QPainter,
    box: QRectF,
    *,
    look: Look,
    tile: Tile,
    style: TileStyle = TileStyle.FRAMED,
    hovered: bool = False,
) -> None:
    """Draw a tile in a box of whole pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    photo, radius = photo_of(look, box, style)
    if style in TINTED:
        _paint_frame(painter, box, look=look, level=tile.level or 0)
    if tile.loading:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.tokens["hover"])
        painter.drawRoundedRect(photo, radius, radius)
    else:
        paint_portrait(painter, photo, look=look, face=tile.face, radius=radius)
    around = box if style in TINTED else photo
    corner = TILE_RADIUS if style in TINTED else radius
    if hovered or tile.selected:
        _paint_outline(painter, around, look=look, selected=tile.selected, corner=corner)
    _paint_caption(painter, box, look=look, tile=tile, style=style)
    if tile.selected:
        left, top = around.right() - BADGE - BADGE_INSET, around.top() + BADGE_INSET
        paint_check_badge(painter, left, top, look=look)
    painter.restore()


def paint_check_badge(painter: QPainter, left: float, top: float, *, look: Look) -> None:
    """Draw the round badge that says: chosen."""
    box = QRectF(left, top, BADGE, BADGE)
    painter.setPen(QPen(look.tokens["surface"], 2))
    painter.setBrush(look.tokens["accent"])
    painter.drawEllipse(box)
    look.icons.paint(painter, "check", box.adjusted(4, 4, -4, -4), colour="on_accent")


def _paint_frame(painter: QPainter, box: QRectF, *, look: Look, level: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens[LEVELS[level]])
    if look.tokens.is_contrast:
        painter.setPen(QPen(look.tokens["line"], 1))
        box = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, TILE_RADIUS, TILE_RADIUS)


def _paint_outline(
    painter: QPainter, box: QRectF, *, look: Look, selected: bool, corner: float
) -> None:
    width = 2 if selected else 1
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.tokens["accent" if selected else "line_strong"], width))
    inset = width / 2
    painter.drawRoundedRect(
        box.adjusted(inset, inset, -inset, -inset), corner - inset, corner - inset
    )


def caption_of(look: Look, tile: Tile, *, style: TileStyle, width: float) -> tuple[QFont, str]:
    """Font and text of the name under a tile `width` wide: a little smaller before it is elided."""
    framed = style in TINTED
    is_small = style is TileStyle.SMALL
    room = width - 2 * _inset(style) - (0 if is_small else _count_width(tile))
    small = is_small or style is TileStyle.CENTRED
    roles = [Text.CAPTION] if small else [Text.SUPPORT, Text.CAPTION]
    strong = tile.bold or (tile.selected and not framed)
    weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
    for role in roles:
        font = look.fonts.font(role, weight=QFont.Weight.Medium if framed else weight)
        metrics = QFontMetricsF(font)
        if metrics.horizontalAdvance(tile.name) <= room:
            return font, tile.name
    return font, metrics.elidedText(tile.name, Qt.TextElideMode.ElideRight, room)


def _inset(style: TileStyle) -> float:
    """Distance of the caption from the sides of the tile."""
    return {TileStyle.FRAMED: 8.0, TileStyle.SMALL: 4.0}.get(style, 1.0)


def _paint_caption(
    painter: QPainter, box: QRectF, *, look: Look, tile: Tile, style: TileStyle
) -> None:
    height, inset = caption_height(look, style), _inset(style)
    framed, is_small = style in TINTED, style is TileStyle.SMALL
    row = QRectF(box.left() + inset, box.bottom() - height, box.width() - 2 * inset, height)
    if not framed:
        row.translate(0, 1)
    middle = round(row.center().y()) + 0.5
    if is_small:
        row.setHeight(height - PIPS_HEIGHT)
        pips = QRectF(0, 0, PIPS_WIDTH, PIPS_HEIGHT)
        pips.moveCenter(QPointF(row.center().x(), row.bottom() + PIPS_HEIGHT / 2 - 2))
        _paint_count(painter, pips, pips.center().y(), look=look, tile=tile)
        middle = round(row.center().y()) + 0.5
    else:
        _paint_count(painter, row, middle, look=look, tile=tile)
    if tile.name_hidden or tile.loading:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.tokens["hover" if tile.loading else "line_2"])
        beside = 0 if is_small else _count_width(tile)
        width = min(HIDDEN_NAME.width(), row.width() - beside)
        left = row.center().x() - width / 2 if is_small else row.left() + 2
        bar = QRectF(left, middle - 4, width, HIDDEN_NAME.height())
        painter.drawRoundedRect(bar, 4, 4)
        return
    font, shown = caption_of(look, tile, style=style, width=box.width())
    painter.setFont(font)
    painter.setPen(look.tokens["text" if framed or font.bold() else "text_2"])
    side = Qt.AlignmentFlag.AlignLeft
    if is_small or style is TileStyle.CENTRED:
        side = Qt.AlignmentFlag.AlignHCenter
    painter.drawText(row, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


def _count_width(tile: Tile) -> float:
    """Width of the pips or dots at the right end of the caption."""
    if tile.loading:
        return 0
    if tile.level is not None:
        return PIPS_WIDTH + 2
    if tile.dots is not None:
        return max(1, min(tile.dots, MOST_DOTS)) * (PIP + PIP_GAP) + 2
    return 0


def _paint_count(painter: QPainter, row: QRectF, middle: float, *, look: Look, tile: Tile) -> None:
    if tile.loading:
        return
    if tile.level is not None:
        paint_pips(painter, row.right() - PIPS_WIDTH, middle, look=look, level=tile.level)
    elif tile.dots is not None:
        paint_dots(painter, row.right(), middle, look=look, count=tile.dots)
