"""The walls of the cage: limits, the seal, and what is believed of what comes out."""

import platform
import re
import subprocess
import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.columns import Table
from klasgenoot.domain.errors import TooLarge, UnreadableList
from klasgenoot.domain.people import Crop
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.exchange.cage import readers, seal
from klasgenoot.exchange.cage.enclosed import CARD_PICTURES, FACES, Enclosed
from klasgenoot.exchange.cage.everything_readers import EVERYTHING, KEPT_PHOTOS
from klasgenoot.exchange.cage.frames import Message, Nonsense, receive, send
from klasgenoot.exchange.cage.outside import CagedProcess
from klasgenoot.exchange.cage.own_jpeg import size_of
from klasgenoot.exchange.cage.readers import CONTENTS, PHOTO, READERS, TABLE, Entry
from klasgenoot.exchange.cage.timetable_reader import TIMETABLE
from klasgenoot.exchange.cage.troubles import pack_trouble, unpack_trouble
from klasgenoot.exchange.decks import Face
from klasgenoot.exchange.everything import KeptPhoto
from klasgenoot.exchange.hevc_library import can_decode
from klasgenoot.exchange.lists import read_list
from klasgenoot.exchange.photos import Picture, read_photo
from klasgenoot.exchange.signatures import Kind
from klasgenoot.exchange.tables import MAX_CELL
from made_files import encoded, exif, jpeg, picture

ROOT = Path(__file__).parents[2]
ON_LINUX = sys.platform == "linux" and platform.machine() in seal.CALLS
HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}


def inside(program: str) -> list[str]:
    """What a program prints that runs with the tests' and our own modules at hand."""
    head = f"import sys; sys.path[:0] = [{str(ROOT / 'src')!r}, {str(ROOT / 'tests')!r}]\n"
    done = subprocess.run(
        [sys.executable, "-c", head + dedent(program)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


# ---- the seal and the limits ----


@pytest.mark.skipif(not ON_LINUX, reason="the seal is for Linux on Intel and ARM")
def test_a_sealed_process_can_do_nothing_but_read_and_answer(tmp_path: Path) -> None:
    told = inside(f"""
        import ctypes, os, _socket, _posixsubprocess, _thread
        from pathlib import Path
        from klasgenoot.exchange.cage.limits import take_little
        from klasgenoot.exchange.cage.seal import put_seal_on
        take_little()
        if not put_seal_on():
            print("no seal")
            raise SystemExit
        def begin_thread():
            try:
                _thread.start_new_thread(print, ())
            except RuntimeError as error:
                raise PermissionError from error
        place = Path({str(tmp_path)!r})
        tries = dict(
            read=lambda: os.open("/etc/hostname", os.O_RDONLY),
            write=lambda: os.open(place / "x", os.O_WRONLY | os.O_CREAT),
            folder=lambda: os.mkdir(place / "x"),
            remove=lambda: os.rmdir(place),
            rename=lambda: os.rename(place, "/tmp/x"),
            link=lambda: os.symlink("/", place / "x"),
            fork=os.fork,
            program=lambda: os.execv("/bin/true", ["true"]),
            network=_socket.socket,
            pair=_socket.socketpair,
            signal=lambda: os.kill(os.getppid(), 0),
            go=lambda: os.chdir("/tmp"),
            thread=begin_thread,
        )
        for name, deed in tries.items():
            try:
                deed()
            except PermissionError:
                continue
            print(name)
    """)
    if told == ["no seal"]:
        pytest.skip("this computer lets nobody put a filter on system calls")
    assert told == []
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not ON_LINUX, reason="the seal is for Linux on Intel and ARM")
@pytest.mark.skipif(not can_decode(), reason="the extra is not here")
def test_a_sealed_process_reads_heic_without_a_thread() -> None:
    """What decodes it starts none unless it is asked to: all of it works behind the wall."""
    told = inside("""
        import _thread
        from heic_files import TILE, heic
        from made_files import picture
        photos = [heic(picture(700, 900), tile=TILE), heic(picture(60, 80, mode="RGBA"))]
        from klasgenoot.exchange.cage import limits, seal, warming
        from klasgenoot.exchange.photos import read_photo
        limits.take_little()
        warming.warm_up()
        print(seal.put_seal_on())
        for photo in photos:
            print(read_photo(photo, source="").width)
        try:
            _thread.start_new_thread(print, ("a thread",))
        except RuntimeError:
            print("none")
    """)
    if told[0] == "False":
        pytest.skip("this computer lets nobody put a filter on system calls")
    assert told == ["True", "700", "60", "none"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.skipif(not can_decode(), reason="the extra is not here")
def test_of_the_extra_a_cage_loads_what_decodes_and_nothing_else() -> None:
    told = inside("""
        from pathlib import Path
        from klasgenoot.exchange.cage.warming import warm_up
        warm_up()
        mapped = Path("/proc/self/maps").read_text()
        print(*(name in mapped for name in ("libde265", "libheif", "libx265", "_pillow_heif")))
        print("pillow_heif" in sys.modules)
    """)
    assert told == ["True False False False", "False"]


@pytest.mark.skipif(not ON_LINUX, reason="the seal is for Linux on Intel and ARM")
def test_a_cage_is_sealed_before_it_is_asked_anything() -> None:
    process = CagedProcess()
    try:
        assert process.await_ready()
    finally:
        process.close()


@pytest.mark.parametrize(("machine", "calls"), [("x86_64", seal._INTEL), ("aarch64", seal._ARM)])
def test_the_numbers_of_the_calls_are_those_of_the_kernel(
    machine: str, calls: dict[str, int]
) -> None:
    if not HEADERS[machine].exists():
        pytest.skip("the headers of the kernel are not installed")
    told = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", HEADERS[machine].read_text())
    known = {name: int(number) for name, number in told}
    for name, number in {**calls, **seal._EVERYWHERE}.items():
        assert known[name] == number, name


@pytest.mark.skipif(sys.platform == "win32", reason="limits of Unix")
def test_a_process_that_took_little_cannot_write_and_leaves_no_core(tmp_path: Path) -> None:
    told = inside(f"""
        import resource
        from pathlib import Path
        from klasgenoot.exchange.cage.limits import MEMORY, take_little
        take_little()
        try:
            (Path({str(tmp_path)!r}) / "x").write_bytes(b"x")
        except OSError:
            print("refused")
        print(resource.getrlimit(resource.RLIMIT_CORE) == (0, 0))
        if sys.platform == "linux":
            try:
                bytearray(MEMORY)
            except MemoryError:
                print("no room")
    """)
    assert told == ["refused", "True", *(["no room"] if sys.platform == "linux" else [])]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of Unix")
def test_work_without_end_is_ended() -> None:
    told = inside("""
        import os
        from klasgenoot.exchange.cage import limits
        limits.CPU_SECONDS = 0.05
        child = os.fork()
        if not child:
            limits.begin_file()
            while True:
                pass
        print(os.WTERMSIG(os.waitpid(child, 0)[1]) != 0)
    """)
    assert told == ["True"]


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="how that C library keeps memory")
def test_what_a_photo_gives_back_is_kept_for_the_next_one() -> None:
    told = inside("""
        import resource
        from klasgenoot.exchange.cage.warming import warm_up
        from klasgenoot.exchange.photos import read_photo
        from made_files import jpeg
        def asked_anew():
            before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
            for photo in photos:
                read_photo(photo, source="")
            return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
        photos = [jpeg(335, 410)] * 20
        warm_up()
        asked_anew()
        print(asked_anew() < 50 * len(photos))
    """)
    assert told == ["True"]


def test_a_cage_for_photos_and_lists_has_nothing_in_it_that_reads_pdfs() -> None:
    told = inside("""
        from klasgenoot.exchange.cage import inside
        print(*inside._warm_readers(reads_pdf=False))
        print(any("pdf" in name for name in sys.modules))
        print(*inside._warm_readers(reads_pdf=True))
    """)
    assert told[1:] == ["False", "pages page wide_page"]
    assert {"photo", "table", "wide", "cut"} <= set(told[0].split())


@given(st.lists(st.integers(0, 300_000), max_size=4))
def test_a_message_comes_as_it_went_whether_it_is_written_at_once_or_not(sizes: list[int]) -> None:
    parts = tuple(bytes([place]) * size for place, size in enumerate(sizes))
    pipe = BytesIO()
    send(pipe, Message("done", {"pictures": 3, "word": "Zoë"}, parts))
    pipe.seek(0)
    assert receive(pipe, most=sum(sizes)) == Message("done", {"pictures": 3, "word": "Zoë"}, parts)
    if sizes and sum(sizes):
        pipe.seek(0)
        with pytest.raises(Nonsense):
            receive(pipe, most=sum(sizes) - 1)


def test_after_warming_up_for_pdfs_nothing_more_is_loaded() -> None:
    told = inside("""
        from klasgenoot.exchange.cage import inside, limits
        from klasgenoot.exchange.cage.pdf_warming import warm_up_for_pdf
        from klasgenoot.exchange.cage.pdf_readers import PDF_READERS
        warm_up_for_pdf()
        before = set(sys.modules)
        from klasgenoot.domain.errors import Trouble
        from klasgenoot.exchange.cage.frames import Message
        bench = inside.Bench(None, None, PDF_READERS)
        limits.begin_file = lambda: None
        from pathlib import Path
        for path in sorted(Path("tests/photo_lists").iterdir()):
            for reader in PDF_READERS:
                bench.answer(Message("read", {"reader": reader}, (path.read_bytes(),)))
        print(*(set(sys.modules) - before))
    """)
    assert [line.strip() for line in told] == [""]


def test_after_warming_up_nothing_more_is_loaded() -> None:
    """Past the seal nothing can be: a photo would be called broken for want of a module."""
    told = inside("""
        from klasgenoot.exchange.cage import inside, limits
        from klasgenoot.exchange.cage.warming import warm_up
        warm_up()
        limits.begin_file()
        limits.signal.setitimer(limits.signal.ITIMER_PROF, 0)  # this takes longer than one file
        before = set(sys.modules)
        import io, random
        from klasgenoot.domain.errors import Trouble
        from klasgenoot.exchange.archives import Archive
        from klasgenoot.exchange.photos import read_photo
        from klasgenoot.exchange.cards import cards_in
        from klasgenoot.exchange.decks import faces_in, read_deck
        from klasgenoot.exchange.everything import photos_in_everything, read_everything
        from klasgenoot.exchange.lists import read_list
        def read_zip(data, source):
            archive = Archive(io.BytesIO(data), source=source)
            return [(archive.kind_of(name), archive.start_of(name, 99)) for name in archive.names]
        def read_deck_file(data, source):
            archive = Archive(io.BytesIO(data), source=source)
            return read_deck(archive, source=source), faces_in(archive, source=source)
        def read_all(data, source):
            return read_everything(data, source=source), photos_in_everything(data, source=source)
        readers = {"photo": read_photo, "list": read_list, "zip": read_zip, "sheet": read_list,
            "deck": read_deck_file, "everything": read_all}
        ours = set(sys.modules)
        from damaged_files import SEEDS, mutated
        for name, seeds in SEEDS.items():
            made = seeds()
            times = 0 if name == "sheet" else 300  # without limits a damaged one takes all memory
            data = [*made, *(mutated(made, random.Random(n)) for n in range(times))]
            known = set(sys.modules)
            for each in data:
                try:
                    readers[name](each, source="x")
                except Trouble:
                    pass
            print(*(set(sys.modules) - known))
        print(*(ours - before - {"random", "bisect", "_random", "_bisect", "_sha512", "math"}))
    """)
    assert [line.strip() for line in told] == [""] * 7


# ---- what is believed ----


def test_what_our_own_reader_writes_is_a_jpeg_of_ours() -> None:
    for shape in ((1, 1), (720, 960), (3_000, 2), (90, 110)):
        for mode in ("RGB", "L", "CMYK"):
            found = read_photo(encoded(picture(*shape).convert(mode), "JPEG"), source="x")
            assert size_of(found.large) == (found.width, found.height)
            assert size_of(found.small)


OURS = jpeg(90, 110)
END = OURS.find(b"\xff\xda")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff\xd9",
        encoded(picture(), "PNG"),
        jpeg(90, 110, exif=exif()),
        jpeg(90, 110, progressive=True),
        jpeg(90, 110, icc_profile=b"profile"),
        encoded(picture(mode="L"), "JPEG"),
        encoded(picture().convert("CMYK"), "JPEG"),
        OURS[:-2],
        OURS + b"more",
        OURS[:-2] + OURS,
        OURS[:20] + OURS[:END] + OURS[20:],
        OURS.replace(b"JFIF", b"JUNK"),
        OURS[:-2] + b"\xff\xda\x00\x02" + OURS[-2:],
        OURS[:2] + OURS[20:],
        OURS[: END + 1],
        OURS[:END] + b"\xff\xd9",
        OURS[:2] + OURS[2:20] * 30 + OURS[20:],
        OURS.replace(OURS[OURS.find(b"\xff\xc0") + 5 :][:4], bytes(4)),
    ],
)
def test_any_other_jpeg_is_not_believed(data: bytes) -> None:
    with pytest.raises(Nonsense):
        size_of(data)


@given(st.binary(max_size=400), st.integers(0, 700))
def test_no_bytes_make_the_check_stumble(noise: bytes, at: int) -> None:
    with suppress(Nonsense):
        size_of(OURS[:at] + noise + OURS[at + len(noise) :])


def test_a_picture_larger_than_its_box_is_not_believed() -> None:
    large, small = jpeg(720, 960), jpeg(240, 320)
    assert PHOTO.unpack(Message("done", parts=(large, small)), "x") == Picture(
        large, small, 720, 960
    )
    for parts in ((jpeg(721, 960), small), (large, jpeg(240, 321)), (large,), (large, small, b"")):
        with pytest.raises(Nonsense):
            PHOTO.unpack(Message("done", parts=parts), "x")


cells = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\x1f"), max_size=20
)


@given(
    st.integers(1, 6).flatmap(
        lambda width: st.tuples(
            st.booleans(),
            st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=9),
        )
    )
)
def test_any_table_goes_through_the_wall_unchanged(shape: tuple[bool, list[list[str]]]) -> None:
    has_header, rows = shape
    table = Table(
        header=tuple("h" for _ in rows[0]) if has_header else (),
        rows=tuple(tuple(row) for row in rows),
        lines=tuple(range(3, 3 + len(rows))),
        source="klas.csv",
    )
    assert TABLE.unpack(TABLE.pack(table), "klas.csv") == table


GOOD = TABLE.pack(read_list(b"Naam;Klas\nSem;1B\nMia;1B\n", source="x"))


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        ({"rows": 3}, GOOD.parts),
        ({"rows": -1}, GOOD.parts),
        ({"rows": 10**9}, GOOD.parts),
        ({"rows": "2"}, GOOD.parts),
        ({"columns": 0}, GOOD.parts),
        ({"columns": 201}, GOOD.parts),
        ({"has_header": 2}, GOOD.parts),
        ({}, (GOOD.parts[0] + b"\x1fx", GOOD.parts[1])),
        ({}, (GOOD.parts[0].replace(b"Mia", b"M\x00a"), GOOD.parts[1])),
        ({}, (GOOD.parts[0].replace(b"Mia", b"M\nia"), GOOD.parts[1])),
        ({}, (GOOD.parts[0].replace(b"Mia", b"\xff\xfe"), GOOD.parts[1])),
        ({}, (GOOD.parts[0].replace(b"Mia", b"x" * (MAX_CELL + 1)), GOOD.parts[1])),
        ({}, (GOOD.parts[0], GOOD.parts[1][:-1])),
        ({}, (GOOD.parts[0], GOOD.parts[1][4:] + GOOD.parts[1][:4])),
        ({}, (GOOD.parts[0],)),
        ({}, ()),
    ],
)
def test_a_table_of_another_shape_is_not_believed(
    head: dict[str, int | str], parts: tuple[bytes, ...]
) -> None:
    with pytest.raises(Nonsense):
        TABLE.unpack(Message("done", {**GOOD.head, **head}, parts), "x")


def test_what_is_in_a_zip_goes_through_the_wall() -> None:
    entries = (Entry("foto's/Zoë.jpg", Kind.JPEG), Entry("klas.csv", None))
    assert CONTENTS.unpack(CONTENTS.pack(entries), "x") == entries
    assert CONTENTS.unpack(CONTENTS.pack(()), "x") == ()


@pytest.mark.parametrize(
    ("count", "names", "kinds"),
    [
        (2, b"a\x00b", b"jpeg"),
        (3, b"a\x00b", b"jpeg\x00png"),
        (2, b"a\x00a", b"jpeg\x00png"),
        (2, b"a\x00", b"jpeg\x00png"),
        (2, b"a\x00../b", b"jpeg\x00png"),
        (2, b"a\x00/b", b"jpeg\x00png"),
        (2, b"a\x00b", b"jpeg\x00exe"),
        (2, b"a\x00\xff", b"jpeg\x00png"),
        (2_001, b"\x00" * 2_000, b"\x00" * 2_000),
    ],
)
def test_contents_of_another_shape_are_not_believed(count: int, names: bytes, kinds: bytes) -> None:
    with pytest.raises(Nonsense):
        CONTENTS.unpack(Message("done", {"files": count}, (names, kinds)), "x")


def test_a_trouble_goes_through_the_wall_and_its_file_is_named_outside() -> None:
    trouble = unpack_trouble(pack_trouble(TooLarge("", "20000 rows")), "klas.csv")
    assert isinstance(trouble, TooLarge)
    assert (trouble.source, trouble.limit) == ("klas.csv", "20000 rows")


def test_remarks_go_through_the_wall_unchanged() -> None:
    said = tuple(Remark(kind, place, f"Blad {place}") for place, kind in enumerate(RemarkKind))
    table = Table(("Naam",), (("Sem",),), (2,), "klas.xlsx", said)
    assert TABLE.unpack(TABLE.pack(table), "klas.xlsx") == table


@pytest.mark.parametrize(
    "head",
    [
        {"sheet_count": -1, "sheet_text": ""},
        {"sheet_count": 10**9, "sheet_text": ""},
        {"sheet_count": "3", "sheet_text": ""},
        {"sheet_count": 3},
        {"sheet_count": 3, "sheet_text": 3},
        {"sheet_count": 3, "sheet_text": "Blad\n1"},
        {"sheet_count": 3, "sheet_text": "x" * (MAX_CELL + 1)},
    ],
)
def test_remarks_of_another_shape_are_not_believed(head: dict[str, str | int]) -> None:
    with pytest.raises(Nonsense):
        TABLE.unpack(Message("done", {**GOOD.head, **head}, GOOD.parts), "x")


def test_what_leads_nowhere_in_a_message_is_nothing() -> None:
    told = Message("done", {**GOOD.head, "gossip_count": 3, "gossip_text": "x"}, GOOD.parts)
    assert TABLE.unpack(told, "x").remarks == ()


PICTURES = (Enclosed("Sem Bos", b"12345"), Enclosed("Zoë", b""), Enclosed("Fay", b"678"))


def test_pictures_within_a_list_go_through_the_wall_unchanged() -> None:
    packed = CARD_PICTURES.pack(PICTURES)
    assert CARD_PICTURES.unpack(packed, "x") == PICTURES
    assert CARD_PICTURES.unpack(CARD_PICTURES.pack(()), "x") == ()
    faces = (Face("Sem Bos", "0"), Face("Zoë", "12"))
    assert FACES.unpack(FACES.pack(faces), "x") == faces


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        ({"pictures": 1}, (b"5 Sem",)),
        ({"pictures": 1}, (b"5 Sem", b"1234")),
        ({"pictures": 1}, (b"3 Sem", b"12345")),
        ({"pictures": 2}, (b"5 Sem", b"12345")),
        ({"pictures": -1}, (b"5 Sem", b"12345")),
        ({"pictures": 10**6}, (b"5 Sem", b"12345")),
        ({}, (b"5 Sem", b"12345")),
        ({"pictures": 1}, (b"-5 Sem", b"12345")),
        ({"pictures": 1}, (b"five Sem", b"12345")),
        ({"pictures": 1}, (b"5 ", b"12345")),
        ({"pictures": 1}, (b"5 Sem\nBos", b"12345")),
        ({"pictures": 1}, (b"5 \xff\xfe", b"12345")),
        ({"pictures": 1}, (b"5 " + b"x" * 2_000, b"12345")),
    ],
)
def test_pictures_of_another_shape_are_not_believed(
    head: dict[str, int], parts: tuple[bytes, ...]
) -> None:
    with pytest.raises(Nonsense):
        CARD_PICTURES.unpack(Message("done", head, parts), "x")


@pytest.mark.parametrize("entry", ["../0", "/etc/passwd", "C:0", ""])
def test_a_face_is_in_the_zip_and_nowhere_else(entry: str) -> None:
    with pytest.raises(Nonsense):
        FACES.unpack(Message("done", {"faces": 1}, (b"Sem", entry.encode())), "x")


KEPT = (
    KeptPhoto("Sem Bos", 1, b"12345", Crop(0.1, 0.0, 1 / 3, 1e-05)),
    KeptPhoto("0 1 2 3 Zoë", 20_000, b"678", None),
)


def test_kept_photos_go_through_the_wall_unchanged() -> None:
    assert KEPT_PHOTOS.unpack(KEPT_PHOTOS.pack(KEPT), "x") == KEPT
    assert KEPT_PHOTOS.unpack(KEPT_PHOTOS.pack(()), "x") == ()


@given(st.lists(st.floats(0, 1), min_size=4, max_size=4))
def test_every_portrait_goes_through_the_wall_to_the_bit(sides: list[float]) -> None:
    left, top, width, height = sides
    crop = Crop(left, top, (1 - left) * width or 1e-9, (1 - top) * height or 1e-9)
    photos = (KeptPhoto("Sem", 1, b"1", crop),)
    assert KEPT_PHOTOS.unpack(KEPT_PHOTOS.pack(photos), "x") == photos


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        ({"photos": 1}, (b"5 1  Sem", b"1234")),
        ({"photos": 1}, (b"3 1  Sem", b"12345")),
        ({"photos": 2}, (b"5 1  Sem", b"12345")),
        ({"photos": 10**6}, (b"5 1  Sem", b"12345")),
        ({}, (b"5 1  Sem", b"12345")),
        ({"photos": 1}, (b"5 0  Sem", b"12345")),
        ({"photos": 1}, (b"5 20001  Sem", b"12345")),
        ({"photos": 1}, (b"5 1 0.1 0.1 0.95 0.1 Sem", b"12345")),
        ({"photos": 1}, (b"5 1 0.1 0.1 0.0 0.1 Sem", b"12345")),
        ({"photos": 1}, (b"-5 1  Sem", b"12345")),
        ({"photos": 1}, (b"5 1  ", b"12345")),
        ({"photos": 1}, (b"5 1  Sem\nBos", b"12345")),
        ({"photos": 1}, (b"5 1  \xff\xfe", b"12345")),
    ],
)
def test_kept_photos_of_another_shape_are_not_believed(
    head: dict[str, int], parts: tuple[bytes, ...]
) -> None:
    with pytest.raises(Nonsense):
        KEPT_PHOTOS.unpack(Message("done", head, parts), "x")


@pytest.mark.parametrize(
    "why", ["", "password", "damaged", "unsafe", "anki", "calendar", "json", "newer"]
)
def test_every_reason_of_a_list_goes_through_the_wall(why: str) -> None:
    told = unpack_trouble(pack_trouble(UnreadableList("inside", why)), "klas.xlsx")
    assert isinstance(told, UnreadableList)
    assert (told.source, told.why) == ("klas.xlsx", why)


@pytest.mark.parametrize(
    "head",
    [
        {},
        {"kind": "SystemExit", "word": ""},
        {"kind": "UnreadablePhoto", "word": ""},
        {"kind": "UnreadablePhoto", "word": "broken\n"},
        {"kind": "UnreadableList", "word": "database"},
        {"kind": "TooLarge", "word": "{source} 20 MB"},
        {"kind": "TooLarge", "word": 20},
    ],
)
def test_a_trouble_in_other_words_is_not_believed(head: dict[str, str | int]) -> None:
    with pytest.raises(Nonsense):
        unpack_trouble(Message("trouble", head), "klas.csv")


def test_every_reader_is_called_by_its_name() -> None:
    within = (CARD_PICTURES, FACES, EVERYTHING, KEPT_PHOTOS)
    there = (PHOTO, TABLE, CONTENTS, *within, TIMETABLE)
    assert {reader.name: reader for reader in there} == READERS
    assert 2 * len(jpeg(720, 960)) < readers.MOST_OF_PICTURE
