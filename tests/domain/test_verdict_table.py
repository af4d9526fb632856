"""What people type for Dutch, Turkish, Moroccan, Surinamese, Polish and English names.

One class of thirty-six; each line is a student, and what was typed with the verdict it deserves:
`=` right, `~` right but spelled otherwise, `?` for the teacher to decide, `x` wrong, and `>` with
the classmate whose name it is. A semicolon stands for a comma.
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


ROWS = rows()
CLASS = [
    Student(id=StudentId(number), given_name=given, infix=infix, family_name=family)
    for number, (given, infix, family) in enumerate(
        split_whole_name(name) for name in dict.fromkeys(name for name, _, _ in ROWS)
    )
]


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(ROWS) >= 150


@pytest.mark.parametrize(("name", "typed", "verdict"), ROWS)
def test_what_was_typed_gets_the_verdict_it_deserves(
    name: str, typed: str, verdict: Verdict
) -> None:
    shown = next(each for each in CLASS if each.full_name == name)
    assert judge(typed, target=shown, classmates=CLASS).verdict is verdict
