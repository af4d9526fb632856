"""Every text on screen stands in the catalogues, and speaks Dutch."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
CATALOGUES = ROOT / "resources" / "translations"


@pytest.fixture(scope="module")
def texts() -> ModuleType:
    """The script behind `make texts`."""
    spec = importlib.util.spec_from_file_location("texts", ROOT / "packaging" / "texts.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["texts"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_catalogue_holds_each_text_and_its_translation(
    texts: ModuleType, tmp_path: Path, language: str
) -> None:
    found = texts.gather(ROOT / "src" / "klasgenoot")
    known = texts.read_catalogue(CATALOGUES / f"{language}.po")
    missing = texts.write_catalogue(tmp_path / "new.po", found, known=known, language=language)
    assert missing == 0, "texts without a translation: see resources/translations"
    new = (tmp_path / "new.po").read_text(encoding="utf-8")
    old = (CATALOGUES / f"{language}.po").read_text(encoding="utf-8")
    assert new == old, "run make texts"


def test_a_translation_keeps_the_places_of_its_values(texts: ModuleType) -> None:
    import string

    def places(text: str) -> set[str]:
        return {name or "" for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    known = texts.read_catalogue(CATALOGUES / "nl.po")
    odd = [
        text
        for (_, text), forms in known.items()
        for form in forms
        if form and (places(form) != places(text) or ("%n" in form and "%n" not in text))
    ]
    assert not odd


def test_the_dutch_has_no_exclamation_marks_and_none_of_the_words_we_avoid(
    texts: ModuleType,
) -> None:
    avoided = ("leerling", "risico", "score", "achterstand", "je moet", "!")
    known = texts.read_catalogue(CATALOGUES / "nl.po")
    odd = [
        form
        for forms in known.values()
        for form in forms
        if any(word in form.casefold() for word in avoided)
    ]
    assert not odd


def test_a_plural_is_found_whatever_counts(texts: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(
        'class Page:\n    def show(self):\n        translate("Page", "%n name(s)", None, len(x))\n'
        '        self.tr("Open"\n                " it")\n',
        encoding="utf-8",
    )
    found = texts.gather(tmp_path)
    assert [(text.context, text.text, text.is_plural) for text in found] == [
        ("Page", "%n name(s)", True),
        ("Page", "Open it", False),
    ]
