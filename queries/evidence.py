"""The order of evidence: newest first, and the same order whatever was loaded first. Pure."""

from collections.abc import Iterable

from queries.answers import Evidence
from queries.dates import stated

BY_PERSON = "person"
"""The method of what a person said, not a document that was loaded."""
_BY_MODEL = "model:"


def newest_first(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each place once, the newest statement first, undated ones last; then a person's decisions, address and place.

    A place from which two facts were read counts once, with the higher confidence.
    """
    best: dict[tuple[str | int, ...], Evidence] = {}
    for item in sorted(evidence, key=lambda item: (-item.confidence, item.method, item.document_date or "")):
        best.setdefault(_place(item), item)
    by_place = [best[place] for place in sorted(best)]
    return tuple(sorted(by_place, key=lambda item: (stated(item) or "", item.correction is not None), reverse=True))


def newest_date(evidence: Iterable[Evidence]) -> str | None:
    """The date of the newest statement, None when none is dated."""
    return max((date for item in evidence if (date := stated(item))), default=None)


def is_proposed(method: str) -> bool:
    """Whether a language model proposed who takes part."""
    return method.startswith(_BY_MODEL)


def _place(item: Evidence) -> tuple[str | int, ...]:
    told = (item.reported_by or "", item.as_of or "", item.since or "", item.until or "")
    return (item.document_address, item.quote_start, item.quote_end, item.document_id, *told)
