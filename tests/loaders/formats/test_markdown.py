"""Markdown: the same as the page it describes."""

import pytest

from graph.errors import DocumentError
from loaders.formats.markdown import read


def test_the_head_gives_title_and_date_and_is_left_out() -> None:
    content = read(b'---\ntitle: "Dialog"\ndate: 2019-05-03\ntags: x\n---\n\n# Anders\n\nText\n')
    assert (content.title, content.dates, content.text) == ("Dialog", ("2019-05-03",), "Anders\n\nText\n")


def test_a_rule_is_no_head() -> None:
    assert read(b"Vorher\n\n---\n\nNachher").text == "Vorher\n\nNachher\n"


def test_tables_and_nested_lists_are_read() -> None:
    content = read(b"| A | B |\n|---|---|\n| 1 | 2 |\n\n- IHK\n  - Region\n")
    assert content.text == "A | B\n1 | 2\n\n• IHK\n  • Region\n"


def test_embedded_markup_is_read_as_markup() -> None:
    assert read("<div>\n\n**Fett** und <script>böse()</script> gut.\n\n</div>".encode()).text == "Fett und gut.\n"


def test_deep_lists_lose_nothing() -> None:
    text = "\n".join("  " * depth + f"- Punkt {depth}" for depth in range(100))
    assert read(text.encode()).text.count("Punkt") == 100


def test_nesting_beyond_all_reason_is_refused_not_cut() -> None:
    with pytest.raises(DocumentError) as caught:
        read(b">" * 20_000 + b" tief")
    assert caught.value.code == "too_deep"
