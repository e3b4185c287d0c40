"""What the register holds, as frozen rows: bodies, chamber districts, regions. `seeds.tables` reads them."""

from dataclasses import dataclass
from enum import StrEnum

from graph.kinds import ActorKind, ChamberType


class Confidence(StrEnum):
    """How well a row is founded: a source was read, believed right, or not to be asserted without a hint."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


def weakest(*confidences: Confidence) -> Confidence:
    """The lowest of these: a chain is as strong as its weakest part."""
    return max(confidences, key=_ORDER.index)


_ORDER = tuple(Confidence)


class Sector(StrEnum):
    """The closed list of sectors. The register's free words map to it in `seeds/register/sectors.csv`."""

    CROSS_SECTOR = "cross_sector"
    METAL = "metal"
    ELECTRICAL = "electrical"
    MACHINERY = "machinery"
    AUTOMOTIVE = "automotive"
    BASIC_METALS = "basic_metals"
    CHEMISTRY = "chemistry"
    MINING = "mining"
    ENERGY = "energy"
    PLASTICS = "plastics"
    GLASS_CERAMICS = "glass_ceramics"
    PAPER = "paper"
    TEXTILE = "textile"
    WOOD = "wood"
    FOOD = "food"
    HOSPITALITY = "hospitality"
    CONSTRUCTION = "construction"
    AGRICULTURE = "agriculture"
    TRANSPORT = "transport"
    TRADE = "trade"
    SERVICES = "services"
    MEDIA = "media"
    DIGITAL = "digital"
    PUBLIC_SERVICE = "public_service"
    EDUCATION = "education"


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One body. A ministry is a line (`register_kind` ministry_line); its dated names are rows below it.

    `level` is federal, land, region or local. `regions` are Länder (or "de"), `regions_partial` those of them covered
    only in part, `places` the Kreise and municipalities it covers where known. `valid_from` and `valid_to` are written
    as in the file; `seeds.periods` knows what they mean. `member_of` are bodies it belongs to besides its parent.
    `same_as` (ministry names): the economy row of the same house. `sources` are codes of sources.csv.
    """

    id: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    chamber_type: ChamberType | None
    register_kind: str
    level: str
    regions: tuple[str, ...]
    regions_partial: tuple[str, ...]
    places: tuple[str, ...]
    parent_id: str | None
    member_of: tuple[str, ...]
    same_as: str | None
    portfolio: str | None
    sectors: frozenset[Sector]
    valid_from: str | None
    valid_to: str | None
    city: str | None
    confidence: Confidence
    sources: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class District:
    """Which chamber a Kreis or municipality belongs to.

    `coverage` is full, partial (the Kreis is split) or listed (only its municipalities with a row of their own).
    """

    place_id: str
    chamber_id: str
    chamber_kind: str
    coverage: str
    confidence: Confidence
    note: str


@dataclass(frozen=True, slots=True)
class Region:
    """Germany, a Land, a Regierungsbezirk, an economic region, a Kreis or a town.

    `kind` is the register's word: country, land, regierungsbezirk, former_regierungsbezirk, planungsregion,
    wirtschaftsregion, metropolregion, strukturwandelregion, landkreis, kommunalverband, kreisfreie_stadt, gemeinde.
    `land` is None for Germany and for regions in several Länder. `parents` lists the regions around it, nearest
    first, up to "de". Coordinates are WGS 84: a town's seat, else the centre weighted by population; None if unknown.
    """

    id: str
    name: str
    short_name: str
    kind: str
    land: str | None
    parents: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    population: int | None
    confidence: Confidence
