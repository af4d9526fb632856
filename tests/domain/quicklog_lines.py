"""What teachers type, and what it means: Wednesday 19-11-2025, ISO week 47, class CMV-1B.

Each row is a line with what is read of it, by hand. Names are call names; `wrong` says what is not
understood, as "kind: piece".
"""

from dataclasses import dataclass
from datetime import date

from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind
from klasgenoot.domain.quicklog_surroundings import BUILT_IN_TAGS, Surroundings
from klasgenoot.domain.who import NameBook

TODAY = date(2025, 11, 19)
_HERE = (
    ("Sanne", "", "Hoekstra"),
    ("Milan", "van der", "Berg"),
    ("Noor", "", "Aydın"),
    ("Timo", "", "Bakker"),
    ("Yasmin", "el", "Amrani"),
    ("Bram", "", "Vos"),
    ("Emma", "", "Visser"),
    ("Emma", "van", "Mulder"),
    ("Mei", "", "Lin"),
    ("Isa", "", "Groot"),
    ("Jan-Willem", "de", "Wit"),
    ("Łukasz", "", "Kowalski"),
    ("Zoë", "", "Smit"),
    ("مريم", "", "حداد"),
)
_ELSEWHERE = (("Fenna", "", "Dekker"), ("Brandon", "", "Lopes"), ("Noortje", "", "Bos"))


def period(name: str, kind: PeriodKind, first: date, last: date) -> Period:
    return Period(id=PeriodId(1), kind=kind, name=name, first_on=first, last_on=last)


def _students(names: tuple[tuple[str, str, str], ...], *, first: int) -> tuple[Student, ...]:
    return tuple(
        Student(id=StudentId(number), given_name=given, infix=infix, family_name=family)
        for number, (given, infix, family) in enumerate(names, first)
    )


HERE, ELSEWHERE = _students(_HERE, first=1), _students(_ELSEWHERE, first=50)
NAMES = NameBook(HERE, elsewhere=ELSEWHERE)
CALLED = {
    student.id: f"Emma {student.family_name[0]}" if student.name == "Emma" else student.name
    for student in (*HERE, *ELSEWHERE)
}
ALL = ", ".join(CALLED[student.id] for student in HERE)
THURSDAY = date(2025, 11, 13)
AROUND = Surroundings(
    classes={
        "CMV-1B": tuple(student.id for student in HERE),
        "CMV-1A": tuple(student.id for student in ELSEWHERE),
    },
    tags=frozenset((*BUILT_IN_TAGS, "stage")),
    periods=(
        period("Blok 2", PeriodKind.BLOCK, date(2025, 11, 10), date(2026, 1, 30)),
        period("Blok 3", PeriodKind.BLOCK, date(2026, 2, 2), date(2026, 4, 17)),
        period("Toetsweek", PeriodKind.EXAMS, date(2026, 1, 26), date(2026, 1, 30)),
        period("Herfstvakantie", PeriodKind.HOLIDAY, date(2025, 10, 18), date(2025, 10, 26)),
        period("Kerstvakantie", PeriodKind.HOLIDAY, date(2025, 12, 20), date(2026, 1, 4)),
    ),
    absent={THURSDAY: (HERE[3].id, HERE[9].id)},
    numbered=tuple(student.id for student in HERE),
)


def all_but(*names: str) -> str:
    """Everybody of the class but these."""
    return ", ".join(name for name in ALL.split(", ") if name not in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One entry, in words: days as "24-11-2025", private lines as "Sanne: wil liever alleen"."""

    who: str
    kind: str = "brief"
    day: str = "19-11-2025"
    text: str = ""
    tags: str = ""
    alone: str = ""
    due: str = ""
    reminder: bool = False
    absent: bool = False
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line and all that is read of it."""

    line: str
    said: tuple[Said, ...]
    wrong: str = ""
    new: str = ""
    """Words with "#" that are no tag yet."""
    also: str = ""
    """Who is suggested: named in the sentence only."""


def row(line: str, *said: Said, wrong: str = "", new: str = "", also: str = "") -> Row:
    """A row; the entries come last when a table is read, so they are plain arguments here."""
    return Row(line, said, wrong, new, also)


def one(line: str, who: str, text: str = "", **more: object) -> Row:
    """A row with one entry and nothing wrong."""
    return Row(line, (Said(who=who, text=text, **more),))  # type: ignore[arg-type] # as Said


def due(line: str, day: str, text: str = "") -> Row:
    """A row on Noor with a day to come back."""
    return one(line, "Noor", text, due=day)


def on(line: str, day: str) -> Row:
    """A row on Noor on another day."""
    return one(line, "Noor", "stage", day=day)


# the rows of the reference, 4.3
REFERENCE = (
    one("San", "Sanne"),
    one("Sanne, Milan: groepsproject loopt", "Sanne, Milan", "groepsproject loopt"),
    one(
        "Sanne, Milan: groepsproject / Sanne: wil liever alleen presenteren",
        "Sanne, Milan",
        "groepsproject",
        alone="Sanne: wil liever alleen presenteren",
    ),
    row(
        "Sanne, Milan: groepsproject loopt; Noor #zorg terug vr",
        Said(who="Sanne, Milan", text="groepsproject loopt"),
        Said(who="Noor", tags="zorg", due="21-11-2025"),
    ),
    one("*-Timo: ronde gemaakt", all_but("Timo"), "ronde gemaakt"),
    row("@groep3: presentatie geoefend", wrong="no_group: @groep3"),
    one(
        "gisteren Yasmin t: belde terug > 2w",
        "Yasmin",
        "belde terug",
        kind="phone",
        day="18-11-2025",
        due="3-12-2025",
    ),
    one(
        "vrijdag Bram g: stage besproken", "Bram", "stage besproken", kind="talk", day="14-11-2025"
    ),
    row("Emma", wrong="ambiguous: Emma"),
    one("Emma V: compliment", "Emma V", "compliment"),
    one("Noor: zo gaat het goed, do mee, nu oké", "Noor", "zo gaat het goed, do mee, nu oké"),
    one("Mei: mei gaat stoppen", "Mei", "mei gaat stoppen"),
    one('Noor: "terug vr" zei ze', "Noor", '"terug vr" zei ze'),
)

# after a lead word, the table of 4.4 and what else people write
AHEAD = (
    due("Noor terug vr", "21-11-2025"),
    due("Noor terug vrijdag", "21-11-2025"),
    due("Noor terug a.s. vrijdag", "21-11-2025"),
    due("Noor terug wo", "26-11-2025"),
    due("Noor terug morgen", "20-11-2025"),
    due("Noor terug overmorgen", "21-11-2025"),
    due("Noor terug volgende week dinsdag", "25-11-2025"),
    due("Noor terug 24-11", "24-11-2025"),
    due("Noor terug 24/11", "24-11-2025"),
    due("Noor terug 24 november", "24-11-2025"),
    due("Noor terug 3-2", "3-2-2026"),
    due("Noor terug week 48", "24-11-2025"),
    due("Noor terug wk 48", "24-11-2025"),
    due("Noor terug wk 2", "5-1-2026"),
    due("Noor terug over twee weken", "3-12-2025"),
    due("Noor terug over 2 weken", "3-12-2025"),
    due("Noor terug 2w", "3-12-2025"),
    due("Noor terug 3d", "22-11-2025"),
    due("Noor terug 5b", "26-11-2025"),
    due("Noor terug eind van de maand", "28-11-2025"),
    due("Noor terug toetsweek", "26-1-2026"),
    due("Noor terug blok 3", "2-2-2026"),
    due("Noor: stage, terug komende maandag", "24-11-2025", "stage"),
    due("Noor: stage, terug aanstaande do", "20-11-2025", "stage"),
    due("Noor: stage terug op vrijdag", "21-11-2025", "stage"),
    due("Noor: stage terug uiterlijk vrijdag", "21-11-2025", "stage"),
    due("Noor: stage opvolgen dinsdag", "25-11-2025", "stage"),
    due("Noor: stage afspraak 1 december", "1-12-2025", "stage"),
    due("Noor: stage afspraak vr 5 december", "5-12-2025", "stage"),
    due("Noor: stage → do", "20-11-2025", "stage"),
    due("Noor: stage -> ma", "24-11-2025", "stage"),
    due("Noor: stage >za", "22-11-2025", "stage"),
    due("Noor: stage > over een week", "26-11-2025", "stage"),
    due("Noor: stage > over één dag", "20-11-2025", "stage"),
    due("Noor: stage > binnen drie dagen", "22-11-2025", "stage"),
    due("Noor: stage > tien werkdagen", "3-12-2025", "stage"),
    due("Noor: stage > over een maand", "19-12-2025", "stage"),
    due("Noor: stage > volgende week", "24-11-2025", "stage"),
    due("Noor: stage > volgende week vr", "28-11-2025", "stage"),
    due("Noor: stage > deze week vrijdag", "21-11-2025", "stage"),
    due("Noor: stage > deze vrijdag", "21-11-2025", "stage"),
    due("Noor: stage > eind deze week", "21-11-2025", "stage"),
    due("Noor: stage > eind volgende week", "28-11-2025", "stage"),
    due("Noor: stage > begin volgende week", "24-11-2025", "stage"),
    due("Noor: stage > eind november", "28-11-2025", "stage"),
    due("Noor: stage > begin december", "1-12-2025", "stage"),
    due("Noor: stage > eind januari", "30-1-2026", "stage"),
    due("Noor: stage > begin februari", "2-2-2026", "stage"),
    due("Noor: stage > volgende maand", "1-12-2025", "stage"),
    due("Noor: stage > eind volgende maand", "31-12-2025", "stage"),
    due("Noor: stage > week 49 donderdag", "4-12-2025", "stage"),
    due("Noor: stage > do wk 49", "4-12-2025", "stage"),
    due("Noor: stage > in week 51", "15-12-2025", "stage"),
    due("Noor: stage > 1-12-25", "1-12-2025", "stage"),
    due("Noor: stage > 2025-12-01", "1-12-2025", "stage"),
    due("Noor: stage > 3 mrt.", "3-3-2026", "stage"),
    due("Noor: stage > morgenochtend", "20-11-2025", "stage"),
    due("Noor: stage > kerstvakantie", "20-12-2025", "stage"),
    due("Noor: stage > na de kerstvakantie", "5-1-2026", "stage"),
    due("Noor: stage > voor de kerstvakantie", "19-12-2025", "stage"),
    due("Noor: stage > na de toetsweek", "2-2-2026", "stage"),
    due("Noor: stage > de vakantie", "20-12-2025", "stage"),
    due("Noor: stage > tentamenweek", "26-1-2026", "stage"),
    due("Noor: stage back Friday", "21-11-2025", "stage"),
    due("Noor: stage back on Friday", "21-11-2025", "stage"),
    due("Noor: stage back by Friday", "21-11-2025", "stage"),
    due("Noor: stage again next Tuesday", "25-11-2025", "stage"),
    due("Noor: stage back next week Tuesday", "25-11-2025", "stage"),
    due("Noor: stage back Tuesday next week", "25-11-2025", "stage"),
    due("Noor: stage follow up in two weeks", "3-12-2025", "stage"),
    due("Noor: stage follow-up in 3 days", "22-11-2025", "stage"),
    due("Noor: stage followup tomorrow", "20-11-2025", "stage"),
    due("Noor: stage appointment Dec 1st", "1-12-2025", "stage"),
    due("Noor: stage back the 24th of November", "24-11-2025", "stage"),
    due("Noor: stage back end of the month", "28-11-2025", "stage"),
    due("Noor: stage back at the end of the week", "21-11-2025", "stage"),
    due("Noor: stage back by the end of next week", "28-11-2025", "stage"),
    due("Noor: stage back next month", "1-12-2025", "stage"),
    due("Noor: stage back early December", "1-12-2025", "stage"),
    due("Noor: stage back within a week", "26-11-2025", "stage"),
    due("Noor: stage back in 5 working days", "26-11-2025", "stage"),
    due("Noor: stage back week 48", "24-11-2025", "stage"),
    due("Noor: stage back this Friday", "21-11-2025", "stage"),
    due("Noor: stage back exam week", "26-1-2026", "stage"),
    due("Noor: stage back block 3", "2-2-2026", "stage"),
    due("Noor: stage back after the Christmas break", "5-1-2026", "stage"),
    due("Noor: stage > 12 dec", "12-12-2025", "stage"),
    due("Noor: stage > twaalf dagen", "1-12-2025", "stage"),
    due("Noor: stage terug VR.", "21-11-2025", "stage"),
)

# at the start of a line
BACK = (
    on("vandaag Noor: stage", "19-11-2025"),
    on("vanochtend Noor: stage", "19-11-2025"),
    on("vanmiddag Noor: stage", "19-11-2025"),
    on("gisteren Noor: stage", "18-11-2025"),
    on("gistermiddag Noor: stage", "18-11-2025"),
    on("eergisteren Noor: stage", "17-11-2025"),
    on("maandag Noor: stage", "17-11-2025"),
    on("woensdag Noor: stage", "12-11-2025"),
    on("zondag Noor: stage", "16-11-2025"),
    on("vorige week donderdag Noor: stage", "13-11-2025"),
    on("donderdag vorige week Noor: stage", "13-11-2025"),
    on("afgelopen vrijdag Noor: stage", "14-11-2025"),
    on("vorige vrijdag Noor: stage", "14-11-2025"),
    on("deze week maandag Noor: stage", "17-11-2025"),
    on("17-11 Noor: stage", "17-11-2025"),
    on("17/11 Noor: stage", "17-11-2025"),
    on("17-11-2025 Noor: stage", "17-11-2025"),
    on("2025-11-17 Noor: stage", "17-11-2025"),
    on("17 november Noor: stage", "17-11-2025"),
    on("17 nov. Noor: stage", "17-11-2025"),
    on("maandag 17-11 Noor: stage", "17-11-2025"),
    on("op maandag Noor: stage", "17-11-2025"),
    on("3-2 Noor: stage", "3-2-2025"),
    on("twee dagen geleden Noor: stage", "17-11-2025"),
    on("een week geleden Noor: stage", "12-11-2025"),
    on("today Noor: stage", "19-11-2025"),
    on("this morning Noor: stage", "19-11-2025"),
    on("yesterday Noor: stage", "18-11-2025"),
    on("yesterday afternoon Noor: stage", "18-11-2025"),
    on("the day before yesterday Noor: stage", "17-11-2025"),
    on("Monday Noor: stage", "17-11-2025"),
    on("on Monday Noor: stage", "17-11-2025"),
    on("last Friday Noor: stage", "14-11-2025"),
    on("last week Thursday Noor: stage", "13-11-2025"),
    on("Thursday last week Noor: stage", "13-11-2025"),
    on("17 November Noor: stage", "17-11-2025"),
    on("the 17th of November Noor: stage", "17-11-2025"),
    on("2 days ago Noor: stage", "17-11-2025"),
    on("a week ago Noor: stage", "12-11-2025"),
    on("gisteren, Noor: stage", "18-11-2025"),
)

# who
WHO = (
    one("sanne", "Sanne"),
    one("SANNE", "Sanne"),
    one("san,mil", "Sanne, Milan"),
    one("Sanne en Milan", "Sanne, Milan"),
    one("Sanne and Milan", "Sanne, Milan"),
    one("Sanne & Milan", "Sanne, Milan"),
    one("Sanne + Milan", "Sanne, Milan"),
    one("Sanne Milan", "Sanne, Milan"),
    one("Sanne, Milan en Noor", "Sanne, Milan, Noor"),
    one("Sanne, Sanne", "Sanne"),
    one("Sanne Hoekstra", "Sanne"),
    one("sanne h", "Sanne"),
    one("Milan Berg", "Milan"),
    one("Milan vd Berg", "Milan"),
    one("Milan van der Berg: stage", "Milan", "stage"),
    one("Noor Aydin: stage", "Noor", "stage"),
    one("yasmin amrani", "Yasmin"),
    one("Emma M: stage", "Emma M", "stage"),
    one("Emma van Mulder: stage", "Emma M", "stage"),
    one("Emma V, Emma M: stage", "Emma V, Emma M", "stage"),
    one("jan willem: stage", "Jan-Willem", "stage"),
    one("Jan-Willem de Wit: stage", "Jan-Willem", "stage"),
    one("lukasz: stage", "Łukasz", "stage"),
    one("zoe: stage", "Zoë", "stage"),
    one("ZOË: stage", "Zoë", "stage"),
    one("مريم: stage", "مريم", "stage"),
    one("مر, San: stage", "مريم, Sanne", "stage"),
    one("Fenna: stage", "Fenna", "stage"),
    one("Fen: stage", "Fenna", "stage"),
    one("Noo: stage", "Noor", "stage"),
    one("Noortje: stage", "Noortje", "stage"),
    one("Bra: stage", "Bram", "stage"),
    one("Brandon: stage", "Brandon", "stage"),
    one("Brand: stage", "Brandon", "stage"),
    one("*", ALL),
    one("*: ronde gemaakt", ALL, "ronde gemaakt"),
    one("*-Timo, Noor", all_but("Timo", "Noor")),
    one("* - Timo en Noor", all_but("Timo", "Noor")),
    one("*-ti,no: ronde", all_but("Timo", "Noor"), "ronde"),
    one("*-Emma V: ronde", all_but("Emma V"), "ronde"),
    one("*-Timo -Noor: ronde", all_but("Timo", "Noor"), "ronde"),
    one("*-ti -no: ronde", all_but("Timo", "Noor"), "ronde"),
    one("*-ti - no: ronde", all_but("Timo", "Noor"), "ronde"),
    one("*-jan-willem -san", all_but("Jan-Willem", "Sanne")),
    row("*-Emma: ronde", wrong="ambiguous: Emma"),
    row("*-: ronde", wrong="nobody: *-: ronde"),
    one("klas behalve Sanne en Noor: ronde", all_but("Sanne", "Noor"), "ronde"),
    one("Klas behalve san,no: ronde", all_but("Sanne", "Noor"), "ronde"),
    one("de klas behalve Timo g: ronde", all_but("Timo"), "ronde", kind="talk"),
    one("hele klas zonder Emma V: ronde", all_but("Emma V"), "ronde"),
    one("iedereen behalve 3, 4: ronde", all_but("Noor", "Timo"), "ronde"),
    one("hele groep behalve Jan-Willem de Wit: ronde", all_but("Jan-Willem"), "ronde"),
    one("iedereen behalve Sanne, Noor en Timo", all_but("Sanne", "Noor", "Timo")),
    one("gisteren iedereen behalve Timo: ronde", all_but("Timo"), "ronde", day="18-11-2025"),
    one("class except Sanne and Noor: round", all_but("Sanne", "Noor"), "round"),
    one("the whole class except for Timo: round", all_but("Timo"), "round"),
    one("everyone except Sanne, Noor: round", all_but("Sanne", "Noor"), "round"),
    one("Everybody but Timo t: round", all_but("Timo"), "round", kind="phone"),
    one("klas minus Sanne -Noor: ronde", all_but("Sanne", "Noor"), "ronde"),
    one("iedereen: ronde", ALL, "ronde"),
    one("hele klas g: ronde", ALL, "ronde", kind="talk"),
    one("the whole class", ALL),
    row("klas behalve: ronde", wrong="nobody: klas behalve: ronde"),
    row("klas behalve Emma: ronde", wrong="ambiguous: Emma"),
    row("klas behalve Xander: ronde", wrong="unknown: Xander"),
    row("klas: ronde", wrong="unknown: klas"),
    row("klas en Noor: ronde", Said(who="Noor", text="ronde"), wrong="unknown: klas"),
    row("iedereen was er", Said(who=ALL), wrong="unknown: was, unknown: er"),
    row(
        "Timo: iedereen behalve Mei was er",
        Said(who="Timo", text="iedereen behalve Mei was er"),
        also="Mei",
    ),
    row(
        "Timo, klas behalve Noor: ronde",
        Said(who="Timo, Noor", text="ronde"),
        wrong="unknown: klas, unknown: behalve",
    ),
    row("*-Xander: ronde", wrong="unknown: Xander"),
    one("@CMV-1B: ronde", ALL, "ronde"),
    one("@cmv1b: ronde", ALL, "ronde"),
    one("@CMV-1A g: bezoek", "Fenna, Brandon, Noortje", "bezoek", kind="talk"),
    one("@CMV-1A, Sanne: bezoek", "Fenna, Brandon, Noortje, Sanne", "bezoek"),
    row("@CMV: ronde", wrong="no_group: @CMV"),
    row("@: ronde", wrong="no_group: @"),
    row("@teamrood", wrong="no_group: @teamrood"),
    row("Sanne, @groep3: ronde", Said(who="Sanne", text="ronde"), wrong="no_group: @groep3"),
    one("1: stage", "Sanne", "stage"),
    one("3 4 5: stage", "Noor, Timo, Yasmin", "stage"),
    one("3,4: stage", "Noor, Timo", "stage"),
    one("*-3,4: ronde", all_but("Noor", "Timo"), "ronde"),
    row("99: stage", wrong="unknown: 99"),
    row("0: stage", wrong="unknown: 0"),
    row("Xander", wrong="unknown: Xander"),
    row("Sanne, Xander: stage", Said(who="Sanne", text="stage"), wrong="unknown: Xander"),
    row("Xa, Sanne", Said(who="Sanne"), wrong="unknown: Xa"),
    row("Fe: stage", wrong="unknown: Fe"),
    row("S", wrong="unknown: S"),
    row("Emma X: stage", wrong="ambiguous: Emma, unknown: X"),
    row("Sanne is ziek", Said(who="Sanne"), wrong="unknown: is, unknown: ziek"),
    row("Sanne kwam langs", Said(who="Sanne"), wrong="unknown: kwam, unknown: langs"),
    row("👍", wrong="unknown: 👍"),
    one("Sanne: 👍🏽 top", "Sanne", "👍🏽 top"),
)

# how
KINDS = (
    one("Sanne g", "Sanne", kind="talk"),
    one("Sanne gesprek", "Sanne", kind="talk"),
    one("Sanne talk", "Sanne", kind="talk"),
    one("Sanne k: stage", "Sanne", "stage"),
    one("Sanne kort: stage", "Sanne", "stage"),
    one("Sanne brief: stage", "Sanne", "stage"),
    one("Sanne m: stage", "Sanne", "stage", kind="mail"),
    one("Sanne Mail: stage", "Sanne", "stage", kind="mail"),
    one("Sanne t: stage", "Sanne", "stage", kind="phone"),
    one("Sanne telefoon: stage", "Sanne", "stage", kind="phone"),
    one("Sanne phone: stage", "Sanne", "stage", kind="phone"),
    one("Sanne call: stage", "Sanne", "stage", kind="phone"),
    one("Sanne o: stage", "Sanne", "stage", kind="noticed"),
    one("Sanne opgemerkt: stage", "Sanne", "stage", kind="noticed"),
    one("Sanne noticed: stage", "Sanne", "stage", kind="noticed"),
    one("Sanne, Milan g: stage", "Sanne, Milan", "stage", kind="talk"),
    one("g Sanne: stage", "Sanne", "stage", kind="talk"),
    one("* g", ALL, kind="talk"),
    one("Emma V g: stage", "Emma V", "stage", kind="talk"),
    one("Emma m: stage", "Emma M", "stage"),
    one("Emma m m: stage", "Emma M", "stage", kind="mail"),
    one("Sanne: g zei ze", "Sanne", "g zei ze"),
    one("Sanne =: kijken hoe het loopt", "Sanne", "kijken hoe het loopt", reminder=True),
    one("Sanne g =: stage", "Sanne", "stage", kind="talk", reminder=True),
    one("Sanne geheugensteun: stage", "Sanne", "stage", reminder=True),
    one("Sanne reminder: stage", "Sanne", "stage", reminder=True),
    one("gisteren Sanne, Milan t: stage", "Sanne, Milan", "stage", kind="phone", day="18-11-2025"),
    one("Timo afwezig", "Timo", absent=True),
    one("Timo, Noor afwezig", "Timo, Noor", absent=True),
    one("Timo absent", "Timo", absent=True),
    one("gisteren Timo afw", "Timo", absent=True, day="18-11-2025"),
    one("Timo afwezig m: trein viel uit", "Timo", "trein viel uit", absent=True, kind="mail"),
    one("Timo afwezig terug vr", "Timo", absent=True, due="21-11-2025"),
    row(
        "Timo, Isa afwezig; *: ronde",
        Said(who="Timo, Isa", absent=True),
        Said(who=all_but("Timo", "Isa"), text="ronde", left_out="Timo, Isa"),
    ),
    row(
        "*: ronde; Timo afwezig",
        Said(who=all_but("Timo"), text="ronde", left_out="Timo"),
        Said(who="Timo", absent=True),
    ),
    row(
        "gisteren Timo afwezig; *: ronde",
        Said(who="Timo", absent=True, day="18-11-2025"),
        Said(who=ALL, text="ronde"),
    ),
    one(
        "13-11 *: ronde",
        all_but("Timo", "Isa"),
        "ronde",
        day="13-11-2025",
        left_out="Timo, Isa",
    ),
    one(
        "13-11 *, Timo: ronde",
        "Timo, " + all_but("Timo", "Isa"),
        "ronde",
        day="13-11-2025",
        left_out="Isa",
    ),
)

# text, tags, private lines, literal text
TEXT = (
    one("Noor #zorg", "Noor", tags="zorg"),
    one("Noor #Zorg #zorg", "Noor", tags="zorg"),
    one("Noor: sterke #top les", "Noor", "sterke les", tags="top"),
    one("Noor: stage #stage #slb", "Noor", "stage", tags="stage slb"),
    one("#zorg Noor: stage", "Noor", "stage", tags="zorg"),
    row("Noor: fijn #fijn", Said(who="Noor", text="fijn #fijn"), new="#fijn"),
    row("Noor #fijn", Said(who="Noor", text="#fijn"), new="#fijn"),
    row("Noor #fijn: stage", Said(who="Noor", text="#fijn stage"), new="#fijn"),
    row("Noor #zorg #fijn", Said(who="Noor", text="#fijn", tags="zorg"), new="#fijn"),
    one("Noor: opgave #3 en c#", "Noor", "opgave #3 en c#"),
    one("Noor: zie a/#top", "Noor", "zie a/#top"),
    one('Noor: zei "#zorg"', "Noor", 'zei "#zorg"'),
    one("Noor: zei “terug vr”", "Noor", "zei “terug vr”"),
    one('Noor: "a; b / Milan: c"', "Noor", '"a; b / Milan: c"'),
    one('Noor "is er weer": top', "Noor", '"is er weer" top'),
    one('Noor: 5" scherm', "Noor", '5" scherm'),
    one("Noor: tijd 10:15 gehaald", "Noor", "tijd 10:15 gehaald"),
    one("Noor:stage", "Noor", "stage"),
    one("Noor :  veel   ruimte", "Noor", "veel ruimte"),
    one("Noor:", "Noor"),
    one("Noor: stage;", "Noor", "stage"),
    one("Noor: 50/50 en/of later", "Noor", "50/50 en/of later"),
    one("Noor: > dan verwacht", "Noor", "> dan verwacht"),
    one("Noor: komt vr terug", "Noor", "komt vr terug"),
    one("Noor: terug vr besproken", "Noor", "terug vr besproken"),
    one("Noor: kwam terug", "Noor", "kwam terug"),
    one("Noor: ma do zo mei nu", "Noor", "ma do zo mei nu"),
    one("Noor: nu week 48 af", "Noor", "nu week 48 af"),
    one("Noor: may go on", "Noor", "may go on"),
    one("Noor: sat down, sun was out", "Noor", "sat down, sun was out"),
    row("Noor: hielp Milan", Said(who="Noor", text="hielp Milan"), also="Milan"),
    row(
        "Noor: met Emma en Bram",
        Said(who="Noor", text="met Emma en Bram"),
        also="Emma V Emma M, Bram",
    ),
    one("Noor: hielp milan", "Noor", "hielp milan"),
    one("Noor: sprak Fenna", "Noor", "sprak Fenna"),
    one("Noor, Milan: stage / Noor: alleen", "Noor, Milan", "stage", alone="Noor: alleen"),
    one(
        "Noor, Milan: stage / Noor: a / Milan: b",
        "Noor, Milan",
        "stage",
        alone="Noor: a, Milan: b",
    ),
    one("Noor: stage / Timo: uren", "Noor", "stage", alone="Timo: uren"),
    one("Noor, Milan: / Noor: uren", "Noor, Milan", alone="Noor: uren"),
    one(
        "Noor: stage terug vr / Noor: uren",
        "Noor",
        "stage",
        alone="Noor: uren",
        due="21-11-2025",
    ),
    one(
        "Noor: stage / Noor: uren > 2w #zorg",
        "Noor",
        "stage",
        alone="Noor: uren",
        due="3-12-2025",
        tags="zorg",
    ),
    row("Noor: a / Xander: b", Said(who="Noor", text="a"), wrong="unknown: Xander"),
    row("Emma V: a / Emma: b", Said(who="Emma V", text="a", alone="Emma V: b")),
    row("Noor: a / Emma: b", Said(who="Noor", text="a"), wrong="ambiguous: Emma"),
    row("31-2 Noor: a", Said(who="Noor", text="a"), wrong="bad_date: 31-2"),
    row("morgen Noor: a", Said(who="Noor", text="a"), wrong="bad_date: morgen"),
    row("tomorrow Noor: a", Said(who="Noor", text="a"), wrong="bad_date: tomorrow"),
    row("24-12-2025 Noor: a", Said(who="Noor", text="a"), wrong="bad_date: 24-12-2025"),
    row("Noor terug 31-2", Said(who="Noor"), wrong="bad_date: terug 31-2"),
    row("Noor: a terug 31-2", Said(who="Noor", text="a terug 31-2"), wrong="bad_date: terug 31-2"),
    row("Noor: a > week 60", Said(who="Noor", text="a > week 60"), wrong="bad_date: > week 60"),
    row(
        "Noor: a back yesterday",
        Said(who="Noor", text="a back yesterday"),
        wrong="bad_date: back yesterday",
    ),
    row(
        "Noor: a terug vandaag",
        Said(who="Noor", text="a terug vandaag"),
        wrong="bad_date: terug vandaag",
    ),
    row(
        "Noor: a > herfstvakantie",
        Said(who="Noor", text="a > herfstvakantie"),
        wrong="bad_date: > herfstvakantie",
    ),
    row("Noor: a > blok 7", Said(who="Noor", text="a > blok 7")),
    row(": stage", wrong="nobody: : stage"),
    row("gisteren g", wrong="nobody: gisteren g"),
    row("terug vr", wrong="nobody: terug vr"),
    row("#zorg", wrong="nobody: #zorg"),
    row(
        "Sanne: stage\n\nMilan g\r\n;; Noor",
        Said(who="Sanne", text="stage"),
        Said(who="Milan", kind="talk"),
        Said(who="Noor"),
    ),
    row(
        "gisteren Sanne; Milan",
        Said(who="Sanne", day="18-11-2025"),
        Said(who="Milan"),
    ),
)

LINES = (*REFERENCE, *AHEAD, *BACK, *WHO, *KINDS, *TEXT)
