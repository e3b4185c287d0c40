"""A reading that breaks a rule is a program's mistake: it is refused before anything is written."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.checking import check_reading
from graph.model import Reading
from graph.store import Store
from tests.graph.snapshots import content, full_reading

Spoil = Callable[[Reading], Reading]

SPOILT: dict[str, Spoil] = {
    "fact without a statement": lambda r: replace(r, statements=r.statements[1:]),
    "statement without a fact": lambda r: replace(r, facts=r.facts[1:]),
    "node without a naming": lambda r: replace(r, namings=r.namings[1:]),
    "naming without a node": lambda r: replace(r, nodes=r.nodes[1:]),
    "fact given twice": lambda r: replace(r, facts=(*r.facts, r.facts[0])),
    "node given twice": lambda r: replace(r, nodes=(*r.nodes, r.nodes[0])),
    "naming given twice": lambda r: replace(r, namings=(*r.namings, r.namings[0])),
    "statement given twice": lambda r: replace(r, statements=(*r.statements, r.statements[0])),
    "unread place given twice": lambda r: replace(r, unread=(*r.unread, r.unread[0])),
    "statement of another document": lambda r: replace(
        r, statements=(replace(r.statements[0], document_id="document:x"), *r.statements[1:])
    ),
    "naming of another document": lambda r: replace(
        r, namings=(replace(r.namings[0], document_id="document:x"), *r.namings[1:])
    ),
    "quote that is not in the text": lambda r: replace(
        r, statements=(replace(r.statements[0], quote="Nie gesagt."), *r.statements[1:])
    ),
    "quote at another place": lambda r: replace(
        r, statements=(replace(r.statements[0], quote_start=r.statements[0].quote_start + 1), *r.statements[1:])
    ),
    "span outside the text": lambda r: replace(r, namings=(replace(r.namings[0], spans=((0, 10**6),)), *r.namings[1:])),
    "empty span": lambda r: replace(r, namings=(replace(r.namings[0], spans=((3, 3),)), *r.namings[1:])),
    "missing end": lambda r: replace(
        r,
        nodes=tuple(n for n in r.nodes if n.id != "actor:igbce"),
        namings=tuple(n for n in r.namings if n.node_id != "actor:igbce"),
    ),
    "end of the wrong sort": lambda r: replace(
        r,
        facts=(replace(r.facts[0], initiative_id="actor:igbce"), *r.facts[1:]),  # type: ignore[call-arg]
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_reading_that_breaks_a_rule_is_refused(store: Store, name: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        store.write_reading(SPOILT[name](full_reading().build()))
    assert [record["type"] for record in content(store)] == ["atlas"]


def test_a_whole_reading_passes() -> None:
    check_reading(full_reading().build())
