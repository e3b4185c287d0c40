"""Contact data goes, everything else stays, and no offset moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.contacts import MASK, mask_contacts

MASKED = [
    ("Telefon: +49 30 31005-141", "+49 30 31005-141"),
    ("Telefon:\n+49 30 31005-141\nTelefax:", "+49 30 31005-141"),
    ("Tel. 030 123456-78", "030 123456-78"),
    ("Tel.: (030) 1234567", "(030) 1234567"),
    ("Tel.: 0 30 / 3 10 05 - 1 41", "0 30 / 3 10 05 - 1 41"),
    ("Telefon 0351/4567890 (Mo–Fr)", "0351/4567890"),
    ("Fax: 0221-1234567", "0221-1234567"),
    ("Telefax 0049 221 1234567", "0049 221 1234567"),
    ("Mobil: 0171 1234567", "0171 1234567"),
    ("Mobilfunk +49 (0)171 123 45 67", "+49 (0)171 123 45 67"),
    ("Handy: 0151/12345678", "0151/12345678"),
    ("Hotline: 115", "115"),
    ("Durchwahl: -141", "-141"),
    ("Tel/Fax: 05931 12345", "05931 12345"),
    ("Telefonnummer: 31005-141", "31005-141"),
    ("T +49 711 123456", "+49 711 123456"),
    ("F: 0711 123456-99", "0711 123456-99"),
    ("erreichbar unter 030 310050 oder schriftlich", "030 310050"),
    ("Frau Muster, +49 (0) 421 / 9876-543, Bremen", "+49 (0) 421 / 9876-543"),
    ("Rückfragen: 0345 2126-0", "0345 2126-0"),
    ("Sekretariat 01771234567", "01771234567"),
    ("Zürich: +41 44 123 45 67", "+41 44 123 45 67"),
    ("Tel. 089.12345.678", "089.12345.678"),
    ("Tel. 030 31005-141, -142", "030 31005-141, -142"),
    ("Tel.: 030 31005\u2013141", "030 31005\u2013141"),
    ("Tel.:\u00a0030\u00a031005141", "030\u00a031005141"),
    ("Muster [at] vme-net.example", "Muster [at] vme-net.example"),
    ("muster(at)verband.example", "muster(at)verband.example"),
    ("m.muster@ihk-musterstadt.example", "m.muster@ihk-musterstadt.example"),
    ("Mail: jörg.müller+presse@verein.example.", "jörg.müller+presse@verein.example"),
    ("info [at] verband [dot] example", "info [at] verband [dot] example"),
    ("info{at}verband(punkt)example", "info{at}verband(punkt)example"),
    ("schreiben an max.muster at firma.example", "max.muster at firma.example"),
    ("<presse@amt.stadt.example>", "presse@amt.stadt.example"),
    ("mailto:a_b@c-d.example?subject=x", "a_b@c-d.example"),
]

KEPT = [
    "360 Industrieunternehmen aus dem Münsterland",
    "Dialogplattform Industrie 4.0",
    "Industrie-4.0-Projekte",
    "Masterplan Industriestadt Berlin 2010 – 2020",
    "in den Jahren 2012-2015",
    "am 01.01.2015 und am 05.10.2017",
    "vom 19. bis 25. Juni 2017",
    "30.04.18Berlin",
    "über 2.300 Bürgerinnen und Bürger",
    "1.234.567,89 Euro",
    "+12 345 678 Euro",
    "+2,5 Prozent gegenüber 2018",
    "ein Plus von +1.250.000 €",
    "08:00-18:00 Uhr, 10.05.2017 bis 12.05.2017",
    "08.00 - 18.00 Uhr",
    "01067 Dresden, 10115 Berlin",
    "IBAN DE02 1203 0000 0000 2020 51",
    "DE02120300000000202051",
    "DE89 0500 0000 0123 4567 89",
    "ISBN 978-3-16-148410-0",
    "Konto 0123456789, BLZ 10050000",
    "Drucksache 19/01234-5678",
    "Postfach 04 12 34 56",
    "Steuernummer: 012/345/67890",
    "USt-IdNr. DE 0123 456 789",
    "HRB 0123456 B",
    "DIN EN ISO 9001:2015",
    "Förderkennzeichen 0325 1234 5678",
    "Mobil 2025, das Verkehrsprogramm",
    "Telefon: 24 Stunden",
    "Projekt Handy 2000 Schulen",
    "170 Teilnehmende, 13 Repräsentanten, ca. 120 Personen",
    "Ebbe 0,5 bis 0,123456789",
    "www.beispiel.example/artikel/0123456789.html",
    "https://beispiel.example/?id=0123456789",
    "M+E-Industrie, F&E 2020",
    "Treffen @ Berlin am 3. Mai",
    "#berlinproduziert – digital inspiriert",
    "Mittelstandsoffensive „i3“, N3tzwerk, In|du|strie",
    "Sven Muster; UVB; Geschäftsführung",
    "Tel Aviv 2019",
    "Die Stadt look at example",
    "100 000 000 Tonnen, 20 000 000 Euro",
]


@pytest.mark.parametrize(("line", "contact"), MASKED)
def test_contact_data_is_masked_and_nothing_beside_it(line: str, contact: str) -> None:
    hidden = "".join("\n" if letter == "\n" else MASK for letter in contact)
    assert mask_contacts(line) == line.replace(contact, hidden)


@pytest.mark.parametrize("line", KEPT)
def test_other_numbers_and_names_stay(line: str) -> None:
    assert mask_contacts(line) == line


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Telefon: 030 31005-141 am 10.05.2018", "am 10.05.2018"),
        ("Tel. 030 31005141 2019 gegründet", "2019 gegründet"),
        ("Fax 030 31005141 10115 Berlin", "10115 Berlin"),
        ("Telefon: 030 31005141. 25 Partner", ". 25 Partner"),
    ],
)
def test_a_number_does_not_swallow_what_follows_it(line: str, kept: str) -> None:
    masked = mask_contacts(line)
    assert masked.endswith(kept)
    assert "31005" not in masked


@given(st.text(alphabet="Tel.:+0123456789 -/()@[]at\nä🙂", max_size=200))
def test_masking_keeps_length_and_line_breaks(text: str) -> None:
    masked = mask_contacts(text)
    assert len(masked) == len(text)
    assert [index for index, letter in enumerate(masked) if letter == "\n"] == [
        index for index, letter in enumerate(text) if letter == "\n"
    ]
    assert all(new in (old, MASK) for old, new in zip(text, masked, strict=True))


@given(st.text(max_size=300))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = mask_contacts(text)
    assert len(once) == len(text)
    assert mask_contacts(once) == once


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "unit", ["a", "a.", "0", "0 ", "01 ", "Tel ", "Telefon: ", "a@", "a [at] ", "+4", "(", " ", "Nr.", "DE", "-"]
)
def test_hostile_repetition_ends(unit: str) -> None:
    """A quadratic pattern needs hours for this."""
    text = unit * (400_000 // len(unit))
    assert len(mask_contacts(text)) == len(text)
