"""Real portraits on printed photo lists of four layouts: each comes back with its own name."""

import csv
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from klasgenoot.exchange.photo_lists import read_photo_lists
from klasgenoot.exchange.source_files import SourceFile
from made_files import real_input

PRINTER = Path(__file__).parents[1] / "print_photo_list.py"


def people() -> list[tuple[str, Path]]:
    """Names and portraits; skips where they are missing."""
    folder, names = real_input("portraits"), real_input("people.csv")
    with names.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(row["full"], folder / f"{row['id']}.jpg") for row in rows]


def thumb(data: bytes) -> bytes:
    return Image.open(BytesIO(data)).convert("RGB").resize((12, 15)).tobytes()


def printed(target: Path, *, side: str) -> None:
    """A list printed by Qt in a process of its own: fonts of other tests change what it writes."""
    done = subprocess.run(
        [sys.executable, str(PRINTER), str(target), side],
        input="\n".join(f"{name}\t{portrait}" for name, portrait in people()),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("side", ["below", "middle", "above", "right"])
def test_real_portraits_come_back_with_their_own_names(side: str, tmp_path: Path) -> None:
    those = people()
    printed(tmp_path / "lijst.pdf", side=side)
    data = (tmp_path / "lijst.pdf").read_bytes()
    found = read_photo_lists(
        [SourceFile("lijst.pdf", lambda size: data[:size])],
        on_progress=lambda *_: None,
        is_cancelled=lambda: False,
    ).people
    known = {name: thumb(portrait.read_bytes()) for name, portrait in those}
    numbers = {f"{500_100 + n}": name for n, (name, _) in enumerate(those)}
    assert len(found) == len(those) > 20
    for each in found:
        assert each.picture is not None
        shown = thumb(each.picture.large)
        off = {
            name: sum(abs(a - b) for a, b in zip(shown, other, strict=True))
            for name, other in known.items()
        }
        assert min(off, key=off.__getitem__) == numbers[each.caption.student_number]
        assert each.caption.name == numbers[each.caption.student_number]
