"""What a teacher does with what a class needs: take in the totals, answer, tell the class."""

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Missing, NoAnswers, TooLarge, Unknown
from klasgenoot.domain.needs import (
    LONGEST_DID,
    MOST_ANSWERS,
    AskedId,
    Counted,
    Counts,
    NeedsForm,
    count_answers,
    least_answers,
)
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.texts import fitting
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.readers import TABLE
from klasgenoot.exchange.sources import read_source
from klasgenoot.operations.desk import deed
from klasgenoot.store import needs, school_classes
from klasgenoot.store.database import Vault


def read_answers(
    path: Path, forms: Sequence[NeedsForm], *, is_cancelled: Callable[[], bool]
) -> Counted:
    """Counts the answers in a file of a form program. Needs no vault, and keeps nothing of it.

    Raises:
        NoAnswers: no question of the form stands in it, or nobody answered one.
        TooLarge: more answers stand in it than any class has.
        Cancelled: the teacher stopped it.
        Trouble: it cannot be read.
    """
    with (
        Cage(is_cancelled=is_cancelled, workers=1) as cage,
        closing(read_source([path], cage=cage)) as source,
    ):
        if not source.lists:
            raise next(iter(source.refused), NoAnswers(path.name))
        table = cage.read(TABLE, source.lists[0])
    counted = count_answers((table.header, *table.rows), forms)
    if counted is None or not counted.answers:
        raise NoAnswers(path.name)
    if counted.answers > MOST_ANSWERS:
        raise TooLarge(path.name, f"{MOST_ANSWERS} rows")
    return counted


@deed(Deed.KEEP_NEEDS)
def keep_needs(
    vault: Vault, *, class_id: ClassId, on: date, answers: int, counts: Counts
) -> AskedId:
    """Keeps how often each answer was chosen in a class; nobody's in particular.

    Fewer forms than it takes to come to these totals are as many as that.

    Raises:
        Missing: no answer was chosen.
        TooLarge: there are more than any class has.
        Unknown: the class is not there.
    """
    if school_classes.school_class(vault, class_id) is None:
        raise Unknown("class", str(class_id))
    chosen = {key: times for key, times in counts.items() if times > 0}
    if not chosen:
        raise Missing("answers")
    answers = max(answers, least_answers(chosen))
    if answers > MOST_ANSWERS:
        raise TooLarge(source="answers", limit=str(MOST_ANSWERS))
    return needs.add_asked(vault, class_id=class_id, asked_on=on, answers=answers, counts=chosen)


@deed(Deed.ANSWER_NEEDS)
def answer_needs(vault: Vault, *, asked_id: AskedId, did: str, told_on: date | None) -> None:
    """Keeps what the teacher did with it, and when the class was told.

    Raises:
        TooLarge: it is longer than a line.
        Unknown: it is not there.
    """
    _assert_known(vault, asked_id)
    did = fitting(did, most=LONGEST_DID)
    needs.save_answer(vault, asked_id, did=did, told_on=told_on)


@deed(Deed.REMOVE_NEEDS)
def remove_needs(vault: Vault, *, asked_id: AskedId) -> None:
    """Removes the totals of one time.

    Raises:
        Unknown: it is not there.
    """
    _assert_known(vault, asked_id)
    needs.remove_asked(vault, asked_id)


def _assert_known(vault: Vault, asked_id: AskedId) -> None:
    if needs.asked(vault, asked_id) is None:
        raise Unknown("asked", str(asked_id))
