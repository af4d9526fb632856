"""Class lists, folders and whole imports for tests."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from builders import TODAY
from klasgenoot.domain.people import ClassId, Student
from klasgenoot.operations.desk import Desk, Done
from klasgenoot.operations.import_class import Imported, import_class
from klasgenoot.operations.proposing import arrivals_of, likely_class, propose
from klasgenoot.operations.reading import Found, columns_of, read_import
from klasgenoot.store import school_classes, students
from made_files import encoded, folder, picture

HEADER = "Studentnummer;Roepnaam;Tussenvoegsel;Achternaam;E-mail;Klas"
PEOPLE = (
    "500123;Sanne;;Hoekstra;sanne@school.nl;CMV-1B",
    "500124;Milan;van der;Berg;milan@school.nl;CMV-1B",
    "500125;Noor;;Aydın;noor@school.nl;CMV-1B",
)


def rows(*lines: str, header: str = HEADER) -> bytes:
    """A class list as a spreadsheet program writes it."""
    return "\r\n".join((header, *lines)).encode()


def portrait(shade: int) -> bytes:
    """A portrait that no other shade gives: its own bytes, its own photo."""
    image = picture(80, 100)
    image.paste((shade * 37 % 256, shade * 91 % 256, 90), (20, 30, 60, 70))
    return encoded(image)


def class_folder(path: Path, *, list_name: str = "klas.csv", photos: int = 3) -> Path:
    """A folder with the list above and photos named after the numbers in it."""
    files = {list_name: rows(*PEOPLE)}
    for place, line in enumerate(PEOPLE[:photos]):
        files[f"fotos/{line.partition(';')[0]}.jpg"] = portrait(place)
    return folder(path, files)


def read(*paths: Path, is_cancelled: Callable[[], bool] = lambda: False) -> Found:
    """Reads what was dropped."""
    return read_import(paths, on_progress=lambda _done, _total: None, is_cancelled=is_cancelled)


def take_in(
    desk: Desk, *paths: Path, class_id: ClassId | None = None, **arguments: Any
) -> Done[Imported]:
    """The whole import without a teacher: read, propose, keep."""
    found = read(*paths)
    fields = columns_of(desk.vault, found.table) if found.table else ()
    where = class_id or likely_class(desk.vault, found, fields=fields)
    proposal = propose(desk.vault, found, fields=fields, class_id=where)
    return desk.do(
        import_class,
        arrivals=arrivals_of(proposal, found),
        joined=TODAY,
        class_id=where,
        class_name=proposal.class_name,
        **arguments,
    )


def called(desk: Desk, name: str) -> Student:
    """The one student with this call name or given name."""
    (student,) = (known for known in students.all_students(desk.vault) if known.name == name)
    return student


def names_in(desk: Desk, class_name: str) -> list[str]:
    """Who is in a class, by family name."""
    (found,) = (c for c in school_classes.all_classes(desk.vault) if c.name == class_name)
    return full_names(students.all_students(desk.vault, class_id=found.id))


def full_names(those: Iterable[Student]) -> list[str]:
    """Names in reading order."""
    return [student.full_name for student in those]
