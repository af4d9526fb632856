"""Does setting up the project keep its promises? The locks, the script and the words it knows."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "develop.py"
LOCKS = {path.name: path.read_text("utf-8") for path in (ROOT / "requirements").glob("*.txt")}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

APP = PROJECT["project"]["dependencies"]
DIRECT = {
    "run.txt": APP,
    "dev.txt": APP + PROJECT["dependency-groups"]["dev"],
    "release.txt": APP + PROJECT["dependency-groups"]["release"],
}

every_lock = pytest.mark.parametrize("lock", sorted(DIRECT))


def pinned(lock: str) -> dict[str, str]:
    """Package → what stands about it in a lock file: its version, marker and hashes."""
    text = re.sub(r"^\s*#.*\n", "", LOCKS[lock], flags=re.MULTILINE)
    entries = re.findall(r"^(\S+?)==(.+(?:\n[ \t]+.+)*)", text, flags=re.MULTILINE)
    assert len(entries) == len(re.findall(r"^\S", text, flags=re.MULTILINE)), "a line is no pin"
    return dict(entries)


def develop(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Calls the script as a person would, with no more of an environment than is given."""
    command = [sys.executable, str(SCRIPT), *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def words_of_the_script() -> list[str]:
    return re.findall(r"^  ([\w-]+) ", develop().stdout, flags=re.MULTILINE)


def test_there_is_a_lock_for_running_for_developing_and_for_releasing() -> None:
    assert set(LOCKS) == set(DIRECT)


@every_lock
def test_every_locked_package_has_a_version_and_hashes(lock: str) -> None:
    for name, about in pinned(lock).items():
        assert re.match(r"\d[\w.]*", about), name
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", about), name


@every_lock
def test_a_lock_holds_no_address_and_no_place_of_a_computer(lock: str) -> None:
    found = re.findall(
        r".*(?:://|@ |\w+\.(?:org|com|io|net)\b|--\w*(?:url|links)|[ (]/).*", LOCKS[lock]
    )
    assert found == []


@every_lock
def test_every_direct_dependency_stands_in_the_lock(lock: str) -> None:
    direct = {re.split(r"[^\w.-]", wish)[0].lower().replace("_", "-") for wish in DIRECT[lock]}
    assert direct - set(pinned(lock)) == set()


def test_two_locks_never_name_two_versions_of_one_package() -> None:
    run, dev, release = (pinned(name) for name in ("run.txt", "dev.txt", "release.txt"))
    assert run.items() <= dev.items()
    assert {dev[name] == release[name] for name in dev.keys() & release.keys()} == {True}


def test_the_qt_release_that_aborts_python_3_11_is_excluded() -> None:
    assert any("!=6.12.0" in wish for wish in APP if wish.startswith("PySide6"))
    assert not pinned("run.txt")["pyside6-essentials"].startswith("6.12.0")


def test_the_script_alone_prints_its_words() -> None:
    known = "setup run test check fix bench bench-safety screens package texts lock"
    assert words_of_the_script() == known.split()
    assert develop().returncode == 0


def test_an_unknown_word_gets_the_words_there_are() -> None:
    answer = develop("runn")
    assert answer.returncode == 2
    assert "  run " in answer.stdout


def test_make_knows_the_words_of_the_script() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    words = re.findall(r"^WORDS := (.*)$", makefile, flags=re.MULTILINE)
    assert words == [" ".join(words_of_the_script())]


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere a display is always there"
)
def test_run_without_a_display_says_so_in_one_sentence() -> None:
    answer = develop("run")
    assert answer.returncode == 1
    assert (
        answer.stderr == "Klasgenoot opens a window, and there is no display here to show it on.\n"
    )
    assert answer.stdout == ""


def test_nothing_in_packaging_hides_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_every_benchmark_finds_what_it_measures() -> None:
    """Most are run by hand: a name that moved would else be noticed months later."""
    command = (
        "import sys; from importlib import import_module\n"
        f"sys.path.insert(0, {str(ROOT / 'benchmarks')!r})\n"
        "from run import BENCHMARKS\n"
        "for name in BENCHMARKS: assert import_module(name).measure"
    )
    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
