"""Photos in folders: of one student each, or of one class each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.photo_folders import classes_by_folder, stems_of


@pytest.mark.parametrize(
    ("path", "stem"),
    [
        ("f.zip/Sem Bos_123456_assignsubmission_file_/IMG_1.jpg", "Sem Bos"),
        ("f.zip/Noor El Amrani_9_assignsubmission_file/selfie.jpg", "Noor El Amrani"),
        ("f/123456-789012 - Sem Bos - 20 nov 2026 1014/foto.jpg", "Sem Bos"),
        ("f/Jan-Willem de Boer.jpg", "Jan-Willem de Boer"),
        ("500123.jpg", "500123"),
        ("2026-11 - klas - uitje/Sem Bos.jpg", "Sem Bos"),
    ],
)
def test_what_somebody_handed_in_is_theirs(path: str, stem: str) -> None:
    assert stems_of([path]) == (stem,)


def test_a_folder_for_each_student_says_whose_a_photo_without_name_is() -> None:
    people = ("Sem Bos", "Fay Vos", "Lux Kok")
    assert stems_of([f"in/{name}/foto.jpg" for name in people]) == people
    cameras = [f"in/{name}/IMG_{place}.jpg" for place, name in enumerate(people)]
    assert stems_of(cameras) == people
    assert stems_of([*cameras, "in/Lux Kok/IMG_9.jpg"])[0] == "IMG_0", "two photos in a folder"
    named = ["1A/Sem Bos.jpg", "1B/Fay Vos.jpg", "1C/Lux Kok.jpg"]
    assert stems_of(named) == people
    numbers = [f"1{letter}/50012{letter}.jpg" for letter in "345"]
    assert stems_of(numbers) == ("500123", "500124", "500125")


def test_a_folder_for_each_class_is_the_class() -> None:
    paths = ["f/1A/Sem Bos.jpg", "f/1B/vos_fay.jpg", "f/1A/Sem Bos.jpg"]
    table = classes_by_folder(paths, source="f")
    assert table is not None
    assert table.rows == (("Sem Bos", "1A"), ("Vos Fay", "1B"))


@pytest.mark.parametrize(
    "paths",
    [
        ["1A/Sem Bos.jpg", "1A/Fay Vos.jpg"],
        ["1A/Sem Bos.jpg", "1B/500123.jpg"],
        ["klein/Sem Bos.jpg", "groot/Fay Vos.jpg"],
        ["Sem Bos.jpg", "1B/Fay Vos.jpg"],
        ["2025/Sem Bos.jpg", "2026/Fay Vos.jpg"],
    ],
)
def test_other_folders_are_no_classes(paths: list[str]) -> None:
    assert classes_by_folder(paths, source="f") is None


PARTS = st.text("Ab1_- .", min_size=1, max_size=8)


@given(st.lists(st.tuples(PARTS, PARTS).map("/".join), max_size=6))
def test_every_photo_has_its_own_answer(paths: list[str]) -> None:
    stems = stems_of(paths)
    assert len(stems) == len(paths)
    table = classes_by_folder(paths, source="f")
    assert table is None or 0 < len(table.rows) <= len(paths)
