"""Long documents are read in parts, and say the same as their parts."""

from graph.model import Document, Participation, Silence
from loaders.blocks import find_blocks
from loaders.document import SourceText
from loaders.parts import split
from loaders.reading import read
from seeds.register import load_register

SECTION = "Bündnis Werk {n}\n\nTräger sind die IHK Köln und der DGB. " + "Es arbeitet viel und gern. " * 400 + "\n\n"


def _source(sections: int) -> SourceText:
    text = "".join(SECTION.format(n=n) for n in range(sections))
    return SourceText(Document("document:x", "x.txt", "x", "plain", text), find_blocks(text))


def test_a_short_document_is_one_part() -> None:
    assert len(list(split(_source(3)))) == 1


def test_a_long_document_is_cut_before_headings_and_nothing_is_lost() -> None:
    source = _source(80)
    parts = list(split(source))
    assert len(parts) > 1
    assert tuple(block for part in parts for block in part.blocks) == source.blocks
    assert all(part.slice(part.blocks[0]).startswith("Bündnis Werk") for part in parts)


def test_every_section_of_a_long_document_is_read_and_progress_is_told() -> None:
    source = _source(80)
    done: list[int] = []
    reading = read(source, load_register(), progress=done.append)
    takings = [fact for fact in reading.facts if isinstance(fact, Participation)]
    assert len(takings) == 160
    assert done == sorted(done)
    assert done[-1] == source.blocks[-1].end
    assert not [fact for fact in reading.facts if isinstance(fact, Silence)]


def test_a_sentence_that_comes_again_word_for_word_is_kept_where_it_stands_first() -> None:
    text = "Bündnis Werk\n\nTräger sind die IHK Köln und der DGB.\n\nTräger sind die IHK Köln und der DGB.\n"
    reading = read(SourceText(Document("document:x", "x.txt", "x", "plain", text), find_blocks(text)), load_register())
    first = text.index("Träger")
    assert {statement.quote_start for statement in reading.statements} == {first}
    assert len([fact for fact in reading.facts if isinstance(fact, Participation)]) == 2
