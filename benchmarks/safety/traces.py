"""Does anything of a day's work stand in a file that is not encrypted, anywhere on the machine?

python benchmarks/safety/traces.py [--quick]

Words and photos that occur nowhere else are planted; the real app imports, practises, writes,
searches, crashes, backs up and locks with them (`a_day.py`). Then every file on the machine that was
changed since is read: words as UTF-8 and both UTF-16, pieces of the photos as they came and as they
are kept. `--quick` reads the data, home and temporary folders only.
"""

import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from promises import QUICK, none_of, tell

PIECE, PIECES = 24, 12
"""Bytes of a photo that are looked for, and from how many places."""
NOT_FILES = ("/proc", "/sys", "/dev", "/run/systemd")
AT_ONCE = 1 << 24
WORDS = ("name", "family", "class", "own note", "group note", "contact", "draft", "searched for")


def main(words: list[str]) -> int:
    """Prints what was found; 1 when anything was."""
    with tempfile.TemporaryDirectory() as place:
        given, data = Path(place, "given"), Path(place, "data")
        needles = {word: f"Q{secrets.token_hex(6)}" for word in WORDS}
        photos = _plant(given, needles)
        since = time.time() - 1
        phrase = f"schapen drinken {secrets.token_hex(4)}"
        told = _live(data, given, needles, phrase)
        wanted = {word: text.encode() for word, text in needles.items()} | {
            "passphrase": phrase.encode()
        }
        looked_for = [
            *(text.decode().encode(form) for text in wanted.values() for form in _FORMS),
            *(piece for photo in photos for piece in _pieces(photo)),
            *(piece for photo in told["photos"] for piece in _pieces(bytes.fromhex(photo))),
        ]
        places = [data, Path.home(), Path(tempfile.gettempdir())] if QUICK in words else [Path("/")]
        seen = sum(_hits(path, looked_for)[0] for path in given.iterdir())
        files = found = size = 0
        for path in _changed(places, since=since, but=given):
            hits, length = _hits(path, looked_for)
            files, size = files + 1, size + length
            if hits:
                print(f"    {hits} in {path}")
            found += hits
    titles = sum(text in title for title in told["titles"] for text in needles.values())
    print(f"  {files:,} files, {size / 1e6:,.0f} MB, {len(looked_for)} needles; {told['written']}")
    print(f"  to see that it would be noticed: {seen} in what was imported")
    if not all(told["written"]) or not told["locked"] or not seen:
        print("  the day did not come to its end")
        return 1
    where = "in the data, home and temporary folders" if QUICK in words else "on the machine"
    return tell(
        none_of(f"planted words and photos in files changed {where}", found, files),
        none_of("names in window titles", titles, len(told["titles"])),
    )


_FORMS = ("utf-8", "utf-16-le", "utf-16-be")


def _plant(given: Path, needles: dict[str, str]) -> list[bytes]:
    """A class list with three students, and photos named after them; the photos."""
    from PIL import Image

    given.mkdir()
    people = [
        (needles["name"], needles["family"]),
        *((f"Z{secrets.token_hex(4)}", f"Y{secrets.token_hex(4)}") for _ in range(2)),
    ]
    photos = []
    lines = ["Voornaam;Achternaam;E-mail"]
    for first, family in people:
        lines.append(f"{first};{family};{first}@student.example")
        buffer = BytesIO()
        noise = Image.frombytes("RGB", (150, 200), secrets.token_bytes(150 * 200 * 3))
        noise.resize((600, 800)).save(buffer, "JPEG", quality=80)
        (given / f"{first} {family}.jpg").write_bytes(buffer.getvalue())
        photos.append(buffer.getvalue())
    (given / "lijst.csv").write_text("\n".join(lines), encoding="utf-8")
    return photos


def _live(data: Path, given: Path, needles: dict[str, str], phrase: str) -> dict[str, list[str]]:
    script = Path(__file__).with_name("a_day.py")
    ran = subprocess.run(
        [sys.executable, "-B", str(script), str(data), phrase, str(given)],
        input=json.dumps(needles),
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
    )
    if ran.returncode:
        raise SystemExit(ran.stderr)
    if any(text in ran.stderr for text in needles.values()):
        print("    words on standard error")
    told: dict[str, list[str]] = json.loads(ran.stdout.splitlines()[-1])
    return told


def _pieces(photo: bytes) -> list[bytes]:
    """Pieces from all over a photo; not from its beginning, which many share."""
    start = len(photo) // 8
    step = (len(photo) - start - PIECE) // PIECES
    return [photo[at : at + PIECE] for at in range(start, start + step * PIECES, step)]


def _changed(places: list[Path], *, since: float, but: Path) -> Iterator[Path]:
    """Every file that was written or renamed since."""
    own = (*NOT_FILES, str(but))
    waiting = [str(place) for place in places]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue
        for entry in entries:
            if entry.path.startswith(own) or entry.is_symlink():
                continue
            try:
                if entry.is_dir():
                    waiting.append(entry.path)
                elif entry.is_file() and entry.stat().st_ctime >= since:
                    yield Path(entry.path)
            except OSError:
                continue


def _hits(path: Path, needles: list[bytes]) -> tuple[int, int]:
    """How many needles stand in a file, and how long it is."""
    found, length, tail = 0, 0, b""
    try:
        with path.open("rb") as file:
            while part := file.read(AT_ONCE):
                length += len(part)
                whole = tail + part
                found += sum(needle in whole for needle in needles)
                tail = whole[-64:]
    except OSError:
        return 0, 0
    return found, length


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
