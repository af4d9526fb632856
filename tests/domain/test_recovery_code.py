"""The recovery code: every slip of one sign is noticed, and reading is forgiving."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.recovery_code import (
    CODE_BYTES,
    GROUPS,
    SIGNS,
    decode,
    encode,
    groups_to_ask,
    is_group,
)

secrets = st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES)
places = st.integers(0, GROUPS * 4 - 1)


def bare(code: str) -> str:
    return code.replace("-", "")


@given(secrets)
def test_a_code_reads_back_as_what_was_written(secret: bytes) -> None:
    assert decode(encode(secret)) == secret


@given(secrets)
def test_a_code_is_seven_groups_of_four_plain_signs(secret: bytes) -> None:
    groups = encode(secret).split("-")
    assert [len(group) for group in groups] == [4] * 7
    assert set("".join(groups)) <= set(SIGNS)
    assert not set("ILOU") & set(SIGNS)


@given(secrets, st.data())
def test_each_wrong_sign_is_noticed(secret: bytes, data: st.DataObject) -> None:
    code = bare(encode(secret))
    at = data.draw(places)
    for sign in set(SIGNS) - {code[at]}:
        assert decode(code[:at] + sign + code[at + 1 :]) is None


@given(secrets)
def test_each_swap_of_neighbours_is_noticed(secret: bytes) -> None:
    code = bare(encode(secret))
    for at in range(len(code) - 1):
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        assert swapped == code or decode(swapped) is None


@given(secrets, st.lists(places, min_size=2, max_size=2, unique=True), st.data())
def test_two_wrong_signs_are_noticed(secret: bytes, at: list[int], data: st.DataObject) -> None:
    signs = list(bare(encode(secret)))
    for place in at:
        signs[place] = data.draw(st.sampled_from(sorted(set(SIGNS) - {signs[place]})))
    assert decode("".join(signs)) is None


@given(secrets, places)
def test_a_sign_too_few_or_too_many_is_noticed(secret: bytes, at: int) -> None:
    code = bare(encode(secret))
    assert decode(code[:at] + code[at + 1 :]) is None
    assert decode(code[:at] + "7" + code[at:]) is None


@given(secrets, st.sampled_from(["", " ", "-", ".", "  - "]), st.booleans())
def test_reading_is_forgiving(
    secret: bytes,
    between: str,
    small: bool,  # noqa: FBT001 - hypothesis gives it by place
) -> None:
    typed = between.join(bare(encode(secret)))
    typed = typed.replace("0", "O").replace("1", "l" if small else "I")
    assert decode(typed.lower() if small else typed) == secret


@given(st.text())
def test_no_text_at_all_breaks_the_reading(text: str) -> None:
    secret = decode(text)
    assert secret is None or len(secret) == CODE_BYTES


def test_a_code_stays_readable_by_later_versions() -> None:
    assert encode(bytes(range(16))) == "0004-1061-050R-3GG2-8A1C-60T3-GF6Q"


@given(st.integers())
def test_two_different_groups_are_asked_back_in_order(seed: int) -> None:
    first, second = groups_to_ask(Random(seed))
    assert 0 <= first < second < GROUPS


@given(secrets, st.integers(0, GROUPS - 1))
def test_a_group_asked_back_is_read_forgivingly(secret: bytes, number: int) -> None:
    code = encode(secret)
    group = code.split("-")[number]
    assert is_group(code, number, f" {group.lower()} ")
    assert not is_group(code, number, group[:3])
    assert not is_group(code, number, "")
