"""Drawn portraits: the same each time, every choice drawn, nobody a copy of somebody else."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from klasgenoot.domain import faces
from klasgenoot.domain.faces import Backdrop, Beard, Cloth, Clothes, Face, Glasses, Hair, Mouth
from klasgenoot.domain.sample_class import STUDENTS
from klasgenoot.exchange.drawing import draw_face

SMALL = 96
"""As wide as the tile in which a face is learned."""

any_face = st.builds(
    Face,
    under=...,
    beard=...,
    glasses=...,
    frame=...,
    scarf=...,
    earrings=...,
    build=...,
    lashes=...,
    freckles=...,
    mole=...,
    tilt=st.floats(-6, 6),
    turn=st.floats(-1, 1),
    eye_gap=st.floats(-1, 1),
    fullness=st.floats(-1, 1),
)


def opened(face: Face, *, width: int = SMALL) -> Image.Image:
    return Image.open(BytesIO(draw_face(face, width=width)))


@cache
def features(face: Face) -> Image.Image:
    """The head without most of wall and clothes, in grey: what is left of a face without colour."""
    picture = opened(face).convert("L")
    width, height = picture.size
    box = (0.12 * width, 0.06 * height, 0.88 * width, 0.80 * height)
    return picture.crop(tuple(round(edge) for edge in box)).resize((48, 58))


def difference(one: Face, other: Face) -> float:
    """The mean difference in lightness between two heads, from 0 to 255."""
    return ImageStat.Stat(ImageChops.difference(features(one), features(other))).mean[0]


def another_day(face: Face) -> Face:
    """The same person in other clothes, before another wall, with another smile."""
    return replace(
        face,
        backdrop=Backdrop.SAND if face.backdrop is not Backdrop.SAND else Backdrop.DUSTY_BLUE,
        cloth=Cloth.TEAL if face.cloth is not Cloth.TEAL else Cloth.RUST,
        mouth=Mouth.GRIN if face.mouth is not Mouth.GRIN else Mouth.SMILE,
        tilt=face.tilt + 0.5,
    )


def test_a_portrait_is_a_jpeg_of_four_to_five_that_says_nothing_about_its_making():
    picture = opened(STUDENTS[0].face, width=720)

    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (720, 900))
    assert not picture.getexif()


def test_the_same_face_gives_the_same_bytes():
    face = STUDENTS[0].face

    assert draw_face(face) == draw_face(replace(face))


def test_any_two_students_differ_more_than_one_student_on_two_days():
    """Even the look-alikes do: that is what makes the faces learnable, without their colours."""
    drawn = [student.face for student in STUDENTS]
    two_days = max(difference(face, another_day(face)) for face in drawn)
    two_students = min(difference(one, other) for one, other in combinations(drawn, 2))

    assert two_students > two_days > 0


def test_the_look_alikes_are_harder_to_tell_apart_than_most():
    drawn = {student.key: student.face for student in STUDENTS}
    every = sorted(difference(one, other) for one, other in combinations(drawn.values(), 2))

    for one, other in (("sanne", "hanne"), ("bas", "joris")):
        assert difference(drawn[one], drawn[other]) <= every[len(every) // 50]


@pytest.mark.parametrize(
    ("choice", "values"),
    [
        ("hair", Hair),
        ("clothes", Clothes),
        ("beard", Beard),
        ("glasses", Glasses),
        ("shape", faces.FaceShape),
        ("skin", faces.SkinTone),
        ("hair_colour", faces.HairColour),
        ("eyes", faces.Eyes),
        ("eye_colour", faces.EyeColour),
        ("brows", faces.Brows),
        ("nose", faces.Nose),
        ("mouth", Mouth),
        ("earrings", faces.Earrings),
        ("cloth", Cloth),
        ("backdrop", Backdrop),
        ("build", faces.Build),
    ],
)
def test_every_choice_can_be_seen(choice: str, values: type[Hair]):
    face = next(student.face for student in STUDENTS if student.face.hair is Hair.SIDE_PART)
    drawn = {draw_face(replace(face, **{choice: value}), width=SMALL) for value in values}

    assert len(drawn) == len(values)


@pytest.mark.parametrize("mark", ["lashes", "freckles", "mole"])
def test_every_small_mark_can_be_seen(mark: str):
    face = STUDENTS[0].face

    assert len({draw_face(replace(face, **{mark: on}), width=360) for on in (False, True)}) == 2


@settings(max_examples=40, deadline=None)
@given(any_face)
def test_every_mix_of_choices_can_be_drawn(face: Face):
    assert opened(face, width=40).size == (40, 50)
