"""What can be done from anywhere? One table; menus, the palette and the list of keys read it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from klasgenoot.viewmodels.translation import to_translate

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do.

    Attributes:
        id: what the window answers to.
        text: its name in English; `words` translates it.
        icon: name of a Lucide icon.
        keys: its shortcut, if any.
        more: further keys that do the same, for other habits.
        needs_class: whether there must be a class.
        also: other words for it, in English, by which it is found.
    """

    id: str
    text: str
    icon: str
    keys: str = ""
    more: tuple[str, ...] = ()
    needs_class: bool = False
    also: str = ""

    @property
    def words(self) -> str:
        """Its name on screen."""
        return translate("Actions", self.text)

    @property
    def other_words(self) -> str:
        """By which other words it is found, in the language on screen."""
        return translate("Actions", self.also) if self.also else ""

    @property
    def shortcuts(self) -> list[QKeySequence]:
        """Its keys as Qt knows them, the one that is shown first."""
        return [QKeySequence(keys) for keys in (self.keys, *self.more) if keys]

    @property
    def shown_keys(self) -> str:
        """Its keys as they stand in a badge: "Ctrl L"."""
        if not self.keys:
            return ""
        shown = QKeySequence(self.keys).toString(QKeySequence.SequenceFormat.NativeText)
        return shown.replace("+", " ")


ACTIONS: tuple[Action, ...] = (
    Action("find", to_translate("Actions", "Search or do"), "search", "Ctrl+K", ("Ctrl+Shift+P",)),
    Action(
        "search",
        to_translate("Actions", "Search in all that you wrote"),
        "search",
        "Ctrl+F",
        needs_class=True,
        also=to_translate("Actions", "look through, notes, words"),
    ),
    Action(
        "log",
        to_translate("Actions", "Log contact"),
        "pencil",
        "Ctrl+L",
        needs_class=True,
        also=to_translate("Actions", "spoken, note, contact moment, quick log"),
    ),
    Action(
        "after_class",
        to_translate("Actions", "Log after class"),
        "clipboard-check",
        "F9",
        needs_class=True,
        also=to_translate("Actions", "whole class, lesson just given, class minus"),
    ),
    Action("practise", to_translate("Actions", "Practise names"), "play", needs_class=True),
    Action("sweep", to_translate("Actions", "Sweep"), "fast-forward", needs_class=True),
    Action("progress", to_translate("Actions", "Progress with names"), "target", needs_class=True),
    Action(
        "who_now",
        to_translate("Actions", "Who now?"),
        "messages-square",
        needs_class=True,
        also=to_translate("Actions", "three faces, whose turn, opening question"),
    ),
    Action(
        "unspoken",
        to_translate("Actions", "Known, never spoken with"),
        "user",
        needs_class=True,
        also=to_translate("Actions", "names you know, nobody spoke, unspoken"),
    ),
    Action(
        "week_contacts",
        to_translate("Actions", "All contacts of a week"),
        "calendar",
        needs_class=True,
        also=to_translate("Actions", "week overview, look back, whom you spoke"),
    ),
    Action(
        "calendar",
        to_translate("Actions", "Lessons and holidays"),
        "calendar",
        also=to_translate("Actions", "calendar, timetable, weeks, terms, exam weeks, .ics"),
    ),
    Action(
        "first_lesson",
        to_translate("Actions", "Plan the first lesson"),
        "calendar",
        needs_class=True,
    ),
    Action(
        "talks",
        to_translate("Actions", "Talk round"),
        "calendar-clock",
        needs_class=True,
        also=to_translate("Actions", "one to one, opt out, plan talks, class round"),
    ),
    Action(
        "ten_days",
        to_translate("Actions", "Ten days, two minutes"),
        "calendar-clock",
        needs_class=True,
        also=to_translate("Actions", "two by ten, 2x10, hard to reach, every day"),
    ),
    Action(
        "needs",
        to_translate("Actions", "What does your class need?"),
        "message-circle-question-mark",
        needs_class=True,
        also=to_translate("Actions", "needs, form, questions, totals, asked and done"),
    ),
    Action(
        "note_group",
        to_translate("Actions", "Note on the group"),
        "activity",
        needs_class=True,
        also=to_translate("Actions", "group note, mood"),
    ),
    Action(
        "promise",
        to_translate("Actions", "New promise"),
        "check",
        needs_class=True,
        also=to_translate("Actions", "promise, agree, come back, reminder"),
    ),
    Action(
        "promises",
        to_translate("Actions", "What you promised"),
        "list",
        needs_class=True,
        also=to_translate("Actions", "promises, agreements, come back, past its date, calendar"),
    ),
    Action(
        "month_round",
        to_translate("Actions", "Monthly round"),
        "handshake",
        needs_class=True,
        also=to_translate("Actions", "something personal, bond, trust, building, keeping, mending"),
    ),
    Action(
        "add_student",
        to_translate("Actions", "Add a student"),
        "user-plus",
        needs_class=True,
        also=to_translate("Actions", "new student, adding"),
    ),
    Action(
        "class_photo",
        to_translate("Actions", "Faces from a class photo"),
        "scan-face",
        needs_class=True,
    ),
    Action("crops", to_translate("Actions", "Crop all photos"), "crop", needs_class=True),
    Action(
        "import",
        to_translate("Actions", "Import a class"),
        "folder-input",
        also=to_translate("Actions", "importing, class list, photos"),
    ),
    Action("share", to_translate("Actions", "Share and print"), "printer", needs_class=True),
    Action(
        "add_class",
        to_translate("Actions", "Start an empty class"),
        "plus",
        also=to_translate("Actions", "new class, beginning"),
    ),
    Action("undo", to_translate("Actions", "Undo"), "undo-2", "Ctrl+Z"),
    Action("redo", to_translate("Actions", "Do again"), "redo-2", "Ctrl+Shift+Z", ("Ctrl+Y",)),
    Action("settings", to_translate("Actions", "Settings"), "settings", "Ctrl+,"),
    Action("sentences", to_translate("Actions", "Sentences for the log"), "pencil"),
    Action(
        "role",
        to_translate("Actions", "Your role"),
        "handshake",
        also=to_translate("Actions", "study coach, subject teacher, mentor"),
    ),
    Action(
        "restricted",
        to_translate("Actions", "Whose data is restricted"),
        "eye-off",
        also=to_translate("Actions", "restriction, rights, privacy, hidden, lift"),
    ),
    Action(
        "passphrase",
        to_translate("Actions", "Passphrase"),
        "key-round",
        also=to_translate("Actions", "password, recovery sheet, safe, encrypted"),
    ),
    Action("backups", to_translate("Actions", "Backups"), "archive"),
    Action("next_page", to_translate("Actions", "Next page"), "arrow-down", "Ctrl+Down"),
    Action("previous_page", to_translate("Actions", "Previous page"), "arrow-up", "Ctrl+Up"),
    Action(
        "next_region", to_translate("Actions", "Next part of the window"), "panels-top-left", "F6"
    ),
    Action("larger", to_translate("Actions", "Larger text"), "zoom-in", "Ctrl+=", ("Ctrl++",)),
    Action("smaller", to_translate("Actions", "Smaller text"), "zoom-out", "Ctrl+-"),
    Action("usual_size", to_translate("Actions", "Usual text size"), "type", "Ctrl+0"),
    Action("keys", to_translate("Actions", "All keys"), "keyboard", "F1", ("Ctrl+?",)),
    Action(
        "lock",
        to_translate("Actions", "Lock"),
        "lock",
        "Ctrl+Shift+L",
        also=to_translate("Actions", "locking, away"),
    ),
    Action(
        "quit",
        to_translate("Actions", "Close Klasgenoot"),
        "x",
        "Ctrl+Q",
        also=to_translate("Actions", "quit, exit"),
    ),
)
"""All actions, in the order in which the palette shows them."""

ACTIONS_BY_ID = {action.id: action for action in ACTIONS}
