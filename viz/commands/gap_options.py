"""What `gaps` may be asked: the options that choose initiatives, kinds and a day, and how the answer says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import click

from graph.kinds import InitiativeType
from queries.answers import Column, Coverage
from queries.selection import Selection, is_undated
from viz.choices import column_words, listed, type_words
from viz.commands.words import PastDay, Word
from viz.language import _, ngettext
from viz.wording.cells import word_column
from viz.wording.dates import word_date, word_period
from viz.wording.kinds import word_initiative_type


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of the matrix is asked for."""

    region: str | None
    columns: tuple[Column, ...]
    selection: Selection
    date: str | None

    @property
    def told_columns(self) -> tuple[Column, ...]:
        """The columns that are told."""
        return self.columns or tuple(Column)

    def words(self, found: Coverage | None = None) -> str:
        """What was asked for, as people read it, with how many of those found have no date; "" where it is all."""
        wanted, parts = self.selection, list[str]()
        if self.region:
            parts.append(self.region)
        parts += [word_column(column) for column in self.columns]
        parts += [word_initiative_type(kind) for kind in wanted.types]
        parts += [_("topic “{topic}”").format(topic=topic) for topic in wanted.topics]
        if wanted.since or wanted.until:
            parts.append(_running(wanted, found))
        if self.date:
            parts.append(_("known by {date}").format(date=word_date(self.date)))
        return _("Only: {parts}").format(parts=" · ".join(parts)) if parts else ""


def asked_for(options: Mapping[str, object]) -> Asked:
    """The options as what they ask for. Raises QuestionError("period_reversed")."""
    kinds, types, topics = (_texts(options[name]) for name in ("kinds", "types", "topics"))
    selection = Selection(
        types=tuple(map(InitiativeType, dict.fromkeys(types))),
        topics=tuple(dict.fromkeys(topics)),
        since=_text(options["run_from"]),
        until=_text(options["run_to"]),
    )
    columns = tuple(column for column in Column if column.value in kinds)
    return Asked(_text(options["region"]), columns, selection, _text(options["date"]))


def asking_options() -> list[click.Parameter]:
    """--region, --kind, --type, --topic, --from, --to and --date."""
    return [
        click.Option(["--region"], metavar=_("NAME"), help=_("Only this region, for instance Hessen.")),
        _words("--kind", "kinds", Word("kind", column_words), _("Only this kind: {words}."), column_words()),
        _words("--type", "types", Word("type", type_words), _("Only initiatives of this type: {words}."), type_words()),
        click.Option(
            ["--topic", "topics"],
            multiple=True,
            metavar=_("WORD"),
            help=_("Only initiatives on this topic. May be given several times."),
        ),
        click.Option(
            ["--from", "run_from"],
            metavar=_("DATE"),
            type=PastDay(),
            help=_("Only initiatives that ran on this day or later, as far as the documents say when."),
        ),
        click.Option(["--to", "run_to"], metavar=_("DATE"), type=PastDay(), help=_("The same: on this day or before.")),
        click.Option(
            ["--date"],
            metavar=_("DATE"),
            type=PastDay(),
            help=_("What was known and there on this date, as 16.03.2021."),
        ),
    ]


def _words(flag: str, name: str, kind: Word, help: str, words: Mapping[str, str]) -> click.Option:
    told = help.format(words=listed(dict.fromkeys(words.values())))
    return click.Option(
        [flag, name],
        multiple=True,
        metavar=_("KIND"),
        type=kind,
        help=f"{told} {_('May be given several times.')}",
    )


def _running(wanted: Selection, found: Coverage | None) -> str:
    rows = (*found.rows, *found.without_table) if found else ()
    undated = sum(is_undated(row.initiative) for row in rows)
    told = _("ran in this time: {period}").format(period=word_period(wanted.since, wanted.until))
    if not undated:
        return told
    line = ngettext("{n} of them without a date", "{n} of them without a date", undated)
    return f"{told} ({line.format(n=undated)})"


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _texts(value: object) -> Sequence[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, tuple) else []
