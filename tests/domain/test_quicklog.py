"""Does a quick note say what a teacher means? All rows of the reference, Wednesday 19-11-2025."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.contact import LONGEST_TEXT, ContactKind
from klasgenoot.domain.dates import BadDate
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.quicklog import read_log
from klasgenoot.domain.quicklog_reading import Entry, ProblemKind, Reading, SpanKind

TODAY = date(2025, 11, 19)
CLASS = {
    "Sanne": "Hoekstra",
    "Milan": "van der Berg",
    "Noor": "Aydın",
    "Timo": "Bakker",
    "Yasmin": "el Amrani",
    "Bram": "Vos",
    "Emma": "Visser",
    "Mei": "Lin",
    "Isa": "Groot",
}
STUDENTS = tuple(
    Student(id=StudentId(number), given_name=given_name, family_name=family)
    for number, (given_name, family) in enumerate(CLASS.items(), 1)
)
SANNE, MILAN, NOOR, TIMO, YASMIN, BRAM, EMMA, MEI, ISA = (student.id for student in STUDENTS)
OTHER_EMMA = Student(id=StudentId(20), given_name="Emma", infix="van", family_name="Mulder")
TWO_EMMAS = (*STUDENTS, OTHER_EMMA)


def read(text: str, **changes: object) -> Reading:
    return read_log(text, **({"students": STUDENTS, "today": TODAY} | changes))


def entry(text: str, **changes: object) -> Entry:
    """The one entry of a line without problems."""
    reading = read(text, **changes)
    assert reading.problems == ()
    (only,) = reading.entries
    return only


def pieces(text: str, kind: SpanKind, **changes: object) -> list[str]:
    """What is tinted so."""
    return [text[s.start : s.end] for s in read(text, **changes).spans if s.kind == kind]


def problems(text: str, **changes: object) -> list[tuple[ProblemKind, str]]:
    return [(p.kind, text[p.start : p.end]) for p in read(text, **changes).problems]


# ---- the table of the reference, row by row


def test_a_name_alone_is_a_brief_contact_today_without_text():
    assert entry("San") == Entry(
        student_ids=(SANNE,),
        kind=ContactKind.BRIEF,
        text="",
        happened_on=TODAY,
        follow_up=None,
        private=(),
        tags=(),
    )


def test_two_names_share_a_text():
    read_entry = entry("Sanne, Milan: groepsproject loopt")
    assert read_entry.student_ids == (SANNE, MILAN)
    assert read_entry.text == "groepsproject loopt"


def test_a_slash_gives_a_private_line_to_one_of_them():
    read_entry = entry("Sanne, Milan: groepsproject / Sanne: wil liever alleen presenteren")
    assert read_entry.student_ids == (SANNE, MILAN)
    assert read_entry.text == "groepsproject"
    (private,) = read_entry.private
    assert (private.student_id, private.text) == (SANNE, "wil liever alleen presenteren")


def test_a_semicolon_begins_another_line_with_a_tag_and_a_follow_up():
    first, second = read("Sanne, Milan: groepsproject loopt; Noor #zorg terug vr").entries
    assert (first.student_ids, first.follow_up) == ((SANNE, MILAN), None)
    assert (second.student_ids, second.text, second.tags) == ((NOOR,), "", ("zorg",))
    assert second.follow_up == date(2025, 11, 21)


def test_a_star_is_everybody_but_those_after_the_dash():
    read_entry = entry("*-Timo: ronde gemaakt")
    assert read_entry.student_ids == tuple(s.id for s in STUDENTS if s.id != TIMO)
    assert read_entry.text == "ronde gemaakt"


def test_a_group_is_not_known_yet_so_nothing_is_saved_for_it():
    line = "@groep3: presentatie geoefend"
    assert read(line).entries == ()
    assert problems(line) == [(ProblemKind.NO_GROUP, "@groep3")]


def test_a_line_may_begin_with_its_day_and_end_with_a_follow_up():
    read_entry = entry("gisteren Yasmin t: belde terug > 2w")
    assert (read_entry.student_ids, read_entry.kind) == ((YASMIN,), ContactKind.PHONE)
    assert read_entry.text == "belde terug"
    assert read_entry.happened_on == date(2025, 11, 18)
    assert read_entry.follow_up == date(2025, 12, 3)


def test_the_day_of_a_contact_looks_back():
    read_entry = entry("vrijdag Bram g: stage besproken")
    assert (read_entry.student_ids, read_entry.kind) == ((BRAM,), ContactKind.TALK)
    assert read_entry.happened_on == date(2025, 11, 14)


def test_between_two_emmas_nobody_is_guessed():
    reading = read("Emma", students=TWO_EMMAS)
    assert reading.entries == ()
    (problem,) = reading.problems
    assert problem.kind is ProblemKind.AMBIGUOUS
    assert problem.candidates == (EMMA, OTHER_EMMA.id)
    assert pieces("Emma", SpanKind.AMBIGUOUS, students=TWO_EMMAS) == ["Emma"]


def test_an_initial_tells_two_emmas_apart_and_skips_the_tussenvoegsel():
    assert entry("Emma V: compliment", students=TWO_EMMAS).student_ids == (EMMA,)
    assert entry("Emma M: compliment", students=TWO_EMMAS).student_ids == (OTHER_EMMA.id,)


def test_small_words_in_the_text_are_no_dates():
    read_entry = entry("Noor: zo gaat het goed, do mee, nu oké")
    assert read_entry.text == "zo gaat het goed, do mee, nu oké"
    assert read_entry.follow_up is None


def test_a_name_that_is_a_month_is_a_name():
    read_entry = entry("Mei: mei gaat stoppen")
    assert (read_entry.student_ids, read_entry.text) == ((MEI,), "mei gaat stoppen")
    assert read("Mei: mei gaat stoppen").lines[0].mentions == ()


def test_double_quotes_keep_text_as_it_is():
    read_entry = entry('Noor: "terug vr" zei ze')
    assert (read_entry.text, read_entry.follow_up) == ('"terug vr" zei ze', None)


# ---- who


@pytest.mark.parametrize(
    "line",
    [
        *(
            "sanne, MILAN",
            "San,Mil",
            "Sanne en Milan",
            "Sanne and Milan",
            "Sanne & Mil",
            "San + Mil",
        ),
        *(
            "Sanne Milan",
            "Sanne Hoekstra, Milan van der Berg",
            "Sanne, Milan, Sanne",
            "San H, Mil B",
        ),
    ],
)
def test_names_are_joined_in_the_ways_people_write(line):
    assert entry(line).student_ids == (SANNE, MILAN)


def test_a_second_name_without_a_comma_must_be_whole():
    assert problems("Sanne is ziek") == [(ProblemKind.UNKNOWN, "is"), (ProblemKind.UNKNOWN, "ziek")]
    assert [e.student_ids for e in read("Sanne is ziek").entries] == [(SANNE,)]


def test_a_star_alone_is_everybody():
    assert entry("*: ronde gemaakt").student_ids == tuple(s.id for s in STUDENTS)


@pytest.mark.parametrize("line", ["*-Timo, Noor k", "* - Timo en Noor k", "k *-timo,noo"])
def test_several_can_be_left_out(line):
    ids = entry(line).student_ids
    assert ids == tuple(s.id for s in STUDENTS if s.id not in (TIMO, NOOR))


def test_nothing_is_saved_while_it_is_not_clear_who_should_be_left_out():
    assert read("*-Tmo: ronde gemaakt").entries == ()
    assert read("*-Emma: ronde gemaakt", students=TWO_EMMAS).entries == ()


def test_a_star_inside_a_word_is_not_everybody():
    assert problems("San*") == [(ProblemKind.UNKNOWN, "San*")]


def test_an_unknown_name_does_not_hide_the_others():
    line = "Sanne, Xander: groepsproject"
    assert [e.student_ids for e in read(line).entries] == [(SANNE,)]
    assert problems(line) == [(ProblemKind.UNKNOWN, "Xander")]
    assert pieces(line, SpanKind.UNKNOWN) == ["Xander"]


def test_a_pointed_out_student_settles_an_ambiguous_name():
    twin = Student(id=StudentId(30), given_name="Emma", family_name="Visser")
    students = (*STUDENTS, twin)
    assert entry("Emma: x", students=students, chosen={(0, 4): twin.id}).student_ids == (twin.id,)
    assert read("Emma: x", students=students, chosen={(0, 4): NOOR}).entries == ()
    assert read("Emma: x", students=students, chosen={(1, 4): twin.id}).entries == ()


# ---- how and when


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("g", ContactKind.TALK),
        ("gesprek", ContactKind.TALK),
        ("talk", ContactKind.TALK),
        ("k", ContactKind.BRIEF),
        ("kort", ContactKind.BRIEF),
        ("brief", ContactKind.BRIEF),
        ("m", ContactKind.MAIL),
        ("mail", ContactKind.MAIL),
        ("t", ContactKind.PHONE),
        ("telefoon", ContactKind.PHONE),
        ("phone", ContactKind.PHONE),
        ("Call", ContactKind.PHONE),
        ("o", ContactKind.NOTICED),
        ("opgemerkt", ContactKind.NOTICED),
        ("noticed", ContactKind.NOTICED),
    ],
)
def test_a_kind_stands_behind_the_names(typed, kind):
    assert entry(f"Sanne, Milan {typed}: hoi").kind is kind
    assert pieces(f"Sanne, Milan {typed}: hoi", SpanKind.KIND) == [typed]


def test_a_small_letter_is_a_kind_unless_it_is_needed_as_an_initial():
    students = (*STUDENTS, Student(id=StudentId(21), given_name="Tess", family_name="Mulder"))
    assert entry("Tess m", students=students).kind is ContactKind.MAIL
    assert entry("Tess M", students=students).kind is ContactKind.BRIEF
    needed = entry("Emma m", students=TWO_EMMAS)
    assert (needed.student_ids, needed.kind) == ((OTHER_EMMA.id,), ContactKind.BRIEF)
    both = entry("Emma m m", students=TWO_EMMAS)
    assert (both.student_ids, both.kind) == ((OTHER_EMMA.id,), ContactKind.MAIL)


def test_a_kind_inside_the_text_is_text():
    read_entry = entry("Sanne: mail over stage")
    assert (read_entry.kind, read_entry.text) == (ContactKind.BRIEF, "mail over stage")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("vorige week donderdag Noor g", date(2025, 11, 13)),
        ("17-11 Noor g", date(2025, 11, 17)),
        ("gisteren, Noor g", date(2025, 11, 18)),
        ("last Thursday Noor talk", date(2025, 11, 13)),
        ("the day before yesterday Noor g", date(2025, 11, 17)),
    ],
)
def test_the_day_at_the_start_may_have_several_words(line, day):
    assert entry(line).happened_on == day


def test_a_day_elsewhere_is_no_day_of_contact():
    assert entry("Noor: gisteren gezien").happened_on == TODAY
    assert problems("Noor gisteren") == [(ProblemKind.UNKNOWN, "gisteren")]


def test_a_student_may_be_called_like_a_day():
    sunday = Student(id=StudentId(40), given_name="Sunday", family_name="Okafor")
    students = (*STUDENTS, sunday)
    assert entry("Sunday: compliment", students=students).student_ids == (sunday.id,)
    assert entry("Sunday, Noor", students=students).student_ids == (sunday.id, NOOR)
    assert entry("Sunday Noor", students=students).happened_on == date(2025, 11, 16)


@pytest.mark.parametrize(("when", "why"), [("31-2", "impossible"), ("morgen", "wrong_way")])
def test_a_bad_day_at_the_start_is_tinted_and_not_saved(when, why):
    reading = read(f"{when} Noor: stage")
    assert pieces(f"{when} Noor: stage", SpanKind.BAD_DATE) == [when]
    assert [p.why for p in reading.problems] == [BadDate(why)]
    assert [e.happened_on for e in reading.entries] == [TODAY]


# ---- follow-ups


@pytest.mark.parametrize(
    "end",
    [
        *(
            "terug vr",
            "opvolgen vrijdag",
            "afspraak a.s. vrijdag",
            "→ 21-11",
            "> 2d",
            ">2d",
            "-> vr",
        ),
        *("back Fri", "again on Friday", "follow up Friday", "follow-up 21 Nov", "TERUG vr."),
    ],
)
def test_every_lead_word_opens_a_follow_up(end):
    for line in (f"Noor {end}", f"Noor: stage {end}"):
        assert entry(line).follow_up == date(2025, 11, 21)
    assert entry(f"Noor: stage, {end}").text == "stage"


def test_a_follow_up_ends_the_line_or_is_text():
    read_entry = entry("Noor: komt vr terug")
    assert (read_entry.text, read_entry.follow_up) == ("komt vr terug", None)
    read_entry = entry("Noor: terug vr besproken")
    assert (read_entry.text, read_entry.follow_up) == ("terug vr besproken", None)


def test_a_lead_word_is_a_whole_word():
    assert entry("Noor: kwam terugvr").follow_up is None


def test_the_last_follow_up_of_a_line_wins():
    read_entry = entry("Noor, Milan: stage terug vr / Noor: wil meer uren > 2w")
    assert read_entry.follow_up == date(2025, 12, 3)
    assert read_entry.text == "stage terug vr"


def test_a_follow_up_may_stand_before_a_private_line_or_the_colon():
    assert entry("Noor, Milan: stage terug vr / Noor: meer uren").follow_up == date(2025, 11, 21)
    assert entry("Noor terug vr: stage").follow_up == date(2025, 11, 21)


@pytest.mark.parametrize("end", ["terug 31-2", "terug gisteren"])
def test_a_bad_follow_up_is_tinted_and_stays_text(end):
    line = f"Noor: stage {end}"
    (read_entry,) = read(line).entries
    assert (read_entry.follow_up, read_entry.text) == (None, f"stage {end}")
    assert problems(line) == [(ProblemKind.BAD_DATE, end)]
    assert problems(f"Noor {end}") == [(ProblemKind.BAD_DATE, end)]


@pytest.mark.parametrize("line", ["terug vr", "gisteren g", ": stage", "#zorg", '"Noor"'])
def test_a_line_without_a_person_saves_nothing_and_says_so(line):
    assert read(line).entries == ()
    assert problems(line) == [(ProblemKind.NOBODY, line)]


# ---- text, tags, private lines, literal text


def test_tags_are_taken_out_of_the_text_wherever_they_stand():
    read_entry = entry("Noor #Zorg: sterke #top presentatie #zorg terug vr #slb")
    assert read_entry.tags == ("zorg", "top", "slb")
    assert read_entry.text == "sterke presentatie"
    assert read_entry.follow_up == date(2025, 11, 21)


def test_a_number_sign_is_no_tag():
    assert entry("Noor: werkt aan #3 en c#").tags == ()


def test_a_private_name_means_one_of_the_line_before_a_namesake():
    (private,) = entry("Emma V, Noor: stage / Emma: wil stoppen", students=TWO_EMMAS).private
    assert private.student_id == EMMA


@pytest.mark.parametrize("name", ["Emma", "Sane"])
def test_a_private_line_of_nobody_known_is_not_shared(name):
    line = f"Sanne, Milan: stage / {name}: wil stoppen"
    reading = read(line, students=TWO_EMMAS)
    assert [(e.text, e.private) for e in reading.entries] == [("stage", ())]
    assert [line[p.start : p.end] for p in reading.problems] == [name]


@pytest.mark.parametrize("text", ["en/of: later", "a / b", "werk / studie en nog wat: alles"])
def test_a_slash_in_a_sentence_is_text(text):
    assert entry(f"Noor: {text}").text == text


def test_a_text_may_be_as_long_as_a_contact_and_no_longer():
    assert entry(f"Noor: {'a' * LONGEST_TEXT}").text == "a" * LONGEST_TEXT
    assert [kind for kind, _ in problems(f"Noor: {'a' * (LONGEST_TEXT + 1)}")] == [
        ProblemKind.TOO_LONG
    ]


@pytest.mark.parametrize("text", ['zei "a; b / Milan: c #top"', "zei \u201cterug vr\u201d"])
def test_nothing_inside_quotes_is_read(text):
    read_entry = entry(f"Noor: {text}")
    assert (read_entry.text, read_entry.tags, read_entry.private) == (text, (), ())


def test_a_quote_that_is_not_closed_is_a_sign_like_any_other():
    assert entry('Noor: 5" scherm terug vr').follow_up == date(2025, 11, 21)


@pytest.mark.parametrize(
    ("line", "piece", "text"),
    [
        ("Noor: stage terug vr", "terug vr", "stage terug vr"),
        ("Noor terug vr", "terug vr", "terug vr"),
        ("Noor: sterke #top les", "#top", "sterke #top les"),
        ("Noor g: stage", "g", "g stage"),
        ("Noor, Milan: stage", "Milan", "Milan stage"),
        ("Noor: dit; dat", ";", "dit; dat"),
        ("Noor: stage / Milan: uren", "/ Milan:", "stage / Milan: uren"),
    ],
)
def test_what_the_teacher_un_parses_stays_text(line, piece, text):
    at = line.index(piece)
    read_entry = entry(line, literal=[(at, at + len(piece))])
    assert (read_entry.student_ids, read_entry.text) == ((NOOR,), text)
    assert (read_entry.tags, read_entry.follow_up, read_entry.private) == ((), None, ())
    assert read_entry.kind is ContactKind.BRIEF


def test_a_first_name_in_the_text_is_a_suggestion_and_no_more():
    line = "Noor: hielp Milan, Emma en bram; Timo: hielp Timo"
    first, second = read(line, students=TWO_EMMAS).lines
    assert [(line[m.start : m.end], m.candidates) for m in first.mentions] == [
        ("Milan", (MILAN,)),
        ("Emma", (EMMA, OTHER_EMMA.id)),
    ]
    assert first.entry.student_ids == (NOOR,)
    assert second.mentions == ()


def test_a_name_in_a_private_line_is_not_suggested_for_logging():
    assert read("Noor: stage / Noor: ruzie met Milan").lines[0].mentions == ()


# ---- the whole text


def test_a_pasted_list_is_one_entry_per_line():
    reading = read("Sanne: stage\n\n  Milan g\r\n;; Noor\n")
    assert [e.student_ids for e in reading.entries] == [(SANNE,), (MILAN,), (NOOR,)]
    assert [e.text for e in reading.entries] == ["stage", "", ""]


def test_every_piece_is_tinted_for_what_it_is():
    text = "gisteren San, Emma g: sterke #top les terug vr"
    assert [(text[s.start : s.end], s.kind) for s in read(text, students=TWO_EMMAS).spans] == [
        ("gisteren", SpanKind.WHEN),
        ("San", SpanKind.NAME),
        ("Emma", SpanKind.AMBIGUOUS),
        ("g", SpanKind.KIND),
        ("#top", SpanKind.TAG),
        ("terug vr", SpanKind.FOLLOW_UP),
    ]


def test_no_text_is_no_line():
    assert read(" \n ; ").lines == ()


# fmt: off
TOKENS = (
    "Sanne", "San", "Emma", "Emma V", "Milan", "Jan Willem", "xyz", "g", "mail", ":", ",", ";",
    "\n", "/", "/ Sanne:", "/ Emma:", "/ xyz:", "*", "*-", "* -", "@groep", "#zorg", "#", '"',
    "\u201c", "terug", ">", "->", "terug vr", "> 2w", "terug 31-2", "gisteren", "31-2", "17-11",
    "en", "&", "\u00e9", "\0", "\1", "\r", "\x85", "\u2028", "vr", "loopt goed",
)
# fmt: on
TEXTS = st.text(max_size=60) | st.lists(st.sampled_from(TOKENS), max_size=14).flatmap(
    lambda parts: st.sampled_from(("", " ")).map(lambda gap: gap.join(parts))
)
PLACES = st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=3)


@given(TEXTS, PLACES)
def test_any_text_can_be_read_and_its_spans_lie_side_by_side(text, literal):
    reading = read(text, students=TWO_EMMAS, literal=literal)
    ends = [0, *(place for span in reading.spans for place in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)
    assert all(span.start < span.end for span in reading.spans)
    blotted = {at for start, end in literal for at in range(start, end)}
    assert all(blotted.isdisjoint(range(span.start, span.end)) for span in reading.spans)
    assert reading == read(text, students=TWO_EMMAS, literal=literal)


@given(TEXTS)
def test_without_a_recognised_name_nothing_is_saved(text):
    assert read(text, students=()).entries == ()
    for line in read(text).lines:
        assert line.entry is None or SpanKind.NAME in [span.kind for span in line.spans]
        assert line.entry is None or line.entry.student_ids


@given(TEXTS)
def test_lines_are_read_apart_from_each_other(text):
    (*_, last) = read(f"{text}\nNoor: stage terug vr").lines
    assert last.entry == entry("Noor: stage terug vr")


@given(st.lists(st.sampled_from(STUDENTS), min_size=1, unique=True))
def test_full_names_always_read_back(students):
    line = ", ".join(student.full_name for student in students)
    assert entry(line).student_ids == tuple(student.id for student in students)


@pytest.mark.parametrize(
    "text",
    ["Sanne g = : zoekt een stage", "Sanne =: zoekt", "Sanne= g: zoekt", "Sanne geheugensteun: z"],
)
def test_a_line_can_be_an_own_reminder(text: str) -> None:
    assert entry(text).own_reminder
    assert entry(text).student_ids == (SANNE,)
    assert pieces(text, SpanKind.REMINDER)


@pytest.mark.parametrize("text", ["Sanne: a = b", 'Sanne "=": a', "Sanne: geheugensteun gegeven"])
def test_the_sign_of_a_reminder_in_the_sentence_is_text(text: str) -> None:
    assert not entry(text).own_reminder


def test_without_a_sign_a_line_can_be_shared() -> None:
    assert not entry("Sanne g: zoekt een stage").own_reminder


def test_who_is_called_as_the_word_for_it_is_meant() -> None:
    reminder = Student(id=StudentId(30), given_name="Reminder", family_name="Jones")
    read_as = entry("Reminder: hoi", students=(*STUDENTS, reminder))
    assert (read_as.student_ids, read_as.own_reminder) == ((reminder.id,), False)
