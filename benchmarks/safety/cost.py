"""What does safety cost: a saved deed beside the same deed in a file without a key?

python benchmarks/safety/cost.py [rounds]

The same SQLite, the same settings and the same deed, in turn: one file has a key, the other none.
"""

import sys
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import sqlcipher3.dbapi2 as driver
from made_vaults import KEY
from promises import at_most, tell, times

from klasgenoot.domain.people import Student, StudentId
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.students import add_student
from klasgenoot.store import connecting
from klasgenoot.store.database import Vault
from klasgenoot.store.migrations import migrate
from klasgenoot.store.opening import open_vault

DAY = date(2026, 11, 2)


def main(words: list[str]) -> int:
    """Prints both and their ratio; 1 when it is over the budget."""
    rounds = times(words, full=600, quick=150)
    with TemporaryDirectory() as place:
        ours = Desk(open_vault(Path(place, "keyed"), key=KEY))
        plain = Desk(_without_key(Path(place, "plain")))
        drafts = {desk: _class_of(desk) for desk in (ours, plain)}
        took: dict[Desk, list[float]] = {ours: [], plain: []}
        for _ in range(rounds):
            for desk, draft in drafts.items():
                began = perf_counter()
                desk.do(log_contact, drafts=[draft])
                took[desk].append((perf_counter() - began) * 1_000)
        for desk in drafts:
            desk.vault.connection.close()
    keyed, bare = median(took[ours]), median(took[plain])
    print(f"  with a key {keyed:.2f} ms, without {bare:.2f} ms; medians of {rounds}")
    return tell(at_most("a deed saved, as a multiple of plain SQLite", keyed / bare, 2, "×"))


def _without_key(folder: Path) -> Vault:
    folder.mkdir()
    connection = driver.connect(str(folder / "plain.db"))
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    for pragma in connecting._PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    import sqlite_utils

    migrate(sqlite_utils.Database(connection, execute_plugins=False))
    return Vault(connection, folder / "plain.db", "")


def _class_of(desk: Desk) -> ContactDraft:
    class_id = desk.do(add_class, name="CMV-1B").result
    ids = [
        desk.do(
            add_student,
            class_id=class_id,
            draft=Student(id=StudentId(0), given_name=f"Naam{number}"),
            joined=DAY,
        ).result
        for number in range(4)
    ]
    return ContactDraft(
        student_ids=tuple(ids), happened_on=DAY, text="kwam langs over het portfolio", follow_up=DAY
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
