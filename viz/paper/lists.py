"""The lists beside and behind a drawing: legend with counts, sources, what is drawn nowhere else."""

from collections import Counter
from collections.abc import Iterator, Sequence

from queries.answers import CellValue, CoverageRow, DocumentRow, UnknownRegion
from viz.citations import shown_address
from viz.language import _
from viz.palette import INITIATIVE, load_palette
from viz.paper.columns import Entry
from viz.paper.letters import Typecase
from viz.paper.numbering import Sources
from viz.paper.places import PIN
from viz.paper.scene import Node, Scene
from viz.wording.cells import word_ignorance, word_value
from viz.wording.dates import word_date
from viz.words import map_wording

_A_ROW = 8
"""So many names stand in one paragraph."""


def legend(scene: Scene) -> list[Entry]:
    """Kinds and lines with how many of each there are."""
    words, palette = map_wording().words, load_palette()
    everybody = scene.everybody
    kinds = Counter[str]()
    for node in everybody:
        kinds[node.look.key] += max(len(node.members), 1)
    if not everybody:
        return [Entry(words["empty"])]
    entries = [Entry(_("Legend"), is_head=True)]
    for look in palette.looks:
        if kinds[look.key]:
            entries.append(Entry(words[f"kind_{look.key}"], mark=look, count=str(kinds[look.key])))
            entries += _bare(scene) if look.key == INITIATIVE else ()
    nameless = [node for node in everybody if node.hollow]
    if nameless:
        count = str(sum(max(len(node.members), 1) for node in nameless))
        entries.append(Entry(words["nameless"], mark=nameless[0].look, hollow=True, count=count))
    return [*entries, *_line_legend(scene)]


def _bare(scene: Scene) -> list[Entry]:
    """Of the initiatives those without participants."""
    look = load_palette().look(INITIATIVE)
    return [Entry(_("no participants named"), mark=look, hollow=True, count=str(len(scene.bare)))] if scene.bare else []


def _line_legend(scene: Scene) -> Iterator[Entry]:
    words, palette = map_wording().words, load_palette()
    lines = Counter[str]()
    for tie in scene.ties:
        lines[tie.stroke.key] += max(len(scene.nodes[tie.who].members), 1)
    for strokes, title, prefix in (
        (palette.strokes, _("Participation"), "lines_"),
        (palette.absences, words["absences"], "absence_"),
    ):
        found = [stroke for stroke in strokes if lines[stroke.key]]
        if found:
            yield Entry(title, is_head=True)
        for stroke in found:
            yield Entry(words[prefix + stroke.key], mark=stroke, count=str(lines[stroke.key]))


def value_legend(rows: Sequence[CoverageRow]) -> list[Entry]:
    """The values of the matrix with how often each occurs; those that do not are left out."""
    counts = Counter(cell.value for row in rows for cell in row.cells)
    return [Entry(word_value(value), mark=value, count=str(counts[value])) for value in CellValue if counts[value]]


def source_list(sources: Sources, typecase: Typecase) -> list[Entry]:
    """Every document with number, title, date and address."""
    if not sources.documents:
        return []
    entries = [_source(number, one, typecase) for number, one in enumerate(sources.documents, start=1)]
    return [Entry(_("Sources"), is_head=True), *entries]


def _source(number: int, document: DocumentRow, typecase: Typecase) -> Entry:
    shown = shown_address(document.address)
    address = typecase.take(str(shown.get("link") or shown.get("file") or ""))
    title = typecase.take(document.title) or address
    date = typecase.take(word_date(document.date)) if document.date else _("date unknown")
    note = " · ".join(part for part in (date, address if address != title else "") if part)
    link = str(shown["link"]) if "link" in shown else None
    return Entry(title, number=str(number), note=note, address=link)


def bare_list(nodes: Sequence[Node]) -> list[Entry]:
    """Initiatives of which no participant is named."""
    entries = [Entry(node.name, note=node.note) for node in nodes]
    return [Entry(f"{_('No participants named')} ({len(nodes)})", is_head=True), *entries] if nodes else []


def named_list(nodes: Sequence[Node]) -> list[Entry]:
    """Actors that are named, but in no participation."""
    return _in_rows(_("Named, no participation"), nodes)


def left_list(nodes: Sequence[Node]) -> list[Entry]:
    """Who had no room on the sheet."""
    return _in_rows(_("No room on this sheet: those with the fewest lines"), nodes)


def _in_rows(title: str, nodes: Sequence[Node]) -> list[Entry]:
    rows = [", ".join(node.name for node in nodes[start : start + _A_ROW]) for start in range(0, len(nodes), _A_ROW)]
    return [Entry(f"{title} ({len(nodes)})", is_head=True), *map(Entry, rows)] if nodes else []


def beside_list(tables: Sequence[tuple[Node, tuple[Node, ...]]]) -> list[Entry]:
    """Initiatives without a place on the map, with who takes part."""
    entries: list[Entry] = []
    for node, guests in tables:
        told = (node.note, ", ".join(one.name for one in guests))
        entries.append(Entry(node.name, bold=True, note=" · ".join(part for part in told if part)))
    return [Entry(f"{_('Without a place on the map')} ({len(tables)})", is_head=True), *entries] if tables else []


def site_legend() -> list[Entry]:
    """How exact the places on the map are."""
    return [
        Entry(_("Place on the map"), is_head=True),
        Entry(_("place of the initiative, where its name stands aside"), mark=PIN),
        Entry(_("All others: approximate place, somewhere in their Land; names make room for each other.")),
    ]


def unknown_list(regions: Sequence[UnknownRegion], typecase: Typecase) -> list[Entry]:
    """The regions of which nothing is known, which is no gap."""
    if not regions:
        return []
    reasons = dict.fromkeys(region.reason for region in regions)
    entries = [
        Entry(_("No information"), is_head=True),
        Entry(_("Nothing is known about these regions; that is no gap.")),
    ]
    for reason in reasons:
        names = ", ".join(typecase.take(region.name) for region in regions if region.reason is reason)
        entries.append(Entry(names, note=word_ignorance(reason)))
    return entries


def cut_list(names: Sequence[str]) -> list[Entry]:
    """Names that had to be cut, in full."""
    return [Entry(_("Names in full"), is_head=True), *map(Entry, names)] if names else []


def member_list(scene: Scene) -> list[Entry]:
    """Who was drawn together with others."""
    entries: list[Entry] = []
    for place, node in enumerate(scene.nodes):
        if node.members:
            tables = [scene.nodes[tie.where].name for tie in scene.ties if tie.who == place]
            entries.append(Entry(f"{tables[0]}: {node.name}", is_head=True))
            entries += [Entry(name) for name in node.members]
    return entries
