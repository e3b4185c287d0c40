"""How much a Neo4j of the user's may take."""

from dataclasses import dataclass
from typing import Self

_MEGABYTES = 1024


@dataclass(frozen=True, slots=True)
class Memory:
    """Java's heap and the pages that are kept, as Java writes sizes."""

    heap: str = "1g"
    pagecache: str = "256m"

    @classmethod
    def of_gigabytes(cls, count: int) -> Self:
        """Two thirds for the heap, where questions are worked on, one for the pages."""
        total = count * _MEGABYTES
        return cls(heap=f"{total * 2 // 3}m", pagecache=f"{total // 3}m")
