"""Mails: subject and body are read, the Date dates them, contact data and signatures give nothing."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from graph.errors import DocumentError
from loaders.contacts import MASK
from loaders.files import read_source
from loaders.formats.eml import read
from tests.loaders.formats.files_made import as_eml


def shapes(data: bytes) -> list[tuple[str, str]]:
    content = read(data)
    return [(block.kind.value, content.text[block.start : block.end]) for block in content.blocks or ()]


def test_the_subject_is_a_heading_and_the_body_follows() -> None:
    data = as_eml("Liebe alle,\n\nMitglieder sind:\n- IHK\n- DGB\n", subject="AW: Re: Dialog Hessen")
    assert shapes(data) == [
        ("heading", "Dialog Hessen"),
        ("paragraph", "Liebe alle,"),
        ("paragraph", "Mitglieder sind:"),
        ("bullet", "IHK"),
        ("bullet", "DGB"),
    ]
    assert "muster" not in read(data).text.lower()


def test_what_is_quoted_is_read_without_its_signs_and_the_signature_is_boilerplate() -> None:
    body = "Vielen Dank für die Nachricht, ich gebe sie gern weiter.\n\n"
    body += "> Im Dialog sind die\n> IHK und der DGB.\n\n-- \nErika Muster\nIHK Köln\n"
    assert shapes(as_eml(body)) == [
        ("paragraph", "Vielen Dank für die Nachricht, ich gebe sie gern weiter."),
        ("paragraph", "Im Dialog sind die\nIHK und der DGB."),
        ("boilerplate", "--"),
        ("boilerplate", "Erika Muster\nIHK Köln"),
    ]


def test_a_mail_with_plain_text_and_page_is_read_once() -> None:
    message = EmailMessage()
    message["Subject"] = "Dialog"
    message.set_content("Der Text.")
    message.add_alternative("<p>Die Seite.</p>", subtype="html")
    assert read(message.as_bytes()).text == "Dialog\n\nDer Text.\n"


def test_a_page_alone_is_read_with_its_lists() -> None:
    message = EmailMessage()
    message["Subject"] = "Dialog"
    message.set_content("<ul><li>IHK<li>DGB</ul>", subtype="html")
    assert shapes(message.as_bytes()) == [("heading", "Dialog"), ("bullet", "IHK"), ("bullet", "DGB")]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_the_character_set_is_honoured(charset: str) -> None:
    message = EmailMessage()
    message["Subject"] = "Bündnis für Größe"
    message.set_content("Träger: Köln – Süd".replace("–", "-"), charset=charset)
    assert read(message.as_bytes()).text.startswith("Bündnis für Größe\n\nTräger: Köln - Süd")


def test_contact_data_is_masked_and_the_date_is_the_mail_s(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    body = "Rufen Sie an: Telefon 0611 123456 oder erika@muster.example."
    path.write_bytes(as_eml(body, subject="Ruf 0611 123456", date="Fri, 3 May 2019 10:00:00 +0200"))
    document = read_source(path).document
    assert (document.date, document.date_origin) == ("2019-05-03", "metadata")
    for words in (document.text, document.title):
        assert "123456" not in words
        assert "@" not in words
        assert MASK in words


def test_a_mail_without_a_body_has_its_subject() -> None:
    assert read(b"Subject: Dialog Hessen\n\n").text.strip() == "Dialog Hessen"


def test_what_has_no_header_is_no_mail() -> None:
    with pytest.raises(DocumentError) as caught:
        read(b"Nur ein Text.\n")
    assert caught.value.code == "damaged"
