# mypy: ignore-errors
# It runs where neomodel is, not where mypy is.
"""Import participations with statements by neomodel, as its documentation does it: the seconds, for stores.py.

    python by_neomodel.py ADDRESS EXPORT COUNT

It runs in an environment of its own, because neomodel pins another driver.
"""

import io
import json
import os
import sys
import time
from pathlib import Path

from neomodel import RelationshipTo, StringProperty, StructuredNode, StructuredRel, config, db


class Participates(StructuredRel):
    key = StringProperty()
    role = StringProperty()


class Document(StructuredNode):
    key = StringProperty(unique_index=True)
    title = StringProperty()


class Initiative(StructuredNode):
    key = StringProperty(unique_index=True)
    name = StringProperty()


class Actor(StructuredNode):
    key = StringProperty(unique_index=True)
    name = StringProperty()
    participates = RelationshipTo(Initiative, "PARTICIPATES", model=Participates)


class Statement(StructuredNode):
    key = StringProperty(unique_index=True)
    fact = StringProperty(index=True)
    quote = StringProperty()
    document = RelationshipTo(Document, "IN")


def main(address: str, export: str, count: int) -> None:
    scheme, _, host = address.partition("://")
    config.DATABASE_URL = f"{scheme}://neo4j:{os.environ['NEO4J_PASSWORD']}@{host}"
    db.install_all_labels(stdout=io.StringIO())
    found = {"document": {}, "actor": {}, "initiative": {}, "participation": {}, "statement": {}}
    with Path(export).open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if record["type"] in found:
                found[record["type"]][record["id"]] = record
    said = list(found["statement"].values())[:count]
    begin = time.perf_counter()
    with db.transaction:
        nodes = {}
        facts = [found["participation"][one["fact_id"]] for one in said]
        for cls, kind, ids, name in (
            (Document, "document", {one["document_id"] for one in said}, "title"),
            (Actor, "actor", {one["participant_id"] for one in facts}, "name"),
            (Initiative, "initiative", {one["initiative_id"] for one in facts}, "name"),
        ):
            made = cls.create(*({"key": id, name: found[kind][id][name]} for id in ids))
            nodes.update(zip(ids, made, strict=True))
        rows = [{"key": one["id"], "fact": one["fact_id"], "quote": one["quote"]} for one in said]
        for one, fact, statement in zip(said, facts, Statement.create(*rows), strict=True):
            nodes[fact["participant_id"]].participates.connect(
                nodes[fact["initiative_id"]], {"key": fact["id"], "role": fact["role"]}
            )
            statement.document.connect(nodes[one["document_id"]])
    print(time.perf_counter() - begin)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
