"""Sightings: every place where the document names an initiative, before it is known which are one and the same."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.dates import find_dates
from graph.keys import fold
from graph.kinds import InitiativeType
from loaders.document import Block, BlockKind, SourceText
from loaders.initiative_names import InitiativeName, find_initiative_names, find_quoted, type_of
from loaders.introductions import find_introduced, find_labelled
from loaders.lexicon import word_set
from loaders.outline import Section
from loaders.overviews import OverviewRow, find_overview_rows
from loaders.repetition import find_repeated

_STOP_HEADINGS = word_set("initiatives", "stop_headings")
_SHORTEST_TITLE = 10
_NUMBER = 8
_ON_DAY = re.compile(
    r"(?:\s+(?:der|des|von|vom)\s+[A-ZÄÖÜ][\w.-]+(?:\s+[A-ZÄÖÜ][\w.-]+)?)?,?\s+(?:am|vom)\s+\d{1,2}\.\s?(?:\d|[A-Z])"
)
_HASHTAG = re.compile(r"#\w+(?:\s+[–-]\s+[\w ]+?(?=\s+(?:heißt|ist|lautet|wird|zeigt|war|soll)\b|[:“”\".,\n]|$))?")
_DATE_WORDS = re.compile(r"\b(?:Termine?|am|vom|Datum|Veranstaltung)\b[:\s]*(?:20\d\d)?[:\s]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place that names an initiative; `inner` is the quoted part of the name.

    `heading`: the section is about it. `certain`: name enough by itself; else it must be seen more than once.
    `where` is the place a list item adds to the name, `when` its date; `since` is when a table says that it began.
    """

    start: int
    end: int
    inner: tuple[int, int] | None
    type: InitiativeType
    tail: str
    section: int
    heading: bool
    certain: bool
    generic: bool
    where: tuple[int, int] | None = None
    when: str | None = None
    since: str | None = None


def find_sightings(source: SourceText, sections: tuple[Section, ...]) -> Iterator[Sighting]:
    """All sightings, in order of the text. A document whose headings set regions is read as a list of initiatives."""
    is_list = any(section.sets_region for section in sections)
    found = list(_sightings(source, sections, is_list=is_list))
    yield from found
    if not is_list:
        yield from _siblings(source, sections, found)


def _sightings(source: SourceText, sections: tuple[Section, ...], *, is_list: bool) -> Iterator[Sighting]:
    if not is_list:
        yield from find_repeated_names(source, sections)
    first = next((number for number, section in enumerate(sections) if section.sets_region), 0)
    for index, section in enumerate(sections):
        if section.heading and not section.sets_region and section.heading.kind is BlockKind.HEADING:
            yield from _of_heading(source, sections, index, is_list=is_list, is_title=index < first)
        text = source.document.text
        rows = tuple(find_overview_rows(text, section.blocks))
        yield from _of_overviews(text, rows, index)
        in_names = [row.name for row in rows]
        for block in section.blocks:
            if block.kind not in (BlockKind.BOILERPLATE, BlockKind.CAPTION):
                found = (*_of_text(text, block, index), *_of_title(text, block, section, index))
                yield from (one for one in found if not any(start <= one.start < end for start, end in in_names))


def _of_overviews(text: str, rows: Iterable[OverviewRow], index: int) -> Iterator[Sighting]:
    """Each row of a table of initiatives names one."""
    for row in rows:
        names = list(find_initiative_names(text, *row.name))
        head = names[0] if names else None
        yield Sighting(
            *row.name, None, head.type if head else InitiativeType.OTHER, head.tail if head else "", index,
            heading=False, certain=True, generic=False, where=row.where, since=row.since,
        )  # fmt: skip


def _siblings(source: SourceText, sections: tuple[Section, ...], found: list[Sighting]) -> Iterator[Sighting]:
    """Headings that are an initiative's name but for their last word: "Zukunft durch Chemie Lippe" beside "… Ruhr"."""
    text = source.document.text
    stems = {_without_last_word(text[s.start : s.end]): s for s in found if s.certain}
    told = {s.section for s in found if s.heading}
    for index, section in enumerate(sections):
        if section.heading is None or index in told:
            continue
        model = stems.get(_without_last_word(section.title))
        if model is not None and len(section.title.split()) > 2:
            start, end = section.heading.start, section.heading.end
            yield replace(model, start=start, end=end, inner=None, section=index, heading=True, where=None, when=None)


def _without_last_word(name: str) -> str:
    return " ".join(fold(name).split()[:-1])


def find_repeated_names(source: SourceText, sections: tuple[Section, ...]) -> Iterator[Sighting]:
    """Names without a head noun that a title and the text both use: "Werkraum Südwestfalen"."""
    for start, end, index in find_repeated(source, sections):
        yield Sighting(start, end, None, InitiativeType.OTHER, "", index, heading=True, certain=True, generic=False)


def _of_heading(
    source: SourceText, sections: tuple[Section, ...], index: int, *, is_list: bool, is_title: bool
) -> Iterator[Sighting]:
    section = sections[index]
    heading = section.heading
    if heading is None:
        return
    text = source.document.text
    end = heading.end - (1 if section.title.endswith(":") else 0)
    names = list(find_initiative_names(text, heading.start, end))
    if _is_stop(section.title):
        yield from _named(text, [name for name in names if name.start > heading.start], index, heading=True)
        return
    if is_list and _is_unknown_place(text, section):
        return
    labelled = find_labelled(text, heading.start, end)
    if labelled is not None:
        yield Sighting(labelled.start, labelled.end, labelled.short, labelled.type, "", index, True, True, False)
        return
    yield from _of_title_line(source, sections, index, names, is_list=is_list, is_title=is_title)


def _of_title_line(
    source: SourceText,
    sections: tuple[Section, ...],
    index: int,
    names: list[InitiativeName],
    *,
    is_list: bool,
    is_title: bool,
) -> Iterator[Sighting]:
    """What a heading names that is neither a standing title nor a label: one of a list as a whole, else its names."""
    section, text = sections[index], source.document.text
    heading = section.heading
    if heading is None:
        return
    end = heading.end - (1 if section.title.endswith(":") else 0)
    quoted = next(find_quoted(text, heading.start, end), None)
    kind = _heading_type(names, section.title)
    dates = _dates_of_items(source, section) if kind is InitiativeType.EVENT else []
    if dates and (is_list or _fills(names, heading.start, end)):
        begin = heading.start if is_list else names[0].start
        for block, date in dates:
            yield Sighting(
                begin, end, quoted, kind, names[0].tail if names else "", index, True, True, False,
                _place_of_item(text, block), date,
            )  # fmt: skip
        return
    if is_list and section.blocks and not (is_title and not names_something(names, quoted)):
        tail, generic = (names[0].tail, names[0].generic) if names else ("", False)
        yield Sighting(heading.start, end, quoted, kind, tail, index, heading=True, certain=True, generic=generic)
        return
    if is_list or (_is_subtitle(sections, index) and kind is InitiativeType.MASTER_PLAN and quoted is None):
        return
    if len(names) == 1 and (names[0].start, names[0].end) == (heading.start, end) and not names[0].plural:
        yield Sighting(heading.start, end, quoted, names[0].type, names[0].tail, index, True, True, False)
        return
    for sighting in _named(text, names, index, heading=True):
        yield replace(sighting, inner=sighting.inner or _beside_dash(text, heading, sighting))
    yield from _hashtags(text, heading, index)


def _is_unknown_place(text: str, section: Section) -> bool:
    """Whether the text under a heading speaks of it as of a place: "Zu Mittelhessen liegen keine Erkenntnisse vor"."""
    if not section.blocks or len(section.title.split()) > 1:
        return False
    preposition = rf"\b(?:[Zz]u|[Ii]n|[Ff]ür|[Aa]us|[Üü]ber)\s+{re.escape(section.title)}\b"
    return re.compile(preposition).search(text, section.blocks[0].start, section.end) is not None


def _dates_of_items(source: SourceText, section: Section) -> list[tuple[Block, str]]:
    """The bullets of a section with their dates, where every one has a date: "Düren, 22. September"."""
    items = [block for block in section.blocks if block.kind is BlockKind.BULLET]
    dated = [(block, found[0].iso) for block in items if (found := find_dates(source.slice(block)))]
    return dated if len(dated) == len(items) else []


def _fills(names: list[InitiativeName], start: int, end: int) -> bool:
    """Whether a heading is one name and nothing else but a number before it."""
    named = len(names) == 1 and names[0].named and not names[0].plural
    return named and names[0].end == end and names[0].start - start <= _NUMBER


def _is_subtitle(sections: tuple[Section, ...], index: int) -> bool:
    """Whether a heading stands right under the title: it says what paper this is."""
    return index == 1 and sections[0].heading is not None and not sections[0].blocks


def _beside_dash(text: str, heading: Block, sighting: Sighting) -> tuple[int, int] | None:
    """The other half of a title of two names: "Mittelfranken baut – Allianz für gute Arbeit"."""
    dash = re.compile(r"\s[–-]\s").search(text, heading.start, heading.end)
    if dash is None or dash.end() != sighting.start or sighting.end != heading.end:
        return None
    return heading.start, dash.start()


def names_something(names: list[InitiativeName], quoted: tuple[int, int] | None) -> bool:
    """Whether a heading holds a name, and is no mere title of a list."""
    return quoted is not None or any(name.named and not name.plural for name in names)


def _heading_type(names: list[InitiativeName], title: str) -> InitiativeType:
    if names:
        return names[0].type
    words = re.findall(r"[\w-]+", title)
    return next(
        (
            found
            for word in words
            if (found := type_of(word)) is not InitiativeType.OTHER and word[0].isupper() and len(word) > 4
        ),
        InitiativeType.OTHER,
    )


def _is_stop(title: str) -> bool:
    words = fold(title).split()
    known = {fold(word) for word in _STOP_HEADINGS}
    return not words or title.islower() or words[0] in known or words[-1] in known


def _place_of_item(text: str, block: Block) -> tuple[int, int] | None:
    """What a list item says beside its date: "Oberbergischer Kreis 29.06.2017"."""
    item = text[block.start : block.end]
    rest = item
    for found in reversed(find_dates(item)):
        rest = rest[: found.start] + " " * (found.end - found.start) + rest[found.end :]
    rest = _DATE_WORDS.sub(lambda match: " " * len(match.group()), rest)
    word = re.search(r"[A-ZÄÖÜ][\w /().-]*\w", rest)
    return (block.start + word.start(), block.start + word.end()) if word else None


def _of_text(text: str, block: Block, index: int) -> Iterator[Sighting]:
    yield from _named(text, find_initiative_names(text, block.start, block.end), index, heading=False)
    yield from _hashtags(text, block, index)
    yield from _repeated(text, block, index)
    labelled = find_labelled(text, block.start, block.end)
    for found in (*find_introduced(text, block.start, block.end), *([labelled] if labelled else [])):
        yield Sighting(
            found.start, found.end, found.short, found.type, "", index, heading=False, certain=True, generic=False
        )


def _named(
    text: str, names: Iterator[InitiativeName] | list[InitiativeName], index: int, *, heading: bool
) -> Iterator[Sighting]:
    for name in names:
        if not name.named or (name.plural and name.inner is None):
            continue
        bare = text[name.start : name.end].count(" ") == 0
        own = name.inner is not None or name.quoted or not bare or _is_dated_event(text, name)
        certain = not name.described and own
        yield Sighting(
            name.start, name.end, name.inner, name.type, name.tail, index, heading and certain, certain, name.generic
        )


def _is_dated_event(text: str, name: InitiativeName) -> bool:
    """Whether a compound names an event by its day: "die Textilkonferenz des DGB am 6. Mai"."""
    if name.type is not InitiativeType.EVENT or name.generic or name.plural:
        return False
    return bool(_ON_DAY.match(text, name.end))


def _of_title(text: str, block: Block, section: Section, index: int) -> Iterator[Sighting]:
    """The section's own title, or the beginning of it, in quotation marks: "„Zukunft durch Industrie e.V.“ wurde …"."""
    title = fold(section.title)
    for start, end in find_quoted(text, block.start, block.end):
        if end - start > _SHORTEST_TITLE and title.startswith(fold(text[start:end])):
            yield Sighting(
                start, end, None, InitiativeType.OTHER, "", index, heading=False, certain=False, generic=False
            )


def _hashtags(text: str, block: Block, index: int) -> Iterator[Sighting]:
    if text.find("#", block.start, block.end) < 0:
        return
    for match in _HASHTAG.finditer(text, block.start, block.end):
        yield Sighting(*match.span(), None, InitiativeType.CAMPAIGN, "kampagne", index, False, True, False)


def _repeated(text: str, block: Block, index: int) -> Iterator[Sighting]:
    """A quoted name with the same words right before it: a heading that ran into the text."""
    for start, end in find_quoted(text, block.start, block.end):
        before = text[max(block.start, start - (end - start) - 4) : start]
        if fold(before).endswith(fold(text[start:end])) and end - start > 12:
            yield Sighting(start, end, None, InitiativeType.OTHER, "", index, False, True, False)
