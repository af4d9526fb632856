"""Gathers the texts on screen from the code into the catalogues, and compiles the catalogues.

Qt's own extractor skips plurals whose number is an expression, so the texts are read from the
syntax tree (docs/decisions/0007). Translations that are there stay; texts that are gone go; new
ones come empty.
"""

import ast
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

PLURALS = {"nl": 2, "en": 2}
"""The languages, and how many forms a number can ask for."""

HEADER = r"""msgid ""
msgstr ""
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"X-Language: {language}\n"
"X-Source-Language: en\n"
"X-Qt-Contexts: true\n"
"""

Catalogue = dict[tuple[str, str], tuple[str, ...]]
"""For each context and English text its translations: one, or one per plural form."""

STRING = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'


class Found(NamedTuple):
    """A text in the code: where it is shown, what it says in English, and in which file."""

    context: str
    text: str
    file: str

    @property
    def is_plural(self) -> bool:
        """Whether it counts something."""
        return "%n" in self.text


def gather(source: Path) -> list[Found]:
    """Every text on screen in the Python files below a folder, each once, as it appears."""
    found: dict[tuple[str, str], Found] = {}
    for path in sorted(source.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = path.relative_to(source).as_posix()
        for context, text in texts_in(tree, context=""):
            found.setdefault((context, text), Found(context, text, name))
    return list(found.values())


def texts_in(node: ast.AST, *, context: str) -> Iterator[tuple[str, str]]:
    """`translate` and `to_translate` name their context; `self.tr` has that of its class."""
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            name = getattr(child.func, "attr", getattr(child.func, "id", ""))
            texts = list(_literals(child.args))
            if name in {"translate", "to_translate"} and len(texts) > 1:
                yield texts[0], texts[1]
            elif name == "tr" and texts:
                yield inside, texts[0]
        yield from texts_in(child, context=inside)


def _literals(arguments: Iterable[ast.expr]) -> Iterator[str]:
    for argument in arguments:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def read_catalogue(path: Path) -> Catalogue:
    """The translations in a .po file; an empty catalogue if there is none."""
    if not path.exists():
        return {}
    known: Catalogue = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        context = re.search("msgctxt " + STRING, block)
        text = re.search("msgid " + STRING, block)
        if context and text:
            forms = re.findall(r"msgstr(?:\[\d\])? " + STRING, block)
            key = (_plain(context.group(1)).removesuffix("|"), _plain(text.group(1)))
            known[key] = tuple(_plain(form) for form in forms)
    return known


def write_catalogue(path: Path, texts: list[Found], *, known: Catalogue, language: str) -> int:
    """Writes the catalogue of a language and returns how many texts have no translation yet.

    English needs only the plurals: all else is English already.
    """
    blocks = [HEADER.format(language=language)]
    missing = 0
    for found in sorted(texts, key=lambda text: (text.context, text.file)):
        if language == "en" and not found.is_plural:
            continue
        forms = known.get((found.context, found.text), ())
        count = PLURALS[language] if found.is_plural else 1
        forms = (forms + ("",) * count)[:count]
        missing += not all(forms)
        lines = [
            f"#: {found.file}",
            f"msgctxt {_quoted(found.context + '|')}",
            f"msgid {_quoted(found.text)}",
        ]
        if found.is_plural:
            lines.append(f"msgid_plural {_quoted(found.text)}")
            lines += [f"msgstr[{n}] {_quoted(form)}" for n, form in enumerate(forms)]
        else:
            lines.append(f"msgstr {_quoted(forms[0])}")
        blocks.append("\n".join(lines))
    path.write_text("\n\n".join(block.rstrip("\n") for block in blocks) + "\n", encoding="utf-8")
    return missing


def update(root: Path) -> dict[str, int]:
    """Brings every catalogue up to date; per language how many texts wait for a translation."""
    texts = gather(root / "src" / "klasgenoot")
    folder = root / "resources" / "translations"
    return {
        language: write_catalogue(
            folder / f"{language}.po",
            texts,
            known=read_catalogue(folder / f"{language}.po"),
            language=language,
        )
        for language in PLURALS
    }


def compile_catalogues(root: Path, *, lrelease: Path) -> None:
    """Compiles each catalogue that is newer than its compiled file."""
    for po in sorted((root / "resources" / "translations").glob("*.po")):
        qm = po.with_suffix(".qm")
        if not qm.exists() or qm.stat().st_mtime < po.stat().st_mtime:
            subprocess.run([lrelease, "-silent", po, "-qm", qm], check=True)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _plain(quoted: str) -> str:
    parts = re.findall(r'"((?:[^"\\]|\\.)*)"', quoted)
    escapes = {"\\n": "\n", '\\"': '"', "\\\\": "\\"}
    return re.sub(r"\\.", lambda m: escapes.get(m.group(), m.group()), "".join(parts))
