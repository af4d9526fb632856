"""What does the quick log show? The lines as they were read, and what is offered beside them."""

from PySide6.QtCore import QObject

from klasgenoot.domain.quicklog_reading import Reading, Span, SpanKind
from klasgenoot.viewmodels.quicklog_edits import Place
from klasgenoot.viewmodels.quicklog_offers import Offers, suggestions_in
from klasgenoot.viewmodels.quicklog_rows import (
    Candidate,
    FaceRow,
    NewTag,
    SignCandidate,
    Suggestion,
)
from klasgenoot.viewmodels.quicklog_students import LogStudents
from klasgenoot.viewmodels.quicklog_templates import templates_in
from klasgenoot.viewmodels.quicklog_text import LogText
from klasgenoot.viewmodels.quicklog_words import LineNote, counter_words, note_on
from klasgenoot.viewmodels.rows import Rows
from klasgenoot.viewmodels.session import Session

NAMING = frozenset({SpanKind.NAME, SpanKind.AMBIGUOUS})


class LogShown(QObject):
    """The log lines being written, as they stand there; nothing here changes them."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._students = LogStudents(session, self)
        self._log = LogText(session, self._students)
        self._offers = Offers(self._log, self._students)
        self._tried = False
        self._noted: tuple[Reading, tuple[object, ...], tuple[LineNote, ...]] | None = None

    @property
    def text(self) -> str:
        """What was typed."""
        return self._log.text

    @property
    def cursor(self) -> int:
        """Where the next letter comes."""
        return self._log.cursor

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return self._log.is_blank

    @property
    def class_name(self) -> str:
        """The class at hand, and which of its lessons it is about."""
        return self._students.about.words

    @property
    def longest_ago(self) -> Rows[FaceRow]:
        """The few who were not seen for the longest time, as `show_faces` left them."""
        return self._students.longest_ago

    @property
    def others(self) -> Rows[FaceRow]:
        """Everybody else, by call name."""
        return self._students.others

    @property
    def spans(self) -> tuple[Span, ...]:
        """What was recognised, to tint."""
        return self._log.reading.spans

    def pieces(self) -> tuple[Place, ...]:
        """Where something was recognised."""
        return tuple((span.start, span.end) for span in self.spans)

    def people(self) -> tuple[Place, ...]:
        """Where somebody is named."""
        return tuple((span.start, span.end) for span in self.spans if span.kind in NAMING)

    @property
    def notes(self) -> tuple[LineNote, ...]:
        """What stands beside each line."""
        reading, asked = (
            self._log.reading,
            (self.cursor, bool(self.candidates), self._tried, self._session.today()),
        )
        if self._noted is None or self._noted[0] is not reading or self._noted[1] != asked:
            self._noted = (reading, asked, self._read_notes())
        return self._noted[2]

    def _read_notes(self) -> tuple[LineNote, ...]:
        completing, here = bool(self.candidates), self._log.line()
        return tuple(
            note_on(
                line,
                text=self.text,
                colon=self._log.colon(line),
                whom=self._students.whom(line.entry.student_ids if line.entry else ()),
                today=self._session.today(),
                typing_at=None if self._tried else self.cursor,
                has_candidates=completing and line is here,
            )
            for line in self._log.reading.lines
        )

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """What the name or tag being typed may become; nothing once the teacher moved on."""
        return self._offers.candidates

    @property
    def candidate_at(self) -> int:
        """Which of the candidates Tab takes."""
        return self._offers.at

    @property
    def suggestions(self) -> tuple[Suggestion | NewTag, ...]:
        """Students mentioned in a sentence and words that may be tags, if the teacher says so."""
        found = suggestions_in(self._log.reading, self.text, students=self._students)
        typed = [one.text for one in self.candidates if isinstance(one, SignCandidate)]
        return tuple(one for one in found if isinstance(one, Suggestion) or one.text not in typed)

    @property
    def templates(self) -> tuple[str, ...]:
        """Sentences that are often wanted, on the number keys from 1 on."""
        return templates_in(self._session.settings)

    @property
    def counter(self) -> str:
        """How long the sentence of this line is, when it nears its end."""
        line = self._log.line()
        return counter_words(line.entry if line else None)

    @property
    def reader(self) -> str:
        """The first student of this line, who might read it; empty when there is none."""
        ids = self._log.named()
        return self._students.called[ids[0]] if ids else ""

    @property
    def is_reminder(self) -> bool | None:
        """Whether this line is an own reminder and no contact; None while it names nobody."""
        line = self._log.line()
        if line is None or line.entry is None or line.entry.absent:
            return None
        return line.entry.own_reminder

    @property
    def ready(self) -> int:
        """How many lines can be saved as they are."""
        return len(self._log.clean)

    @property
    def enter_saves(self) -> bool:
        """Whether Enter is enough: there is one line, it is clean, and the cursor is behind it."""
        lines = self._log.reading.lines
        return (
            len(lines) == 1
            and self.ready == 1
            and not lines[0].problems
            and self.cursor >= lines[0].end
            and "\n" not in self.text
        )
