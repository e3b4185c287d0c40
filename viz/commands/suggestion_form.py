"""In which form a list of suggestions is asked for: on the screen, as JSON, as a file for a spreadsheet."""

from dataclasses import dataclass

import click

from queries.suggestions import Suggestion
from seeds.expectation import Unheld
from seeds.register import Register
from viz.commands.files import PIPE, say_json, write_whole
from viz.commands.spreadsheet import spreadsheet
from viz.commands.suggestion_sheet import suggestion_head, suggestion_rows
from viz.persons import without_names
from viz.wording.bodies import word_unheld


@dataclass(frozen=True, slots=True)
class Form:
    """In which form the list is asked for."""

    as_json: bool
    csv_file: str | None
    with_names: bool
    quotes: bool

    def tell(self, suggestions: tuple[Suggestion, ...], unheld: tuple[Unheld, ...], register: Register) -> bool:
        """Write it for other programs; False where it belongs on the screen."""
        if not self.as_json and not self.csv_file:
            return False
        shown = suggestions if self.with_names else without_names(suggestions)
        if self.csv_file:
            rows = suggestion_rows(shown, register, unheld)
            write_whole(self.csv_file, spreadsheet(suggestion_head(), rows, to_pipe=self.csv_file == PIPE))
        else:
            say_json(shown)
            click.echo(word_unheld(unheld), err=True)
        return True
