"""What is a drawn face? The choices that set one portrait of the sample apart from the others."""

from dataclasses import dataclass
from enum import Enum, auto


class FaceShape(Enum):
    """The outline of the head, from temple to chin."""

    ROUND = auto()
    OVAL = auto()
    LONG = auto()
    SQUARE = auto()
    HEART = auto()
    DIAMOND = auto()


class SkinTone(Enum):
    """Ten tones from light to dark; each has its own shadow, blush and lip colour."""

    PORCELAIN = auto()
    ROSY = auto()
    FAIR = auto()
    BEIGE = auto()
    OLIVE = auto()
    HONEY = auto()
    BRONZE = auto()
    BROWN = auto()
    DEEP = auto()
    EBONY = auto()


class Hair(Enum):
    """How the hair is worn. HEADSCARF shows no hair at all."""

    SHAVED = auto()
    CROP = auto()
    SIDE_PART = auto()
    QUIFF = auto()
    FADE_CURLS = auto()
    UNDERCUT = auto()
    CURTAINS = auto()
    MAN_BUN = auto()
    PIXIE = auto()
    AFRO = auto()
    LOCS = auto()
    BRAIDS = auto()
    CURLS = auto()
    BOB = auto()
    BOB_FRINGE = auto()
    LONG_STRAIGHT = auto()
    LONG_FRINGE = auto()
    LONG_WAVY = auto()
    TOP_BUN = auto()
    LOW_BUN = auto()
    PONYTAIL = auto()
    PLAIT = auto()
    HEADSCARF = auto()


class HairColour(Enum):
    """From black to light blond, and one that came out of a tube."""

    BLACK = auto()
    ESPRESSO = auto()
    BROWN = auto()
    CHESTNUT = auto()
    AUBURN = auto()
    GINGER = auto()
    DARK_BLOND = auto()
    BLOND = auto()
    LIGHT_BLOND = auto()
    PLUM = auto()


class Eyes(Enum):
    """The cut of the eyes."""

    ALMOND = auto()
    ROUND = auto()
    NARROW = auto()
    HOODED = auto()
    UPTURNED = auto()
    DOWNTURNED = auto()


class EyeColour(Enum):
    """The colour of the iris."""

    DARK = auto()
    BROWN = auto()
    HAZEL = auto()
    GREEN = auto()
    BLUE = auto()
    GREY = auto()


class Brows(Enum):
    """The line of the eyebrows."""

    SOFT = auto()
    STRAIGHT = auto()
    ARCHED = auto()
    THICK = auto()
    ANGLED = auto()
    FINE = auto()


class Nose(Enum):
    """The type of nose."""

    STRAIGHT = auto()
    BUTTON = auto()
    BROAD = auto()
    LONG = auto()
    HOOKED = auto()
    POINTED = auto()


class Mouth(Enum):
    """The mouth and how it smiles."""

    CALM = auto()
    SMILE = auto()
    HALF_SMILE = auto()
    FULL_SMILE = auto()
    FULL_LIPS = auto()
    GRIN = auto()
    LAUGH = auto()


class Beard(Enum):
    """What grows on chin and lip."""

    NONE = auto()
    STUBBLE = auto()
    MOUSTACHE = auto()
    GOATEE = auto()
    SHORT = auto()
    FULL = auto()


class Glasses(Enum):
    """The frame of the glasses."""

    NONE = auto()
    ROUND = auto()
    SQUARE = auto()
    HALF_RIM = auto()
    CAT_EYE = auto()


class Earrings(Enum):
    """What hangs from the ears, where they show."""

    NONE = auto()
    STUDS = auto()
    HOOPS = auto()
    DROPS = auto()


class Clothes(Enum):
    """What is worn on the shoulders."""

    CREW_NECK = auto()
    V_NECK = auto()
    STRIPES = auto()
    HOODIE = auto()
    SHIRT = auto()
    TURTLENECK = auto()
    BLAZER = auto()
    DENIM = auto()
    CARDIGAN = auto()
    OVERALLS = auto()


class Cloth(Enum):
    """The colours that clothes, scarves and frames come in."""

    INK = auto()
    CHARCOAL = auto()
    CREAM = auto()
    SAND = auto()
    RUST = auto()
    MUSTARD = auto()
    SAGE = auto()
    FOREST = auto()
    TEAL = auto()
    DUSTY_BLUE = auto()
    NAVY = auto()
    LILAC = auto()
    BURGUNDY = auto()
    ROSE = auto()


class Backdrop(Enum):
    """The studio wall behind the portrait."""

    WARM_GREY = auto()
    SAND = auto()
    SAGE = auto()
    DUSTY_BLUE = auto()
    BLUSH = auto()


class Build(Enum):
    """The width of neck and shoulders."""

    SLIGHT = auto()
    MEDIUM = auto()
    BROAD = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One drawn portrait, head and shoulders.

    `frame` colours the glasses, `under` what shows beneath a jacket (or the stripes), `scarf` a
    headscarf. `lashes` draws long lashes and coloured lips. `tilt` is in degrees, positive leans to
    the viewer's right; `turn` runs from -1 (towards the viewer's left) to 1. `eye_gap` (how far the
    eyes stand apart) and `fullness` (of the lower face) are steps from the middle, -1 to 1.
    """

    shape: FaceShape
    skin: SkinTone
    hair: Hair
    hair_colour: HairColour
    eyes: Eyes
    eye_colour: EyeColour
    brows: Brows
    nose: Nose
    mouth: Mouth
    clothes: Clothes
    cloth: Cloth
    under: Cloth = Cloth.CREAM
    backdrop: Backdrop
    beard: Beard = Beard.NONE
    glasses: Glasses = Glasses.NONE
    frame: Cloth = Cloth.INK
    scarf: Cloth = Cloth.TEAL
    earrings: Earrings = Earrings.NONE
    build: Build = Build.MEDIUM
    lashes: bool = False
    freckles: bool = False
    mole: bool = False
    tilt: float = 0.0
    turn: float = 0.0
    eye_gap: float = 0.0
    fullness: float = 0.0
