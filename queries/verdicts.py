"""The shapes of sameness: what two nodes are to each other and why, and a node as it is compared.

Next: `likeness.py` compares names, `sameness.py` judges pairs.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from queries.named import Named, NodeSort
from queries.surfaces import Surface, read_surfaces
from seeds.register import Register


class Sameness(StrEnum):
    """What two nodes are to each other."""

    SAME = "same"
    PHASES = "phases"
    POSSIBLE = "possible"


class SameReason(StrEnum):
    """Why two nodes are one, phases of one, or may be."""

    NAME = "name"
    ALIAS = "alias"
    ALIAS_STATED = "alias_stated"
    OWN_SPELLING = "own_spelling"
    SHORT_NAME = "short_name"
    SHARED_CIRCLE = "shared_circle"
    EDITION = "edition"
    PERIOD = "period"
    NO_EDITION = "no_edition"
    NO_PLACE = "no_place"
    WIDER_PLACE = "wider_place"
    TIME_DIFFERS = "time_differs"
    KIND_DIFFERS = "kind_differs"
    KEPT_APART = "kept_apart"
    SPELLING = "spelling"
    ALIKE = "alike"
    DESIGNATION = "designation"
    INITIALS = "initials"
    OFFICE = "office"
    SUCCESSION = "succession"
    SUCCESSION_STATED = "succession_stated"
    DECIDED = "decided"

    @property
    def is_stated(self) -> bool:
        """Whether a document or the register gives both names: then nothing but a person keeps the two apart."""
        return self in (SameReason.ALIAS_STATED, SameReason.OWN_SPELLING)


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Where a document says it; offsets in its text."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be said of a pair: score in 0..1. `needs_one` where it only holds if nobody else is meant as well.

    `quote` is the sentence that says it, where one does: then the first of the pair is the earlier.
    """

    sameness: Sameness
    score: float
    reason: SameReason
    needs_one: bool = False
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """A node as it is compared. The first `own` of the surfaces are of its name, the others of its aliases.

    `circle` are those it is seen with: participants, parent, initiatives beside it.
    """

    node: Named
    surfaces: tuple[Surface, ...]
    own: int
    places: frozenset[str]
    circle: frozenset[str] = frozenset()

    @property
    def years(self) -> frozenset[tuple[int, int]]:
        """The years its names speak of."""
        return frozenset(span for surface in self.surfaces for span in surface.years)


class Place(StrEnum):
    """How two places lie to each other."""

    SAME = "same"
    WIDER = "wider"
    UNKNOWN = "unknown"
    OTHER = "other"


def to_subject(node: Named, register: Register, circle: Iterable[str] = ()) -> Subject:
    """Take a node's names apart. Where its own name says where it is, that counts; else what the document says."""
    surfaces = read_surfaces(node.names, register)
    told = frozenset(surfaces[0].places) if surfaces else frozenset[str]()
    known = frozenset(region for region in node.regions if register.has_region(region))
    own = len(read_surfaces((node.name,), register) if node.aliases else surfaces)
    return Subject(node, surfaces, own, told or known, frozenset(circle))


def compare_places(one: Subject, other: Subject, register: Register) -> Place:
    """Whether two nodes may be in one place. A town and its Land are not the same, but may be meant."""
    if not one.places or not other.places:
        return Place.UNKNOWN
    if one.places == other.places:
        return Place.SAME
    forth = _all_within(one.places, other.places, register)
    back = _all_within(other.places, one.places, register)
    if forth and back:
        return Place.SAME
    return Place.WIDER if forth or back else Place.OTHER


def _all_within(inner: frozenset[str], outer: frozenset[str], register: Register) -> bool:
    return all(any(register.is_within(one, around) for around in outer) for one in inner)


def is_initiative(subject: Subject) -> bool:
    """Whether it is an initiative, not an actor."""
    return subject.node.sort is NodeSort.INITIATIVE
