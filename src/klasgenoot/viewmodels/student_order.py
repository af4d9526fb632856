"""Who comes next? The order in which students were last shown, to go through them one by one."""

from PySide6.QtCore import QObject

from klasgenoot.domain.people import StudentId
from klasgenoot.viewmodels.session import Session


class StudentOrder(QObject):
    """The order of the list a student was opened from; it lasts as long as the run.

    Attributes:
        ids: everybody in that list, in its order.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.ids = tuple[StudentId, ...]()


def student_order(session: Session) -> StudentOrder:
    """The one order of a session."""
    found = session.findChild(StudentOrder)
    return found if isinstance(found, StudentOrder) else StudentOrder(session)
