"""The measuring set is sound: its gold quotes its texts, speaks the closed lists, and scores 1.0 against itself."""

import collections
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from graph.kinds import ActorKind, InitiativeType, InterestKind, Role

HERE = Path(__file__).parent
SHARED = Path(__file__).resolve().parents[2].parent / "shared"
STEMS = sorted(path.stem for path in HERE.glob("[0-9]*.txt"))
# What the scorer's roles know; it tells a patron and a commissioner by these names too.
ROLES = set(Role) - {Role.PATRON, Role.COMMISSIONER}
STRENGTHS = {"not_involved": "absent", "not_formally_but_supports": "informal"}
KEYS = {"doc", "actors", "initiatives", "relations", "absent_groups", "org_relations", "gaps", "interests"}

Gold = dict[str, Any]


def read(stem: str) -> tuple[str, Gold]:
    text = (HERE / f"{stem}.txt").read_text(encoding="utf-8")
    return text, json.loads((HERE / "gold" / f"{stem}.json").read_text(encoding="utf-8"))


def facts(gold: Gold) -> list[Gold]:
    return [fact for key in ("relations", "absent_groups", "org_relations", "gaps", "interests") for fact in gold[key]]


def test_every_text_has_gold_and_every_gold_a_text() -> None:
    assert len(STEMS) >= 54
    assert sorted(path.stem for path in (HERE / "gold").glob("*.json")) == STEMS


@pytest.mark.parametrize("stem", STEMS)
def test_gold_has_the_format_of_the_five_originals(stem: str) -> None:
    _, gold = read(stem)
    assert set(gold) == KEYS
    assert gold["doc"] == stem


@pytest.mark.parametrize("stem", STEMS)
def test_every_quote_stands_exactly_once_in_its_text(stem: str) -> None:
    """The scorer looks a quote up by its first occurrence: a second one would measure the wrong place."""
    text, gold = read(stem)
    assert {fact["evidence"]: text.count(fact["evidence"]) for fact in facts(gold)} == {
        fact["evidence"]: 1 for fact in facts(gold)
    }


@pytest.mark.parametrize("stem", STEMS)
def test_every_surface_is_a_substring(stem: str) -> None:
    text, gold = read(stem)
    surfaces = [s for a in gold["actors"] for s in [*a["aliases"], *a.get("indirect_surfaces", {})]]
    surfaces += [s for i in gold["initiatives"] for s in [i["name"], *i["aliases"], *i.get("dates", [])]]
    surfaces += [fact["surface"] for fact in facts(gold) if fact.get("surface")]
    assert [surface for surface in surfaces if surface not in text] == []
    for actor in gold["actors"]:
        assert actor["in_text"] == (actor["name"] in text), actor["name"]
        assert actor["in_text"] or actor["aliases"] or actor.get("indirect_surfaces"), actor["name"]


@pytest.mark.parametrize("stem", STEMS)
def test_facts_speak_about_listed_actors_and_initiatives(stem: str) -> None:
    _, gold = read(stem)
    actors = {actor["name"] for actor in gold["actors"]}
    initiatives = {initiative["name"] for initiative in gold["initiatives"]}
    for relation in gold["relations"]:
        assert relation["initiative"] in initiatives, relation
        assert relation["actor"] in actors or (relation["actor"] is None and relation["surface"]), relation
    for link in gold["org_relations"]:
        assert {link["actor"], link["target"]} <= actors, link
    for fact in gold["absent_groups"] + [i for i in gold["interests"] if i["initiative"] is not None]:
        assert fact["initiative"] in initiatives, fact
    assert {i["parent"] for i in gold["initiatives"] if i.get("parent")} <= initiatives


@pytest.mark.parametrize("stem", STEMS)
def test_kinds_types_and_roles_are_from_the_closed_lists(stem: str) -> None:
    _, gold = read(stem)
    kinds = {k for a in gold["actors"] for k in [a["kind"], *a.get("accept_kinds", [])]}
    kinds |= {fact["group"] for fact in facts(gold) if fact.get("group")}
    assert kinds <= set(ActorKind)
    assert {t for i in gold["initiatives"] for t in [i["type"], *i.get("accept_types", [])]} <= set(InitiativeType)
    assert {r for rel in gold["relations"] for r in [rel["role"], *rel.get("accept_roles", [])]} <= ROLES
    assert {i["kind"] for i in gold["interests"]} <= set(InterestKind)
    assert {a["strength"] for a in gold["absent_groups"]} <= set(STRENGTHS)
    assert {o["type"] for o in gold["org_relations"]} <= {"member_of", "branch_of"}


def test_gold_holds_every_kind_of_fact_in_every_half() -> None:
    for half in (STEMS[:6], STEMS[6:28], STEMS[28:34], STEMS[34:38], STEMS[38:42], STEMS[42:48], STEMS[48:54]):
        counts = collections.Counter(key for stem in half for key in KEYS for _ in read(stem)[1][key] if key != "doc")
        assert set(counts) == KEYS - {"doc"}
        strengths = {a["strength"] for stem in half for a in read(stem)[1]["absent_groups"]}
        assert strengths == set(STRENGTHS)


def place(text: str, quote: str) -> list[Gold]:
    start = text.find(quote)
    return [{"start": start, "end": start + len(quote), "quote": quote}]


def to_interchange(text: str, gold: Gold) -> Gold:
    """The gold as if a program had found it, in the form that the scorer reads."""
    actor_ids = {(a["name"], a.get("region")): f"a{n}" for n, a in enumerate(gold["actors"])}
    initiative_ids = {i["name"]: f"i{n}" for n, i in reversed(list(enumerate(gold["initiatives"])))}

    def actor_id(name: str | None, region: str | None) -> str | None:
        ids = [key for (n, r), key in actor_ids.items() if n == name and region in (None, r)]
        return ids[0] if ids else None

    def participation(fact: Gold, presence: str) -> Gold:
        # An absence names its group's surface, which may be an actor of its own ("der DGB Sachsen").
        name = fact["actor"] if "actor" in fact else fact.get("surface")
        who = actor_id(name, fact.get("actor_region"))
        return {
            "actor": who,
            "group": fact.get("group") if who is None else None,
            "initiative": initiative_ids[fact["initiative"]],
            "role": fact.get("role", "supporter"),
            "presence": presence,
            "evidence": place(text, fact["evidence"]),
        }

    return {
        "actors": [{**a, "id": f"a{n}", "mentions": []} for n, a in enumerate(gold["actors"])],
        "initiatives": [
            {
                **i,
                "id": f"i{n}",
                "mentions": [],
                "since": i.get("founded") or i.get("dates", [None])[0],
                "parent": initiative_ids.get(i.get("parent")),
            }
            for n, i in enumerate(gold["initiatives"])
        ],
        "participations": [participation(r, "present") for r in gold["relations"]]
        + [participation(a, STRENGTHS[a["strength"]]) for a in gold["absent_groups"]],
        "memberships": [
            {"actor": actor_id(o["actor"], None), "organisation": actor_id(o["target"], None)}
            for o in gold["org_relations"]
            if o["type"] == "member_of"
        ],
        "silences": [{"region": g["region"]} for g in gold["gaps"]],
        "interests": [{**i, "evidence": place(text, i["evidence"])} for i in gold["interests"]],
    }


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


@pytest.mark.skipif(not (SHARED / "score" / "score.py").exists(), reason="the scorer is not beside this checkout")
@pytest.mark.parametrize("stem", STEMS)
def test_gold_scores_one_against_itself(stem: str) -> None:
    scorer = load_scorer()
    text, gold = read(stem)
    tallies: dict[str, Any] = collections.defaultdict(scorer.Tally)
    misses: list[str] = []
    scorer.score_document(gold, to_interchange(text, gold), text, tallies, misses)
    assert misses == []
    wrong = {name: dict(t) for name, t in tallies.items() if t["fp"] or t["fn"]}
    assert wrong == {}
    assert tallies["pairs"]["tp"] > 0


@pytest.mark.skipif(not (SHARED / "score" / "score.py").exists(), reason="the scorer is not beside this checkout")
def test_a_pair_left_out_is_noticed() -> None:
    scorer = load_scorer()
    text, gold = read(STEMS[0])
    predicted = to_interchange(text, gold)
    predicted["participations"] = predicted["participations"][1:]
    misses: list[str] = []
    scorer.score_document(gold, predicted, text, collections.defaultdict(scorer.Tally), misses)
    assert any(miss.startswith("pair missed") for miss in misses)
