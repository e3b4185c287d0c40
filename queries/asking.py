"""An initiative that looks for partners: who belongs to it, whom the register expects at its table, how far it reaches.

From facts that hold at least what is said of it; next: `seeking.py` looks for those who could be asked. Pure.
"""

from queries.answers import Column
from queries.coverage import read_tables
from queries.dates import day_or_today
from queries.expected import Filling
from queries.facts import Facts
from queries.nearness import territory
from queries.presence import Presence, circle_of
from queries.reach import Reach
from queries.speaking import Voices
from seeds.register import Register


class Asking:
    """The initiative with its phases, as known until and standing at the date.

    The facts need hold what is said of these, of those that may be the same, and what `Filling` asks for. Raises
    QuestionError("unknown_node").
    """

    def __init__(
        self, facts: Facts, register: Register, id: str, *, date: str | None = None, voices: Voices | None = None
    ) -> None:
        self.register = register
        self.circle = circle_of(facts, id, date=date)
        filling = Filling(facts, register, day_or_today(date), voices=voices)
        (self.table,) = read_tables(self.circle.facts, register, date=date)
        self.expected = filling.row(self.table.row(tuple(Column)), self.table)
        self.day = filling.day
        self.voices = filling.voices
        self.presence = Presence(self.circle, facts, register, filling.voices)
        self.place = territory(self.circle.row.regions)
        competent = filling.competence.of(self.circle.row, every_sector=True).values()
        self.reach = Reach(
            register,
            lands=self.circle.row.lands or ("de",),
            competent=frozenset(body.id for bodies in competent for body in bodies),
        )

    def wholes_of(self, keys: frozenset[str]) -> frozenset[str]:
        """What these are a part of."""
        return frozenset(whole for key in keys for whole in self.voices.wholes(key))
