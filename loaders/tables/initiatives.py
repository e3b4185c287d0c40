"""The initiatives of a file's tables: one draft for each name in each region, whatever the sheet."""

from collections.abc import Sequence

from graph.dates import parse_date
from graph.keys import fold
from graph.kinds import InitiativeType
from loaders.initiative_names import find_initiative_names, type_of
from loaders.initiative_wording import worded
from loaders.initiatives import Draft
from loaders.lexicon import word_table
from loaders.mention import InitiativeMention
from loaders.places import PlaceFinder
from loaders.tables.naming import Owner
from loaders.tables.table import Span

LONGEST_NAME = 200
_NAMELESS = frozenset(map(fold, word_table("columns")["placeholders"]))


class InitiativeDrafts:
    """Collects the initiatives that cells and titles name; `default` is where one is that no place is said of."""

    def __init__(self, text: str, places: PlaceFinder, *, default: Sequence[str]) -> None:
        self._text, self._places, self._default = text, places, tuple(default)
        self._drafts: list[Draft] = []
        self._by_name: dict[tuple[str, tuple[str, ...]], Draft] = {}

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The initiatives found so far, in order of discovery."""
        return tuple(self._drafts)

    def named(self, span: Span, *, region: str = "", kind: str = "", founded: str = "") -> InitiativeMention | None:
        """The initiative that a cell names, None where it names none; the other words are cells of its row."""
        cell = self._text[slice(*span)]
        if not any(map(str.isalpha, cell)) or fold(cell) in _NAMELESS or len(cell) > LONGEST_NAME:
            return None
        name = next((n for n in find_initiative_names(cell, 0, len(cell)) if n.named), None)
        own = name.type if name else next((t for word in cell.split() if (t := _type(word))), InitiativeType.OTHER)
        said = next((t for word in kind.split() if (t := _type(word))), None)
        return self._draft(worded(cell) or cell, span, said or own, region, parse_date(founded))

    def owned(self, owner: Owner) -> InitiativeMention:
        """The initiative whose list it is."""
        return self._draft(worded(owner.name), owner.span, owner.type, "", None)

    def region_of(self, words: str) -> str | None:
        """The first region that words name."""
        return next((match.region for match in self._places.find(words, 0, len(words))), None) if words else None

    def _draft(self, name: str, span: Span, kind: InitiativeType, region: str, since: str | None) -> InitiativeMention:
        named = tuple(dict.fromkeys(match.region for match in self._places.find(name, 0, len(name))))
        said = self.region_of(region)
        regions = (said,) if said else named or self._default
        draft = self._by_name.get((fold(name), regions))
        if draft is None:
            draft = Draft(len(self._drafts), name, kind, "", regions, None, None, since)
            self._by_name[fold(name), regions] = draft
            self._drafts.append(draft)
        draft.since = draft.since or since
        draft.spans.append(span)
        draft.names.add(name)
        return InitiativeMention(*span, draft.index, name=draft.name, type=draft.type)


def _type(word: str) -> InitiativeType | None:
    """The type a capitalised word says, None where it says none."""
    found = type_of(word.strip(",;.")) if word[:1].isupper() and len(word) > 4 else InitiativeType.OTHER
    return None if found is InitiativeType.OTHER else found
