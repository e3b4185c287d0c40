"""Files that are broken, locked or made to do harm, and honest ones that are only very large; made on the spot."""

import io
import random
import zipfile
from collections.abc import Callable

from tests.loaders.formats import files_made
from tests.loaders.formats.files_made import Shape

_ENTITIES = (
    '<!DOCTYPE a [<!ENTITY a0 "IG Metall ">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
_UNPACKED = 120_000_000


def noise(count: int) -> bytes:
    """Bytes that mean nothing."""
    return random.Random(7).randbytes(count)


def locked_pdf() -> bytes:
    """A PDF that asks for a password."""
    keys = b"/Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b">"
    return files_made.as_pdf([[]]).replace(b"/Info 4 0 R", b"/Info 4 0 R /ID [<00><00>] /Encrypt << " + keys + b" >>")


def locked_office() -> bytes:
    """The container into which Office wraps a document with a password."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


def locked_odt(shapes: list[Shape]) -> bytes:
    """An OpenDocument text whose manifest says that its parts are encrypted."""
    lock = b"<manifest:encryption-data/></manifest:manifest>"
    return changed(
        files_made.as_odt(shapes), "META-INF/manifest.xml", lambda part: part.replace(b"</manifest:manifest>", lock)
    )


def locked_zip(text: bytes) -> bytes:
    """An archive whose only member is marked as encrypted."""
    data = bytearray(files_made.zipped({"geheim.txt": text}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """An archive with one of its parts changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, change(content) if part == name else content)
    return stream.getvalue()


def blown_up(data: bytes, name: str) -> bytes:
    """A document one part of which unpacks to over a hundred megabytes of blanks."""
    return changed(data, name, lambda part: part + b" " * _UNPACKED)


def bomb() -> bytes:
    """An archive whose text unpacks to a thousand times its size."""
    return files_made.zipped({"gross.txt": b"a" * _UNPACKED})


def with_entities(data: bytes, name: str, *, encoding: str = "utf-8") -> bytes:
    """A document one part of which declares entities that unpack to gigabytes, and uses the largest."""

    def declared(part: bytes) -> bytes:
        text = part.decode("utf-8")
        body = text[text.index("?>") + 2 :] if text.startswith("<?xml") else text
        place = body.index("</", len(body) // 2)
        whole = f'<?xml version="1.0" encoding="{encoding}"?>{_ENTITIES}{body[:place]}&a9;{body[place:]}'
        return whole.encode(encoding)

    return changed(data, name, declared)


def with_macros(data: bytes, folder: str) -> bytes:
    """An Office document with a program in it, as .docm and .xlsm have it."""
    kind = {
        "word": ("wordprocessingml.document.main", "ms-word.document.macroEnabled.main"),
        "xl": ("spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"),
    }[folder]
    plain, macro = (f"application/vnd.{prefix}+xml" for prefix in (f"openxmlformats-officedocument.{kind[0]}", kind[1]))
    marked = changed(data, "[Content_Types].xml", lambda part: part.replace(plain.encode(), macro.encode()))
    stream = io.BytesIO(marked)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(f"{folder}/vbaProject.bin", b'Sub AutoOpen()\nShell "rm -rf"\nEnd Sub')
    return stream.getvalue()


def sparse_xlsx(before: list[object], behind: list[object], *, empty: int) -> bytes:
    """A list with so many empty rows, written one by one, and a row behind them."""
    rows = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (line, line) for line in range(3, 3 + empty))
    cells = b"".join(
        b'<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>' % (65 + place, 3 + empty, str(cell).encode())
        for place, cell in enumerate(behind)
    )
    last = b'<row r="%d">%s</row></sheetData>' % (3 + empty, cells)
    data = files_made.as_xlsx({"Liste": [["Organisation", "Initiative"], before]})
    return changed(data, "xl/worksheets/sheet1.xml", lambda part: part.replace(b"</sheetData>", rows + last))


def nested_html(text: str, *, depth: int) -> bytes:
    """A page whose words stand so deep within other elements."""
    return ("<main>" + "<div>" * depth + f"<p>{text}</p>" + "</div>" * depth + "</main>").encode()
