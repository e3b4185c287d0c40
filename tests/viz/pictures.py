"""Pictures made by hand for the tests of the views: small, empty, hostile, large."""

from collections.abc import Sequence
from dataclasses import replace

from graph.kinds import ActorKind, ChamberType, InitiativeType, Role, Status, Strength
from queries.answers import (
    AbsenceLink,
    ActorRow,
    Cell,
    CellValue,
    Column,
    Coverage,
    CoverageRow,
    DocumentRow,
    Evidence,
    InitiativeRow,
    Link,
    Mark,
    Picture,
    UnknownRegion,
)
from viz.lands import load_lands

PAYLOADS = (
    "<img src=x onerror=window.__pwn=1>",
    "</script><script>window.__pwn=2</script>",
    "<svg/onload=window.__pwn=3> href",
    '"><b onmouseover=window.__pwn=4>',
    "'-window.__pwn5=1-'",
    "{{7*7}}{% raw %}",
    "</title><script>window.__pwn=6</script>",
    "\u2028__proto__",
    "constructor",
    "<!--<script>",
)
LANDS = (
    *("de-nw", "de-hb", "de-hh", "de-sh", "de-mv", "de-ni", "de-be", "de-by"),
    *("de-bb", "de-sl", "de-he", "de-st", "de-bw", "de-th", "de-rp", "de-sn"),
)
DOCUMENT = DocumentRow(
    "document:1", "Übersicht der Bündnisse", "https://beispiel.example/bündnisse", "2017-03-14", True
)
UNDATED = DocumentRow("document:2", "Rundbrief", "C:\\Ablage\\rundbrief.txt", None, True)


def cite(quote: str, document: DocumentRow = DOCUMENT, *, start: int = 0) -> Evidence:
    """A passage from a document."""
    return Evidence(
        quote, start, start + len(quote), document.id, document.title, document.address, document.date, "rule", 0.9
    )


def actor(key: str, name: str, kind: ActorKind, **more: object) -> ActorRow:
    """An actor without Land, alias or register row unless given."""
    plain = ActorRow(f"actor:{key}", name, kind, None, (), (), None)
    return replace(plain, **more)


def initiative(key: str, name: str, kind: InitiativeType, land: str | None, **more: object) -> InitiativeRow:
    """An initiative in one Land."""
    lands = (land,) if land else ()
    plain = InitiativeRow(f"initiative:{key}", name, kind, lands, None, lands, None, None, Status.UNCLEAR, None, ())
    return replace(plain, **more)


def link(who: ActorRow, where: InitiativeRow, role: Role, *evidence: Evidence) -> Link:
    """A participation."""
    return Link(f"participation:{who.id}:{where.id}:{role}", who.id, where.id, role, evidence)


def row(where: InitiativeRow, *cells: Cell, others: tuple[tuple[ActorKind, int], ...] = ()) -> CoverageRow:
    """A row of the matrix; columns not given are not mentioned."""
    given = {cell.column: cell for cell in cells}
    every = tuple(given.get(column, Cell(column, CellValue.NOT_MENTIONED)) for column in Column)
    return CoverageRow(where, every, others, (DOCUMENT.id, UNDATED.id))


def small_picture() -> Picture:
    """Every kind of thing once: roles, a group, two absences, parallel lines, all eight values, a silence."""
    ihk = actor("ihk", "IHK Musterstadt", ActorKind.CHAMBER, chamber_type=ChamberType.IHK, regions=("de-he",))
    bce = actor("igbce", "IG BCE", ActorKind.UNION, aliases=("Industriegewerkschaft Bergbau, Chemie, Energie",))
    metall = actor("igm", "IG Metall", ActorKind.UNION)
    ministry = actor("min", "Ministerium für Wirtschaft", ActorKind.MINISTRY, regions=("de-nw",))
    firms = actor("firms", "Unternehmen der Region", ActorKind.COMPANY, is_group=True, count=360)
    unions = actor("unions", "Gewerkschaften", ActorKind.UNION, is_group=True)
    plan = initiative("plan", "Masterplan Musterstadt", InitiativeType.MASTER_PLAN, "de-he", since="2012")
    dialogue = initiative(
        "dialog", "Dialog Größe & Zukunft", InitiativeType.DIALOGUE, "de-nw", topics=("Digitalisierung",)
    )
    night = initiative("nacht", "Lange Nacht", InitiativeType.EVENT, "de-nw", since="2017-10-12", until="2017-10-12")
    seat, letter = cite("Im Beirat sitzen IG BCE und IG Metall."), cite("Die IHK leitet den Beirat.", UNDATED)
    absent = cite("Die Gewerkschaften gehören dem Dialog nicht an.")
    helping = cite("IG Metall hilft der Langen Nacht ohne Amt.")
    return Picture(
        actors=(bce, firms, ihk, metall, ministry, unions),
        initiatives=(dialogue, night, plan),
        links=(
            link(bce, plan, Role.MEMBER, seat),
            link(metall, plan, Role.MEMBER, seat),
            link(ihk, plan, Role.LEAD, letter),
            link(ihk, plan, Role.SPONSOR, cite("Träger ist die IHK.", start=40)),
            link(ministry, dialogue, Role.LEAD, cite("Das Ministerium lädt ein.", start=80)),
            link(firms, dialogue, Role.SUPPORTER, cite("360 Unternehmen fördern den Dialog.", start=120)),
        ),
        absences=(
            AbsenceLink("absence:1", dialogue.id, unions.id, Strength.ABSENT, (absent,)),
            AbsenceLink("absence:2", night.id, metall.id, Strength.INFORMAL, (helping,)),
        ),
        coverage=_small_coverage(plan, dialogue, night, seat, letter, absent, helping),
        sample=True,
    )


def _small_coverage(plan: InitiativeRow, dialogue: InitiativeRow, night: InitiativeRow, *quotes: Evidence) -> Coverage:
    seat, letter, absent, helping = quotes
    return Coverage(
        rows=(
            row(
                plan,
                Cell(Column.IHK, CellValue.PRESENT, (), ("IHK Musterstadt",), (letter,), None),
                Cell(Column.UNION, CellValue.PRESENT, (Mark.CONFLICT,), ("IG BCE", "IG Metall"), (seat,), "2017-03-14"),
                Cell(Column.HWK, CellValue.NOT_LISTED, (), (), (seat,)),
                Cell(Column.SCIENCE, CellValue.TO_CHECK, (), ("Hochschulen",), (seat,)),
            ),
            row(
                dialogue,
                Cell(Column.UNION, CellValue.ABSENT, (), ("Gewerkschaften",), (absent,), "2017-03-14"),
                Cell(Column.EMPLOYERS, CellValue.REPRESENTED, (), ("Dachverband",), (absent,)),
                others=((ActorKind.COMPANY, 1),),
            ),
            row(
                night,
                Cell(Column.UNION, CellValue.INFORMAL, (), ("IG Metall",), (helping,), "2017-03-14"),
                Cell(Column.IHK, CellValue.NOBODY_NAMED),
            ),
        ),
        without_table=(),
        unknown=(
            UnknownRegion("de-by", "Bayern", (cite("Aus Bayern ist nichts bekannt.", start=300),)),
            UnknownRegion("de-sl", "Saarland", ()),
        ),
        documents=(DOCUMENT, UNDATED),
    )


def empty_picture() -> Picture:
    """Nothing was loaded."""
    return Picture((), (), (), (), Coverage((), (), (), ()), False)


def single_picture() -> Picture:
    """One initiative, nobody named."""
    only = initiative("allein", "Allianz für Industrie", InitiativeType.ALLIANCE, "de-be")
    cells = tuple(Cell(column, CellValue.NOBODY_NAMED) for column in Column)
    return Picture((), (only,), (), (), Coverage((row(only, *cells),), (), (), (DOCUMENT,)), False)


def lonely_picture(initiatives: int, actors: int) -> Picture:
    """The small picture with so many initiatives without participants and actors that are only named, of long names."""
    small = small_picture()
    lone = tuple(
        initiative(
            f"lone{i:03}", f"Sozialpartnerinitiative der Mitte und Umgebung {i}", InitiativeType.ALLIANCE, "de-nw"
        )
        for i in range(initiatives)
    )
    named = tuple(
        actor(
            f"named{i:03}", f"Landesvereinigung der Arbeitgeber {i}", ActorKind.EMPLOYERS_ASSOCIATION, regions=("de",)
        )
        for i in range(actors)
    )
    return replace(small, initiatives=(*small.initiatives, *lone), actors=(*small.actors, *named))


def homes_picture() -> Picture:
    """One initiative each in a Land, across two, of the whole country, without any region; nobody takes part."""
    both = initiative("both", "Zwei Länder", InitiativeType.ALLIANCE, None, lands=("de-be", "de-bb"))
    whole = initiative("whole", "Ganzes Land", InitiativeType.ALLIANCE, None, regions=("de",))
    none = initiative("none", "Irgendwo", InitiativeType.ALLIANCE, None)
    land = initiative("land", "Am Main", InitiativeType.ALLIANCE, "de-he")
    rows = tuple(row(one) for one in (both, land, none, whole))
    federal = actor("federal", "Bundesverband", ActorKind.BUSINESS_ASSOCIATION, regions=("de",))
    coverage = Coverage(rows, (), (), (DOCUMENT,))
    return Picture((federal,), (both, land, none, whole), (), (), coverage, False)


def sized_picture(nodes: int) -> Picture:
    """A regular picture of this many nodes, a fifth of them initiatives, two lines a node."""
    lands, kinds, roles = ("de-nw", "de-by", "de-he", "de-be", "de-sn"), tuple(ActorKind), tuple(Role)
    count = max(1, nodes // 5)
    initiatives = tuple(
        initiative(f"{i:05}", f"Bündnis Nummer {i}", InitiativeType.ALLIANCE, lands[i % 5]) for i in range(count)
    )
    actors = tuple(
        actor(f"{i:05}", f"Verein der Mitte {i}", kinds[i % len(kinds)], regions=(lands[i % 5],))
        for i in range(nodes - count)
    )
    links = {
        (who.id, where.id): link(who, where, roles[i % len(roles)], cite("Steht im Verzeichnis."))
        for i, who in enumerate(actors)
        for where in (initiatives[i % count], initiatives[(i * 7 + 1) % count], initiatives[(i * 3 + 5) % count])
    }
    rows = tuple(row(one) for one in initiatives)
    return Picture(actors, initiatives, tuple(links.values()), (), Coverage(rows, (), (), (DOCUMENT,)), False)


def crowded_picture(count: int) -> Picture:
    """So many firms at one table, all in one Land."""
    table = initiative("crowd", "Bündnis der Vielen", InitiativeType.ALLIANCE, "de-nw")
    firms = tuple(actor(f"{i:05}", f"Werk Nummer {i}", ActorKind.COMPANY, regions=("de-nw",)) for i in range(count))
    links = tuple(link(firm, table, Role.MEMBER, cite("Steht im Verzeichnis.")) for firm in firms)
    return Picture(firms, (table,), links, (), Coverage((row(table),), (), (), (DOCUMENT,)), False)


def regionless_picture(*names: str) -> Picture:
    """An initiative of each name in no region, one actor of the same name in it."""
    tables = tuple(initiative(f"{i}", name, InitiativeType.DIALOGUE, None) for i, name in enumerate(names))
    actors = tuple(actor(f"{i}", name, ActorKind.UNION) for i, name in enumerate(names))
    links = tuple(link(who, where, Role.LEAD, cite("Ist dabei.")) for who, where in zip(actors, tables, strict=True))
    rows = tuple(row(table) for table in tables)
    return Picture(actors, tables, links, (), Coverage(rows, (), (), (DOCUMENT,)), False)


def lands_picture(nodes: int) -> Picture:
    """So many nodes, a fifth of them initiatives: many in some Länder, few in others, none in two; some across Länder,
    nationwide, without a region. Every actor takes part in two, some beyond their Land; dates and documents differ.
    """
    shares = dict(zip(LANDS, (34, 3, 6, 5, 9, 22, 16, 47, 8, 0, 12, 7, 28, 0, 1, 14), strict=True))
    pool = [land for land, share in shares.items() for _ in range(share)]
    count = max(1, nodes // 5)
    documents = tuple(
        DocumentRow(f"document:{i}", f"Übersicht {i}", f"uebersicht-{i}.html", f"{2012 + i % 14}-0{1 + i % 9}", True)
        for i in range(24)
    )
    initiatives = tuple(_somewhere(i, pool[i * 37 % len(pool)]) for i in range(count))
    kinds = tuple(ActorKind)
    actors = tuple(actor(f"{i:06}", f"Verein der Mitte {i}", kinds[i % len(kinds)]) for i in range(nodes - count))
    links = tuple(
        link(who, where, Role.MEMBER, cite(f"Steht im Verzeichnis {i}.", documents[at % 24]))
        for i, who in enumerate(actors)
        for at in {i % count, (i * i * 7 + i // 3) % count if i % 4 else (i + 1) % count}
        for where in (initiatives[at],)
    )
    rows = tuple(replace(row(one), documents=(documents[i % 24].id,)) for i, one in enumerate(initiatives))
    unknown = tuple(UnknownRegion(land, load_lands().name(land), ()) for land, share in shares.items() if not share)
    return Picture(actors, initiatives, links, (), Coverage(rows, (), unknown, documents), False)


def _somewhere(i: int, land: str) -> InitiativeRow:
    name = f"Bündnis für Industrie Nummer {i}"
    if i % 29 == 5:
        return initiative(f"{i:06}", name, InitiativeType.ALLIANCE, None, regions=("de",))
    if i % 31 == 7:
        return initiative(f"{i:06}", name, InitiativeType.ALLIANCE, None, lands=("de-be", "de-bb"))
    if i % 97 == 11:
        return initiative(f"{i:06}", name, InitiativeType.ALLIANCE, None)
    return initiative(f"{i:06}", name, InitiativeType.ALLIANCE, land)


def hostile_picture(payloads: Sequence[str] = PAYLOADS) -> Picture:
    """The payloads in every field that holds text: names, quotes, titles, addresses, regions, dates, topics …"""
    actors, initiatives, links, absences, rows, unknown, documents = [], [], [], [], [], [], []
    for i, evil in enumerate(payloads):
        address = ("javascript:window.__pwn=7", f"https://x.example/{evil}", f"data:text/html,{evil}", evil)[i % 4]
        document = DocumentRow(f"document:{evil}", evil, address, evil, True)
        passage = replace(cite(evil, document), as_of=evil, reported_by=evil, since=evil, until=evil, model=evil)
        kind = tuple(ActorKind)[i % len(ActorKind)]
        who = actor(evil, f"{evil} {i}", kind, aliases=(evil,), regions=(evil,), is_group=i % 3 == 0)
        where = initiative(
            evil,
            evil,
            InitiativeType.ALLIANCE,
            evil,
            region_name=evil,
            since=evil,
            until=evil,
            topics=(evil,),
            aliases=(evil,),
        )
        cells = [
            Cell(column, tuple(CellValue)[i % 8], tuple(Mark), (evil, evil), (passage,), evil) for column in Column
        ]
        actors.append(who)
        initiatives.append(where)
        links.append(link(who, where, tuple(Role)[i % len(Role)], passage))
        absences.append(AbsenceLink(f"absence:{evil}", where.id, who.id, tuple(Strength)[i % 2], (passage,)))
        rows.append(CoverageRow(where, tuple(cells), ((kind, 1),), (document.id,)))
        unknown.append(UnknownRegion(evil, evil, (passage,)))
        documents.append(document)
    half = len(rows) // 2
    coverage = Coverage(tuple(rows[:half]), tuple(rows[half:]), tuple(unknown), tuple(documents))
    return Picture(tuple(actors), tuple(initiatives), tuple(links), tuple(absences), coverage, True)


def named_picture(names: Sequence[str]) -> Picture:
    """Each name as that of an actor and an initiative, in the quote and the topic of what joins the two, in order."""
    actors = tuple(actor(f"{i:02}", name, ActorKind.COMPANY, aliases=(name,)) for i, name in enumerate(names))
    initiatives = tuple(
        initiative(f"{i:02}", name, InitiativeType.ALLIANCE, "de-he", topics=(name,)) for i, name in enumerate(names)
    )
    links = tuple(
        link(who, where, Role.PARTNER, cite(who.name, replace(DOCUMENT, title=who.name)))
        for who, where in zip(actors, initiatives, strict=True)
    )
    rows = tuple(row(one) for one in initiatives)
    return Picture(actors, initiatives, links, (), Coverage(rows, (), (), (DOCUMENT,)), False)
