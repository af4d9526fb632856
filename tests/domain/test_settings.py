"""Settings as stored texts: what is not understood has its default, one by one."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.settings import (
    Language,
    Settings,
    StudentsView,
    Theme,
    as_text,
    from_texts,
)

NAMES = [field.name for field in fields(Settings)]
ANY = st.builds(
    Settings,
    language=st.sampled_from(Language),
    theme=st.sampled_from(Theme),
    current_class=st.integers(0),
    students_view=st.sampled_from(StudentsView),
    names_shown=st.booleans(),
    target_days=st.integers(1, 99),
    text_percent=st.integers(80, 200),
    keychain=st.booleans(),
)


@given(settings=ANY)
def test_settings_come_out_of_their_texts_as_they_went_in(settings: Settings) -> None:
    assert from_texts({name: as_text(getattr(settings, name)) for name in NAMES}) == settings


@given(texts=st.dictionaries(st.sampled_from(NAMES), st.text(max_size=5)))
def test_any_text_makes_settings(texts: dict[str, str]) -> None:
    assert isinstance(from_texts(texts), Settings)


# free text is whatever it is: nothing of it can be broken
@pytest.mark.parametrize(
    "name", [name for name in NAMES if type(getattr(Settings(), name)) is not str]
)
def test_a_broken_value_has_its_default_and_the_others_stay(name: str) -> None:
    other = "target_days" if name != "target_days" else "text_percent"
    read = from_texts({name: "?", other: "28", "horoscope": "lion"})
    assert getattr(read, name) == getattr(Settings(), name)
    assert getattr(read, other) == 28
