"""What a teacher does with a promise beside the log: make it by hand, mend it, take it back."""

from datetime import date

from klasgenoot.domain.contact import LONGEST_TEXT, PromiseId
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Missing, Unknown
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.texts import fitting
from klasgenoot.operations.desk import deed
from klasgenoot.operations.students import known_student
from klasgenoot.store import contacts
from klasgenoot.store.database import Vault


@deed(Deed.MAKE_PROMISE)
def make_promise(vault: Vault, *, student_id: StudentId, text: str, due_on: date) -> PromiseId:
    """Keeps that the teacher promised a student something, and for when.

    Raises:
        Missing: it does not say what was promised.
        TooLarge: the text is longer than a line.
        Unknown: the student is not there.
    """
    known_student(vault, student_id)
    return contacts.add_promise(
        vault, student_id=student_id, text=_promised(text), due_on=due_on, contact_id=None
    )


@deed(Deed.EDIT_PROMISE)
def edit_promise(vault: Vault, *, promise_id: PromiseId, text: str, due_on: date) -> None:
    """Mends what was promised, or for when.

    Raises:
        Missing: it does not say what was promised.
        TooLarge: the text is longer than a line.
        Unknown: the promise is not there.
    """
    _known(vault, promise_id)
    contacts.save_promise(vault, promise_id, text=_promised(text), due_on=due_on)


@deed(Deed.REOPEN_PROMISE)
def reopen_promise(vault: Vault, *, promise_id: PromiseId) -> None:
    """Says that a promise was not kept yet after all.

    Raises:
        Unknown: the promise is not there.
    """
    _known(vault, promise_id)
    contacts.close_promise(vault, promise_id, done_on=None)


@deed(Deed.REMOVE_PROMISE)
def remove_promise(vault: Vault, *, promise_id: PromiseId) -> None:
    """Removes a promise; what was logged with it stays.

    Raises:
        Unknown: the promise is not there.
    """
    _known(vault, promise_id)
    contacts.remove_promise(vault, promise_id)


def _known(vault: Vault, promise_id: PromiseId) -> None:
    if contacts.promise(vault, promise_id) is None:
        raise Unknown("promise", str(promise_id))


def _promised(text: str) -> str:
    text = fitting(text, most=LONGEST_TEXT)
    if not text:
        raise Missing("promise")
    return text
