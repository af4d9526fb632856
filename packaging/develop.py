"""Sets up, runs, tests and packs the project: the standard library only, on every system.

`make <word>` calls this script. Where no make is: `py packaging/develop.py <word>`.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older one deserves a plain sentence
    sys.exit("Klasgenoot needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sysconfig
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import debian
import display
import texts

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PROGRAMS, EXE = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
PYTHON = VENV / PROGRAMS / f"python{EXE}"
STAMP = VENV / "set-up.json"
LOCKS = ROOT / "requirements"

MOST_PROCESSES = 4
"""That run tests at a time: each has a Qt and a Python of its own, some 300 MB."""
NO_TESTS = 5
"""What pytest answers when it found no test."""


def main(words: list[str]) -> int:
    """Does what the first word says, or prints the words there are."""
    if not words or words[0] not in WORDS:
        print("make <word>, or: py packaging/develop.py <word>\n")
        for name, do in WORDS.items():
            print(f"  {name:<14}{(do.__doc__ or '').splitlines()[0]}")
        return 2 if words else 0
    # A stop from outside unwinds like any exit, so that nothing started here stays behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    try:
        return WORDS[words[0]](words[1:])
    except KeyboardInterrupt:
        return 130


# ---- the words ----


def set_up_all(_words: list[str]) -> int:
    """Makes .venv with all that developing needs (the other words do so by themselves)."""
    set_up("dev.txt")
    print(f"All set: {VENV}")
    return 0


def run(words: list[str]) -> int:
    """Opens Klasgenoot; further words go to the app (make run ARGS=--demo)."""
    if not display.has_display():
        sys.exit("Klasgenoot opens a window, and there is no display here to show it on.")
    set_up("run.txt", packages=debian.missing_for_a_window())
    return call(PYTHON, "-m", "klasgenoot", *words)


def test(words: list[str]) -> int:
    """Runs the tests; further words go to pytest (make test ARGS=tests/store).

    All of them run in as many processes as there are cores, a file in one. With further words
    there is one process, for a debugger and for the first that fails. So it is with the tests in
    a real window: two windows would take the keyboard from each other.
    """
    lacking = debian.missing_for_a_window() + debian.missing_programs(Xvfb="xvfb")
    set_up("dev.txt", packages=lacking if debian.can_install() else [])
    pytest = (PYTHON, "-m", "pytest")
    say("---- in memory")
    in_memory = ("-m", "not real_window", *(words or side_by_side()))
    answers = [call(*pytest, *in_memory, settings=without_screen())]
    if display.can_pretend() and not debian.missing_for_a_window():
        say("---- in a real window")
        with display.pretended_display() as name:
            screen = {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
            answers.append(call(*pytest, "-m", "real_window", *words, settings=screen))
    else:
        cure = f" (sudo apt-get install {' '.join(lacking)})" if debian.is_debian() else ""
        say(f"Left out, for want of Xvfb: the tests in a real window{cure}.")
    # One half may well hold no test: `make test ARGS=tests/domain` for one.
    told = [answer for answer in answers if answer != NO_TESTS] or [NO_TESTS]
    return next(filter(None, told), 0)


def side_by_side() -> tuple[str, ...]:
    """What makes pytest use several cores; nothing where there is one."""
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    return () if processes == 1 else ("-n", str(processes), "--dist", "loadfile")


def check(_words: list[str]) -> int:
    """Checks style, types, the floors of the house and its other rules."""
    set_up("dev.txt")
    checks: dict[str, list[str | Path]] = {
        "ruff check": [PYTHON, "-m", "ruff", "check"],
        "ruff format": [PYTHON, "-m", "ruff", "format", "--check"],
        "mypy": [PYTHON, "-m", "mypy", "src", "packaging"],
        "import contracts": [VENV / PROGRAMS / f"lint-imports{EXE}"],
        "house rules": [PYTHON, "-m", "pytest", "tests/house"],
    }
    settings = without_screen() | {"MYPYPATH": "packaging"}
    broken = []
    for name, command in checks.items():
        say(f"---- {name}")
        if call(*command, settings=settings):
            broken.append(name)
    say(f"Broken: {', '.join(broken)}" if broken else "All checks hold.")
    return 1 if broken else 0


def fix(_words: list[str]) -> int:
    """Mends and lays out the code as far as a program can."""
    set_up("dev.txt")
    left = call(PYTHON, "-m", "ruff", "check", "--fix")
    return call(PYTHON, "-m", "ruff", "format") or left


def bench(words: list[str]) -> int:
    """Measures speed and memory beside their yardsticks, as a table."""
    set_up("dev.txt")
    return call(PYTHON, "benchmarks/run.py", *words, settings=without_screen())


def bench_safety(words: list[str]) -> int:
    """Tries to lose, to spoil and to read data in every way there is, and prints a table."""
    set_up("dev.txt")
    return call(PYTHON, "benchmarks/safety/table.py", *words, settings=without_screen())


def screens(words: list[str]) -> int:
    """Takes a picture of every page in every look, into the folder screens."""
    set_up("dev.txt")
    return call(PYTHON, "tests/screens.py", *words, settings=without_screen())


def package(_words: list[str]) -> int:
    """Makes what people install, into dist: wheel, bundle and, on Debian, a .deb."""
    on_linux = debian.missing_programs(objdump="binutils") if debian.is_debian() else []
    set_up("release.txt", packages=on_linux)
    wheel = ["pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", "dist"]
    need(PYTHON, "-m", *wheel, ".")
    bundle = ["PyInstaller", "--noconfirm", "--log-level", "WARN", "packaging/klasgenoot.spec"]
    need(PYTHON, "-m", *bundle)
    need(PYTHON, "packaging/third_party.py", "dist/klasgenoot/THIRD_PARTY.md")
    if shutil.which("dpkg-deb"):
        need("sh", "packaging/linux/make-deb")
    say(f"Done: {ROOT / 'dist'}")
    return 0


def gather_texts(_words: list[str]) -> int:
    """Gathers the texts on screen into resources/translations and says what waits for words."""
    for language, missing in texts.update(ROOT).items():
        print(f"{language}: {missing} texts without a translation")
    return 0


def lock(words: list[str]) -> int:
    """Rewrites requirements/ from pyproject.toml (ARGS=--upgrade takes the newest)."""
    asks_for: dict[str, list[str]] = {
        "run.txt": [],
        "dev.txt": ["--group", "dev", "--constraints", "requirements/run.txt"],
        "release.txt": ["--group", "release", "--constraints", "requirements/dev.txt"],
    }
    for_all_systems = ["--universal", "--python-version", "3.11"]
    hashes_only = ["--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet"]
    with tempfile.TemporaryDirectory() as folder:
        need(sys.executable, "-m", "venv", folder)
        programs = Path(folder) / PROGRAMS
        need(programs / PYTHON.name, "-m", "pip", "install", "--quiet", "uv")
        for name, options in asks_for.items():
            options += ["--output-file", f"requirements/{name}", *for_all_systems, *hashes_only]
            need(programs / f"uv{EXE}", "pip", "compile", "pyproject.toml", *options, *words)
    return 0


WORDS: dict[str, Callable[[list[str]], int]] = {
    "setup": set_up_all,
    "run": run,
    "test": test,
    "check": check,
    "fix": fix,
    "bench": bench,
    "bench-safety": bench_safety,
    "screens": screens,
    "package": package,
    "texts": gather_texts,
    "lock": lock,
}


# ---- what they share ----


def set_up(*locks: str, packages: Iterable[str] = ()) -> None:
    """Sees to it that .venv holds exactly what these lock files (of requirements/) say.

    The packages of the system that Qt wants come first, and any others that are named.
    Does nothing when all is there. A folder that moved, another Python or a changed lock starts
    .venv afresh, so that nothing old can stay behind in it.
    """
    debian.provide([*debian.missing_for_qt(), *packages])
    now = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in LOCKS.glob("*.txt")}
    now |= {"folder": str(ROOT), "Python": sysconfig.get_python_version()}
    then = json.loads(STAMP.read_text("utf-8")) if STAMP.exists() and PYTHON.exists() else {}
    if not then or any(now.get(name) != what for name, what in then.items()):
        make_venv()
        then = {name: now[name] for name in ("folder", "Python")}
    for name in locks:
        if name not in then:
            install(LOCKS / name)
            then[name] = now[name]
            STAMP.write_text(json.dumps(then), "utf-8")
    texts.compile_catalogues(ROOT, lrelease=VENV / PROGRAMS / f"pyside6-lrelease{EXE}")


def make_venv() -> None:
    """Makes .venv anew, in which `import klasgenoot` finds the folder src."""
    need(sys.executable, "-m", "venv", "--clear", VENV)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.check_output([PYTHON, "-c", where], text=True).strip()
    # A relative path is plain ASCII, whatever letters the folder above has in its name.
    Path(packages, "klasgenoot.pth").write_text(os.path.relpath(ROOT / "src", packages), "ascii")


def install(lock_file: Path) -> None:
    """Installs exactly what a lock file lists, as ready-made packages with the hashes it names."""
    say(f"Installing what {lock_file.name} lists: once, and it may take some minutes.")
    loudness = [] if sys.stdout.isatty() else ["--quiet"]
    exactly = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock_file)]
    need(PYTHON, "-m", "pip", "install", *loudness, *exactly)


def without_screen() -> dict[str, str]:
    """Qt draws in memory, unless the caller's environment says otherwise."""
    return {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}


def call(*words: str | Path, settings: dict[str, str] | None = None) -> int:
    """Runs a program in the project's folder and returns what it answered (0: all is well)."""
    settings = {"PIP_DISABLE_PIP_VERSION_CHECK": "1"} | (settings or {})
    return subprocess.run(words, cwd=ROOT, env=os.environ | settings, check=False).returncode


def need(*words: str | Path) -> None:
    """Runs a program without which there is no going on."""
    if call(*words):
        sys.exit(f"That did not work: {' '.join(map(str, words))}")


def say(sentence: str) -> None:
    """Prints at once, so that the order holds between our words and those of the programs."""
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
