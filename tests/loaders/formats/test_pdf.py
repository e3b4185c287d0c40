"""PDF: lines become paragraphs, hyphens are resolved, running heads go."""

import pytest

from graph.errors import DocumentError
from loaders.formats.pdf import read
from tests.loaders.formats.files_made import Line, as_pdf, pdf_lines
from tests.loaders.formats.fuzzing import SHAPES


def lines(*words: str, x: int = 72, y: int = 700, size: int = 11, step: int = 14) -> list[Line]:
    return [(x, y - step * number, size, text) for number, text in enumerate(words)]


def test_lines_become_a_paragraph_and_a_gap_ends_it() -> None:
    page = [
        *lines("Zukunft der Industrie", y=760, size=16),
        *lines("Das Bündnis wurde von vielen Verbänden und Kammern im Land", "gegründet und tagt oft.", y=730),
        *lines("Die Gewerkschaften sind nicht beteiligt.", y=690),
    ]
    assert read(as_pdf([page])).text == (
        "Zukunft der Industrie\n\n"
        "Das Bündnis wurde von vielen Verbänden und Kammern im Land gegründet und tagt oft.\n\n"
        "Die Gewerkschaften sind nicht beteiligt.\n"
    )


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("Das Bündnis für die Wirt-", "schaft im Land tagt.", "Das Bündnis für die Wirtschaft im Land tagt."),
        ("Mitglied ist die Industrie-", "und Handelskammer.", "Mitglied ist die Industrie- und Handelskammer."),
        ("Dabei ist der IG Metall-", "Bezirk Mitte.", "Dabei ist der IG Metall-Bezirk Mitte."),
    ],
)
def test_hyphens_at_line_ends_are_resolved(above: str, below: str, joined: str) -> None:
    assert read(as_pdf([lines(above, below)])).text == joined + "\n"


LEFT = (
    "Das Bündnis für die ganze regionale Wirt-",
    "schaft tagt mit allen im Land immer oft und",
    "gern in der alten Stadt Köln am Rhein.",
)
RIGHT = (
    "Rechts steht dagegen noch etwas anderes,",
    "das ebenso über mehrere sehr lange Zei-",
    "len geht und am Ende doch noch endet.",
)
IN_COLUMNS = (
    "Das Bündnis für die ganze regionale Wirtschaft tagt mit allen im Land immer oft und gern "
    "in der alten Stadt Köln am Rhein.\n\n"
    "Rechts steht dagegen noch etwas anderes, das ebenso über mehrere sehr lange Zeilen "
    "geht und am Ende doch noch endet.\n"
)


@pytest.mark.parametrize("shift", [0, 5, 7])
@pytest.mark.parametrize("order", ["column by column", "line by line"])
def test_two_columns_are_read_one_after_the_other(order: str, shift: int) -> None:
    sides = lines(*LEFT), lines(*RIGHT, x=320, y=700 - shift)
    if order == "line by line":
        page = [line for pair in zip(*sides, strict=True) for line in pair]
    else:
        page = [*sides[0], *sides[1]]
    assert read(as_pdf([page])).text == IN_COLUMNS


def test_a_line_across_both_columns_parts_what_is_above_from_what_is_below() -> None:
    rows = [line for pair in zip(lines(*LEFT), lines(*RIGHT, x=320), strict=True) for line in pair]
    below = [(x, y - 120, size, words) for x, y, size, words in rows]
    middle = lines("Eine Überschrift geht über die ganze Breite dieser einen Seite hinweg", y=630, size=14)
    parts = IN_COLUMNS, "Eine Überschrift geht über die ganze Breite dieser einen Seite hinweg\n", IN_COLUMNS
    assert read(as_pdf([[*rows, *middle, *below]])).text == "\n".join(parts)


def test_a_table_is_rows_of_cells() -> None:
    cells = [
        ("Organisation", "Ort", "Seit"),
        ("IHK Köln", "Köln", "2012"),
        ("DGB", "Düsseldorf", ""),
        ("Unternehmerverband", "Essen", "2016"),
        ("Metall", "", ""),
        ("HWK", "Aachen", "2017"),
    ]
    places = (72, 240, 400)
    page = [
        (x, 700 - 16 * n, 11, cell) for n, row in enumerate(cells) for x, cell in zip(places, row, strict=True) if cell
    ]
    content = read(
        as_pdf([[*lines("Mitglieder", y=740, size=16), *page, *lines("Danach geht der Text weiter.", y=560)]])
    )
    assert content.blocks is not None
    assert [(block.kind.value, content.text[block.start : block.end]) for block in content.blocks] == [
        ("heading", "Mitglieder"),
        ("table_row", "Organisation | Ort | Seit"),
        ("table_row", "IHK Köln | Köln | 2012"),
        ("table_row", "DGB | Düsseldorf"),
        ("table_row", "Unternehmerverband | Essen | 2016"),
        ("table_row", "Metall"),
        ("table_row", "HWK | Aachen | 2017"),
        ("paragraph", "Danach geht der Text weiter."),
    ]


def test_pages_are_kept_where_they_begin() -> None:
    pages = [
        [*lines("Erste Seite mit einem Satz."), *lines("1", y=30)],
        [*lines("2", y=30)],
        [*lines("Dritte Seite mit einem Satz."), *lines("3", y=30)],
        [
            *lines("Das Bündnis der Verbände und Kammern arbeitet an vielen Aufgaben und mit viel Wirt-"),
            *lines("4", y=30),
        ],
        [*lines("schaft aus dem Land."), *lines("5", y=30)],
    ]
    content = read(as_pdf(pages))
    assert [content.text[start : start + 6] for start in content.pages] == [
        "Erste ",
        "\n\nDrit",
        "Dritte",
        "Das Bü",
        "schaft",
    ]
    assert "Wirtschaft aus" in content.text


def test_heads_that_differ_on_left_and_right_pages_go() -> None:
    heads = ("Industrie im Wandel", "Bericht des Amtes")
    words = ("eins", "zwei", "drei", "vier", "fünf", "sechs")
    pages = [
        [
            *lines(heads[n % 2], y=810, size=9),
            *lines(f"Seite {word} hat Text.", f"Und mehr davon, {word}.", f"Genug {word}."),
        ]
        for n, word in enumerate(words)
    ]
    text = read(as_pdf(pages)).text
    assert not any(head in text for head in heads)
    assert all(f"Genug {word}." in text for word in words)


def test_abbreviations_keep_the_hyphen_of_their_compounds() -> None:
    text = read(as_pdf([lines("Das ist ein vom Bund und von der EU-", "geförderter Dialog.")])).text
    assert text == "Das ist ein vom Bund und von der EU-geförderter Dialog.\n"


def test_a_short_line_ends_its_paragraph() -> None:
    page = lines("Träger: IHK", "Partner sind viele Verbände und Kammern aus dem ganzen Land", "Ort: Köln")
    assert read(as_pdf([page])).text.splitlines() == [
        "Träger: IHK",
        "Partner sind viele Verbände und Kammern aus dem ganzen Land",
        "Ort: Köln",
    ]


def test_bullets_stay_apart_and_their_second_lines_join_them() -> None:
    page = lines("• Verband der Metall- und Elektroindustrie in", "  Thüringen", "• DGB")
    assert read(as_pdf([page])).text.splitlines() == [
        "• Verband der Metall- und Elektroindustrie in Thüringen",
        "• DGB",
    ]


def test_an_indented_list_under_a_cue_gets_its_lost_signs_back() -> None:
    page = [
        *lines("Im Beirat beteiligt sind:", y=700),
        *lines("IHK Köln", "Hochschule für alles im Land", "DGB", x=100, y=670),
    ]
    assert read(as_pdf([page])).text.splitlines()[2:] == ["• IHK Köln", "• Hochschule für alles im Land", "• DGB"]


def test_running_heads_and_page_numbers_go_but_headings_stay() -> None:
    pages = [
        [
            *lines("Amt für Wirtschaft", y=810, size=9),
            *lines(f"Kapitel {number}", y=760, size=16),
            *lines(f"Der Text der Seite steht hier {('eins', 'zwei', 'drei')[number - 1]}.", y=700),
            *lines("Noch ein Absatz steht hier.", y=600),
            *lines("Und ein letzter Absatz.", y=500),
            *lines(f"Seite {number} von 3", y=40, size=9),
            *lines("Stand: Juni 2017", y=20, size=9),
        ]
        for number in (1, 2, 3)
    ]
    content = read(as_pdf(pages, fields="/CreationDate (D:20190503120000)"))
    assert "Amt" not in content.text
    assert "Seite 1" not in content.text
    assert "Kapitel 1" in content.text
    assert content.text.count("Noch ein Absatz") == 3
    assert content.dates == ("2017-06", "D:20190503120000")


def test_a_form_that_says_the_same_on_each_page_is_not_read_as_empty() -> None:
    page = pdf_lines([("paragraph", "Träger des Bündnisses ist die IHK Köln.")])
    assert "IHK Köln" in read(as_pdf([page] * 5)).text


def test_a_sentence_goes_on_over_the_page() -> None:
    first = lines("Das Bündnis der Verbände und Kammern arbeitet an vielen Aufgaben und", y=60)
    second = lines("trifft sich regelmäßig mit allen Beteiligten in der Stadt.", y=780)
    assert read(as_pdf([first, second])).text == (
        "Das Bündnis der Verbände und Kammern arbeitet an vielen Aufgaben und trifft sich regelmäßig mit allen "
        "Beteiligten in der Stadt.\n"
    )


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ("/Title (Dialog Hessen)", "Dialog Hessen"),
        ("/Title (Microsoft Word - plan.doc)", None),
        ("/Title (plan.pdf)", None),
        ("", None),
    ],
)
def test_file_names_are_no_titles(fields: str, title: str | None) -> None:
    assert read(as_pdf([lines("Text")], fields=fields)).title == title


def test_pages_without_text_are_counted() -> None:
    with pytest.raises(DocumentError) as caught:
        read(as_pdf([[], [], []]))
    assert (caught.value.code, caught.value.details) == ("no_text_layer", {"pages": 3})


def test_a_cut_file_is_damaged() -> None:
    with pytest.raises(DocumentError) as caught:
        read(as_pdf([lines("Text")])[:150])
    assert caught.value.code == "damaged"


@pytest.mark.parametrize("cell", ["IHK Erfurt", "Erfurt", "DGB", "Köln"])
@pytest.mark.parametrize("left", [-50, 0, 2])
def test_a_cell_that_slipped_into_the_margin_is_read_with_the_others(cell: str, left: int) -> None:
    page = pdf_lines(SHAPES, width=200)
    slipped = [(left if words == cell else x, y, size, words) for x, y, size, words in page]
    assert sorted(read(as_pdf([slipped])).text.split()) == sorted(read(as_pdf([page])).text.split())


def test_a_locked_file_says_so() -> None:
    locked = b"/Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b">"
    data = as_pdf([lines("Text")]).replace(b"/Info 4 0 R", b"/Info 4 0 R /ID [<00><00>] /Encrypt << " + locked + b" >>")
    with pytest.raises(DocumentError) as caught:
        read(data)
    assert caught.value.code == "password_protected"
