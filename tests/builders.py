"""Small worlds for tests: a class with students, a picture, the whole content of a vault."""

from datetime import date

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.people import ClassId, Student, StudentId
from klasgenoot.domain.sweep import SweepResult
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk, deed
from klasgenoot.operations.students import add_student
from klasgenoot.store.database import Vault
from klasgenoot.store.sweeps import add_sweep

TODAY = date(2026, 10, 29)

NAMES = (
    ("Sanne", "", "Hoekstra"),
    ("Milan", "van der", "Berg"),
    ("Noor", "", "Aydın"),
    ("Łukasz", "", "Kowalski"),
    ("Zoë", "de", "Wit"),
)


def student(number: int = 0, **changes: object) -> Student:
    """A student as a draft: the names above by number."""
    given, infix, family = NAMES[number % len(NAMES)]
    values: dict[str, object] = {"given_name": given, "infix": infix, "family_name": family}
    return Student(id=StudentId(0), **(values | changes))


def school_class(
    desk: Desk, *, size: int = 5, name: str = "CMV-1B"
) -> tuple[ClassId, list[StudentId]]:
    """A class with `size` students, done through the desk."""
    class_id = desk.do(add_class, name=name, first_lesson=date(2026, 9, 1)).result
    ids = [
        desk.do(add_student, class_id=class_id, draft=student(i), joined=date(2026, 9, 1)).result
        for i in range(size)
    ]
    return class_id, ids


@deed(Deed.KEEP_SWEEP)
def sweep_kept(vault: Vault, *, class_id: ClassId, result: SweepResult) -> None:
    """Keeps how a sweep went, without its answers."""
    add_sweep(vault, class_id=class_id, result=result)


def content(vault: Vault) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, index included: two equal contents are one database."""
    names = [
        row[0]
        for row in vault.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE 'words_%' AND name NOT LIKE '\\_%' ESCAPE '\\'"
        )
    ]
    return {name: sorted(vault.rows(f"SELECT rowid, * FROM {name}"), key=repr) for name in names}
