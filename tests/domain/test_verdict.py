"""A typed name judged against the class: the cases of the reference, and what must never happen."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.accepted_names import accepted_names
from klasgenoot.domain.names import fold, split_whole_name
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.spelling import Mark
from klasgenoot.domain.verdict import Judgement, Verdict, judge

REFERENCE_CLASS = """
Thijs Zoë Anna Tim Tom Łukasz Đorđe Sophie Yasmin Mees Kees Joris Rik Maarten David Oğuz Noor Sanne
Esmée Ayşe Mohammed Zakaria Frederique
"""
CLASS = REFERENCE_CLASS.split()

LOOK_ALIKES = """
Tim Tom Kim Sem Sam Rick Nick Rik Anne Anna Sanne Hanne Julia Julie Julian Noa Noah Nora Mees Kees
Eva Evi Levi Lisa Lise Isa Job Bob Joris Boris Samira Samra Zoë Thijs Tijs
"""


def students(*names: str) -> list[Student]:
    """Students by whole name; their ids are their places."""
    parts = [split_whole_name(name) for name in names]
    return [
        Student(id=StudentId(n), given_name=first, infix=infix, family_name=family)
        for n, (first, infix, family) in enumerate(parts)
    ]


def judged(typed: str, *, shown: str, among: Sequence[str]) -> tuple[Judgement, list[str]]:
    """The judgement, and the full names of those who bear what was typed."""
    people = students(*among)
    judgement = judge(typed, target=people[among.index(shown)], classmates=people)
    return judgement, [people[who].full_name for who in judgement.bearers]


@pytest.mark.parametrize(
    ("shown", "typed", "verdict"),
    [
        ("Thijs", "thijs ", Verdict.RIGHT),
        ("Thijs", "Tijs", Verdict.SPELLING),
        ("Thijs", "Thys", Verdict.SPELLING),
        ("Zoë", "zoe", Verdict.RIGHT),
        ("Łukasz", "lukasz", Verdict.RIGHT),
        ("Łukasz", "lukas", Verdict.SPELLING),
        ("Đorđe", "dorde", Verdict.RIGHT),
        ("Đorđe", "Djordje", Verdict.WRONG),
        ("Oğuz", "oguz", Verdict.RIGHT),
        ("Oğuz", "Ogus", Verdict.SPELLING),
        ("Esmée", "esmee", Verdict.RIGHT),
        ("Ayşe", "Ayse", Verdict.RIGHT),
        ("Sophie", "Sofie", Verdict.SPELLING),
        ("Maarten", "Marten", Verdict.SPELLING),
        ("Yasmin", "Jasmin", Verdict.WRONG),
        ("Anna", "Anne", Verdict.DOUBT),
        ("Sanne", "Anna", Verdict.MIXED_UP),
        ("Tim", "Tom", Verdict.MIXED_UP),
        ("Tim", "Tin", Verdict.WRONG),
        ("Mees", "Kees", Verdict.MIXED_UP),
        ("Mees", "Meex", Verdict.SPELLING),
        ("Rik", "Rick", Verdict.SPELLING),
        ("Noor", "Nora", Verdict.WRONG),
        ("Joris", "Boris", Verdict.WRONG),
        ("Ayşe", "Aisha", Verdict.WRONG),
        ("Mohammed", "Mohamed", Verdict.SPELLING),
        ("Frederique", "Frederieke", Verdict.SPELLING),
        ("Thijs", "", Verdict.EMPTY),
        ("Thijs", " -. ", Verdict.EMPTY),
    ],
)
def test_a_typed_name_gets_the_verdict_of_the_reference(
    shown: str, typed: str, verdict: Verdict
) -> None:
    judgement, bearers = judged(typed, shown=shown, among=CLASS)
    assert judgement.verdict is verdict
    assert bearers == ([typed] if verdict is Verdict.MIXED_UP else [])
    assert (judgement.said is not None) == (verdict is Verdict.MIXED_UP)
    assert bool(judgement.letters) == (verdict in {Verdict.SPELLING, Verdict.DOUBT})


@pytest.mark.parametrize(
    ("typed", "shown", "joins", "before", "after"),
    [
        ("Rick", "Rik", "Rick", Verdict.SPELLING, Verdict.MIXED_UP),
        ("Sofie", "Sophie", "Sofie", Verdict.SPELLING, Verdict.MIXED_UP),
        ("Meex", "Mees", "Meeg", Verdict.SPELLING, Verdict.DOUBT),
        ("Thys", "Thijs", "Tys", Verdict.SPELLING, Verdict.DOUBT),
        ("Nora", "Noor", "Nora", Verdict.WRONG, Verdict.MIXED_UP),
        ("Noras", "Noor", "Nora", Verdict.WRONG, Verdict.MIXED_UP),
        ("Noor", "Noor", "Noor Bos", Verdict.RIGHT, Verdict.RIGHT),
        ("Zoe", "Zoë", "Zoe", Verdict.RIGHT, Verdict.RIGHT),
    ],
)
def test_a_new_classmate_can_change_the_verdict(
    typed: str, shown: str, joins: str, before: Verdict, after: Verdict
) -> None:
    assert judged(typed, shown=shown, among=CLASS)[0].verdict is before
    assert judged(typed, shown=shown, among=[*CLASS, joins])[0].verdict is after


def test_an_alias_makes_another_spelling_right() -> None:
    (person,) = students("Đorđe")
    judgement = judge("Djordje", target=replace(person, aliases=("Djordje",)), classmates=[])
    assert judgement.verdict is Verdict.RIGHT


def test_the_alias_of_a_classmate_is_the_classmate() -> None:
    shown, mate = students("Rik", "Henricus")
    people = (shown, replace(mate, aliases=("Rick",)))
    judgement = judge("Rick", target=shown, classmates=people)
    assert (judgement.verdict, judgement.said) == (Verdict.MIXED_UP, mate.id)


# ---- two students of one name ----

EMMAS = ["Emma Vos", "Emma van der Berg", "Tim Vos", "Ella Bos"]


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("Emma", Verdict.WHICH),
        ("Ema", Verdict.WHICH),
        ("Emma V", Verdict.RIGHT),
        ("emma v.", Verdict.RIGHT),
        ("V Emma", Verdict.RIGHT),
        ("Emma Vo", Verdict.RIGHT),
        ("Emma Vos", Verdict.RIGHT),
        ("Vos, Emma", Verdict.RIGHT),
        ("Ema V", Verdict.SPELLING),
        ("Emma Fos", Verdict.SPELLING),
        ("Emma B", Verdict.MIXED_UP),
        ("Emma van der B", Verdict.MIXED_UP),
        ("Berg, Emma van der", Verdict.MIXED_UP),
        ("Emma X", Verdict.WHICH),
        ("Vos", Verdict.WHICH),
        ("Ella", Verdict.MIXED_UP),
    ],
)
def test_of_two_emmas_the_surname_decides(typed: str, verdict: Verdict) -> None:
    judgement, bearers = judged(typed, shown="Emma Vos", among=EMMAS)
    assert judgement.verdict is verdict
    if verdict is Verdict.MIXED_UP:
        assert bearers == ["Ella Bos" if typed == "Ella" else "Emma van der Berg"]


def test_which_names_everybody_it_can_be_and_the_one_meant_first() -> None:
    judgement, bearers = judged("Emma", shown="Emma van der Berg", among=EMMAS)
    assert bearers == ["Emma van der Berg", "Emma Vos"]
    assert judgement.said is None


def test_an_initial_that_both_share_does_not_decide() -> None:
    emmas = ["Emma Vos", "Emma Visser"]
    assert judged("Emma V", shown="Emma Vos", among=emmas)[0].verdict is Verdict.WHICH
    assert judged("Emma Vi", shown="Emma Vos", among=emmas)[0].verdict is Verdict.MIXED_UP


def test_who_has_no_surname_to_add_is_not_asked_for_it() -> None:
    emmas = ["Emma", "Emma Vos"]
    assert judged("Emma", shown="Emma", among=emmas)[0].verdict is Verdict.RIGHT
    assert judged("Emma", shown="Emma Vos", among=emmas)[0].verdict is Verdict.WHICH


def test_two_of_one_full_name_cannot_be_told_apart_by_typing() -> None:
    people = students("Emma Vos", "Emma Vos")
    assert judge("Emma", target=people[0], classmates=people).verdict is Verdict.RIGHT
    assert judge("Emma Vos", target=people[1], classmates=people).verdict is Verdict.RIGHT


def test_saying_a_name_that_two_others_bear_says_neither() -> None:
    judgement, bearers = judged("Emma", shown="Tim Vos", among=EMMAS)
    assert (judgement.verdict, judgement.said) == (Verdict.MIXED_UP, None)
    assert bearers == ["Emma Vos", "Emma van der Berg"]


def test_a_classmate_surnamed_thomas_changes_nothing_for_thomas() -> None:
    among = ["Thomas Bos", "Sander Thomas"]
    assert judged("Thomas", shown="Thomas Bos", among=among)[0].verdict is Verdict.RIGHT
    assert judged("Tomas", shown="Thomas Bos", among=among)[0].verdict is Verdict.SPELLING
    assert judged("Thomas", shown="Sander Thomas", among=among)[0].verdict is Verdict.WHICH


def test_the_call_name_outranks_the_name_of_the_list() -> None:
    (person,) = students("Johannes Bos")
    person = replace(person, call_name="Hans")
    assert judge("Hans", target=person, classmates=[]).verdict is Verdict.RIGHT
    assert judge("Johannes", target=person, classmates=[]).verdict is Verdict.RIGHT
    assert judge("Jan", target=person, classmates=[]).verdict is Verdict.WRONG


def test_a_classmate_near_by_another_way_of_writing_counts_once() -> None:
    among = ["Mila Bos", "Kyra Mees"]
    judgement, bearers = judged("Kyra Meess", shown="Mila Bos", among=among)
    assert (judgement.verdict, bearers) == (Verdict.MIXED_UP, ["Kyra Mees"])


def test_a_name_without_a_letter_can_only_be_wrong() -> None:
    person = Student(id=StudentId(1), given_name="?")
    assert judge("Tim", target=person, classmates=[]).verdict is Verdict.WRONG


def test_a_whole_page_typed_is_wrong_and_nothing_worse() -> None:
    assert judged("Sanne " * 300, shown="Tim", among=CLASS)[0].verdict is Verdict.WRONG


def test_the_letters_of_a_slip_are_those_of_the_name_as_it_is_written() -> None:
    judgement, _ = judged("Lukas", shown="Łukasz", among=CLASS)
    assert "".join(letter.letter for letter in judgement.letters) == "Łukasz"
    assert [m.letter for m in judgement.letters if m.mark is Mark.MISSING] == ["z"]


def test_a_slip_in_a_full_name_is_shown_in_the_full_name() -> None:
    judgement, _ = judged(
        "sanne vd meulem", shown="Sanne van der Meulen", among=["Sanne van der Meulen"]
    )
    assert judgement.verdict is Verdict.SPELLING
    kept = "".join(m.letter for m in judgement.letters if m.mark is not Mark.EXTRA)
    assert kept == "Sanne vd Meulen"


# ---- what holds for every class ----

call_names = st.sampled_from(LOOK_ALIKES.split())
surnames = st.sampled_from(["", "Bos", "Vos", "van der Berg", "van den Berg", "Jansen-de Vries"])
classes = st.lists(st.tuples(call_names, surnames).map(" ".join), min_size=2, max_size=8)


@given(classes)
def test_the_exact_name_of_a_classmate_is_never_a_slip_nor_a_doubt(names: list[str]) -> None:
    people = students(*names)
    target, *mates = people
    for mate in mates:
        for typed in (mate.name, mate.full_name):
            verdict = judge(typed, target=target, classmates=people).verdict
            same_name = fold(mate.name) == fold(target.name)
            allowed = {Verdict.RIGHT, Verdict.WHICH} if same_name else set()
            assert verdict in allowed | {Verdict.MIXED_UP}


@given(classes)
def test_the_full_name_is_always_right(names: list[str]) -> None:
    people = students(*names)
    for person in people:
        assert judge(person.full_name, target=person, classmates=people).verdict is Verdict.RIGHT


def without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


FORMS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    str.title,
    str.swapcase,
    without_accents,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: unicodedata.normalize("NFC", text),
    lambda text: without_accents(text).upper(),
    lambda text: text.replace("-", " ").replace(" ", "  "),
    lambda text: f" {text.replace('-', '')}. ",
)
"""Ways to type one and the same name."""

ACCENTED = """
Zoë Esmée Łukasz Đorđe Oğuz Ayşe Işıl İrem Çağla Małgorzata Siobhán Søren Jürgen Ève Weiß Tim Tom
Anne-Fleur Fatima-Zahra
"""
SURNAMES = ["Bos", "van der Berg", "op den Akker", "'t Hooft", "el Amrani", "Öz"]
accented = st.sampled_from(ACCENTED.split())
nicknames = st.lists(accented | call_names, max_size=2).map(tuple)
infixed = st.sampled_from(SURNAMES)


@st.composite
def mixed_classes(draw: st.DrawFn) -> list[Student]:
    """Students of many origins, some of whom are called otherwise too."""
    names = draw(st.lists(st.tuples(accented, infixed | st.just("")), min_size=2, max_size=8))
    people = students(*map(" ".join, names))
    return [replace(person, aliases=draw(nicknames)) for person in people]


@given(mixed_classes(), st.sampled_from(FORMS))
def test_ones_own_name_is_right_in_any_case_and_with_any_accents(
    people: list[Student], form: Callable[[str], str]
) -> None:
    for person in people:
        whole = judge(form(person.full_name), target=person, classmates=people)
        assert whole.verdict is Verdict.RIGHT
        for typed in (person.name, *person.aliases):
            verdict = judge(form(typed), target=person, classmates=people).verdict
            shared = any(
                fold(typed) in map(fold, (one.name, one.family_name, *one.aliases))
                for one in people
                if one is not person
            )
            assert verdict is Verdict.RIGHT or (shared and verdict is Verdict.WHICH)


@given(mixed_classes(), st.sampled_from(FORMS))
def test_the_exact_name_of_a_classmate_is_never_right(
    people: list[Student], form: Callable[[str], str]
) -> None:
    target, *mates = people
    own = accepted_names(target).written
    # two of one full name cannot be told apart by typing
    for mate in (mate for mate in mates if fold(mate.full_name) != fold(target.full_name)):
        for typed in (mate.name, mate.full_name, *mate.aliases):
            verdict = judge(form(typed), target=target, classmates=people).verdict
            if fold(typed) not in own:
                assert verdict is Verdict.MIXED_UP


@given(accented, infixed)
def test_a_tussenvoegsel_may_stand_where_it_is_said_or_listed(call: str, surname: str) -> None:
    (person,) = students(f"{call} {surname}")
    infix, family = person.infix, person.family_name
    for typed in (
        f"{call} {infix} {family}",
        f"{call} {family}",
        f"{infix} {family} {call}",
        f"{family} {call}",
        f"{family}, {call} {infix}",
        f"{family}, {infix}, {call}",
        f"{infix} {family}, {call}",
        f"{family} {infix}, {call}",
        f"{family} {infix}",
        f"{infix} {family}",
        family,
        f"{call}{infix}{family}",
    ):
        assert judge(typed, target=person, classmates=[]).verdict is Verdict.RIGHT, typed


@given(classes)
def test_the_call_name_is_right_or_shared(names: list[str]) -> None:
    people = students(*names)
    for person in people:
        verdict = judge(person.name, target=person, classmates=people).verdict
        assert verdict in {Verdict.RIGHT, Verdict.WHICH}


@given(classes, st.text(max_size=12))
def test_the_order_of_the_class_and_the_target_in_it_make_no_difference(
    names: list[str], typed: str
) -> None:
    target, *mates = students(*names)
    judgement = judge(typed, target=target, classmates=mates)
    turned = judge(typed, target=target, classmates=[*reversed(mates), target])
    assert (turned.verdict, turned.said) == (judgement.verdict, judgement.said)
    assert set(turned.bearers) == set(judgement.bearers)


@given(classes, st.text(alphabet="abeijkmnorstz ", max_size=9))
def test_only_a_mix_up_says_somebody_and_never_the_one_shown(names: list[str], typed: str) -> None:
    target, *mates = people = students(*names)
    judgement = judge(typed, target=target, classmates=people)
    if judgement.verdict is Verdict.MIXED_UP:
        assert set(judgement.bearers) <= {mate.id for mate in mates}
        assert judgement.said is None or judgement.bearers == (judgement.said,)
    else:
        assert judgement.said is None
