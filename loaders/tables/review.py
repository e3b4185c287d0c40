"""The headings by which a table of corrections is known, in whichever format it was saved: it is no document."""

from collections.abc import Iterable

from graph.errors import DocumentError
from loaders.lexicon import word_table

_MARKS = tuple(frozenset(words) for words in word_table("review").values())


def is_review(headings: Iterable[str]) -> bool:
    """Whether these are headings that `review export` writes."""
    found = frozenset(headings)
    return any(marks <= found for marks in _MARKS)


def refuse_review(headings: Iterable[str]) -> None:
    """Raise DocumentError("review_file") for such headings: what is below them are no statements."""
    if is_review(headings):
        raise DocumentError("review_file")
