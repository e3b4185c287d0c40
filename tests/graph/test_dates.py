"""Dates in running text: what they are, where they stand, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import find_dates, parse_date

ONE_DATE = [
    ("30.04.18Berlin", "30.04.18", "2018-04-30"),
    ("am 16. März 2021 in Köln", "16. März 2021", "2021-03-16"),
    ("am 16.März 2021", "16.März 2021", "2021-03-16"),
    ("am 1. 3. 2021", "1. 3. 2021", "2021-03-01"),
    ("25.11.2015.", "25.11.2015", "2015-11-25"),
    ("Am 01.01.2015 startete", "01.01.2015", "2015-01-01"),
    ("am 3.5.18 war", "3.5.18", "2018-05-03"),
    ("am 29.2.2016", "29.2.2016", "2016-02-29"),
    ("im Herbst 2006", "Herbst 2006", "2006"),
    ("im Sommer 2014", "Sommer 2014", "2014"),
    ("im Frühjahr 2008", "Frühjahr 2008", "2008"),
    ("Ende 2010 entstand", "Ende 2010", "2010"),
    ("Mitte des Jahres 2018", "Mitte des Jahres 2018", "2018"),
    ("Anfang Mai 2018", "Anfang Mai 2018", "2018-05"),
    ("im 3. Quartal 2019", "3. Quartal 2019", "2019"),
    ("November 2010", "November 2010", "2010-11"),
    ("NOVEMBER 2010", "NOVEMBER 2010", "2010-11"),
    ("seit März 2019 dabei", "März 2019", "2019-03"),
    ("im Ma\u0308rz 2019", "Ma\u0308rz 2019", "2019-03"),
    ("Sept. 2012", "Sept. 2012", "2012-09"),
    ("bis Februar 2017 abgeschlossen", "Februar 2017", "2017-02"),
    ("Stand: 05/2018", "05/2018", "2018-05"),
    ("Stand 5.2018", "5.2018", "2018-05"),
    ("Ausgabe 4/2018", "4/2018", "2018"),
    ("den 2010 ins Leben gerufenen Plan", "2010", "2010"),
    ("im Jahr 2000 Unternehmen gewonnen", "2000", "2000"),
    ("Strategie 2030", "2030", "2030"),
    ("(gegründet 1861)", "1861", "1861"),
    ("Mai '17", "Mai '17", "2017-05"),
    ("2019-03-05T10:00", "2019-03-05", "2019-03-05"),
    ("2019-03", "2019-03", "2019-03"),
    ("May 3, 2019", "May 3, 2019", "2019-05-03"),
    ("3rd March 2019", "3rd March 2019", "2019-03-03"),
    ("Freitag, 3. Mai 2019, 18 Uhr", "3. Mai 2019", "2019-05-03"),
    ("Köln 29.06.2017", "29.06.2017", "2017-06-29"),
]

SEVERAL = [
    ("vom 19. bis 25. Juni 2017", [("19.", "2017-06-19"), ("25. Juni 2017", "2017-06-25")]),
    ("19.-25. Juni 2017", [("19.", "2017-06-19"), ("25. Juni 2017", "2017-06-25")]),
    ("05. bis 31. März 2015", [("05.", "2015-03-05"), ("31. März 2015", "2015-03-31")]),
    ("1. Juni bis 3. Juli 2017", [("1. Juni", "2017-06-01"), ("3. Juli 2017", "2017-07-03")]),
    ("28.06.–02.07.2017", [("28.06.", "2017-06-28"), ("02.07.2017", "2017-07-02")]),
    ("10.05.2017 bis 12.05.2017", [("10.05.2017", "2017-05-10"), ("12.05.2017", "2017-05-12")]),
    ("1. und 2. Juni 2018", [("1.", "2018-06-01"), ("2. Juni 2018", "2018-06-02")]),
    ("März bis Mai 2019", [("März", "2019-03"), ("Mai 2019", "2019-05")]),
    ("Juni/Juli 2018", [("Juni", "2018-06"), ("Juli 2018", "2018-07")]),
    ("März 2018 bis Mai 2019", [("März 2018", "2018-03"), ("Mai 2019", "2019-05")]),
    ("Masterplan 2010 – 2020", [("2010", "2010"), ("2020", "2020")]),
    ("2012-2015", [("2012", "2012"), ("2015", "2015")]),
    ("2018-21", [("2018", "2018"), ("21", "2021")]),
    ("2014/2015", [("2014", "2014"), ("2015", "2015")]),
    ("Winter 2016/17", [("Winter 2016", "2016"), ("17", "2017")]),
    ("Termin 2017: 10.05.2017", [("2017", "2017"), ("10.05.2017", "2017-05-10")]),
]

NO_DATE = [
    "360 Industrieunternehmen",
    "2000 Unternehmen",
    "rund 2000 Betriebe und über 2010",
    "1900 Euro, 2000 €, 2010 %",
    "2.018 Personen, 20.180",
    "Industrie 4.0, Masterplan 2.0",
    "ISO 2010:2015",
    "in den 2010er Jahren",
    "Abschnitt 3.5.18",
    "am 31.02.2017",
    "am 32.01.2017",
    "19. Juni",
    "im Mai",
    "10115 Berlin",
    "+49 30 2018-141",
    "18:00 Uhr",
    "S. 2012",
    "www.beispiel.example/2015",
]


@pytest.mark.parametrize(("text", "words", "iso"), ONE_DATE)
def test_a_date_is_found_where_it_stands(text: str, words: str, iso: str) -> None:
    assert [(text[start:end], found) for start, end, found in find_dates(text)] == [(words, iso)]
    assert parse_date(text) == iso


@pytest.mark.parametrize(("text", "dates"), SEVERAL)
def test_a_range_gives_both_ends(text: str, dates: list[tuple[str, str]]) -> None:
    assert [(text[start:end], iso) for start, end, iso in find_dates(text)] == dates


@pytest.mark.parametrize("text", NO_DATE)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text) == ()
    assert parse_date(text) is None


@given(st.text(alphabet="0123456789. -–/'bisundJuliMärz2017\n", max_size=120))
def test_dates_are_sorted_disjoint_and_inside(text: str) -> None:
    place = 0
    for start, end, iso in find_dates(text):
        assert place <= start < end <= len(text)
        assert len(iso) in (4, 7, 10)
        place = end


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", ["1.", "1. ", "2010 ", "2010–", " ", "Ende ", "1", "1. bis ", "Mai ", "’1"])
def test_hostile_repetition_ends(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert all(end <= len(text) for _, end, _ in find_dates(text))
