"""Bündnisatlas from Python: the public names, and nothing else (`import buendnisatlas as ba`)."""

from graph.errors import AtlasError, DocumentError, QuestionError, RegisterError, StoreError
from graph.kinds import ActorKind, ChamberType, InitiativeType, InterestKind, Role, Status, Strength
from graph.model import Document, Reading
from graph.store import Change, DocumentRecord, ServerSettings, Store, open_store
from loaders.files import Skipped, read_source, walk
from loaders.interchange import to_interchange
from loaders.proposal import Cautious, Proposal, ProposerError
from loaders.proposers import open_proposer
from loaders.reading import read
from queries.actor_partners import ActorPartners, partners_of_actor
from queries.answers import Cell, CellValue, Column, Coverage, CoverageRow, Evidence, Mark, Picture
from queries.balance import Balance, MemberKind, Sides, Verdict, balance
from queries.bridges import Bridges, bridges
from queries.by_region import RegionCoverage, by_region
from queries.changes import Changes, changes
from queries.checklist import Checklist, checklist
from queries.communities import Communities, communities
from queries.coverage import coverage
from queries.event_sentences import EventDay
from queries.events import Event, Events, events
from queries.expected import Expected, expected
from queries.figures import Holdings, holdings
from queries.gap_frames import balance_frame, changes_frame, pairs_frame
from queries.listing_frames import events_frame, expected_frame, offers_frame
from queries.matrix_frame import coverage_frame, matrix_frame, regions_frame, statements_frame, unknown_frame
from queries.network_frames import bridges_frame, communities_frame, overlap_frame, path_frame
from queries.offers import Offer, Offers, offers
from queries.one_body import OneBody, one_body
from queries.overlap import Overlap, overlap
from queries.partner_frames import partners_frame, similar_frame
from queries.partners import Partners, partners
from queries.paths import Connection, path
from queries.picture import picture
from queries.place_partners import PlacePartners, partners_at
from queries.profile import ActorProfile, InitiativeProfile, actor_profile, initiative_profile
from queries.projections import to_networkx
from queries.region_profile import RegionProfile, region_profile
from queries.register_bodies import FoundBodies, find_bodies
from queries.search import Found, find
from queries.selection import Selection, select
from queries.similar import Comparable, Similar, similar
from queries.suggestions import Source, Suggestion
from seeds.documents import sample_documents
from seeds.register import Register, load_register
from viz.atlas import Answer, Atlas
from viz.atlas import open_atlas as open
from viz.codebook import codebook
from viz.language import speaking
from viz.network import render_map
from viz.persons import without_names
from viz.words import map_wording

__all__ = [
    "ActorKind",
    "ActorPartners",
    "ActorProfile",
    "Answer",
    "Atlas",
    "AtlasError",
    "Balance",
    "Bridges",
    "Cautious",
    "Cell",
    "CellValue",
    "ChamberType",
    "Change",
    "Changes",
    "Checklist",
    "Column",
    "Communities",
    "Comparable",
    "Connection",
    "Coverage",
    "CoverageRow",
    "Document",
    "DocumentError",
    "DocumentRecord",
    "Event",
    "EventDay",
    "Events",
    "Evidence",
    "Expected",
    "Found",
    "FoundBodies",
    "Holdings",
    "InitiativeProfile",
    "InitiativeType",
    "InterestKind",
    "Mark",
    "MemberKind",
    "Offer",
    "Offers",
    "OneBody",
    "Overlap",
    "Partners",
    "Picture",
    "PlacePartners",
    "Proposal",
    "ProposerError",
    "QuestionError",
    "Reading",
    "RegionCoverage",
    "RegionProfile",
    "Register",
    "RegisterError",
    "Role",
    "Selection",
    "ServerSettings",
    "Sides",
    "Similar",
    "Skipped",
    "Source",
    "Status",
    "Store",
    "StoreError",
    "Strength",
    "Suggestion",
    "Verdict",
    "actor_profile",
    "balance",
    "balance_frame",
    "bridges",
    "bridges_frame",
    "by_region",
    "changes",
    "changes_frame",
    "checklist",
    "codebook",
    "communities",
    "communities_frame",
    "coverage",
    "coverage_frame",
    "events",
    "events_frame",
    "expected",
    "expected_frame",
    "find",
    "find_bodies",
    "holdings",
    "initiative_profile",
    "load_register",
    "map_wording",
    "matrix_frame",
    "offers",
    "offers_frame",
    "one_body",
    "open",
    "open_proposer",
    "open_store",
    "overlap",
    "overlap_frame",
    "pairs_frame",
    "partners",
    "partners_at",
    "partners_frame",
    "partners_of_actor",
    "path",
    "path_frame",
    "picture",
    "read",
    "read_source",
    "region_profile",
    "regions_frame",
    "render_map",
    "sample_documents",
    "select",
    "similar",
    "similar_frame",
    "speaking",
    "statements_frame",
    "to_interchange",
    "to_networkx",
    "unknown_frame",
    "walk",
    "without_names",
]
