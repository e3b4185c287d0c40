"""A document's own date, told from the dates of what it speaks about."""

import pytest

from graph.errors import DocumentError
from loaders.dating import find_date, parse_stamp, read_as_of
from loaders.document import Block, BlockKind

LONG = "Das Bündnis arbeitet mit Kammern und Gewerkschaften zusammen und hat sich viel vorgenommen. " * 5

DATED = [
    ("30.04.18Berlin\n\nTitel", "2018-04-30"),
    ("30.04.2018\nTitel", "2018-04-30"),
    ("Titel\n\nStand: Juni 2017", "2017-06"),
    ("Titel\n(Stand 05/2018)", "2018-05"),
    ("Titel\nStand: 2018", "2018"),
    ("Titel\nStand: 1. Juni 2017", "2017-06-01"),
    ("Titel\nStand der Informationen: Ende 2018", "2018"),
    (f"Titel\n\n{LONG}\n\n{LONG}\n\nStand: März 2018", "2018-03"),
    ("Titel\nLetzte Aktualisierung: 3. Mai 2019", "2019-05-03"),
    ("Titel\nZuletzt geändert am 03.05.2019", "2019-05-03"),
    ("Veröffentlicht am 3. Mai 2019\nTitel", "2019-05-03"),
    ("Titel\nErschienen am 03.05.2019", "2019-05-03"),
    ("Gesendet: Freitag, 3. Mai 2019 10:12\nBetreff: Bündnis", "2019-05-03"),
    ("Date: Fri, 3 May 2019 10:12:00 +0200\nSubject: Bündnis", "2019-05-03"),
    ("Berlin, 3. Mai 2019 – Die Ministerin hat heute", "2019-05-03"),
    ("Titel\nBerlin, den 3. Mai 2019", "2019-05-03"),
    ("Frankfurt am Main, 03.05.2019. Das Bündnis", "2019-05-03"),
    ("Frankfurt am Main, im Juni 2017", "2017-06"),
    ("Halle (Saale), 3. Mai 2019", "2019-05-03"),
    ("München/Stuttgart, 3. Mai 2019: Das Bündnis", "2019-05-03"),
    ("Dresden (dpa), 3. Mai 2019", "2019-05-03"),
    ("Bad Homburg, 3. Mai 2019 | Text", "2019-05-03"),
    ("Mittwoch, 12. Juni 2018\nTitel", "2018-06-12"),
    ("Titel\n12.06.2018, 10:15 Uhr", "2018-06-12"),
    ("12.06.2018 | Pressemitteilung", "2018-06-12"),
    ("Pressemitteilung vom 12. Juni 2018", "2018-06-12"),
    ("Pressemitteilung Nr. 12/2019 vom 3.5.2019", "2019-05-03"),
    ("Protokoll vom 3.5.2019", "2019-05-03"),
    ("Titel\nVon Max Muster, 12.06.2018", "2018-06-12"),
    ("Titel\nMai 2019\n\nText", "2019-05"),
    ("Auftakt\n170 Gäste besuchten am 16. März 2021 die Veranstaltung.", "2021-03-16"),
]

UNDATED = [
    "",
    "Titel ohne Datum",
    "Woche der Industrie vom 19. bis 25. Juni 2017\n\nText",
    "Lange Nacht der Industrie\n• Dresden 22.06.2017",
    "Lange Nacht der Industrie\nTermin: 22.06.2017",
    "Lange Nacht der Industrie, 29.06.2017",
    "Lange Nacht der Industrie Köln 29.06.2017",
    "Auftaktveranstaltung, 16. März 2021",
    "Einladung zur Konferenz\nBerlin, 3. Mai 2019",
    "Konferenz\nBerlin, 3. Mai 2019\nDie Tagung findet im Rathaus statt.",
    "Die Konferenz findet am 3. Mai 2019 statt.",
    "Masterplan 2018-2021",
    "Industriestrategie 2030",
    "2019",
    "Standort: 2018 in Berlin",
    "Das Bündnis wurde am 25.11.2015 gegründet.",
    "Am 01.01.2015 startete das Projekt.",
    "Im September 2018 hatte der Senat beschlossen, den Plan fortzuschreiben.",
    "Am 25.11.2015 trafen sich alle.\nIm Mai 2017 gab es einen Bericht.",
    f"Titel\n\n{LONG}\n\nBerlin, 3. Mai 2019",
    "Zum Stand Juni 2017 hatte das Bündnis viele Mitglieder.",
]


@pytest.mark.parametrize(("text", "iso"), DATED)
def test_the_head_dates_a_document(text: str, iso: str) -> None:
    assert find_date(text) == (iso, "head")


@pytest.mark.parametrize("text", UNDATED)
def test_dates_of_events_and_plans_date_no_document(text: str) -> None:
    assert find_date(text) is None


def test_the_head_beats_metadata_and_metadata_beat_what_was_given() -> None:
    assert find_date("Stand: Juni 2017", metadata=("2019-05-03",), as_of="2020") == ("2017-06", "head")
    assert find_date("Titel", metadata=("2019-05-03T10:00:00Z",), as_of="2020") == ("2019-05-03", "metadata")
    assert find_date("Titel", metadata=("kein Datum",), as_of="2020") == ("2020", "given")


def test_what_was_given_beats_a_day_that_is_only_told_of() -> None:
    text = "170 Gäste besuchten am 16. März 2021 die Veranstaltung."
    assert find_date(text, as_of="2022") == ("2022", "given")


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "unit", ["Stand: ", "findet ", "A a ", "Berlin, ", "(", "Presse", "laden ", "Stand: 1\n", "1.1.2019 "]
)
def test_hostile_repetition_ends(unit: str) -> None:
    assert find_date(unit * (400_000 // len(unit)), as_of="2020") is not None


def test_a_date_in_the_navigation_is_not_looked_at() -> None:
    text = "3. Mai 2019\n\nTitel"
    assert find_date(text, blocks=(Block(BlockKind.BOILERPLATE, 0, 11), Block(BlockKind.HEADING, 13, 18))) is None


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("D:20190503120000+02'00'", "2019-05-03"),
        ("D:2019", "2019"),
        ("Fri, 03 May 2019 10:00:00 +0200", "2019-05-03"),
        ("2019-05-03T10:00:00Z", "2019-05-03"),
        ("2019-05", "2019-05"),
        ("20190503", "2019-05-03"),
        ("3. Mai 2019", "2019-05-03"),
        ("03.05.2019", "2019-05-03"),
        ("1970-01-01T00:00:00Z", None),
        ("2013-12-23T23:15:00Z", None),
        ("1601-01-01", None),
        ("gestern", None),
        ("", None),
        ("99999999999999999999", None),
    ],
)
def test_metadata_dates_are_read_and_defaults_refused(value: str, iso: str | None) -> None:
    assert parse_stamp(value) == iso


@pytest.mark.parametrize(("value", "iso"), [("2019", "2019"), (" 2019-03 ", "2019-03"), ("16.3.2021", "2021-03-16")])
def test_a_given_date_may_be_a_prefix(value: str, iso: str) -> None:
    assert read_as_of(value) == iso


@pytest.mark.parametrize("value", ["", "gestern", "2019-13", "31.02.2017", "2019 und 2020", "2019 vielleicht"])
def test_a_given_date_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_as_of(value)
    assert caught.value.code == "bad_date"


@pytest.mark.parametrize(
    ("head", "iso"),
    [
        ("Protokoll der Sitzung vom 3. Februar 2024\n\nBündnis Nord", "2024-02-03"),
        ("Niederschrift über die 5. Sitzung der Steuerungsgruppe am 17. März 2021, 10 Uhr", "2021-03-17"),
        ("Bündnis Nord\nProtokoll der Beiratssitzung vom 28. Februar 2018", "2018-02-28"),
    ],
)
def test_minutes_are_dated_by_their_session(head: str, iso: str) -> None:
    assert find_date(head) == (iso, "head")
