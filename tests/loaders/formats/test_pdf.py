"""PDF: lines become paragraphs, hyphens are resolved, running heads go."""

import pytest

from graph.errors import DocumentError
from loaders.formats.pdf import read
from tests.loaders.formats.files_made import Line, as_pdf


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


def test_a_locked_file_says_so() -> None:
    locked = b"/Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b">"
    data = as_pdf([lines("Text")]).replace(b"/Info 4 0 R", b"/Info 4 0 R /ID [<00><00>] /Encrypt << " + locked + b" >>")
    with pytest.raises(DocumentError) as caught:
        read(data)
    assert caught.value.code == "password_protected"
