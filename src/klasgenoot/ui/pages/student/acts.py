"""What does the page of a student begin with, when it is opened to do something at once?"""

from collections.abc import Callable

from klasgenoot.ui.pages.student.notes import Notes
from klasgenoot.ui.pages.student.photo_side import PhotoSide
from klasgenoot.ui.pages.student.promises import Promises
from klasgenoot.ui.pages.student.wishes import Wishes
from klasgenoot.viewmodels.target import PROMISE, StudentAct


def deed_for(
    act: str, promises: Promises, notes: Notes, wishes: Wishes, side: PhotoSide
) -> Callable[[], None] | None:
    """What an act asks for; None when it asks for nothing here."""
    deeds: dict[str, Callable[[], None]] = {
        PROMISE: promises.ask_for_one,
        StudentAct.EDIT: side.edit,
        StudentAct.HELPS: notes.ask_what_helps,
        StudentAct.IN_COMMON: notes.ask_in_common,
        StudentAct.COACH: notes.ask_coach,
        StudentAct.VIEW: wishes.ask_view,
        StudentAct.RESTRICT: wishes.ask_to_restrict,
    }
    return deeds.get(act)
