"""What does one deed cost beside the bare write? Logged, journalled and durable, and taken back."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from figures import Figure, medians
from made_classes import SIZES, fill
from sqlcipher3.dbapi2 import Connection

from klasgenoot.app.clock import now
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.store import students
from klasgenoot.store.opening import open_vault

ROUNDS = 41
KEY = "00" * 32


def measure() -> Iterator[Figure]:
    """One contact with one student, on an encrypted file on disk."""
    for size in SIZES:
        with TemporaryDirectory() as ours, TemporaryDirectory() as bare:
            yield from _figures(Path(ours), Path(bare), size=size)


def _figures(ours: Path, bare: Path, *, size: int) -> Iterator[Figure]:
    vault, plain = open_vault(ours, key=KEY), open_vault(bare, key=KEY)
    fill(vault, size=size)
    desk = Desk(vault)
    who = students.all_students(vault)[0].id
    draft = ContactDraft(student_ids=(who,), happened_on=now().date(), text="Kwam even langs.")
    plain.connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, words TEXT)")
    took = medians(
        {
            "bare": _insert(plain.connection),
            "logged": lambda: desk.do(log_contact, drafts=[draft]),
            "undone": desk.undo,
        },
        rounds=ROUNDS,
    )
    for what, name in (("a contact logged", "logged"), ("the same undone", "undone")):
        yield Figure(
            what=what,
            size=f"{size} students",
            ours=took[name],
            yardstick=took["bare"],
            beside="one INSERT and commit in such a file",
        )
    vault.close()
    plain.close()


def _insert(connection: Connection) -> Callable[[], None]:
    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare (words) VALUES ('Kwam even langs.')")
        connection.commit()

    return insert
