"""Step 3, in front of it: what is somebody called, where the list has it otherwise?"""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from klasgenoot.domain.mending import MendedName
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.field import Ask
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.viewmodels.import_entries import Entry
from klasgenoot.viewmodels.importing import ImportViewModel

translate = QCoreApplication.translate

WIDTH = 560
PHOTO = QSize(80, 100)


class MendPanel(Panel):
    """The parts of a name beside the face. Enter keeps them for this import, Esc leaves them.

    Args:
        look: how everything looks.
        window: the widget that is covered.
        entry: whom it is about.
        view_model: what takes the name.
    """

    def __init__(
        self, look: Look, window: QWidget, *, entry: Entry, view_model: ImportViewModel
    ) -> None:
        super().__init__(
            look,
            window,
            title=translate("MendPanel", "Mend the name"),
            subtitle=_from_where(entry),
            close_name=translate("MendPanel", "Close"),
            width=WIDTH,
        )
        self._view_model = view_model
        self._row = entry.row
        student = entry.student
        self._asks = {
            "given_name": Ask(look, translate("Student", "Given name")),
            "infix": Ask(look, translate("Student", "Infix")),
            "family_name": Ask(look, translate("Student", "Family name")),
            "call_name": Ask(look, translate("Student", "Call name")),
        }
        for name, ask in self._asks.items():
            ask.field.setText(getattr(student, name))
            ask.field.returnPressed.connect(self._on_done)
        row = QHBoxLayout()
        row.setSpacing(16)
        portrait = Portrait(look, face_of(entry), name=student.full_name, size=PHOTO)
        row.addWidget(portrait, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._fields(), 1)
        self.body.addLayout(row)
        done = Button(look, translate("MendPanel", "Done"), kind="primary", keys="Enter")
        done.clicked.connect(self._on_done)
        leave = Button(look, translate("MendPanel", "Cancel"), kind="ghost", keys="Esc")
        leave.clicked.connect(self.close_panel)
        back = Button(look, translate("MendPanel", "Back to what it said"), icon="undo-2")
        back.clicked.connect(self._on_back)
        back.setVisible(bool(entry.listed_as))
        self.body.addLayout(flow(done, leave, back))

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._asks["given_name"].field

    def _fields(self) -> QGridLayout:
        """Two beside each other, as at a student."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        for place, ask in enumerate(self._asks.values()):
            grid.addWidget(ask, place // 2, place % 2, top)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        return grid

    @Slot()
    def _on_done(self) -> None:
        name = MendedName(**{name: ask.field.text() for name, ask in self._asks.items()})
        trouble = self._view_model.mend(self._row, name)
        self._asks["given_name"].set_trouble(trouble)
        if trouble:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refit()
        else:
            self.close_panel()

    @Slot()
    def _on_back(self) -> None:
        self._view_model.as_listed(self._row)
        self.close_panel()


def _from_where(entry: Entry) -> str:
    """What stood in the list or at the photo, and where; only where while nothing was mended."""
    if not entry.listed_as:
        return entry.place
    words = translate("MendPanel", "It said {name}").format(name=entry.listed_as)
    return ", ".join(filter(None, (words, entry.place)))
