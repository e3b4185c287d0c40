"""Random claims and readings: small, valid, and with the characters that break careless stores."""

from hypothesis import strategies as st

from graph.folding import Claim
from graph.kinds import ActorKind, ChamberType, InitiativeType, Role, Status
from graph.model import Actor, Group, Initiative, Reading
from tests.factory import ReadingBuilder, a_reading

DATES = st.sampled_from([None, "2017", "2019-03", "2019-03-04", "2024-11-21"])
NAMES = st.sampled_from(
    ["IG Metall", "ver.di", "Süd-West", 'Ö\'Neill "& Söhne"', "a\\b $x {y}", "\u2028\x01", "東京 🏭"]
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def _some(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(values, max_size=3).map(tuple)


ACTORS = st.builds(
    Actor,
    id=st.just("actor:a"),
    name=NAMES,
    kind=st.sampled_from(ActorKind),
    chamber_type=st.sampled_from([None, *ChamberType]),
    regions=_some(st.sampled_from(["DE-HE", "DE-BY"])),
    register_id=st.sampled_from([None, "r1", "r2"]),
    aliases=_some(NAMES),
)
INITIATIVES = st.builds(
    Initiative,
    id=st.just("initiative:i"),
    name=NAMES,
    type=st.sampled_from(InitiativeType),
    regions=_some(st.sampled_from(["DE-HE", "DE-BY"])),
    region_name=st.none() | NAMES,
    since=DATES,
    until=DATES,
    topics=_some(NAMES),
    status=st.sampled_from(Status),
    parent_id=st.sampled_from([None, "initiative:p", "initiative:q"]),
    aliases=_some(NAMES),
)
GROUPS = st.builds(
    Group,
    id=st.just("group:g"),
    initiative_id=st.just("initiative:i"),
    kind=st.sampled_from(ActorKind),
    word=NAMES,
    chamber_type=st.sampled_from([None, *ChamberType]),
    count=st.none() | st.integers(1, 99),
)


def _claims(nodes: st.SearchStrategy[Actor] | st.SearchStrategy[Initiative] | st.SearchStrategy[Group]):  # type: ignore[no-untyped-def]
    return st.lists(st.builds(Claim, nodes, st.sampled_from([0.3, 0.9, 1.0]), DATES), min_size=1, max_size=5)


CLAIMS = _claims(ACTORS) | _claims(INITIATIVES) | _claims(GROUPS)


@st.composite
def readings(draw: st.DrawFn, address: str = "a.txt") -> Reading:
    """A valid reading of a few actors and initiatives, with any facts between them."""
    builder = a_reading(address, title=draw(TEXTS), date=draw(DATES)).sentence(address + draw(TEXTS))
    actors = draw(st.lists(NAMES, unique=True, max_size=4))
    initiatives = [f"Runde {number}" for number in range(draw(st.integers(0, 2)))]
    for name in initiatives:
        builder.initiative(name, type=draw(st.sampled_from(InitiativeType)), topics=draw(_some(TEXTS)))
    for name in actors:
        builder.actor(name, draw(st.sampled_from(ActorKind)), aliases=draw(_some(NAMES)))
    for name in initiatives:
        _draw_facts(draw, builder, name, actors)
    if draw(st.booleans()):
        builder.silence("DE-BY")
    return builder.build()


def _draw_facts(draw: st.DrawFn, builder: ReadingBuilder, initiative: str, actors: list[str]) -> None:
    for name in actors:
        match draw(st.integers(0, 4)):
            case 0:
                builder.participates(name, initiative, draw(st.sampled_from(Role)))
            case 1:
                builder.absent(initiative, name)
            case 2:
                builder.interest(name, initiative=initiative)
            case 3:
                builder.member_of(name, actors[0]).unread("Sozialpartner", initiative=initiative)
            case _:
                builder.listing(initiative)
