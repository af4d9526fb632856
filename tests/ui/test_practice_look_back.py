"""The look back on practice: as many faces at once as their names leave room for."""

from types import MappingProxyType

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from klasgenoot.domain.people import PhotoId, Student, StudentId
from klasgenoot.domain.summary import Result
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.pages.practice.result_faces import ResultFace, ResultFaces
from klasgenoot.ui.pages.practice.summary import SummaryView
from klasgenoot.viewmodels.look_ahead import LookAhead
from klasgenoot.viewmodels.look_back import LookBack
from klasgenoot.viewmodels.session import Session
from ui.kit_looks import a_look

LARGE, SMALL = (1440, 900), (1024, 700)
NAMES = ("Mariannette", "Sanne", "Stephanie", "Noor", "Aumua Amata", "Muhammed", "Łukasz")


class Opened:
    """A look back on a page, with nothing around it."""

    def __init__(
        self, qtbot: QtBot, session: Session, *, count: int, size: tuple[int, int], look: Look
    ) -> None:
        self.page = Page(look)
        self.view = SummaryView(look)
        self.page.body.addWidget(self.view, 1)
        self.page.pin(self.view.foot)
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        self.page.show()
        self.page.show_filled()
        self.page.show_pinned(True)
        self._ahead = LookAhead(session)
        self._shown = a_look_back(count)
        self.show()

    def show(self) -> None:
        """As the page of practice does, each time that something is news."""
        self.view.show_look_back(self._shown, ahead=self._ahead)
        self.view.fit(self.page.contents_width)
        QApplication.processEvents()

    @property
    def faces(self) -> list[ResultFace]:
        shown = self.view.findChild(ResultFaces)
        assert shown is not None
        return list(shown._faces)

    @property
    def scrolls_by(self) -> int:
        scrolled = self.page.findChild(QScrollArea)
        assert scrolled is not None
        return scrolled.verticalScrollBar().maximum()


def a_look_back(count: int) -> LookBack:
    people = [
        Student(
            id=StudentId(number + 1),
            given_name=NAMES[number % len(NAMES)],
            family_name="Visser",
            photo=PhotoId(f"{number:064}"),
        )
        for number in range(count)
    ]
    return LookBack(
        title="Done for today",
        sentence=f"{count} faces in 4 minutes.",
        results=tuple((one, Result.KNEW) for one in people),
        called=MappingProxyType({one.id: one.given_name for one in people}),
        pairs=(),
        tomorrow=tuple(people[:9]),
        tomorrow_line="Tomorrow: 9 faces, ± 2 min",
        more="5 more faces",
        missing="22 names did not come by: how do they sound?",
    )


@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize("count", [9, 30, 56])
def test_names_are_whole_and_the_way_on_is_in_sight_however_many_faces_there_are(
    qtbot: QtBot, session: Session, count: int, size: tuple[int, int]
) -> None:
    opened = Opened(qtbot, session, count=count, size=size, look=a_look())
    assert len(opened.faces) == count
    for face in opened.faces:
        (name,) = face.findChildren(Label)
        assert name.minimumSizeHint().width() - 2 <= name.width()  # no word of it is broken
        assert name.toolTip() == ""  # and nothing of it is left out
    page = opened.page
    for button in opened.view.foot.findChildren(Button):
        assert page.rect().contains(QRect(button.mapTo(page, QPoint()), button.size()))


@pytest.mark.parametrize("count", [9, 18, 28])
def test_a_class_is_looked_back_on_without_scrolling(
    qtbot: QtBot, session: Session, count: int
) -> None:
    opened = Opened(qtbot, session, count=count, size=LARGE, look=a_look())
    assert opened.scrolls_by == 0


def test_what_is_shown_already_is_not_made_again(qtbot: QtBot, session: Session) -> None:
    opened = Opened(qtbot, session, count=9, size=LARGE, look=a_look())
    before = opened.faces
    opened.show()
    assert opened.faces == before
    opened.page.resize(*SMALL)
    opened.show()
    assert all(face not in before for face in opened.faces)
