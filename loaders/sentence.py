"""A sentence with what it names and which initiative it speaks about."""

from dataclasses import dataclass

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
