"""What does an answer cost beside Anki's engine, with 500 photos? Both keep it for certain.

Anki's engine is under the AGPL and no part of Klasgenoot: it is set up in a throw-away environment
of its own, and a script that is text here runs in it. Both take an answer in turn, in one folder.
Ours is the next card, a verdict on a typed name, and the answer kept; Anki's is the next card, its
question and answer as HTML, and the answer kept. Both flush it to the disk before they go on
(SQLite in WAL mode, synchronous=FULL; ours is encrypted too).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from figures import Figure, in_turn, left_out
from made_classes import PHOTO, fill, photo

from klasgenoot.app.clock import now
from klasgenoot.app.garbage import set_aside
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.lineup import practise_anyway
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.names import fold_words
from klasgenoot.domain.verdict import judge_among, names_of
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.practice import answer_card
from klasgenoot.store import memories, students
from klasgenoot.store.opening import open_vault

ENGINE = "anki==26.9.3"
PHOTOS = 500
ANSWERS = 200
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - folders with names of chance are made in it
"""Where Linux keeps files without a disk: the cost without the wait for one."""
KEY = "00" * 32
WHAT = "an answer, beside Anki's engine"

SCRIPT = """
import sys
from pathlib import Path
from time import perf_counter

from anki.collection import AddNoteRequest, Collection
from anki.cards import Card
from anki.deck_config_pb2 import UpdateDeckConfigsRequest
from anki.scheduler.v3 import CardAnswer

folder, photos = map(Path, sys.argv[1:])
path = str(folder / "collection.anki2")
collection = Collection(path)
deck = collection.decks.id("names")
settings = UpdateDeckConfigsRequest(target_deck_id=deck, fsrs=True)
for each in collection.decks.get_deck_configs_for_update(deck).all_config:
    each.config.config.new_per_day = each.config.config.reviews_per_day = 9999
    settings.configs.append(each.config)
collection.decks.update_deck_configs(settings)
kind, notes = collection.models.by_name("Basic (and reversed card)"), []
for number, picture in enumerate(sorted(photos.iterdir())):
    note = collection.new_note(kind)
    name = collection.media.write_data(picture.name, picture.read_bytes())
    note["Front"], note["Back"] = f'<img src="{name}">', f"Naam {number}"
    notes.append(AddNoteRequest(note=note, deck_id=deck))
collection.add_notes(notes)
collection.decks.select(deck)
collection.close()
collection = Collection(path)
assert collection.get_config("fsrs") and collection.card_count() == 2 * len(notes)
assert collection.db.scalar("PRAGMA synchronous") == 2, "not as durable as ours"
print("ready", flush=True)
for _ in sys.stdin:
    start = perf_counter()
    queued = collection.sched.get_queued_cards().cards[0]
    card = Card(collection, backend_card=queued.card)
    card.start_timer()
    card.question(), card.answer()
    answer = collection.sched.build_answer(
        card=card, states=queued.states, rating=CardAnswer.GOOD
    )
    collection.sched.answer_card(answer)
    print((perf_counter() - start) * 1000, flush=True)
collection.close()
"""


def measure() -> Iterator[Figure]:
    """On the disk, and where there is none to wait for."""
    with TemporaryDirectory() as held:
        python = Path(held) / "engine" / ("Scripts" if os.name == "nt" else "bin") / "python"
        if why := _set_up(python):
            yield left_out(WHAT, why)
            return
        for name, place in (("on disk", None), ("in memory", IN_MEMORY)):
            if place is None or place.is_dir():
                with TemporaryDirectory(dir=place) as folder:
                    yield _figure(Path(folder), python, name=name)


def _set_up(python: Path) -> str:
    """Makes an environment with the engine; says why if it cannot be had."""
    engine = python.parents[1]
    for command in (
        (sys.executable, "-m", "venv", str(engine)),
        (str(python), "-m", "pip", "install", "--quiet", "--only-binary", ":all:", ENGINE),
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            told = (done.stderr or done.stdout).strip().splitlines() or ["no reason given"]
            return f"{ENGINE} cannot be set up here: {told[-1]}"
    return ""


def _figure(folder: Path, python: Path, *, name: str) -> Figure:
    photos = folder / "photos"
    photos.mkdir()
    for number in range(PHOTOS):
        (photos / f"{number:03}.jpg").write_bytes(photo(number))
    with _anki(folder, photos, python) as theirs, _ours(folder) as ours:
        works = {"theirs": theirs, "ours": ours}
        in_turn(works, rounds=5)  # what the first answer loads
        set_aside()
        took = {who: median(times) for who, times in in_turn(works, rounds=ANSWERS).items()}
    width, height = PHOTO
    return Figure(
        what=f"{WHAT}, {name}",
        size=f"{PHOTOS} photos",
        ours=took["ours"],
        yardstick=took["theirs"],
        beside=f"{ENGINE}, {width} × {height} photos, FSRS on",
        budget="≤ 1.0 ×",
    )


@contextmanager
def _anki(folder: Path, photos: Path, python: Path) -> Iterator[Callable[[], float]]:
    """One answer after another in a process of its own; it says how many milliseconds each took."""
    data = folder / "anki"
    data.mkdir()
    with subprocess.Popen(
        [str(python), "-c", SCRIPT, str(data), str(photos)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        if not process.stdin or not process.stdout or not process.stdout.readline():
            raise RuntimeError("Anki's engine did not start")
        tell, told = process.stdin, process.stdout

        def answer() -> float:
            tell.write("\n")
            tell.flush()
            return float(told.readline())

        yield answer
        tell.close()
    shutil.rmtree(data)


@contextmanager
def _ours(folder: Path) -> Iterator[Callable[[], float]]:
    """The same in ours, without a window."""
    place = folder / "ours"
    place.mkdir()
    vault = open_vault(place, key=KEY)
    fill(vault, size=PHOTOS)
    vault.close()
    vault = open_vault(place, key=KEY)
    desk, everyone = Desk(vault), {one.id: one for one in students.all_students(vault)}
    names, direction = names_of(everyone.values()), Direction.FACE_TO_NAME
    known = memories.memories(vault, direction=direction)
    session = practise_anyway(tuple(everyone), memories=known, at=now(), limit=PHOTOS)

    def answer() -> float:
        nonlocal session
        start = perf_counter()
        card = session.current
        assert card is not None  # noqa: S101 - there are more faces than answers
        shown = everyone[card.student_id]
        judged = judge_among(fold_words(shown.full_name), target=shown.id, names=names)
        outcome = Outcome(verdict=judged.verdict, mode=Mode.TYPED, seconds=3.0)
        session = session.answered(outcome)
        desk.do(
            answer_card,
            student_id=shown.id,
            direction=direction,
            outcome=outcome,
            rating=session.answers[-1].rating,
            at=now(),
        )
        return (perf_counter() - start) * 1000

    yield answer
    vault.close()
