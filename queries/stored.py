"""Nodes as the documents give them, without what people decided: what a note about them repeats."""

from graph.errors import QuestionError
from graph.model import Actor, Initiative
from graph.store import Store
from queries.catalog import question
from queries.nodes import to_actor, to_initiative
from seeds.register import Register


def stored_node(store: Store, register: Register, id: str) -> Actor | Initiative:
    """The actor or initiative of this id, without its aliases. Raises QuestionError("unknown_actor")."""
    for row in store.read(question("actors_around"), ids=[id]):
        actor = to_actor(row)
        return Actor(id, actor.name, actor.kind, actor.chamber_type, actor.regions, actor.register_id)
    for row in store.read(question("initiatives_around"), ids=[id]):
        told = to_initiative(row, register)
        if told.id == id:
            return Initiative(id, told.name, told.type, told.regions, told.region_name)
    raise QuestionError("unknown_actor", id=id)
