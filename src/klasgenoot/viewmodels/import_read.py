"""What was read for an import, as the page shows it before anything is said about it."""

from itertools import islice

from PySide6.QtCore import QObject, Signal

from klasgenoot.domain.columns import Field
from klasgenoot.domain.people import Crop, PhotoId
from klasgenoot.domain.portrait import default_crop
from klasgenoot.domain.roster import RosterRow
from klasgenoot.operations.proposing import Proposal
from klasgenoot.operations.reading import Found
from klasgenoot.viewmodels.import_photos import shown_bytes
from klasgenoot.viewmodels.import_remarks import remark_words, strange_words
from klasgenoot.viewmodels.import_said import SaidOfPeople
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words

SAMPLE_ROWS = 4
"""So many rows of the list are shown under its columns."""


class WhatWasRead(QObject):
    """The list and the photos of one import, and what they come to.

    Attributes:
        found: what was read; None before that.
        fields: what each column holds.
        proposal: what would be taken in; None while the list does not hold together.

    Signals:
        changed: another step, or something in this one.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.forget_read()

    def forget_read(self) -> None:
        """Drops it."""
        self.found: Found | None = None
        self.fields: tuple[Field, ...] = ()
        self.proposal: Proposal | None = None
        self._said = SaidOfPeople()

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns as the list has them; empty texts where it has none."""
        if self.found is None or self.found.table is None:
            return ()
        return self.found.table.header or ("",) * len(self.fields)

    @property
    def sample(self) -> tuple[tuple[str, ...], ...]:
        """The first students of the list, without what systems write between them and the header.

        Without any, the first rows of it.
        """
        table = self.found.table if self.found else None
        if table is None:
            return ()
        lines = {row.line for row in self.rows}
        rows = zip(table.lines, table.rows, strict=True)
        students = tuple(islice((row for line, row in rows if line in lines), SAMPLE_ROWS))
        return students or table.rows[:SAMPLE_ROWS]

    @property
    def rows(self) -> tuple[RosterRow, ...]:
        """The students of the list."""
        return self.proposal.rows if self.proposal else ()

    @property
    def are_nameless(self) -> bool:
        """Whether photos are all there is, and they say numbers and no names."""
        names = [row.full_name for row in self.rows]
        is_alone = self.found is not None and self.found.table is None
        return is_alone and bool(names) and not any(map(str.isalpha, "".join(names)))

    @property
    def left_out(self) -> frozenset[int]:
        """The places of the rows that the teacher leaves out."""
        out = self._said.left_out
        return frozenset(place for place, row in enumerate(self.rows) if row.mark in out)

    def leave_out(self, place: int, *, is_out: bool) -> None:
        """Says whether somebody in the list stays out: a teacher among the students, a guest."""
        self._said.leave_out(self.rows[place].mark, is_out=is_out)
        self.changed.emit()

    @property
    def refused(self) -> tuple[str, ...]:
        """Why some files cannot be used, in words."""
        return tuple(trouble_words(each) for each in self.found.refused) if self.found else ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What to know of how the list was read, in words."""
        return remark_words(self.found.table if self.found else None, self.proposal)

    @property
    def strange_photos(self) -> str:
        """That not one photo belongs to anybody, in words; empty when one does."""
        return strange_words(self.found, self.proposal)

    def photo_bytes(self, photo: PhotoId, *, large: bool) -> bytes:
        """A photo that was read and is not kept yet, or one of the vault."""
        return shown_bytes(self._session.vault, self.found, photo, large=large)

    def crop_of(self, photo: int) -> Crop | None:
        """The portrait in a photo that was read: the one it came with, else the usual one."""
        if self.found is None:
            return None
        one = self.found.photos[photo]
        return one.crop or default_crop(one.picture.width, one.picture.height)
