"""Names of persons in what leaves the machine (map, poster, handout, sheet) become "[Name]".

Persons are never nodes here, but quotes, titles and file names may name them. What looks like a person is masked
(`person_spans.py` tells how); a last name masked once is masked in everything of the same document.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, cast
from urllib.parse import unquote, urlsplit

from queries.answers import ActorRow, Cell, DocumentRow, Evidence, InitiativeRow
from queries.suggestions import Suggestion
from viz.citations import shown_address
from viz.person_spans import Person, find_again, find_persons, may_stand_alone
from viz.person_words import WORD, Names, registered_names

T = TypeVar("T")

MASK = "[Name]"


def without_names(value: T) -> T:
    """The same answer, with the names of persons masked in quotes, titles, reporters and addresses.

    Names of the answer's own actors and initiatives stay. Of an address outside the web only the last part is left;
    a web address that names a person is left as the masked name of its page, since a masked link leads nowhere.
    """
    masking = _Masking(Names(_organisations(value)))
    for identity, text in _texts(value):
        masking.learn(identity, text)
    return cast(T, _rebuilt(value, masking))


def mask_names(quote: str) -> str:
    """The quote with every name of a person as "[Name]"; titles and functions stay."""
    masking = _Masking(Names(()))
    masking.learn("", quote)
    return masking.mask("", quote)


class _Masking:
    """What was learned of persons, by document, while the answer is walked through."""

    def __init__(self, organisations: Names) -> None:
        self._organisations = (organisations, registered_names())
        self._surnames: defaultdict[str, set[str]] = defaultdict(set)
        self._found: dict[str, tuple[Person, ...]] = {}

    def learn(self, document: str, text: str) -> None:
        """Take up the last names in a text of a document."""
        persons = self._persons(text)
        self._surnames[document].update(one.surname for one in persons if may_stand_alone(one.surname))

    def mask(self, document: str, text: str, *, shown: str | None = None) -> str:
        """The text without names; with `shown`, what is written in its place, letter for letter."""
        persons = self._persons(text)
        spans = [(one.start, one.end) for one in persons]
        surnames = self._surnames[document]
        spans += find_again(text, self._organisations, surnames, persons) if surnames else ()
        masked = text if shown is None else shown
        for start, end in sorted(spans, reverse=True):
            masked = masked[:start] + MASK + masked[end:]
        return masked

    def mask_address(self, document: str, address: str) -> str:
        """The address without names."""
        shown = shown_address(address)
        if "file" in shown:
            return self._mask_part(document, str(shown["file"]))
        parts = urlsplit(address)
        segments = [unquote(part) for part in (*parts.path.split("/"), parts.query, parts.fragment) if part]
        masked = [self._mask_part(document, segment) for segment in segments]
        return address if masked == segments else next(part for part in reversed(masked) if part)

    def _persons(self, text: str) -> tuple[Person, ...]:
        if text not in self._found:
            self._found[text] = find_persons(text, self._organisations)
        return self._found[text]

    def _mask_part(self, document: str, name: str) -> str:
        """A file's name, whose words are seldom capitalised and joined by any sign."""
        spoken = WORD.sub(lambda found: _capitalised(found.group()), name.replace("_", " ").replace("-", " "))
        stem, dot, _ending = spoken.rpartition(".")
        return self.mask(document, stem if dot else spoken, shown=name)


def _capitalised(word: str) -> str:
    return word[0].upper() + word[1:] if len(word[0].upper()) == 1 else word


def _organisations(value: object) -> Iterator[str]:
    """The names of actors and initiatives in an answer."""
    for part in _walked(value):
        if isinstance(part, ActorRow | InitiativeRow):
            yield part.name
            yield from part.aliases
        elif isinstance(part, Suggestion):
            yield part.name
        elif isinstance(part, Cell):
            yield from (name for who in part.who for name in who.split(" → "))


def _texts(value: object) -> Iterator[tuple[str, str]]:
    """Each text that may name a person, with its document."""
    for part in _walked(value):
        if isinstance(part, Evidence):
            for text in dict.fromkeys((part.quote, part.document_title, part.reported_by or "")):
                yield part.document_id, text
        elif isinstance(part, DocumentRow):
            yield part.id, part.title


def _walked(value: object) -> Iterator[object]:
    """The value and everything in it."""
    yield value
    inside: Iterable[object] = ()
    if isinstance(value, tuple):
        inside = cast("tuple[object, ...]", value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        inside = (getattr(value, field.name) for field in dataclasses.fields(value))
    for part in inside:
        yield from _walked(part)


def _rebuilt(value: object, masking: _Masking) -> object:
    if isinstance(value, tuple):
        parts = tuple(_rebuilt(part, masking) for part in cast("tuple[object, ...]", value))
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    held = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    rebuilt = {name: _rebuilt(part, masking) for name, part in held.items()}
    new = {**rebuilt, **_masked_fields(value, masking)}
    return dataclasses.replace(value, **new) if any(new[name] is not held[name] for name in held) else value


def _masked_fields(value: object, masking: _Masking) -> Mapping[str, str | None]:
    """The fields of a passage or a document that may name a person, masked."""
    if isinstance(value, Evidence):
        document = value.document_id
        return {
            "quote": masking.mask(document, value.quote),
            "document_title": masking.mask(document, value.document_title),
            "document_address": masking.mask_address(document, value.document_address),
            "reported_by": masking.mask(document, value.reported_by) if value.reported_by else value.reported_by,
        }
    if isinstance(value, DocumentRow):
        return {
            "title": masking.mask(value.id, value.title),
            "address": masking.mask_address(value.id, value.address),
        }
    return {}
