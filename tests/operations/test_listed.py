"""Photo lists as a class list: what is said of photos that the edge of a page cuts."""

from klasgenoot.domain.captions import Caption
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.exchange.photo_lists import OnPaper
from klasgenoot.operations.listed import listed_on


def test_whose_photo_is_cut_off_is_said_by_name_or_by_page() -> None:
    people = (
        OnPaper("lijst.pdf", 1, Caption(name="Noor Vos"), None),
        OnPaper("lijst.pdf", 1, Caption(name="Bo Smit"), None, is_cut=True),
        OnPaper("lijst.pdf", 2, Caption(), None, is_cut=True),
    )
    listed = listed_on(people)
    assert listed.table is not None
    assert [row[0] for row in listed.table.rows] == ["Noor Vos", "Bo Smit"]
    assert listed.remarks == (Remark(RemarkKind.CUT_OFF, 2, "Bo Smit, lijst.pdf, 2"),)


def test_where_every_photo_is_whole_nothing_is_said() -> None:
    assert listed_on((OnPaper("lijst.pdf", 1, Caption(name="Noor Vos"), None),)).remarks == ()


def test_numbers_that_are_all_citizen_numbers_stay_behind() -> None:
    numbers = ("111222333", "123456782", "100000009", "100000010", "100000022")
    people = [
        OnPaper(
            "lijst.pdf", 1, Caption(name=f"Sem Bos{'abcde'[place]}", student_number=number), None
        )
        for place, number in enumerate(numbers)
    ]
    listed = listed_on(people)
    assert listed.table is not None
    assert listed.table.header == ("Naam",)
    assert not [cell for row in listed.table.rows for cell in row if any(map(str.isdigit, cell))]
