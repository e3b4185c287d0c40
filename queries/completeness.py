"""What a document says of its own completeness: "eine erste Liste, die ständig aktualisiert wird", "(Auswahl)".

Read from the stored texts at asking; the words are in `completeness.toml`. Next: `profile.py`, `coverage.py`.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources

from graph.store import Store
from queries.answers import Cell, CellValue, Coverage, CoverageRow, DocumentRow, Evidence, Mark
from queries.catalog import question
from queries.evidence import quoted
from queries.rows import text as text_of
from queries.sentences import SENTENCE

_WORDS = tomllib.loads(resources.files("queries").joinpath("completeness.toml").read_text(encoding="utf-8"))


def _choice(table: str, key: str) -> str:
    """One of these phrases as whole words."""
    return rf"(?<!\w)(?:{_WORDS[table][key]})(?!\w)"


_LIST = re.compile(r"(?<!-)" + _choice("lists", "nouns"))
_OTHERS = re.compile(_choice("lists", "others"))
_OF_OTHERS = re.compile(rf"\s+(?:(?:von|der|des|mit|zu|an)\s+)?(?:\w+e[nrs]\s+)?{_OTHERS.pattern}")
_PARTICIPANTS = re.compile(_choice("open", "participants"))
_POINTS_HERE = re.compile(_choice("own", "pointers"))
_OPENS = re.compile(rf"\W*(?:{_choice('own', 'opening')}\s+){{0,5}}$")
_ELSEWHERE = re.compile(_choice("own", "elsewhere"))
_OPEN_BEFORE = re.compile(_choice("open", "before") + r"\s+$")
_OPEN_BEHIND = re.compile(_choice("open", "behind"))
_OPEN_ALONE = re.compile(_choice("open", "alone"))
_OPEN_PART = re.compile(rf"{_PARTICIPANTS.pattern}[^().]{{0,40}}\((?:{_WORDS['open']['part']})\)")
_OPEN_CHOICE = re.compile(
    rf"{_choice('open', 'choice')}\s+(?:(?:der|von|unserer|unseren|aus|den|dieser)\s+){{1,3}}(?:\w+e[nr]\s+)?"
    + _PARTICIPANTS.pattern
)
_FULL_BEFORE = re.compile(_choice("complete", "before") + r"\s+$")
_FULL_BEHIND = re.compile(_choice("complete", "behind"))
_DENIED = re.compile(_choice("complete", "denied"))


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A sentence in which a document says whether it is complete: `text[quote_start:quote_end] == quote`."""

    document_id: str
    quote: str
    quote_start: int
    quote_end: int
    is_complete: bool


def read_completeness(store: Store, documents: Iterable[str]) -> tuple[OwnWord, ...]:
    """What these documents (their ids) say of their own completeness, by id and in the order of the text."""
    whole: defaultdict[str, str] = defaultdict(str)
    for row in store.read(question("texts"), ids=sorted(set(documents))):
        whole[text_of(row, "document")] += text_of(row, "text")
    return tuple(
        OwnWord(document, text[start:end], start, end, is_complete)
        for document, text in sorted(whole.items())
        for start, end, is_complete in find_completeness(text)
    )


def mark_open_lists(store: Store, found: Coverage) -> Coverage:
    """The coverage, its cells that rest on a list marked where that list's document says that it is not complete.

    Such a cell also has the document's sentence among its evidence.
    """
    rows = (*found.rows, *found.without_table)
    listed = {item.document_id for row in rows for cell in row.cells if _is_not_listed(cell) for item in cell.evidence}
    if not listed:
        return found
    documents = {document.id: document for document in found.documents}
    words: defaultdict[str, list[OwnWord]] = defaultdict(list)
    for word in read_completeness(store, listed & documents.keys()):
        if not word.is_complete:
            words[word.document_id].append(word)

    def mark(row: CoverageRow) -> CoverageRow:
        return replace(row, cells=tuple(_marked(cell, words, documents) for cell in row.cells))

    return replace(found, rows=tuple(map(mark, found.rows)), without_table=tuple(map(mark, found.without_table)))


def _is_not_listed(cell: Cell) -> bool:
    return cell.value is CellValue.NOT_LISTED


def _marked(cell: Cell, words: Mapping[str, list[OwnWord]], documents: Mapping[str, DocumentRow]) -> Cell:
    if not _is_not_listed(cell):
        return cell
    resting_on = sorted({item.document_id for item in cell.evidence} & words.keys())
    told = [_to_evidence(word, documents[id]) for id in resting_on for word in words[id]]
    return replace(cell, marks=(*cell.marks, Mark.OPEN_LIST), evidence=(*cell.evidence, *told)) if told else cell


def _to_evidence(word: OwnWord, document: DocumentRow) -> Evidence:
    start, end = word.quote_start, word.quote_end
    return quoted(document, word.quote, start, end, method="completeness", confidence=1.0)


def find_completeness(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, is complete) of every such sentence, in order."""
    for found in SENTENCE.finditer(text):
        is_complete = _says_complete(" ".join(found.group().split()))
        if is_complete is not None:
            yield *found.span(), is_complete


def _says_complete(sentence: str) -> bool | None:
    """True or False as the sentence says it of this document; None where it says nothing of it."""
    listed, choice = _LIST.search(sentence), _OPEN_CHOICE.search(sentence)
    if listed and _OF_OTHERS.match(sentence, listed.end()):
        return None
    if _OPEN_PART.search(sentence):
        return False
    if alone := _OPEN_ALONE.search(sentence):
        is_of_others = _OTHERS.search(sentence, 0, alone.start()) and not _PARTICIPANTS.search(sentence)
        return None if is_of_others else False
    if _ELSEWHERE.search(sentence):
        return None
    if choice and not _OTHERS.search(choice.group()):
        return False
    if not listed or not (_POINTS_HERE.search(sentence) or _OPENS.match(sentence[: listed.start()])):
        return None
    before = sentence[: listed.start()]
    if _OPEN_BEFORE.search(before) or _OPEN_BEHIND.search(sentence, listed.end()):
        return False
    is_full = _FULL_BEFORE.search(before) or _FULL_BEHIND.search(sentence, listed.end())
    return True if is_full and not _DENIED.search(sentence) else None
