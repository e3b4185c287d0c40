"""A mention: a stretch of text that names an organisation, a kind of organisation, or an initiative."""

from dataclasses import dataclass

from graph.kinds import ActorKind, ChamberType, InitiativeType

REGISTER, GRAMMAR, LIST, ANAPHORA, MODEL = "register", "grammar", "list", "anaphora", "model"
# How a body is known that only a branch's name says ("IG Metall Krefeld" says "IG Metall").
BRANCH = "branch"
CONFIDENCE = {REGISTER: 0.99, GRAMMAR: 0.95, LIST: 0.8, ANAPHORA: 0.75, MODEL: 0.75}


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A named organisation. `row` is its row in the register, `base` the row of the body it is a branch of.

    `region` is the Land its own words say, for names that every Land has ("Berliner Senat"). `pronoun`: the place is
    only a pronoun that stands for the name.
    """

    start: int
    end: int
    name: str
    kind: ActorKind
    chamber_type: ChamberType | None
    method: str
    row: str | None = None
    base: str | None = None
    region: str | None = None
    complete: bool = True
    plural: bool = False
    expanded: bool = False
    office: bool = False
    pronoun: bool = False

    @property
    def confidence(self) -> float:
        """How sure the name is, 0..1."""
        return CONFIDENCE[self.method]


@dataclass(frozen=True, slots=True)
class GroupMention:
    """A kind named without a name. `hint`: the word only hints at the kind, no fact is made of it."""

    start: int
    end: int
    word: str
    kind: ActorKind
    chamber_type: ChamberType | None
    count: int | None = None
    hint: bool = False


@dataclass(frozen=True, slots=True)
class InitiativeMention:
    """A place that names an initiative of this document; `index` counts them in order of discovery.

    `pointing`: the place only points back ("das Bündnis").
    """

    start: int
    end: int
    index: int
    pointing: bool = False
    name: str = ""
    type: InitiativeType = InitiativeType.OTHER


Mention = ActorMention | GroupMention | InitiativeMention
