"""A sentence with what it names and which initiative it speaks about."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from loaders.document import BlockKind
from loaders.mention import ActorMention, InitiativeMention, Mention


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or list item: its mentions sorted by place, its subject initiative (None where there is none).

    `target_confidence`: 1 when the initiative is named in the sentence, less when it is only pointed to.
    """

    start: int
    end: int
    block: BlockKind
    section: int
    mentions: tuple[Mention, ...]
    target: int | None
    target_confidence: float

    @property
    def named(self) -> tuple[InitiativeMention, ...]:
        """The initiatives it names."""
        return tuple(m for m in self.mentions if isinstance(m, InitiativeMention) and not m.pointing)

    @property
    def actors(self) -> tuple[ActorMention, ...]:
        """The organisations it names."""
        return tuple(m for m in self.mentions if isinstance(m, ActorMention))

    @property
    def speaks_of_initiative(self) -> bool:
        """Whether it names an initiative or points to one."""
        return any(isinstance(m, InitiativeMention) for m in self.mentions)

    def part(self, start: int, end: int) -> "Sentence":
        """A stretch of it, with what it names there."""
        inside = tuple(m for m in self.mentions if start <= m.start and m.end <= end)
        return replace(self, start=start, end=end, mentions=inside)

    def with_mentions(self, further: Iterable[Mention]) -> "Sentence":
        """It, naming these too."""
        mentions = sorted((*self.mentions, *further), key=lambda m: (m.start, m.end))
        return replace(self, mentions=tuple(mentions))
