"""Assembly: claims become nodes, facts, namings and statements with keys made from content."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from graph import keys
from graph.keys import fold
from graph.kinds import InitiativeType, UnreadReason
from graph.model import (
    Absence,
    Actor,
    Branch,
    Document,
    Fact,
    Group,
    Initiative,
    Interest,
    Listing,
    Membership,
    Naming,
    Node,
    Participation,
    Reading,
    Silence,
    Statement,
    UnreadPlace,
)
from loaders.claims import Belonging, Claim, Interested, Listed, Missing, Silent, Taking
from loaders.extraction import Extraction
from loaders.initiative_wording import worded
from loaders.initiatives import Draft
from loaders.lexicon import word_set
from loaders.mention import BRANCH, ActorMention, GroupMention
from loaders.shortened import place_of, written_out
from seeds.register import Register

_OF_BRANCH = 0.9
_BARE = frozenset(map(fold, word_set("organisations", "bare")))


@dataclass(slots=True)
class _Found:
    """A node while it is put together."""

    node: Node
    method: str
    confidence: float
    spans: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])
    passages: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])


class Assembler:
    """Puts one document's reading together."""

    def __init__(self, extraction: Extraction, register: Register) -> None:
        self._extraction = extraction
        self._register = register
        self._document: Document = extraction.scan.source.document
        self._found: dict[str, _Found] = {}
        self._facts: dict[str, Fact] = {}
        self._statements: dict[str, Statement] = {}
        self._initiative_ids: dict[int, str] = {}
        self._section_starts = [section.start for section in extraction.scan.sections]
        self._lands = {
            number: section.regions[0] if section.regions else None
            for number, section in enumerate(extraction.scan.sections)
        }
        said = ((actor, self._lands.get(one.section)) for one in extraction.sentences for actor in one.actors)
        self._short = written_out(said, register.rows)

    def assemble(self) -> Reading:
        """The reading: everything sorted by id, each node with a naming, each fact with a statement."""
        self._add_initiatives()
        self._add_mentioned_actors()
        for claim in self._extraction.claims:
            self._add_claim(claim)
        return Reading(
            document=self._document,
            nodes=tuple(self._found[key].node for key in sorted(self._found)),
            facts=tuple(self._facts[key] for key in sorted(self._facts)),
            namings=tuple(self._naming(key) for key in sorted(self._found)),
            statements=tuple(self._statements[key] for key in sorted(self._statements)),
            unread=self._unread(),
        )

    # --- nodes ---------------------------------------------------------------------------------------------------

    def _add_initiatives(self) -> None:
        drafts = self._extraction.drafts
        for draft in drafts:
            event_date = draft.since if draft.type is InitiativeType.EVENT else None
            region = draft.regions[0] if draft.regions else draft.region_name
            self._initiative_ids[draft.index] = keys.initiative_id(name=draft.name, region=region, date=event_date)
        for draft in drafts:
            self._keep(self._initiative(draft), "grammar", 0.95, *draft.spans)
        for sentence in self._extraction.sentences:
            if sentence.target is not None:
                self._found[self._initiative_ids[sentence.target]].passages.add((sentence.start, sentence.end))

    def _initiative(self, draft: Draft) -> Initiative:
        parent = self._initiative_ids[draft.parent] if draft.parent is not None else None
        own = self._initiative_ids[draft.index]
        return Initiative(
            id=own,
            name=draft.name,
            type=draft.type,
            regions=draft.regions,
            region_name=draft.region_name,
            since=draft.since,
            until=draft.until,
            topics=draft.topics,
            status=draft.status,
            parent_id=parent if parent != own else None,
            aliases=tuple(sorted({worded(name) for name in draft.names} - {draft.name})),
        )

    def _add_mentioned_actors(self) -> None:
        for sentence in self._extraction.sentences:
            for mention in sentence.actors:
                self._actor(mention, sentence.section)

    def _actor(self, mention: ActorMention, section: int) -> str:
        mention = self._short.get(place_of(mention), mention)
        land = mention.region or self._lands.get(section)
        row = self._register.rows.get(mention.row) if mention.row else None
        if row is not None:
            actor = Actor(
                keys.actor_id(register_id=row.id, name=row.name, region=None), row.short_name or row.name, row.kind,
                row.chamber_type, row.regions, row.id, tuple(sorted({row.name, *row.aliases} - {row.short_name})),
            )  # fmt: skip
        else:
            region = land if _is_bare(mention) else None
            key = keys.actor_id(register_id=None, name=mention.name, region=region)
            regions = (land,) if land and _is_bare(mention) else ()
            name = (
                f"{mention.name} {self._register.region(land).name}"
                if land and land != "de" and regions
                else mention.name
            )
            actor = Actor(key, name, mention.kind, mention.chamber_type, regions)
        self._keep(actor, mention.method, mention.confidence, (mention.start, mention.end))
        if mention.base and mention.base in self._register.rows and row is None:
            self._add_branch(actor.id, mention)
        return actor.id

    def _add_branch(self, actor: str, mention: ActorMention) -> None:
        row = self._register.rows[mention.base or ""]
        parent_id = keys.actor_id(register_id=row.id, name=row.name, region=None)
        self._keep(
            Actor(parent_id, row.short_name, row.kind, row.chamber_type, row.regions, row.id, (row.name,)),
            BRANCH, _OF_BRANCH, (mention.start, mention.end),
        )  # fmt: skip
        fact = Branch(keys.fact_id("branch", actor, parent_id), actor, parent_id)
        self._state(fact, mention.start, mention.end, mention.method, mention.confidence)

    def _body(self, body: ActorMention | GroupMention, initiative: str, start: int) -> str:
        if isinstance(body, ActorMention):
            return self._actor(body, self._section_at(start))
        chamber = body.chamber_type.value if body.chamber_type else ""
        key = keys.group_id(initiative=initiative, kind=body.kind.value + chamber, word=body.word)
        group = Group(key, initiative, body.kind, body.word, body.chamber_type, body.count)
        self._keep(group, "group", 0.95, (body.start, body.end))
        return key

    def _keep(self, node: Node, method: str, confidence: float, *spans: tuple[int, int]) -> None:
        found = self._found.get(node.id)
        if found is None:
            found = self._found[node.id] = _Found(node, method, confidence)
        found.spans.update(spans)
        if confidence > found.confidence:
            found.method, found.confidence = method, confidence

    def _naming(self, key: str) -> Naming:
        found = self._found[key]
        return Naming(
            self._document.id, key, tuple(sorted(found.spans)), found.method, found.confidence, _joined(found.passages)
        )

    # --- facts ---------------------------------------------------------------------------------------------------

    def _add_claim(self, claim: Claim) -> None:
        match claim:
            case Taking():
                self._add_taking(claim)
            case Missing():
                initiative = self._initiative_ids[claim.initiative]
                who = self._body(claim.who, initiative, claim.start)
                absence = Absence(
                    keys.fact_id("absence", initiative, who, claim.strength), initiative, who, claim.strength
                )
                self._state(
                    absence, claim.start, claim.end, "frame:absence", claim.confidence, reported_by=claim.reported_by
                )
            case Listed():
                initiative = self._initiative_ids[claim.initiative]
                self._state(
                    Listing(keys.fact_id("listing", initiative), initiative), claim.start, claim.end, "list", 0.9
                )
            case Silent():
                self._state(
                    Silence(keys.fact_id("silence", claim.region), claim.region),
                    claim.start,
                    claim.end,
                    "frame:silence",
                    0.95,
                )
            case Interested():
                self._add_interest(claim)
            case Belonging():
                section = self._section_at(claim.start)
                member, organisation = self._actor(claim.member, section), self._actor(claim.organisation, section)
                if member != organisation:
                    belonging = Membership(keys.fact_id("membership", member, organisation), member, organisation)
                    self._state(belonging, claim.start, claim.end, "frame:membership", claim.confidence)

    def _add_taking(self, claim: Taking) -> None:
        initiative = self._initiative_ids[claim.initiative]
        who = self._body(claim.who, initiative, claim.start)
        if who == initiative:
            return
        fact = Participation(keys.fact_id("participation", who, initiative, claim.role), who, initiative, claim.role)
        self._state(fact, claim.start, claim.end, claim.method, claim.confidence, reported_by=claim.reported_by)
        if claim.since or claim.until:
            key = keys.statement_id(fact.id, self._document.id, claim.start, claim.end)
            self._statements[key] = replace(self._statements[key], since=claim.since, until=claim.until)

    def _add_interest(self, claim: Interested) -> None:
        initiative = self._initiative_ids[claim.initiative] if claim.initiative is not None else None
        if initiative is None:
            return
        holder = self._body(claim.who, initiative, claim.start) if claim.who else initiative
        fact = Interest(keys.fact_id("interest", holder, initiative, claim.kind), holder, initiative, claim.kind)
        self._state(fact, claim.start, claim.end, "frame:interest", claim.confidence)

    def _state(
        self, fact: Fact, start: int, end: int, method: str, confidence: float, *, reported_by: str | None = None
    ) -> None:
        self._facts[fact.id] = fact
        key = keys.statement_id(fact.id, self._document.id, start, end)
        known = self._statements.get(key)
        if known is None or confidence > known.confidence:
            self._statements[key] = Statement(
                key, fact.id, self._document.id, start, end, self._document.text[start:end], method, confidence,
                as_of=self._document.date, reported_by=reported_by,
            )  # fmt: skip

    def _section_at(self, position: int) -> int:
        return max(bisect_right(self._section_starts, position) - 1, 0)

    def _unread(self) -> tuple[UnreadPlace, ...]:
        places: dict[str, UnreadPlace] = {}
        for found in self._extraction.unclaimed:
            initiative = self._initiative_ids[found.initiative] if found.initiative is not None else None
            word = f"{found.word}|{found.kind}"
            key = keys.unread_id(self._document.id, found.start, found.end, word, initiative)
            places[key] = UnreadPlace(
                key, self._document.id, found.start, found.end, self._document.text[found.start : found.end],
                found.word, found.kind, found.chamber_type, initiative, UnreadReason(found.reason),
            )  # fmt: skip
        return tuple(places[key] for key in sorted(places))


def _is_bare(mention: ActorMention) -> bool:
    """Whether the name alone does not say which one is meant, so that its Land belongs to its key."""
    return fold(mention.name) in _BARE or mention.office


def _joined(spans: set[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sorted spans, neighbours with nothing but a blank or a line between them put together."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + 2:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
