"""Which words are spoken of, and which only look like them? Both lists, as they ship."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.word_check import (
    Topic,
    WordList,
    clause_around,
    first_hit,
    read_help_lines,
    read_word_list,
)

RESOURCES = Path(__file__).parents[2] / "resources"
LANGUAGES = ("nl", "en")
LISTS = tuple(
    read_word_list(json.loads((RESOURCES / "word_check" / f"{each}.json").read_text("utf-8")))
    for each in LANGUAGES
)

FOUND = {
    "heeft adhd": ("adhd", "health"),
    "ADHD-medicatie opgehaald": ("ADHD", "health"),
    "ze heeft ADD, vertelde ze": ("ADD", "health"),
    "is autistisch": ("autistisch", "health"),
    "autisme in de familie": ("autisme", "health"),
    "depressief de laatste tijd": ("depressief", "health"),
    "Depressie, zei hij": ("Depressie", "health"),
    "nieuwe medicijnen": ("medicijnen", "health"),
    "dyslexieverklaring ingeleverd": ("dyslexieverklaring", "health"),
    "heeft een angststoornis": ("angststoornis", "health"),
    "zit in een burn-out": ("burn-out", "health"),
    "ZWANGER, uitgerekend in mei": ("ZWANGER", "health"),
    "gaat naar de psycholoog": ("psycholoog", "health"),
    "had een paniekaanval": ("paniekaanval", "health"),
    "moeder heeft kanker": ("kanker", "health"),
    "chronisch ziek": ("chronisch ziek", "health"),
    "komt door haar geloof": ("geloof", "belief"),
    "vast tijdens de ramadan": ("ramadan", "belief"),
    "is moslim": ("moslim", "belief"),
    "draagt een hoofddoek": ("hoofddoek", "belief"),
    "vanwege zijn afkomst": ("afkomst", "origin"),
    "van Turkse ouders": ("Turkse", "origin"),
    "wacht op een verblijfsvergunning": ("verblijfsvergunning", "origin"),
    "is homo": ("homo", "orientation"),
    "kwam uit de kast": ("uit de kast", "orientation"),
    "is lid van de vakbond": ("lid van de vakbond", "politics"),
    "bsn 123": ("bsn", "numbers"),
    "BSN doorgegeven": ("BSN", "numbers"),
    "heeft een strafblad": ("strafblad", "stigma"),
    "gokverslaving": ("gokverslaving", "stigma"),
    "grote schulden": ("schulden", "stigma"),
    "is gewoon lui": ("lui", "judgement"),
    "deed brutaal": ("brutaal", "judgement"),
    "dacht aan suïcide": ("suïcide", "danger"),
    "dacht aan sui\u0308cide": ("sui\u0308cide", "danger"),
    "sprak over zelfmoord": ("zelfmoord", "danger"),
    "zei: ik wil niet meer leven": ("niet meer leven", "danger"),
    "hij wilde dood": ("wilde dood", "danger"),
    "wordt thuis mishandeld": ("mishandeld", "danger"),
    "huiselijk  geweld": ("huiselijk  geweld", "danger"),
    "adhd, en ze wil niet meer leven": ("niet meer leven", "danger"),
    "was diagnosed last week": ("diagnosed", "health"),
    "on medication": ("medication", "health"),
    "an eating disorder": ("disorder", "health"),
    "is pregnant": ("pregnant", "health"),
    "because of her faith": ("her faith", "belief"),
    "her ethnic background": ("ethnic", "origin"),
    "he is gay": ("gay", "orientation"),
    "asked for a passport number": ("passport number", "numbers"),
    "has a criminal record": ("criminal record", "stigma"),
    "seems lazy": ("lazy", "judgement"),
    "she wants to die": ("wants to die", "danger"),
    "self-harming again": ("self-harming", "danger"),
    "talked of suicide": ("suicide", "danger"),
    "domestic violence at home": ("domestic violence", "danger"),
}

FINE = [
    "groepsproject loopt",
    "stage besproken, vraag over planning",
    "ik geloof dat het lukt",
    "geloof ik wel",
    "meer geloof in zichzelf",
    "ongeloofwaardig verhaal",
    "geloofwaardig verhaal",
    "add a slide to the deck",
    "added two sources",
    "klassikaal besproken",
    "massa en snelheid",
    "remediale opdracht",
    "intermediair gesproken",
    "multimediaal ontwerp",
    "mediation training",
    "de mediacursus",
    "economische depressie van 1929",
    "a great depression essay",
    "therapietrouwmeting",
    "ergotherapie-stage geregeld",
    "fysiotherapie als minor",
    "maakt zich druk om de toets",
    "raspberry pi werkt",
    "rasterfoto gekozen",
    "grasveld gefotografeerd",
    "homogene groepen",
    "homo sapiens als thema",
    "haalde het boek uit de kast",
    "huid en haar verzorging",
    "turkoois als kleur",
    "de schuldvraag in het verhaal",
    "onschuldig grapje",
    "luister goed",
    "sluit aan bij de les",
    "luid en duidelijk",
    "brutowinst uitgerekend",
    "abstract schrijven",
    "project over suïcidepreventie",
    "thesis on suicide prevention",
    "research on refugees",
    "dood punt in het gesprek",
    "doodmoe na de les",
    "wil dolgraag presenteren",
    "niet meer later komen",
    "levendige discussie",
    "bsnake is de naam van het spel",
    "in good faith",
    "faith in the team",
    "embrace the idea",
    "trace the source",
    "bargaining in class",
    "engaged student",
    "gayle kwam langs",
    "drugstore als casus",
    "addition and subtraction",
    "debt-free business plan",
    "crude oil case",
    "protrude from the page",
    "lazy loading of images",
    "no stupid questions, a stupid question does not exist",
    "christenson als bron",
    "joodenbreestraat",
    "katholicisme",
    "studeert medicijnen",
    "traumahelikopter",
    "assessment gepland",
    "ass van de grafiek",
    "",
    "!!! 123 …",
]


@pytest.mark.parametrize("text", list(FOUND))
def test_a_word_that_need_not_stand_there_is_found(text: str):
    found = first_hit(text, LISTS)

    assert found is not None
    hit, _ = found
    assert (text[hit.start : hit.end], hit.topic.key) == FOUND[text]
    assert hit.topic.is_danger is (hit.topic.key == "danger")


@pytest.mark.parametrize("text", FINE)
def test_words_inside_other_words_and_other_meanings_are_left_alone(text: str):
    assert first_hit(text, LISTS) is None


def test_the_language_on_screen_has_the_say_over_a_word_in_both():
    dutch, english = LISTS

    assert first_hit("adhd", (dutch, english)) is not None
    assert first_hit("adhd", (dutch, english))[1] is dutch
    assert first_hit("adhd", (english, dutch))[1] is english


def test_names_are_not_looked_at_and_what_is_left_stays():
    assert first_hit("Islam: werkt goed", LISTS, spared=[(0, 5)]) is None
    assert first_hit("adhd, ADHD", LISTS, left={"adhd"}) is None
    found = first_hit("adhd en geloof", LISTS, left={"adhd"})
    assert found is not None
    assert found[0].topic.key == "belief"


def test_a_neutral_wording_takes_the_place_of_one_thing_said():
    text = "Noor: sprak over stage. Heeft adhd; terug vr"
    at = text.index("adhd")

    start, end = clause_around(text, (at, at + 4))
    assert text[start:end] == "Heeft adhd"
    walls = {text.index("terug")}
    line = "Noor: heeft adhd terug vr"
    start, end = clause_around(line, (12, 16), walls={line.index("terug"), *walls})
    assert line[start:end] == "heeft adhd"


@given(st.text(max_size=60), st.sampled_from(["adhd", "wil dood", "geloof", "BSN"]), st.text())
def test_looking_never_fails_and_what_is_found_lies_in_what_it_replaces(
    before: str, word: str, behind: str
):
    text = f"{before} {word} {behind}"
    found = first_hit(text, LISTS)
    for hit in (hit for each in LISTS for hit in each.hits(text)):
        start, end = clause_around(text, hit.place)
        assert 0 <= start <= hit.start < hit.end <= end <= len(text)
    if word != "geloof":
        assert found is not None


@given(st.text(alphabet="abcdefg ", max_size=40))
def test_a_pattern_is_a_whole_word(text: str):
    topic = Topic(key="one", why="", proposal="", words=("abc",))

    hits = WordList(prompt="", topics=[topic]).hits(text)
    assert [text[hit.start : hit.end] for hit in hits] == [w for w in text.split() if w == "abc"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_speak_of_the_same_things(language: str):
    words = LISTS[LANGUAGES.index(language)]

    assert [topic.key for topic in words.topics] == [topic.key for topic in LISTS[0].topics]
    assert words.prompt
    for topic in words.topics:
        assert topic.why
        assert topic.proposal
        found = first_hit(topic.proposal, LISTS)
        assert found is None, "a neutral wording speaks of nothing"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_to_call_are_data(language: str):
    data = json.loads((RESOURCES / "help" / f"{language}.json").read_text("utf-8"))

    lines = read_help_lines(data)
    assert lines[0].phone == "112"
    assert "0800-0113" in lines[1].phone
    assert lines[1].web == "113.nl"


def test_a_list_without_its_shape_is_refused():
    with pytest.raises(ValueError, match="shape"):
        read_word_list({"prompt": "", "topics": [{"key": "one"}]})
    with pytest.raises(ValueError, match="shape"):
        read_help_lines({"emergency": [{"name": "one"}]})


@pytest.mark.parametrize("room", ["demo", "guide", "phases", "needs"])
def test_what_ships_with_klasgenoot_speaks_of_none_of_it(room: str):
    def texts(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        inner = list(value.values()) if isinstance(value, dict) else value
        return [text for each in inner for text in texts(each)] if isinstance(inner, list) else []

    for language in LANGUAGES:
        data = json.loads((RESOURCES / room / f"{language}.json").read_text("utf-8"))
        assert [text for text in texts(data) if first_hit(text, LISTS)] == []
