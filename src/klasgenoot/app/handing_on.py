"""Which page was open? Handed from one process to the next: never a name, only a number."""

from klasgenoot.domain.people import StudentId
from klasgenoot.viewmodels.target import PageId, Target


def target_of(words: str) -> Target | None:
    """The page that `words_of` wrote down; None for none, and for what is not a page."""
    name, _, student = words.partition(":")
    if name not in set(PageId):
        return None
    return Target(PageId(name), student=StudentId(int(student)) if student.isdecimal() else None)


def words_of(target: Target) -> str:
    """A page as it stands on the command line of the process that comes after.

    The steps to a passphrase would begin anew, with asking for what was typed a moment ago to
    unlock: who was there goes to Settings.
    """
    if target.page is PageId.KEYS:
        return PageId.SETTINGS.value
    return f"{target.page}:{target.student}" if target.student else target.page.value
