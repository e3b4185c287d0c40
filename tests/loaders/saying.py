"""Small documents for the tests of reading: text in, sets of tuples out, so that a test reads like a table of facts."""

from graph import keys
from graph.model import (
    Absence,
    Actor,
    Document,
    Group,
    Initiative,
    Interest,
    Membership,
    Participation,
    Reading,
    Silence,
)
from loaders.blocks import find_blocks
from loaders.document import SourceText
from loaders.reading import read
from seeds.register import load_register


def reading_of(text: str, *, date: str | None = None) -> Reading:
    """What the loader reads in a text."""
    document = Document(keys.document_id(text.encode("utf-8")), "test.txt", "test", "plain", text, date)
    return read(SourceText(document, find_blocks(text)), load_register())


def names(reading: Reading) -> dict[str, str]:
    """Node id → how a person would call it: an actor's register id or name, a group's word, an initiative's name."""
    named: dict[str, str] = {}
    for node in reading.nodes:
        match node:
            case Actor():
                named[node.id] = node.register_id or node.name
            case Group():
                named[node.id] = f"<{node.word}>"
            case Initiative():
                named[node.id] = node.name
    return named


def takes_part(text: str) -> set[tuple[str, str]]:
    """(who, role) of every participation in a text."""
    reading = reading_of(text)
    named = names(reading)
    return {(named[fact.participant_id], fact.role.value) for fact in reading.facts if isinstance(fact, Participation)}


def is_absent(text: str) -> set[tuple[str, str]]:
    """(who, strength) of every documented absence in a text."""
    reading = reading_of(text)
    named = names(reading)
    return {(named[fact.absent_id], fact.strength.value) for fact in reading.facts if isinstance(fact, Absence)}


def silent_on(text: str) -> set[str]:
    """The regions of which a text says that nothing is known."""
    return {fact.region for fact in reading_of(text).facts if isinstance(fact, Silence)}


def belongs(text: str) -> set[tuple[str, str]]:
    """(member, organisation) of every membership in a text."""
    reading = reading_of(text)
    named = names(reading)
    return {
        (named[fact.member_id], named[fact.organisation_id]) for fact in reading.facts if isinstance(fact, Membership)
    }


def seeks_or_offers(text: str) -> set[str]:
    """The kinds of interest in a text: "seeks", "offers"."""
    return {fact.kind.value for fact in reading_of(text).facts if isinstance(fact, Interest)}
