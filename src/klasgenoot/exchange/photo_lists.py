"""Reads photo lists on paper: the pages of each PDF, in a cage of their own, paired to people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from klasgenoot.domain.captions import Caption
from klasgenoot.domain.errors import Cancelled, NoReader, ScannedPage, Trouble, UnreadablePdf
from klasgenoot.domain.page_layout import Page
from klasgenoot.domain.photo_list import read_photo_list
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.pdf_readers import PAGE, PAGES, WIDE_PAGE
from klasgenoot.exchange.pdf import ReadPage
from klasgenoot.exchange.photos import Picture
from klasgenoot.exchange.source_files import SourceFile
from klasgenoot.exchange.wide import WidePicture

_NO_PAGE = Page(1, 1, (), ())


@dataclass(frozen=True, slots=True)
class OnPaper:
    """Somebody on a photo list.

    Attributes:
        file: the file.
        page: the page in it, 1 being the first.
        caption: what stands at the photo.
        picture: the photo; None when there is none.
        is_cut: whether the photo stands partly off the page.
    """

    file: str
    page: int
    caption: Caption
    picture: Picture | None
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class PhotoLists:
    """Everybody on the photo lists, and why the rest cannot be used.

    Attributes:
        people: who can be seen on them.
        refused: why some of it cannot be used.
        off_page: how many photos stand off their page, where nobody sees them.
    """

    people: tuple[OnPaper, ...]
    refused: tuple[Trouble, ...]
    off_page: int = 0


def read_photo_lists(
    pdfs: Sequence[SourceFile],
    *,
    on_progress: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
) -> PhotoLists:
    """Reads PDFs, page by page.

    Args:
        pdfs: what to read.
        on_progress: told how many pages are done, and of how many.
        is_cancelled: whether the teacher stopped it.

    Raises:
        Cancelled: the teacher stopped it.
        NoReader: nothing can be read in the cage.
    """
    people: list[OnPaper] = []
    refused: list[Trouble] = []
    if not pdfs:
        return PhotoLists((), ())
    with Cage(is_cancelled=is_cancelled, reads_pdf=True) as cage:
        pages = _all_pages(pdfs, cage=cage, refused=refused)
        answers = cage.read_each(PAGE, pages)
        read: dict[str, list[ReadPage | None]] = {}
        for place, answer in enumerate(answers):
            file = pages[place]
            is_read = isinstance(answer, ReadPage)
            read.setdefault(file.name, []).append(answer if is_read else None)  # type: ignore[arg-type]  # asked in the line above
            if isinstance(answer, Trouble):
                refused.append(answer)
            on_progress(place + 1, len(pages))
    for name, found in read.items():
        _take(name, found, people=people, refused=refused)
    off_page = sum(page.layout.off_page for found in read.values() for page in found if page)
    return PhotoLists(tuple(people), tuple(refused), off_page)


def read_scans(pdf: SourceFile, *, cage: Cage) -> list[WidePicture]:
    """The pages of a PDF as pictures, to cut faces out of by hand.

    Raises:
        Cancelled: the teacher stopped it.
        Trouble: it cannot be read, and why.
    """
    pages = [replace(pdf, part=number) for number in range(cage.read(PAGES, pdf))]
    drawn: list[WidePicture] = []
    troubles: list[Trouble] = []
    for answer in cage.read_each(WIDE_PAGE, pages):
        if isinstance(answer, Trouble):
            troubles.append(answer)
        else:
            drawn.append(answer)
    if not drawn:
        raise troubles[0]
    return drawn


def _all_pages(
    pdfs: Sequence[SourceFile], *, cage: Cage, refused: list[Trouble]
) -> list[SourceFile]:
    pages: list[SourceFile] = []
    for pdf in pdfs:
        try:
            pages += [replace(pdf, part=number) for number in range(cage.read(PAGES, pdf))]
        except (Cancelled, NoReader):
            raise
        except Trouble as trouble:
            refused.append(trouble)
    return pages


def _take(
    name: str,
    pages: Sequence[ReadPage | None],
    *,
    people: list[OnPaper],
    refused: list[Trouble],
) -> None:
    """Pairs the photos of one PDF with their captions."""
    listed = read_photo_list([page.layout if page else _NO_PAGE for page in pages])
    for each in listed.people:
        page = pages[each.page]
        picture = page.pictures[each.picture] if page and each.picture is not None else None
        people.append(OnPaper(name, each.page + 1, each.caption, picture, each.is_cut))
    if listed.people:
        refused += [ScannedPage(name, page + 1) for page in listed.scans]
    elif listed.scans:
        refused.append(UnreadablePdf(name, "scanned"))
    elif any(pages):
        refused.append(UnreadablePdf(name, "empty"))
