"""Two stores that must not be told apart, and what a random story does to both of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from hypothesis import strategies as st

from graph.decisions import new_decision
from graph.kinds import ActorKind, ChamberType, InitiativeType, InterestKind, Role, Status, Strength, UnreadReason
from graph.model import Decision, Reading
from graph.store import Store
from tests.factory import ReadingBuilder, a_reading
from tests.graph.snapshots import content
from tests.graph.strategies import DATES, TEXTS

T = TypeVar("T")

ACTORS = ("IG Metall", "ver.di Süd-West", "IHK Köln", "HWK Köln", 'Ö\'Neill "& Söhne"', "a\\b $x {y}", "東京 🏭")
INITIATIVES = ("Runde Nord", "Allianz Saale", "Dialog `x`")
ADDRESSES = ("a.txt", "b.txt", "https://c.example/ä?x=1")
REGIONS = ("de-he", "de-by", "de-bw")


class Pair:
    """The two stores, the embedded one first."""

    def __init__(self, embedded: Store, neo4j: Store) -> None:
        self.both = (embedded, neo4j)

    def empty(self) -> None:
        """Delete everything but the graph's own node and the tests' mark, on both."""
        for store in self.both:
            store.change("MATCH (n) WHERE NOT n:BuendnisatlasTests AND NOT n:Atlas DETACH DELETE n", {}, limit=None)

    def same(self, ask: Callable[[Store], T]) -> T:
        """What both answer; fails where they differ, in value, order, type or error."""
        left, right = (_outcome(ask, store) for store in self.both)
        assert left == right
        assert repr(left) == repr(right)  # 1 and 1.0 and True are equal, but not the same
        return left  # type: ignore[return-value]

    def check_content(self) -> None:
        """Both hold the same graph."""
        self.same(content)


def _outcome(ask: Callable[[Store], object], store: Store) -> object:
    try:
        return ask(store)
    except Exception as error:
        return type(error).__name__, getattr(error, "code", str(error))


@dataclass(frozen=True)
class Load:
    """Load what a document says."""

    reading: Reading

    def to(self, store: Store) -> object:
        return store.write_reading(self.reading)


@dataclass(frozen=True)
class Remove:
    """Remove the document that stands at this place of the list."""

    place: int

    def to(self, store: Store) -> object:
        documents = store.documents()
        return store.remove_document(documents[self.place % len(documents)].id) if documents else None


@dataclass(frozen=True)
class Decide:
    """Make a decision about the facts or nodes at these places."""

    action: str
    place: int
    other: int
    note: str
    author: str
    undone: bool
    written_at: str

    def to(self, store: Store) -> object:
        keys = [str(row["id"]) for row in store.read("MATCH (n:Actor|Initiative) RETURN n.id AS id ORDER BY id")]
        keys += [str(row["id"]) for row in store.read("MATCH ()-[r:PARTICIPATES]->() RETURN r.id AS id ORDER BY id")]
        if not keys:
            return None
        subject, other = keys[self.place % len(keys)], keys[self.other % len(keys)]
        values = {"name": self.note or "Neu"} if self.action == "correct" else {}
        object = other if self.action in ("merge", "split") else None
        decision = new_decision(
            self.action, subject, author=self.author, object=object, values=values, about=self.note, note=self.note
        )
        return store.decide(replace(decision, undone=self.undone, written_at=self.written_at))


Step = Load | Remove | Decide


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A valid reading with facts of every sort, at one of three addresses."""
    address = draw(st.sampled_from(ADDRESSES))
    builder = a_reading(
        address, title=draw(TEXTS), date=draw(DATES), date_origin=draw(st.none() | TEXTS), sample=draw(st.booleans())
    ).sentence(address + draw(TEXTS))
    initiatives = draw(st.lists(st.sampled_from(INITIATIVES), unique=True, max_size=3))
    actors = draw(st.lists(st.sampled_from(ACTORS), unique=True, max_size=5))
    for name in initiatives:
        builder.initiative(
            name,
            type=draw(st.sampled_from(InitiativeType)),
            region=draw(st.none() | st.sampled_from(REGIONS)),
            region_name=draw(st.none() | TEXTS),
            since=draw(DATES),
            until=draw(DATES),
            status=draw(st.sampled_from(Status)),
            topics=tuple(draw(st.lists(TEXTS, max_size=2))),
            part_of=draw(st.none() | st.sampled_from(initiatives)),
        )
    for name in actors:
        kind = draw(st.sampled_from(ActorKind))
        chamber = draw(st.none() | st.sampled_from(ChamberType)) if kind is ActorKind.CHAMBER else None
        builder.actor(name, kind, chamber_type=chamber, aliases=tuple(draw(st.lists(TEXTS, max_size=2))))
    for name in initiatives:
        for who in actors:
            _draw_fact(draw, builder, name, who, actors)
        _draw_aside(draw, builder, name)
    for region in draw(st.lists(st.sampled_from(REGIONS), unique=True, max_size=2)):
        builder.silence(region)
    return builder.build()


def _draw_fact(draw: st.DrawFn, builder: ReadingBuilder, initiative: str, who: str, actors: Sequence[str]) -> None:
    on = {key: value for key in ("since", "until", "as_of") if (value := draw(DATES))}
    match draw(st.integers(0, 6)):
        case 0 | 1:
            builder.participates(who, initiative, draw(st.sampled_from(Role)), **on)
        case 2:
            builder.absent(initiative, who, draw(st.sampled_from(Strength)), **on)
        case 3:
            builder.interest(who, draw(st.sampled_from(InterestKind)), draw(st.none() | st.just(initiative)))
        case 4 if who != actors[0]:
            builder.member_of(who, actors[0])
        case 5 if who != actors[0]:
            builder.branch_of(who, actors[0])
        case _:
            pass


def _draw_aside(draw: st.DrawFn, builder: ReadingBuilder, initiative: str) -> None:
    if draw(st.booleans()):
        builder.listing(initiative).passage(initiative)
    if draw(st.booleans()):
        word = f"die Gewerkschaften {initiative}"
        builder.group(word, draw(st.sampled_from(ActorKind)), initiative, count=draw(st.none() | st.integers(1, 99)))
        builder.participates(word, initiative)
    if draw(st.booleans()):
        builder.unread("Sozialpartner", draw(st.none() | st.sampled_from(ActorKind)), initiative=initiative)
        builder.unread("Betriebe", reason=draw(st.sampled_from(UnreadReason)))


DECISIONS = st.builds(
    Decide,
    action=st.sampled_from(["confirm", "reject", "merge", "split", "correct"]),
    place=st.integers(0, 30),
    other=st.integers(0, 30),
    note=TEXTS,
    author=st.sampled_from(["AB", "Ä`$x"]),
    undone=st.booleans(),
    written_at=st.sampled_from(["2026-11-21T10:00:00.000000+00:00", "2026-11-21T10:00:00.000001+00:00"]),
)
STORIES = st.lists(
    st.builds(Load, readings()) | st.builds(Load, readings()) | st.builds(Remove, st.integers(0, 5)) | DECISIONS,
    min_size=1,
    max_size=8,
)


def tell(story: Sequence[Step], pair: Pair) -> None:
    """Let the story happen to both, from the beginning; each step must do the same."""
    pair.empty()
    for step in story:
        pair.same(step.to)


__all__ = ["STORIES", "Decide", "Decision", "Load", "Pair", "Remove", "Step", "readings", "tell"]
