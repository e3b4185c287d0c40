"""How well partners are found on public data, beside what was known before and what networkx has to offer.

    python benchmarks/partners.py [--data ../shared/testdata] [--without-networkx]

Davis, Gardner and Gardner (1941) is in networkx; the German Lobbyregister and CORDIS are two tables each in the folder
`--data` (lobbyregister_memberships.csv …) and are left out where they are not there. 15 % of the ties hidden, a
hundred times on Davis, ten times else; all methods on the same hidden ties. Prints the tables of docs/partners.md.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import networkx as nx

sys.path.insert(0, str(Path(__file__).parent.parent))

from predictors import scored

from queries.evaluation import MOST_EACH_ONCE, Method, score
from queries.fitting import CAUTION, fit_weights
from queries.holdout import Places, find_places, hide
from queries.measures import Figures, figures
from queries.scores import Weights, mixture
from queries.ties import Side, Ties, make_ties
from queries.traits import with_traits

_NAMES = {
    Method.PAGERANK: "personalised PageRank, restart 0.7",
    Method.PROBS: "paths of length 3 (ProbS)",
    Method.RESOURCE: "paths of length 3 (RA)",
    Method.SAME: "same in every attribute",
    Method.POPULARITY: "popularity",
    Method.RANDOM: "random",
}
_ACTOR_TO_INITIATIVE, _INITIATIVE_TO_ACTOR = "actor to initiative", "initiative to actor"


@dataclass(frozen=True, slots=True)
class Data:
    """A graph with what its actors are like, how often ties are hidden, and the best figure known before."""

    name: str
    ties: Ties
    seeds: int
    known: float
    known_method: str


def main() -> None:
    """Print a table for each of the data sets, from either end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "testdata")
    parser.add_argument("--without-networkx", action="store_true")
    given = parser.parse_args()
    for data in _read(given.data):
        for end, side in (
            (_ACTOR_TO_INITIATIVE, data.ties.from_actors),
            (_INITIATIVE_TO_ACTOR, data.ties.from_initiatives),
        ):
            found, weights = _measured(side, data, with_networkx=not given.without_networkx)
            print("\n".join(_table(data, end, found, weights)), flush=True)


def _read(folder: Path) -> Iterator[Data]:
    women = nx.davis_southern_women_graph()
    pairs = [(one, other) for one in women.graph["top"] for other in women[one]]
    yield Data("Davis", make_ties(pairs), 100, 0.62, "paths of length 3")
    if not (folder / "lobbyregister_memberships.csv").exists():
        print(f"No test data in {folder}: Lobbyregister and CORDIS are left out.\n")
        return
    pairs = [(row["member"], row["association"]) for row in _rows(folder / "lobbyregister_memberships.csv")]
    nodes = _rows(folder / "lobbyregister_nodes.csv")
    yield Data(
        "Lobbyregister",
        with_traits(make_ties(pairs), [_values(nodes, "register_number", "activity")]),
        10,
        0.317,
        "PageRank + 0.1 popularity",
    )
    pairs = [(row["organisation_id"], row["project_id"]) for row in _rows(folder / "cordis_h2020_participations.csv")]
    nodes = _rows(folder / "cordis_h2020_organisations.csv")
    traits = [_values(nodes, "organisation_id", field) for field in ("country", "activity_type", "city")]
    yield Data("CORDIS", with_traits(make_ties(pairs), traits), 10, 0.193, "PageRank, restart 0.15")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _values(rows: Sequence[Mapping[str, str]], id: str, field: str) -> dict[str, str]:
    return {row[id]: row[field] for row in rows if row[field]}


def _measured(side: Side, data: Data, *, with_networkx: bool) -> tuple[dict[str, Figures], dict[str, list[Weights]]]:
    """By method the figures over all seeds, the best first; and the weights fitted, by method."""
    found: dict[str, list[Places]] = {}
    weights: dict[str, list[Weights]] = {}
    for seed in range(data.seeds):
        split = hide(side, seed=seed)
        asked = split.asked.tolist()
        tables = {_NAMES[method]: score(split.side, asked, method, Weights()) for method in _NAMES}
        bare = replace(split.side, own_traits=(), other_traits=())
        for name, known, caution in (
            ("**Bündnisatlas**", split.side, CAUTION),
            ("Bündnisatlas, best weights whatever the noise", split.side, 0.0),
            ("Bündnisatlas, the same without attributes", bare, 0.0),
        ):
            fitted = fit_weights(known, seed=seed, caution=caution)
            weights.setdefault(name, []).append(fitted)
            tables[name] = mixture(known, asked, fitted)
        if with_networkx:
            tables |= {f"networkx {name}": table for name, table in scored(split.side, asked).items()}
        for name, table in tables.items():
            found.setdefault(name, []).append(find_places(split, table, seed=seed * MOST_EACH_ONCE))
    done = {name: figures(places) for name, places in found.items()}
    return dict(sorted(done.items(), key=lambda item: (-round(item[1].mrr.mean, 9), item[0]))), weights


def _table(
    data: Data, end: str, found: Mapping[str, Figures], weights: Mapping[str, Sequence[Weights]]
) -> Iterator[str]:
    """A table in Markdown, with the best figure known before where it asks the same, and the weights below.

    Methods that are equal in every figure share a row.
    """
    ties = data.ties.from_actors
    size = f"{len(ties.own)} x {len(ties.others)}, {ties.size} ties, {data.seeds} seeds"
    yield f"### {data.name}, {end} ({size})\n"
    yield "| method | MRR | hit@1 | hit@5 | hit@10 | AUC | AUPR |"
    yield "|---|---|---|---|---|---|---|"
    if end == _ACTOR_TO_INITIATIVE:
        yield f"| *best known before: {data.known_method}* | *{data.known:.3f}* | | | | | |"
    named: dict[Figures, list[str]] = {}
    for name, one in found.items():
        named.setdefault(one, []).append(name)
    for one, names in named.items():
        rest = (one.hit_1, one.hit_5, one.hit_10, one.auc, one.aupr)
        figures_told = " | ".join(f"{value.mean:.3f}" for value in rest)
        yield f"| {'; '.join(names)} | {one.mrr.mean:.3f} ± {one.mrr.deviation:.3f} | {figures_told} |"
    yield ""
    for name, fitted in weights.items():
        counted = Counter((one.popularity, one.traits) for one in fitted)
        told = ", ".join(f"{count} x ({one:g}, {other:g})" for (one, other), count in sorted(counted.items()))
        yield f"Weights (popularity, attributes), {name}: {told}.  "
    yield ""


if __name__ == "__main__":
    main()
