"""Passages and documents of a page, each listed once and pointed to by number."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import urlsplit

from queries.answers import Evidence
from queries.dates import stated
from viz.wording.corrections import signature, word_correction

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
JsonRow = dict[str, Json]


class Citations:
    """Collects what a page cites; numbers count from 0, in the order of first citing."""

    def __init__(self) -> None:
        self.passages: list[JsonRow] = []
        self.documents: list[JsonRow] = []
        self._passage_numbers: dict[Evidence, int] = {}
        self._document_numbers: dict[str, int] = {}

    def cite(self, evidence: Sequence[Evidence]) -> list[Json]:
        """The numbers of these passages, in their order."""
        return [self._passage(one) for one in evidence]

    def document(self, identity: str, *, title: str, address: str, date: str | None) -> int:
        """The number of a document."""
        if identity not in self._document_numbers:
            self._document_numbers[identity] = len(self.documents)
            self.documents.append({"title": title, "date": date, **shown_address(address)})
        return self._document_numbers[identity]

    def _passage(self, one: Evidence) -> int:
        if one not in self._passage_numbers:
            if one.correction:
                return self._decision(one, word_correction(one.correction))
            document = self.document(
                one.document_id, title=one.document_title, address=one.document_address, date=one.document_date
            )
            self._passage_numbers[one] = len(self.passages)
            self.passages.append(
                {
                    "quote": one.quote,
                    "document": document,
                    "page": one.page,
                    "date": stated(one),
                    "reported_by": one.reported_by,
                    "model": one.model,
                }
            )
        return self._passage_numbers[one]

    def _decision(self, one: Evidence, words: str) -> int:
        """A decision: where documents have their title stands what was decided, for their date by whom and when."""
        self._document_numbers[one.document_id] = document = len(self.documents)
        self.documents.append({"title": words, "date": None, "signed": signature(one)})
        self._passage_numbers[one] = len(self.passages)
        self.passages.append(
            {"quote": one.quote, "document": document, "page": None, "date": None, "reported_by": None}
        )
        return self._passage_numbers[one]


def shown_address(address: str) -> JsonRow:
    """What of an address may leave the machine: a web link as it is, of anything else only the last part."""
    try:
        parts = urlsplit(address)
        is_link = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.password is None
    except ValueError:
        is_link = False
    return {"link": address} if is_link else {"file": PureWindowsPath(PurePosixPath(address).name).name}
