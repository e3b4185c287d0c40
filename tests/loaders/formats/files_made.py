"""Small files of every format with the same content, made on the spot."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

import docx
import odfdo
import openpyxl

Shape = tuple[str, str]  # (kind of block, text)
Line = tuple[int, int, int, str]  # x, y from below, size of type, words


def as_html(shapes: Sequence[Shape]) -> bytes:
    """The shapes as a page."""
    parts: list[str] = []
    for group, items in _grouped(shapes):
        if group == "heading":
            parts += [f"<h2>{_escaped(text)}</h2>" for text in items]
        elif group == "bullet":
            parts.append("<ul>" + "".join(f"<li>{_escaped(text)}</li>" for text in items) + "</ul>")
        elif group == "table_row":
            rows = ["<td>" + "</td><td>".join(map(_escaped, text.split(" | "))) + "</td>" for text in items]
            parts.append("<table><tr>" + "</tr><tr>".join(rows) + "</tr></table>")
        else:
            parts += [f"<p>{_escaped(text)}</p>" for text in items]
    return f"<!doctype html><html><body><main>{''.join(parts)}</main></body></html>".encode()


def as_markdown(shapes: Sequence[Shape]) -> bytes:
    """The shapes as Markdown."""
    parts: list[str] = []
    for group, items in _grouped(shapes):
        if group == "heading":
            parts += [f"## {text}" for text in items]
        elif group == "bullet":
            parts.append("\n".join(f"- {text}" for text in items))
        elif group == "table_row":
            head, *rows = items
            ruler = "|".join("-" for _ in head.split(" | "))
            parts.append("\n".join(f"|{row}|" for row in (head, ruler, *rows)))
        else:
            parts += items
    return "\n\n".join(parts).encode()


def as_docx(shapes: Sequence[Shape]) -> bytes:
    """The shapes as a Word document."""
    document = docx.Document()
    for group, items in _grouped(shapes):
        if group == "table_row":
            cells = [text.split(" | ") for text in items]
            table = document.add_table(rows=0, cols=len(cells[0]))
            for row in cells:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        for text in () if group == "table_row" else items:
            if group == "heading":
                document.add_heading(text, level=2)
            else:
                document.add_paragraph(text, style="List Bullet" if group == "bullet" else None)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """A Word document as a file's bytes."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_text(shapes: Sequence[Shape]) -> bytes:
    """The shapes as plain text."""
    parts = [
        "\n".join(("- " if group == "bullet" else "") + text for text in items) for group, items in _grouped(shapes)
    ]
    return "\n\n".join(parts).encode()


def as_odt(shapes: Sequence[Shape]) -> bytes:
    """The shapes as an OpenDocument text, written by a library that is not the reader's."""
    document = odfdo.Document("text")
    document.body.clear()
    for group, items in _grouped(shapes):
        if group == "heading":
            parts = [odfdo.Header(2, text) for text in items]
        elif group == "bullet":
            parts = [odfdo.List(items)]
        elif group == "table_row":
            table = odfdo.Table("Liste")
            table.set_values([text.split(" | ") for text in items])
            parts = [table]
        else:
            parts = [odfdo.Paragraph(text) for text in items]
        for part in parts:
            document.body.append(part)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_eml(text: str, *, subject: str = "", date: str = "", attachments: Mapping[str, bytes] | None = None) -> bytes:
    """A mail with a plain body."""
    message = EmailMessage()
    message["From"], message["To"] = "Erika Muster <erika@muster.example>", "max@muster.example"
    if subject:
        message["Subject"] = subject
    if date:
        message["Date"] = date
    message.set_content(text)
    for name, data in (attachments or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def pdf_lines(shapes: Sequence[Shape], *, width: int = 460) -> list[Line]:
    """The shapes as lines of a page, wrapped at a width in points; tables stand in three columns."""
    lines: list[Line] = []
    y = 780
    for group, items in _grouped(shapes):
        for text in items:
            if group == "table_row":
                lines += [(72 + 170 * place, y, 11, cell) for place, cell in enumerate(text.split(" | "))]
                y -= 16
                continue
            size = 14 if group == "heading" else 11
            sign = "• " if group == "bullet" else ""
            for row in _wrapped(sign + text, width / size):
                lines.append((72, y, size, row))
                y -= 14
            y -= 0 if group == "bullet" else 12
        y -= 14
    return lines


def _wrapped(text: str, width: float) -> list[str]:
    """The text in lines of at most this width in sizes of the type, about as Helvetica runs."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if sum(_letter_width(letter) for letter in longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _letter_width(letter: str) -> float:
    return 0.26 if letter in "ijlftI.,: -" else 0.8 if letter in "mwMW" else 0.68 if letter.isupper() else 0.54


def as_xlsx(sheets: dict[str, list[list[object]]], *, title: str | None = None) -> bytes:
    """Sheets with their rows as a workbook."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.properties.title = title
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_pdf(pages: Sequence[Sequence[Line]], *, fields: str = "") -> bytes:
    """Lines at their places as a PDF in Helvetica; `fields` is the body of its information dictionary."""
    bodies = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: f"<< {fields} >>".encode("latin-1"),
    }
    for number, lines in enumerate(pages):
        drawn = b" ".join(_drawn(line) for line in lines)
        content = b"BT " + drawn + b" ET"
        bodies[5 + 2 * number] = b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content)
        bodies[6 + 2 * number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number)
        )
    kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(pages)))
    bodies[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages))
    return _pdf_file(bodies)


def zipped(parts: dict[str, bytes]) -> bytes:
    """An archive with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _drawn(line: Line) -> bytes:
    x, y, size, words = line
    text = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"/F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj" % (size, x, y, text)


def _pdf_file(bodies: dict[int, bytes]) -> bytes:
    written = b"%PDF-1.4\n"
    places: list[int] = []
    for number in sorted(bodies):
        places.append(len(written))
        written += b"%d 0 obj %s endobj\n" % (number, bodies[number])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    return written + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(written))
    )


def _grouped(shapes: Sequence[Shape]) -> list[tuple[str, list[str]]]:
    groups: list[tuple[str, list[str]]] = []
    for kind, text in shapes:
        if not groups or groups[-1][0] != kind:
            groups.append((kind, []))
        groups[-1][1].append(text)
    return groups


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
