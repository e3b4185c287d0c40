"""Rows taken out of arrays and put into them: what comes out is what a list would hold."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from queries.arrays.shape import Lists, Texts
from queries.arrays.splicing import Splice

WORDS = st.text("aäß🏭", max_size=3)


@st.composite
def splices(draw: st.DrawFn) -> tuple[list[list[str]], list[list[str]], Splice, list[list[str]]]:
    """Rows before, rows that come, the splice, and the rows after it."""
    rows = st.lists(st.lists(WORDS, max_size=3), max_size=6)
    before, new = draw(rows), draw(rows)
    gone = sorted(draw(st.sets(st.integers(0, len(before) - 1)))) if before else []
    places = sorted(draw(st.lists(st.integers(0, len(before)), min_size=len(new), max_size=len(new))))
    after: list[list[str]] = []
    for at in range(len(before) + 1):
        after += [row for row, place in zip(new, places, strict=True) if place == at]
        after += [before[at]] if at < len(before) and at not in gone else []
    return before, new, Splice.of(len(before), gone, places), after


@given(splices())
def test_flat_arrays(told):
    before, new, splice, after = told
    one, other = (np.array([len(row) for row in rows], np.int32) for rows in (before, new))
    assert splice.flat(one, other).tolist() == [len(row) for row in after]


@given(splices())
def test_texts(told):
    before, new, splice, after = told
    found = splice.texts(Texts.of(map("".join, before)), Texts.of(map("".join, new)))
    assert found.some(range(len(found))) == ["".join(row) for row in after]


@given(splices())
def test_lists_with_no_word_that_stands_in_none(told):
    before, new, splice, after = told
    found, wanted = splice.lists(Lists.of(before), Lists.of(new)), Lists.of(after)
    assert [found.at(row) for row in range(len(after))] == [tuple(row) for row in after]
    assert found.words.some(range(len(found.words))) == wanted.words.some(range(len(wanted.words)))
    assert found.codes.tolist() == wanted.codes.tolist()


@given(splices())
def test_each_row_that_stays_knows_its_new_number(told):
    before, _, splice, after = told
    for number, now in enumerate(splice.numbers().tolist()):
        assert now < 0 or after[now] == before[number]
