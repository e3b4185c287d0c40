"""Readings built by hand, for the tests of every room.

>>> reading = (
...     a_reading("a.txt", date="2024-05")
...     .initiative("Allianz Saale", region="DE-ST")
...     .actor("IG Metall", ActorKind.UNION)
...     .participates("IG Metall", "Allianz Saale", Role.MEMBER)
...     .build()
... )

Each call adds a sentence to the text; what it says has that sentence as its quote, so `text[start:end] == quote`
always holds. Nodes are referred to by name and must be given first.
"""

from typing import Self

from graph import keys
from graph.kinds import (
    ActorKind,
    ChamberType,
    InitiativeType,
    InterestKind,
    Role,
    Status,
    Strength,
    UnreadReason,
)
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

Span = tuple[int, int]


def a_reading(
    address: str = "a.txt",
    *,
    title: str = "",
    format: str = "txt",
    date: str | None = None,
    date_origin: str | None = None,
    sample: bool = False,
) -> "ReadingBuilder":
    """Begin a reading of a document without a text yet."""
    return ReadingBuilder(address, title or address, format, date, date_origin, sample)


class ReadingBuilder:
    """A reading in the making: each call returns the builder, `build` the reading."""

    def __init__(
        self, address: str, title: str, format: str, date: str | None, date_origin: str | None, sample: bool
    ) -> None:
        self._about = (address, title, format, date, date_origin, sample)
        self._text = ""
        self._pages: list[int] = []
        self._nodes: dict[str, tuple[Node, float, list[Span], list[Span]]] = {}
        self._facts: dict[str, Fact] = {}
        self._evidence: list[tuple[str, Span, dict[str, str | float | None]]] = []
        self._unread: list[tuple[Span, Span, str, ActorKind | None, ChamberType | None, str | None, UnreadReason]] = []

    def sentence(self, text: str) -> Self:
        """Add a sentence that says nothing."""
        self._add(text)
        return self

    def actor(
        self,
        name: str,
        kind: ActorKind,
        *,
        chamber_type: ChamberType | None = None,
        region: str | None = None,
        register_id: str | None = None,
        aliases: tuple[str, ...] = (),
        confidence: float = 1.0,
    ) -> Self:
        """Name an organisation."""
        key = keys.actor_id(register_id=register_id, name=name, region=region)
        regions = (region,) if region else ()
        return self._name(name, Actor(key, name, kind, chamber_type, regions, register_id, aliases), confidence)

    def initiative(
        self,
        name: str,
        *,
        type: InitiativeType = InitiativeType.ALLIANCE,
        region: str | None = "DE-HE",
        region_name: str | None = None,
        since: str | None = None,
        until: str | None = None,
        topics: tuple[str, ...] = (),
        status: Status = Status.UNCLEAR,
        part_of: str | None = None,
        aliases: tuple[str, ...] = (),
        confidence: float = 1.0,
    ) -> Self:
        """Name an initiative. `part_of` is the name of another one that was given before, or a key."""
        parent = self.key(part_of) if part_of in self._nodes else part_of
        node = Initiative(
            id=keys.initiative_id(name=name, region=region),
            name=name,
            type=type,
            regions=(region,) if region else (),
            region_name=region_name,
            since=since,
            until=until,
            topics=topics,
            status=status,
            parent_id=parent,
            aliases=aliases,
        )
        return self._name(name, node, confidence)

    def group(
        self,
        word: str,
        kind: ActorKind,
        initiative: str,
        *,
        chamber_type: ChamberType | None = None,
        count: int | None = None,
    ) -> Self:
        """Name a kind without a name, within one initiative."""
        owner = self.key(initiative)
        key = keys.group_id(initiative=owner, kind=kind, word=word)
        return self._name(word, Group(key, owner, kind, word, chamber_type, count), 1.0)

    def participates(self, who: str, initiative: str, role: Role = Role.MEMBER, *, quote: str = "", **on: str) -> Self:
        """Somebody takes part. `on` are further fields of the statement, such as `since="2019"`."""
        a, b = self.key(who), self.key(initiative)
        fact = Participation(keys.fact_id("participation", a, b, role), a, b, role)
        return self._state(fact, quote or f"{who} wirkt als {role} mit: {initiative}.", on)

    def absent(
        self, initiative: str, who: str, strength: Strength = Strength.ABSENT, *, quote: str = "", **on: str
    ) -> Self:
        """A documented absence."""
        a, b = self.key(initiative), self.key(who)
        fact = Absence(keys.fact_id("absence", a, b, strength), a, b, strength)
        return self._state(fact, quote or f"Nicht dabei ({strength}) in {initiative}: {who}.", on)

    def member_of(self, member: str, organisation: str, **on: str) -> Self:
        """An organisation is a member of another one."""
        a, b = self.key(member), self.key(organisation)
        fact = Membership(keys.fact_id("membership", a, b), a, b)
        return self._state(fact, f"{member} ist Mitglied bei {organisation}.", on)

    def branch_of(self, branch: str, parent: str, **on: str) -> Self:
        """An organisation is a part of another one."""
        a, b = self.key(branch), self.key(parent)
        fact = Branch(keys.fact_id("branch", a, b), a, b)
        return self._state(fact, f"{branch} ist ein Teil von {parent}.", on)

    def interest(
        self,
        holder: str,
        kind: InterestKind = InterestKind.SEEKS,
        initiative: str | None = None,
        *,
        quote: str = "",
        **on: str,
    ) -> Self:
        """Somebody seeks or offers cooperation."""
        a, b = self.key(holder), self.key(initiative) if initiative else None
        fact = Interest(keys.fact_id("interest", a, b, kind), a, b, kind)
        return self._state(fact, quote or f"{holder} {kind} Zusammenarbeit {initiative or ''}.", on)

    def silence(self, region: str, **on: str) -> Self:
        """The document says that nothing is known about a region."""
        fact = Silence(keys.fact_id("silence", region), region)
        return self._state(fact, f"Über {region} ist nichts bekannt.", on)

    def listing(self, initiative: str, *, quote: str = "", **on: str) -> Self:
        """The document enumerates who takes part."""
        fact = Listing(keys.fact_id("listing", self.key(initiative)), self.key(initiative))
        return self._state(fact, quote or f"Alle Beteiligten von {initiative}:", on)

    def unread(
        self,
        word: str,
        kind: ActorKind | None = None,
        *,
        initiative: str | None = None,
        chamber_type: ChamberType | None = None,
        reason: UnreadReason = UnreadReason.NO_FACT,
    ) -> Self:
        """A word of a kind of which no fact was made."""
        start, end = self._add(f"Auch {word} kommen vor.")
        place = (start + 5, start + 5 + len(word))
        self._unread.append(
            (place, (start, end), word, kind, chamber_type, self.key(initiative) if initiative else None, reason)
        )
        return self

    def page(self) -> Self:
        """Let a page begin here."""
        self._pages.append(len(self._text))
        return self

    def passage(self, initiative: str) -> Self:
        """Let the whole text so far be about an initiative."""
        self._nodes[initiative][3].append((0, len(self._text)))
        return self

    def key(self, name: str) -> str:
        """The key of a node that was given."""
        return self._nodes[name][0].id

    def build(self) -> Reading:
        """The reading, with the document's key made from its text."""
        address, title, format, date, date_origin, sample = self._about
        document = Document(
            id=keys.document_id(self._text.encode()),
            address=address,
            title=title,
            format=format,
            text=self._text,
            date=date,
            date_origin=date_origin,
            sample=sample,
            pages=tuple(self._pages),
        )
        return Reading(
            document=document,
            nodes=tuple(node for node, _, _, _ in self._nodes.values()),
            facts=tuple(self._facts.values()),
            namings=tuple(
                Naming(document.id, node.id, tuple(spans), "factory", confidence, tuple(passages))
                for node, confidence, spans, passages in self._nodes.values()
            ),
            statements=tuple(self._statement(document, *evidence) for evidence in self._evidence),
            unread=tuple(self._place(document, *place) for place in self._unread),
        )

    def _name(self, name: str, node: Node, confidence: float) -> Self:
        start, _ = self._add(f"{name}.")
        self._nodes[name] = (node, confidence, [(start, start + len(name))], [])
        return self

    def _state(self, fact: Fact, quote: str, on: dict[str, str]) -> Self:
        self._facts[fact.id] = fact
        self._evidence.append((fact.id, self._add(quote), {"method": "factory", "confidence": 1.0, **on}))
        return self

    def _add(self, sentence: str) -> Span:
        start = len(self._text)
        self._text += sentence + "\n"
        return start, start + len(sentence)

    @staticmethod
    def _statement(document: Document, fact: str, span: Span, on: dict[str, str | float | None]) -> Statement:
        start, end = span
        key = keys.statement_id(fact, document.id, start, end)
        return Statement(key, fact, document.id, start, end, document.text[start:end], **on)  # type: ignore[arg-type]

    @staticmethod
    def _place(
        document: Document,
        place: Span,
        quote: Span,
        word: str,
        kind: ActorKind | None,
        chamber_type: ChamberType | None,
        initiative: str | None,
        reason: UnreadReason,
    ) -> UnreadPlace:
        key = keys.unread_id(document.id, *place, word, initiative)
        text = document.text[quote[0] : quote[1]]
        return UnreadPlace(key, document.id, *quote, text, word, kind, chamber_type, initiative, reason)
