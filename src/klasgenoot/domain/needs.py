"""What does a class need? Five questions, and how often each answer was chosen: never by whom.

The form is content, in `resources/needs/`; here is its shape. A table of answers, as a form program
gives it, is counted and let go: columns that are no question of the form (names, mail, times) are
not looked at, and what somebody wrote in their own words is not kept.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NewType

from klasgenoot.domain.names import fold_words
from klasgenoot.domain.people import ClassId

AskedId = NewType("AskedId", int)

QUESTIONS = 5
MOST_ANSWERS = 999
"""More forms than this come from no class."""
LONGEST_DID = 280
"""The most characters of what the teacher did with it: a line, not a plan."""
LOOKED_AT = 20
"""So many rows have the header among them."""
_BETWEEN = re.compile(r"\s*[;|\n]\s*|,\s+")
"""What form programs put between several answers in one cell."""
_BLANK = frozenset({"", "0", "nee", "no", "false", "onwaar"})
"""What a column of one answer holds when it was not chosen."""

Key = tuple[str, str]
"""A question and one of its choices, by their keys."""
Counts = Mapping[Key, int]
Row = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to a question."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; `most` is how many answers one may choose."""

    key: str
    text: str
    most: int
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsForm:
    """The form in one language, with what else stands on it."""

    title: str
    intro: str
    one: str
    several: str
    thanks: str
    questions: tuple[Question, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """Every choice of every question, as they come."""
        return tuple((each.key, choice.key) for each in self.questions for choice in each.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One time that a class was asked.

    Attributes:
        answers: how many forms came back.
        counts: how often each answer was chosen; what never was may be left out.
        did: what the teacher did with it.
        told_on: when the class was told; None while it was not.
    """

    id: AskedId
    class_id: ClassId
    asked_on: date
    answers: int
    counts: Counts
    did: str = ""
    told_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a table of answers comes to.

    Attributes:
        left_out: how many columns were not looked at.
        own_words: how many answers were in somebody's own words, and not taken over.
    """

    answers: int
    counts: Counts
    left_out: int = 0
    own_words: int = 0


def read_needs_form(data: Mapping[str, Any]) -> NeedsForm:
    """The form from its JSON, as parsed.

    Raises:
        ValueError: A field is missing or unknown, or these are not five questions. It is our own
            file, so this is a bug.
    """
    try:
        questions = tuple(
            Question(**{**entry, "choices": tuple(Choice(**choice) for choice in entry["choices"])})
            for entry in data["questions"]
        )
        form = NeedsForm(**{**data, "questions": questions})
    except (KeyError, TypeError) as error:
        raise ValueError(f"the needs form lacks its shape: {error!r}") from error
    if len(questions) != QUESTIONS or len(set(form.keys)) != len(form.keys):
        raise ValueError("the needs form does not hold five questions with choices of their own")
    return form


def count_answers(rows: Iterable[Row], forms: Sequence[NeedsForm]) -> Counted | None:
    """What a table of answers comes to; None when no question of the form stands in it.

    Three shapes are known: a row for each form that came back with a column for each question, the
    same with a column for each answer, and totals (question, answer, how often) in rows.

    Args:
        rows: all rows of the table, its header among the first.
        forms: the form in every language it is handed out in.
    """
    table = [[cell.strip() for cell in row] for row in rows]
    known = _Known(forms)
    totals = _totals(table, known)
    if totals is not None:
        return totals
    found = ((at, known.columns(row)) for at, row in enumerate(table[:LOOKED_AT]))
    at, columns = max(found, key=lambda each: len(each[1]), default=(0, {}))
    if not columns:
        return None
    counts: Counter[Key] = Counter()
    answers = own_words = 0
    for row in table[at + 1 :]:
        chosen, own = _chosen(row, columns, known)
        own_words += own
        if chosen:
            answers += 1
            counts.update(chosen)
    width = max(map(len, table))
    return Counted(
        answers=answers, counts=dict(counts), left_out=width - len(columns), own_words=own_words
    )


class _Known:
    """The questions and choices of all languages, by their folded words."""

    def __init__(self, forms: Sequence[NeedsForm]) -> None:
        self._questions: dict[str, str] = {}
        self._choices: dict[str, dict[str, str]] = {}
        for form in forms:
            for question in form.questions:
                self._questions[fold_words(question.text)] = question.key
                choices = self._choices.setdefault(question.key, {})
                choices |= {fold_words(choice.text): choice.key for choice in question.choices}

    def question(self, cell: str) -> str:
        """The question in a cell, alone or behind a number; empty when there is none."""
        folded = fold_words(cell).lstrip("0123456789 ")
        return self._questions.get(folded, "")

    def choice(self, question: str, cell: str) -> str:
        """The answer in a cell; empty when it is somebody's own words, or nothing."""
        return self._choices.get(question, {}).get(fold_words(cell), "")

    def columns(self, header: Row) -> dict[int, tuple[str, str]]:
        """The columns of a header: which question, and which choice where it is about one."""
        found: dict[int, tuple[str, str]] = {}
        for place, cell in enumerate(header):
            question = self.question(cell)
            if question:
                found[place] = question, ""
                continue
            before, _, behind = cell.removesuffix("]").rpartition("[")
            question = self.question(before)
            choice = self.choice(question, behind)
            if choice:
                found[place] = question, choice
        return found


def _chosen(
    row: Row, columns: Mapping[int, tuple[str, str]], known: _Known
) -> tuple[set[Key], int]:
    """What one form says, and how many of its answers are in own words."""
    chosen: set[Key] = set()
    own = 0
    for place, (question, choice) in columns.items():
        cell = row[place] if place < len(row) else ""
        if choice:
            if fold_words(cell) not in _BLANK:
                chosen.add((question, choice))
            continue
        for part in _parts(question, cell, known):
            found = known.choice(question, part)
            if found:
                chosen.add((question, found))
            else:
                own += 1
    return chosen, own


def _parts(question: str, cell: str, known: _Known) -> Iterator[str]:
    """The answers in a cell: all of it, or what stands between the signs that part them."""
    if known.choice(question, cell):
        yield cell
    else:
        yield from (part for part in _BETWEEN.split(cell) if part.strip())


def _totals(table: Sequence[Row], known: _Known) -> Counted | None:
    """Rows of a question, one of its answers and a number; None when they are not."""
    counts: Counter[Key] = Counter()
    for row in table:
        question = next(filter(None, map(known.question, row)), "")
        choice = next(filter(None, (known.choice(question, cell) for cell in row)), "")
        number = next((cell for cell in row if cell.isascii() and cell.isdigit()), "")
        if question and choice and number:
            counts[question, choice] += min(int(number[:4]), MOST_ANSWERS)
    if not counts:
        return None
    return Counted(answers=least_answers(counts), counts=dict(counts))


def least_answers(counts: Counts) -> int:
    """How many forms there were at least, to have come to these totals."""
    return max(counts.values(), default=0)
