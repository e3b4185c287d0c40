"""Proposals: where a model thinks that an organisation is named. Nothing is taken from one that is not in the text.

The one seam for models: `Proposer`, with an adapter for spaCy and one for an OpenAI-compatible endpoint in
`loaders/proposers/`. What becomes of proposals is decided in `loaders/filling.py`.
"""

import logging
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.errors import AtlasError
from graph.kinds import ActorKind
from loaders.contacts import MASK

_log = logging.getLogger(__name__)

_KINDS = {"ORG": ActorKind.OTHER, **{kind.value: kind for kind in ActorKind}}
_LEAST_SCORE = 0.5
_LONGEST = 120
_OF_ONE_ANSWER = frozenset({"proposer_answer"})
_LONGEST_PIECE = 4_000


class ProposerError(AtlasError):
    """A model cannot be used, or did not answer; documents are read without it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A stretch of the text that may name an organisation: offsets half-open, `score` in 0..1.

    `label` is a code of `graph.kinds.ActorKind`, or "ORG" where the model knows no kinds; others are passed over.
    """

    start: int
    end: int
    label: str
    score: float

    @property
    def kind(self) -> ActorKind:
        """The kind of the organisation proposed."""
        return _KINDS[self.label]


class Proposer(Protocol):
    """Proposes organisations in a text. `name` is the model's, as evidence tells it. Raises ProposerError."""

    @property
    def name(self) -> str: ...

    def propose(self, text: str, /) -> Sequence[Proposal]:
        """Proposals in any order, right or wrong."""
        ...


class Cautious:
    """A proposer that never stands in the way: its first failure is kept, and after one it is asked no more.

    Only an answer that cannot be understood is passed over: the next one may be better.
    """

    def __init__(self, proposer: Proposer) -> None:
        self.name = proposer.name
        self.failure: ProposerError | None = None
        self._proposer = proposer
        self._is_over = False

    def ask(self, text: str) -> tuple[Proposal, ...] | None:
        """Usable proposals (see `usable`); None when the model had no part in it."""
        if self._is_over:
            return None
        try:
            return tuple(usable(text, self._proposer.propose(text)))
        except ProposerError as error:
            self._fail(error)
        except Exception as error:  # models raise what they like
            _log.error("the model failed", exc_info=error)
            self._fail(ProposerError("proposer_failed", reason=type(error).__name__))
        return None

    def _fail(self, error: ProposerError) -> None:
        self.failure = self.failure or error
        self._is_over = error.code not in _OF_ONE_ANSWER


def usable(text: str, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Proposals that are whole words of the text and name an organisation: the best of those that overlap, by place."""
    chosen: list[Proposal] = []  # by place
    for proposal in sorted(filter(_is_sound, proposals), key=lambda one: (-one.score, one.start - one.end, one.start)):
        place = bisect(chosen, proposal.start, key=lambda one: one.start)
        is_behind = place == 0 or chosen[place - 1].end <= proposal.start
        is_before = place == len(chosen) or proposal.end <= chosen[place].start
        if is_behind and is_before and _is_name(text, proposal.start, proposal.end):
            chosen.insert(place, proposal)
    yield from chosen


def pieces(text: str, longest: int = _LONGEST_PIECE) -> Iterator[tuple[int, str]]:
    """The text in pieces that end at the end of a line where there is one, each with its place."""
    start = 0
    while start < len(text):
        stop = min(start + longest, len(text))
        if stop < len(text):
            stop = text.rfind("\n", start, stop) + 1 or text.rfind(" ", start, stop) + 1 or stop
            stop = stop if stop > start else start + longest
        yield start, text[start:stop]
        start = stop


def _is_sound(proposal: Proposal) -> bool:
    """Whether these are numbers and a label one can work with: they come from outside."""
    are_numbers = type(proposal.start) is type(proposal.end) is int and type(proposal.score) in (int, float)
    return are_numbers and proposal.label in _KINDS and _LEAST_SCORE <= proposal.score <= 1


def _is_name(text: str, start: int, end: int) -> bool:
    if not 0 <= start < end <= len(text) or end - start > _LONGEST:
        return False
    name = text[start:end]
    is_whole = not text[max(start - 1, 0) : start].isalnum() and not text[end : end + 1].isalnum()
    is_capital = name[0].isupper() or name[0].isdigit()
    return is_whole and is_capital and len(name) > 1 and name[-1] not in " ,;:" and not set(name) & {"\n", MASK}
