"""Before a cell says that its kind is not mentioned, the text on the initiative is searched for words of that kind.

A hit makes the cell one to be checked, with the sentence: the reading of the document may have passed somebody over.
From what the documents say of each initiative; next: `coverage.py` judges it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.kinds import ActorKind, ChamberType, UnreadReason
from graph.records import Row
from graph.store import Store
from queries.answers import CellValue, Column, DocumentRow
from queries.catalog import question
from queries.cells import RowFacts, judge_all
from queries.columns import CHAMBERS, possible_columns
from queries.evidence import quoted
from queries.facts import Facts, Unread
from queries.kind_words import KindWord, kind_words
from queries.rows import spans, text
from queries.standing import widen
from seeds.register import Register

_SILENT = (CellValue.NOT_LISTED, CellValue.NOT_MENTIONED, CellValue.NOBODY_NAMED)
_KINDS: Mapping[tuple[Column, ...], tuple[ActorKind, ChamberType | None]] = {
    CHAMBERS: (ActorKind.CHAMBER, None),
    (Column.IHK,): (ActorKind.CHAMBER, ChamberType.IHK),
    (Column.HWK,): (ActorKind.CHAMBER, ChamberType.HWK),
    (Column.UNION,): (ActorKind.UNION, None),
    (Column.EMPLOYERS,): (ActorKind.EMPLOYERS_ASSOCIATION, None),
    (Column.GOVERNMENT,): (ActorKind.MINISTRY, None),
    (Column.SCIENCE,): (ActorKind.UNIVERSITY, None),
}
_AT_A_TIME = 200
"""So many documents are held at once."""
_FEW = 200
"""Of so many initiatives the passages are asked for one by one."""
_LONGEST = 600
"""So many letters of a sentence are told on each side of a word."""
_END = re.compile(r"\n|(?<=[a-zäöüß\d)“”\"»«]{2})[.!?](?=\s+[A-ZÄÖÜ„\"»«])")

_Span = tuple[int, int]
_Passages = Mapping[str, Sequence[tuple[str, _Span]]]
"""By document: the initiative (as it is shown) that each passage speaks about."""


def search_texts(store: Store, facts: Facts, rows: Mapping[str, RowFacts], register: Register) -> tuple[Unread, ...]:
    """The words, in the text on each of these initiatives, of kinds of which its cells would say nothing.

    `rows` is what the documents say, by initiative; other texts are not looked at. A cell that a person decided on is
    left alone, and a word inside the name of an initiative or of another kind's organisation is none.
    """
    found: list[Unread] = []
    passages = _passages(store, facts, rows)
    silent = {id: _silent(rows[id]) for id in {id for told in passages.values() for id, _ in told}}
    documents = sorted(id for id, told in passages.items() if any(silent[one] for one, _ in told))
    for start in range(0, len(documents), _AT_A_TIME):
        some = documents[start : start + _AT_A_TIME]
        texts, names = _texts(store, some), _names(store, facts, some)
        for document in some:
            for id, span in passages[document]:
                if silent[id]:
                    words = _words(texts[document], span, register)
                    open_words = _outside_names(words, names.get(document, ()), silent[id])
                    found += _places(id, open_words, texts[document], facts.documents[document])
    return tuple(found)


def _silent(facts: RowFacts) -> frozenset[Column]:
    """The columns of which nothing is said, and of which no person said anything."""
    decided = {
        column
        for claim in facts.rejected
        for column in possible_columns(claim.subject.kind, claim.subject.chamber_type)
    }
    cells = judge_all(tuple(Column), facts)
    return frozenset(cell.column for cell in cells if cell.value in _SILENT) - decided


def _passages(store: Store, facts: Facts, known: Mapping[str, RowFacts]) -> _Passages:
    found: defaultdict[str, list[tuple[str, _Span]]] = defaultdict(list)
    for row in _asked_passages(store, facts, known):
        document, id = text(row, "document"), facts.identity.of(text(row, "initiative"))
        if document in facts.documents and id in known:
            found[document] += [(id, span) for span in spans(row, "passages")]
    return found


def _asked_passages(store: Store, facts: Facts, ids: Iterable[str]) -> list[Row]:
    """All of them, or of few initiatives only theirs."""
    few = sorted({member for id in ids for member in facts.identity.within(id)})
    return store.read(question("passages_around"), ids=few) if len(few) <= _FEW else store.read(question("passages"))


def _texts(store: Store, documents: Iterable[str]) -> Mapping[str, str]:
    whole: defaultdict[str, str] = defaultdict(str)
    for row in store.read(question("texts"), ids=list(documents)):
        whole[text(row, "document")] += text(row, "text")
    return whole


def _names(store: Store, facts: Facts, documents: Iterable[str]) -> Mapping[str, list[tuple[_Span, frozenset[Column]]]]:
    """Where each document names whom, and the columns that one may count for: none for initiatives.

    A group's word is left out: "Sozialpartner" stands for several kinds.
    """
    found: defaultdict[str, list[tuple[_Span, frozenset[Column]]]] = defaultdict(list)
    rows = store.read(question("naming_spans"), ids=list(documents))
    identity = widen(store, facts.identity, {text(row, "node") for row in rows})
    for row in rows:
        id = identity.of(text(row, "node"))
        node = facts.nodes.get(id)
        if (node and not node.is_group) or id in facts.initiatives:
            columns = frozenset(possible_columns(node.kind, node.chamber_type) if node else ())
            found[text(row, "document")] += [(span, columns) for span in spans(row, "spans")]
    return found


def _words(whole: str, span: _Span, register: Register) -> Iterator[KindWord]:
    """The words of a passage, with offsets in the document."""
    start, end = span
    for word in kind_words(register).find(whole[start:end]):
        yield replace(word, start=start + word.start, end=start + word.end)


def _outside_names(
    words: Iterable[KindWord], names: Sequence[tuple[_Span, frozenset[Column]]], silent: frozenset[Column]
) -> Iterator[KindWord]:
    """The words that may speak of a silent column; what stands in a name speaks of what has that name."""
    for word in words:
        around = [columns for (start, end), columns in names if start < word.end and word.start < end]
        columns = tuple(one for one in word.columns if one in silent and all(one in columns for columns in around))
        if columns:
            yield replace(word, columns=columns)


def _places(id: str, words: Iterable[KindWord], whole: str, document: DocumentRow) -> Iterator[Unread]:
    for word in words:
        start, end = _sentence(whole, word)
        evidence = quoted(document, whole[start:end], start, end, method=UnreadReason.NO_FACT.value, confidence=0.0)
        shown = " ".join(word.word.split())
        for columns in (word.columns,) if word.columns in _KINDS else [(one,) for one in word.columns]:
            place = f"{document.id}/{id}/{word.start}/{'-'.join(columns)}"
            yield Unread(place, shown, *_KINDS[columns], id, UnreadReason.NO_FACT, evidence)


def _sentence(whole: str, word: KindWord) -> _Span:
    """The sentence around a word, or its line."""
    before = max(0, word.start - _LONGEST)
    start = max((found.end() for found in _END.finditer(whole, before, word.start)), default=before)
    found = _END.search(whole, word.end, word.end + _LONGEST)
    end = found.end() if found else min(len(whole), word.end + _LONGEST)
    quote = whole[start:end]
    return start + len(quote) - len(quote.lstrip()), start + len(quote.rstrip())
