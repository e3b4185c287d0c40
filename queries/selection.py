"""Which initiatives a question is about: by type, topic and the time they ran. Pure, over a coverage matrix."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from graph.errors import QuestionError
from graph.keys import fold
from graph.kinds import InitiativeType
from queries.answers import Coverage, CoverageRow, InitiativeRow
from queries.dates import check_order, first_day, last_day

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Selection:
    """What initiatives must be: of one of the `types`, on one of the `topics`, running at some time from `since` to
    `until` (ISO dates or prefixes, both ends included). What is empty or None asks for nothing.

    An initiative whose own times are unknown may have run then, so it is kept. Raises QuestionError("period_reversed").
    """

    types: tuple[InitiativeType, ...] = ()
    topics: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        check_order(self.since, self.until)

    @property
    def is_everything(self) -> bool:
        """Whether nothing is asked for."""
        return self == Selection()

    def holds(self, initiative: InitiativeRow) -> bool:
        """Whether the initiative is one of those."""
        return (
            (not self.types or initiative.type in self.types)
            and (not self.topics or any(_is_on(initiative, topic) for topic in self.topics))
            and (not (self.until and initiative.since) or first_day(initiative.since) <= last_day(self.until))
            and (not (self.since and initiative.until) or last_day(initiative.until) >= first_day(self.since))
        )


def select(coverage: Coverage, wanted: Selection) -> Coverage:
    """The matrix with these initiatives only; regions of which nothing is known stay as they are.

    Raises QuestionError("unknown_topic") with the three topics most like it, where no initiative has it.
    """
    if wanted.is_everything:
        return coverage
    for topic in wanted.topics:
        _check_topic(topic, (*coverage.rows, *coverage.without_table))
    return keep(coverage, wanted)


def keep(coverage: Coverage, wanted: Selection) -> Coverage:
    """The same, whether any initiative has the topic or none."""
    kept, without = ([row for row in rows if wanted.holds(row.initiative)] for rows in _parts(coverage))
    return replace(coverage, rows=tuple(kept), without_table=tuple(without))


def is_undated(initiative: InitiativeRow) -> bool:
    """Whether no document says when it began or ended."""
    return initiative.since is None and initiative.until is None


def _parts(coverage: Coverage) -> tuple[tuple[CoverageRow, ...], tuple[CoverageRow, ...]]:
    return coverage.rows, coverage.without_table


def _is_on(initiative: InitiativeRow, topic: str) -> bool:
    """Whether one of its topics has all of these words, or words that begin so."""
    words = fold(topic).split()
    return any(_begin_so(words, fold(one).split()) for one in initiative.topics)


def _begin_so(beginnings: list[str], words: list[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in beginnings)


def _check_topic(topic: str, rows: Iterable[CoverageRow]) -> None:
    initiatives = [row.initiative for row in rows]
    if not initiatives or any(_is_on(one, topic) for one in initiatives):
        return
    known = sorted({named for one in initiatives for named in one.topics})
    found = process.extract(fold(topic), known, scorer=fuzz.WRatio, processor=fold, limit=_NEAREST)
    raise QuestionError(
        "unknown_topic" if known else "no_topics", name=topic, nearest=", ".join(name for name, _, _ in found)
    )
