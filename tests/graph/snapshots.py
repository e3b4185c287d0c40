"""What a graph holds, in forms that tests compare: without times of writing, or as sets of tuples."""

from graph.kinds import ActorKind, ChamberType, InterestKind, Role, Strength
from graph.records import Row
from graph.store import Store
from tests.factory import ReadingBuilder, a_reading

TIMES = ("loaded", "created", "written", "time", "revision", "exported")


def content(store: Store) -> list[Row]:
    """The export without its times of writing."""
    return [
        {key: value for key, value in record.items() if not any(word in key for word in TIMES)}
        for record in store.export_records()
    ]


def ids(store: Store, label: str) -> set[str]:
    """The keys of all nodes of a label."""
    return {str(row["id"]) for row in store.read(f"MATCH (n:{label}) RETURN n.id AS id")}


def links(store: Store, relation: str) -> set[tuple[str, str]]:
    """Who is linked with whom, by name (or key)."""
    rows = store.read(
        f"MATCH (a)-[r:{relation}]->(b) RETURN coalesce(a.name, a.word, a.id) AS a, coalesce(b.name, b.word, b.id) AS b"
    )
    return {(str(row["a"]), str(row["b"])) for row in rows}


def labels(store: Store, name: str) -> set[str]:
    """The labels of the nodes of a name."""
    rows = store.read("MATCH (n) WHERE n.name = $name RETURN labels(n) AS labels", name=name)
    return {str(label) for row in rows for label in (row["labels"] if isinstance(row["labels"], list) else [])}


def full_reading(address: str = "full.txt") -> ReadingBuilder:
    """A reading with a node and a fact of every sort."""
    return (
        a_reading(address, title="Alles", date="2024-05-03", date_origin="head")
        .page()
        .initiative("Rahmen Süd", region="DE-BW")
        .initiative("Bündnis Saale", region="DE-ST", region_name="Saale", topics=("Chemie",), part_of="Rahmen Süd")
        .actor("IG BCE", ActorKind.UNION, register_id="igbce", aliases=("Bergbau Chemie Energie",))
        .actor("IG BCE Bezirk Halle", ActorKind.UNION)
        .actor("IHK Halle", ActorKind.CHAMBER, chamber_type=ChamberType.IHK, region="DE-ST")
        .actor("Chemieverband", ActorKind.EMPLOYERS_ASSOCIATION)
        .actor("Werk Eins", ActorKind.COMPANY)
        .group("die Betriebsräte", ActorKind.OTHER, "Bündnis Saale", count=25)
        .participates("IG BCE", "Bündnis Saale", Role.LEAD, since="2019", as_of="2024")
        .participates("die Betriebsräte", "Bündnis Saale")
        .absent("Bündnis Saale", "IHK Halle", Strength.INFORMAL, reported_by="Verein")
        .page()
        .member_of("Werk Eins", "Chemieverband")
        .branch_of("IG BCE Bezirk Halle", "IG BCE")
        .interest("Werk Eins", InterestKind.SEEKS, "Bündnis Saale")
        .interest("Chemieverband", InterestKind.OFFERS)
        .silence("DE-BY")
        .listing("Bündnis Saale")
        .unread("Sozialpartner", initiative="Bündnis Saale")
        .passage("Bündnis Saale")
    )
