"""Folding claims: the rules in a table, and that order and repetition never matter."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.folding import Claim, fold_claims, node_properties
from graph.kinds import ActorKind, ChamberType, InitiativeType, Status
from graph.model import Actor, Group, Initiative
from tests.graph.strategies import CLAIMS


def actor(name: str = "A", kind: ActorKind = ActorKind.UNION, **more: object) -> Actor:
    return Actor("actor:a", name, kind, **more)  # type: ignore[arg-type]


@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_claims_never_matters(claims: list[Claim], rng: random.Random) -> None:
    shuffled = list(claims)
    rng.shuffle(shuffled)
    assert fold_claims(shuffled) == fold_claims(claims)


@given(CLAIMS)
def test_a_claim_made_twice_says_no_more(claims: list[Claim]) -> None:
    assert fold_claims([*claims, *claims]) == fold_claims(claims)


@given(CLAIMS)
def test_every_name_given_is_the_name_or_an_alias(claims: list[Claim]) -> None:
    node = fold_claims(claims)
    if not isinstance(node, Group):
        given = {name for claim in claims for name in (claim.node.name, *claim.node.aliases)}  # type: ignore[union-attr]
        assert {node.name, *node.aliases} == given
        assert node.name not in node.aliases


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        ((0.9, None), (0.5, "2024")),
        ((0.9, "2024"), (0.9, "2017")),
        ((0.9, "2019-03"), (0.9, "2019")),
        ((0.9, "2017"), (0.9, None)),
    ],
)
def test_the_surer_then_the_newer_claim_gives_the_name(
    winner: tuple[float, str | None], loser: tuple[float, str | None]
) -> None:
    node = fold_claims([Claim(actor("Aa"), *loser), Claim(actor("Zz"), *winner)])
    assert isinstance(node, Actor)
    assert (node.name, node.aliases) == ("Zz", ("Aa",))


def test_other_says_nothing_beside_a_kind() -> None:
    claims = [Claim(actor(kind=ActorKind.OTHER), 1.0, "2024"), Claim(actor(kind=ActorKind.UNION), 0.3, None)]
    assert fold_claims(claims) == actor(kind=ActorKind.UNION)


def test_a_chamber_type_goes_with_its_kind_only() -> None:
    claims = [
        Claim(actor(kind=ActorKind.UNION), 0.9, None),
        Claim(actor(kind=ActorKind.CHAMBER, chamber_type=ChamberType.HWK), 0.5, None),
    ]
    assert fold_claims(claims) == actor(kind=ActorKind.UNION)


def test_an_initiative_takes_each_field_from_the_first_claim_that_says_it() -> None:
    bare = Initiative("initiative:i", "I", InitiativeType.OTHER, topics=("b",), since="2019")
    rich = Initiative(
        "initiative:i", "I", InitiativeType.COUNCIL, ("DE-HE",), "Hessen", "2018", "2024", ("a",), Status.ENDED
    )
    assert fold_claims([Claim(bare, 1.0, None), Claim(rich, 0.5, None)]) == Initiative(
        "initiative:i", "I", InitiativeType.COUNCIL, ("DE-HE",), "Hessen", "2019", "2024", ("a", "b"), Status.ENDED
    )


def test_claims_of_two_nodes_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="one node"):
        fold_claims([Claim(actor(), 1.0, None), Claim(Actor("actor:b", "B", ActorKind.UNION), 1.0, None)])
    with pytest.raises(ValueError, match="one node"):
        fold_claims([])


def test_search_forms_are_folded() -> None:
    properties = node_properties(actor("Süd-West e. V.", aliases=("SÜDWEST", "Südwest", "„“")))
    assert (properties["folded"], properties["folded_aliases"]) == ("sued west", ["suedwest"])
