"""Pages: nothing of the content is dropped, furniture is marked, depth is no danger."""

import pytest

from loaders.formats.html import read, read_markup

MEMBERS = '<h2>Mitglieder</h2><ul><li><a href="#a">IHK Köln</a></li><li><a href="#b"><h3>IG Metall</h3></a></li></ul>'


def shapes(markup: str) -> list[tuple[str, str]]:
    content = read_markup(markup)
    assert content.blocks is not None
    return [(block.kind.value, content.text[block.start : block.end]) for block in content.blocks]


CASES = [
    ("<h1>Eins</h1><h4>Vier</h4>", [("heading", "Eins"), ("heading", "Vier")]),
    ("<p>Ein <b>fettes</b> Wort</p>", [("paragraph", "Ein fettes Wort")]),
    (
        "<div>Ohne<div>Absatz</div>danach</div>",
        [("paragraph", "Ohne"), ("paragraph", "Absatz"), ("paragraph", "danach")],
    ),
    ("<p>Eins<br>Zwei</p>", [("paragraph", "Eins\nZwei")]),
    ("<p>IHK<span>Köln</span>\n  am Rhein</p>", [("paragraph", "IHKKöln am Rhein")]),
    ("<p>M&uuml;ller &amp; S&ouml;hne &#8211; &#x2022;</p>", [("paragraph", "Müller & Söhne – •")]),
    ("<p>e.&nbsp;V. und Wirt&shy;schaft</p>", [("paragraph", "e. V. und Wirtschaft")]),
    ("<p><strong>Lange Nacht der Industrie</strong></p>", [("heading", "Lange Nacht der Industrie")]),
    ("<p><strong>Ein Satz ist keine Überschrift.</strong></p>", [("paragraph", "Ein Satz ist keine Überschrift.")]),
    ("<p><b>Träger</b>: IHK</p>", [("key_value", "Träger: IHK")]),
    ("<p>Träger: IHK<br>Ort: Köln</p>", [("key_value", "Träger: IHK"), ("key_value", "Ort: Köln")]),
    ("<p>- IHK<br>- HWK</p>", [("bullet", "IHK"), ("bullet", "HWK")]),
    ("<p>Telefon: 0123</p>", [("boilerplate", "Telefon: 0123")]),
    ("<p>Foto: Amt</p>", [("caption", "Foto: Amt")]),
    ("<dl><dt>Träger:</dt><dd>IHK</dd><dd>HWK</dd></dl>", [("key_value", "Träger: IHK"), ("key_value", "Träger: HWK")]),
    ("<dl><dt>Partner</dt><dd><ul><li>DGB</ul></dd></dl>", [("paragraph", "Partner:"), ("bullet", "DGB")]),
    ("<dl><dt>Allein</dt></dl>", [("paragraph", "Allein")]),
    ("<dl><dt>Allein</dt><dt>B</dt><dd>x</dd></dl>", [("paragraph", "Allein"), ("key_value", "B: x")]),
    (MEMBERS, [("heading", "Mitglieder"), ("bullet", "IHK Köln"), ("bullet", "IG Metall")]),
    ("<ul><li><h3>Dialog</h3><p>Text</p></li></ul>", [("heading", "Dialog"), ("paragraph", "Text")]),
    ("<ul><li><p>IHK</p><p>mehr dazu</p></li></ul>", [("bullet", "IHK"), ("paragraph", "mehr dazu")]),
    ("<table><tr><th>A<th>B<tr><td>1<td>2</table>", [("table_row", "A | B"), ("table_row", "1 | 2")]),
    ("<table><tr><td>1<td><td>3</table>", [("table_row", "1 |  | 3")]),
    ("<table><tr><td><b>IHK</b><td>NRW</table>", [("table_row", "IHK | NRW")]),
    ("<table><tr><td>IHK<br>HWK<td>NRW</table>", [("table_row", "IHK; HWK | NRW")]),
    (
        "<table><tr><td><h3>Links</h3><p>Text</p><td>Rechts</table>",
        [("heading", "Links"), ("paragraph", "Text"), ("paragraph", "Rechts")],
    ),
    (
        "<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>",
        [("paragraph", "a"), ("table_row", "b | c"), ("paragraph", "d")],
    ),
    ("<figure><img alt=x><figcaption>Bild</figcaption></figure>", [("caption", "Bild")]),
    ("<details><summary>Partner</summary>IHK</details>", [("heading", "Partner"), ("paragraph", "IHK")]),
    ("<p>a</p><script>b</script><style>c</style><template>d</template><noscript>e</noscript>", [("paragraph", "a")]),
    ("<p hidden>a</p><p style='display: none'>b</p><p hidden=until-found>c</p>", [("paragraph", "c")]),
    ("<!-- Kommentar --><p>a</p>", [("paragraph", "a")]),
    ("<nav><ul><li>Start</ul></nav><p>a</p>", [("boilerplate", "Start"), ("paragraph", "a")]),
    ("<header><ul><li>Start</ul><h1>Titel</h1></header>", [("boilerplate", "Start"), ("heading", "Titel")]),
    (
        "<div class='main-nav'>Start</div><div class='navigation'>b</div>",
        [("boilerplate", "Start"), ("boilerplate", "b")],
    ),
    ("<div class='navy unavailable'>a</div>", [("paragraph", "a")]),
    ("<main><div class='menu'><p>Speisen</p></div></main>", [("paragraph", "Speisen")]),
    ("<article><aside><p>Info</p></aside><p>a</p></article>", [("boilerplate", "Info"), ("paragraph", "a")]),
    ("<footer><p>Impressum</p></footer>", [("boilerplate", "Impressum")]),
    ("<article><header><ul><li>Teil</ul></header></article>", [("bullet", "Teil")]),
]


@pytest.mark.parametrize(("markup", "expected"), CASES)
def test_elements_become_blocks(markup: str, expected: list[tuple[str, str]]) -> None:
    assert shapes(f"<!doctype html><html><body>{markup}</body></html>") == expected


@pytest.mark.timeout(60)
@pytest.mark.parametrize("depth", [300, 12_000, 100_000])
def test_deep_nesting_loses_nothing(depth: int) -> None:
    markup = "<main>" + "<div>" * depth + "<p>tief</p>" + "</div>" * depth + "<p>danach</p></main>"
    assert shapes(markup) == [("paragraph", "tief"), ("paragraph", "danach")]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", ["<ul><li>a", "<table><tr><td>a", "<b>a ", "<dl><dd>a", "<p>a", "<", "&amp;", "<li>a"])
def test_hostile_repetition_ends(unit: str) -> None:
    assert read_markup(unit * 12_000).text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', "iso-8859-15"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta charset="kein-zeichensatz">', "cp1252"),
        ("", "utf-16"),
        ('<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
    ],
)
def test_the_declared_character_set_is_honoured(declared: str, encoding: str) -> None:
    page = f"{declared}<html><body><p>Bündnis für Größe</p></body></html>"
    assert read(page.encode(encoding)).text == "Bündnis für Größe\n"


def test_the_euro_sign_tells_latin_9_from_windows() -> None:
    page = '<meta charset="iso-8859-15"><p>3 € für das Bündnis</p>'
    assert read(page.encode("iso-8859-15")).text == "3 € für das Bündnis\n"


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<title>Seite | Amt</title><h1>Dialog</h1>", "Dialog"),
        ("<title>Seite | Amt</title><h2>Dialog</h2>", "Seite | Amt"),
        ("<meta property='og:title' content='Dialog Hessen'><title>x</title>", "Dialog Hessen"),
        ("<h2>Dialog</h2>", None),
    ],
)
def test_the_title_is_the_main_heading_or_what_the_head_says(markup: str, title: str | None) -> None:
    assert read_markup(markup).title == title


@pytest.mark.parametrize(
    ("markup", "dates"),
    [
        ("<meta property='article:published_time' content='2019-05-03T10:00'>", ("2019-05-03T10:00",)),
        ("<meta name='DCTERMS.date' content='2019-05-03'>", ("2019-05-03",)),
        (
            "<meta name='date' content='2019-05-04'><meta name=dcterms.issued content='2019-05-03'>",
            ("2019-05-03", "2019-05-04"),
        ),
        ("<h1>T</h1><time datetime='2019-05-03'>3. Mai</time>", ("2019-05-03",)),
        (
            "<span itemprop=datePublished content=x></span><time itemprop=datePublished datetime='2019-05-03'>x</time>",
            ("2019-05-03",),
        ),
        ("<nav><time datetime='2019-05-03'>x</time></nav>", ()),
        ("<p>a</p>" * 8 + "<time datetime='2019-05-03'>Termin</time>", ()),
        ('<script type="application/ld+json">{"datePublished": "2019-05-03"}</script>', ("2019-05-03",)),
        ("<meta name='viewport' content='2019'>", ()),
    ],
)
def test_the_page_says_its_date(markup: str, dates: tuple[str, ...]) -> None:
    assert read_markup(f"<html>{markup}</html>").dates == dates


def test_a_heading_in_a_loose_list_item_is_a_bullet_of_the_first_level() -> None:
    (block,) = read(b"<main><li><h1>IHK Lippe</h1></main>").blocks or ()
    assert (block.kind.value, block.level) == ("bullet", 1)
