"""A fact's evidence on the screen: the quote, the document, its date."""

from collections.abc import Iterable
from pathlib import PurePath

from loaders.web.address import looks_like_address
from queries.answers import DocumentRow, Evidence
from queries.dates import stated
from queries.evidence import newest_date
from viz.commands.lines import dim, say_wrapped
from viz.language import _
from viz.wording.corrections import signature, word_correction
from viz.wording.dates import word_date


def say_evidence(evidence: Iterable[Evidence], *, indent: int) -> None:
    """Every quote with its document and date."""
    for item in evidence:
        quote = _("“{quote}”").format(quote=" ".join(item.quote.split())) if item.quote else ""
        if quote:
            say_wrapped(quote, indent=indent, hanging=1)
        say_wrapped(source_of(item), indent=indent, hanging=0, style=dim)


def source_of(item: Evidence) -> str:
    """Where a quote stands: document, page, date, reporter, model; of a decision: what it says, when and by whom."""
    if item.correction:
        return f"{word_correction(item.correction)}, {signature(item)}"
    parts = [document_name(item.document_title, item.document_address)]
    if item.page:
        parts.append(_("page {number}").format(number=item.page))
    parts.append(word_date(stated(item)))
    if item.reported_by:
        parts.append(_("reported by {name}").format(name=item.reported_by))
    if item.model:
        parts.append(_("name proposed by the model {model}").format(model=item.model))
    return ", ".join(parts)


def document_name(title: str, address: str) -> str:
    """What people call a document: the file's name or the page's address, and its title where that is another."""
    name = address if looks_like_address(address) else PurePath(address).name or address
    return f"{title} ({name})" if title and title not in {name, PurePath(name).stem} else name


def name_document(row: DocumentRow) -> str:
    """A document with its date."""
    return f"{document_name(row.title, row.address)}, {word_date(row.date)}"


def last_evidenced(evidence: Iterable[Evidence]) -> str:
    """When something was last evidenced."""
    newest = newest_date(evidence)
    return _("last evidenced {date}").format(date=word_date(newest)) if newest else _("date unknown")
