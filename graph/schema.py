"""The versions of what this program stores, and the step that leads to each from the one before.

Whoever changes the stored form adds a step at the end of `STEPS`; `migration.py` takes them on a graph, `exchange.py`
on the records of an export. New constraints and indexes need no more than a step and their line in `schema_*.cypher`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from graph.records import Row


@dataclass(frozen=True, slots=True)
class Step:
    """What leads to `version` from the one before.

    `text` names the text in cypher/ that brings at most `$limit` nodes or relationships into the new form and says how
    many (`changed`), 0 when none is left; it may be interrupted after any of them, so it only adds what the version
    before passes over. `renew` is the same for one record of an export.
    """

    version: int
    text: str | None = None
    renew: Callable[[Row], Row] = lambda record: record


def add_pages(record: Row) -> Row:
    """Documents have pages, those of before none."""
    return {**record, "pages": []} if record.get("type") == "document" else record


STEPS: tuple[Step, ...] = (
    Step(2, text="step_2_pages", renew=add_pages),
    Step(3),  # documents that were removed are kept to be brought back
    Step(4),  # who is who is kept; interests and listings are indexed by their nodes, names on Neo4j by their words
)
"""One step a version, in order."""

SCHEMA = STEPS[-1].version
"""The version of what this program writes; a graph or an export with a higher one is refused."""


def steps_from(found: int) -> tuple[Step, ...]:
    """The steps that a graph or an export of this version has before it."""
    return tuple(step for step in STEPS if step.version > found)
