"""A scripted day in the real app, for `traces.py` and `network.py`: imports, practises, writes, locks.

Arguments: the data folder, the passphrase, a folder with a class list and photos, a file with words
to write as JSON, and further words for the settings. Prints the photos as they are kept, in hex.
"""

import json
import sys
from pathlib import Path

from made_windows import hear_dialogs, opened_app, settle, type_in, wait_until, window_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from klasgenoot.app import memory
from klasgenoot.domain.people import PhotoId
from klasgenoot.operations.backing_up import back_up, begin_round
from klasgenoot.store.keys import make_keys
from klasgenoot.viewmodels.target import PageId, Target


def main(words: list[str]) -> int:  # noqa: PLR0915 - a day is one thing after the other
    """Lives through the day; 0 when it came to its end."""
    folder, phrase, given = Path(words[0]), words[1], Path(words[2])
    needles = json.loads(sys.stdin.read())
    memory.no_core_dumps()
    dialogs = hear_dialogs()
    folder.mkdir(parents=True)
    make_keys(folder, passphrase=phrase)
    started: list[object] = []
    keeper = opened_app(folder, anew=started.append)
    locked = keeper.locked
    assert locked  # noqa: S101 - there is a passphrase
    type_in(locked.page._secret, phrase)
    locked.page._open.click()
    window = window_of(keeper)
    session = window.session

    window.go(Target(PageId.IMPORT, paths=tuple(given.iterdir())))
    view_model = window.page._view_model
    wait_until(lambda: view_model.step.name == "COLUMNS")
    view_model.go_to(type(view_model.step).REVIEW)
    view_model.name_class(needles["class"])
    settle(200)
    window.grab()
    assert view_model.keep()  # noqa: S101 - the day is about more than an import
    settle()
    rows = session.vault.rows("SELECT large, small FROM photos")
    who = session.vault.rows("SELECT id FROM students WHERE given_name = ?", (needles["name"],))

    for page in (PageId.NAMES, PageId.STUDENTS, PageId.CHECK_INS, PageId.GUIDE, PageId.SETTINGS):
        window.go(page)
        settle(80)
        window.grab()
    window.go(Target(PageId.PRACTICE, act="anyway"))
    settle(200)
    QTest.keyClicks(QApplication.focusWidget() or window, needles["name"])
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return)
    settle(100)
    window.go(Target(PageId.STUDENT, student=who[0][0]))
    side = window.page._side
    side.edit()
    type_in(side._form._note, needles["own note"])
    side._form.save_requested.emit()
    window.go(Target(PageId.PHASES, act="note"))
    editor = window.page._editor
    type_in(editor._text, needles["group note"])
    editor.save_requested.emit()
    window.go(Target(PageId.LOG))
    panel = window.log_panel
    type_in(panel._field.editor, f"{needles['name']}: {needles['contact']}")
    panel._on_save_clicked()
    window._run("find")
    settle(50)
    QTest.keyClicks(QApplication.focusWidget() or window, needles["searched for"])
    settle(50)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    QApplication.clipboard().setText(needles["contact"])
    session.undo()
    session.redo()
    window.go(Target(PageId.LOG))
    type_in(panel._field.editor, f"{needles['name']}: {needles['draft']}")
    settle(700)  # the draft is kept after a pause
    back_up(session.vault, begin_round(session.vault, folder / "backups"), now=session.now())
    try:
        {}[needles["own note"]]
    except KeyError:
        sys.excepthook(*sys.exc_info())
    print(*dialogs, file=sys.stderr)
    titles = {each.windowTitle() for each in QApplication.topLevelWidgets()}
    written = session.vault.rows(
        "SELECT (SELECT count(*) FROM contacts), (SELECT count(*) FROM group_notes),"
        " (SELECT count(*) FROM students WHERE note != ''), (SELECT count(*) FROM photos)"
    )[0]
    keeper._on_lock_requested()
    photos = [PhotoId(bytes(part).hex()) for row in rows for part in row]
    told = {"photos": photos, "titles": sorted(titles), "written": written, "locked": len(started)}
    print(json.dumps(told), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
