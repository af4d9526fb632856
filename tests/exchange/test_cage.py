"""The cage: what is read in it comes back; what ends, hangs or lies in it is one file left out."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from klasgenoot.domain.errors import (
    Cancelled,
    NoReader,
    ReaderStopped,
    Trouble,
    UnreadablePhoto,
    UnreadablePlace,
)
from klasgenoot.exchange.cage import WORD, outside
from klasgenoot.exchange.cage import cage as cage_room
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.outside import CagedProcess
from klasgenoot.exchange.cage.readers import CONTENTS, PHOTO, TABLE
from klasgenoot.exchange.photo_files import read_photos
from klasgenoot.exchange.photos import Picture
from klasgenoot.exchange.source_files import InZip, LentFile, SourceFile
from klasgenoot.exchange.sources import read_source
from made_files import jpeg, zipped

SOURCE = Path(cage_room.__file__).parents[3]
SMALL = jpeg(20, 20)

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="signals are a Unix thing")


def never() -> bool:
    return False


def file(data: bytes = SMALL, name: str = "foto.jpg") -> SourceFile:
    return SourceFile(name, lambda limit: data[:limit])


def files(*data: bytes) -> list[SourceFile]:
    return [file(each, f"{place}.jpg") for place, each in enumerate(data)]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[CagedProcess]:
    """The processes that are started, as they come."""
    processes: list[CagedProcess] = []
    begin = CagedProcess.__init__

    def noted(process: CagedProcess, word: str = WORD) -> None:
        begin(process, word)
        processes.append(process)

    monkeypatch.setattr(CagedProcess, "__init__", noted)
    return processes


@pytest.fixture
def alone(started: list[CagedProcess]) -> Iterator[Cage]:
    """A cage of one process, which is noted."""
    with Cage(is_cancelled=never, workers=1) as cage:
        yield cage


# ---- reading ----


def test_photos_come_in_order_with_progress_and_the_bad_ones_among_them(cage: Cage) -> None:
    told: list[tuple[int, int]] = []
    photos = files(*(jpeg(90 + n, 110) for n in range(20)), b"geen foto")
    found = list(
        read_photos(photos, cage=cage, on_progress=lambda done, total: told.append((done, total)))
    )
    assert [place for place, _ in found] == list(range(21))
    assert [result.width for _, result in found[:20]] == [90 + n for n in range(20)]
    last = found[20][1]
    assert isinstance(last, UnreadablePhoto)
    assert (last.source, last.why) == ("20.jpg", "unknown_format")
    assert told == [(n + 1, 21) for n in range(21)]


def test_no_photos_give_nothing(cage: Cage) -> None:
    assert not list(read_photos([], cage=cage, on_progress=lambda _done, _total: None))


def test_a_photo_that_is_gone_meanwhile_says_so(cage: Cage) -> None:
    def read(_limit: int) -> bytes:
        raise UnreadablePlace(Path("weg.jpg"))

    (answer,) = cage.read_each(PHOTO, [SourceFile("weg.jpg", read)])
    assert isinstance(answer, UnreadablePlace)


def test_a_list_comes_back_as_it_was(cage: Cage) -> None:
    data = "Lijst van mei\n\nNaam;Klas\nZoë \x1a Aydın;1B\n;\nŁukasz;\n".encode()
    table = cage.read(TABLE, file(data, "klas.csv"))
    assert table.header == ("Naam", "Klas")
    assert table.rows == (("Zoë Aydın", "1B"), ("Łukasz", ""))
    assert (table.lines, table.source) == ((4, 6), "klas.csv")


def test_only_a_few_photos_are_read_ahead() -> None:
    read: list[int] = []

    def reading(number: int) -> SourceFile:
        def data(_limit: int) -> bytes:
            read.append(number)
            return SMALL

        return SourceFile(f"{number}.jpg", data)

    with Cage(is_cancelled=never) as cage:
        results = cage.read_each(PHOTO, [reading(number) for number in range(100)])
        next(results)
        results.close()
    assert len(read) <= 8


def test_a_zip_that_changes_while_it_is_read_is_damaged(cage: Cage, tmp_path: Path) -> None:
    path = zipped(tmp_path / "in.zip", {"1.jpg": SMALL, "2.jpg": SMALL})
    lent = LentFile(path)
    assert [entry.name for entry in cage.read(CONTENTS, SourceFile("in.zip", InZip(lent, "")))] == [
        "1.jpg",
        "2.jpg",
    ]
    with pytest.raises(Trouble):
        cage.read(PHOTO, SourceFile("in.zip/3.jpg", InZip(lent, "3.jpg")))
    lent.close()
    with Cage(is_cancelled=never) as other, pytest.raises(ReaderStopped):
        other.read(PHOTO, SourceFile("in.zip/1.jpg", InZip(lent, "1.jpg")))


# ---- stopping ----


def test_cancelling_takes_effect_while_a_disk_is_slow() -> None:
    let_go, cancelled = threading.Event(), threading.Event()
    waited_for: list[bool] = []

    def slow(_limit: int) -> bytes:
        cancelled.set()
        waited_for.append(let_go.wait(60))
        return SMALL

    try:
        with Cage(is_cancelled=cancelled.is_set) as cage, pytest.raises(Cancelled):
            list(cage.read_each(PHOTO, [SourceFile("1.jpg", slow)] * 9))
        assert not waited_for
    finally:
        let_go.set()


@needs_signals
def test_cancelling_takes_effect_while_a_photo_hangs(started: list[CagedProcess]) -> None:
    asked: list[bool] = []

    def is_cancelled() -> bool:
        asked.append(True)
        if len(asked) == 3:
            os.kill(started[0].pid, signal.SIGSTOP)
        return len(asked) > 6

    with Cage(is_cancelled=is_cancelled, workers=1) as cage, pytest.raises(Cancelled):
        list(cage.read_each(PHOTO, [file()] * 10_000))
    assert all(_is_gone(process) for process in started)


def test_nothing_runs_when_a_cage_is_closed(started: list[CagedProcess]) -> None:
    with Cage(is_cancelled=never) as cage:
        assert len(list(cage.read_each(PHOTO, [file()] * 30))) == 30
        assert len(started) == 2
    assert all(_is_gone(process) for process in started)
    with pytest.raises(RuntimeError):
        cage.read(PHOTO, file())


def _is_gone(process: CagedProcess) -> bool:
    return process._process.returncode is not None


def test_where_many_photos_are_found_all_processes_start_before_one_is_read(
    started: list[CagedProcess], tmp_path: Path
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.jpg").write_bytes(SMALL)
    with Cage(is_cancelled=never) as cage:
        read_source([tmp_path / "0.jpg"], cage=cage).close()
        _wait_until(lambda: len(cage._free.queue) == 2)
        assert len(started) == 1
        read_source([tmp_path], cage=cage).close()
        _wait_until(lambda: len(started) == 2)
    assert all(_is_gone(process) for process in started)


def _wait_until(is_so: Callable[[], bool]) -> None:
    deadline = monotonic() + 60
    while not is_so():
        assert monotonic() < deadline
        sleep(0.005)


# ---- what ends or hangs ----


@needs_signals
def test_a_process_that_is_ended_once_costs_no_photo(
    alone: Cage, started: list[CagedProcess]
) -> None:
    def deadly(limit: int) -> bytes:
        started[-1].kill()
        return SMALL[:limit]

    photos = [*files(SMALL, SMALL), SourceFile("2.jpg", deadly), *files(SMALL, SMALL)]
    assert all(isinstance(answer, Picture) for answer in alone.read_each(PHOTO, photos))
    assert len(started) == 2
    assert len(alone.mishaps) == 1


@needs_signals
def test_a_photo_that_ends_its_process_is_left_out_and_the_others_come(
    alone: Cage, started: list[CagedProcess], monkeypatch: pytest.MonkeyPatch
) -> None:
    _deadly_to(b"fataal", monkeypatch)
    answers = list(alone.read_each(PHOTO, files(SMALL, b"fataal", SMALL, b"fataal", SMALL)))
    assert [type(answer) for answer in answers] == [
        *(Picture, ReaderStopped, Picture, ReaderStopped, Picture)
    ]
    assert isinstance(answers[3], ReaderStopped)
    assert answers[3].source == "3.jpg"
    assert len(started) == 5
    assert all(_is_gone(process) for process in started[:-1])


def _deadly_to(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on a file with this content ends the process that is to read it."""
    ask = CagedProcess.ask

    def deadly(process: CagedProcess, reader: object, given: object, **said: object) -> object:
        if given == data:
            process.kill()
        return ask(process, reader, given, **said)

    monkeypatch.setattr(CagedProcess, "ask", deadly)


@needs_signals
def test_where_every_file_ends_its_process_the_rest_is_not_tried(
    started: list[CagedProcess], monkeypatch: pytest.MonkeyPatch
) -> None:
    _deadly_to(b"fataal", monkeypatch)
    monkeypatch.setattr(cage_room, "MOST_STOPS", 4)
    with Cage(is_cancelled=never) as cage, pytest.raises(NoReader) as caught:
        list(cage.read_each(PHOTO, files(*[b"fataal"] * 100)))
    assert caught.value.why == "stops"
    assert len(started) <= 4 + 4


@needs_signals
def test_a_photo_that_hangs_is_left_out_once_it_takes_too_long(
    alone: Cage, started: list[CagedProcess], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(alone.read(PHOTO, file()), Picture)

    def hanging(limit: int) -> bytes:
        os.kill(started[-1].pid, signal.SIGSTOP)
        monkeypatch.setattr(cage_room, "PATIENCE", 0.05)
        return SMALL[:limit]

    with pytest.raises(ReaderStopped) as caught:
        alone.read(PHOTO, SourceFile("hangt.jpg", hanging))
    assert caught.value.source == "hangt.jpg"
    monkeypatch.setattr(cage_room, "PATIENCE", 60)
    assert isinstance(alone.read(PHOTO, file()), Picture)
    assert len(started) == 2


@pytest.mark.parametrize(
    "command",
    [
        ["/no/such/program"],
        [sys.executable, "-c", "raise SystemExit(3)"],
        [sys.executable, "-c", "print('Klasgenoot'*9, flush=True); input()"],
    ],
    ids=["is not there", "ends at once", "is another program"],
)
def test_without_a_process_that_reads_that_is_said(
    command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "command_line", lambda _word: command)
    with Cage(is_cancelled=never) as cage, pytest.raises(NoReader) as caught:
        list(cage.read_each(PHOTO, files(SMALL, SMALL)))
    assert caught.value.why == "start"


# ---- what lies ----

LIAR = """
import sys; sys.path.insert(0, {source!r})
from io import FileIO
from klasgenoot.exchange.cage.frames import Message, receive, send
asked, answers = FileIO(0, "rb", closefd=False), FileIO(1, "wb", closefd=False)
send(answers, Message("ready"))
while True:
    receive(asked, most=10**9)
    {lie}
"""
GOOD = "large, small = {large!r}, {large!r}; "
LIES = {
    "bytes without end": "[answers.write(b'x' * 60_000) for _ in range(10_000)]",
    "more bytes than a photo": "answers.write(b'\\0\\0\\0\\2\\0\\0\\0\\1\\xff\\xff\\xff\\xff{}')",
    "a head without end": "answers.write(b'\\xff\\xff\\xff\\xff\\0\\0\\0\\0' + b'[' * 99_999)",
    "many parts": "answers.write(b'\\0\\0\\0\\2\\0\\0\\0\\x7f' + b'\\0' * 4_096)",
    "a head ever deeper": "answers.write(b'\\0\\0\\x3f\\xff\\0\\0\\0\\0' + b'[' * 0x3fff)",
    "a head that is a list": "answers.write(b'\\0\\0\\0\\2\\0\\0\\0\\0[]')",
    "a head of other things": "send(answers, Message('done', {'width': 1.5}))",
    "no photo": "send(answers, Message('done'))",
    "one size": "send(answers, Message('done', parts=(large,)))",
    "a photo that is none": "send(answers, Message('done', parts=(b'GIF89a', b'GIF89a')))",
    "a photo that is too large": "send(answers, Message('done', parts=(large, large)))",
    "an answer nobody knows": "send(answers, Message('sudo'))",
    "a trouble nobody knows": "send(answers, Message('trouble', {'kind': 'Error', 'word': ''}))",
    "a word nobody knows": "send(answers, Message('trouble', {'kind': 'TooLarge', 'word': 'a'}))",
    "a wish for another file": "send(answers, Message('wants', {'zip': 1, 'at': 0, 'size': 9}))",
    "a wish without a place": "send(answers, Message('wants', {'zip': 'x'}))",
    "silence": "raise SystemExit",
}


@pytest.mark.parametrize("lie", LIES)
def test_a_process_that_talks_nonsense_costs_the_file_it_talked_of(
    lie: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = jpeg(300, 400)
    told = LIAR.format(source=str(SOURCE), lie=f"large = {large!r}; {LIES[lie]}")
    monkeypatch.setattr(outside, "command_line", lambda _word: [sys.executable, "-c", told])
    with Cage(is_cancelled=never) as cage:
        answers = list(cage.read_each(PHOTO, files(SMALL, SMALL)))
        assert len(cage.mishaps) == 4
    assert [type(answer) for answer in answers] == [ReaderStopped, ReaderStopped]


def test_a_process_may_ask_for_the_zip_it_was_lent_and_for_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lie = "send(answers, Message('wants', {'zip': NUMBER, 'at': -1, 'size': 10**9}))"
    lent = LentFile(zipped(tmp_path / "in.zip", {"1.jpg": SMALL}))
    told = LIAR.format(source=str(SOURCE), lie=lie.replace("NUMBER", str(id(lent))))
    monkeypatch.setattr(outside, "command_line", lambda _word: [sys.executable, "-c", told])
    with Cage(is_cancelled=never) as cage, pytest.raises(ReaderStopped):
        cage.read(CONTENTS, SourceFile("in.zip", InZip(lent, "")))
    lent.close()


MISTAKEN = """
import sys; sys.path.insert(0, {source!r})
from klasgenoot.exchange.cage import inside, readers
readers.read_photo = lambda data, source: dict()["Sanne Hoekstra"]
inside.warm_up = lambda: None
inside.serve()
"""


def test_a_mistake_of_ours_costs_one_file_and_tells_where_it_was_without_its_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = MISTAKEN.format(source=str(SOURCE))
    monkeypatch.setattr(outside, "command_line", lambda _word: [sys.executable, "-c", told])
    with Cage(is_cancelled=never, workers=1) as cage:
        answers = list(cage.read_each(PHOTO, files(SMALL)))
        assert cage.mishaps == ("KeyError <string>:4",)
    assert [type(answer) for answer in answers] == [ReaderStopped]


# ---- what it is given ----


def test_nothing_of_the_environment_goes_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLASGENOOT_SECRET", "geheim")
    given = outside._environment()
    assert set(given) <= {"PYTHONPATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"}
    assert given["PYTHONPATH"] == str(SOURCE)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_the_process_has_its_pipe_and_nothing_else_open(
    alone: Cage, started: list[CagedProcess], tmp_path: Path
) -> None:
    with (tmp_path / "vault.db").open("wb"):
        alone.read(PHOTO, file())
        place = Path(f"/proc/{started[0].pid}")
        try:
            opened = {str(path.readlink()) for path in (place / "fd").iterdir()}
            words = (place / "cmdline").read_text().split("\0")
        except PermissionError:
            pytest.skip("nobody may look into a process that is sealed")
    assert {name.split(":")[0] for name in opened} == {"pipe", "/dev/null"}
    assert len(opened) == 3
    assert words[-2:] == [outside.WORD, ""]
    assert str(tmp_path) not in " ".join(words)


def test_a_word_on_the_command_line_makes_it_a_cage_that_ends_when_nobody_asks() -> None:
    done = subprocess.run(
        outside.command_line(),
        input=b"",
        capture_output=True,
        env=outside._environment(),
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert b'"what": "ready"' in done.stdout
    assert done.stderr == b""


def test_the_same_word_is_used_in_a_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert outside.command_line() == [sys.executable, outside.WORD]
