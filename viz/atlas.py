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
from typing import Generic, Self, TypedDict, TypeVar, Unpack

import networkx as nx
import pandas as pd

from graph.errors import QuestionError
from graph.kinds import InitiativeType, InterestKind
from graph.store import Store
from queries.actor_partners import partners_of_actor
from queries.answers import Column, Coverage
from queries.balance import Balance, balance
from queries.bridges import Bridges, bridges
from queries.by_region import RegionCoverage, by_region
from queries.changes import Changes, changes
from queries.communities import Communities, communities
from queries.coverage import coverage
from queries.events import Events, events
from queries.expected import Expected, expected, narrow
from queries.gap_frames import balance_frame, changes_frame
from queries.listing_frames import events_frame, expected_frame, offers_frame
from queries.matrix_frame import coverage_frame, regions_frame
from queries.network_frames import bridges_frame, communities_frame, overlap_frame, path_frame
from queries.offers import Offers, offers
from queries.overlap import Overlap, overlap
from queries.partner_frames import Suggested, partners_frame, similar_frame
from queries.partners import partners
from queries.paths import MOST, Connection, path
from queries.place_partners import partners_at
from queries.profile import ActorProfile, InitiativeProfile, actor_profile, initiative_profile
from queries.projections import Mode, to_networkx
from queries.region_profile import RegionProfile, region_profile
from queries.regions import find_region
from queries.register_bodies import find_bodies
from queries.search import Found, Match, NodeSort, find
from queries.selection import Selection, select
from queries.similar import Similar, similar
from seeds.register import Register
from viz.codebook import codebook
from viz.commands.session import opened_graph, register_of
from viz.days import asked_day
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


class Narrowing(TypedDict, total=False):
    """Which part of the matrix is asked for; what is left out asks for nothing.

    `region`: an id or a name. `kinds` keeps these columns, `types` and `topics` initiatives of one of them, `run_from`
    and `run_to` those that ran at some time in between. `date`: as known until and standing then.
    """

    region: str | None
    kinds: Sequence[Column]
    types: Sequence[InitiativeType]
    topics: Sequence[str]
    run_from: str | None
    run_to: str | None
    date: str | None


class _Matrix(TypedDict, total=False):
    region: str | None
    kinds: Sequence[Column]
    date: str | None


def _matrix(asked: Narrowing) -> _Matrix:
    return {"region": asked.get("region"), "kinds": asked.get("kinds", ()), "date": _day(asked.get("date"))}


def _selection(asked: Narrowing) -> Selection:
    types, topics = tuple(asked.get("types", ())), tuple(asked.get("topics", ()))
    since, until = _day(asked.get("run_from")), _day(asked.get("run_to"))
    return Selection(types=types, topics=topics, since=since, until=until)


def _day(value: str | None) -> str | None:
    return None if value is None else asked_day(value)


class Atlas:
    """An open graph. A context manager; closed at the end of the program where nobody closed it before.

    Names are found as by `buendnisatlas show`: abbreviations, other names and ids will do, typing errors are forgiven.
    An unknown name raises QuestionError("unknown_name") with the three nearest, one that may mean several
    QuestionError("ambiguous_name") with their ids. Regions are names or ids, an unknown one raises
    QuestionError("unknown_region"). Dates are ISO 8601 with prefixes: what was known until and standing at that time;
    from 1900 to 2099, else QuestionError("date_out_of_bounds"). What is no date raises DocumentError("bad_date").
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

    def gaps(self, **asked: Unpack[Narrowing]) -> Answer[Coverage]:
        """Who is at which table: the coverage matrix, a row of the table for each initiative and kind."""
        found, wanted = coverage(self.store, self.register, **_matrix(asked)), _selection(asked)
        return Answer(self._shown(select(found, wanted)), coverage_frame)

    def by_region(self, **asked: Unpack[Narrowing]) -> Answer[RegionCoverage]:
        """The same added up by Land: a row for each region, kind and value that occurs, the total last."""
        return Answer(by_region(self.gaps(**asked).found, self.register), regions_frame)

    def expected(self, **asked: Unpack[Narrowing]) -> Answer[Expected]:
        """Whom the register expects where somebody is not at the table: a row for each gap and body."""
        found = expected(self.store, self.register, **_matrix(asked))
        return Answer(self._shown(narrow(found, _selection(asked))), expected_frame)

    def changes(self, since: str, **asked: Unpack[Narrowing]) -> Answer[Changes]:
        """What has opened, closed or become known since a day, until the `date` (default: today): a row for each."""
        found = changes(
            self.store,
            self.register,
            since=asked_day(since),
            until=_day(asked.get("date")),
            region=asked.get("region"),
            kinds=asked.get("kinds", ()),
            wanted=_selection(asked),
        )
        return Answer(self._shown(found), changes_frame)

    def balance(self, **asked: Unpack[Narrowing]) -> Answer[Balance]:
        """How evenly the tables are set: a row for each initiative. `ba.pairs_frame` has the kinds beside chance."""
        found = balance(self.store, self.register, wanted=_selection(asked), **_matrix(asked))
        return Answer(self._shown(found), balance_frame)

    def partners(
        self,
        name: str | None = None,
        *,
        place: str | None = None,
        date: str | None = None,
        with_refusals: bool = False,
        limit: int | None = None,
    ) -> Answer[Suggested]:
        """Whom an initiative could ask; what an actor, or a body of the register, could join; or whom in a `place`.

        Give either a name or a place. A town that several bear raises QuestionError("ambiguous_name").
        """
        if (name is None) is (place is None):
            raise QuestionError("name_or_place")
        found = self._partners(name, place, date=_day(date), with_refusals=with_refusals, limit=limit)
        return Answer(self._shown(found), partners_frame)

    def similar(self, name: str, *, date: str | None = None, limit: int | None = None) -> Answer[Similar]:
        """Which initiatives are like this one, what they have and whom to call there."""
        id = self.find(name, sort=NodeSort.INITIATIVE).id
        return Answer(self._shown(similar(self.store, self.register, id, date=_day(date), limit=limit)), similar_frame)

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
            self.store, self.register, region=region, kinds=kinds, topic=topic, interests=interests, date=_day(date)
        )
        return Answer(self._shown(found), offers_frame)

    def events(self, *, region: str | None = None, first: str | None = None, last: str | None = None) -> Answer[Events]:
        """What takes place when, where and by whom."""
        found = events(self.store, self.register, region=region, first=_day(first), last=_day(last))
        return Answer(self._shown(found), events_frame)

    def path(self, one: str, other: str, *, date: str | None = None, most: int = MOST) -> Answer[Connection]:
        """How two actors or initiatives are connected: the shortest ways, each step with its sentence."""
        start, end = self._id(one), self._id(other)
        found = path(self.store, start, end, register=self.register, date=_day(date), most=most)
        return Answer(self._shown(found), path_frame)

    def overlap(self, one: str, other: str, *, date: str | None = None) -> Answer[Overlap]:
        """Who sits in both of two initiatives, or where both of two actors sit."""
        found = overlap(self.store, self._id(one), self._id(other), register=self.register, date=_day(date))
        return Answer(self._shown(found), overlap_frame)

    def bridges(self, *, date: str | None = None, most: int | None = None) -> Answer[Bridges]:
        """Who connects what would be further apart."""
        return Answer(bridges(self.store, self.register, date=_day(date), most=most), bridges_frame)

    def communities(self, *, date: str | None = None, most: int | None = None) -> Answer[Communities]:
        """What hangs together more closely than with the rest."""
        return Answer(communities(self.store, self.register, date=_day(date), most=most), communities_frame)

    def region(self, name: str, *, date: str | None = None) -> RegionProfile:
        """Everything told of a region."""
        return self._shown(region_profile(self.store, name, register=self.register, date=_day(date)))

    def show(self, name: str) -> ActorProfile | InitiativeProfile:
        """Everything told of an actor or an initiative."""
        match = self.find(name)
        if match.sort is NodeSort.ACTOR:
            return self._shown(actor_profile(self.store, match.id, register=self.register))
        return self._shown(initiative_profile(self.store, match.id, register=self.register))

    def find(self, name: str, *, sort: NodeSort | None = None) -> Match:
        """The one actor or initiative that a name means."""
        return self._only(find(self.store, name, register=self.register, sort=sort))

    def to_networkx(self, mode: Mode = "two-mode", *, date: str | None = None) -> "nx.Graph[str]":
        """Who takes part in what as a networkx graph, two-mode or one side of it, with weights and statement ids."""
        return to_networkx(self.store, self.register, mode=mode, date=_day(date))

    def codebook(self) -> pd.DataFrame:
        """Every column of every table and every attribute of the networkx graphs, with its meaning."""
        return codebook()

    def _partners(
        self, name: str | None, place: str | None, *, date: str | None, with_refusals: bool, limit: int | None
    ) -> Suggested:
        if name is None:
            return partners_at(self.store, self.register, self._place(place or ""), date=date, limit=limit)
        id, sort = self._node_or_body(name, date)
        ask = partners_of_actor if sort is NodeSort.ACTOR else partners
        return ask(self.store, self.register, id, date=date, with_refusals=with_refusals, limit=limit)

    def _node_or_body(self, name: str, date: str | None) -> tuple[str, NodeSort]:
        """What a name means: a node of the graph, else one body of the register."""
        found = find(self.store, name, register=self.register)
        bodies = () if found.matches else find_bodies(self.register, name, date=date).matches
        if len(bodies) == 1:
            return bodies[0].id, NodeSort.ACTOR
        match = self._only(found)
        return match.id, match.sort

    def _place(self, name: str) -> str:
        towns = self.register.towns_named(name)
        if len(towns) > 1:
            near = "; ".join(f"{town.name} [{town.id}]" for town in towns)
            raise QuestionError("ambiguous_name", name=name, nearest=near)
        return towns[0].id if towns else find_region(self.register, name)

    def _only(self, found: Found) -> Match:
        if len(found.matches) == 1:
            return found.matches[0]
        near = "; ".join(f"{one.name} [{one.id}]" for one in (found.matches or found.nearest))
        raise QuestionError("ambiguous_name" if found.matches else "unknown_name", name=found.name, nearest=near or "–")

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
