"""The quick log over the page: faces, lines, and one button; open with Ctrl L, done in seconds."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.people import StudentId
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Line
from klasgenoot.ui.kit.chips import Choice
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel, Place
from klasgenoot.ui.kit.same import is_same
from klasgenoot.ui.kit.segmented import Segmented
from klasgenoot.ui.kit.word_tip import WordTipPanel
from klasgenoot.ui.shell.actions import ACTIONS_BY_ID
from klasgenoot.ui.shell.log_candidates import LogCandidates
from klasgenoot.ui.shell.log_faces import SMALL, LogFaces
from klasgenoot.ui.shell.log_field import LogField
from klasgenoot.ui.shell.log_foot import LogFoot, say
from klasgenoot.ui.shell.log_suggestions import SuggestionButtons
from klasgenoot.ui.shell.log_templates import TemplatePills
from klasgenoot.viewmodels.quicklog import QuickLogViewModel
from klasgenoot.viewmodels.quicklog_rows import FaceRow, NewTag, Suggestion
from klasgenoot.viewmodels.target import SENTENCES, PageId, Target

translate = QCoreApplication.translate

SPOKEN, AWAY = "spoken", "away"
"""What pressing a face says of who it is."""
WIDTH = 1128
LARGE, LARGE_PITCH, LARGE_NAME = 92, 104, 62
SMALL_NAME = 54
"""Size of a face, from one to the next, and the room for a name at text scale 1, in pixels."""
ROOM_FOR_TOOLS = 720
"""In a narrower window the log after class is opened by its key."""
LOW_WINDOW = 400
"""Below this height at text scale 1 the small faces have one row, and scroll."""
ROOM_FOR_TIP = 760
"""In a lower window, at text scale 1, faces and sentences make way for a word tip."""
TALL_WINDOW = 860
"""From this height on the small faces may take three rows."""


class LogPanel(Panel):
    """Who did you speak with?

    Args:
        look: how everything looks.
        view_model: what is being written.
        parent: the widget it lies over.

    Signals:
        open_requested: the Target of a page that is wanted instead.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: QuickLogViewModel, *, parent: QWidget) -> None:
        super().__init__(
            look,
            parent,
            title=translate("QuickLog", "Who did you speak with?"),
            subtitle=" ",
            close_name=translate("QuickLog", "Close, and keep the draft"),
            width=WIDTH,
            place=Place.BOTTOM,
        )
        self._view_model = view_model
        view_model.setParent(self)
        self._whole = Button(look, translate("QuickLog", "Whole class"), icon="users", size="small")
        self._whole.clicked.connect(self._on_whole_clicked)
        self._after = Button(
            look,
            translate("QuickLog", "After class"),
            icon="clipboard-check",
            size="small",
            keys=ACTIONS_BY_ID["after_class"].shown_keys,
        )
        self._after.clicked.connect(self._on_after_clicked)
        self._ticks = Segmented(
            look,
            [
                Choice(SPOKEN, translate("QuickLog", "Seen")),
                Choice(AWAY, translate("QuickLog", "Not there")),
            ],
            name=translate("QuickLog", "What pressing a face says"),
        )
        self._ticks.chosen.connect(self._on_tick_chosen)
        self.add_tool(self._ticks)
        self.add_tool(self._after)
        self.add_tool(self._whole)
        self._longest = LogFaces(
            look,
            view_model.longest_ago,
            edge=LARGE,
            pitch=max(LARGE_PITCH, look.fonts.px(LARGE_NAME)),
            name=translate("QuickLog", "Not seen for the longest time"),
            from_left=True,
        )
        self._others = LogFaces(
            look,
            view_model.others,
            edge=SMALL,
            pitch=look.fonts.px(SMALL_NAME),
            name=translate("QuickLog", "The rest of the class"),
        )
        self._faces = (self._longest, self._others)
        self._between = Line(look, upright=True)
        nobody = translate("QuickLog", "Nobody is in this class yet.")
        self._nobody = Label(look, nobody, Text.SUPPORT, colour="text_2")
        self._field = LogField(look, view_model)
        self._field.editor.setAccessibleName(translate("QuickLog", "Names, then a sentence"))
        self._field.editor.setPlaceholderText(
            translate("QuickLog", "Sanne, Milan: group project is going well")
        )
        self._candidates = LogCandidates(look, parent=self)
        self._below = Flow(gap=8)
        self._pills = TemplatePills(
            look,
            self._below,
            choose=self._on_template_clicked,
            change=lambda: self.open_requested.emit(Target(PageId.SETTINGS, act=SENTENCES)),
        )
        self._suggestions = SuggestionButtons(look, self._below, choose=self._on_suggested)
        self._counter = Label(look, "", Text.CAPTION, colour="text_3", lines=1)
        self._was_held = False
        self._wrong = Label(look, "", Text.SUPPORT, colour="brick_text")
        self._foot = LogFoot(look)
        self._lay_out(look)
        self._connect()

    @property
    def has_draft(self) -> bool:
        """Whether something is written that is not saved."""
        return not self._view_model.is_blank

    @property
    def is_after_class(self) -> bool:
        """Whether it is about all of a lesson."""
        return self._view_model.is_after_class

    def open_for(self, student_id: StudentId | None, *, after_class: bool = False) -> None:
        """Opens with the cursor in the lines; with a student the line begins with the name.

        Args:
            student_id: whom a new line is about.
            after_class: for all of a lesson: faces have numbers, and who was away can be ticked.
        """
        self._wrong.hide()
        self._view_model.begin(student_id, after_class=after_class)
        self._ticks.choose(SPOKEN)
        self._ticks.setVisible(after_class)
        self.title.setText(
            translate("QuickLog", "Who did you see in class?")
            if after_class
            else translate("QuickLog", "Who did you speak with?")
        )
        self._refresh()
        if self.isVisible():
            self._field.editor.setFocus()
            return
        self.window().installEventFilter(self)
        self.open_panel(self._field.editor)
        self._refresh()
        self._field.editor.forget_undo()  # Ctrl Z takes no draft away that was there already
        QTimer.singleShot(0, self, self._on_opened)

    def keep_draft(self) -> bool:
        """Keeps what is written in the vault, now; False if the disk refused."""
        return self._view_model.keep()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_closing = event.type() == QEvent.Type.Close and is_same(watched, self.window())
        if is_closing and not self.keep_draft() and not self._was_held:
            self._was_held = True  # the text would be lost: whoever closes once more means it
            self.open_panel(self._field.editor)
            self._wrong.show()
            event.ignore()
            return True
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._allow_rows()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        is_done = bool(super().event(event))
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._allow_rows()  # a word tip takes room
            self._show_candidates()  # they stand below the cursor, which may have moved
        return is_done

    def _lay_out(self, look: Look) -> None:
        faces = QHBoxLayout()
        faces.setSpacing(20)
        self._longest.setFixedWidth(self._longest.sizeHint().width())
        self._front, self._rest = (self._titled(look, each) for each in self._faces)
        faces.addWidget(self._front)
        faces.addWidget(self._between)
        faces.addWidget(self._rest, 1)
        faces.addStretch()  # where there are few
        self.body.addWidget(self._nobody)
        self.body.addLayout(faces)
        self.body.addWidget(self._field)
        shown = self._view_model
        self._tip = WordTipPanel(look, self._field.editor, names=shown.people, pieces=shown.pieces)
        self.body.addWidget(self._tip)
        under = QHBoxLayout()
        under.setSpacing(16)
        pills = QWidget()
        pills.setLayout(self._below)
        self._pills.show(self._view_model.templates)
        under.addWidget(pills, 1)
        under.addWidget(self._counter)
        self.body.addLayout(under)
        self.body.addWidget(self._wrong)
        self.body.addWidget(self._foot)

    def _titled(self, look: Look, faces: LogFaces) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        words = faces.accessibleName()
        column.addWidget(Label(look, words, Text.CAPTION, colour="text_2", lines=1))
        column.addWidget(faces)
        column.addStretch(1)
        return part

    def _connect(self) -> None:
        view_model = self._view_model
        view_model.changed.connect(self._on_view_model_changed)
        view_model.saved.connect(self._on_saved)
        view_model.failed.connect(self._on_failed)
        self._longest.pressed_face.connect(self._on_face_pressed)
        self._others.pressed_face.connect(self._on_face_pressed)
        for faces in self._faces:
            faces.clicked.connect(self._on_face_clicked)
        self._candidates.chosen.connect(self._on_candidate_chosen)
        self._foot.save_clicked.connect(self._on_save_clicked)
        self._foot.reminder_chosen.connect(self._on_reminder_chosen)
        self.closed.connect(self._on_closed)

    def _refresh(self) -> None:
        shown = self._view_model
        say(self.subtitle, shown.class_name)
        self.subtitle.setVisible(bool(shown.class_name))
        shown.show_faces()
        self._show_who_is_there()
        self._pills.show(shown.templates)
        self._field.follow()
        say(self._counter, shown.counter)
        self._counter.setMinimumWidth(self._counter.sizeHint().width())
        self._foot.show_line(shown)
        self._suggestions.show(shown.suggestions)
        self._show_candidates()
        self._allow_rows()

    def _show_who_is_there(self) -> None:
        has_front, has_rest = (
            bool(rows.rows()) for rows in (self._view_model.longest_ago, self._view_model.others)
        )
        self._nobody.setVisible(not has_front)
        self._front.setVisible(has_front)
        for part in (self._between, self._rest):
            part.setVisible(has_rest)

    def _show_candidates(self) -> None:
        candidates = self._view_model.candidates
        editor = self._field.editor
        below = QRect()
        if candidates:
            below = editor.place_of(candidates[0].start)
            below.moveTopLeft(editor.mapTo(self, below.topLeft()))
        self._candidates.show_candidates(candidates, at=self._view_model.candidate_at, below=below)

    def _allow_rows(self) -> None:
        rows = 3 if self.height() >= TALL_WINDOW else 2
        height, px = self.height(), self._look.fonts.px
        if self._tip.isVisible() and height < px(ROOM_FOR_TIP):
            height = px(LOW_WINDOW)  # as in a lower one: what the tip says stands there whole
        if height <= px(LOW_WINDOW):
            rows = 1
        if rows != self._others.most_rows:
            self._others.most_rows = rows
            self._others.refit()
        is_wide = self.width() >= px(ROOM_FOR_TOOLS)
        self._after.setVisible(is_wide and not self._view_model.is_after_class)
        self._foot.allow_kinds(is_wide)
        self._pills.allow(height=height)

    @Slot()
    def _on_opened(self) -> None:
        # once it stands: no letter waits for what the first of its kind takes
        self._field.make_ready()
        self._candidates.make_ready()
        self._suggestions.make_ready()

    @Slot()
    def _on_view_model_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    @Slot()
    def _on_whole_clicked(self) -> None:
        self._view_model.name_whole_class()
        self._field.editor.setFocus()

    @Slot()
    def _on_after_clicked(self) -> None:
        self.open_for(None, after_class=True)

    @Slot(str)
    def _on_tick_chosen(self, what: str) -> None:
        self._view_model.ticks_absent = what == AWAY
        self._field.editor.setFocus()

    @Slot(int)
    def _on_template_clicked(self, number: int) -> None:
        self._view_model.write_template(number)
        self._field.editor.setFocus()

    @Slot(object)
    def _on_face_pressed(self, row: FaceRow) -> None:
        self._view_model.toggle(row.student.id)

    @Slot()
    def _on_face_clicked(self) -> None:
        # with the mouse; who goes through the faces by keys stays there
        self._field.editor.setFocus()

    @Slot(int)
    def _on_candidate_chosen(self, number: int) -> None:
        self._view_model.take_candidate(number)
        self._field.editor.setFocus()

    @Slot(object)
    def _on_suggested(self, suggestion: Suggestion | NewTag) -> None:
        self._view_model.suggest(suggestion)
        self._field.editor.setFocus()

    @Slot()
    def _on_save_clicked(self) -> None:
        if not self._view_model.save():
            self._field.editor.setFocus()

    @Slot(bool)
    def _on_reminder_chosen(self, wanted: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._view_model.make_reminder(wanted=wanted)
        self._field.editor.setFocus()

    @Slot()
    def _on_saved(self) -> None:
        self._field.editor.follow()
        self._field.editor.forget_undo()
        self._wrong.hide()
        if self._view_model.is_blank:
            self.close_panel()

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()

    @Slot()
    def _on_closed(self) -> None:
        self._candidates.hide()
        self._view_model.put_away()
        self.keep_draft()
