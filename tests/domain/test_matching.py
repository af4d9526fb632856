"""Photos to students: ten habits of naming a file, and never a wrong match that looks sure."""

import csv
import random
import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klasgenoot.domain import matching
from klasgenoot.domain.matching import How, Keyed, Match, match_photos
from klasgenoot.domain.names import full_name, split_family, split_whole_name

TESTDATA = Path(__file__).resolve().parents[2] / ".." / "shared" / "testdata"


def people(*names: str) -> list[Keyed]:
    parts = [split_whole_name(name) for name in names]
    return [Keyed(given_name=g, infix=i, family_name=f) for g, i, f in parts]


def whose(*stems: str, among: list[Keyed]) -> list[tuple[int | None, str, bool]]:
    return [(m.person, m.how.value, m.sure) for m in match_photos(stems, people=among)]


# ---- numbers, addresses, logins ----

SANNE = Keyed(
    given_name="Sanne",
    family_name="Bakker",
    student_number="0500123",
    email="s.bakker2@student.school.nl",
    login="bak0012",
)
TIM = Keyed(given_name="Tim", infix="van der", family_name="Berg", student_number="500777")


@pytest.mark.parametrize(
    ("stem", "how"),
    [
        ("500123", How.NUMBER),
        ("s500123", How.NUMBER),
        ("#0500123", How.NUMBER),
        ("500123 (1)", How.NUMBER),
        ("Sanne_Bakker_500123", How.NUMBER),
        ("s.bakker2@student.school.nl", How.EMAIL),
        ("s.bakker2", How.EMAIL),
        ("S_Bakker2", How.EMAIL),
        ("BAK0012", How.LOGIN),
        ("foto_bak0012", How.LOGIN),
    ],
)
def test_a_number_an_address_or_a_login_is_sure(stem: str, how: How) -> None:
    assert match_photos([stem], people=[TIM, SANNE]) == [Match(0, 1, how, sure=True)]


def test_a_number_that_belongs_to_another_than_the_name_is_looked_at() -> None:
    assert whose("Sanne Bakker 500777", among=[TIM, SANNE]) == [(0, "number", False)]


def test_a_number_that_two_share_is_decided_by_the_name() -> None:
    twins = [
        Keyed(given_name=name, family_name="Vos", student_number="500123") for name in ("Bo", "Jip")
    ]
    assert whose("500123 Jip Vos", "500123", among=twins) == [
        (1, "number", True),
        (0, "likely", False),
    ]
    assert whose("500123", among=twins) == [(None, "none", False)]


# ---- names ----


@pytest.mark.parametrize(
    "stem",
    [
        "Berg, Sanne van der",
        "van der Berg, Sanne",
        "Berg, van der, Sanne",
        "Sanne_van_der_Berg",
        "sanne.van.der.berg",
        "Berg_Sanne_123456",
        "SanneVanDerBerg",
        "BergSanne",
        "v.d. Berg Sanne",
        "sanne vd berg",
        "IMG_Sanne van der Berg",
        "Sanne van der Berg (1)",
        "SANNE VAN DER BERG",
        "Sanne",
    ],
)
def test_a_name_is_known_in_every_habit(stem: str) -> None:
    among = people("Tim Bos", "Sanne van der Berg", "Hanne van der Berg")
    assert whose(stem, among=among) == [(1, "name", True)]


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Jürgen Müller", "Juergen Mueller"),
        ("Jürgen Müller", "Jurgen_Muller"),
        ("Jürgen Müller", "J_rgen M_ller"),
        ("Łukasz Żak", "lukasz.zak"),
        ("Ayşe Yılmaz", "ayse yilmaz"),
        ("Zoë Bos", "Zoe\u0308 Bos"),
        ("Bos, Anna Maria", "Anna Bos"),
        ("Bos, Anna Maria", "Anna Maria Bos"),
        ("Anna Jansen-de Vries", "Anna Jansen"),
        ("Лев Bos", "Лев Bos"),
        ("Лев", "лев"),
    ],
)
def test_accents_may_be_lost_or_spelled_out_and_names_left_out(name: str, stem: str) -> None:
    assert whose(stem, among=[*people(name), TIM]) == [(0, "name", True)]


def test_the_call_name_counts_as_well_as_the_name_of_the_list() -> None:
    hans = [Keyed(given_name="Johannes", call_name="Hans", family_name="Bos")]
    assert whose("Hans Bos", among=hans) == [(0, "name", True)]
    assert whose("Bos, Johannes", among=hans) == [(0, "name", True)]


def test_a_given_name_alone_will_do_only_if_nobody_else_has_it() -> None:
    among = people("Emma Vos", "Emma Bos", "Tim Bos")
    assert whose("Emma", "Tim", among=among) == [(None, "none", False), (2, "name", True)]


def test_what_is_left_for_one_is_likely_that_ones() -> None:
    among = people("Emma Vos", "Emma Bos")
    assert whose("Emma Vos", "Emma", among=among) == [(0, "name", True), (1, "likely", False)]


def test_an_infix_may_be_dropped_unless_that_makes_it_anothers_name() -> None:
    among = people("Sanne van den Berg", "Sanne Berg", "Tim de Wit", "Bo van Dam", "Bo ten Dam")
    assert whose("Sanne Berg", "Tim Wit", "Bo Dam", among=among) == [
        (1, "name", True),
        (2, "name", True),
        (None, "none", False),
    ]


def test_a_surname_alone_or_with_an_initial_is_only_likely() -> None:
    among = people("Sanne Bakker", "Tim Bos", "Thea Bos")
    assert whose("Bakker", among=among) == [(0, "likely", False)]
    assert whose("s.bakker", among=among) == [(0, "likely", False)]
    assert whose("Bos, T.", "Bos", among=among) == [(None, "none", False)] * 2


def test_a_name_among_other_words_is_only_likely() -> None:
    among = people("Sanne Bakker", "Tim Bos", "Bo")
    assert whose("Sanne Maria Bakker", among=among) == [(0, "likely", False)]


def test_a_name_that_is_nearly_right_is_only_likely() -> None:
    among = people("Sanne Bakker", "Tim Bos")
    assert whose("Sane Bakker", "Xander Knol", among=among) == [
        (0, "likely", False),
        (None, "none", False),
    ]


def test_a_name_as_near_to_two_is_left_open() -> None:
    assert whose("Sannes Bakker", among=people("Sannea Bakker", "Sanneb Bakker")) == [
        (None, "none", False)
    ]


def test_a_copy_gives_way_to_the_original() -> None:
    among = people("Sanne Bakker", "Hanne Bakker")
    assert whose("Sanne Bakker (1)", "Sanne Bakker", among=among) == [
        (None, "none", False),
        (0, "name", True),
    ]


def test_two_photos_with_one_claim_are_looked_at() -> None:
    assert whose("Sanne_Bakker", "Bakker, Sanne", among=[SANNE]) == [
        (0, "name", False),
        (None, "none", False),
    ]


def test_two_students_of_one_name_are_left_open() -> None:
    assert whose("Sanne Bakker", among=people("Sanne Bakker", "Sanne Bakker")) == [
        (None, "none", False)
    ]


def test_a_photo_without_a_name_is_nobodys() -> None:
    nameless = [Keyed(), Keyed(family_name="Bakker")]
    assert whose("IMG_0001", "", among=nameless) == [(None, "none", False)] * 2
    assert whose("Bakker", among=nameless) == [(1, "name", True)]
    assert match_photos([], people=[SANNE]) == []
    assert whose("Sanne", among=[]) == [(None, "none", False)]


# ---- whole classes ----

GIVEN = """
Thijs Tijs Zoë Anna Anne Tim Tom Łukasz Đorđe Sophie Sofie Yasmin Mees Kees Joris Boris Rik Rick
Maarten Marten David Oğuz Noor Nora Sanne Hanne Esmée Ayşe Mohammed Mohamed Zakaria Frederique Emma
Emma Emma Jan-Willem Jürgen Bjørn Søren Chloé Renée André François Müslüm Jan Jan Lisa Lise Julia
Julian Julie Sem Sam Samira Samra Fatima Eva Evi Levi Noa Noah Bram Daan Daan Lars Stijn Femke Lotte
Lot Iris Roos Pien Kiki Jip Bo Luuk Luc Ruben Robin Rosa Mila Milan Finn Fynn
"""
SURNAMES = """
de Vries, van der Berg, van den Berg, van de Berg, Berg, Bakker, 't Hart, van 't Hof, El Amrani,
el Amrani, Yılmaz, Öztürk, Müller, Jansen, Janssen, Jansen-de Vries, van Dijk, van Dyk, Smit, Smits,
Visser, Meijer, Meyer, Meijers, op den Akker, in 't Veld, ten Have, Kowalski, Nguyen, García López,
d'Ancona, Bos, Vos, Vermeulen, van der Meulen
"""


def plain(text: str) -> str:
    text = text.translate(str.maketrans("łøđıŁĐ", "lodiLD"))
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def spelled_out(text: str) -> str:
    return plain(text.translate(str.maketrans({"ü": "ue", "ö": "oe", "Ö": "Oe", "ø": "oe"})))


def camel(text: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[ ']", text))


def underscored(*parts: str) -> str:
    return "_".join(part for part in parts if part).replace(" ", "_")


HABITS: tuple[Callable[[Keyed, random.Random], str], ...] = (
    lambda p, _: f"{p.infix} {p.family_name}, {p.given_name}".strip(),
    lambda p, _: underscored(p.given_name, p.infix, p.family_name),
    lambda p, _: plain(underscored(p.given_name, p.infix, p.family_name).lower()).replace("_", "."),
    lambda p, r: underscored(p.family_name, p.given_name, p.infix, str(r.randint(10**5, 10**6))),
    lambda p, _: camel(f"{p.given_name} {p.infix} {p.family_name}"),
    lambda p, _: spelled_out(f"{p.family_name}, {p.given_name} {p.infix}".strip()),
    lambda p, _: f"{p.given_name} {p.family_name}",
    lambda p, _: f"{full_name(given=p.given_name, infix=p.infix, family=p.family_name)} (1)",
    lambda p, _: f"IMG_{p.given_name}_{p.family_name}",
    lambda p, _: f"s0{p.student_number}",
)


def school_class(chance: random.Random) -> list[Keyed]:
    """84 students: look-alikes, equal first names, siblings, and no two of one full name."""
    names: dict[tuple[str, str, str], None] = {}
    surnames = [split_family(surname) for surname in SURNAMES.split(",")]
    for given_name in GIVEN.split():
        families = [family for family in surnames if (given_name, *family) not in names]
        names[given_name, *chance.choice(families)] = None
    return [
        Keyed(given_name=g, infix=i, family_name=f, student_number=str(400000 + 7 * n))
        for n, (g, i, f) in enumerate(names)
    ]


def mistyped(stem: str, chance: random.Random) -> str:
    place = chance.randrange(len(stem) - 1)
    return stem[:place] + stem[place + 1 :]


@pytest.mark.parametrize("seed", range(6))
def test_a_class_in_ten_habits_is_matched_and_never_surely_wrong(seed: int) -> None:
    chance = random.Random(seed)
    among = school_class(chance)
    order = chance.sample(range(len(among)), len(among))
    stems = [HABITS[person % len(HABITS)](among[person], chance) for person in order]
    matches = match_photos(stems, people=among)
    right = sum(match.person == person for match, person in zip(matches, order, strict=True))
    assert len(among) == 84
    assert right >= 0.98 * len(among)
    assert [stems[m.photo] for m in matches if m.sure and m.person != order[m.photo]] == []


@pytest.mark.parametrize("seed", range(6))
def test_typing_errors_and_strangers_make_no_match_surely_wrong(seed: int) -> None:
    chance = random.Random(seed)
    among = school_class(chance)
    listed = chance.sample(range(len(among)), 60)
    stems = [mistyped(HABITS[n % 9](person, chance), chance) for n, person in enumerate(among)]
    matches = match_photos(stems, people=[among[person] for person in listed])
    wrong = [m for m in matches if m.person is not None and listed[m.person] != m.photo]
    assert [stems[match.photo] for match in wrong if match.sure] == []


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["Emma Vos", "Emma Bos", "Bo Vos", "Bo", "Vos", "Ema Vos", "E Vos"])),
    st.lists(st.sampled_from(["Emma Vos", "Emma Bos", "Bo Vos", "Bo", "Emma de Vos"])),
)
def test_one_match_per_photo_and_no_student_twice(stems: list[str], names: list[str]) -> None:
    matches = match_photos(stems, people=people(*names))
    assert [match.photo for match in matches] == list(range(len(stems)))
    matched = [match.person for match in matches if match.person is not None]
    assert len(set(matched)) == len(matched)
    for match in matches:
        assert (match.person is None) == (match.how is How.NONE)
        assert not (match.sure and match.how in {How.NONE, How.LIKELY})


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(["1", "500123", "s500123", "2026-11-23", "12 (1)", "#0500777"])),
    st.lists(st.sampled_from([SANNE, TIM, Keyed(given_name="Ed 1", student_number="12")])),
)
def test_names_play_no_part_where_all_photos_are_called_after_a_number(
    stems: list[str], among: list[Keyed]
) -> None:
    matches = match_photos([*stems, "qqqq"], people=among)
    assert match_photos(stems, people=among) == matches[:-1]


@settings(max_examples=60)
@given(
    *(st.sampled_from(["", "Jan Piet", "Anne-Fleur", "O'Neil", "IJ 2", "Zoë", "Łuk"]),) * 2,
    st.sampled_from(["", "van der", "'t", "von"]),
    st.sampled_from(["Berg", "Bakker-de Wit", "Bakker van 't Hof", "Ünal", ""]),
)
def test_a_name_of_plain_letters_is_written_in_one_way_without_losing_any(
    given_name: str, call_name: str, infix: str, family_name: str
) -> None:
    who = Keyed(given_name=given_name, call_name=call_name, infix=infix, family_name=family_name)
    kept = matching._names(who)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "_writings", lambda _person: matching._WRITINGS)
        every = matching._names(who)
        assert _tightest(kept) == _tightest(every)


def _tightest(names: Iterable[tuple[int, str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for looseness, name in names:
        if name:
            found[name] = min(looseness, found.get(name, looseness))
    return found


def test_real_portraits_are_matched_by_number_and_by_name() -> None:
    if not TESTDATA.is_dir():
        pytest.skip("the shared test data is not here")
    lines = (TESTDATA / "people.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    stems = sorted(path.stem for path in (TESTDATA / "portraits").glob("*.jpg"))
    among = [
        Keyed(
            given_name=row["first"],
            call_name=row["nick"],
            family_name=row["last"],
            student_number=row["id"],
        )
        for row in rows
    ]
    by_number = match_photos(stems, people=among)
    assert [rows[m.person or 0]["id"] for m in by_number] == stems
    assert {(m.how, m.sure) for m in by_number} == {(How.NUMBER, True)}

    by_name = match_photos([row["full"] for row in rows], people=among)
    assert [m for m in by_name if m.person not in {m.photo, None}] == []
    assert sum(m.person == m.photo for m in by_name) >= 0.98 * len(rows)
