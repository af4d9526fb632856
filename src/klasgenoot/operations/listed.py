"""Everybody on photo lists, as a class list and the photos that go with its lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from klasgenoot.domain.columns import Table, forbidden_columns
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.exchange.photo_lists import OnPaper
from klasgenoot.exchange.photos import Picture

_HEADER = ("Naam", "Studentnummer", "E-mailadres", "Klas")
"""As every list has it; the words are those that our reader knows, in no language of the screen."""


@dataclass(frozen=True, slots=True)
class ListedPhoto:
    """A photo on a photo list. `line` is that of its owner in the table; 0 without a caption."""

    name: str
    stem: str
    picture: Picture
    line: int
    file: str
    page: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A photo list as a table, None without a single name; its photos; and what to say of them."""

    table: Table | None
    photos: tuple[ListedPhoto, ...]
    remarks: tuple[Remark, ...] = ()


def listed_on(people: Sequence[OnPaper]) -> Listed:
    """The table and the photos of everybody on photo lists."""
    rows, lines = [], []
    photos: list[ListedPhoto] = []
    for line, each in enumerate(people, start=2):
        said = each.caption
        cells = (said.name, said.student_number, said.email, said.class_name)
        if said.name:
            rows.append(cells)
            lines.append(line)
        if each.picture is not None:
            stem = " ".join(filter(None, (said.student_number, said.name)))
            place = f"{each.file}, {each.page}"
            name = f"{place}: {stem}" if stem else place
            own = line if said.name else 0
            photos.append(ListedPhoto(name, stem, each.picture, own, each.file, each.page))
    remarks = _cut_off(people)
    if not rows:
        return Listed(None, tuple(photos), remarks)
    never = forbidden_columns((), rows)  # by its content: a column of citizen numbers
    used = [
        column
        for column in range(len(_HEADER))
        if column not in never and any(row[column] for row in rows)
    ]
    table = Table(
        header=tuple(_HEADER[column] for column in used),
        rows=tuple(tuple(row[column] for column in used) for row in rows),
        lines=tuple(lines),
        source=people[0].file,
    )
    return Listed(table, tuple(photos), remarks)


def _cut_off(people: Sequence[OnPaper]) -> tuple[Remark, ...]:
    """Whose photo stands partly off a page; without a name, on which page that is."""
    cut = [each.caption.name or f"{each.file}, {each.page}" for each in people if each.is_cut]
    return (Remark(RemarkKind.CUT_OFF, len(cut), ", ".join(dict.fromkeys(cut))),) if cut else ()
