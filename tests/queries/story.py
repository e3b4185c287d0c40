"""Documents told line by line: each line is a sentence of the text and, with its offsets, the evidence of one fact."""

from graph import keys
from graph.kinds import ActorKind, ChamberType, InitiativeType, InterestKind, Role, Status, Strength, UnreadReason
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


class Story:
    """One document in the making; `reading()` is what a loader would have made of it."""

    def __init__(self, address: str, *, date: str | None = None, sample: bool = False) -> None:
        self.address, self.date, self.sample = address, date, sample
        self.text = ""
        self.nodes: dict[str, Node] = {}
        self.spans: dict[str, list[tuple[int, int]]] = {}
        self.told: list[tuple[Fact, int, int, dict[str, str | None]]] = []
        self.noticed: list[
            tuple[str, int, int, str, ActorKind | None, ChamberType | None, str | None, UnreadReason]
        ] = []

    def initiative(
        self,
        name: str,
        type: InitiativeType = InitiativeType.ALLIANCE,
        *,
        regions: tuple[str, ...] = (),
        region_name: str | None = None,
        date: str | None = None,
        parent: str | None = None,
        aliases: tuple[str, ...] = (),
    ) -> str:
        """A heading that names an initiative; its id."""
        id = keys.initiative_id(name=name, region=region_name, date=date)
        node = Initiative(id, name, type, regions, region_name, date, None, (), Status.UNCLEAR, parent, aliases)
        return self._name(node, name)

    def actor(
        self,
        name: str,
        kind: ActorKind = ActorKind.UNION,
        chamber_type: ChamberType | None = None,
        *,
        register_id: str | None = None,
        aliases: tuple[str, ...] = (),
    ) -> str:
        """A line that names an organisation; its id."""
        id = keys.actor_id(register_id=register_id, name=name, region=None)
        return self._name(Actor(id, name, kind, chamber_type, (), register_id, aliases), name)

    def group(
        self,
        initiative: str,
        word: str,
        kind: ActorKind = ActorKind.UNION,
        chamber_type: ChamberType | None = None,
        *,
        count: int | None = None,
    ) -> str:
        """A line that names a kind without a name; its id."""
        id = keys.group_id(initiative=initiative, kind=kind, word=word)
        return self._name(Group(id, initiative, kind, word, chamber_type, count), word)

    def takes_part(self, who: str, initiative: str, role: Role = Role.MEMBER, **times: str | None) -> str:
        """A sentence that somebody takes part."""
        id = keys.fact_id("participation", who, initiative, role)
        return self._tell(Participation(id, who, initiative, role), "ist dabei", times)

    def is_absent(self, who: str, initiative: str, strength: Strength = Strength.ABSENT, **times: str | None) -> str:
        """A sentence that somebody does not."""
        id = keys.fact_id("absence", initiative, who, strength)
        return self._tell(Absence(id, initiative, who, strength), "ist nicht dabei", times)

    def belongs_to(self, member: str, organisation: str) -> str:
        """A sentence on a membership."""
        id = keys.fact_id("membership", member, organisation)
        return self._tell(Membership(id, member, organisation), "ist Mitglied", {})

    def is_part_of(self, branch: str, parent: str) -> str:
        """A sentence on a branch."""
        return self._tell(Branch(keys.fact_id("branch", branch, parent), branch, parent), "gehört dazu", {})

    def seeks(self, holder: str, initiative: str) -> str:
        """A sentence on an interest."""
        id = keys.fact_id("interest", holder, initiative, InterestKind.SEEKS)
        return self._tell(Interest(id, holder, initiative, InterestKind.SEEKS), "sucht Austausch", {})

    def is_silent(self, region: str) -> str:
        """A sentence that nothing is known about a region."""
        return self._tell(Silence(keys.fact_id("silence", region), region), "ist unbekannt", {})

    def lists(self, initiative: str) -> str:
        """A sentence that enumerates who takes part."""
        return self._tell(Listing(keys.fact_id("listing", initiative), initiative), "Mitglieder sind diese", {})

    def mentions(
        self,
        word: str,
        initiative: str | None,
        kind: ActorKind | None = ActorKind.UNION,
        chamber_type: ChamberType | None = None,
        *,
        reason: UnreadReason = UnreadReason.NO_FACT,
    ) -> str:
        """A sentence with a word of a kind, of which no fact was made."""
        start, end = self._write(f"Auch mit {word} wird gesprochen.")
        self.noticed.append((word, start, end, self.text[start:end], kind, chamber_type, initiative, reason))
        return self.text[start:end]

    def reading(self) -> Reading:
        """Everything the document says."""
        document_id = keys.document_id(f"{self.date}{self.text}".encode())
        document = Document(
            document_id, self.address, self.address, "txt", self.text, self.date, None, sample=self.sample
        )
        namings = [self._naming(document_id, id, spans) for id, spans in self.spans.items()]
        return Reading(
            document,
            tuple(self.nodes.values()),
            tuple({fact.id: fact for fact, *_ in self.told}.values()),
            tuple(namings),
            tuple(self._statement(document_id, *told) for told in self.told),
            tuple(self._unread(document_id, *noticed) for noticed in self.noticed),
        )

    def _write(self, line: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += line + "\n"
        return start, start + len(line)

    def _name(self, node: Node, name: str) -> str:
        self.nodes[node.id] = node
        self.spans.setdefault(node.id, []).append(self._write(name))
        return node.id

    def _tell(self, fact: Fact, sentence: str, times: dict[str, str | None]) -> str:
        start, end = self._write(f"Satz {len(self.told) + 1} in {self.address}: {sentence}.")
        self.told.append((fact, start, end, times))
        return self.text[start:end]

    def _naming(self, document_id: str, id: str, spans: list[tuple[int, int]]) -> Naming:
        passages = ((spans[0][0], len(self.text)),) if isinstance(self.nodes[id], Initiative) else ()
        return Naming(document_id, id, tuple(spans), "test", 0.9, passages)

    def _statement(self, document_id: str, fact: Fact, start: int, end: int, times: dict[str, str | None]) -> Statement:
        id = keys.statement_id(fact.id, document_id, start, end)
        return Statement(id, fact.id, document_id, start, end, self.text[start:end], "test", 0.9, **times)

    def _unread(
        self,
        document_id: str,
        word: str,
        start: int,
        end: int,
        quote: str,
        kind: ActorKind | None,
        chamber_type: ChamberType | None,
        initiative: str | None,
        reason: UnreadReason,
    ) -> UnreadPlace:
        id = keys.unread_id(document_id, start, end, f"{word}{kind}", initiative)
        return UnreadPlace(id, document_id, start, end, quote, word, kind, chamber_type, initiative, reason)
