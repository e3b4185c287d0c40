"""Patterns behind a sieve, and head nouns, find exactly what the patterns alone find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.frames import ABSENCE_FRAMES, FRAMES, Frame
from loaders.groups import _WORD as GROUPS
from loaders.heads import HeadPattern
from loaders.initiative_names import _HEAD as INITIATIVES
from loaders.lexicon import frame_rows, mapping_table, rows_table, word_table
from loaders.names import _HEAD as ORGANISATIONS
from loaders.needs import needs_of
from loaders.sieve import Sieve, Sieved, sieve_of

_TEXT = """
Die IG Metall ist sind nicht beteiligt Gewerkschaften gehören dem Bündnis an Wirtschafts- und
Arbeitgeberverband Industrie- Handelskammer zwei 1.200 große Hochschulen HOCHSCHULE ſind Metall-
Elektroverband unter Federführung der Kammer gegründet wurde Masterplan Industrie Handelskammertag
Beirat A/B-Verband X_Netzwerk -bund Kein Mitglied sowie mitglieder Universität u. Pakts e.V.
„Zukunft“ 2019 | Stadtrat, fern. blieb İnitiative haben hat beteiligen sich unabhängig von doch noch
inzwischen dabei Unterstützung unterstützt aber Partner Träger sitzen am Tisch teil
"""
_CUES = [row["pattern"] for row in rows_table("roles", "cues")]
_FRAMES = [word for table in ("frames", "absence") for _, _, words in frame_rows(table) for word in words]
_FRAMES += [
    pattern
    for table in ("absence", "interest", "belonging")
    for words in word_table(table).values()
    for pattern in words
]
_SIEVED = [Sieved(pattern, flags) for pattern in (*_CUES, *_FRAMES) for flags in (0, re.IGNORECASE)]
_SIEVE = sieve_of(_CUES)
_LISTED = sorted(
    {word for pattern in (*_CUES, *_FRAMES) for need in needs_of(pattern) for word in need}
    | {word for table in ("organisations", "initiatives", "groups") for word in mapping_table(table, "tails")}
)
"""The words of the lists themselves, so that what is written there tomorrow is tried too."""
_WORDS = st.one_of(
    st.sampled_from(_TEXT.split()), st.sampled_from(_LISTED), st.sampled_from([word.title() for word in _LISTED])
)
_GAPS = (" ", " ", " ", "  ", "\n", "", ", ", "-", "_", "/")
_TEXTS = st.lists(st.tuples(_WORDS, st.sampled_from(_GAPS)), min_size=1, max_size=30).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
_OF_TWO_WORDS = HeadPattern(
    r"(?<![\w-])(?P<word>(?i:die\s+kammer|am\s+tisch|ist\s+nicht\s+sind\s+haben|pakt))(?![\w-])"
)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\bgehör(?:en|ten)\s+zu", [{"gehör"}, {"en", "ten"}, {"zu"}]),
        (r"(?:beteiligt|vertreten) sind", [{"beteiligt", "vertreten"}, {"sind"}]),
        (r"[Nn]icht\b", [{"nicht"}]),
        (r"(?i:OHNE)", [{"ohne"}]),
        (r"(?:mit )?dabei", [{"dabei"}]),
        (r"kein(?=e Partner)", [{"kein"}]),
        (r"(?:Partner|e\.\s?V)", []),
        (r"\?\s*$", []),
    ],
)
def test_needs_are_read_off_the_pattern(pattern: str, needs: list[set[str]]) -> None:
    assert [set(need) for need in needs_of(pattern)] == needs


@given(text=_TEXTS, sieved=st.sampled_from(_SIEVED), data=st.data())
def test_a_sieved_pattern_finds_what_the_pattern_finds(text: str, sieved: Sieved, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    alone = [match.span() for match in sieved.pattern.finditer(text, start, end)]
    assert [match.span() for match in sieved.finditer(text, start, end)] == alone


@given(text=_TEXTS)
def test_a_sieve_keeps_every_pattern_that_matches_and_their_order(text: str) -> None:
    passing = [pattern.pattern for pattern in _SIEVE.passing(text, 0, len(text))]
    assert passing == [pattern for pattern in _CUES if pattern in passing]
    assert {pattern for pattern in _CUES if re.search(pattern, text)} <= set(passing)


@pytest.mark.parametrize("frames", [FRAMES, ABSENCE_FRAMES])
@given(data=st.data())
def test_a_frame_passes_where_all_its_words_stand(frames: Sieve[Frame], data: st.DataObject) -> None:
    frame = data.draw(st.sampled_from(list(frames)))
    needs = [need for word in frame.words for need in needs_of(word.pattern.pattern, re.IGNORECASE)]
    asked = [data.draw(st.sampled_from(sorted(need))) for need in needs]
    text = f"{data.draw(_TEXTS)} {' '.join(data.draw(st.permutations(asked)))} {data.draw(_TEXTS)}"
    matching = [one for one in frames if all(word.pattern.search(text) for word in one.words)]
    passing = frames.passing(text, 0, len(text))
    assert frame in passing
    assert [one for one in passing if one in matching] == matching


@pytest.mark.parametrize("heads", [ORGANISATIONS, INITIATIVES, GROUPS, _OF_TWO_WORDS])
@given(text=_TEXTS, data=st.data())
def test_head_nouns_are_found_as_by_searching_everywhere(heads: HeadPattern, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    alone = [match.span() for match in heads.pattern.finditer(text, start, end)]
    assert [match.span() for match in heads.finditer(text, start, end)] == alone


def test_a_pattern_made_after_a_text_was_read_is_not_missed() -> None:
    text = "Der Quastenflosser schwimmt."
    assert Sieved("schwimmt").search(text, 0, len(text))
    assert Sieved("Quastenflosser").search(text, 0, len(text))


@pytest.mark.parametrize(("end", "holds"), [("beteiligt", True), ("beschäftigt", False)])
def test_a_word_of_ten_thousand_letters_is_sieved_as_any_other(end: str, holds: bool) -> None:
    text = "q" * 30_000 + end
    assert Sieved("beteiligt").may_match(text, 0, len(text)) is holds
