"""What the file name of a photo tells."""

import pytest

from klasgenoot.domain.file_names import FileName, class_said, read_file_names, says_a_class


def read(stem: str, *, known: tuple[str, ...] = ()) -> FileName:
    return read_file_names([stem], known_words=known)[0]


@pytest.mark.parametrize(
    ("stem", "words"),
    [
        ("Berg, Sanne van der", ["berg", "sanne", "van", "der"]),
        ("SanneVanDerBerg", ["sanne", "van", "der", "berg"]),
        ("sanne.bakker", ["sanne", "bakker"]),
        ("sanne.bakker@student.nl", ["sanne", "bakker"]),
        ("Bakker_Sanne_123456", ["bakker", "sanne"]),
        ("Bakker123456Sanne", ["bakker", "sanne"]),
        ("1A Sanne B2", ["sanne"]),
        ("IMG_Sanne_Bakker", ["sanne", "bakker"]),
        ("Sanne Bakker (1)", ["sanne", "bakker"]),
        ("Kopie van Sanne Bakker", ["sanne", "bakker"]),
        ("Zoe\u0308 O'Brien", ["zoe", "o", "brien"]),
        ("IMG_20240901_123456", []),
        ("", []),
    ],
)
def test_the_words_of_a_name_stand_among_noise(stem: str, words: list[str]) -> None:
    assert list(read(stem).words) == words


def test_noise_that_is_somebodys_name_stays() -> None:
    assert read("Foto Scan", known=("scan",)).words == ("scan",)


def test_a_word_in_most_file_names_is_left_out_unless_it_is_a_name() -> None:
    stems = ["HICT-Sanne", "HICT-Tim", "HICT-Zoe", "Tim HICT", "Tim Bos", "Tim Vos"]
    files = read_file_names(stems, known_words={"tim"})
    assert [file.name for file in files] == ["sanne", "tim", "zoe", "tim", "timbos", "timvos"]


def test_two_files_are_too_few_to_tell_what_is_in_most() -> None:
    files = read_file_names(["Klas Sanne", "Klas Tim"], known_words=())
    assert [file.name for file in files] == ["klassanne", "klastim"]


@pytest.mark.parametrize(
    ("stem", "code"),
    [
        ("12", "12"),
        ("500123", "500123"),
        ("Bakker_Sanne_s0500123", "500123"),
        ("Bakker500123", "500123"),
        ("Sanne Bakker (500123)", "500123"),
        ("sbakker01_foto", "sbakker01"),
        ("s.bakker@school.nl", "sbakkerschoolnl"),
        ("s.bakker@school.nl", "sbakker"),
    ],
)
def test_a_number_or_login_is_found_inside_a_name(stem: str, code: str) -> None:
    assert code in read(stem).codes


@pytest.mark.parametrize(
    ("stem", "code"),
    [("IMG_0012", "12"), ("IMG_20240901_500123", "500123"), ("Sanne 2024", "2024")],
)
def test_a_camera_count_a_time_or_a_year_is_no_number(stem: str, code: str) -> None:
    assert code not in read(stem).codes


@pytest.mark.parametrize(
    ("stem", "is_copy"),
    [
        ("Sanne Bakker (1)", True),
        ("Sanne Bakker_copy", True),
        ("Sanne Bakker - kopie (2)", True),
        ("Copy of Sanne Bakker", True),
        ("Sanne Bakker", False),
        ("Sanne Bakker (500123)", False),
    ],
)
def test_a_copy_is_known_by_its_mark(stem: str, *, is_copy: bool) -> None:
    assert read(stem).is_copy == is_copy


@pytest.mark.parametrize(
    "stem", ["39-blackboard", "export_2026", "Klassenlijst (2)", "", "OSIRIS 12"]
)
def test_a_list_called_after_its_system_says_no_class(stem: str) -> None:
    assert not says_a_class(stem)


@pytest.mark.parametrize(
    "stem", ["HICT1A", "klassenlijst 1A", "CMV-1B_export", "klas", "Groep Zee"]
)
def test_a_list_called_after_a_class_says_it(stem: str) -> None:
    assert says_a_class(stem)


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("MWD-1A_GradesExport_2026-08-24-09-12", "MWD-1A"),
        (
            "MWD-1A Sociale vaardigheden_GradesExport_2026-08-24-09-12",
            "MWD-1A Sociale vaardigheden",
        ),
        ("2026-08-24T0912_Grades-MWD-1A", "MWD-1A"),
        ("smoelenboek MWD-1B", "MWD-1B"),
        ("Klassenlijst_1A (2)", "1A"),
        ("Kopie van klassenlijst CMV-1B", "CMV-1B"),
        ("CMV-1B 2026-2027", "CMV-1B 2026-2027"),
        ("Data Science 1", "Data Science 1"),
        ("Groep Zee (deeltijd)", "Groep Zee (deeltijd)"),
        ("20260824 klas 2", "klas 2"),
        ("Klassenlijst (2)", ""),
        ("39-blackboard", ""),
    ],
)
def test_a_class_is_called_what_its_list_is_without_what_else_a_file_says(
    stem: str, said: str
) -> None:
    assert class_said(stem) == said
