"""Files inside files: every document is found, and nothing hostile is opened, unpacked or waited for."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.errors import DocumentError
from loaders.files import Skipped, content_id, read_source, walk
from tests.loaders.formats.files_made import as_docx, as_eml, zipped

TEXT = "Dialog Hessen\n\nTräger ist die IHK."


def archive(path: Path, parts: Mapping[str, bytes | str]) -> Path:
    path.write_bytes(zipped({name: data.encode() if isinstance(data, str) else data for name, data in parts.items()}))
    return path


def told(path: Path) -> list[str | tuple[str, str]]:
    """What is found under a path: documents, and what is not read with the reason."""
    start = len(path.parent.as_posix()) + 1
    return [
        (found.path.as_posix()[start:], found.reason) if isinstance(found, Skipped) else found.as_posix()[start:]
        for found in walk([path])
    ]


def test_every_member_is_a_document_of_its_own_with_an_address(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"Ordner/b.txt": TEXT, "c.docx": as_docx([("paragraph", "Text")])})
    assert told(path) == ["a.zip/Ordner/b.txt", "a.zip/c.docx"]
    document = read_source(path / "Ordner" / "b.txt").document
    assert document.text == TEXT
    assert document.title == "Dialog Hessen"
    assert document.address == f"{path.resolve().as_posix()}/Ordner/b.txt"
    assert document.id == content_id(path / "Ordner" / "b.txt")


def test_archives_in_archives_are_opened_but_not_for_ever(tmp_path: Path) -> None:
    data = zipped({"tief.txt": TEXT.encode()})
    for _ in range(2):
        data = zipped({"innen.zip": data, "hier.txt": TEXT.encode()})
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert told(path) == ["a.zip/hier.txt", "a.zip/innen.zip/hier.txt", "a.zip/innen.zip/innen.zip/tief.txt"]
    assert read_source(path / "innen.zip" / "innen.zip" / "tief.txt").document.text == TEXT
    path.write_bytes(zipped({"innen.zip": data}))
    assert told(path)[-1] == ("a.zip/innen.zip/innen.zip/innen.zip", "nested_too_deeply")


REFUSED = {
    "leads upwards": ("../../weg.txt", ("a.zip/weg.txt", "unsafe_name")),
    "leads upwards within": ("x/../../weg.txt", ("a.zip/x/weg.txt", "unsafe_name")),
    "is absolute": ("/etc/weg.txt", ("a.zip/etc/weg.txt", "unsafe_name")),
    "is absolute on Windows": ("C:\\weg.txt", ("a.zip/C:/weg.txt", "unsafe_name")),
    "leads upwards on Windows": ("..\\weg.txt", ("a.zip/weg.txt", "unsafe_name")),
    "is too long": ("x" * 10_000 + ".txt", ("a.zip/" + "x" * 100 + "…", "unsafe_name")),
    "has another format": ("bild.png", ("a.zip/bild.png", "unknown_format")),
}


@pytest.mark.parametrize(("name", "refusal"), REFUSED.values(), ids=REFUSED.keys())
def test_a_member_whose_name_cannot_be_used_is_named_and_the_others_are_read(
    tmp_path: Path, name: str, refusal: tuple[str, str]
) -> None:
    path = archive(tmp_path / "a.zip", {name: TEXT, "gut.txt": TEXT})
    assert sorted(told(path), key=str) == sorted([refusal, "a.zip/gut.txt"], key=str)
    with pytest.raises(DocumentError):
        read_source(tmp_path / refusal[0])


def test_an_unsafe_name_does_not_hide_the_member_it_looks_like(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"a.txt": TEXT, "../a.txt": "anders"})
    assert told(path) == ["a.zip/a.txt"]
    assert read_source(path / "a.txt").document.text == TEXT


@pytest.mark.parametrize("name", ["\0.txt", "..", "/.", "./."])
def test_a_member_without_a_name_is_named_by_its_archive(tmp_path: Path, name: str) -> None:
    data = zipped({"x" * len(name): b"anders", "gut.txt": TEXT.encode()}).replace(b"x" * len(name), name.encode())
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert told(path) == ["a.zip/gut.txt", ("a.zip/…", "unsafe_name")]


def test_what_systems_leave_in_archives_is_passed_over_in_silence(tmp_path: Path) -> None:
    parts = dict.fromkeys(("__MACOSX/._a.txt", ".DS_Store", "Thumbs.db", "~$a.docx", "gut.txt"), TEXT)
    assert told(archive(tmp_path / "a.zip", parts)) == ["a.zip/gut.txt"]


def test_names_with_umlauts_are_read_whichever_system_wrote_them(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("xx.txt", TEXT)
        made.writestr("yyyy.txt", TEXT)
    data = stream.getvalue().replace(b"xx.txt", "\u00e4\u00f6.txt".encode("cp437"))
    data = data.replace(b"yyyy.txt", "\u00e4\u00f6.txt".encode()[:4] + b".txt")
    path = tmp_path / "a.zip"
    path.write_bytes(data.replace(b"yyyy", "\u00fc\u00fc".encode()))
    assert told(path) == ["a.zip/äö.txt"]
    assert read_source(path / "äö.txt").document.text == TEXT


def locked(data: bytes) -> bytes:
    """An archive all of whose members say that they have a password."""
    changed = bytearray(data)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = changed.find(sign)
        while start >= 0:
            changed[start + place] |= 1
            start = changed.find(sign, start + 1)
    return bytes(changed)


BAD_ARCHIVES = {
    "locked": (locked(zipped({"a.txt": TEXT.encode()})), [("a.zip/a.txt", "password_protected")]),
    "damaged": (b"PK\x03\x04kaputt", ["damaged"]),
    "cut": (zipped({"a.txt": TEXT.encode()})[:-30], ["damaged"]),
    "empty": (zipped({}), ["no_readable_files"]),
    "a bomb": (zipped({f"{n}.txt": b"A" * 20_000_000 for n in range(4)}), ["archive_bomb"]),
    "too many": (zipped({f"{n}.txt": b"" for n in range(20_001)}), ["too_many_members"]),
    "a bomb inside": (
        zipped({"b.zip": zipped({"a.txt": b"A" * 60_000_000})}),
        [("a.zip/b.zip", "archive_bomb")],
    ),
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("case", BAD_ARCHIVES)
def test_a_bad_archive_is_named_in_a_line(tmp_path: Path, case: str) -> None:
    data, expected = BAD_ARCHIVES[case]
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert told(path) == [("a.zip", one) if isinstance(one, str) else one for one in expected]


def test_more_members_than_are_read_end_with_a_line(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {f"{number:05}.txt": TEXT for number in range(5_010)})
    found = told(path)
    assert len(found) == 5_001
    assert found[-1] == ("a.zip", "too_many_members")


def test_a_damaged_member_is_named_where_it_is_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": (TEXT * 40).encode(), "b.txt": TEXT.encode()}))
    data[45:60] = b"\xff" * 15
    path = tmp_path / "a.zip"
    path.write_bytes(bytes(data))
    assert told(path) == ["a.zip/a.txt", "a.zip/b.txt"]
    with pytest.raises(DocumentError) as caught:
        read_source(path / "a.txt")
    assert (caught.value.code, caught.value.details["path"]) == ("damaged", str(path / "a.txt"))
    assert read_source(path / "b.txt").document.text == TEXT


@pytest.mark.parametrize(("inside", "code"), [("", "an_archive"), ("weg.txt", "not_found"), ("a.txt/x", "not_found")])
def test_a_path_that_leads_to_no_member_is_explained(tmp_path: Path, inside: str, code: str) -> None:
    path = archive(tmp_path / "a.zip", {"a.txt": TEXT})
    with pytest.raises(DocumentError) as caught:
        read_source(path / inside if inside else path)
    assert caught.value.code == code


def test_a_mail_is_a_document_and_so_are_its_attachments(tmp_path: Path) -> None:
    attached = {"liste.docx": as_docx([("paragraph", "Liste")]), "bild.png": b"x", "../../boese.txt": TEXT.encode()}
    path = tmp_path / "a.eml"
    path.write_bytes(as_eml(TEXT, subject="AW: Treffen", attachments=attached))
    assert told(path) == ["a.eml", ("a.eml/bild.png", "unknown_format"), "a.eml/boese.txt", "a.eml/liste.docx"]
    assert read_source(path / "liste.docx").document.text == "Liste\n"
    inside = archive(tmp_path / "b.zip", {"post/a.eml": path.read_bytes()})
    assert "b.zip/post/a.eml/liste.docx" in told(inside)
    assert read_source(inside / "post" / "a.eml").document.title == "Treffen"


def test_a_folder_is_walked_with_what_lies_in_its_archives(tmp_path: Path) -> None:
    folder = tmp_path / "ordner"
    folder.mkdir()
    archive(folder / "a.zip", {"b.txt": TEXT})
    (folder / "c.txt").write_text(TEXT, encoding="utf-8")
    assert told(folder) == ["ordner/a.zip/b.txt", "ordner/c.txt"]


def test_a_folder_with_the_suffix_of_an_archive_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "alt.zip").mkdir()
    (tmp_path / "alt.zip" / "b.txt").write_text(TEXT, encoding="utf-8")
    assert read_source(tmp_path / "alt.zip" / "b.txt").document.text == TEXT
