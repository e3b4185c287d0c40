"""In which form an answer is asked for: on the screen, as JSON, or as a file for a spreadsheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from viz.commands.files import PIPE, say_json, write_whole
from viz.commands.spreadsheet import spreadsheet
from viz.persons import without_names

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Form:
    """The form asked for; on the screen where it is neither JSON nor a file. `other_file` is one that is no table."""

    as_json: bool
    csv_file: str | None
    with_names: bool = False
    other_file: str | None = None

    @property
    def is_masked(self) -> bool:
        """Whether names of persons are masked: in what leaves the machine, unless they were asked for."""
        leaves = self.as_json or self.csv_file is not None or self.other_file is not None
        return leaves and not self.with_names

    def masked(self, found: T) -> T:
        """The answer as it may leave the machine."""
        return without_names(found) if self.is_masked else found

    def tell(self, value: object, head: Sequence[str], rows: Iterable[Sequence[str]]) -> bool:
        """Write the rows into the file, else the value as JSON; False where the answer belongs on the screen."""
        if self.csv_file:
            write_whole(self.csv_file, spreadsheet(head, rows, to_pipe=self.csv_file == PIPE))
        elif self.as_json:
            say_json(value)
        else:
            return False
        return True
