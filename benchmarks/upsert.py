"""What the program writes for one fact with its evidence, as one upsert of the bare driver."""

from typing import Any

import neo4j

from graph.folding import node_properties
from graph.model import Actor, Initiative, Participation, Reading
from graph.nodes import naming_properties
from graph.records import canonical, to_row
from graph.texts import text_parts
from graph.writes import Arrival, document_properties

_UPSERT = """
MERGE (d:Document {id: $document.id}) SET d = $document
MERGE (x:Address {id: $address}) MERGE (x)-[:SHOWS]->(d)
MERGE (t:TextPart {id: $part.id}) SET t = $part MERGE (d)-[:HAS_TEXT]->(t)
MERGE (a:Actor {id: $actor.id}) SET a = $actor
MERGE (i:Initiative {id: $initiative.id}) SET i = $initiative
MERGE (d)-[na:NAMES]->(a) SET na = $actor_naming
MERGE (d)-[ni:NAMES]->(i) SET ni = $initiative_naming
MERGE (a)-[p:PARTICIPATES {id: $fact.id}]->(i) SET p = $fact
MERGE (s:Statement {id: $statement.id}) SET s = $statement MERGE (s)-[:IN]->(d)
"""


def upsert(driver: neo4j.Driver, reading: Reading) -> None:
    """Write a reading that holds one actor, one initiative and one participation, in one transaction.

    Only the label of the actor's kind is left out: the embedded engine takes none in this statement.
    """
    driver.execute_query(_UPSERT, parameters_=_values(reading))


def _values(reading: Reading) -> dict[str, Any]:
    [actor] = (node for node in reading.nodes if isinstance(node, Actor))
    [initiative] = (node for node in reading.nodes if isinstance(node, Initiative))
    [fact] = (fact for fact in reading.facts if isinstance(fact, Participation))
    [statement] = reading.statements
    [part] = text_parts(reading.document)
    claims = {node.id: canonical(node) for node in reading.nodes}
    namings = {naming.node_id: naming_properties(naming, claims[naming.node_id]) for naming in reading.namings}
    address = reading.document.address
    return {
        "document": document_properties(Arrival(reading, (address,), "2026-11-21T12:00:00+00:00")),
        "address": address,
        "part": part,
        "actor": node_properties(actor),
        "initiative": node_properties(initiative),
        "actor_naming": namings[actor.id],
        "initiative_naming": namings[initiative.id],
        "fact": {"id": fact.id, "role": fact.role.value},
        "statement": to_row(statement),
    }
