"""Mutations of real files, for fuzzing the readers: seeds of every format, and what is done to them."""

import random
import struct
import traceback
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from graph.errors import DocumentError
from loaders.contacts import mask_contacts
from loaders.files import read_source, walk
from tests.loaders.formats import files_made

_LOADERS = Path(__file__).parents[3] / "loaders"

SHAPES = [
    ("heading", "Allianz Industrie Mittelhessen"),
    ("paragraph", "Die Allianz ist ein Bündnis der IG Metall, Telefon 0611 123456. Stand: Juni 2017 – „Zitat“."),
    ("bullet", "IHK Gießen-Friedberg"),
    ("bullet", "DGB"),
    ("table_row", "Organisation | Ort"),
    ("table_row", "IHK Erfurt | Erfurt"),
    ("table_row", "DGB | Köln"),
    ("key_value", "Träger: IHK Köln"),
]


def _pdf() -> bytes:
    pages = [files_made.pdf_lines(SHAPES), files_made.pdf_lines(SHAPES, width=200)]
    return files_made.as_pdf(pages, fields="/Title (Dialog) /CreationDate (D:20190503120000)")


def seeds() -> Mapping[str, bytes]:
    """A file of every suffix."""
    text = files_made.as_text(SHAPES)
    rows: list[list[object]] = [["Initiative", "Mitglied", "Telefon"], ["Dialog", "IHK", 3], ["x", 2.5, None]]
    made: dict[str, bytes] = {
        ".txt": text,
        ".md": b"---\ntitle: x\n---\n" + files_made.as_markdown(SHAPES),
        ".html": b"<meta charset=utf-8><meta name=date content=2019-05-03>" + files_made.as_html(SHAPES),
        ".docx": files_made.as_docx(SHAPES),
        ".odt": files_made.as_odt(SHAPES),
        ".pdf": _pdf(),
        ".xlsx": files_made.as_xlsx({"Liste": rows}),
        ".csv": '\ufeffInitiative;Mitglied;Telefon\nDialog;IHK;3\n"Bündnis; Köln";"IG\nMetall";\n'.encode(),
        ".eml": files_made.as_eml(
            text.decode(), subject="Bündnis", date="Fri, 3 May 2019", attachments={"a.txt": text}
        ),
    }
    return made | {".zip": files_made.zipped({"a/b.txt": text, "c.html": made[".html"], "d.zip": made[".docx"]})}


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The file with a few things changed; the parts of an archive are changed inside as often as outside."""
    if data.startswith(b"PK") and chance.random() < 0.6:
        return _inside(data, chance)
    if b"stream\n" in data and data.startswith(b"%PDF") and chance.random() < 0.3:
        return _packed(data, chance)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        data = chance.choice(_CHANGES)(data, chance)
    return data


def _inside(data: bytes, chance: random.Random) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = set(chance.sample(names, min(len(names), chance.choice((1, 1, 2)))))
        for name in names:
            part = old.read(name)
            new.writestr(name, mutated(part, chance) if name in chosen else part)
    return stream.getvalue()


def _packed(data: bytes, chance: random.Random) -> bytes:
    """A PDF one of whose streams is packed, with a few bytes wrong."""
    head, _, rest = data.partition(b"stream\n")
    body, _, tail = rest.partition(b"\nendstream")
    packed = _flip(zlib.compress(body * chance.choice((1, 1, 50))), chance)
    return head.replace(b">> ", b"/Filter /FlateDecode >> ", 1) + b"stream\n" + packed + b"\nendstream" + tail


def _flip(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 4, 30, 300)))


def _drop(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    times = chance.choice((2, 10, 300))
    return data[:end] + data[start:end] * times + data[end:]


def _move(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    rest = data[:start] + data[end:]
    place = chance.randrange(len(rest) + 1)
    return rest[:place] + data[start:end] + rest[place:]


_WORDS = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\r\n\r\n", b"\xc2\xad", b"\xe2\x80\x8b"),
    *(b"<", b">", b"</", b"<!--", b"<![CDATA[", b"&#0;", b"&#x110000;", b"<table><tr><td>", b"<li><ul>", b"<dl><dt>"),
    *(b"<svg>", b"<main hidden>", b"--" * 40, b"| a | b |\n|-|-|\n", b"> " * 50, b"# ", b"e.V. " * 20, b"1.1.1990 "),
    *(b"-1", b"99999999999999999999", b"1e309", b"NaN", b"0" * 400, b"[]", b"()", b">>", b"<<", b"/Kids"),
    *(b"/Filter /ASCIIHexDecode", b"=?utf-8?q?=ff?=", b"charset=utf-7", b'charset=""', b"../../x", b"w:val='-1'"),
    *(b"Content-Type: multipart/mixed; boundary=x\n\n--x\n", b"Content-Transfer-Encoding: base64\n"),
    *(b"\xf0\x9f\x8f\xad", b"a\xcc\x88" * 50, b"xml:id='a'"),
)


def _insert(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(_WORDS) + data[place:]


def _number(data: bytes, chance: random.Random) -> bytes:
    """Four bytes become a number that sizes and offsets stumble over."""
    place = chance.randrange(len(data) + 1)
    value = chance.choice((0, 1, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF))
    return data[:place] + struct.pack("<I", value) + data[place + 4 :]


_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip, _flip, _cut, _drop, _repeat, _move, _insert, _insert, _insert, _number,
)  # fmt: skip


def check(folder: Path, suffix: str, data: bytes) -> None:
    """Read a file as `load` does. It must become documents that keep the rules, or one error with a code."""
    path = folder / f"fuzz{suffix}"
    path.write_bytes(data)
    try:
        found = [one for one in walk([path]) if isinstance(one, Path)]
    except DocumentError:
        found = []
    for one in found[:20]:
        try:
            source = read_source(one)
        except DocumentError as error:
            _require_theirs(error)
            continue
        text, place = source.document.text, 0
        assert "\r" not in text or suffix in (".txt", ".eml", ".zip")
        text.encode("utf-8")
        assert text.strip()
        assert mask_contacts(text) == text or "▒" in text
        for block in source.blocks:
            assert place <= block.start < block.end <= len(text)
            place = block.end
        pages = source.document.pages
        assert list(pages) == sorted(pages)
        assert not pages or pages[-1] <= len(text)


_OURS = (AssertionError, AttributeError, KeyError, IndexError, NameError, TypeError, ZeroDivisionError, RuntimeError)
"""What a mistake of ours raises. From within a parser it only says that the file is damaged."""


def _require_theirs(error: BaseException) -> None:
    """Raise what lies under an error when it is a mistake in our own lines."""
    while error.__cause__ is not None:
        error = error.__cause__
    frames = traceback.extract_tb(error.__traceback__)
    if isinstance(error, _OURS) and frames and Path(frames[-1].filename).is_relative_to(_LOADERS):
        raise AssertionError("a reader's own mistake") from error
