"""The name of a student out of the name of a photo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.photo_names import name_in


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Sanne Hoekstra", "Sanne Hoekstra"),
        ("Milan_van_der_Berg", "Milan van der Berg"),
        ("Berg, Milan van der", "Berg, Milan van der"),
        ("500123_sanne_van_den_berg (1)", "Sanne van den Berg"),
        ("noor.aydın", "Noor Aydın"),
        ("Berg_Sanne_500123", "Berg, Sanne"),
        ("de jong-peters_anne-marie_500123", "De Jong-peters, Anne-marie"),
        ("sanne-jansen", "Sanne Jansen"),
        ("Jan-Willem de Boer", "Jan-Willem de Boer"),
        ("Kopie van Zoë de Wit", "Zoë de Wit"),
        ("Sanne v.d. Berg", "Sanne v.d. Berg"),
        ("foto Łukasz Kowalski 2026", "Łukasz Kowalski"),
        ("ben jansen", "Ben Jansen"),
        ("李明", "李明"),
        ("IMG_2043", ""),
        ("500123", ""),
        ("WhatsApp Image 2026-08-19 at 10.12.55", ""),
        ("Schermafbeelding 2026-08-19 om 10.12.55", ""),
        ("", ""),
    ],
)
def test_a_name_is_read_as_one_writes_it(stem: str, name: str) -> None:
    assert name_in(stem) == name


@given(stem=st.text(max_size=60))
def test_a_name_never_has_figures_or_stray_blanks(stem: str) -> None:
    name = name_in(stem)
    assert name == " ".join(name.split())
    assert not any(c.isdigit() for c in name)
