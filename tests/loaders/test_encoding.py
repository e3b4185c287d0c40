"""Bytes to text: the encodings that German offices send, and what is no text at all."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DocumentError
from loaders.encoding import decode

TEXT = "Bündnis „Zukunft der Industrie“ – Größe, Öl & Übermut\nzweite Zeile: 3 €\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_common_encodings_are_read_right(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(("mark", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_either_byte_order_is_read_and_the_mark_is_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
def test_old_encodings_are_recognised(encoding: str) -> None:
    text = "Das Bündnis für die Wirtschaft in Thüringen hat viele Träger, große Pläne und schöne Häuser. " * 5
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_break_is_a_line_feed(ending: str) -> None:
    assert decode(ending.join(["eins", "zwei", "", "drei"]).encode()) == "eins\nzwei\n\ndrei"


def test_decomposed_letters_stay_decomposed() -> None:
    assert decode("Bu\u0308ndnis".encode()) == "Bu\u0308ndnis"


def test_a_few_broken_bytes_do_not_spoil_the_rest() -> None:
    data = ("Träger für Köln. " * 50).encode() + b"\xfc" + "Größe".encode()
    assert decode(data) == "Träger für Köln. " * 50 + "\ufffdGröße"


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\x7fELF\x02\x01\x01\0", b"\x01\x02\x03text" * 9]
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        decode(data)
    assert caught.value.code == "binary"


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), max_size=200))
def test_utf8_text_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode("utf-8")) == text.removeprefix("\ufeff")
