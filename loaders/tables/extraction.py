"""The tables of a document to claims: each table a section, each row a sentence that quotes itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from loaders.claims import Claim, Listed, Taking
from loaders.document import Block, BlockKind, SourceText
from loaders.extraction import Extraction
from loaders.outline import Section
from loaders.scan import Scan, Scanner
from loaders.sentence import Sentence
from loaders.tables.claims import Ignored, RowReader, RowReading
from loaders.tables.initiatives import InitiativeDrafts
from loaders.tables.naming import Owner, find_owner, owner_of
from loaders.tables.organisations import OrganisationFinder
from loaders.tables.table import Form, Span, Table
from loaders.unread import find_unclaimed

_NATION = ("de",)


@dataclass(frozen=True, slots=True)
class Unowned:
    """A list of which nothing says whose it is; its rows are read as text."""

    sheet: str


def extract_tables(
    source: SourceText, scanner: Scanner, ignored: Callable[[Ignored], None] | None = None
) -> Extraction | None:
    """What the tables of a document claim; None where it has none. `ignored` is told each row without a fact."""
    tables = [
        (table, owner) for table in _tables(source) for owner in (_owner(source, table),) if _is_read(table, owner)
    ]
    if not tables:
        return None
    text = source.document.text
    default = next((regions for table, _ in tables if (regions := _regions(text, table, scanner))), _NATION)
    drafts = InitiativeDrafts(text, scanner.places, default=default)
    finder = OrganisationFinder(scanner.finder, date=source.document.date)
    claims, sentences, sections = list[Claim](), list[Sentence](), list[Section]()
    for number, (table, owner) in enumerate(tables):
        reader = RowReader(text, table, finder, drafts, owner)
        readings = [reader.read(row) for row in table.rows]
        if ignored is not None:
            for one in (one for reading in readings for one in reading.ignored):
                ignored(one)
        claims += [claim for reading in readings for claim in reading.claims]
        claims += _listings(readings, owner, table)
        sentences += [_sentence(reading, number) for reading in readings]
        sections.append(_section(table, default))
    scan = Scan(source, tuple(sections), drafts.drafts, {}, {}, default)
    unclaimed = tuple(find_unclaimed(text, sentences, claims, ()))
    return Extraction(scan, drafts.drafts, tuple(sentences), tuple(claims), (), unclaimed)


def without_tables(source: SourceText) -> SourceText:
    """The document without the blocks that its tables are read from: what is left is read as text."""
    read = [table for table in _tables(source) if _is_read(table, _owner(source, table))]
    spans = {span for table in read for span in (*table.titles, *_lines(table))}
    return replace(source, blocks=tuple(block for block in source.blocks if (block.start, block.end) not in spans))


def unowned(source: SourceText) -> tuple[Unowned, ...]:
    """The lists of members that are not read as such, since nothing says whose they are."""
    return tuple(Unowned(table.sheet) for table in _tables(source) if not _is_read(table, _owner(source, table)))


def _tables(source: SourceText) -> Iterator[Table]:
    for sheet in source.sheets:
        yield from sheet.tables


def _is_read(table: Table, owner: Owner | None) -> bool:
    return table.form is not Form.MEMBER_LIST or owner is not None


def _lines(table: Table) -> Iterator[Span]:
    if table.header:
        yield table.header
    if table.initiative:
        yield table.initiative
    for row in table.rows:
        yield row.start, row.end


def _owner(source: SourceText, table: Table) -> Owner | None:
    """Whose list it is: the mapping's word first, then titles, the sheet's name, the file's name."""
    if table.form is not Form.MEMBER_LIST:
        return None
    text = source.document.text
    return owner_of(text, table.initiative) if table.initiative else find_owner(text, table.titles)


def _regions(text: str, table: Table, scanner: Scanner) -> tuple[str, ...]:
    """The region that a table's title or sheet names."""
    found = (m.region for span in table.titles[: table.own_titles] for m in scanner.places.find(text, *span))
    return tuple(dict.fromkeys(found))[:1]


def _section(table: Table, regions: tuple[str, ...]) -> Section:
    blocks = tuple(Block(BlockKind.TABLE_ROW, row.start, row.end) for row in table.rows)
    heading = Block(BlockKind.HEADING, *table.header) if table.header else None
    return Section(heading, table.sheet, regions, sets_region=False, blocks=blocks)


def _sentence(reading: RowReading, section: int) -> Sentence:
    row = reading.row
    return Sentence(row.start, row.end, BlockKind.TABLE_ROW, section, reading.mentions, reading.target, 1.0)


def _listings(readings: list[RowReading], owner: Owner | None, table: Table) -> Iterator[Claim]:
    """Whose participants are enumerated: two at least; the quote is the list's title, or the first of its rows."""
    first: dict[int, Span] = {}
    who: dict[int, set[str]] = {}
    for reading in readings:
        for claim in reading.claims:
            if isinstance(claim, Taking):
                first.setdefault(claim.initiative, (claim.start, claim.end))
                body = claim.who
                who.setdefault(claim.initiative, set()).add(
                    str(getattr(body, "row", None) or getattr(body, "name", ""))
                )
    for initiative, names in who.items():
        if len(names) > 1:
            yield Listed(initiative, *(_line_of(owner, table) if owner else first[initiative]))


def _line_of(owner: Owner, table: Table) -> Span:
    """The title in which the owner is named."""
    return next((span for span in table.titles if span[0] <= owner.span[0] and owner.span[1] <= span[1]), owner.span)
