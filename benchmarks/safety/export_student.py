"""How long does the export of one student take, and is it whole? 500 students, one full term.

python benchmarks/safety/export_student.py

Reads everything about one student, puts letters in place of 499 others in every text, and writes
the PDF and the JSON. Beside it stands the bare cost: reading the same rows. Ends with 1 when it
takes over ten seconds, when a text is missing, or when anybody else's name is in either file.
"""

import json
import os
import sys
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.desk import Desk
from klasgenoot.store.access import rows_about
from klasgenoot.store.database import Vault
from klasgenoot.store.opening import open_vault
from klasgenoot.ui.kit.look import make_look
from klasgenoot.ui.kit.paper import write_paper
from klasgenoot.ui.pages.access.on_paper import paragraphs
from klasgenoot.viewmodels.access import AccessViewModel
from klasgenoot.viewmodels.session import Session

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
from made_vaults import KEY, NOW, filled

from read_pdf import pdf_pages

ME = StudentId(7)
ROUNDS = 5
BUDGET = 10.0
TERM = 120
"""Contacts with this one student; every third is shared and names two others."""
RESOURCES = Path(__file__).parents[2] / "resources"


def main() -> int:
    """Prints a table; 1 when the promise is broken."""
    _ = QApplication.instance() or QApplication(["klasgenoot"])
    with TemporaryDirectory() as folder:
        return _measure(Path(folder))


def _measure(folder: Path) -> int:
    vault = filled(folder / "data")
    vault.close()
    vault = open_vault(folder / "data", key=KEY)
    chance = Random(7)
    with vault.journal.step(Deed.FILL_SAMPLE):
        names = _name_everybody(vault, chance)
        written = _full_term(vault, chance, names)
    session = Session(Desk(vault), clock=lambda: NOW)
    look = make_look(RESOURCES, theme="light", load_photo=lambda _photo, _large: b"")
    pdf, whole = folder / "inzage.pdf", []
    bare = [_timed(lambda: rows_about(vault, ME, names=frozenset({"x"}))) for _ in range(ROUNDS)]
    for _ in range(ROUNDS):
        start = perf_counter()
        shown = AccessViewModel(session)
        shown.open(ME)
        data = shown.json_text()
        write_paper(look, pdf, title="x", paragraphs=paragraphs(shown), foot="{page}/{pages}")
        whole.append(perf_counter() - start)
    pages = pdf_pages(pdf.read_bytes())
    text = " ".join(" ".join(pages).split())
    others = {name for who, name in names.items() if who != ME}
    missing = [line for line in written if line not in text or line not in data]
    found = [name for name in others if name in text or name in data]
    rows = sum(len(each) for each in json.loads(data)["kept"].values())
    print(f"500 students, 20,000 contacts; {rows} rows about one; medians of {ROUNDS}")
    print(f"reading the rows alone            {1000 * median(bare):8.0f} ms")
    print(f"everything, PDF and JSON          {1000 * median(whole):8.0f} ms of {BUDGET:.0f} s")
    print(
        f"PDF {pdf.stat().st_size / 1000:.0f} kB, {len(pages)} pages; JSON {len(data) / 1000:.0f} kB"
    )
    print(f"texts missing of {len(written)}: {len(missing)}; names of 499 others: {len(found)}")
    vault.close()
    return int(bool(missing or found or median(whole) > BUDGET))


def _timed(job: object) -> float:
    start = perf_counter()
    job()  # type: ignore[operator]  # any callable
    return perf_counter() - start


def _name_everybody(vault: Vault, chance: Random) -> dict[StudentId, str]:
    """A name of its own for each, of letters that stand in no other word."""
    names = {}
    for (who,) in vault.rows("SELECT id FROM students"):
        name = "".join(chance.choice("bdfgkpvwxz") for _ in range(9)).title()
        names[StudentId(who)] = name
        vault.connection.execute(
            "UPDATE students SET given_name = ?, family_name = ? WHERE id = ?",
            (name, f"{name[::-1].title()}", who),
        )
    return names


def _full_term(vault: Vault, chance: Random, names: dict[StudentId, str]) -> list[str]:
    """Contacts, promises and answers of a term; gives the words that must come out."""
    written = []
    for number in range(TERM):
        contact_id, day = 100_000 + number, date(2026, 9, 1) + timedelta(days=number % 80)
        words = f"regel{number:03d} over de stage"
        text = words
        if number % 3 == 0:
            one, other = chance.sample([who for who in names if who != ME], 2)
            text = f"{words} met {names[one]} en {names[other].lower()}"
        vault.connection.execute(
            "INSERT INTO contacts (id, happened_on, kind, text) VALUES (?, ?, 'talk', ?)",
            (contact_id, day.isoformat(), text),
        )
        vault.connection.execute(
            "INSERT INTO contact_students (contact_id, student_id, private_text) VALUES (?, ?, ?)",
            (contact_id, ME, f"apart{number:03d}"),
        )
        vault.connection.execute(
            "INSERT INTO answers (student_id, direction, mode, answered_at, verdict, said_student_id,"
            " hinted, guessed, seconds, rating)"
            " VALUES (?, 'face_to_name', 'typed', ?, 'right', NULL, 0, 0, 2.5, 3)",
            (ME, f"{day.isoformat()}T10:00:00+00:00"),
        )
        written += [words, f"apart{number:03d}"]
    return written


if __name__ == "__main__":
    sys.exit(main())
