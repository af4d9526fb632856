"""Does an editor keep its text when the disk refuses to save it, and is one sentence said about it?

python benchmarks/safety/editors.py [times]

The real window without a screen: a text is typed and saved, while the disk refuses from one call
to the next (full, or with an error), for the quick log, a note on the group, a student's own note
and a contact that is mended. Needs a C compiler; Linux only.
"""

import errno
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from preloaded import FOR_EVER, Orders, kind, library, settings
from promises import all_of, left_out, none_of, tell, times

CHANGING = tuple(kind(name) for name in ("open", "write", "truncate", "sync"))
MOST = 24
"""With more, the contact that is mended would no longer stand on the first page of its list."""
WORDS = "needs a quiet place to work"


def main(words: list[str]) -> int:
    """Prints what was found; 1 when a text was lost."""
    if words[:1] == ["--work"]:
        print(json.dumps(_work(Path(words[1]), Path(words[2]), int(words[3]))))
        return 0
    tries = times(words, full=MOST, quick=3)
    with TemporaryDirectory() as place:
        built = library(Path(place))
        if built is None:
            return tell(left_out("editors on a failing disk", "needs Linux and a C compiler"))
        folder, orders = Path(place, "data"), Path(place, "orders")
        folder.mkdir()
        Orders(orders)
        environment = settings(built, folder.resolve()) | {"DISK_ORDERS": str(orders)}
        command = [sys.executable, __file__, "--work", str(folder), str(orders), str(tries)]
        ran = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
        if ran.returncode:
            raise SystemExit(ran.stdout + ran.stderr)
        found = Counter(json.loads(ran.stdout.splitlines()[-1]))
    print(f"  {dict(found)}")
    what = f"{found['refused']} savings that the disk refused"
    traces = ran.stderr.count("Traceback") + found["crashes"]
    return tell(
        all_of(f"{what}: the text is still in the editor", found["kept"], found["refused"]),
        all_of(f"{what}: one plain sentence says so", found["said"], found["refused"]),
        all_of(f"{what}: saved once the disk was well", found["saved"], found["refused"]),
        none_of(f"{what}: tracebacks and crash reports", traces, found["refused"]),
    )


def _work(  # noqa: PLR0915 - one window, and four editors in it
    folder: Path, path: Path, tries: int
) -> Counter[str]:
    """Tries each editor so many times, in this process, which has the library beside it."""
    from made_vaults import NOW
    from made_windows import hear_dialogs, opened_app, settle, window_of

    from klasgenoot.domain.people import Student, StudentId
    from klasgenoot.operations.classes import add_class
    from klasgenoot.operations.contacts import ContactDraft, log_contact
    from klasgenoot.operations.students import add_student
    from klasgenoot.ui.shell.window import Window
    from klasgenoot.viewmodels.target import PageId, Target

    found: Counter[str] = Counter()
    told = hear_dialogs()
    keeper = opened_app(folder)
    window = window_of(keeper)
    session, today = window.session, NOW.date()
    class_id = session.do(add_class, name="CMV-1B")
    sanne = Student(id=StudentId(0), given_name="Sanne", family_name="Hoekstra")
    who = session.do(add_student, class_id=class_id, draft=sanne, joined=date(2026, 9, 1))
    one = ContactDraft(student_ids=(who,), happened_on=today, text="begin")
    contact = session.do(log_contact, drafts=[one])[0]

    def log(window: Window) -> tuple[Callable[[], str], Callable[[], object], Callable[[], str]]:
        window.go(Target(PageId.LOG))
        panel = window.log_panel
        panel._field.editor.selectAll()
        _type(panel._field.editor, f"Sanne: {WORDS}")
        return (
            panel._field.editor.toPlainText,
            panel._on_save_clicked,
            lambda: panel._wrong.text() if panel._wrong.isVisible() else "",
        )

    def group(window: Window) -> tuple[Callable[[], str], Callable[[], object], Callable[[], str]]:
        window.go(Target(PageId.PHASES, act="note"))
        editor = window.page._editor
        editor._text.selectAll()
        _type(editor._text, WORDS)
        return (
            editor._text.toPlainText,
            editor.save_requested.emit,
            lambda: editor._trouble.text() if editor._trouble.isVisible() else "",
        )

    def own(window: Window) -> tuple[Callable[[], str], Callable[[], object], Callable[[], str]]:
        window.go(Target(PageId.STUDENT, student=who))
        side = window.page._side
        if not side.is_editing:
            side.edit()
        side._form._note.selectAll()
        _type(side._form._note, f"{WORDS} {found['own']}")
        found["own"] += 1
        return (
            side._form._note.toPlainText,
            side._form.save_requested.emit,
            lambda: side._form._asks["given_name"]._sentence.text() if side.is_editing else "",
        )

    def mend(window: Window) -> tuple[Callable[[], str], Callable[[], object], Callable[[], str]]:
        window.go(Target(PageId.STUDENT, student=who))
        timeline = window.page._timeline
        timeline._edit(contact)
        editor = timeline._editor
        editor._text.selectAll()
        _type(editor._text, f"{WORDS} {found['mend']}")
        found["mend"] += 1
        return (
            editor._text.toPlainText,
            editor._save,
            lambda: editor._trouble.text() if timeline._editor is editor else "",
        )

    orders = Orders(path)
    for number in range(tries):
        for opened in (log, group, own, mend):
            text, save, sentence = opened(window)
            is_full = number % 2 == 0
            orders.refuse(
                *CHANGING,
                error=errno.ENOSPC if is_full else errno.EIO,
                after=number // 2 % 8,
                times=FOR_EVER if number % 4 < 2 else 1,
            )
            save()
            settle(5)
            told_now = sentence() or "".join(told)
            is_refused = bool(orders.refused and told_now)
            if is_refused:
                found["refused"] += 1
                found[opened.__name__] += 1
                found["kept"] += WORDS in text()
                found["said"] += told_now.count(". ") <= 1 and len(told) <= 1
                settle(20)
            orders.obey()
            told.clear()
            if is_refused:
                save()
                settle(5)
                found["saved"] += not sentence()
    found["crashes"] = (folder / "log" / "crashes.txt").exists()
    keeper.close()
    return found


def _type(editor: object, text: str) -> None:
    from made_windows import type_in
    from PySide6.QtWidgets import QWidget

    assert isinstance(editor, QWidget)  # noqa: S101 - they all are
    type_in(editor, text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
