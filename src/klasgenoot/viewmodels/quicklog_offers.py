"""What the quick log offers: names, tags and classes for what is typed, and who else to log."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.completion import complete
from klasgenoot.domain.completion_signs import complete_sign
from klasgenoot.domain.quicklog_reading import Line, ProblemKind, Reading
from klasgenoot.domain.quicklog_signs import GROUP
from klasgenoot.viewmodels.quicklog_rows import (
    Candidate,
    NameCandidate,
    NewTag,
    SignCandidate,
    Suggestion,
)
from klasgenoot.viewmodels.quicklog_students import LogStudents
from klasgenoot.viewmodels.quicklog_text import LogText

translate = QCoreApplication.translate

MOST_CANDIDATES = 5
"""The most tags or classes offered for what is being typed."""
SUGGESTED = 3
"""The most students mentioned in sentences, or new tags, that are suggested at a time."""


class Offers:
    """What is offered for what is being typed, and which of it is in front.

    Attributes:
        at: the one that Tab takes.
    """

    def __init__(self, log: LogText, students: LogStudents) -> None:
        self._log = log
        self._students = students
        self._is_open = False
        self._is_moved = False
        self._found: tuple[Candidate, ...] | None = None
        self.at = 0

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """What is offered; nothing once the teacher moved on."""
        if not self._is_open:
            return ()
        if self._found is None:
            self._found = candidates_at(self._log.text, self._log.cursor, students=self._students)
        return self._found

    def open(self) -> None:
        """Offers what fits now, the first in front."""
        self._is_open = True
        self.begin_anew()

    def close(self) -> None:
        """Offers nothing until more is typed."""
        self._is_open = False

    def open_choice(self) -> None:
        """Goes to the first name that several students fit, and offers them."""
        problems = (one for line in self._log.reading.lines for one in line.problems)
        choice = next((one for one in problems if one.kind is ProblemKind.AMBIGUOUS), None)
        if choice is not None:
            self._log.cursor = choice.end
            self.open()

    def begin_anew(self) -> None:
        """The text is another: what was found for it no longer holds."""
        self._found = None
        self._is_moved = False
        self.at = 0

    def move(self, step: int) -> None:
        """Goes up or down."""
        self._is_moved = True
        self.at = (self.at + step) % max(1, len(self.candidates))

    def taken(self, number: int | None) -> Candidate | None:
        """The one that is taken; the one in front when no number is said."""
        place = self.at if number is None else number
        return self.candidates[place] if place < len(self.candidates) else None

    def wants_enter(self, *, is_plain: bool) -> bool:
        """Whether Enter takes what is in front: where it was looked for, or nothing else fits.

        Args:
            is_plain: whether the line can be saved as it is.
        """
        is_sign = any(isinstance(one, SignCandidate) for one in self.candidates)
        return bool(self.candidates) and (self._is_moved or is_sign or not is_plain)


def candidates_at(text: str, cursor: int, *, students: LogStudents) -> tuple[Candidate, ...]:
    """What the name, tag or class that is being typed may become."""
    around = students.around
    signs = complete_sign(text, cursor=cursor, around=around, tags=students.tags)
    if signs is not None:
        known = signs.texts[: MOST_CANDIDATES - bool(signs.new)]
        found = [
            SignCandidate(
                start=signs.start, end=signs.end, text=each, rest=_size_of(each, students=students)
            )
            for each in known
        ]
        if signs.new:
            new = translate("QuickLog", "new tag")
            found.append(
                SignCandidate(
                    start=signs.start, end=signs.end, text=signs.new, rest=new, is_new=True
                )
            )
        return tuple(found)
    by_id = students.by_id
    names = complete(text, cursor=cursor, students=tuple(by_id.values()), names=students.names)
    if names is None:
        return ()
    return tuple(
        NameCandidate(
            student=by_id[one.student_id],
            start=names.start,
            end=names.end,
            text=one.text,
            elsewhere=students.elsewhere.get(one.student_id, ""),
        )
        for one in names.candidates
    )


def suggestions_in(
    reading: Reading, text: str, *, students: LogStudents
) -> tuple[Suggestion | NewTag, ...]:
    """Students mentioned in a sentence, and words that could be a tag."""
    found = [each for line in reading.lines for each in _in_line(line, text, students=students)]
    return tuple(dict.fromkeys(found))[:SUGGESTED]


def _in_line(line: Line, text: str, *, students: LogStudents) -> Iterator[Suggestion | NewTag]:
    by_id, called = students.by_id, students.called
    for mention in line.mentions:
        for who in mention.candidates:
            yield Suggestion(by_id[who], line.start, called[who])
    for tag in line.new_tags:
        yield NewTag(text[tag.start : tag.end])


def _size_of(text: str, *, students: LogStudents) -> str:
    """How many are in a class; nothing for a tag."""
    if not text.startswith(GROUP):
        return ""
    count = len(students.around.classes[text.removeprefix(GROUP)])
    return translate("QuickLog", "%n student(s)", None, count)
