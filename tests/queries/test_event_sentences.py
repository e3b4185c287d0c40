"""Which sentences tell of an event, what it is called, when and where."""

import pytest

from queries.event_sentences import EventDay, read_event_sentences
from seeds.register import load_register

REGISTER = load_register()


def is_town(words):
    region = REGISTER.find_region(words)
    return region is not None and region.kind in {"kreisfreie_stadt", "gemeinde", "land"}


def read(text):
    return [sentence for sentence in read_event_sentences(text, is_town=is_town) if sentence.is_event]


@pytest.mark.parametrize(
    ("text", "noun", "day", "place"),
    [
        ("Die Jahreskonferenz fand am 3. Mai 2018 in Kassel statt.", "Jahreskonferenz", ("2018-05-03",), "Kassel"),
        ("Am 3. Mai 2018 lud der Pakt zur Regionalkonferenz nach Bad Salzuflen ein.", "Regionalkonferenz",
         ("2018-05-03",), "Bad Salzuflen"),
        ("Protokoll der 5. Sitzung vom 12. März 2021", "5. Sitzung", ("2021-03-12",), None),
        ("Nächste Sitzung: 16. Juni 2021.", "Sitzung", ("2021-06-16",), None),
        ("Nächste Sitzung: 14. Februar 2017, Itzehoe, Theater", "Sitzung", ("2017-02-14",), "Itzehoe, Theater"),
        ("Termin: 9.11.2017", None, ("2017-11-09",), None),
        ("• Termin 2017: 10.05.2017", None, ("2017-05-10",), None),
        ("Tagung am 5. und 6. Oktober 2023, Campus Erfurt, Haus W", "Tagung", ("2023-10-05", "2023-10-06"),
         "Campus Erfurt, Haus W"),
        ("Woche der Industrie vom 19. bis 25. Juni 2017", "Woche der Industrie", ("2017-06-19", "2017-06-25"), None),
        ("Eine Zwischenkonferenz ist für Mai 2023 vorgesehen.", "Zwischenkonferenz", ("2023-05",), None),
        ("Der Rat tagte am Mittwoch, den 8. November 2016 im Rathaus Heide.", None, ("2016-11-08",), "Rathaus Heide"),
        ("6. Treffen am 17. März 2021, 10:00 bis 12:15 Uhr (Video)", "6. Treffen",
         ("2021-03-17", None, "10:00", "12:15"), None),
        ("Der Kongress am 17. März 2021 um 18 Uhr", "Kongress", ("2021-03-17", None, "18:00"), None),
    ],
)  # fmt: skip
def test_an_event_has_its_day(text, noun, day, place):
    [sentence] = read(text)
    assert (sentence.noun, sentence.day, sentence.place) == (noun, EventDay(*day), place)
    assert text[sentence.start : sentence.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "Die Kerngruppe hat sich im Juli 2016 für eine Woche der Industrie ausgesprochen.",
        "Nach dem Treffen wurde im Mai 2018 der Pakt gegründet.",
        "Seit dem 3. Mai 2018 gibt es die Konferenz.",
        "Die Konferenz am 3. Mai 2018 fand nicht statt.",
        "Eine Konferenz würde am 3. Mai 2018 stattfinden.",
        "Entwurf für die Sitzung, Fassung vom 2. Dezember 2021",
        "Die Konferenz gibt es jährlich. Stand: 3. Mai 2018",
        "Im Mai 2018 wurde die Geschäftsstelle eröffnet.",
        "Die Konferenz fand 2018 statt.",
        "Die Lehre statt Leere ist am 3. Mai 2018 gestartet.",
    ],
)
def test_what_is_no_event_of_that_day(text):
    assert read(text) == []


def test_what_was_called_off_says_so():
    [sentence] = read("Die Konferenz am 3. Mai 2020 wurde abgesagt.")
    assert sentence.is_called_off


def test_a_name_counts_as_a_noun_and_a_hostile_text_ends():
    text = "Am 14. Juni 2024 gibt es die „Offenen Hallen“ in Halle."
    [sentence] = read_event_sentences(text, names=[(30, 44)], is_town=is_town)
    assert (sentence.noun, sentence.is_event) == ("Offenen Hallen", True)
    assert list(read_event_sentences("1.1.2020 " * 20_000, is_town=is_town)) == []
