"""What was there before? Contacts and other moments, newest first; one at a time is mended."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.contact import ContactId, ContactKind
from klasgenoot.ui.kit.around import scroll_area_around
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop
from klasgenoot.ui.pages.student.contact_editor import ContactEditor, EditedContact
from klasgenoot.ui.pages.student.moment_item import MomentItem
from klasgenoot.ui.pages.student.timeline_item import TimelineItem
from klasgenoot.viewmodels.student_moments import Moment
from klasgenoot.viewmodels.student_timeline import TimelineRow

translate = QCoreApplication.translate

SHOWN = 25
"""So many contacts and moments are shown at first."""
ABOVE = 5
"""So many above a contact that is pointed at."""
MARGIN = 16
"""So many pixels stay in sight around a contact that is being mended."""


class Timeline(QWidget):
    """Contacts, and the moments between them. One tab stop, arrows inside.

    Signals:
        save_requested: the id of a contact, and an `EditedContact`.
        remove_requested: the id of the contact to remove.
        view_requested: the id of the contact that the student says something about.
        remove_view_requested: the id of what they said.
        reopen_requested: the id of a promise that was not kept after all.
        renewed: what it shows was made anew.
    """

    save_requested = Signal(object, object)
    remove_requested = Signal(object)
    view_requested = Signal(object)
    remove_view_requested = Signal(object)
    reopen_requested = Signal(object)
    renewed = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[TimelineRow, ...] = ()
        self._moments: tuple[Moment, ...] = ()
        self._last_day = date.min
        self._items: list[TimelineItem | MomentItem] = []
        self._editor: ContactEditor | None = None
        self._edited: ContactId | None = None
        self._shows_all = False
        self._first = 0
        self._stop = OneStop(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    def set_rows(
        self, rows: Sequence[TimelineRow], *, last_day: date, moments: Sequence[Moment] = ()
    ) -> None:
        """Show these contacts, with the moments on their days between them.

        A contact that is being mended stays open as long as it is among them.
        """
        if (tuple(rows), tuple(moments), last_day) == (self._rows, self._moments, self._last_day):
            return
        if rows and self._rows and rows[0].student.id != self._rows[0].student.id:
            self._shows_all = False
            self._first = 0
            self._edited = None
        self._rows, self._moments, self._last_day = tuple(rows), tuple(moments), last_day
        self._show()

    def point_at(self, contact_id: ContactId) -> bool:
        """Put the focus on one contact, and show what was around it; False if it is not there."""
        rows = [row for row in self._rows if row.id == contact_id]
        if not rows:
            return False
        place = _by_day(self._rows, self._moments).index(rows[0])
        if not self._shows_all and not self._first <= place < self._first + SHOWN:
            self._first = max(0, place - ABOVE)
            self._show()
        self._focus(contact_id)
        return True

    def begin(self) -> None:
        """Show the newest again, after one from long ago was pointed at."""
        if self._first:
            self._first = 0
            self._show()

    def close_editor(self) -> None:
        """Stop mending; what was typed is let go of."""
        if self._edited is not None:
            edited, self._edited = self._edited, None
            self._show()
            self._focus(edited)

    def place(self) -> dict[str, Any]:
        """What is being mended, as far as it was typed; empty when nothing is."""
        if self._editor is None or self._edited is None:
            return {}
        typed = self._editor.typed
        return {
            "contact": self._edited,
            "day": typed.happened_on.isoformat(),
            "kind": typed.kind.value,
            "text": typed.text,
            "own_reminder": typed.own_reminder,
        }

    def take_place(self, said: dict[str, Any]) -> None:
        """Go on mending; a contact that is gone is passed over."""
        if not said:
            return
        self._shows_all = True
        self._edit(ContactId(said["contact"]))
        if self._editor is not None:
            self._editor.fill(
                EditedContact(
                    happened_on=date.fromisoformat(said["day"]),
                    kind=ContactKind(said["kind"]),
                    text=said["text"],
                    own_reminder=bool(said.get("own_reminder")),
                )
            )

    def set_trouble(self, sentence: str) -> bool:
        """Say why a contact was not stored; False when none is being mended."""
        if self._editor is None:
            return False
        self._editor.set_trouble(sentence)
        return True

    def _show(self) -> None:
        place, was_hidden = self._place_of_focus(), self.isHidden()
        self.hide()  # else the whole page is laid out anew at each part
        self._clear()
        whole = _by_day(self._rows, self._moments)
        first = 0 if self._shows_all else min(self._first, max(0, len(whole) - 1))
        shown = whole if self._shows_all else whole[first : first + SHOWN]
        if self._edited not in {row.id for row in self._rows}:
            self._edited = None
        if first:
            self._add(self._more(len(whole)))
        for each in shown:
            is_last = each is whole[-1]
            if isinstance(each, Moment):
                self._add(self._make_moment(each, is_last=is_last))
            elif each.id == self._edited:
                self._add(self._make_editor(each))
            else:
                self._add(self._make_item(each, is_last=is_last))
        if first + len(shown) < len(whole):
            self._add(self._more(len(whole)))
        self.setHidden(was_hidden)
        self._stop.set_stops(self._items)
        if place is not None and self._items and self._edited is None:
            self._items[min(place, len(self._items) - 1)].setFocus()
        self.renewed.emit()

    def _add(self, part: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, part)  # above the stretch
        part.show()  # at once, so that it can have the focus

    def _make_item(self, row: TimelineRow, *, is_last: bool) -> TimelineItem:
        item = TimelineItem(self._look, row, is_last=is_last)
        item.edit_requested.connect(lambda: self._edit(row.id))
        item.remove_requested.connect(lambda: self.remove_requested.emit(row.id))
        item.view_requested.connect(lambda: self.view_requested.emit(row.id))
        item.remove_view_requested.connect(self.remove_view_requested)
        self._items.append(item)
        return item

    def _make_moment(self, moment: Moment, *, is_last: bool) -> MomentItem:
        item = MomentItem(self._look, moment, is_last=is_last)
        item.reopen_requested.connect(lambda: self.reopen_requested.emit(moment.promise))
        self._items.append(item)
        return item

    def _make_editor(self, row: TimelineRow) -> ContactEditor:
        editor = ContactEditor(self._look, row.contact, last_day=self._last_day)
        editor.save_requested.connect(lambda edited: self.save_requested.emit(row.id, edited))
        editor.cancel_requested.connect(self.close_editor)
        self._editor = editor
        return editor

    def _more(self, count: int) -> QWidget:
        words = translate("Student", "Show all %n moment(s)", None, count)
        button = Button(self._look, words, kind="ghost", size="small", icon="chevron-down")
        button.clicked.connect(self._show_all)
        more = QWidget()
        row = QHBoxLayout(more)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        return more

    def _show_all(self) -> None:
        place = self._first or SHOWN
        self._shows_all, self._first = True, 0
        self._show()
        if len(self._items) > place:
            self._items[place].setFocus()

    def _edit(self, contact_id: ContactId) -> None:
        self._edited = contact_id
        self._show()
        if self._editor is not None:
            self._editor.begin()
            QTimer.singleShot(0, self._editor, self._bring_editor_in_sight)

    def _bring_editor_in_sight(self) -> None:
        """Scroll to the whole of it, once it has its place."""
        around = scroll_area_around(self)
        if around is not None and self._editor is not None:
            around.ensureWidgetVisible(self._editor, 0, MARGIN)

    def _focus(self, contact_id: ContactId) -> None:
        for item in self._items:
            if isinstance(item, TimelineItem) and item.row.id == contact_id:
                item.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_of_focus(self) -> int | None:
        """Which contact has the focus; when it goes, the one in its place takes it."""
        focus = QApplication.focusWidget()
        if focus is None:
            return None
        places = (
            place
            for place, item in enumerate(self._items)
            if item is focus or item.isAncestorOf(focus)
        )
        return next(places, None)

    def _clear(self) -> None:
        self._items = []
        self._editor = None
        clear(self._column)


def _by_day(
    rows: Sequence[TimelineRow], moments: Sequence[Moment]
) -> tuple[TimelineRow | Moment, ...]:
    """Both together, the newest day first; on one day the contacts come first."""
    both: list[TimelineRow | Moment] = [*rows, *moments]
    return tuple(
        sorted(
            both,
            key=lambda each: each.on if isinstance(each, Moment) else each.contact.happened_on,
            reverse=True,
        )
    )
