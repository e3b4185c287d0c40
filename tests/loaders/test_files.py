"""Files and folders: what is read, what is not and why, and that nothing hangs."""

import os
import sys
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.keys import document_id
from loaders.contacts import MASK
from loaders.document import BlockKind
from loaders.files import LARGEST, Skipped, read_source, walk
from tests.loaders.formats import files_made

TEXT = "Dialog Hessen\n\nStand: Juni 2017\n\nTräger ist die IHK, Telefon: 0611 123456.\n"
NO_LINKS = sys.platform == "win32"
originals = Path(__file__).parents[3] / "shared" / "documents"


def write(path: Path, data: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


def names(found: list[Path | Skipped], root: Path) -> list[str | tuple[str, str]]:
    return [
        (entry.path.relative_to(root).as_posix(), entry.reason)
        if isinstance(entry, Skipped)
        else entry.relative_to(root).as_posix()
        for entry in found
    ]


def test_a_text_file_becomes_a_dated_document_without_contact_data(tmp_path: Path) -> None:
    path = write(tmp_path / "dialog.txt", TEXT)
    source = read_source(path)
    document = source.document
    assert document.id == document_id(path.read_bytes())
    assert document.address == path.resolve().as_posix()
    assert (document.title, document.format) == ("Dialog Hessen", "plain")
    assert (document.date, document.date_origin) == ("2017-06", "head")
    assert document.text == TEXT.replace("0611 123456", MASK * 11)
    assert source.slice(source.blocks[0]) == "Dialog Hessen"
    assert not document.sample


def test_address_sample_and_date_can_be_given(tmp_path: Path) -> None:
    path = write(tmp_path / "x.md", "# Dialog\n\nText")
    document = read_source(path, as_of="März 2019", address="https://beispiel.example/x", sample=True).document
    assert (document.address, document.sample) == ("https://beispiel.example/x", True)
    assert (document.date, document.date_origin) == ("2019-03", "given")


def test_offsets_are_those_of_the_decoded_text(tmp_path: Path) -> None:
    text = "Erste Zeile\r\nBu\u0308ndnis 🙂 für Köln\rdritte"
    path = write(tmp_path / "x.txt", b"\xef\xbb\xbf" + text.encode("utf-8"))
    assert read_source(path).document.text == path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("name", "data", "title"),
    [
        ("a.html", b"<title>Seite</title><p>Text", "Seite"),
        ("a.htm", b"<h1>Dialog</h1>", "Dialog"),
        ("A.HTML", b"<p>Text", "A"),
        ("a2.html", b"<h2>Dialog</h2>", "Dialog"),
        ("b.md", b"# Dialog\n\nText", "Dialog"),
        ("c.docx", files_made.as_docx([("heading", "Dialog")]), "Dialog"),
        ("d.pdf", files_made.as_pdf([[(72, 700, 16, "Dialog"), (72, 600, 11, "Ein Satz steht hier.")]]), "Dialog"),
        ("e.xlsx", files_made.as_xlsx({"Tabelle1": [["Dialog", "IHK"]]}), "e"),
        ("f.txt", b"30.04.18Berlin\n\nDialog\n\nEin Satz steht hier.", "Dialog"),
        ("f2.txt", b"Pressemitteilung\n\nDialog\n\nEin Satz steht hier.", "Dialog"),
        ("f3.txt", b"Medieninformation\n\nEin Satz steht hier.", "Medieninformation"),
        ("f4.txt", b"Sitzung des Vereins Dialog e. V.\n\nEin Satz steht hier.", "Sitzung des Vereins Dialog e. V."),
        ("f5.txt", b"Partner ist der Verein Dialog e. V.\n\nEin Satz steht hier.", "f5"),
        ("g.txt", b"Ein Satz, der kein Titel ist.", "g"),
        ("h.html", b"<h1>Ruf 0611 123456 an</h1>", f"Ruf {MASK * 11} an"),
    ],
)
def test_every_format_has_a_title(tmp_path: Path, name: str, data: bytes, title: str) -> None:
    assert read_source(write(tmp_path / name, data)).document.title == title


BAD = [
    ("leer.txt", b"", "empty"),
    ("leer.docx", b"", "empty"),
    ("blank.txt", b" \n\r\n ", "empty"),
    ("leer.html", b"<html><body></body></html>", "empty"),
    ("mark.txt", b"\xef\xbb\xbf", "empty"),
    ("bild.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, "binary"),
    ("bild.html", bytes(400), "binary"),
    ("kaputt.pdf", b"%PDF-1.4 kaputt", "damaged"),
    ("scan.pdf", files_made.as_pdf([[]]), "no_text_layer"),
    ("kaputt.docx", b"PK\x03\x04kaputt", "damaged"),
    ("anders.docx", files_made.zipped({"a.txt": b"x"}), "damaged"),
    ("anders.xlsx", files_made.as_docx([("paragraph", "x")]), "damaged"),
    ("schloss.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "password_protected"),
    ("tief.md", b">" * 20_000 + b" x", "too_deep"),
    ("alt.doc", b"x", "unknown_format"),
    ("ohne", b"x", "unknown_format"),
]


@pytest.mark.parametrize(("name", "data", "code"), BAD, ids=[row[0] for row in BAD])
def test_what_cannot_be_read_is_named_with_its_path(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = write(tmp_path / name, data)
    with pytest.raises(DocumentError) as caught:
        read_source(path)
    assert caught.value.code == code
    assert caught.value.details["path"] == str(path)


def test_a_missing_path_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        read_source(tmp_path / "fehlt.txt")
    assert caught.value.code == "not_found"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        read_source(tmp_path)
    assert caught.value.code == "a_folder"


def test_a_file_beyond_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "riesig.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(DocumentError) as caught:
        read_source(path)
    assert caught.value.code == "too_large"


@pytest.mark.timeout(20)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_never_blocks(tmp_path: Path) -> None:
    pipe = tmp_path / "rohr.txt"
    os.mkfifo(pipe)
    with pytest.raises(DocumentError) as caught:
        read_source(pipe)
    assert caught.value.code == "not_a_file"
    write(tmp_path / "x.txt", "x")
    assert names(list(walk([tmp_path])), tmp_path) == [("rohr.txt", "not_a_file"), "x.txt"]


def test_folders_are_walked_in_a_fixed_order_and_leftovers_are_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.MD", "a/b/c.html", "a/bild.png", ".versteckt/x.txt", ".x.txt", "~$b.docx", "Thumbs.db"):
        write(tmp_path / name, "x")
    write(tmp_path / ".DS_Store", "x")
    assert names(list(walk([tmp_path])), tmp_path) == [
        "a/b/c.html",
        ("a/bild.png", "unknown_format"),
        "a/z.MD",
        "b.txt",
    ]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a" / "x.txt", "x")
    assert list(walk([path, tmp_path, path.parent / ".." / "a" / "x.txt"])) == [path]


def test_a_missing_path_does_not_hide_the_others(tmp_path: Path) -> None:
    path = write(tmp_path / "x.txt", "x")
    assert list(walk([tmp_path / "fehlt", path])) == [Skipped(tmp_path / "fehlt", "not_found"), path]


def test_a_folder_with_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "leer" / "bild.png", "x")
    found = walk([tmp_path / "leer"])
    assert next(found) == Skipped(tmp_path / "leer" / "bild.png", "unknown_format")
    with pytest.raises(DocumentError) as caught:
        next(found)
    assert (caught.value.code, caught.value.details) == ("no_readable_files", {"path": str(tmp_path / "leer")})


def test_beside_other_paths_a_folder_with_nothing_to_read_is_skipped(tmp_path: Path) -> None:
    path = write(tmp_path / "x.txt", "x")
    (tmp_path / "leer").mkdir()
    assert list(walk([tmp_path / "leer", path])) == [Skipped(tmp_path / "leer", "no_readable_files"), path]


def test_no_paths_give_nothing() -> None:
    assert list(walk([])) == []


@pytest.mark.timeout(20)
@pytest.mark.skipif(NO_LINKS, reason="links need a privilege here")
def test_link_loops_end(tmp_path: Path) -> None:
    write(tmp_path / "a" / "x.txt", "x")
    (tmp_path / "a" / "schleife").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b.txt").symlink_to(tmp_path / "c.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "d.txt").symlink_to(tmp_path / "weg.txt")
    assert names(list(walk([tmp_path])), tmp_path) == [
        "a/x.txt",
        ("b.txt", "link_loop"),
        ("c.txt", "link_loop"),
        ("d.txt", "not_found"),
    ]


@pytest.mark.skipif(NO_LINKS, reason="links need a privilege here")
def test_a_linked_folder_is_walked(tmp_path: Path) -> None:
    write(tmp_path / "woanders" / "x.txt", "x")
    (tmp_path / "hier").mkdir()
    (tmp_path / "hier" / "link").symlink_to(tmp_path / "woanders", target_is_directory=True)
    assert list(walk([tmp_path / "hier"])) == [tmp_path / "hier" / "link" / "x.txt"]


def test_a_folder_that_may_not_be_opened_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "x.txt", "x")
    write(tmp_path / "zu" / "y.txt", "y")
    real = Path.iterdir

    def refused(self: Path) -> object:
        if self.name == "zu":
            raise PermissionError(13, "denied")
        return real(self)

    monkeypatch.setattr(Path, "iterdir", refused)  # the tests run as root, whom no permission stops
    assert names(list(walk([tmp_path])), tmp_path) == ["x.txt", ("zu", "unreadable")]


def test_a_parser_that_fails_means_a_damaged_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(data: bytes) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("loaders.formats.plain.read", fails)
    with pytest.raises(DocumentError) as caught:
        read_source(write(tmp_path / "x.txt", "x"))
    assert (caught.value.code, caught.value.details["reason"]) == ("damaged", "ZeroDivisionError")


def test_a_page_keeps_its_furniture_marked(tmp_path: Path) -> None:
    source = read_source(write(tmp_path / "x.html", "<nav>Start</nav><main><p>Text</p></main>"))
    assert [block.kind for block in source.blocks] == [BlockKind.BOILERPLATE, BlockKind.PARAGRAPH]


@pytest.mark.skipif(not originals.is_dir(), reason="the originals are not here")
@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("000_vme_industriekampagne", "2018-04-30"),
        ("001_masterplan_industriestadt_berlin", None),
        ("002_servicestelle_industrieinitiativen", None),
        ("003_liste_der_regionalen_initiativen", None),
        ("004_auftaktveranstaltung_servicestelle", "2021-03-16"),
    ],
)
def test_the_originals_keep_their_text_and_get_their_dates(name: str, date: str | None) -> None:
    path = originals / f"{name}.txt"
    document = read_source(path).document
    text = path.read_text(encoding="utf-8")
    assert document.date == date
    assert len(document.text) == len(text)
    assert all(new in (old, MASK) for old, new in zip(text, document.text, strict=True))
    assert "@" not in document.text
    assert "[at]" not in document.text
