"""The shapes of answers: what questions return and views draw. Codes and values only; viz/locale words them."""

from dataclasses import dataclass
from enum import StrEnum

from graph.kinds import ActorKind, ChamberType, InitiativeType, Role, Status, Strength


class Column(StrEnum):
    """The kinds that gaps are asked for. IHK and HWK apart: one never covers for the other."""

    IHK = "ihk"
    HWK = "hwk"
    UNION = "union"
    EMPLOYERS = "employers"
    GOVERNMENT = "government"
    SCIENCE = "science"


class CellValue(StrEnum):
    """What a cell of the coverage matrix may say; the first that holds wins."""

    PRESENT = "present"
    INFORMAL = "informal"
    ABSENT = "absent"
    REPRESENTED = "represented"
    TO_CHECK = "to_check"
    NOT_LISTED = "not_listed"
    NOT_MENTIONED = "not_mentioned"
    NOBODY_NAMED = "nobody_named"


class Mark(StrEnum):
    """What stands beside a value."""

    CONFLICT = "conflict"
    AS_GROUP = "as_group"
    DECLINED = "declined"
    CORRECTED = "corrected"
    OPEN_LIST = "open_list"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided: `action` is confirm, reject or correct; `values` are (field, code or name) pairs, the
    value "" for one that was taken away.

    `date` is the day it was written. Note and author stand in the `Evidence` as quote and reporter.
    """

    decision_id: str
    action: str
    date: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement, with where it stands. `document_date` is None for an undated document, `page` counts from 1.

    A person's decision is one too, with its `correction`: the note is the quote ("" without one), and it speaks of the
    same time as what it decides on (`as_of`), not of the day it was written.

    `model` is set where a language model proposed who takes part: that somebody does, the document's words say.
    """

    quote: str
    quote_start: int
    quote_end: int
    document_id: str
    document_title: str
    document_address: str
    document_date: str | None
    method: str
    confidence: float
    as_of: str | None = None
    reported_by: str | None = None
    since: str | None = None
    until: str | None = None
    correction: Correction | None = None
    model: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor or (with `is_group`) a group that takes part without a name.

    `corrections` is what people changed in it, newest first.
    """

    id: str
    name: str
    kind: ActorKind
    chamber_type: ChamberType | None
    regions: tuple[str, ...]
    aliases: tuple[str, ...]
    register_id: str | None
    is_group: bool = False
    count: int | None = None
    corrections: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """An initiative. `regions` are register ids, `lands` the ids of their Länder, `region_name` what people read.

    `corrections` is what people changed in it, newest first.
    """

    id: str
    name: str
    type: InitiativeType
    regions: tuple[str, ...]
    region_name: str | None
    lands: tuple[str, ...]
    since: str | None
    until: str | None
    status: Status
    parent_id: str | None
    aliases: tuple[str, ...]
    topics: tuple[str, ...] = ()
    corrections: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A participation with its evidence, newest first; never empty."""

    id: str
    participant_id: str
    initiative_id: str
    role: Role
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AbsenceLink:
    """A documented absence with its evidence; never empty."""

    id: str
    initiative_id: str
    absent_id: str
    strength: Strength
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the coverage matrix.

    `who` are the names behind it (participants, absent bodies, the route of `represented`, the words of `to_check`);
    `newest` is the date of the newest statement, None when no dated statement is there.
    """

    column: Column
    value: CellValue
    marks: tuple[Mark, ...] = ()
    who: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    newest: str | None = None


@dataclass(frozen=True, slots=True)
class Lookalike:
    """Another initiative that may be the same; `region` as it is shown."""

    id: str
    name: str
    region: str | None


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One initiative's cells, in the order of `Column`. `others` counts participants of kinds never asked for.

    `possibly` are the initiatives that may be the same, the likeliest first.
    """

    initiative: InitiativeRow
    cells: tuple[Cell, ...]
    others: tuple[tuple[ActorKind, int], ...]
    documents: tuple[str, ...]
    possibly: tuple[Lookalike, ...] = ()


class Ignorance(StrEnum):
    """Why nothing is known of a region: a document says so; no initiative is named there, but a body that belongs
    nowhere else; neither is.
    """

    SILENCE = "silence"
    NO_INITIATIVE = "no_initiative"
    NOTHING_NAMED = "nothing_named"


@dataclass(frozen=True, slots=True)
class UnknownRegion:
    """A region that is "keine Angaben", not a gap: a document's silence, or (evidence empty) no initiative there."""

    region: str
    name: str
    evidence: tuple[Evidence, ...]
    reason: Ignorance = Ignorance.NO_INITIATIVE


@dataclass(frozen=True, slots=True)
class UnknownDistricts:
    """The Kreise of a Land in which no initiative lies, (id, name) by name; `count` is how many Kreise the Land has.

    Only of a Land in which documents speak of Kreise. An initiative of the whole Land lies in none in particular.
    """

    land: str
    name: str
    districts: tuple[tuple[str, str], ...]
    count: int


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document that was searched.

    `model`: the language model that took part in reading it. `pages`: the offsets at which its pages begin, empty
    where it has none.
    """

    id: str
    title: str
    address: str
    date: str | None
    sample: bool
    model: str | None = None
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage matrix initiative × kind. `without_table` is "kein Gremium"; both sorted by Land, name, id."""

    rows: tuple[CoverageRow, ...]
    without_table: tuple[CoverageRow, ...]
    unknown: tuple[UnknownRegion, ...]
    documents: tuple[DocumentRow, ...]
    districts: tuple[UnknownDistricts, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything a map shows. Actors include groups; every list is sorted by id.

    `possibly` are pairs of ids that may be one; of `phases` the first is the earlier.
    """

    actors: tuple[ActorRow, ...]
    initiatives: tuple[InitiativeRow, ...]
    links: tuple[Link, ...]
    absences: tuple[AbsenceLink, ...]
    coverage: Coverage
    sample: bool
    possibly: tuple[tuple[str, str], ...] = ()
    phases: tuple[tuple[str, str], ...] = ()
