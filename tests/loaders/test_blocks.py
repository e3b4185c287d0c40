"""Plain text to blocks, and blocks to sentences."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.blocks import find_blocks
from loaders.document import BlockKind
from loaders.sentences import find_sentences


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end]) for block in find_blocks(text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Lokale Allianz Nordheide", BlockKind.HEADING),
        ("Bündnis „Zukunft: Werk“", BlockKind.HEADING),
        ("In|du|strie - Gemeinsam. Zukunft. Leben.", BlockKind.HEADING),
        ("Träger: IHK Köln", BlockKind.KEY_VALUE),
        ("• IHK Köln", BlockKind.BULLET),
        ("- IHK Köln", BlockKind.BULLET),
        ("© Bildwerk / Agentur", BlockKind.CAPTION),
        ("Foto: Bildwerk", BlockKind.CAPTION),
        ("Pfadnavigation", BlockKind.BOILERPLATE),
        ("E-Mail: muster [at] example.org", BlockKind.BOILERPLATE),
        ("Die Allianz ist 2010 entstanden und wächst.", BlockKind.PARAGRAPH),
    ],
)
def test_a_line_says_what_it_is(line: str, kind: BlockKind) -> None:
    text = f"Erste Zeile, die ein ganzer Satz ist.\n\n{line}\n\nNoch ein Satz, der danach steht."
    assert [block.kind for block in find_blocks(text)][1] is kind


@pytest.mark.parametrize(
    "line",
    [
        "QWxsaWFueiBJbmR1c3RyaWUgTWl0dGVsaGVzc2VuC0=9EZitat=E2=80=9C.",
        "INDUSTRIEALLIANZMITTELHESSENUNDNORDHESSENGEMEINSAM2017.",
        "A|B|C|D|E|F|G|H|I|J|K|L|M|N|O|P|Q|R|S|T|U|V|W|X|Y|Z|a.",
        "A" + "/" * 380 + ".",
        "A" + "/b" * 190 + ".",
        "A" + "/" * 20_000 + ".",
    ],
    ids=lambda line: line[:12],
)
def test_a_line_without_words_is_no_puzzle(line: str) -> None:
    assert len(find_blocks(f"Erste Zeile.\n\n{line}\n\nNoch ein Satz.")) == 3


def test_a_bullet_s_text_has_no_sign() -> None:
    assert ("bullet", "IHK Köln") in kinds("Mitglieder sind:\n\n  • IHK Köln\n")


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    assert kinds("Das Bündnis wurde im Jahr\n2010 von vielen gegründet.") == [
        ("paragraph", "Das Bündnis wurde im Jahr\n2010 von vielen gegründet.")
    ]


def test_a_contact_block_is_marked_until_the_text_goes_on() -> None:
    text = (
        "Ansprechpartner\n\nErika Muster; IHK Köln\nAbteilung Industrie\n\n"
        + "Danach geht es mit einem langen Satz weiter. " * 4
    )
    assert [kind for kind, _ in kinds(text)] == ["boilerplate", "boilerplate", "boilerplate", "paragraph"]


@given(st.text(alphabet="aÄ •-–:.©\n1", max_size=200))
def test_blocks_are_sorted_disjoint_and_never_empty(text: str) -> None:
    blocks = find_blocks(text)
    assert all(block.start < block.end for block in blocks)
    assert all(a.end <= b.start for a, b in itertools.pairwise(blocks))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Der Verein e. V. tagt. Er tagt oft.", 2),
        ("IHK Frankfurt a. M. ist dabei. Die HWK auch.", 2),
        ("Am 16. März 2021 war der Auftakt. Es kamen viele.", 2),
        ("Sie dauert vom 19. bis 25. Juni.", 1),
        ("Dr. Muster (BDI) sprach. Prof. Beispiel hörte zu.", 2),
        ("Das Bündnis „Auto. Arbeit. Zukunft.“ wurde gegründet. Es wächst.", 2),
        ("Mitglied ist die Industriekultur e.V. Sie hilft gern.", 2),
        ("Eine Zeile\nNoch eine Zeile", 2),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    found = [text[start:end] for start, end in find_sentences(text, 0, len(text))]
    assert len(found) == count, found
