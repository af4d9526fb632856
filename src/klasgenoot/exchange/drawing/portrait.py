"""Draws a face from the wall behind it to the glasses on its nose."""

from collections.abc import Callable
from typing import Final

from klasgenoot.domain.faces import Face, Hair
from klasgenoot.exchange.drawing import hair_curly, hair_long, hair_short, hair_tied
from klasgenoot.exchange.drawing.clothes import draw_clothes
from klasgenoot.exchange.drawing.colours import BACKDROPS, SHADOW, SKINS, WHITE
from klasgenoot.exchange.drawing.extras import draw_earrings, draw_glasses, draw_marks
from klasgenoot.exchange.drawing.features import draw_brows, draw_eyes, draw_nose
from klasgenoot.exchange.drawing.hair import Hairdo, draw_locks, fitted
from klasgenoot.exchange.drawing.head import (
    NECK,
    draw_ears,
    draw_face_shape,
    draw_hair_shadow,
    draw_neck,
    head_of,
)
from klasgenoot.exchange.drawing.mouth import draw_beard, draw_mouth
from klasgenoot.exchange.drawing.paths import Point
from klasgenoot.exchange.drawing.pen import Pen, enlarged, mixed
from klasgenoot.exchange.drawing.scarf import draw_scarf_drape, draw_scarf_hood

SHEET: Final = (84.0, 105.0)
"""Width and height of a portrait in sheet units: four to five."""
CORNER: Final[Point] = (8.0, 8.0)
"""The upper left of the portrait on the sheet."""
FINER: Final = 2
"""How many times larger it is drawn than it is kept: that smooths the edges."""
COARSER: Final = 8
"""How many times smaller the wall behind it is drawn: it holds nothing but soft light."""

HAIRDOS: Final[dict[Hair, Callable[[], Hairdo]]] = {
    Hair.SHAVED: hair_short.shaved,
    Hair.CROP: hair_short.crop,
    Hair.SIDE_PART: hair_short.side_part,
    Hair.QUIFF: hair_short.quiff,
    Hair.FADE_CURLS: hair_curly.fade_curls,
    Hair.UNDERCUT: hair_short.undercut,
    Hair.CURTAINS: hair_short.curtains,
    Hair.MAN_BUN: hair_tied.man_bun,
    Hair.PIXIE: hair_short.pixie,
    Hair.AFRO: hair_curly.afro,
    Hair.LOCS: hair_curly.locs,
    Hair.BRAIDS: hair_curly.braids,
    Hair.CURLS: hair_curly.curls,
    Hair.BOB: hair_long.bob,
    Hair.BOB_FRINGE: hair_long.bob_fringe,
    Hair.LONG_STRAIGHT: hair_long.long_straight,
    Hair.LONG_FRINGE: hair_long.long_fringe,
    Hair.LONG_WAVY: hair_long.long_wavy,
    Hair.TOP_BUN: hair_tied.top_bun,
    Hair.LOW_BUN: hair_tied.low_bun,
    Hair.PONYTAIL: hair_tied.ponytail,
    Hair.PLAIT: hair_tied.plait,
    Hair.HEADSCARF: Hairdo,
}


def draw_face(face: Face, *, width: int = 720) -> bytes:
    """The portrait of a face as a JPEG, `width` pixels wide and five quarters of that high.

    The same face gives the same bytes for as long as Pillow stays the same.
    """
    from io import BytesIO

    from PIL import Image

    height = round(width * SHEET[1] / SHEET[0])
    size = (width * FINER, height * FINER)
    wall = Image.new("RGB", (size[0] // COARSER, size[1] // COARSER), BACKDROPS[face.backdrop])
    _draw_wall(Pen(wall, scale=wall.width / SHEET[0], origin=CORNER), face)
    sheet = enlarged(wall, size)
    _draw(Pen(sheet, scale=size[0] / SHEET[0], origin=CORNER), face)
    out = BytesIO()
    sheet.reduce(FINER).save(out, "JPEG", quality=92, subsampling=0)
    return out.getvalue()


def _draw(pen: Pen, face: Face) -> None:
    head, skin = head_of(face), SKINS[face.skin]
    hair = fitted(HAIRDOS[face.hair](), head)
    covered = face.hair is Hair.HEADSCARF
    upright, pen_of_head = pen, pen.leaning(face.tilt, about=NECK)

    draw_locks(pen_of_head, hair.behind, face.hair_colour, skin)
    draw_neck(upright, head, skin)
    draw_clothes(upright, face, head)
    draw_locks(pen_of_head, hair.over, face.hair_colour, skin)
    if covered:
        draw_scarf_drape(upright, face, head)
    elif hair.ears:
        draw_ears(pen_of_head, head, skin)
    inside = draw_face_shape(pen_of_head, head, skin)
    if hair.hairline:
        draw_hair_shadow(pen_of_head, inside, hair.hairline, skin)
    draw_marks(pen_of_head, face, head, skin, inside)
    draw_beard(pen_of_head, face, head, skin)
    draw_nose(pen_of_head, face, head, skin, inside)
    draw_mouth(pen_of_head, face, head, skin)
    draw_eyes(pen_of_head, face, head, skin)
    draw_brows(pen_of_head, face, head, skin)
    draw_glasses(pen_of_head, face, head)
    if covered:
        draw_scarf_hood(pen_of_head, face, head, inside, skin)
    draw_locks(pen_of_head, hair.before, face.hair_colour, skin, inside)
    draw_earrings(pen_of_head, face, head)


def _draw_wall(pen: Pen, face: Face) -> None:
    """A studio wall, lit from the left."""
    wall = BACKDROPS[face.backdrop]
    left, top = CORNER
    right, bottom = left + SHEET[0], top + SHEET[1]
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    sheet = pen.mask([c for corner in corners for c in (corner, corner)])
    pen.glow((36, 46), (52, 58), mixed(wall, WHITE, 0.5), within=sheet, strength=0.8)
    pen.glow((92, 112), (58, 66), mixed(wall, SHADOW, 0.22), within=sheet, strength=0.6)
