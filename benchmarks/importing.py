"""What does taking in a class cost beside the bare work on its photos? Reading, pairing, keeping."""

from collections.abc import Iterator
from compileall import compile_dir
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from figures import Figure, medians
from made_classes import real_portraits, write_class

import klasgenoot
from klasgenoot.app.clock import now
from klasgenoot.exchange.photos import LARGE, SMALL
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.import_class import import_class
from klasgenoot.operations.proposing import arrivals_of, propose
from klasgenoot.operations.reading import columns_of, read_import
from klasgenoot.store.database import Vault
from klasgenoot.store.opening import open_vault

SIZES = (56, 200, 500)
WORKERS = 4
ROUNDS = 7
KEY = "00" * 32


def measure() -> Iterator[Figure]:
    """A folder with a list and photos, until it is committed in an encrypted file."""
    # an installed app is compiled; what reads starts anew for each import, and writes nothing
    compile_dir(Path(klasgenoot.__file__).parent, quiet=2)
    for size in SIZES:
        yield _figure(size, what="import of a class, committed")
    if portraits := real_portraits():
        yield _figure(SIZES[-1], what="the same with real portraits", portraits=portraits)


def _figure(size: int, *, what: str, portraits: tuple[bytes, ...] = ()) -> Figure:
    with TemporaryDirectory() as place:
        folder = Path(place, "CMV-1B")
        write_class(folder, size=size, portraits=portraits)
        vaults = [open_vault(Path(place, str(number)), key=KEY) for number in range(ROUNDS)]
        empty = iter(vaults)
        took = medians(
            {"bare": lambda: _bare(folder), "ours": lambda: _ours(folder, next(empty))},
            rounds=ROUNDS,
        )
        for vault in vaults:
            vault.close()
    return Figure(
        what=what,
        size=f"{size} photos",
        ours=took["ours"],
        yardstick=took["bare"],
        beside=f"decode and scale with Pillow, {WORKERS} threads",
        budget="≤ 1.3 ×" if size == SIZES[-1] else "",
    )


def _ours(folder: Path, vault: Vault) -> None:
    found = read_import(
        [folder], on_progress=lambda _done, _total: None, is_cancelled=lambda: False
    )
    fields = columns_of(vault, found.table) if found.table else ()
    proposal = propose(vault, found, fields=fields, class_id=None)
    imported = Desk(vault).do(
        import_class,
        arrivals=arrivals_of(proposal, found),
        joined=now().date(),
        class_name=proposal.class_name,
    )
    if imported.result.photos != len(found.photos):
        raise RuntimeError(f"{imported.result} of {len(found.photos)} photos")


def _bare(folder: Path) -> None:
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(_decode_and_scale, sorted(folder.glob("*.jpg"))))


def _decode_and_scale(path: Path) -> None:
    """The two sizes, as anybody would make them with Pillow; nothing is encoded or kept."""
    from PIL import Image, ImageOps

    with Image.open(path) as image:
        scaled = ImageOps.exif_transpose(image).convert("RGB")
    for box in (LARGE, SMALL):
        scaled.thumbnail(box, Image.Resampling.LANCZOS)
