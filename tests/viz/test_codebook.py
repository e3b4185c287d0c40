"""The codebook names every column once, in German and English, and its page is current."""

import pytest

from queries import gap_frames, listing_frames, matrix_frame, network_frames, partner_frames
from tests.codebook import PAGE, page
from viz.codebook import TABLES, codebook, codebook_page
from viz.language import LANGUAGES, speaking


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.codebook writes it anew"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_has_its_meaning(language: str) -> None:
    with speaking(language):
        told = codebook()
        written = "".join(codebook_page())
    assert len(told) == sum(map(len, TABLES.values()))
    assert (told["meaning"].str.len() > 3).all()
    assert not told.duplicated(["table", "column"]).any()
    assert all(f"| `{column}` |" in written for column in told["column"])


def test_no_table_of_the_questions_is_left_out() -> None:
    kept = [
        value
        for module in (gap_frames, listing_frames, matrix_frame, network_frames, partner_frames)
        for name, value in vars(module).items()
        if name.endswith("_COLUMNS") and name != "SOURCE_COLUMNS"
    ]
    assert [columns for columns in kept if columns not in TABLES.values()] == []
    assert len(kept) >= len(TABLES)


def test_no_meaning_has_a_bar_that_would_break_its_table() -> None:
    assert not codebook()["meaning"].str.contains("|", regex=False).any()
