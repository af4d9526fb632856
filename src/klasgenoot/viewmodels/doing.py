"""Does deeds for a page: what a person can mend is said on it, and leaves all as it was."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from klasgenoot.domain.errors import Trouble
from klasgenoot.operations.desk import Operation
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words

P = ParamSpec("P")
T = TypeVar("T")


class Doing:
    """Does the deeds of one page, called as `Session.do` is.

    Args:
        session: where they are done.
        say: is told, in a sentence, why one could not be done.
    """

    def __init__(self, session: Session, *, say: Callable[[str], None]) -> None:
        self._session = session
        self._say = say

    def __call__(self, deed: Operation[P, T], /, *args: P.args, **kwargs: P.kwargs) -> bool:
        """Does a deed. Returns whether it could be done."""
        try:
            self._session.do(deed, *args, **kwargs)
        except Trouble as trouble:
            self._say(trouble_words(trouble))
            return False
        return True
