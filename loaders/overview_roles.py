"""Who takes part in the initiative of an overview's row: those who stand in its columns of roles."""

from collections.abc import Iterator

from graph.kinds import ActorKind
from loaders.claims import Taking
from loaders.enumeration import bodies
from loaders.licence import find_items
from loaders.mention import ActorMention
from loaders.overviews import OverviewRow
from loaders.sentence import Sentence

_OF_COLUMN, _OF_GROUP = 0.95, 0.95


def read_roles_of(text: str, sentence: Sentence, row: OverviewRow) -> Iterator[Taking]:
    """Who takes part in a row's initiative, column by column; unknown names are companies."""
    if sentence.target is None:
        return
    for role, (start, end) in row.roles:
        inside = [m for m in sentence.mentions if start <= m.start and m.end <= end]
        unknown = find_items(text, start, end, sentence.mentions, ActorKind.COMPANY)
        for body in (*bodies(inside), *unknown):
            name = body.confidence if isinstance(body, ActorMention) else _OF_GROUP
            confidence = round(name * _OF_COLUMN, 3)
            yield Taking(body, sentence.target, role, sentence.start, sentence.end, confidence, "overview")
