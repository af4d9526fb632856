"""The rules of docs/architecture.md, as sentences that can fail."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import klasgenoot
from klasgenoot.store.opening import vault_in_memory
from klasgenoot.store.schema import JOURNALLED, LEFT_OUT

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "klasgenoot"
FILES = sorted(SOURCE.rglob("*.py"))
LONGEST_FILE = 400
COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")
DRAWERS = {"utils", "util", "helpers", "common", "misc", "manager", "base", "core"}


def test_the_import_contracts_are_kept() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


def test_no_room_is_a_drawer() -> None:
    names = {path.stem for path in FILES} | {path.parent.name for path in FILES}
    assert not names & DRAWERS


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_file_says_what_the_room_is_for_and_can_be_read_in_a_sitting(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "the first line says what the room is for"
    assert text.count("\n") <= LONGEST_FILE, "over 400 lines is two rooms"


def test_nobody_asks_a_layout_for_its_items() -> None:
    """Python would find a dead one at the address of the living: see `ui/kit/clearing.py`."""
    asking = re.compile(r"\.(?:itemAt|takeAt|replaceWidget)\(")
    assert not [path.name for path in FILES if asking.search(path.read_text(encoding="utf-8"))]


def test_every_package_stands_in_the_architecture_page() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    packages = [path.parent for path in FILES if path.name == "__init__.py"]
    missing = [
        str(package.relative_to(SOURCE))
        for package in packages
        if package != SOURCE and f"`{package.relative_to(SOURCE)}/`" not in page
    ]
    assert not missing


def test_every_table_and_column_stands_in_the_data_model() -> None:
    page = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    vault = vault_in_memory()
    missing = []
    for table in (*JOURNALLED, *LEFT_OUT):
        if f"### {table}" not in page:
            missing.append(table)
            continue
        section = page.split(f"### {table}\n", 1)[1].split("\n### ", 1)[0]
        columns = [row[1] for row in vault.rows(f"PRAGMA table_info({table})")]
        missing += [f"{table}.{name}" for name in columns if f"| {name} |" not in section]
    assert not missing


def test_the_data_model_describes_no_table_that_is_gone() -> None:
    page = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^### (\w+)$", page, flags=re.MULTILINE))
    assert described == set(JOURNALLED) | set(LEFT_OUT)


def test_the_version_stands_in_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == klasgenoot.__version__
    assert f"## {klasgenoot.__version__}" in changelog


def test_sqlite_utils_never_gets_a_path() -> None:
    calls = [
        f"{path.name}:{node.lineno}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) == "Database"
        and not (len(node.args) == 1 and getattr(node.args[0], "id", "") == "connection")
    ]
    assert not calls


def test_a_colour_has_its_home_in_the_themes() -> None:
    allowed = {SOURCE / "exchange" / "drawing" / "colours.py"}  # skin, hair and cloth, not the app
    found = [
        f"{path.relative_to(SOURCE)}: {match.group()}"
        for path in FILES
        if path not in allowed
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for match in COLOUR.finditer(node.value)
    ]
    assert not found


def test_nothing_below_the_screen_brings_qt_along() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            """
import sys
import klasgenoot.app.headless, klasgenoot.app.headless_practice
import klasgenoot.operations.reading, klasgenoot.operations.sample
sys.exit(any(name.startswith("PySide6") for name in sys.modules))
""",
        ],
        env={"PYTHONPATH": str(ROOT / "src")},
        check=False,
    )
    assert done.returncode == 0


def test_no_module_for_a_network_is_imported() -> None:
    forbidden = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests"}
    found = [
        f"{path.relative_to(SOURCE)}: {name}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _imported(node)
        if name.split(".")[0] in forbidden or "QtNetwork" in name
    ]
    assert not found


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []
