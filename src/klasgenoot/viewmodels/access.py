"""Inzage: all that is kept about one student, to read through, cover in part, and hand over."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.covering import Cover, covered, stretches, whole_words, with_cover, words_in
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.photo_choice import photos_of
from klasgenoot.domain.pseudonyms import Hidden
from klasgenoot.domain.rights import FileKind
from klasgenoot.operations.access import KeptFile, as_json, held_back, kept_about
from klasgenoot.operations.rights import hand_over
from klasgenoot.store import photos, restrictions, students
from klasgenoot.store.more_photos import more_photos_of
from klasgenoot.viewmodels.access_lines import place_words, sections
from klasgenoot.viewmodels.access_parts import Entry, Line, Section, day_words
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words

translate = QCoreApplication.translate


class CoverDrafts(QObject):
    """What is covered and not handed over yet; it lasts as long as the run, and is not stored.

    Attributes:
        of: for each student the covers, each with the text it was made in.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.of: dict[StudentId, tuple[tuple[Cover, str], ...]] = {}


class AccessViewModel(QObject):
    """All that is kept about one student.

    Signals:
        changed: what is kept, or what is covered of it, changed.
        failed: a sentence on what could not be done.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        found = session.findChild(CoverDrafts)
        self._drafts = found if isinstance(found, CoverDrafts) else CoverDrafts(session)
        self._student_id = StudentId(0)
        self._gathered: KeptFile | None = None
        self._sections: tuple[Section, ...] = ()
        self._is_stale = True
        session.changed.connect(self._on_session_changed)

    def open(self, student_id: StudentId) -> None:
        """Gathers what is kept about a student."""
        self._student_id = student_id
        self._is_stale = True

    @property
    def is_there(self) -> bool:
        """Whether there is such a student."""
        return self._kept is not None

    @property
    def student_id(self) -> StudentId:
        """Whom it is about."""
        return self._student_id

    @property
    def name(self) -> str:
        """What the student is called."""
        return self._kept.student.name if self._kept else ""

    @property
    def full_name(self) -> str:
        """The whole name."""
        return self._kept.student.full_name if self._kept else ""

    @property
    def is_restricted(self) -> bool:
        """Whether the data is only kept now, so that there is no page to go back to."""
        return restrictions.is_restricted(self._session.vault, self._student_id)

    @property
    def today(self) -> date:
        """The day it is."""
        return self._session.today()

    @property
    def photos(self) -> tuple[bytes, ...]:
        """All photos, the main one first."""
        if self._kept is None:
            return ()
        vault = self._session.vault
        known = photos_of(self._kept.student, more_photos_of(vault, self._student_id))
        found = (photos.photo_bytes(vault, each.photo, large=True) for each in known)
        return tuple(filter(None, found))

    @property
    def sections(self) -> tuple[Section, ...]:
        """What is kept, in words; nothing in it is covered yet."""
        return self._sections if self._kept else ()

    @property
    def texts(self) -> Mapping[str, Hidden]:
        """What was replaced in each text, and what may still be a name, by its place."""
        return self._kept.texts if self._kept else {}

    @property
    def doubts(self) -> int:
        """How many words may still be somebody's name."""
        return sum(len(hidden.doubts) for hidden in self.texts.values())

    @property
    def covers(self) -> tuple[Cover, ...]:
        """What is covered; a cover on a text that has changed since is gone."""
        return tuple(
            cover
            for cover, text in self._drafts.of.get(self._student_id, ())
            if cover.place in self.texts and self.texts[cover.place].text == text
        )

    @property
    def cover_lines(self) -> tuple[str, ...]:
        """Each cover in words: where, how much and why."""
        if self._kept is None:
            return ()
        return tuple(
            translate("Access", "{place}: {words}, {reason}").format(
                place=place_words(self._kept, cover.place),
                words=translate(
                    "Access", "%n word(s)", None, words_in(self.texts[cover.place].text, cover)
                ),
                reason=cover.reason,
            )
            for cover in self.covers
        )

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons on offer; another can be typed."""
        return (
            translate("Access", "about somebody else"),
            translate("Access", "told in confidence by somebody else"),
        )

    @property
    def bar(self) -> str:
        """What stands in the place of words that are covered."""
        return translate("Access", "[covered]")

    @property
    def introduction(self) -> str:
        """What it is and of when, at the top of what is handed over."""
        return translate(
            "Access",
            "This is what your teacher keeps about you in Klasgenoot, as it was on {day}. Other"
            " students have a letter in place of their name.",
        ).format(day=day_words(self.today.isoformat()))

    @property
    def title(self) -> str:
        """What stands above it."""
        return translate("Access", "What is kept about {name}").format(name=self.full_name)

    def file_name(self, kind: FileKind) -> str:
        """What the file is called: no name in it."""
        shape = translate("Access", "access-{day}.{kind}")
        return shape.format(day=self.today.isoformat(), kind=kind.value)

    def cover(self, place: str, start: int, end: int, *, reason: str) -> bool:
        """Covers words of one text, grown to whole words; False if there are none."""
        text = self.texts[place].text
        words = whole_words(text, start, end)
        if words is None:
            return False
        reason = " ".join(reason.split()) or self.reasons[0]
        new = Cover(place=place, start=words[0], end=words[1], reason=reason)
        self._keep(with_cover(self.covers, new))
        return True

    def uncover(self, number: int) -> None:
        """Shows again what a cover held back."""
        covers = self.covers
        self._keep((*covers[:number], *covers[number + 1 :]))

    def stretches_of(self, line: Line) -> list[tuple[int, int, int]]:
        """A line as stretches: where each begins and ends, and the number of its cover or -1."""
        if not line.place:
            return [(0, len(line.text), -1)]
        covers = self.covers
        return [
            (part.start, part.end, covers.index(part.cover) if part.cover else -1)
            for part in stretches(line.text, place=line.place, covers=covers)
        ]

    @property
    def handed(self) -> tuple[Section, ...]:
        """What is handed over: with bars, and with the record of what is held back."""
        shown = tuple(
            Section(
                section.title,
                section.note,
                tuple(
                    Entry(entry.title, tuple(self._handed(line) for line in entry.lines))
                    for entry in section.entries
                ),
            )
            for section in self.sections
        )
        return (*shown, self._record())

    def json_text(self) -> str:
        """The same as a file that a program can read."""
        return as_json(self._kept, self.covers, made_on=self.today) if self._kept else ""

    def was_handed_over(self, kind: FileKind) -> bool:
        """Keeps the record that it was, with how much was covered and why."""
        if self._kept is None:
            return False
        held = held_back(self._kept, self.covers)
        try:
            self._session.do(
                hand_over,
                student_id=self._student_id,
                on=self.today,
                file_kind=kind,
                held_back=held,
            )
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))
            return False
        return True

    def _handed(self, line: Line) -> Line:
        if not line.place:
            return line
        return Line(
            line.label, covered(line.text, place=line.place, covers=self.covers, bar=self.bar)
        )

    def _record(self) -> Section:
        lines = [Line("", words) for words in self.cover_lines]
        if not lines:
            lines = [Line("", translate("Access", "Nothing was held back."))]
        note = translate(
            "Access",
            "Where it says {bar}, words were left out. If you think that is not right, ask your"
            " teacher, or the data-protection officer of your school.",
        ).format(bar=self.bar)
        title = translate("Access", "What was held back")
        return Section(title, note if self.covers else "", (Entry("", tuple(lines)),))

    def _keep(self, covers: tuple[Cover, ...]) -> None:
        self._drafts.of[self._student_id] = tuple(
            (cover, self.texts[cover.place].text) for cover in covers
        )
        self.changed.emit()

    @property
    def _kept(self) -> KeptFile | None:
        """What is kept, gathered anew if anything changed since."""
        if self._is_stale:
            self._is_stale = False
            vault = self._session.vault
            self._gathered = None
            if students.student(vault, self._student_id) is not None:
                named = translate("Access", "fellow student {letter}")
                self._gathered = kept_about(vault, self._student_id, named=named)
            self._sections = sections(self._gathered) if self._gathered else ()
        return self._gathered

    @Slot(frozenset)
    def _on_session_changed(self, _tables: frozenset[str]) -> None:
        self._is_stale = True
        self.changed.emit()
