"""What stays unread is listed: gold facts that were not found have their sentence among the unread places."""

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from graph.kinds import ActorKind
from loaders.files import read_source
from loaders.interchange import to_interchange
from loaders.reading import read
from seeds.register import load_register
from tests.loaders.saying import reading_of
from tests.loaders.scoring import SCORER, SHARED
from tests.loaders.test_score import OWN, TUNED

OPENING = "Industriebündnis Nordhessen\n\nDas Industriebündnis Nordhessen besteht seit 2014. "
FIVE = sorted((SHARED / "documents").glob("00*.txt"))


def _texts(half: str) -> list[Path]:
    return FIVE if half == "five" else [path for path in sorted(OWN.glob("*.txt")) if int(path.name[:2]) in TUNED]


def _missed(path: Path) -> Iterator[tuple[str, bool]]:
    """The evidence of gold pairs, absences and initiatives that were not found, and whether it is listed as unread."""
    sys.path.insert(0, str(SCORER.parent))
    scorer = import_module("score")
    register = load_register()
    gold = json.loads((path.parent / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
    found = to_interchange(read(read_source(path), register), register)
    text = found["text"]
    actors = scorer.match(gold["actors"], found["actors"], text, lenient=True)
    initiatives = scorer.match(gold["initiatives"], found["initiatives"], text, lenient=True)
    who = {row["id"]: gold["actors"][actors[n]]["name"] for n, row in enumerate(found["actors"]) if n in actors}
    where = {
        row["id"]: gold["initiatives"][initiatives[number]]["name"]
        for number, row in enumerate(found["initiatives"])
        if number in initiatives
    }
    told = {
        (where.get(row["initiative"]), who.get(row["actor"]) if row["actor"] else scorer.group_name(row["group"]))
        for row in found["participations"]
    }
    listed = [(row["start"], row["end"]) for row in found["unread"]]

    def is_listed(quote: str) -> bool:
        start = text.find(quote)
        return start >= 0 and any(a < start + len(quote) and start < b for a, b in listed)

    for row in gold["relations"]:
        name = row["actor"] or scorer.group_name(row.get("group"))
        if not row.get("optional") and row["role"] != "absent" and (row["initiative"], name) not in told:
            yield row["evidence"], is_listed(row["evidence"])
    for number, row in enumerate(gold["initiatives"]):
        if number not in set(initiatives.values()) and not row.get("optional"):
            yield row["name"], is_listed(row["name"])


needs_documents = pytest.mark.skipif(not SCORER.exists(), reason="the shared documents are not beside this checkout")


@needs_documents
@pytest.mark.parametrize(("half", "floor"), [("five", 1.0), ("tuned", 0.75)])
def test_what_was_not_found_is_listed_as_unread(half: str, floor: float) -> None:
    missed = [one for path in _texts(half) for one in _missed(path)]
    assert sum(listed for _, listed in missed) >= floor * len(missed), [quote for quote, listed in missed if not listed]


def _unread(text: str) -> set[tuple[str, ActorKind | None]]:
    return {(place.word, place.kind) for place in reading_of(OPENING + text).unread}


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [
        ("Im Saal sah man die Volkswagen AG.", "Volkswagen AG", ActorKind.COMPANY),
        ("Viel gelobt wurde die Universität Kassel.", "Universität Kassel", ActorKind.UNIVERSITY),
        ("Es ging um Betriebe.", "Betriebe", ActorKind.COMPANY),
        ("Wer Träger wird, ist noch offen.", "Träger", None),
        ("Über Mitglieder wurde lange beraten.", "Mitglieder", None),
        (
            "Als Gast nimmt die Chambre de Commerce an den Sitzungen teil.",
            "nimmt die Chambre de Commerce an den Sitzungen teil",
            None,
        ),
        ("Beteiligt sind die IHK Kassel-Marburg und der Verein HolzCluster.", "Verein HolzCluster", None),
        ("Mitglieder:\n• Nordguss, IHK Kassel-Marburg\n• DGB", "Nordguss", None),
        ("Mitglieder sind die IHK Kassel-Marburg, Tonwerk Holzminden und der DGB.", "Tonwerk Holzminden", None),
    ],
)
def test_names_and_words_of_taking_part_without_a_fact_are_kept(
    sentence: str, word: str, kind: ActorKind | None
) -> None:
    assert (word, kind) in _unread(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mitglieder sind die IHK Kassel-Marburg und der DGB.",
        "Beteiligt sind der DGB und die IG Metall.",
        "Die Sonne schien den ganzen Tag.",
    ],
)
def test_a_sentence_that_was_read_or_says_nothing_is_not_listed(sentence: str) -> None:
    assert _unread(sentence) == set()


def test_an_unread_place_stands_with_its_initiative() -> None:
    (place,) = [
        place for place in reading_of(OPENING + "Über Mitglieder wurde lange beraten.").unread if place.kind is None
    ]
    assert place.initiative_id is not None
