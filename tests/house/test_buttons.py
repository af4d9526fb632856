"""A Dutch button speaks as one says it to somebody: Bewaar, Voeg een student toe.

A verb in -en at either end of its words is how forms speak (Bewaren, Student toevoegen). Found are
the texts given to a button, an action or a menu where it is made, and those a button gets later.
"""

import ast
import re
from collections.abc import Iterator
from types import ModuleType

import pytest

from house.test_texts import CATALOGUES, ROOT, texts

__all__ = ["texts"]  # the fixture

PRESSED = frozenset({"Button", "icon_button", "ChoiceButton", "Action", "addAction", "finish"})
ENDS = re.compile(r"(en|aan)$")
NO_VERBS = frozenset(
    """
    aan bekeken een eigen en geen gesproken iedereen ken oefen open staan
    bestanden dagen gezichten instellingen klassen lessen minuten namen paren plekken printen
    studenten tien toetsen totalen vakanties woorden zinnen
    """.split()  # noqa: SIM905 -- forty words are read as a text
)
"""What ends like such a verb, or is one, and says nothing a button should not; a new one is added.

Laat staan, om te printen: these say what is left, and what for.
"""
NAMED = frozenset({"Ongedaan maken", "Delen en printen", "Alle foto’s bijsnijden"})
"""Undo is called so in every program; the others are pages, and their buttons bear their names."""


def called(call: ast.Call) -> str:
    """The name of what is called, without what it belongs to."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def on_buttons(texts: ModuleType, node: ast.AST, *, context: str = "") -> Iterator[tuple[str, str]]:
    """The texts on buttons and in menus of a piece of code, each with its context."""
    later = {
        ast.unparse(each.targets[0]) + ".setText"
        for each in ast.walk(node)
        if isinstance(each, ast.Assign)
        and isinstance(each.value, ast.Call)
        and called(each.value) == "Button"
    }
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            yield from on_buttons(texts, child, context=child.name)
            continue
        for each in ast.walk(child):
            is_menu = isinstance(each, ast.FunctionDef) and any(
                called(call) == "addAction" for call in ast.walk(each) if isinstance(call, ast.Call)
            )
            is_button = isinstance(each, ast.Call) and (
                called(each) in PRESSED or ast.unparse(each.func) in later
            )
            if is_menu:
                yield from texts.texts_in(each, context=context)
            elif is_button:  # what it is called; by which other words it is found has a keyword
                yield from texts.texts_in(ast.Tuple(each.args), context=context)


@pytest.fixture(scope="module")
def buttons(texts: ModuleType) -> frozenset[tuple[str, str]]:
    """The context and the English of every button."""
    files = sorted((ROOT / "src").rglob("*.py"))
    found = (on_buttons(texts, ast.parse(path.read_text("utf-8"))) for path in files)
    return frozenset(each for those in found for each in those)


def orders(dutch: str) -> bool:
    """Whether a text says it as a form would: a verb in -en at one of its ends."""
    words = re.sub(r"\([^)]*\)|[…&.,:]|\{\w*\}|%n|\bhet \w+", "", dutch).casefold().split()
    ends = {words[0], words[-1]} if words else set()  # "het loggen" is a thing, as any after "het"
    return dutch not in NAMED and any(ENDS.search(end) for end in ends - NO_VERBS)


def test_buttons_are_found_where_they_are_made_named_later_and_listed_in_a_menu(
    buttons: frozenset[tuple[str, str]],
) -> None:
    assert {
        ("Erasing", "Erase for good"),
        ("Actions", "Import a class"),
        ("CheckIns", "&Put off…"),
        ("LookAlikes", "Practise"),
    } <= buttons


def test_a_dutch_button_says_it_as_one_says_it_to_somebody(
    texts: ModuleType, buttons: frozenset[tuple[str, str]]
) -> None:
    known = texts.read_catalogue(CATALOGUES / "nl.po")
    odd = sorted(form for each in buttons for form in known[each] if orders(form))
    assert odd == [], "write Voeg toe, not Toevoegen: docs/glossary.md, How buttons speak"


@pytest.mark.parametrize("dutch", ["Bewaren", "Student toevoegen", "Opslaan als PDF", "&Openen…"])
def test_a_form_is_heard(dutch: str) -> None:
    assert orders(dutch)


@pytest.mark.parametrize("dutch", ["Bewaar", "Voeg een student toe", "Zet aan", "Kies bestanden…"])
def test_somebody_who_speaks_is_heard_too(dutch: str) -> None:
    assert not orders(dutch)
