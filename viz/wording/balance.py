"""How evenly tables are set, in words: kinds of members, social partners, chance, and what each figure means."""

from collections.abc import Mapping

from queries.answers import Column
from queries.balance import ASKED, FEWEST_MEMBERS, LEVEL, Balance, MemberKind, Sides, Verdict
from viz.language import _, mark
from viz.wording.cells import word_column
from viz.wording.figures import word_decimal

_KINDS: Mapping[MemberKind, str] = {
    MemberKind.CHAMBER: mark("Other chamber"),
    MemberKind.COMPANY: mark("Company"),
    MemberKind.CONSULTANCY: mark("Consultancy"),
    MemberKind.NETWORK: mark("Network"),
}
_HEADINGS: Mapping[Column, str] = {
    Column.IHK: mark("IHK"),
    Column.HWK: mark("HWK"),
    Column.UNION: mark("Un-\nions"),
    Column.EMPLOYERS: mark("Empl-\noyers"),
    Column.GOVERNMENT: mark("Au-\nthority"),
    Column.SCIENCE: mark("Sci-\nence"),
}
"""Short enough for nine columns side by side."""
_SIDES: Mapping[Sides, str] = {
    Sides.BOTH: mark("both sides named"),
    Sides.UNIONS: mark("only unions named"),
    Sides.EMPLOYERS: mark("only employers’ or business associations named"),
    Sides.NEITHER: mark("neither side named"),
}
_VERDICTS: Mapping[Verdict, str] = {
    Verdict.MORE: mark("more often together than chance would have it"),
    Verdict.LESS: mark("less often together than chance would have it"),
    Verdict.CHANCE: mark("not to be told from chance"),
    Verdict.FIXED: mark("no room for chance"),
}


def word_member_kind(kind: MemberKind) -> str:
    """The kind of a member."""
    return word_column(Column(kind.value)) if kind in ASKED else _(_KINDS[kind])


def head_kind(column: Column) -> str:
    """A kind, as short as it stands above a number."""
    return _(_HEADINGS[column])


def word_sides(sides: Sides) -> str:
    """Which social partners are named."""
    return _(_SIDES[sides])


def word_verdict(verdict: Verdict) -> str:
    """What a pair of kinds says beside chance."""
    return _(_VERDICTS[verdict])


def word_meanings(found: Balance) -> list[str]:
    """What each figure says, and what it does not."""
    told = [
        _(
            "Numbers: members named, by kind. A group without names (“the unions”) sits at the table, but is no "
            "number. “Not mentioned” does not mean “not involved”."
        ),
        _(
            "Social partners: unions on the one side, employers’ and business associations on the other, as in the "
            "matrix; chambers belong to neither. It does not say how much weight a side has."
        ),
        _(
            "Mix (IQV): 0 where all named members are of one kind, 1 where each of {kinds} kinds has as many; only "
            "from {fewest} known members on. Who is of no known kind is left out. It does not say whether a table is "
            "well composed."
        ).format(kinds=len(MemberKind), fewest=FEWEST_MEMBERS),
    ]
    if found.samples:
        told.append(
            _(
                "Chance: {n} draws in which every kind stays in as many initiatives, and every initiative keeps as "
                "many kinds, as are named. 95 of 100 draws lie in the range. p: how often chance alone is at least so "
                "far out, corrected for the number of pairs (Holm); up to {level} it counts as more than chance. It "
                "does not say why: the same few at many tables, or the habits of a region, may do it. It rests on "
                "what documents name."
            ).format(n=f"{found.samples:,}".replace(",", _(",")), level=word_decimal(LEVEL))
        )
    return told
