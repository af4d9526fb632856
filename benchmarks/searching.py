"""How quick is search, and what else reads contacts, with years of them? Beside one year of it.

The real pages on the real store, drawn offscreen: a key typed until it is painted.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from drawn import fresh_look, the_app
from figures import Figure, in_turn, timed
from made_contacts import CONTACTS_A_YEAR, YEARS, Made, fill_years
from PySide6.QtCore import QStringListModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import delete

from klasgenoot.app.clock import now
from klasgenoot.app.places import resources
from klasgenoot.operations.desk import Desk
from klasgenoot.store.database import Vault
from klasgenoot.store.keys import key_for
from klasgenoot.store.opening import make_folder, open_vault
from klasgenoot.ui.kit.field import SearchField
from klasgenoot.ui.shell.making import MAKERS
from klasgenoot.ui.shell.navigation import ShownPage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target

ROOM = (1208, 844)
TYPED = ("stage", "vertelde dat het", "sanne stage", '"goed loopt"', "van der berg", "goed blok")
"""What is typed, key by key: a common word, words that are in most lines, a name, a phrase."""
SEARCH, BARE = "search, a key", "bare"


def measure() -> Iterator[Figure]:
    """A key in the search field, and three pages opened: with one year and ten, in turn."""
    with TemporaryDirectory() as folder:
        vaults = {years: _vault(Path(folder) / str(years), years=years) for years in YEARS}
        works: dict[str, Callable[[], list[float]]] = {}
        for years, (vault, made) in vaults.items():
            works[f"{SEARCH}/{years}"] = partial(_keys, vault)
            works[BARE] = _bare_keys
            for what, target in _targets(made).items():
                works[f"{what}/{years}"] = partial(_opened, vault, target)
        took = {name: sorted(chain(*rounds)) for name, rounds in in_turn(works, rounds=3).items()}
        for vault, _ in vaults.values():
            vault.close()
    yield Figure(
        what=SEARCH,
        size=f"{YEARS[-1] * CONTACTS_A_YEAR:,} contacts",
        ours=_part(took[f"{SEARCH}/{YEARS[-1]}"], 0.5),
        yardstick=_part(took[BARE], 0.5),
        beside="a bare field over a bare list of 50 lines",
        budget="≤ 30 ms",
    )
    for what in (SEARCH, *_targets(made)):
        parts = {"": 0.5, ", the slowest in twenty": 0.95} if what == SEARCH else {"": 0.5}
        for words, part in parts.items():
            one, ten = (_part(took[f"{what}/{years}"], part) for years in YEARS)
            yield Figure(
                what=f"{what}{words}",
                size=f"{YEARS[-1] * CONTACTS_A_YEAR:,} contacts",
                ours=ten,
                yardstick=one,
                beside=f"the same with {YEARS[0] * CONTACTS_A_YEAR:,}",
                budget="≤ 30 ms" if what == SEARCH else "≤ 100 ms",
            )


def _vault(place: Path, *, years: int) -> tuple[Vault, Made]:
    """A data folder, filled and opened again as on another day."""
    make_folder(place)
    vault = open_vault(place, key=key_for(place))
    made = fill_years(vault, years=years, today=now().date())
    vault.close()
    return open_vault(place, key=key_for(place)), made


def _targets(made: Made) -> dict[str, Target]:
    return {
        "Students opened": Target(PageId.STUDENTS),
        "Student opened": Target(PageId.STUDENT, student=made.student_ids[0]),
        "Check-ins opened": Target(PageId.CHECK_INS),
    }


def _part(times: list[float], part: float) -> float:
    return times[min(len(times) - 1, round(len(times) * part))]


def _keys(vault: Vault) -> list[float]:
    """Milliseconds from each key to the painted page."""
    page = _page(vault, Target(PageId.SEARCH))
    (field,) = page.findChildren(SearchField)
    took = []
    for typed in TYPED:
        field.clear()
        QApplication.processEvents()
        took += [timed(partial(_key, field, sign)) for sign in typed]
    _close(page)
    return took


def _bare_keys() -> list[float]:
    """The same for Qt's own field, with a list of fifty lines below it that changes at each key."""
    the_app()
    page, field, view = QWidget(), QLineEdit(), QListView()
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addWidget(view)
    model = QStringListModel(page)
    view.setModel(model)
    field.textChanged.connect(
        lambda text: model.setStringList([f"{text} {number}" for number in range(50)])
    )
    page.resize(*ROOM)
    page.show()
    QApplication.processEvents()
    took = [timed(partial(_key, field, sign)) for typed in TYPED for sign in typed]
    _close(page)
    return took


def _key(field: QLineEdit, sign: str) -> None:
    QTest.keyClicks(field, sign)
    QApplication.processEvents()


def _opened(vault: Vault, target: Target) -> list[float]:
    """Milliseconds to make, fill and paint a page."""
    pages: list[QWidget] = []
    took = timed(lambda: pages.append(_page(vault, target)))
    _close(pages[0])
    return [took]


def _page(vault: Vault, target: Target) -> QWidget:
    the_app()
    session = Session(Desk(vault), clock=now)
    page = MAKERS[target.page](session, fresh_look(vault), resources())
    page.resize(*ROOM)
    page.show()
    cast("ShownPage", page).arrive(target)
    QApplication.processEvents()
    return page


def _close(page: QWidget) -> None:
    page.close()
    delete(page)
    QApplication.processEvents()
