"""What is refused before a document is unpacked and parsed: bombs of every kind, whatever their parts are called."""

import io
import zipfile

import pytest

from graph.errors import DocumentError
from loaders.formats.archive import open_safely
from loaders.formats.prolog import Prolog, read_prolog
from tests.loaders.formats.files_made import zipped


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
@pytest.mark.parametrize(
    ("before_root", "prolog"),
    [
        ("", Prolog.PLAIN),
        ("<!-- <!ENTITY a 'x'> -->", Prolog.PLAIN),
        ("<!DOCTYPE a>", Prolog.PLAIN),
        ('<!DOCTYPE a PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">', Prolog.PLAIN),
        ("<!DOCTYPE a [<!ENTITY b 'x'>]>", Prolog.ENTITIES),
        ("<!DOCTYPE a [<!ENTITY % b 'x'>]>", Prolog.ENTITIES),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>', Prolog.ENTITIES),
        ("<!--" + "x" * 200_000 + "--><!DOCTYPE a [<!ENTITY b 'x'>]>", Prolog.ENTITIES),
    ],
)
def test_entities_are_found_before_the_first_element(before_root: str, prolog: Prolog, encoding: str) -> None:
    part = f'<?xml version="1.0" encoding="{encoding}"?>{before_root}<a>&b;</a>'.encode(encoding)
    assert read_prolog(io.BytesIO(part)) is prolog


@pytest.mark.parametrize("part", [b"", b"\x89PNG\r\n\x1a\n", b"no markup", b"<?xml version='1.0' encoding='?'?><a/>"])
def test_what_is_no_xml_is_none(part: bytes) -> None:
    assert read_prolog(io.BytesIO(part)) is Prolog.NO_XML


def test_entities_are_found_in_parts_of_any_name() -> None:
    with pytest.raises(DocumentError, match="xml_entities"):
        open_safely(zipped({"word/a.bin": b"<!DOCTYPE a [<!ENTITY b 'x'>]><a/>"}))


@pytest.mark.parametrize("name", ["word/document.xml", "word/document.part"])
@pytest.mark.parametrize(("blank", "code"), [(True, "document_bomb"), (False, "too_large")])
def test_too_much_markup_is_told_whatever_its_name(name: str, blank: bool, code: str) -> None:
    part = b"<a>" + b" " * 60_000_000 + b"</a>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED if blank else zipfile.ZIP_STORED) as archive:
        archive.writestr(name, part)
    with pytest.raises(DocumentError, match=code):
        open_safely(stream.getvalue(), largest_markup=50_000_000)


def test_pictures_count_for_no_markup() -> None:
    data = zipped({"word/document.xml": b"<a/>", "word/media/image1.png": b"\x89PNG" + bytes(3000)})
    assert open_safely(data, largest_markup=1000).getvalue() == data
