"""Classes to measure with, made in code: photos of faces' size, a list, a data folder full of them."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from klasgenoot.app.clock import now
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import ClassId, Student, StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.exchange.photos import read_photo
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.import_class import Arrival, import_class
from klasgenoot.operations.practice import answer_card
from klasgenoot.store import students
from klasgenoot.store.database import Vault
from klasgenoot.store.keys import key_for
from klasgenoot.store.opening import make_folder, open_vault

if TYPE_CHECKING:
    from PIL.Image import Image

SIZES = (30, 120, 500)
"""A class, a teacher's year, more than any teacher has."""
PHOTO = (450, 550)
"""Width and height of a photo as schools hand them out, in pixels; it weighs some 48 kB."""

_GIVEN = (
    *("Sanne", "Milan", "Noor", "Łukasz", "Zoë", "Daniël", "Esmée", "Yağmur", "Jort", "Fenna"),
    *("Imane", "Bram", "Chidera", "Siebe", "Aaliyah", "Mateo", "Ruben", "Lisa", "Timo", "Naomi"),
)
_FAMILY = (
    *("Hoekstra", "van der Berg", "Aydın", "Kowalski", "de Wit", "Peters", "Groot", "Demir"),
    *("Postma", "Dijkstra", "Benali", "Mulder", "Okafor", "Visser", "Bijlhout", "García", "Smit"),
    *("van 't Hoff", "Bakker", "Pinas", "el Amrani", "Brouwer", "ter Horst", "Jansen", "Yılmaz"),
)


def names() -> Iterator[tuple[str, str]]:
    """Given and family names; the first 500 pairs all differ."""
    return ((given, family) for family in _FAMILY for given in _GIVEN)


@cache
def photo(number: int) -> bytes:
    """A JPEG with as much in it as a photo: soft shapes, and the grain of a camera on them."""
    from PIL import Image, ImageChops

    chance = Random(number)
    shapes = _noise((9, 11), chance).resize(PHOTO, Image.Resampling.BICUBIC)
    details = _noise((90, 110), chance).resize(PHOTO, Image.Resampling.BICUBIC)
    grain = _noise(PHOTO, chance)
    picture = Image.blend(Image.blend(shapes, details, 0.22), grain, 0.05)
    held = BytesIO()
    ImageChops.multiply(picture, picture).save(held, "JPEG", quality=85)
    return held.getvalue()


def real_portraits() -> tuple[bytes, ...]:
    """Portraits of real people, where they lie beside the project; they never go into it."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "testdata" / "portraits"
    return tuple(path.read_bytes() for path in sorted(folder.glob("*.jpg")))


def write_class(folder: Path, *, size: int, portraits: Sequence[bytes] = ()) -> None:
    """A list and photos, as they come from school: `folder/class.csv` and a JPEG for each number.

    The portraits go round; without any, each photo is made in code.
    """
    folder.mkdir()
    rows = ["studentnummer;roepnaam;achternaam"]
    for number, (given, family) in zip(range(size), names(), strict=False):
        rows.append(f"{700_000 + number};{given};{family}")
        data = portraits[number % len(portraits)] if portraits else photo(number)
        (folder / f"{700_000 + number}.jpg").write_bytes(data)
    (folder / "class.csv").write_text("\n".join(rows), encoding="utf-8")


def fill_folder(folder: Path, *, size: int) -> None:
    """A data folder with one class: a photo, three contacts and some answers for each student."""
    make_folder(folder)
    vault = open_vault(folder, key=key_for(folder))
    fill(vault, size=size)
    vault.close()


def fill(vault: Vault, *, size: int) -> ClassId:
    """The same in an open vault. Nothing of it is left to undo."""
    desk, today = Desk(vault), now().date()
    class_id = desk.do(
        import_class, arrivals=_arrivals(size), joined=today, class_name="CMV-1B"
    ).result.class_id
    ids = [student.id for student in students.all_students(vault, class_id=class_id)]
    drafts = [
        ContactDraft(
            student_ids=(who,),
            happened_on=today - timedelta(days=(7 * place + 17 * turn) % 50),
            kind=ContactKind.BRIEF,
            text="Wil een voorbeeld van een portfolio zien.",
        )
        for place, who in enumerate(ids)
        for turn in range(3)
    ]
    desk.do(log_contact, drafts=drafts)
    for who in ids[::2]:
        _answer(desk, who)
    vault.journal.forget()
    return class_id


def _arrivals(size: int) -> list[Arrival]:
    return [
        Arrival(
            student=Student(id=StudentId(0), given_name=given, family_name=family),
            picture=read_photo(photo(number), source=str(number)),
        )
        for number, (given, family) in zip(range(size), names(), strict=False)
    ]


def _answer(desk: Desk, who: StudentId) -> None:
    outcome = Outcome(verdict=Verdict.RIGHT)
    desk.do(
        answer_card,
        student_id=who,
        direction=Direction.FACE_TO_NAME,
        outcome=outcome,
        rating=Rating.GOOD,
        at=now() - timedelta(days=2),
    )


def _noise(size: tuple[int, int], chance: Random) -> "Image":
    from PIL import Image

    return Image.frombytes("RGB", size, chance.randbytes(size[0] * size[1] * 3))
