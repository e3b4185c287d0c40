"""Networks that act themselves: an organisation beside others, not what these others do together.

"die Zusammenarbeit mit dem Netzwerk Leichtbau", "das Netzwerk Leichtbau e. V.": nobody works together with an alliance
from within it, and whoever has a legal form is a body, unless it is told how it came to be.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.keys import fold
from loaders.initiative_names import InitiativeName, find_initiative_names
from loaders.lexicon import alternatives, word_set
from loaders.sightings import Sighting

_TAIL = "netzwerk"
_REACH = 60
_CONTACT = re.compile(
    rf"\b(?i:{alternatives(word_set('organisations', 'contact'))})\s+mit\s+de[mn]\s+(?:[a-zäöü][\wäöüß-]*en\s+)?$"
)
_LEGAL = re.compile(r"\s+e\.\s?V\b\.?+(?!\s+(?:wurde|besteht|entstand|startete)\b)")


def find_networks(text: str, start: int, end: int) -> Iterator[tuple[InitiativeName, int]]:
    """Networks that stand as bodies in a stretch, each with its end, legal form included."""
    for name in find_initiative_names(text, start, end):
        if name.tail == _TAIL and name.named and not name.plural and _stands_as_body(text, name.start, name.end):
            legal = _LEGAL.match(text, name.end, end)
            yield name, legal.end() if legal else name.end


def without_bodies(text: str, sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """The sightings without those networks that the document speaks of as bodies only."""
    seen = list(sightings)
    told: defaultdict[str, set[bool]] = defaultdict(set)
    for one in seen:
        told[_name(text, one)].add(not one.heading and _stands_as_body(text, one.start, one.end))
    yield from (one for one in seen if one.tail != _TAIL or told[_name(text, one)] != {True})


def _name(text: str, sighting: Sighting) -> str:
    return fold(text[sighting.start : sighting.end])


def _stands_as_body(text: str, start: int, end: int) -> bool:
    return bool(_LEGAL.match(text, end) or _CONTACT.search(text, max(0, start - _REACH), start))
