"""Evidence: a stretch of a document as one, and the order of several, whatever was loaded first. Pure."""

from bisect import bisect_right
from collections.abc import Iterable

from queries.answers import DocumentRow, Evidence
from queries.dates import stated

BY_PERSON = "person"
"""The method of what a person said, not a document that was loaded."""
_BY_MODEL = "model:"


def quoted(
    document: DocumentRow,
    quote: str,
    start: int,
    end: int,
    *,
    method: str,
    confidence: float,
    as_of: str | None = None,
    reported_by: str | None = None,
    since: str | None = None,
    until: str | None = None,
    model: str | None = None,
) -> Evidence:
    """A document's text from `start` to `end` as evidence, with its page where the document has pages."""
    return Evidence(
        quote=quote,
        quote_start=start,
        quote_end=end,
        document_id=document.id,
        document_title=document.title,
        document_address=document.address,
        document_date=document.date,
        method=method,
        confidence=confidence,
        as_of=as_of,
        reported_by=reported_by,
        since=since,
        until=until,
        model=model,
        page=(bisect_right(document.pages, start) or None) if document.pages else None,
    )


def newest_first(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each place once, the newest statement first, undated ones last; then a person's decisions, address and place.

    A place from which two facts were read counts once, with the higher confidence.
    """
    given = tuple(evidence)
    if len(given) < 2:
        return given
    best: dict[tuple[str | int, ...], Evidence] = {}
    for item in sorted(given, key=lambda item: (-item.confidence, item.method, item.document_date or "")):
        best.setdefault(_place(item), item)
    by_place = [best[place] for place in sorted(best)]
    return tuple(sorted(by_place, key=lambda item: (stated(item) or "", item.correction is not None), reverse=True))


def newest_date(evidence: Iterable[Evidence]) -> str | None:
    """The date of the newest statement, None when none is dated."""
    return max((date for item in evidence if (date := stated(item))), default=None)


def first_date(evidence: Iterable[Evidence]) -> str | None:
    """From when on the statements say it: the earliest `since`, or the date of one that names none. None: undated."""
    return min((date for item in evidence if (date := item.since or stated(item))), default=None)


def is_proposed(method: str) -> bool:
    """Whether a language model proposed who takes part."""
    return method.startswith(_BY_MODEL)


def _place(item: Evidence) -> tuple[str | int, ...]:
    told = (item.reported_by or "", item.as_of or "", item.since or "", item.until or "")
    return (item.document_address, item.quote_start, item.quote_end, item.document_id, *told)
