"""The sample class: a believable class and term, on whatever day it is opened."""

import json
from collections import Counter
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.contact import LONGEST_TEXT, ContactKind
from klasgenoot.domain.memory import Direction, Level, Rating, level, replay
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.sample import (
    SampleTerm,
    SampleTexts,
    lesson_dates,
    read_texts,
    sample_term,
)
from klasgenoot.domain.sample_class import STUDENTS
from klasgenoot.domain.sample_plan import COACHED, CONTACTS, NOTES, PROMISES, WORDS

DEMO = Path(__file__).parents[2] / "resources" / "demo"
LANGUAGES = ("nl", "en")
TODAY = date(2026, 10, 29)
WEEKEND = (5, 6)
days = st.dates(date(2020, 1, 1), date(2040, 1, 1))
PLACE = {student.key: place for place, student in enumerate(STUDENTS)}


def parsed(language: str) -> dict[str, Any]:
    text = (DEMO / f"{language}.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@cache
def texts(language: str = "nl") -> SampleTexts:
    return read_texts(parsed(language))


def term(today: date = TODAY, language: str = "nl") -> SampleTerm:
    return sample_term(today, texts(language))


def last_seen(history: SampleTerm) -> dict[str, date]:
    seen: dict[str, date] = {}
    for contact in history.contacts:
        for place in contact.students:
            seen[STUDENTS[place].key] = contact.happened_on
    return seen


# ---- the class ----


def test_there_are_28_students_and_no_two_share_a_name_a_number_an_address_or_a_face():
    for value in ("key", "student_number", "email", "face"):
        assert len({getattr(student, value) for student in STUDENTS}) == 28
    assert len({student.call_name or student.given_name for student in STUDENTS}) == 28


def test_the_names_have_tussenvoegsels_diacritics_and_a_call_name():
    assert sum(bool(student.infix) for student in STUDENTS) >= 6
    letters = "".join(student.given_name + student.family_name for student in STUDENTS)
    assert set("ëéïğŁÇıễị") <= set(letters)
    assert [s.given_name for s in STUDENTS if s.call_name] == ["Thị Lan Anh", "Alexander"]


def test_nobody_can_be_reached_at_these_addresses():
    assert all(s.email.isascii() and s.email.endswith(".example.org") for s in STUDENTS)


# ---- the term ----


@given(days)
def test_there_are_fifteen_lessons_on_weekdays_up_to_the_last_weekday_before_today(today: date):
    lessons = lesson_dates(today)

    assert len(lessons) == 15
    assert lessons == tuple(sorted(set(lessons)))
    assert not [day for day in lessons if day.weekday() in WEEKEND]
    between = (today - lessons[-1]).days - 1
    skipped = [lessons[-1] + timedelta(days=n + 1) for n in range(between)]
    assert all(day.weekday() in WEEKEND for day in skipped)
    assert lessons[-1] < today
    assert lessons[-1] - lessons[0] == timedelta(weeks=8)


@given(days)
def test_nothing_happened_in_the_future_in_a_weekend_or_in_the_free_week(today: date):
    history = term(today)
    happened = [
        *(contact.happened_on for contact in history.contacts),
        *(promise.promised_on for promise in history.promises),
        *(promise.done_on for promise in history.promises if promise.done_on),
        *(note.noted_on for note in history.group_notes),
        *(answer.answered_on for answer in history.answers),
        *history.joined,
    ]
    free = {history.free_week + timedelta(days=n) for n in range(7)}

    assert max(happened) < today
    assert not [day for day in happened if day.weekday() in WEEKEND]
    assert history.free_week.weekday() == 0
    assert not free & set(history.lessons)
    assert not free & {contact.happened_on for contact in history.contacts}


@given(days)
def test_nobody_is_spoken_with_before_they_came_in(today: date):
    history = term(today)

    for contact in history.contacts:
        assert all(contact.happened_on >= history.joined[place] for place in contact.students)


@given(days)
def test_one_promise_has_passed_two_are_open_and_three_were_kept_in_time(today: date):
    promises = term(today).promises
    still_open = [promise for promise in promises if promise.done_on is None]

    assert all(promise.due_on.weekday() not in WEEKEND for promise in promises)
    assert all(promise.promised_on < promise.due_on for promise in promises)
    assert sum(promise.due_on < today for promise in still_open) == 1
    assert sum(promise.due_on >= today for promise in still_open) == 2
    kept = [promise for promise in promises if promise.done_on is not None]
    assert len(kept) == 3
    assert all(p.promised_on < p.done_on <= p.due_on for p in kept if p.done_on)


@given(days)
def test_everything_is_told_oldest_first(today: date):
    history = term(today)

    for told in (
        [contact.happened_on for contact in history.contacts],
        [promise.promised_on for promise in history.promises],
        [note.noted_on for note in history.group_notes],
        [answer.answered_on for answer in history.answers],
    ):
        assert told == sorted(told)


def test_between_60_and_80_contacts_of_every_kind_spread_over_all_lessons():
    history = term()
    kinds = Counter(contact.kind for contact in history.contacts)

    assert 60 <= len(history.contacts) <= 80
    assert set(kinds) == set(ContactKind)
    assert {contact.happened_on for contact in history.contacts} == set(history.lessons)


def test_four_were_not_seen_for_long_and_one_never():
    history = term()
    seen = last_seen(history)
    long_ago = {who for who, day in seen.items() if (TODAY - day).days > 28}

    assert set(PLACE) - set(seen) == {"joris"}
    assert long_ago == {"hatice", "rowan", "priya", "lukasz"}


def test_three_students_came_in_after_the_free_week():
    history = term()
    late = {
        s.key for s, day in zip(STUDENTS, history.joined, strict=True) if day > history.free_week
    }

    assert late == {"sem", "jelte", "ines"}


@given(days)
def test_names_are_known_to_every_degree(today: date):
    history = term(today)
    now = datetime.combine(today, time(10), UTC)
    levels = Counter(
        level(
            replay(
                [
                    (rating, datetime.combine(answer.answered_on, time(15), UTC))
                    for answer, rating in rated(history, place)
                ],
                student_id=StudentId(place + 1),
                direction=Direction.FACE_TO_NAME,
            ),
            at=now,
        )
        for place in range(len(STUDENTS))
    )

    assert levels[Level.NEW] == 3
    assert levels[Level.LEARNING] >= 4
    assert levels[Level.ALMOST] >= 4
    assert levels[Level.KNOWN] >= 10


def rated(history: SampleTerm, place: int) -> list[tuple[Any, Rating]]:
    own = [answer for answer in history.answers if answer.student == place]
    return [
        (answer, (Rating.GOOD if number else Rating.HARD) if answer.recalled else Rating.AGAIN)
        for number, answer in enumerate(own)
    ]


def test_the_first_answer_about_a_student_was_always_recalled():
    history = term()

    for place in range(len(STUDENTS)):
        own = [answer for answer in history.answers if answer.student == place]
        assert not own or own[0].recalled


def test_the_two_who_look_alike_are_taken_for_each_other():
    mixed_up = {
        (STUDENTS[a.student].key, STUDENTS[a.said].key)
        for a in term().answers
        if a.said is not None
    }

    assert {("sanne", "hanne"), ("hanne", "sanne"), ("bas", "joris")} <= mixed_up
    assert all(not answer.recalled for answer in term().answers if answer.said is not None)


@given(days)
def test_the_same_day_and_language_give_the_same_term(today: date):
    assert term(today) == sample_term(today, read_texts(parsed("nl")))


# ---- the words ----


def test_both_languages_have_the_same_shape():
    shapes = [
        {section: list(entries) for section, entries in parsed(language).items()}
        for language in LANGUAGES
    ]

    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_used_and_every_key_is_a_students_or_the_plans(language: str):
    words = texts(language)

    assert sorted(words.contacts) == sorted(planned.text for planned in CONTACTS)
    assert sorted(words.promises) == sorted(planned.text for planned in PROMISES)
    assert sorted(words.group_notes) == sorted(planned.text for planned in NOTES)
    assert set(words.pronunciations) | set(words.notes) | set(words.in_common) <= set(PLACE)
    assert sorted(words.helps) == sorted(planned.who for planned in WORDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_fits_on_its_line_and_is_cleanly_set(language: str):
    for field in fields(SampleTexts):
        for text in getattr(texts(language), field.name).values():
            assert 0 < len(text) <= LONGEST_TEXT
            assert text == text.strip()
            assert not set(text) & set("'\"!")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_on_the_group_names_no_student(language: str):
    called = [student.call_name or student.given_name for student in STUDENTS]

    for note in texts(language).group_notes.values():
        assert not [name for name in called if name in note]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contact_names_nobody_but_the_students_it_is_about(language: str):
    for contact in term(language=language).contacts:
        others = [s for place, s in enumerate(STUDENTS) if place not in contact.students]
        words = set(contact.text.replace(",", " ").replace(".", " ").split())
        assert not words & {student.call_name or student.given_name for student in others}


@pytest.mark.parametrize("broken", [{}, {"contacts": {}}, parsed("nl") | {"extra": {}}])
def test_texts_without_their_shape_are_a_bug(broken: dict[str, Any]):
    with pytest.raises(ValueError, match="shape"):
        read_texts(broken)


def test_what_helps_was_told_in_a_lesson_by_who_was_there_and_somebody_is_coached_by_another():
    history = term()
    for said in history.words:
        assert said.told_on in history.lessons
        assert said.told_on >= history.joined[said.student]
    assert {STUDENTS[n].key for n, coach in enumerate(history.coaches) if coach} == set(
        COACHED.split()
    )
