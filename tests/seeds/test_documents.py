"""The sample documents are ours, readable, dated, and show what a first map should show."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from seeds.documents import sample_documents

ORIGINALS = Path(__file__).resolve().parents[2].parent / "shared" / "documents"
RUN = 8  # so many words in a row are a quotation
UNDATED = "10_allianzen_in_nrw.txt"
DATE = re.compile(
    r'<meta name="date" content="20\d\d-\d\d-\d\d">'
    r"|\b\d\d?\.\d\d?\.20\d\d\b"
    r"|\b\d\d?\. (?:Januar|Februar|März|April|Mai) 20\d\d\b"
)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


def without_tags(text: str) -> str:
    return re.sub(r"<[^>]+>", " ", text)


def test_there_are_enough_documents_in_every_format() -> None:
    formats = Counter(path.suffix for path in sample_documents())
    assert sum(formats.values()) >= 8
    assert set(formats) == {".txt", ".md", ".html"}
    assert min(formats.values()) >= 2


def test_documents_come_sorted_and_as_files() -> None:
    paths = sample_documents()
    assert all(before.name < after.name for before, after in pairwise(paths))
    assert all(path.is_file() for path in paths)


@pytest.mark.parametrize("path", sample_documents(), ids=lambda path: path.name)
def test_a_document_is_plain_utf8(path: Path) -> None:
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert "\ufffd" not in text
    assert len(words(without_tags(text))) > 100


@pytest.mark.parametrize("path", sample_documents(), ids=lambda path: path.name)
def test_a_document_has_its_date_in_its_head_and_one_has_none(path: Path) -> None:
    head = "".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:8])
    assert bool(DATE.search(head)) == (path.name != UNDATED)


@pytest.mark.parametrize("path", sample_documents(), ids=lambda path: path.name)
def test_contact_data_is_invented(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert set(re.findall(r"[\w.]+ ?(?:@|\[at\]) ?[\w.]+", text)) <= {"muster [at] example.org"}
    assert set(re.findall(r"Telefon:? ([\d +/-]+\d)", text)) <= {"030 0000-00"}


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals are not beside this checkout")
@pytest.mark.parametrize("path", sample_documents(), ids=lambda path: path.name)
def test_no_eight_words_in_a_row_are_from_the_originals(path: Path) -> None:
    theirs = {run for original in ORIGINALS.glob("*.txt") for run in runs(original.read_text(encoding="utf-8"))}
    assert theirs
    common = runs(without_tags(path.read_text(encoding="utf-8"))) & theirs
    assert {" ".join(run) for run in common} == set()


@pytest.mark.parametrize(
    "phenomenon",
    [
        "Gewerkschaften gehören der Initiative nicht an.",  # absence by anaphora
        "gehören der Kampagne nicht förmlich an, unterstützen sie aber",  # informal
        "IHK und Handwerkskammer Frankfurt am Main",  # coordination
        "keine Erkenntnisse",  # silence
        "es heißt jetzt",  # a renamed ministry
        "sehr interessiert",  # an interest is no participation
        "<table>",
        "<nav>",
        "Pressekontakt",
    ],
)
def test_the_hard_phenomena_are_there(phenomenon: str) -> None:
    texts = [" ".join(path.read_text(encoding="utf-8").split()) for path in sample_documents()]
    assert sum(phenomenon in text for text in texts) >= 1
