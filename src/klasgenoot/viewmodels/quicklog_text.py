"""What stands in the quick log, where the cursor is, and how it reads now."""

from collections.abc import Sequence
from dataclasses import replace

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.quicklog import read_log
from klasgenoot.domain.quicklog_reading import Line, Reading
from klasgenoot.domain.quicklog_signs import lines_of, view_of
from klasgenoot.viewmodels.quicklog_draft import draft_of
from klasgenoot.viewmodels.quicklog_edits import Around, Edit, Place, line_around
from klasgenoot.viewmodels.quicklog_students import LogStudents
from klasgenoot.viewmodels.quicklog_words import is_clean
from klasgenoot.viewmodels.session import Session


class LogText:
    """The draft as it reads on this day with these students; read once for each change.

    Attributes:
        cursor: where the next letter comes.
    """

    def __init__(self, session: Session, students: LogStudents) -> None:
        self._session = session
        self._students = students
        self._draft = draft_of(session)
        self._reading: Reading | None = None
        self._view: str | None = None
        self.cursor = len(self._draft.text)

    @property
    def text(self) -> str:
        """What was typed."""
        return self._draft.text

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not self.text.strip()

    @property
    def reading(self) -> Reading:
        """What it reads as."""
        if self._reading is None:
            around = self._students.around
            known = frozenset((*(around.tags or ()), *self._draft.tags))
            self._reading = read_log(
                self.text,
                students=self._students.names,
                today=self._session.today(),
                literal=self._draft.literal,
                chosen=self._draft.chosen,
                around=replace(around, tags=known),
            )
        return self._reading

    def alone(self, text: str) -> tuple[Line, ...]:
        """What a text would read as if nothing else had been typed."""
        names, around = self._students.names, self._students.around
        today = self._session.today()
        return read_log(text, students=names, today=today, around=around).lines

    @property
    def clean(self) -> list[Line]:
        """The lines that can be saved as they are."""
        return [line for line in self.reading.lines if is_clean(line, colon=self.colon(line))]

    def line(self, at: int | None = None) -> Line | None:
        """The line with the cursor in it, or with the place `at`; None when it is empty."""
        start, end = self._bounds(at)
        return next((line for line in self.reading.lines if start <= line.start <= end), None)

    def named(self) -> tuple[StudentId, ...]:
        """Whom the line with the cursor is about."""
        line = self.line()
        return line.entry.student_ids if line and line.entry else ()

    def colon(self, line: Line) -> int | None:
        """Where the sentence of a line begins."""
        if self._view is None:
            self._view = view_of(self.text, self._draft.literal)
        at = self._view.find(":", line.start, line.end)
        return None if at < 0 else at

    def around(self, at: int | None = None) -> Around:
        """All that a wish about a line needs to know."""
        start, end = self._bounds(at)
        return Around(
            text=self.text,
            literal=self._draft.literal,
            start=start,
            end=end,
            line=self.line(at),
            names=self._students.names,
            students=self._students.by_id,
            chosen=self._draft.chosen,
        )

    def change(self, edit: Edit, *, cursor: int | None = None) -> None:
        """Does an edit; unless told where, the cursor stays with the text before it."""
        if cursor is None:
            moved = edit.moved((self.cursor, self.cursor))
            after = edit.start + len(edit.text)
            cursor = moved[0] if moved and self.cursor > edit.start else after
        self._draft.change(edit, about=self._students.about.lesson)
        self.read_anew()
        self.cursor = cursor

    def make_tag(self, text: str) -> None:
        """Lets a word with # before it be a tag from now on."""
        self._draft.tags = (*self._draft.tags, fold(text))
        self.read_anew()

    def unparse(self, place: Place) -> None:
        """Lets a recognised piece be plain text."""
        self._draft.literal = (*self._draft.literal, place)
        self.read_anew()

    def leave_out(self, lines: Sequence[Line]) -> None:
        """Takes lines out of the text, with what divides them from the others."""
        starts = [start for start, _ in lines_of(view_of(self.text, self._draft.literal))]
        for line in reversed(lines):
            later = [start for start in starts if start > line.start]
            end = later[0] if later else len(self.text)
            self.change(Edit(line.start, end, ""), cursor=line.start)
        kept = self.text.rstrip(" ;\n")
        self.change(Edit(len(kept), len(self.text), ""), cursor=len(kept))

    def read_anew(self) -> None:
        """The text, the students or the day changed."""
        self._reading = self._view = None

    def keep(self) -> Trouble | None:
        """Keeps the draft in the vault now; returns why it could not be kept."""
        return self._draft.keep()

    def _bounds(self, at: int | None) -> Place:
        at = self.cursor if at is None else at
        return line_around(self.text, at=at, literal=self._draft.literal)
