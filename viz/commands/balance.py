"""`gaps --balance`: how evenly each table is set, and which kinds sit together more often than chance has it."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from graph.store import Store
from queries.answers import Cell, CellValue, Column, Mark
from queries.balance import (
    ASKED,
    FEWEST_INITIATIVES,
    FEWEST_MEMBERS,
    Balance,
    BalanceRow,
    KindPair,
    MemberKind,
    Sides,
    Verdict,
    balance,
)
from queries.chance import SAMPLES
from seeds.register import Register
from viz.commands.balance_sheet import balance_head, balance_rows, balance_sheets
from viz.commands.form import Form
from viz.commands.gap_options import Asked
from viz.commands.lines import heading, say, say_wrapped, table, wrapped
from viz.commands.matrix import say_scope, say_unknown
from viz.commands.workbook_file import write_workbook
from viz.language import _, ngettext
from viz.progress import progress
from viz.wording.balance import head_kind, word_meanings, word_member_kind, word_sides, word_verdict
from viz.wording.cells import sign_of, sign_of_mark, word_mark, word_value
from viz.wording.figures import word_decimal
from viz.wording.places import by_place

_PART = SAMPLES // 20


def tell_balance(store: Store, register: Register, form: Form, asked: Asked) -> None:
    """Ask and tell; as JSON the matrix's keys and `balance`, `pairs`, `compared`, `samples`."""
    with progress(_("Comparing with chance"), SAMPLES // _PART) as meter:
        found = balance(
            store,
            register,
            region=asked.region,
            kinds=asked.columns,
            date=asked.date,
            wanted=asked.selection,
            on_step=lambda done: None if done % _PART else meter.begin(""),
        )
    found = form.masked(found)
    matrix = {field.name: getattr(found.coverage, field.name) for field in fields(found.coverage)}
    told = {"balance": found.rows, "pairs": found.pairs, "compared": found.compared, "samples": found.samples}
    if form.other_file:
        sheets = balance_sheets(found, register)
        write_workbook(form.other_file, found.coverage, register, asked, further=sheets, notes=word_meanings(found))
    elif not form.tell({**matrix, **told}, balance_head(), balance_rows(found, register)):
        _say_balance(found, register, asked)


def _say_balance(found: Balance, register: Register, asked: Asked) -> None:
    say(heading(_("How evenly are the tables set?")))
    say_scope(found.coverage, narrowed=asked.words(found.coverage))
    say()
    if not found.rows:
        say_wrapped(_("No initiative with a table, or with two participants named, is in these documents."))
        say_unknown(found.coverage)
        return
    columns = asked.told_columns
    head = [_("Initiative"), *map(head_kind, columns), _("other\nkinds"), _("Mix")]
    for line in table(head, _lines(found, register, columns), flexible=0, right=range(1, len(head))):
        say(line)
    _say_legend(found)
    _say_sides(found)
    _say_pairs(found)
    say()
    say(heading(_("What the figures say")))
    for line in word_meanings(found):
        say_wrapped(line, indent=2)


def _lines(found: Balance, register: Register, columns: Sequence[Column]) -> Iterator[list[str]]:
    """The initiatives under their Länder, as in the matrix."""
    by_id = {row.initiative.id: row for row in found.rows}
    for place, rows in by_place(found.coverage.rows, register):
        yield [place, *[""] * (len(columns) + 2)]
        for matrix in rows:
            row = by_id[matrix.initiative.id]
            counts = [_count(row, cell) for cell in matrix.cells]
            yield ["  " + row.initiative.name, *counts, _others(row), _mix(row)]


def _count(row: BalanceRow, cell: Cell) -> str:
    """How many are named; where none is, the sign of the matrix."""
    named = row.of(MemberKind(cell.column.value)).count
    told = str(named) if named and cell.value is CellValue.PRESENT else sign_of(cell.value)
    return told + "".join(map(sign_of_mark, cell.marks))


def _others(row: BalanceRow) -> str:
    named = sum(one.count for one in row.members if one.kind not in ASKED) + len(row.unsorted)
    return str(named or "")


def _mix(row: BalanceRow) -> str:
    return f"<{FEWEST_MEMBERS}" if row.iqv is None else word_decimal(row.iqv)


def _say_legend(found: Balance) -> None:
    """What the signs mean, as far as they occur."""
    cells = [cell for row in found.coverage.rows for cell in row.cells]
    say()
    for value in CellValue:
        if any(
            cell.value is value and (value is not CellValue.PRESENT or Mark.AS_GROUP in cell.marks) for cell in cells
        ):
            say(f"  {sign_of(value)}  {word_value(value)}")
    for mark in Mark:
        if any(mark in cell.marks for cell in cells):
            say(f"  {sign_of_mark(mark)}  {word_mark(mark)}")
    if any(row.iqv is None for row in found.rows):
        line = _("fewer than {n} members are known by name and kind: nothing is said of their mix")
        say_wrapped(f"<{FEWEST_MEMBERS} {line.format(n=FEWEST_MEMBERS)}", indent=2)


def _say_sides(found: Balance) -> None:
    say()
    say(heading(_("Social partners")))
    for sides in Sides:
        rows = [row for row in found.rows if row.sides is sides]
        if rows:
            told = ngettext("{n} initiative", "{n} initiatives", len(rows)).format(n=len(rows))
            say_wrapped("; ".join([f"{word_sides(sides)}: {told}", *_notes(rows)]), indent=2)
    for pair in found.pairs:
        is_partners = (pair.one, pair.other) == (MemberKind.UNION, MemberKind.EMPLOYERS)
        if is_partners and pair.drawn is not None and pair.verdict is not None:
            line = _("both sides, by chance: {mean} in the mean; {verdict}")
            told = line.format(mean=word_decimal(pair.drawn.mean), verdict=word_verdict(pair.verdict))
            say_wrapped(told, indent=2)


def _notes(rows: Sequence[BalanceRow]) -> Iterator[str]:
    """What is to be known before a side is thought to be absent."""
    told = [(row.unions.value, row.employers.value) for row in rows]
    if absent := sum(CellValue.ABSENT in values for values in told):
        yield _("{n} of them: a side not involved, says the source").format(n=absent)
    if to_check := sum(CellValue.TO_CHECK in values for values in told):
        yield _("{n} of them: a side occurs in the text, please check").format(n=to_check)
    if few := sum(row.known < FEWEST_MEMBERS for row in rows):
        yield _("{n} of them with fewer than {fewest} known members").format(n=few, fewest=FEWEST_MEMBERS)


def _say_pairs(found: Balance) -> None:
    say()
    for line in wrapped(_("Which kinds sit together?")):
        say(heading(line))
    if found.samples:
        line = _("{n} initiatives in which anybody is named, beside {samples} draws by lot")
        samples = f"{found.samples:,}".replace(",", _(","))
        say_wrapped(line.format(n=found.compared, samples=samples), indent=2)
        head = [_("Kinds"), _("together"), _("chance\nmean"), _("range\n95 %"), "p"]
        for row in table(head, _judged(found.pairs), flexible=0, right=range(1, 5)):
            say(row)
        return
    line = _(
        "Only from {fewest} initiatives in which anybody is named can a pattern be told from chance; here there are "
        "{n}. So they are counted, and nothing more is said."
    )
    say_wrapped(line.format(fewest=FEWEST_INITIATIVES, n=found.compared), indent=2)
    counted = [[_name(one), str(one.observed)] for one in found.pairs if one.observed]
    if counted:
        for row in table([_("Kinds"), _("together")], counted, flexible=0, right=(1,)):
            say(row)


def _judged(pairs: Sequence[KindPair]) -> Iterator[list[str]]:
    """The pairs under what they say beside chance."""
    for verdict in Verdict:
        told = [one for one in pairs if one.verdict is verdict]
        if told:
            yield [_capital(word_verdict(verdict)), *[""] * 4]
        for one in told:
            if one.drawn is not None:
                usual = f"{one.drawn.low}–{one.drawn.high}"
                p = None if one.drawn.is_fixed else one.p
                figures = [str(one.observed), word_decimal(one.drawn.mean), usual, word_decimal(p, places=3)]
                yield ["  " + _name(one), *figures]


def _name(pair: KindPair) -> str:
    return f"{word_member_kind(pair.one)} – {word_member_kind(pair.other)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
