"""What people type for Dutch, Turkish, Moroccan, Surinamese, Polish and English names.

One class of fifty; each line is a student, between brackets what else they are called, and what was
typed with the verdict it deserves: `=` right, `~` right but spelled otherwise, `?` for the teacher
to decide, `x` wrong, and `>` for the name of a classmate. A semicolon stands for a comma.
"""

import pytest

from klasgenoot.domain.names import split_whole_name
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.verdict import Verdict, judge

TABLE = """
Thijs de Vries | = thijs, = THIJS, = Thijs de Vries, = de Vries Thijs, ~ Tijs, ~ Thys, ~ Thijss
Thijs de Vries | x Mathijs
Sanne van der Meulen | = sanne, = Sanne van der Meulen, = vandermeulen, = Meulen
Sanne van der Meulen | = van der Meulen, = v.d. Meulen, = vd Meulen, = Meulen; Sanne van der
Sanne van der Meulen | ~ Sane, > Anne
Anne-Fleur Bakker | = anne fleur, = Annefleur, = ANNE-FLEUR, ~ Anne-Fluer, ~ Anne Fleurr
Anne Jansen | = anne, = Anne J, = Jansen, = Anne Jansen, > Sanne, ~ Anke
Joost Mulder | = joost, ? Jost, > Roos, ~ Joots
Roos Hendriks | = roos, ~ Roosje Hendriks, x Joos, ~ Rooz, x Kees
Geertje 't Hooft | = geertje, = Geertje 't Hooft, = Geertje t Hooft, = Hooft, ~ Geertie, ~ Geetje
Wouter op den Akker | = wouter, = Wouter op den Akker, = op den Akker, = Akker, ~ Wauter
Wouter op den Akker | ~ Wouther
Maaike IJsbrandy | = maaike, = ijsbrandy, = Maaike IJsbrandy, ~ Maike, ~ Maayke, ~ Maaikee
Fenna ten Brink | = fenna, = ten Brink, = Brink, ~ Fena, ~ Venna
Jelle Dijkstra | = jelle, = Dijkstra, = dijkstra jelle, ~ Dykstra, ~ Jele, x Pelle
Sophie Visser | = sophie, ~ Sofie, ~ Sophi, ~ Visse
Pieter-Jan Kok | = pieter jan, = Pieterjan, = pieter-jan kok, ~ Pieterjam, x Piet
Lieke Post | = lieke, ~ Like, x Lieche, ~ Leike
Zeynep Yılmaz | = zeynep, = Yilmaz, = YILMAZ, = zeynep yılmaz, ~ Zeinep, ~ Zeynap, ~ Seynep
Oğuz Şahin | = oguz, = oğuz, = sahin, = Şahin, = Oguz Sahin, ~ Ogus, ~ Oguzz
Çağla Öztürk | = cagla, = Çagla, = ozturk, = Öztürk, ~ Kagla, ~ Chagla, ~ Calga
Işıl Demir | = isil, = Isil, = işil, = Işıl Demir, ~ Isill, ~ Izil
Gökhan Aydın | = gokhan, = Gökhan, = aydin, ~ Gokan, ~ Gökham
Emine Kaya | = emine, ~ Emina, x Enime, x Ermina
Mohammed el Amrani | = mohammed, = El Amrani, = amrani, = mohammed el amrani, ~ Mohamed
Mohammed el Amrani | ~ Mohammad, ~ Muhammed, x Ahmed
Fatima-Zahra Bouali | = fatima zahra, = Fatimazahra, = bouali, ~ Fatima Zara, ~ Fatima Zahraa
Youssef Ouali | = youssef, = ouali, ~ Yousef, ~ Youssev, x Yusssef, x Joesoef
Noureddine Aït Taleb | = noureddine, = aït taleb, = Ait Taleb, ~ Nouredine, ~ Noureddin
Hafsa Benali | = hafsa, = benali, ~ Havsa, ~ Hafza, x Hamza
Sheryl Pinas | = sheryl, = Pinas, = pinas sheryl, ~ Sherryl, ~ Sheril, x Cheryl
Dwight Wijngaarde | = dwight, = Wijngaarde, ~ Dwigth, ~ Dwicht, ~ Wyngaarde
Shanti Ramdin | = shanti, = Ramdin, ~ Santi, ~ Shanty, ~ Shanthi
Xaviera Tjon-A-Fat | = xaviera, = tjon a fat, = Tjon-A-Fat, ~ Xavira, ~ Xafiera
Łukasz Wójcik | = lukasz, = Łukasz, = wojcik, = Wójcik, ~ Lukas, ~ Lucasz, x Luuk
Małgorzata Nowak | = malgorzata, = Małgorzata, = nowak, ~ Malgorsata, ~ Margorzata
Zbigniew Lis | = zbigniew, = lis, ~ Zbignief, ~ Zbiegniew
Agnieszka Wiśniewska | = agnieszka, = wisniewska, ~ Agnieska, ~ Agniezska
Siobhán O'Connor | = siobhan, = oconnor, = O’Connor, ~ Siobahn, x Chevonne
Michael Wright | = michael, = wright, ~ Micheal, ~ Michaël Writ, ~ Michaell
Kwame Asante-Mensah | = kwame, = asante mensah, = Mensah, = Kwame Asante, = Kwamé Asante-Mensa
Kwame Asante-Mensah | ~ Kwama
Đorđe Petrović (Djordje) | = dorde, = Djordje, = djordje petrovic, = Petrovic, ~ Djorje, x George
Moreno Polat (Mo; Moh) | = moreno, = Mo, = moh, = Mo Polat, = Polat; Mo, > Mohammed, ~ Morenno
Mohammed el Amrani | > Mo, = Amrani; Mohammed el, = Mohammed Amrani, = el Amrani; Mohammed
Wojciech Kamiński (Wojtek) | = wojtek, = Wojtek Kaminski, ~ Wojcieh, ~ Kaminsky, ~ Wojtech
Wojciech Kamiński (Wojtek) | > Wójcik, = Kamiński Wojtek
Henricus van den Heuvel (Rik) | = Rik, = henricus, ~ Rick, = rik vd heuvel, = Heuvel; Rik van den
Henricus van den Heuvel (Rik) | = van den Heuvel; Rik, = Heuvel van den; Rik, = Heuvel; van den; Rik
Henricus van den Heuvel (Rik) | = v.d. Heuvel, = v/d Heuvel Rik, = vandenheuvel, ~ van der Heuvel
Henricus van den Heuvel (Rik) | ~ Rik van der Heuvel, ? van Heuvel, ~ Rik Heuvell
Soraya Autar-Sewnarain | = Sewnarain-Autar, = Soraya Sewnarain, = Autar, ~ Zoraya, ~ Sewnarein
Abdelkarim Ben Haddou (Karim) | = karim, = abdel karim, = Karim Ben Haddou, = Benhaddou, ~ Carim
Abdelkarim Ben Haddou (Karim) | ~ Abdelkerim, = Ben Haddou Karim
Charlotte van 't Veer (Lot) | = lot, = charlotte vant veer, = van t Veer, = Veer; Charlotte van 't
Charlotte van 't Veer (Lot) | = Charlotte van het Veer, = vt Veer, ~ Charlot, x Sharlotte, x Lotte
Priya Jagernath | = priya, = Jagernath Priya, ~ Prija, ~ Pria, ~ Jagernat
Ruben d'Ancona | = dancona, = d’Ancona, = Ancona, = Ruben Ancona, ~ Rubben, ~ Reuben
Willem-Jan de Wit-ter Horst (WJ) | = wj, = willem jan, = Willemjan de Wit, = ter Horst, x Willem
Willem-Jan de Wit-ter Horst (WJ) | = ter Horst-de Wit, = Wit; Willem-Jan de
Willem-Jan de Wit-ter Horst (WJ) | = WJ de Wit, ~ Wilem-Jan
Geoffrey Burleson (Jeff) | = jeff, = geoffrey, = Jeff Burleson, ~ Geofrey, x Jeffrey, x Geoff
Yasemin Güneş (Yasmin) | = yasemin, = Yasmin, = gunes, = Güneş Yasemin, x Jasmin, ~ Yasemine
Zoë Ó Briain | = zoe, = ZOË, = Zöe, = Zoe O'Briain, = O Briain, x Zoey
Thijs de Vries | = Vries; Thijs de, = Vries Thijs, = de Vries; Thijs
Thijs de Vries | = Vries de Thijs, = Vries; de; Thijs
Sanne van der Meulen | = Meulen; van der; Sanne, = van der Meulen Sanne, = Meulen van der Sanne
Sanne van der Meulen | = Sanne vd Meulen, = Sanne v.d. Meulen, = Sanne Meulen, ~ Sanne van de Meulen
Wouter op den Akker | = Akker; Wouter op den, = Akker op den, = Wouter Akker, = op den Akker Wouter
Geertje 't Hooft | = Hooft; Geertje 't, = Geertje Hooft, = 't Hooft; Geertje
Fenna ten Brink | = Brink; Fenna ten, = Fenna Brink, = ten Brink Fenna
"""

SIGNS = {
    "=": Verdict.RIGHT,
    "~": Verdict.SPELLING,
    "?": Verdict.DOUBT,
    "x": Verdict.WRONG,
    ">": Verdict.MIXED_UP,
}


def rows() -> list[tuple[str, str, Verdict]]:
    """Whom was shown, what was typed, and what it is worth."""
    found = []
    for line in TABLE.strip().splitlines():
        name, _, cases = line.partition("|")
        for case in cases.split(","):
            sign, typed = case.strip().split(" ", 1)
            found.append((name.strip(), typed.replace(";", ","), SIGNS[sign]))
    return found


def a_student(number: int, line: str) -> Student:
    """Who stands at the beginning of a line, with what else they are called."""
    name, _, aliases = line.rstrip(")").partition(" (")
    given, infix, family = split_whole_name(name)
    return Student(
        id=StudentId(number),
        given_name=given,
        infix=infix,
        family_name=family,
        aliases=tuple(alias.strip() for alias in aliases.split(";") if alias),
    )


ROWS = rows()
PEOPLE = {
    line: a_student(number, line)
    for number, line in enumerate(dict.fromkeys(line for line, _, _ in ROWS))
}
CLASS = list(PEOPLE.values())


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(ROWS) >= 300
    assert len(CLASS) == len({student.full_name for student in CLASS}) == 49


@pytest.mark.parametrize(("line", "typed", "verdict"), ROWS)
def test_what_was_typed_gets_the_verdict_it_deserves(
    line: str, typed: str, verdict: Verdict
) -> None:
    assert judge(typed, target=PEOPLE[line], classmates=CLASS).verdict is verdict
