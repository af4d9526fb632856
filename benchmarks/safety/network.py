"""Is there ever an internet socket, and does all work without any network, or any module for one?

python benchmarks/safety/network.py [--quick]

The whole test suite of the window runs in a name space without a network (`unshare -n`), while
every socket that any of its processes asks for is written down (`strace`; without it, `disk.c`).
Then the scripted day is lived once more in a Python that cannot import a module for a network, and
the list of files of the bundle is looked through, if one was built. `--quick` traces that day only.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from preloaded import library
from promises import QUICK, Promise, all_of, left_out, none_of, tell

ROOT = Path(__file__).resolve().parents[2]
TESTS = ("tests/ui", "tests/viewmodels", "tests/app")
INTERNET = re.compile(r"socket\(AF_(INET6?|PACKET|NETLINK)|^(2|10) ", re.MULTILINE)
MODULES = ("socket", "_socket", "ssl", "_ssl", "http", "asyncio", "PySide6.QtNetwork")
IN_BUNDLE = re.compile(
    r"QtNetwork|Qt6?Network|_socket\b|_ssl\b|libssl|networkinformation|plugins/tls"
)
WITHOUT = """
import runpy, sys
for name in {modules!r}:
    sys.modules[name] = None
sys.path.insert(0, {here!r})
sys.argv = ["a_day.py", *sys.argv[1:]]
runpy.run_path({here!r} + "/a_day.py", run_name="__main__")
"""


def main(words: list[str]) -> int:
    """Prints what was found; 1 when there was a socket."""
    is_quick = QUICK in words
    with tempfile.TemporaryDirectory() as place:
        rows = [_day(Path(place))]
        what = "the scripted day" if is_quick else f"the tests of the window ({' '.join(TESTS)})"
        rows += _traced(Path(place), what, is_quick=is_quick)
    return tell(*rows, _bundle())


def _traced(place: Path, what: str, *, is_quick: bool) -> list[Promise]:
    """Runs it cut off from the network, with every socket written down."""
    out, environment = place / "sockets", os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = (
        _day_command(place, "traced")
        if is_quick
        else [sys.executable, "-m", "pytest", "-q", *TESTS]
    )
    cut = ["unshare", "--net"] if _works(["unshare", "--net", "true"]) else []
    if not cut and _works(["unshare", "--map-root-user", "--net", "true"]):
        cut = ["unshare", "--map-root-user", "--net"]
    if shutil.which("strace"):
        follow = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket", "-o", str(out)]
        how = "strace"
    else:
        built = library(place)
        if built is None:
            return [left_out("internet sockets", "needs strace or a C compiler")]
        environment |= {"LD_PRELOAD": str(built), "DISK_SOCKETS": str(out)}
        follow, how = [], "disk.c"
    ran = subprocess.run(
        [*cut, *follow, *command],
        env=environment,
        input=json.dumps(_WORDS) if is_quick else "",
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    last = (ran.stdout.strip().splitlines() or [""])[-1]
    asked = out.read_text() if out.exists() else ""
    sockets = len(INTERNET.findall(asked))
    print(f"  {how}: {asked.count('socket(')} sockets asked for, {sockets} of the internet")
    print(f"  {last[:100]}")
    passed = ran.returncode == 0
    if not passed:
        print(ran.stdout[-3000:], ran.stderr[-3000:])
    return [
        Promise(f"internet sockets during {what}", f"{sockets} ({how})", "0", sockets == 0),
        all_of(f"{what}, cut off from any network (unshare --net)", int(passed), 1)
        if cut
        else left_out(f"{what}, cut off from any network", "unshare is not allowed here"),
    ]


_WORDS = {
    word: f"Woord{number}"
    for number, word in enumerate(
        ("name", "family", "class", "own note", "group note", "contact", "draft", "searched for")
    )
}


def _day_command(place: Path, name: str, *before: str) -> list[str]:
    from traces import _plant

    given = place / f"given-{name}"
    _plant(given, _WORDS)
    script = before or (str(Path(__file__).with_name("a_day.py")),)
    return [sys.executable, *script, str(place / name), "vier eenden", str(given)]


def _day(place: Path) -> Promise:
    """Lives the day in a Python in which every module for a network is missing."""
    here = str(Path(__file__).resolve().parent)
    code = WITHOUT.format(modules=MODULES, here=here)
    ran = subprocess.run(
        _day_command(place, "without", "-c", code),
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        input=json.dumps(_WORDS),
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        print(ran.stderr[-3000:])
    return all_of("the scripted day without any module for a network", ran.returncode == 0, 1)


def _bundle() -> Promise:
    bundle = ROOT / "dist" / "klasgenoot"
    if not bundle.is_dir():
        return left_out("modules for a network in the bundle", "build one first: make package")
    files = [str(path.relative_to(bundle)) for path in bundle.rglob("*")]
    found = [path for path in files if IN_BUNDLE.search(path)]
    print(*(f"    {path}" for path in found), sep="\n")
    return none_of("files for a network in the bundle", len(found), len(files))


def _works(command: list[str]) -> bool:
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
