"""Plain text to blocks: what the layout of lines says.

A heading is a short line after a blank one that does not end like a sentence; a bullet starts with a sign; contact
blocks, captions and page furniture are marked, never dropped. Used for .txt and .pdf; other formats know their blocks.
"""

import itertools
import re
from collections.abc import Iterator

from loaders.document import Block, BlockKind
from loaders.lexicon import mapping_table, word_table

_LAYOUT = word_table("layout")
_FURNITURE = frozenset(_LAYOUT["boilerplate_lines"])
_CONTACT_HEADING = re.compile(
    rf"(?:{'|'.join(map(re.escape, _LAYOUT['contact_headings']))})\b[^.]{{0,40}}$", re.IGNORECASE
)
_CONTACT_LABEL = re.compile(rf"(?:{'|'.join(map(re.escape, _LAYOUT['contact_labels']))})\b\.?\s*(?::|$)", re.IGNORECASE)
_CAPTION = re.compile("|".join(map(re.escape, _LAYOUT["caption_marks"])), re.IGNORECASE)
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[•·▪◦‣∙*–—-]|\(?\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_NUMBERED_TITLE = re.compile(r"\(?(?:TOP\s*)?\d{1,2}[.):]?\s+[A-ZÄÖÜ][^.!;,]{2,70}$")
_KEY_VALUE = re.compile(r"[A-ZÄÖÜ][\w/-]*(?: [\w/-]+){0,3}:\s+\S")
_PROJECT_TITLE = re.compile(
    rf"(?:{mapping_table('introductions', 'numbered')['words']}"
    rf"|(?:{mapping_table('introductions', 'labels')['programme']}):\s+)"
    r"[^.!?;:]{3,100}$"
)
_SEPARATED = re.compile(r"[\wÄÖÜäöüß ]+(?:\s[|·•]\s[\wÄÖÜäöüß ]+){2,}$")
_PATH = re.compile(rf"(?:{'|'.join(word_table('layout')['paths'])})", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<!\be\. V)(?<!\be\.V)[.!?;,]$")
_TITLE_WORDS = re.compile(r"\W*[A-ZÄÖÜ0-9][\w|]*(?:[^\w|]\W*[A-ZÄÖÜ0-9][\w|]*)*\W*$")
_VERB = re.compile(r"\b(?:wurde|wurden|wird|werden|ist|sind|war|waren|hat|haben|hatte|soll|sollen|kann|können)\b")
_INNER_STOP = re.compile(r"[a-zäöüß0-9]{2}\.\s+[A-ZÄÖÜ]")
_MAX_CONTACT = 90
_MAX_HEADING = 130
_MAX_HEADING_WORDS = 17


def find_blocks(text: str) -> tuple[Block, ...]:
    """Cut plain text into blocks, sorted and disjoint. Linear in the length of the text."""
    lines = tuple(_stripped_lines(text))
    return tuple(_blocks(text, lines))


def _stripped_lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if end > start:
            yield start, end


def _blocks(text: str, lines: tuple[tuple[int, int], ...]) -> Iterator[Block]:
    in_contacts = False
    paragraph: tuple[int, int] | None = None
    last: BlockKind | None = None
    titled = False
    for index, (start, end) in enumerate(lines):
        line = text[start:end]
        after_blank = index == 0 or text.count("\n", lines[index - 1][1], start) > 1
        before_blank = index + 1 == len(lines) or text.count("\n", end, lines[index + 1][0]) > 1
        kind = _line_kind(line, after_blank=after_blank, before_blank=before_blank)
        if kind in (BlockKind.HEADING, BlockKind.KEY_VALUE, BlockKind.BOILERPLATE) or _has_bars(line):
            kind = _among_lines(text, lines, index, kind, below_heading=titled and last is BlockKind.HEADING)
        if _CONTACT_HEADING.match(line):
            in_contacts = True
        elif in_contacts and (len(line) > _MAX_CONTACT or (kind is BlockKind.HEADING and _leads_to_text(lines, index))):
            in_contacts = False
        if in_contacts and kind is not BlockKind.CAPTION:
            kind = BlockKind.BOILERPLATE
        titled = titled or last is not None
        last = kind
        if (
            kind is BlockKind.PARAGRAPH
            and paragraph
            and not after_blank
            and _continues(text[paragraph[0] : paragraph[1]], line)
        ):
            paragraph = paragraph[0], end
            continue
        if paragraph:
            yield Block(BlockKind.PARAGRAPH, *paragraph)
            paragraph = None
        if kind is BlockKind.PARAGRAPH:
            paragraph = start, end
        elif kind is BlockKind.BULLET:
            sign = _BULLET.match(line)
            yield Block(kind, start + (sign.end() if sign else 0), end)
        else:
            yield Block(kind, start, end, 2 if kind is BlockKind.HEADING else 1)
    if paragraph:
        yield Block(BlockKind.PARAGRAPH, *paragraph)


def _is_wrapped(line: str, follower: str) -> bool:
    """Whether a short line is the beginning of a sentence that goes on in the next one."""
    return follower.islower() or follower.isdigit() or bool(_VERB.search(line))


def _among_lines(
    text: str, lines: tuple[tuple[int, int], ...], index: int, kind: BlockKind, *, below_heading: bool
) -> BlockKind:
    """What a heading, a label or page furniture is in truth, seen with the lines around it."""
    start, end = lines[index]
    before_blank = index + 1 == len(lines) or text.count("\n", end, lines[index + 1][0]) > 1
    if kind is BlockKind.HEADING and not before_blank and _is_wrapped(text[start:end], text[lines[index + 1][0]]):
        return BlockKind.PARAGRAPH
    if kind is BlockKind.HEADING and below_heading and _opens_list(text, lines, index):
        return BlockKind.PARAGRAPH
    if (kind is BlockKind.BOILERPLATE or _has_bars(text[start:end])) and _is_row(text, lines, index):
        return BlockKind.TABLE_ROW
    return BlockKind.HEADING if kind is BlockKind.KEY_VALUE and index == 0 and before_blank else kind


def _opens_list(text: str, lines: tuple[tuple[int, int], ...], index: int) -> bool:
    """Whether a short line below a heading is the first of a list of lines without signs, and no heading itself."""
    run = 1
    for (_, end), (start, stop) in itertools.pairwise(lines[index:]):
        if text.count("\n", end, start) > 1:
            break
        line = text[start:stop]
        if _BULLET.match(line) or not _looks_like_heading(line):
            return False
        run += 1
    return run > 1


def _has_bars(line: str) -> bool:
    return line.count(" | ") > 1


def _is_row(text: str, lines: tuple[tuple[int, int], ...], index: int) -> bool:
    """Whether a line with bars has a neighbour with as many: a table, and no row of links."""
    cells = text.count("|", *lines[index])
    beside = [lines[other] for other in (index - 1, index + 1) if 0 <= other < len(lines)]
    return cells > 0 and any(text.count("|", *line) == cells for line in beside)


def _leads_to_text(lines: tuple[tuple[int, int], ...], index: int) -> bool:
    """Whether the next line is running text, so that the line before it is a heading and no name to call."""
    return index + 1 < len(lines) and lines[index + 1][1] - lines[index + 1][0] > _MAX_CONTACT


def _line_kind(line: str, *, after_blank: bool, before_blank: bool) -> BlockKind:
    if (
        line.lower().rstrip(":") in _FURNITURE
        or (len(line) < 90 and _SEPARATED.match(line))
        or _PATH.match(line)
        or _CONTACT_LABEL.match(line)
    ):
        return BlockKind.BOILERPLATE
    if _NUMBERED_TITLE.match(line) and after_blank and before_blank:
        return BlockKind.HEADING
    if _PROJECT_TITLE.match(line) and after_blank and before_blank:
        return BlockKind.HEADING
    if _BULLET.match(line):
        return BlockKind.BULLET
    if len(line) < 300 and _CAPTION.search(line):
        return BlockKind.CAPTION
    if _looks_like_heading(line) and after_blank:
        return BlockKind.HEADING
    if len(line) < 400 and _KEY_VALUE.match(line):
        return BlockKind.KEY_VALUE
    if before_blank and after_blank and len(line) < 60 and _TITLE_WORDS.match(line):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _looks_like_heading(line: str) -> bool:
    words = line.split()
    if len(line) > _MAX_HEADING or len(words) > _MAX_HEADING_WORDS or _SENTENCE_END.search(line):
        return False
    if line.endswith("V.") and _VERB.search(line):
        return False
    if line.endswith(":"):
        return len(words) <= 5 and all(
            not word[0].islower() or word in ("der", "die", "des", "für", "in", "im") for word in words
        )
    if _INNER_STOP.search(line) and _VERB.search(line):
        return False
    return not _KEY_VALUE.match(line) or line[0] in '„"' or "„" in line


def _continues(paragraph: str, line: str) -> bool:
    """Whether a line goes on with the paragraph above it: hard-wrapped text, as in mails and PDFs."""
    return not paragraph.endswith((".", "!", "?", ":")) or line[0].islower()
