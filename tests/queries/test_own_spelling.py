"""A short name spelt with a digit is the body whose name the register spells so; a person may part them."""

from dataclasses import replace
from pathlib import Path

import pytest

from queries.decisions import links
from queries.identity import Identity, identify
from queries.verdicts import SameReason, Subject, to_subject
from seeds.register import Register, load_register
from tests.queries.sameness_table import a_named
from tests.queries.test_identity import decided

OWN_ROWS = """file,id,name,short_name,aliases,kind,level,regions
networks,werknetz,Netzwerk Werkbank Lahn e. V.,Netzwerk Werkbank Lahn,N3tzwerk Werkbank Lahn,network,local,de-he
networks,stahlkreis,Arbeitskreis Stahl Saar,Arbeitskreis Stahl Saar,Arb3itskreis Stahl Saar,network,land,de-sl
networks,netzwerk-zukunft-industrie,,,-,,,
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Register:
    path: Path = tmp_path_factory.mktemp("register") / "own.csv"
    path.write_text(OWN_ROWS, encoding="utf-8")
    return load_register(path)


def who(
    line: str, register_id: str, register: Register, *, document: str = "document:1"
) -> tuple[Identity, Subject, Subject]:
    short = to_subject(a_named(line), register)
    name = register.rows[register_id].name
    node = replace(a_named(f"{name} = network @ de", document), register_id=register_id)
    full = to_subject(node, register)
    return identify([short, full], register), short, full


@pytest.mark.parametrize("place", ["de-bw", "de", "stadt-kassel"])
@pytest.mark.parametrize("document", ["document:1", "document:2"])
def test_the_short_name_is_the_registered_body_wherever_it_is_named(place: str, document: str) -> None:
    line = f"N3tzwerk = network @ {place}"
    identity, short, full = who(line, "netzwerk-zukunft-industrie", load_register(), document=document)
    assert identity.of(short.node.id) == full.node.id
    assert [union.reason for union in identity.unions] == [SameReason.OWN_SPELLING]


@pytest.mark.parametrize(
    ("line", "register_id"),
    [
        ("N3tzwerk = network", "werknetz"),
        ("N3tzwerk Werkbank = network", "werknetz"),
        ("Arb3itskreis = network", "stahlkreis"),
        ("Arb3itskreis Stahl = network", "stahlkreis"),
    ],
)
def test_any_body_may_spell_its_name_so(line: str, register_id: str, own: Register) -> None:
    identity, short, full = who(line, register_id, own)
    assert identity.of(short.node.id) == full.node.id


@pytest.mark.parametrize(
    ("line", "register_id"),
    [
        ("Netzwerk = network", "werknetz"),
        ("N3tzwerk Zukunft der Arbeit = network", "werknetz"),
        ("N3tz = network", "werknetz"),
        ("N3tzwerk = company", "werknetz"),
        ("Arb3itskreis = network", "werknetz"),
        ("N3tzwerk = network", "stahlkreis"),
        ("N3tzwerk = network", "netzwerk-zukunft-industrie"),
    ],
    ids=[
        "spelt plainly",
        "goes on otherwise",
        "a part of a word",
        "another kind",
        "another word",
        "another body",
        "no such alias",
    ],
)
def test_another_name_is_another_body(line: str, register_id: str, own: Register) -> None:
    identity, *_ = who(line, register_id, own)
    assert identity.unions == ()


def test_a_person_may_part_the_two() -> None:
    register = load_register()
    _, short, full = who("N3tzwerk = network @ de-bw", "netzwerk-zukunft-industrie", register)
    parted = identify([short, full], register, links=links([decided("split", short, None, parts=(full,))]))
    assert (parted.unions, parted.possible) == ((), ())
    undone = decided("split", short, None, parts=(full,), undone=True)
    assert identify([short, full], register, links=links([undone])).unions
