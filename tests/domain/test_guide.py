import json
import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.evidence import (
    Evidence,
    LastGroupNote,
    NamesKnown,
    NeedsAsked,
    Nothing,
    OpenPromises,
    Reach,
)
from klasgenoot.domain.guide import (
    REST_DAYS,
    Guide,
    Mark,
    Marked,
    Place,
    of_the_week,
    read_guide,
)
from klasgenoot.domain.people import StudentId

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TODAY = date(2026, 10, 29)
ALL_KNOWN = NamesKnown(known=28, total=28)
ALL_SEEN = Reach(seen=28, total=28, weeks=4, unseen=(), never=())
JORT_NEVER = Reach(seen=27, total=28, weeks=4, unseen=(StudentId(7),), never=(StudentId(7),))
FRESH_NOTE = LastGroupNote(days_old=2, phase=None)
ONE_OVERDUE = OpenPromises(open=2, overdue=1, oldest=StudentId(3))
NONE_OVERDUE = OpenPromises(open=2, overdue=0, oldest=StudentId(3))

REPORT_TITLES = (
    "leer zo snel mogelijk de namen van je studenten",
    "creëer ruimte voor persoonlijke aandacht",
    "achterhaal de behoefte van studenten",
    "help studenten om met elkaar in verbinding te komen",
    "waarborg een sociaal veilige context",
    "heb oog voor de groepsdynamiek",
    "geef het goede voorbeeld door zelf open te zijn",
    "besteed aandacht en tijd aan het ontwikkelen van een vertrouwensband",
    "maak hulpbronnen zichtbaar",
    "stimuleer studentparticipatie",
    "wees je bewust van de rol die een slb-er of coach heeft",
)


def content(language: str) -> dict[str, Any]:
    return json.loads((RESOURCES / "guide" / f"{language}.json").read_text("utf-8"))


DUTCH, ENGLISH = read_guide(content("nl")), read_guide(content("en"))


def skeleton(value: object) -> object:
    """A nested value with every text replaced by its emptiness: what two languages share."""
    if isinstance(value, dict):
        return {key: skeleton(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [skeleton(inner) for inner in value]
    return bool(value) if isinstance(value, str) else value


def week(**changes: Any) -> int | None:
    """This week's choice when nothing presses, with changes."""
    seen: dict[int, Evidence] = {1: ALL_KNOWN, 2: ALL_SEEN, 6: FRESH_NOTE, 8: Nothing()}
    seen |= changes.pop("evidence", {})
    return of_the_week(DUTCH, **({"evidence": seen, "marks": {}, "today": TODAY} | changes))


# ---- the texts ----


@pytest.mark.parametrize("guide", [DUTCH, ENGLISH])
def test_the_eleven_stand_in_the_order_of_the_report_in_its_own_words(guide: Guide):
    assert tuple(entry.quote for entry in guide.recommendations) == REPORT_TITLES
    assert [entry.number for entry in guide.recommendations] == list(range(1, 12))


def test_both_languages_have_the_same_shape():
    def comparable(language: str) -> object:
        data = content(language)
        for entry in data["recommendations"]:
            del entry["translation"]
        return skeleton(data)

    assert comparable("nl") == comparable("en")


def test_both_languages_have_the_same_keys_and_lead_to_the_same_pages():
    def facts(guide: Guide) -> list[object]:
        return [(e.key, e.step.minutes, e.step.leads_to) for e in guide.recommendations]

    assert facts(DUTCH) == facts(ENGLISH)
    assert len({entry.key for entry in DUTCH.recommendations}) == 11


def test_a_quote_is_translated_in_english_and_left_alone_in_dutch():
    assert not any(entry.translation for entry in DUTCH.recommendations)
    assert all(entry.translation for entry in ENGLISH.recommendations)


@pytest.mark.parametrize("guide", [DUTCH, ENGLISH])
def test_every_step_is_short_and_either_opens_a_page_or_can_be_said(guide: Guide):
    for entry in guide.recommendations:
        assert entry.step.minutes in {1, 2}
        assert entry.step.leads_to or entry.step.say
        assert 2 <= len(entry.ideas) <= 3


@pytest.mark.parametrize("guide", [DUTCH, ENGLISH])
def test_every_why_that_cites_the_report_says_how_small_it_is(guide: Guide):
    citing = [entry.why for entry in guide.recommendations if "Inholland" in entry.why]

    assert citing
    assert all(re.search(r"elf interviews|eleven interviews", why) for why in citing)


@pytest.mark.parametrize("guide", [DUTCH, ENGLISH])
def test_every_why_names_a_source_that_stands_in_the_list(guide: Guide):
    listed = "\n".join((*guide.about.sources, guide.about.citation))
    used = "\n".join(entry.why for entry in guide.recommendations)
    for entry in guide.recommendations:
        years = re.findall(r"\b(?:19|20)\d\d\b", entry.why)
        assert years, entry.key
        assert all(year in listed for year in years)
    assert all(source.split()[0] in used for source in guide.about.sources)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.pop("about"),
        lambda d: d["about"].pop("limits"),
        lambda d: d["about"].update(praise="x"),
        lambda d: d["recommendations"].pop(),
        lambda d: d["recommendations"].reverse(),
        lambda d: d["recommendations"][0].pop("why"),
        lambda d: d["recommendations"][0].update(score=7),
        lambda d: d["recommendations"][0]["step"].update(minutes=3),
        lambda d: d["recommendations"][0]["step"].update(leads_to="nowhere"),
        lambda d: d["recommendations"][0].update(step="practise"),
    ],
)
def test_a_guide_of_another_shape_is_refused(spoil: Any):
    data = content("nl")
    spoil(data)
    with pytest.raises(ValueError):
        read_guide(data)


def test_a_guide_that_lacks_any_one_field_is_refused():
    def parts(data: dict[str, Any]) -> list[dict[str, Any]]:
        entries = data["recommendations"]
        return [data, data["about"], *entries, *(entry["step"] for entry in entries)]

    for number, part in enumerate(parts(content("nl"))):
        for name in part:
            data = content("nl")
            del parts(data)[number][name]
            with pytest.raises(ValueError):
                read_guide(data)


def test_the_places_are_the_pages_that_exist():
    pages = {"names", "students", "checkins", "phases", "talks", "needs"}
    assert {place.value for place in Place} == pages


@pytest.mark.parametrize("guide", [DUTCH, ENGLISH])
def test_what_takes_longer_than_a_step_has_a_page_of_its_own(guide: Guide):
    more = {entry.key: entry.more.leads_to for entry in guide.recommendations if entry.more}
    assert more == {"attention": Place.TALKS, "trust": Place.TALKS}


def test_a_class_that_was_asked_hears_before_the_last_few_names():
    asked = NeedsAsked(answers=19, on=date(2026, 9, 14), is_told=False)

    assert week(evidence={3: asked, 1: NamesKnown(known=27, total=28)}) == 3


# ---- the choice of the week ----


def test_an_overdue_promise_outranks_everything():
    assert week(evidence={8: ONE_OVERDUE, 2: JORT_NEVER, 1: NamesKnown(known=0, total=28)}) == 8


def test_with_few_names_known_the_names_come_before_a_student_never_spoken_with():
    assert week(evidence={2: JORT_NEVER, 1: NamesKnown(known=13, total=28)}) == 1


def test_a_student_never_spoken_with_comes_before_the_last_few_names():
    assert week(evidence={2: JORT_NEVER, 1: NamesKnown(known=14, total=28)}) == 2


def test_a_name_not_known_comes_before_an_old_group_note():
    old = LastGroupNote(days_old=22, phase=None)

    assert week(evidence={1: NamesKnown(known=27, total=28), 6: old}) == 1


@pytest.mark.parametrize("days_old", [22, 100, None])
def test_an_old_or_missing_group_note_asks_for_a_new_one(days_old: int | None):
    assert week(evidence={6: LastGroupNote(days_old=days_old, phase=None)}) == 6


def test_a_group_note_of_three_weeks_is_not_old_yet():
    assert week(evidence={6: LastGroupNote(days_old=21, phase=None)}) == week() != 6


def test_when_nothing_presses_the_eleven_take_turns_by_iso_week():
    monday = date(2026, 12, 7)
    turns = [week(today=monday + timedelta(weeks=n)) for n in range(11)]

    assert sorted(turns) == list(range(1, 12))
    assert all(later == before % 11 + 1 for before, later in pairwise(turns))


def test_a_promise_that_is_not_due_presses_nobody():
    assert week(evidence={8: NONE_OVERDUE}) == week() != 8


@pytest.mark.parametrize(("mark", "days"), [(Mark.LATER, 7), (Mark.DONE, 30)])
def test_a_mark_puts_this_weeks_aside_for_its_days_and_then_no_longer(mark: Mark, days: int):
    pressing = {8: ONE_OVERDUE}
    last, first = ({8: Marked(mark=mark, on=TODAY - timedelta(days=n))} for n in (days - 1, days))

    assert week(evidence=pressing, marks=last) != 8
    assert week(evidence=pressing, marks=first) == 8


def test_not_for_me_holds_until_it_is_changed():
    aside = {8: Marked(mark=Mark.NOT_FOR_ME, on=date(2016, 1, 1))}

    assert week(evidence={8: ONE_OVERDUE}, marks=aside) != 8


def test_with_all_eleven_put_aside_there_is_none_this_week():
    assert week(marks={n: Marked(mark=Mark.DONE, on=TODAY) for n in range(1, 12)}) is None


days = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 1, 1))
marks = st.dictionaries(
    st.integers(1, 11), st.builds(Marked, mark=st.sampled_from(Mark), on=days), max_size=11
)
shown = st.fixed_dictionaries(
    {
        1: st.just(Nothing()) | st.builds(NamesKnown, known=st.integers(0, 28), total=st.just(28)),
        2: st.sampled_from([Nothing(), ALL_SEEN, JORT_NEVER]),
        6: st.just(Nothing())
        | st.builds(LastGroupNote, days_old=st.none() | st.integers(0, 60), phase=st.none()),
        8: st.sampled_from([Nothing(), NONE_OVERDUE, ONE_OVERDUE]),
    }
)


@given(shown, marks, days)
def test_the_choice_is_never_one_that_is_put_aside(
    evidence: dict[int, Evidence], marks: dict[int, Marked], today: date
):
    chosen = of_the_week(DUTCH, evidence=evidence, marks=marks, today=today)

    if chosen is None:
        assert len(marks) == 11
    elif chosen in marks:
        given_mark = marks[chosen]
        assert given_mark.mark in REST_DAYS
        assert (today - given_mark.on).days >= REST_DAYS[given_mark.mark]


@given(shown, marks, days)
def test_the_choice_is_the_same_in_either_language_and_all_week_without_marks(
    evidence: dict[int, Evidence], marks: dict[int, Marked], today: date
):
    def choice(guide: Guide, marks: dict[int, Marked], day: date) -> int | None:
        return of_the_week(guide, evidence=evidence, marks=marks, today=day)

    monday = today - timedelta(days=today.weekday())
    assert choice(DUTCH, marks, today) == choice(ENGLISH, marks, today)
    assert len({choice(DUTCH, {}, monday + timedelta(days=n)) for n in range(7)}) == 1


@given(shown, marks, days, st.integers(1, 11))
def test_putting_another_one_aside_leaves_the_choice_alone(
    evidence: dict[int, Evidence], marks: dict[int, Marked], today: date, other: int
):
    chosen = of_the_week(DUTCH, evidence=evidence, marks=marks, today=today)
    if other != chosen:
        more = marks | {other: Marked(mark=Mark.NOT_FOR_ME, on=today)}
        assert of_the_week(DUTCH, evidence=evidence, marks=more, today=today) == chosen
