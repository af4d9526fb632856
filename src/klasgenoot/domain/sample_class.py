"""Who is in the sample class? Twenty-eight invented students, each with a face to draw."""

from dataclasses import dataclass
from typing import Final

from klasgenoot.domain.faces import (
    Backdrop,
    Beard,
    Brows,
    Build,
    Cloth,
    Clothes,
    Earrings,
    EyeColour,
    Eyes,
    Face,
    FaceShape,
    Glasses,
    Hair,
    HairColour,
    Mouth,
    Nose,
    SkinTone,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleStudent:
    """One invented student: the columns of a class list, and the face for the photo.

    `key` is the short plain name by which contacts and practice point at the student.
    `pronunciation` is how a Dutch reader would say it.
    """

    key: str
    given_name: str
    infix: str = ""
    family_name: str
    call_name: str = ""
    student_number: str
    email: str
    pronunciation: str = ""
    face: Face


def _student(
    number: int,
    given_name: str,
    family_name: str,
    face: Face,
    *,
    infix: str = "",
    call_name: str = "",
    key: str = "",
    pronunciation: str = "",
) -> SampleStudent:
    key = key or (call_name or given_name).lower()
    return SampleStudent(
        key=key,
        given_name=given_name,
        infix=infix,
        family_name=family_name,
        call_name=call_name,
        student_number=str(900_100 + 7 * number),
        email=f"{key}{number:02d}@student.example.org",
        pronunciation=pronunciation,
        face=face,
    )


CLASS_NAME: Final = "CMV-1B"

STUDENTS: Final[tuple[SampleStudent, ...]] = (
    _student(1, "Sanne", "Hoff", infix="van 't", face=Face(
        shape=FaceShape.OVAL, skin=SkinTone.FAIR, hair=Hair.LONG_STRAIGHT, hair_colour=HairColour.BLOND,
        eyes=Eyes.ALMOND, eye_colour=EyeColour.BLUE, brows=Brows.SOFT, nose=Nose.STRAIGHT, mouth=Mouth.SMILE,
        clothes=Clothes.CREW_NECK, cloth=Cloth.SAGE, backdrop=Backdrop.SAND, build=Build.SLIGHT, lashes=True, tilt=-2, turn=0.4,
    )),
    _student(2, "Hanne", "Verbeek", face=Face(
        shape=FaceShape.HEART, skin=SkinTone.ROSY, hair=Hair.LONG_FRINGE, hair_colour=HairColour.BLOND,
        eyes=Eyes.ROUND, eye_colour=EyeColour.GREEN, brows=Brows.STRAIGHT, nose=Nose.BUTTON, mouth=Mouth.GRIN,
        clothes=Clothes.DENIM, cloth=Cloth.DUSTY_BLUE, under=Cloth.CREAM, backdrop=Backdrop.WARM_GREY, lashes=True, tilt=2, turn=-0.5,
    )),
    _student(3, "Yağmur", "Kaya", key="yagmur", pronunciation="jaa-moer, de ğ hoor je niet", face=Face(
        shape=FaceShape.DIAMOND, skin=SkinTone.BEIGE, hair=Hair.LONG_WAVY, hair_colour=HairColour.ESPRESSO,
        eyes=Eyes.UPTURNED, eye_colour=EyeColour.BROWN, brows=Brows.ARCHED, nose=Nose.LONG, mouth=Mouth.FULL_SMILE,
        clothes=Clothes.V_NECK, cloth=Cloth.BURGUNDY, backdrop=Backdrop.DUSTY_BLUE, lashes=True, tilt=-1.5, turn=-0.6, earrings=Earrings.NONE,
    )),
    _student(4, "Łukasz", "Brzoza", key="lukasz", pronunciation="woe-kasj bzjo-za", face=Face(
        shape=FaceShape.SQUARE, skin=SkinTone.ROSY, hair=Hair.CROP, hair_colour=HairColour.DARK_BLOND,
        eyes=Eyes.HOODED, eye_colour=EyeColour.GREY, brows=Brows.STRAIGHT, nose=Nose.BROAD, mouth=Mouth.HALF_SMILE,
        clothes=Clothes.HOODIE, cloth=Cloth.FOREST, under=Cloth.CREAM, backdrop=Backdrop.SAND, build=Build.BROAD, beard=Beard.STUBBLE, turn=0.5, tilt=1,
    )),
    _student(5, "Esmée", "Wit", infix="de", key="esmee", face=Face(
        shape=FaceShape.ROUND, skin=SkinTone.PORCELAIN, hair=Hair.BOB, hair_colour=HairColour.AUBURN,
        eyes=Eyes.ROUND, eye_colour=EyeColour.HAZEL, brows=Brows.FINE, nose=Nose.BUTTON, mouth=Mouth.SMILE,
        clothes=Clothes.STRIPES, cloth=Cloth.CREAM, under=Cloth.NAVY, backdrop=Backdrop.SAGE, build=Build.SLIGHT, freckles=True, lashes=True, turn=0.3, tilt=3,
    )),
    _student(6, "Aïsha", "El Idrissi", key="aisha", pronunciation="aa-ie-sja", face=Face(
        shape=FaceShape.OVAL, skin=SkinTone.OLIVE, hair=Hair.HEADSCARF, hair_colour=HairColour.BLACK, scarf=Cloth.RUST,
        eyes=Eyes.ALMOND, eye_colour=EyeColour.DARK, brows=Brows.ARCHED, nose=Nose.STRAIGHT, mouth=Mouth.FULL_SMILE,
        clothes=Clothes.BLAZER, cloth=Cloth.INK, backdrop=Backdrop.WARM_GREY, lashes=True, turn=-0.4, tilt=-2,
    )),
    _student(7, "Jip", "Berg", infix="van den", face=Face(
        shape=FaceShape.LONG, skin=SkinTone.PORCELAIN, hair=Hair.CURTAINS, hair_colour=HairColour.GINGER,
        eyes=Eyes.DOWNTURNED, eye_colour=EyeColour.BLUE, brows=Brows.SOFT, nose=Nose.LONG, mouth=Mouth.HALF_SMILE,
        clothes=Clothes.OVERALLS, cloth=Cloth.NAVY, under=Cloth.MUSTARD, backdrop=Backdrop.DUSTY_BLUE, freckles=True, turn=0.7, tilt=-2,
    )),
    _student(8, "Zoë", "Rijnders", key="zoe", face=Face(
        shape=FaceShape.HEART, skin=SkinTone.FAIR, hair=Hair.PIXIE, hair_colour=HairColour.PLUM,
        eyes=Eyes.UPTURNED, eye_colour=EyeColour.GREY, brows=Brows.ANGLED, nose=Nose.POINTED, mouth=Mouth.HALF_SMILE,
        clothes=Clothes.TURTLENECK, cloth=Cloth.INK, backdrop=Backdrop.BLUSH, build=Build.SLIGHT, earrings=Earrings.HOOPS, lashes=True, turn=-0.7, tilt=2,
    )),
    _student(9, "Daniël", "Abebe", key="daniel", face=Face(
        shape=FaceShape.OVAL, skin=SkinTone.BROWN, hair=Hair.FADE_CURLS, hair_colour=HairColour.BLACK,
        eyes=Eyes.ALMOND, eye_colour=EyeColour.DARK, brows=Brows.SOFT, nose=Nose.STRAIGHT, mouth=Mouth.GRIN,
        clothes=Clothes.CREW_NECK, cloth=Cloth.MUSTARD, backdrop=Backdrop.SAGE, turn=0.4, tilt=-2,
    )),
    _student(10, "Thị Lan Anh", "Nguyễn", call_name="Lan", pronunciation="lan, nwie-jen", face=Face(
        shape=FaceShape.DIAMOND, skin=SkinTone.BEIGE, hair=Hair.LOW_BUN, hair_colour=HairColour.BLACK,
        eyes=Eyes.NARROW, eye_colour=EyeColour.DARK, brows=Brows.SOFT, nose=Nose.BUTTON, mouth=Mouth.CALM,
        clothes=Clothes.CARDIGAN, cloth=Cloth.LILAC, under=Cloth.CREAM, backdrop=Backdrop.SAND, build=Build.SLIGHT, lashes=True, turn=-0.5, tilt=-1,
    )),
    _student(11, "Maud", "Laak", infix="ter", face=Face(
        shape=FaceShape.LONG, skin=SkinTone.ROSY, hair=Hair.PONYTAIL, hair_colour=HairColour.BROWN,
        eyes=Eyes.DOWNTURNED, eye_colour=EyeColour.GREEN, brows=Brows.THICK, nose=Nose.POINTED, mouth=Mouth.LAUGH,
        clothes=Clothes.CREW_NECK, cloth=Cloth.ROSE, backdrop=Backdrop.WARM_GREY, lashes=True, earrings=Earrings.STUDS, turn=0.5, tilt=2,
    )),
    _student(12, "Fleur", "Dijkstra", face=Face(
        shape=FaceShape.ROUND, skin=SkinTone.ROSY, hair=Hair.TOP_BUN, hair_colour=HairColour.GINGER,
        eyes=Eyes.ALMOND, eye_colour=EyeColour.GREEN, brows=Brows.SOFT, nose=Nose.BUTTON, mouth=Mouth.FULL_LIPS,
        clothes=Clothes.OVERALLS, cloth=Cloth.FOREST, under=Cloth.CREAM, backdrop=Backdrop.DUSTY_BLUE, freckles=True, lashes=True, earrings=Earrings.DROPS, turn=-0.4, tilt=-2.5, fullness=0.8,
    )),
    _student(13, "Rowan", "Zande", infix="van der", face=Face(
        shape=FaceShape.DIAMOND, skin=SkinTone.FAIR, hair=Hair.UNDERCUT, hair_colour=HairColour.BLOND,
        eyes=Eyes.NARROW, eye_colour=EyeColour.BLUE, brows=Brows.ANGLED, nose=Nose.HOOKED, mouth=Mouth.SMILE,
        clothes=Clothes.DENIM, cloth=Cloth.CHARCOAL, under=Cloth.CREAM, backdrop=Backdrop.SAGE, turn=-0.6, tilt=1.5, earrings=Earrings.STUDS,
    )),
    _student(14, "Shanelle", "Pinas", face=Face(
        shape=FaceShape.HEART, skin=SkinTone.DEEP, hair=Hair.BRAIDS, hair_colour=HairColour.BLACK,
        eyes=Eyes.ALMOND, eye_colour=EyeColour.DARK, brows=Brows.ARCHED, nose=Nose.BROAD, mouth=Mouth.FULL_SMILE,
        clothes=Clothes.V_NECK, cloth=Cloth.TEAL, backdrop=Backdrop.BLUSH, lashes=True, turn=0.4, tilt=-1.5,
    )),
    _student(15, "Kwame", "Mensah", pronunciation="kwaa-mé", face=Face(
        shape=FaceShape.SQUARE, skin=SkinTone.EBONY, hair=Hair.LOCS, hair_colour=HairColour.ESPRESSO,
        eyes=Eyes.ROUND, eye_colour=EyeColour.DARK, brows=Brows.STRAIGHT, nose=Nose.BROAD, mouth=Mouth.SMILE,
        clothes=Clothes.SHIRT, cloth=Cloth.CREAM, backdrop=Backdrop.SAND, build=Build.BROAD, beard=Beard.GOATEE, turn=-0.5, tilt=2,
    )),
    _student(16, "Xiomara", "Winklaar", pronunciation="sjo-maa-ra", face=Face(
        shape=FaceShape.OVAL, skin=SkinTone.BRONZE, hair=Hair.CURLS, hair_colour=HairColour.CHESTNUT,
        eyes=Eyes.ROUND, eye_colour=EyeColour.HAZEL, brows=Brows.THICK, nose=Nose.BROAD, mouth=Mouth.GRIN,
        clothes=Clothes.CREW_NECK, cloth=Cloth.CREAM, backdrop=Backdrop.WARM_GREY, lashes=True, freckles=True, turn=0.3, tilt=-2,
    )),
    _student(17, "Bas", "Hoekema", face=Face(
        shape=FaceShape.SQUARE, skin=SkinTone.FAIR, hair=Hair.SIDE_PART, hair_colour=HairColour.BROWN,
        eyes=Eyes.HOODED, eye_colour=EyeColour.BLUE, brows=Brows.THICK, nose=Nose.STRAIGHT, mouth=Mouth.SMILE,
        clothes=Clothes.SHIRT, cloth=Cloth.DUSTY_BLUE, backdrop=Backdrop.WARM_GREY, build=Build.BROAD, beard=Beard.STUBBLE, turn=0.5,
    )),
    _student(18, "Joris", "Kuiper", face=Face(
        shape=FaceShape.LONG, skin=SkinTone.FAIR, hair=Hair.SIDE_PART, hair_colour=HairColour.BROWN,
        eyes=Eyes.ALMOND, eye_colour=EyeColour.BROWN, brows=Brows.SOFT, nose=Nose.HOOKED, mouth=Mouth.GRIN,
        clothes=Clothes.CREW_NECK, cloth=Cloth.NAVY, backdrop=Backdrop.SAND, turn=-0.5, tilt=-2,
    )),
    _student(19, "Emre", "Çelik", pronunciation="em-ré tsjee-liek", face=Face(
        shape=FaceShape.DIAMOND, skin=SkinTone.OLIVE, hair=Hair.QUIFF, hair_colour=HairColour.BLACK,
        eyes=Eyes.ALMOND, eye_colour=EyeColour.BROWN, brows=Brows.THICK, nose=Nose.HOOKED, mouth=Mouth.HALF_SMILE,
        clothes=Clothes.BLAZER, cloth=Cloth.CHARCOAL, under=Cloth.CREAM, backdrop=Backdrop.DUSTY_BLUE, beard=Beard.SHORT, turn=0.6, tilt=1,
    )),
    _student(20, "Ilyas", "Bouazza", pronunciation="ie-ljas", face=Face(
        shape=FaceShape.ROUND, skin=SkinTone.HONEY, hair=Hair.CROP, hair_colour=HairColour.BLACK,
        eyes=Eyes.DOWNTURNED, eye_colour=EyeColour.DARK, brows=Brows.THICK, nose=Nose.BROAD, mouth=Mouth.LAUGH,
        clothes=Clothes.HOODIE, cloth=Cloth.SAND, under=Cloth.INK, backdrop=Backdrop.SAGE, build=Build.BROAD, beard=Beard.FULL, turn=-0.4, tilt=-1.5, fullness=0.6,
    )),
    _student(21, "Hatice", "Yıldırım", pronunciation="ha-tie-djé", face=Face(
        shape=FaceShape.ROUND, skin=SkinTone.BEIGE, hair=Hair.HEADSCARF, hair_colour=HairColour.ESPRESSO, scarf=Cloth.DUSTY_BLUE,
        eyes=Eyes.ROUND, eye_colour=EyeColour.BROWN, brows=Brows.SOFT, nose=Nose.BUTTON, mouth=Mouth.SMILE,
        clothes=Clothes.CARDIGAN, cloth=Cloth.NAVY, under=Cloth.NAVY, glasses=Glasses.ROUND, frame=Cloth.BURGUNDY, backdrop=Backdrop.BLUSH, lashes=True, turn=0.3, tilt=2,
    )),
    _student(22, "Meilin", "Zhao", pronunciation="mee-lin dzjau", face=Face(
        shape=FaceShape.ROUND, skin=SkinTone.FAIR, hair=Hair.BOB_FRINGE, hair_colour=HairColour.BLACK,
        eyes=Eyes.NARROW, eye_colour=EyeColour.DARK, brows=Brows.STRAIGHT, nose=Nose.BUTTON, mouth=Mouth.FULL_SMILE,
        clothes=Clothes.TURTLENECK, cloth=Cloth.RUST, backdrop=Backdrop.SAGE, build=Build.SLIGHT, lashes=True, turn=-0.3, tilt=-2,
    )),
    _student(23, "Priya", "Ramdin", face=Face(
        shape=FaceShape.OVAL, skin=SkinTone.BRONZE, hair=Hair.PLAIT, hair_colour=HairColour.BLACK,
        eyes=Eyes.UPTURNED, eye_colour=EyeColour.DARK, brows=Brows.ARCHED, nose=Nose.POINTED, mouth=Mouth.FULL_LIPS,
        clothes=Clothes.SHIRT, cloth=Cloth.MUSTARD, backdrop=Backdrop.WARM_GREY, lashes=True, mole=True, turn=0.5, tilt=2,
    )),
    _student(24, "Sem", "Boer", infix="de", face=Face(
        shape=FaceShape.ROUND, skin=SkinTone.ROSY, hair=Hair.SHAVED, hair_colour=HairColour.BROWN,
        eyes=Eyes.ROUND, eye_colour=EyeColour.BLUE, brows=Brows.STRAIGHT, nose=Nose.STRAIGHT, mouth=Mouth.SMILE,
        clothes=Clothes.CREW_NECK, cloth=Cloth.TEAL, glasses=Glasses.SQUARE, backdrop=Backdrop.SAND, turn=-0.6, tilt=-1,
    )),
    _student(25, "Jelte", "Wierdsma", pronunciation="jel-tuh", face=Face(
        shape=FaceShape.LONG, skin=SkinTone.FAIR, hair=Hair.MAN_BUN, hair_colour=HairColour.DARK_BLOND,
        eyes=Eyes.HOODED, eye_colour=EyeColour.GREEN, brows=Brows.SOFT, nose=Nose.LONG, mouth=Mouth.SMILE,
        clothes=Clothes.CREW_NECK, cloth=Cloth.CHARCOAL, backdrop=Backdrop.DUSTY_BLUE, build=Build.BROAD, beard=Beard.FULL, turn=0.4, tilt=2,
    )),
    _student(26, "Amara", "Diallo", face=Face(
        shape=FaceShape.OVAL, skin=SkinTone.DEEP, hair=Hair.AFRO, hair_colour=HairColour.BLACK,
        eyes=Eyes.UPTURNED, eye_colour=EyeColour.DARK, brows=Brows.SOFT, nose=Nose.BROAD, mouth=Mouth.FULL_LIPS,
        clothes=Clothes.CREW_NECK, cloth=Cloth.BURGUNDY, backdrop=Backdrop.SAND, lashes=True, earrings=Earrings.HOOPS, turn=-0.4, tilt=1,
    )),
    _student(27, "Alexander", "Horst", infix="ter", call_name="Lex", face=Face(
        shape=FaceShape.OVAL, skin=SkinTone.PORCELAIN, hair=Hair.QUIFF, hair_colour=HairColour.CHESTNUT,
        eyes=Eyes.ROUND, eye_colour=EyeColour.HAZEL, brows=Brows.SOFT, nose=Nose.POINTED, mouth=Mouth.SMILE,
        clothes=Clothes.STRIPES, cloth=Cloth.FOREST, under=Cloth.CREAM, glasses=Glasses.ROUND, frame=Cloth.RUST, beard=Beard.MOUSTACHE, backdrop=Backdrop.BLUSH, turn=0.5, tilt=-2,
    )),
    _student(28, "Inés", "Castillo Vega", key="ines", pronunciation="ie-nés", face=Face(
        shape=FaceShape.SQUARE, skin=SkinTone.HONEY, hair=Hair.LONG_FRINGE, hair_colour=HairColour.CHESTNUT,
        eyes=Eyes.ALMOND, eye_colour=EyeColour.BROWN, brows=Brows.SOFT, nose=Nose.STRAIGHT, mouth=Mouth.LAUGH,
        clothes=Clothes.BLAZER, cloth=Cloth.SAGE, under=Cloth.CREAM, glasses=Glasses.CAT_EYE, frame=Cloth.INK, backdrop=Backdrop.SAGE, lashes=True, turn=-0.5, tilt=1.5,
    )),
)  # fmt: skip
"""In the order of their numbers."""
