"""How evenly tables are set, for a spreadsheet: one row an initiative, then one a pair of kinds."""

from collections.abc import Iterator

from queries.answers import Cell
from queries.balance import FEWEST_MEMBERS, Balance, BalanceRow, KindPair, MemberKind
from seeds.register import Register
from viz.commands.profiles import region_names
from viz.commands.workbook_file import Sheet
from viz.language import _
from viz.wording.balance import word_member_kind, word_sides, word_verdict
from viz.wording.cells import word_mark, word_value
from viz.wording.figures import word_decimal
from viz.wording.kinds import word_initiative_type


def balance_rows(found: Balance, register: Register) -> Iterator[list[str]]:
    """A row for each initiative, then one for each pair of kinds, with what it says in the last column."""
    blanks = [""] * (len(balance_head()) - 3)
    yield from (_row(row, register) for row in found.rows)
    yield from (["", _name(pair), *blanks, _word_pair(pair)] for pair in found.pairs)


def balance_sheets(found: Balance, register: Register) -> list[Sheet]:
    """A sheet of the initiatives and one of the pairs."""
    rows = [_row(row, register) for row in found.rows]
    pairs = [_pair(pair) for pair in found.pairs]
    return [
        Sheet(_("Balance"), balance_head(), rows, frozenset({1}), 2),
        Sheet(_("Pairs of kinds"), _pair_head(), pairs, frozenset({0, 6})),
    ]


def balance_head() -> list[str]:
    """The headings of `balance_rows`."""
    return [
        _("Land"),
        _("Initiative"),
        _("Type"),
        _("Known members"),
        *(word_member_kind(kind) for kind in MemberKind),
        _("Of no known kind"),
        _("As a group, without names"),
        _("Who"),
        _("Social partners"),
        _("Side of the unions"),
        _("Side of the employers"),
        "Blau",
        "IQV",
        _("Note"),
    ]


def _row(row: BalanceRow, register: Register) -> list[str]:
    names = [name for one in row.members for name in one.names]
    is_short = row.iqv is None
    few = _("fewer than {n} members are known by name and kind: nothing is said of their mix")
    return [
        ", ".join(region_names(row.initiative.lands, register)),
        row.initiative.name,
        word_initiative_type(row.initiative.type),
        str(row.known),
        *(str(row.of(kind).count) for kind in MemberKind),
        ", ".join(row.unsorted),
        ", ".join(word_member_kind(one.kind) for one in row.members if one.as_group),
        ", ".join(names),
        word_sides(row.sides),
        _side(row.unions),
        _side(row.employers),
        "" if row.blau is None else word_decimal(row.blau),
        "" if row.iqv is None else word_decimal(row.iqv),
        few.format(n=FEWEST_MEMBERS) if is_short else "",
    ]


def _side(cell: Cell) -> str:
    marks = [word_mark(one) for one in cell.marks]
    return f"{word_value(cell.value)} ({', '.join(marks)})" if marks else word_value(cell.value)


def _pair_head() -> list[str]:
    return [
        _("Kinds"),
        _("Initiatives together"),
        _("By chance, mean"),
        _("By chance, from"),
        _("By chance, to"),
        _("p, corrected"),
        _("Verdict"),
    ]


def _pair(pair: KindPair) -> list[str]:
    drawn = pair.drawn
    if drawn is None or pair.verdict is None:
        return [_name(pair), str(pair.observed), "", "", "", "", _too_few()]
    figures = [word_decimal(drawn.mean), str(drawn.low), str(drawn.high), word_decimal(pair.p, places=3)]
    return [_name(pair), str(pair.observed), *figures, word_verdict(pair.verdict)]


def _word_pair(pair: KindPair) -> str:
    drawn = pair.drawn
    if drawn is None or pair.verdict is None:
        return _("together in {n}; {verdict}").format(n=pair.observed, verdict=_too_few())
    line = _("together in {n}, by chance {mean} ({low} to {high}), p {p}: {verdict}")
    return line.format(
        n=pair.observed,
        mean=word_decimal(drawn.mean),
        low=drawn.low,
        high=drawn.high,
        p=word_decimal(pair.p, places=3),
        verdict=word_verdict(pair.verdict),
    )


def _too_few() -> str:
    return _("too few initiatives to be compared with chance")


def _name(pair: KindPair) -> str:
    return f"{word_member_kind(pair.one)} – {word_member_kind(pair.other)}"
