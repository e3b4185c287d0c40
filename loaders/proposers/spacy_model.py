"""spaCy as a proposer: the organisations its named-entity recognition sees. Needs the extra "spacy" and a model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol

from loaders.proposal import Proposal, ProposerError, pieces

_LONGEST_PIECE = 100_000
_SCORE = 0.8  # spaCy gives no score of its own


class _Entity(Protocol):
    start_char: int
    end_char: int
    label_: str


class _Doc(Protocol):
    @property
    def ents(self) -> Sequence[_Entity]: ...


class _Pipeline(Protocol):
    def __call__(self, text: str, /) -> _Doc: ...


@dataclass(frozen=True, slots=True)
class SpacyModel:
    """A spaCy pipeline; made by `named`."""

    pipeline: _Pipeline
    name: str

    @classmethod
    def named(cls, model: str) -> "SpacyModel":
        """The pipeline of this package or folder. Raises ProposerError: proposer_extra, proposer_model."""
        try:
            import spacy  # pyright: ignore[reportMissingImports]  # an extra
        except ImportError as error:
            raise ProposerError("proposer_extra", extra="spacy") from error
        try:
            pipeline: _Pipeline = spacy.load(model)
        except (OSError, ValueError) as error:
            raise ProposerError("proposer_model", model=model) from error
        return cls(pipeline, f"spaCy {PurePath(model).name}")

    def propose(self, text: str, /) -> Sequence[Proposal]:
        """What it takes for organisations."""
        return tuple(self._found(text))

    def _found(self, text: str) -> Iterator[Proposal]:
        for start, piece in pieces(text, _LONGEST_PIECE):
            for entity in self.pipeline(piece).ents:
                yield Proposal(start + entity.start_char, start + entity.end_char, entity.label_, _SCORE)
