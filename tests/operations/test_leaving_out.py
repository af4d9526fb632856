"""Somebody in the list who does not come along."""

from pathlib import Path

from imports import PEOPLE, portrait, read, rows
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.leaving_out import without
from klasgenoot.operations.proposing import Proposal, arrivals_of, propose
from klasgenoot.operations.proposing_classes import propose_classes
from klasgenoot.operations.reading import Found, columns_of
from made_files import folder


def _proposed(desk: Desk, tmp_path: Path) -> tuple[Proposal, Found]:
    files = {"klas.csv": rows(*PEOPLE), "500123.jpg": portrait(0), "500125.jpg": portrait(2)}
    found = read(folder(tmp_path / "in", files))
    assert found.table is not None
    fields = columns_of(desk.vault, found.table)
    return propose(desk.vault, found, fields=fields, class_id=None), found


def test_who_is_left_out_is_gone_and_everybody_keeps_their_own_photo(
    desk: Desk, tmp_path: Path
) -> None:
    proposal, found = _proposed(desk, tmp_path)
    photo_of = {match.person: match.photo for match in proposal.matches if match.person is not None}
    before = {a.student.name: a.picture for a in arrivals_of(proposal, found, photo_of=photo_of)}
    kept, photos = without(proposal, photo_of=photo_of, left_out={0})
    after = {a.student.name: a.picture for a in arrivals_of(kept, found, photo_of=photos)}
    assert after == {name: before[name] for name in ("Milan", "Noor")}
    assert after["Noor"] is not None


def test_where_nobody_is_left_out_nothing_is_otherwise(desk: Desk, tmp_path: Path) -> None:
    proposal, _ = _proposed(desk, tmp_path)
    assert without(proposal, photo_of={2: 1}, left_out=()) == (proposal, {2: 1})


def test_of_several_classes_the_others_stay_in_theirs_and_an_empty_new_one_is_not_made(
    desk: Desk, tmp_path: Path
) -> None:
    lines = ("1;Sem;;Bos;;1A", "2;Fay;;Vos;;1B", "3;Lux;;Kok;;1B")
    found = read(folder(tmp_path / "in", {"lijst.csv": rows(*lines)}))
    assert found.table is not None
    fields = columns_of(desk.vault, found.table)
    both = propose_classes(desk.vault, found, fields=fields, only={"1A", "1B"})
    kept, _ = without(both, photo_of={}, left_out={1})
    members = {one.name: [kept.rows[at].given_name for at in one.members] for one in kept.each}
    assert members == {"1A": ["Sem"], "1B": ["Lux"]}
    kept, _ = without(both, photo_of={}, left_out={0})
    assert [one.name for one in kept.each] == ["1B"]
