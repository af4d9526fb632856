"""The quick log: what was typed, what it was read as, and what is saved of it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.quicklog_reading import SpanKind
from klasgenoot.operations.absences import remove_absence
from klasgenoot.viewmodels.quicklog_begun import names_typed_anew
from klasgenoot.viewmodels.quicklog_draft import draft_of
from klasgenoot.viewmodels.quicklog_edits import (
    Edit,
    Place,
    reminder,
    sentence,
    toggled,
    whole_class,
)
from klasgenoot.viewmodels.quicklog_rows import (
    NameCandidate,
    NewTag,
    Suggestion,
)
from klasgenoot.viewmodels.quicklog_saving import keep_entries
from klasgenoot.viewmodels.quicklog_shown import LogShown
from klasgenoot.viewmodels.quicklog_templates import begun
from klasgenoot.viewmodels.quicklog_ticks import (
    absent_line,
    names_for_numbers,
    names_for_typed,
    ticked_absent,
)
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words

UNPARSED_FIRST = frozenset(
    {
        SpanKind.TAG,
        SpanKind.KIND,
        SpanKind.REMINDER,
        SpanKind.ABSENT,
        SpanKind.WHEN,
        SpanKind.FOLLOW_UP,
    }
)
"""What Backspace first takes back to plain text. A name is mended by typing."""
SHOWS = frozenset({"log_templates", "target_days"})
"""The settings that show: the sentences on the keys, and the aim beside a care tag."""


class QuickLogViewModel(LogShown):
    """The log lines being written, in the class that is current.

    The text changes through `type_over` and through wishes; the editor shows what `text` and
    `cursor` say.

    Attributes:
        is_after_class: whether it was opened for all of a lesson.
        ticks_absent: whether a pressed face is one who was not there.

    Signals:
        changed: the text, the cursor, what was read or whom it can name is another.
        saved: contacts were saved; the text is what is left.
        failed: a sentence on what could not be done.
    """

    changed = Signal()
    saved = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._students.changed.connect(self._on_students_changed)
        session.setting_changed.connect(self._on_session_setting_changed)
        draft_of(session).refused.connect(self._on_draft_refused)
        self.is_after_class = False
        self.ticks_absent = False
        self._erasing = False
        self._begun: tuple[str, str] | None = None

    # ---- what the editor tells ----

    def type_over(self, start: int, end: int, text: str) -> None:
        """Takes in what was typed, pasted or erased; names are offered for it."""
        self._erasing = not text
        self._change(Edit(start, end, text), cursor=start + len(text))
        for named in names_for_typed(self._log, self._students.around, text=text, at=start):
            self._change(named)
        self._hold_to_typed_names()
        self._offers.open()
        self.changed.emit()

    def place_cursor(self, at: int) -> None:
        """Takes in that the cursor moved; then no names are offered."""
        if at != self.cursor:
            self._log.cursor = at
            self._erasing = False
            self._offers.close()
            self.changed.emit()

    # ---- wishes ----

    def show_faces(self) -> None:
        """Brings the rows of faces up to date, with whom this line names as chosen."""
        today = self._session.today()
        line = absent_line(self._log, today=today)
        said = line.entry.student_ids if line and line.entry else ()
        absent = {*self._students.absent_on(today), *said}
        self._students.choose(self._log.named(), absent=absent)

    def put_away(self) -> None:
        """Takes back a name that was only filled in, so that it is not kept as a draft."""
        begun, self._begun = self._begun, None
        if begun is not None and self.text == begun[1]:
            self._change(Edit(0, len(self.text), begun[0]), cursor=len(begun[0]))
        for named in names_for_numbers(self._log, self._students.around):
            self._change(named)

    def begin(self, student_id: StudentId | None = None, *, after_class: bool = False) -> None:
        """Goes on with the draft, on a new line for a student who is given.

        Args:
            student_id: whom the new line is about.
            after_class: whether faces have numbers to type, and who was not there is asked.
        """
        self.put_away()
        self.is_after_class = after_class
        self.ticks_absent = False
        self._students.shows_numbers = after_class
        self._tried = False
        self._offers.close()
        self._students.welcome(student_id)
        self._log.read_anew()
        self._log.cursor = len(self.text)
        if student_id is not None and student_id not in self._log.named():
            written = self.text
            before = "" if self.is_blank else "\n"
            start = 0 if self.is_blank else len(self.text.rstrip())
            self._change(Edit(start, len(self.text), before), cursor=start + len(before))
            self._change(toggled(self._log.around(), student_id))
            self._change(Edit(self.cursor, self.cursor, ": "))
            self._begun = (written, self.text)
        self.changed.emit()

    def toggle(self, student_id: StudentId) -> None:
        """Names a student in this line, or no longer does; or ticks who is not there."""
        if not self.ticks_absent:
            self._wish(toggled(self._log.around(), student_id))
            return
        today, school_class = self._session.today(), self._students.about.school_class
        if school_class is not None and student_id in self._students.absent_on(today):
            self._session.do(
                remove_absence, class_id=school_class.id, student_id=student_id, on=today
            )
            return
        self._wish(ticked_absent(self._log, student_id, today=today))

    def name_whole_class(self) -> None:
        """Names everybody in this line; once more, nobody."""
        self._wish(whole_class(self._log.around()))

    def make_reminder(self, *, wanted: bool) -> None:
        """Makes this line an own reminder, or a contact again."""
        around = self._log.around()
        edit, at = reminder(around, wanted=wanted), self.cursor
        shift = len(edit.text) - (edit.end - edit.start) if at >= edit.end else 0
        self._change(edit, cursor=at + shift)
        self.changed.emit()

    def write_template(self, number: int) -> None:
        """Writes one of the templates behind the names of this line."""
        if number >= len(self.templates):
            return
        around = self._log.around()
        self._wish(sentence(around, begun(self.templates[number])))
        if around.start == around.end:
            self.place_cursor(around.start)  # the name comes before it

    def suggest(self, suggestion: Suggestion | NewTag) -> None:
        """Names a mentioned student in the line of the sentence, or makes a word a tag."""
        if isinstance(suggestion, NewTag):
            self._log.make_tag(suggestion.text)
            self.changed.emit()
            return
        self._wish(toggled(self._log.around(suggestion.line), suggestion.student.id))

    def move_candidate(self, step: int) -> None:
        """Goes up or down in the candidates."""
        self._offers.move(step)
        self.changed.emit()

    def take_candidate(self, number: int | None = None) -> None:
        """Puts a candidate in place of what was typed; the one in front when none is said."""
        candidate = self._offers.taken(number)
        if candidate is None:
            return
        edit = Edit(candidate.start, candidate.end, candidate.text)
        if isinstance(candidate, NameCandidate):
            edit = replace(edit, student=candidate.student.id, name=candidate.text)
        elif candidate.is_new:
            self._log.make_tag(candidate.text)
        self._wish(edit)

    def close_candidates(self) -> None:
        """Offers nothing until more is typed."""
        self._offers.close()
        self.changed.emit()

    def show_candidates(self, place: Place) -> None:
        """Offers who fits at a place that needs a choice."""
        self._log.cursor = place[1]
        self._offers.open()
        self.changed.emit()

    def unparse(self, place: Place) -> None:
        """Lets a recognised piece be plain text."""
        self._log.unparse(place)
        self.changed.emit()

    def unparse_before_cursor(self) -> bool:
        """Lets the piece right before the cursor be plain text; False if Backspace should erase."""
        before = [span for span in self.spans if span.end == self.cursor]
        if self._erasing or not before or before[0].kind not in UNPARSED_FIRST:
            return False
        self.unparse((before[0].start, before[0].end))
        return True

    def enter(self) -> bool:
        """Answers to Enter: takes a candidate or saves; False if a new line is wanted."""
        line = self._log.line()
        is_plain = line is not None and line in self._log.clean
        if self._offers.wants_enter(is_plain=is_plain):
            self.take_candidate()
            return True
        return self.enter_saves and self.save()

    def save(self) -> bool:
        """Saves every line that is clean; of the others the first choice of a name is offered."""
        clean = self._log.clean
        self._tried = True
        self._offers.close()
        entries = [line.entry for line in clean if line.entry]
        if not entries:
            self._offers.open_choice()
            self.changed.emit()
            return False
        try:
            keep_entries(self._session, entries, about=self._students.about)
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))
            return False
        self._log.leave_out(clean)
        self._log.keep()
        self._tried = not self.is_blank
        self._offers.open_choice()
        self.saved.emit()
        self.changed.emit()
        return True

    def keep(self) -> bool:
        """Keeps the draft in the vault now; tells in `failed` why it could not."""
        trouble = self._log.keep()
        if trouble is not None:
            self._on_draft_refused(trouble)
        return trouble is None

    def _hold_to_typed_names(self) -> None:
        """Names typed behind one that was only filled in take its place."""
        if self._begun is not None and not self._erasing:
            edit = names_typed_anew(self._log, filled_in=self._begun[1])
            if edit is not None:
                self._begun = None
                self._change(edit)

    def _wish(self, edit: Edit) -> None:
        """Does what a wish comes to."""
        self._offers.close()
        self._change(edit)
        self.changed.emit()

    def _change(self, edit: Edit, *, cursor: int | None = None) -> None:
        self._log.change(edit, cursor=cursor)
        self._tried = False
        self._offers.begin_anew()

    @Slot(object)
    def _on_draft_refused(self, trouble: Trouble) -> None:
        self.failed.emit(trouble_words(trouble))

    @Slot()
    def _on_students_changed(self) -> None:
        self._log.read_anew()
        self._offers.begin_anew()
        self.changed.emit()

    @Slot(str)
    def _on_session_setting_changed(self, name: str) -> None:
        if name in SHOWS:
            self.changed.emit()
