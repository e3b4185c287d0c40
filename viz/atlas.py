"""The graph from Python, for notebooks: `ba.open("…")` gives an `Atlas`, whose methods ask the questions.

Each answer is the typed one that `queries` gives, and the same as a pandas table. Names of persons in quotes read
"[Name]" unless `with_names` is given, as in everything that may leave the machine.
"""

import weakref
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from os import PathLike, fspath
from types import TracebackType
from typing import Generic, Self, TypeVar

import networkx as nx
import pandas as pd

from graph.errors import QuestionError
from graph.kinds import InterestKind
from graph.store import Store
from queries.answers import Column, Coverage
from queries.bridges import Bridges, bridges
from queries.communities import Communities, communities
from queries.coverage import coverage
from queries.events import Events, events
from queries.expected import Expected, expected
from queries.listing_frames import events_frame, expected_frame, offers_frame
from queries.matrix_frame import coverage_frame
from queries.network_frames import bridges_frame, communities_frame, overlap_frame, path_frame
from queries.offers import Offers, offers
from queries.overlap import Overlap, overlap
from queries.paths import MOST, Connection, path
from queries.profile import ActorProfile, InitiativeProfile, actor_profile, initiative_profile
from queries.projections import Mode, to_networkx
from queries.region_profile import RegionProfile, region_profile
from queries.search import Match, NodeSort, find
from seeds.register import Register
from viz.codebook import codebook
from viz.commands.session import opened_graph, register_of
from viz.persons import without_names
from viz.settings import read_settings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """An answer: `found` is the typed one with every quote, `to_pandas` the same as a table of codes and values."""

    found: T
    frame_of: Callable[[T], pd.DataFrame]

    def to_pandas(self) -> pd.DataFrame:
        """The table; its columns are in `Atlas.codebook`. Equal graphs give equal tables."""
        return self.frame_of(self.found)

    def _repr_html_(self) -> str:
        """What a notebook shows of it."""
        return self.to_pandas().to_html(max_rows=20, notebook=True)


class Atlas:
    """An open graph. A context manager; closed at the end of the program where nobody closed it before.

    Names are found as by `buendnisatlas show`: abbreviations, other names and ids will do, typing errors are forgiven.
    An unknown name raises QuestionError("unknown_name") with the three nearest, one that may mean several
    QuestionError("ambiguous_name") with their ids. Regions are names or ids, an unknown one raises
    QuestionError("unknown_region"). Dates are ISO 8601 with prefixes: what was known until and standing at that time.
    """

    def __init__(self, store: Store, register: Register, *, close: Callable[[], None], with_names: bool) -> None:
        self.store = store
        self.register = register
        self._with_names = with_names
        self._closing = weakref.finalize(self, close)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Atlas({self.store.url!r})"

    def close(self) -> None:
        """Give the graph back. Safe to call twice."""
        self._closing()

    def gaps(
        self, *, region: str | None = None, kinds: Sequence[Column] = (), date: str | None = None
    ) -> Answer[Coverage]:
        """Who is at which table: the coverage matrix, a row of the table for each initiative and kind."""
        found = coverage(self.store, self.register, region=region, kinds=kinds, date=date)
        return Answer(self._shown(found), coverage_frame)

    def expected(
        self, *, region: str | None = None, kinds: Sequence[Column] = (), date: str | None = None
    ) -> Answer[Expected]:
        """Whom the register expects where somebody is not at the table: a row for each gap and body."""
        found = expected(self.store, self.register, region=region, kinds=kinds, date=date)
        return Answer(self._shown(found), expected_frame)

    def offers(
        self,
        *,
        region: str | None = None,
        kinds: Collection[str] = (),
        topic: str | None = None,
        interests: Collection[InterestKind] = (),
        date: str | None = None,
    ) -> Answer[Offers]:
        """Who offers and who seeks cooperation, advice or support."""
        found = offers(
            self.store, self.register, region=region, kinds=kinds, topic=topic, interests=interests, date=date
        )
        return Answer(self._shown(found), offers_frame)

    def events(self, *, region: str | None = None, first: str | None = None, last: str | None = None) -> Answer[Events]:
        """What takes place when, where and by whom."""
        found = events(self.store, self.register, region=region, first=first, last=last)
        return Answer(self._shown(found), events_frame)

    def path(self, one: str, other: str, *, date: str | None = None, most: int = MOST) -> Answer[Connection]:
        """How two actors or initiatives are connected: the shortest ways, each step with its sentence."""
        start, end = self._id(one), self._id(other)
        found = path(self.store, start, end, register=self.register, date=date, most=most)
        return Answer(self._shown(found), path_frame)

    def overlap(self, one: str, other: str, *, date: str | None = None) -> Answer[Overlap]:
        """Who sits in both of two initiatives, or where both of two actors sit."""
        found = overlap(self.store, self._id(one), self._id(other), register=self.register, date=date)
        return Answer(self._shown(found), overlap_frame)

    def bridges(self, *, date: str | None = None, most: int | None = None) -> Answer[Bridges]:
        """Who connects what would be further apart."""
        return Answer(bridges(self.store, self.register, date=date, most=most), bridges_frame)

    def communities(self, *, date: str | None = None, most: int | None = None) -> Answer[Communities]:
        """What hangs together more closely than with the rest."""
        return Answer(communities(self.store, self.register, date=date, most=most), communities_frame)

    def region(self, name: str, *, date: str | None = None) -> RegionProfile:
        """Everything told of a region."""
        return self._shown(region_profile(self.store, name, register=self.register, date=date))

    def show(self, name: str) -> ActorProfile | InitiativeProfile:
        """Everything told of an actor or an initiative."""
        match = self.find(name)
        if match.sort is NodeSort.ACTOR:
            return self._shown(actor_profile(self.store, match.id, register=self.register))
        return self._shown(initiative_profile(self.store, match.id, register=self.register))

    def find(self, name: str) -> Match:
        """The one actor or initiative that a name means."""
        found = find(self.store, name, register=self.register)
        if len(found.matches) == 1:
            return found.matches[0]
        near = "; ".join(f"{one.name} [{one.id}]" for one in (found.matches or found.nearest))
        raise QuestionError("ambiguous_name" if found.matches else "unknown_name", name=name, nearest=near or "–")

    def to_networkx(self, mode: Mode = "two-mode", *, date: str | None = None) -> "nx.Graph[str]":
        """Who takes part in what as a networkx graph, two-mode or one side of it, with weights and statement ids."""
        return to_networkx(self.store, self.register, mode=mode, date=date)

    def codebook(self) -> pd.DataFrame:
        """Every column of every table and every attribute of the networkx graphs, with its meaning."""
        return codebook()

    def _id(self, name: str) -> str:
        return self.find(name).id

    def _shown(self, found: T) -> T:
        return found if self._with_names else without_names(found)


def open_atlas(place: str | PathLike[str] | None = None, *, read_only: bool = True, with_names: bool = False) -> Atlas:
    """Open a graph: a folder, the address of a Neo4j ("neo4j://…"), or the one that the command line would open.

    Settings, own corrections of the register and the login at a server are those of the command line (environment,
    config.toml, keyring). Nothing is made or changed unless `read_only` is false: then a missing folder becomes a
    graph, and `Atlas.store` can be written to. Raises SettingsError, StoreError, RegisterError.
    """
    settings = read_settings(graph=None if place is None else fspath(place))
    register = register_of(settings)
    with ExitStack() as opened:
        store = opened.enter_context(opened_graph(settings, writing=not read_only))
        return Atlas(store, register, close=opened.pop_all().close, with_names=with_names)
