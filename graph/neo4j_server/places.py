"""Where servers of the user's lie: the usual folder, and those that were named with --folder, kept in a small list."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.lock import write_private


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of servers, and of their jars. `data` and `cache` are the program's own folders."""

    data: Path
    cache: Path

    @property
    def usual(self) -> Path:
        """The folder of a server that no other was named for."""
        return self.data / "neo4j"

    @property
    def jars(self) -> Path:
        """The folder that holds a folder of jars for each release."""
        return self.cache / "neo4j"

    @property
    def _list(self) -> Path:
        return self.data / "neo4j-folders.json"

    def folders(self) -> tuple[Path, ...]:
        """The usual folder, then every other that a server was started on, sorted."""
        return (self.usual, *map(Path, sorted(self._named() - {str(self.usual)})))

    def remember(self, folder: Path) -> None:
        """Keep a folder for later, and forget those that are gone. Raises OSError."""
        if folder == self.usual or str(folder) in self._named():
            return
        self.data.mkdir(parents=True, exist_ok=True)
        kept = {name for name in self._named() if Path(name).is_dir()} | {str(folder)}
        write_private(self._list, json.dumps(sorted(kept), ensure_ascii=False, indent=1) + "\n")

    def _named(self) -> set[str]:
        try:
            content = json.loads(self._list.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return set()
        return {name for name in content if isinstance(name, str)} if isinstance(content, Iterable) else set()
