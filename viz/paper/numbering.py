"""The numbered sources of a sheet: each document once, in the order of the alphabet, numbers from 1."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.keys import fold
from queries.answers import DocumentRow, Evidence


@dataclass(frozen=True, slots=True)
class Sources:
    """The documents of a picture, in the order of their numbers; `places` has these by id."""

    documents: tuple[DocumentRow, ...]
    places: Mapping[str, int]

    def numbers(self, evidence: Iterable[Evidence]) -> list[int]:
        """The numbers of the documents that these passages stand in; what a person decided has none."""
        return self.of_documents(item.document_id for item in evidence)

    def of_documents(self, ids: Iterable[str]) -> list[int]:
        """The numbers of these documents, as far as they are listed."""
        return [self.places[id] for id in ids if id in self.places]


def number_sources(documents: Iterable[DocumentRow]) -> Sources:
    """Give each document its number, by title, then date."""
    in_order = tuple(sorted(documents, key=lambda one: (fold(one.title), one.date or "", one.id)))
    return Sources(in_order, {document.id: number for number, document in enumerate(in_order, start=1)})
