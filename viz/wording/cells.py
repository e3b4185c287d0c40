"""The coverage matrix in words and signs: columns, cell values, marks."""

from collections.abc import Mapping

from queries.answers import CellValue, Column, Ignorance, Mark
from viz.language import _, mark

_COLUMNS: Mapping[Column, str] = {
    Column.IHK: mark("IHK"),
    Column.HWK: mark("Chamber of crafts"),
    Column.UNION: mark("Union"),
    Column.EMPLOYERS: mark("Employers’ or business association"),
    Column.GOVERNMENT: mark("Ministry or public body"),
    Column.SCIENCE: mark("University or research"),
}
_HEADINGS: Mapping[Column, str] = {
    Column.IHK: mark("IHK"),
    Column.HWK: mark("HWK"),
    Column.UNION: mark("Unions"),
    Column.EMPLOYERS: mark("Employers"),
    Column.GOVERNMENT: mark("Authority"),
    Column.SCIENCE: mark("Science"),
}
_CHOICES: Mapping[Column, str] = {
    Column.IHK: mark("ihk"),
    Column.HWK: mark("hwk"),
    Column.UNION: mark("union"),
    Column.EMPLOYERS: mark("employers"),
    Column.GOVERNMENT: mark("government"),
    Column.SCIENCE: mark("science"),
}
_VALUES: Mapping[CellValue, str] = {
    CellValue.PRESENT: mark("present"),
    CellValue.INFORMAL: mark("supports without formal participation"),
    CellValue.ABSENT: mark("not involved, says the source"),
    CellValue.REPRESENTED: mark("represented via …"),
    CellValue.TO_CHECK: mark("occurs, please check"),
    CellValue.NOT_LISTED: mark("participants listed, this kind not among them"),
    CellValue.NOT_MENTIONED: mark("not mentioned in the sources"),
    CellValue.NOBODY_NAMED: mark("no participants named"),
}
_SIGNS: Mapping[CellValue, str] = {
    CellValue.PRESENT: "●",
    CellValue.INFORMAL: "½",
    CellValue.ABSENT: "×",
    CellValue.REPRESENTED: "↑",
    CellValue.TO_CHECK: "?",
    CellValue.NOT_LISTED: "○",
    CellValue.NOT_MENTIONED: "·",
    CellValue.NOBODY_NAMED: "–",
}
"""Signs that every Windows console font has."""
_MARKS: Mapping[Mark, str] = {
    Mark.CONFLICT: mark("sources contradict each other"),
    Mark.AS_GROUP: mark("only as a group, without a name"),
    Mark.DECLINED: mark("has declined, says the source"),
    Mark.CORRECTED: mark("confirmed, corrected or added by hand"),
    Mark.OPEN_LIST: mark("the source says that its list is not complete"),
}
_MARK_SIGNS: Mapping[Mark, str] = {
    Mark.CONFLICT: "≠",
    Mark.AS_GROUP: "*",
    Mark.DECLINED: "!",
    Mark.CORRECTED: "+",
    Mark.OPEN_LIST: "~",
}


_IGNORANCE: Mapping[Ignorance, str] = {
    Ignorance.SILENCE: mark("Source: no findings"),
    Ignorance.NO_INITIATIVE: mark("no initiative named in the documents"),
    Ignorance.NOTHING_NAMED: mark("neither an initiative nor an organisation of its own named in the documents"),
}


def word_ignorance(reason: Ignorance) -> str:
    """Why nothing is known of a region."""
    return _(_IGNORANCE[reason])


def word_column(column: Column) -> str:
    """A kind that gaps are asked for."""
    return _(_COLUMNS[column])


def head_column(column: Column) -> str:
    """The same, short enough to stand above a narrow column; it may be broken after "- "."""
    return _(_HEADINGS[column])


def word_choice(column: Column) -> str:
    """What one types for a kind, in the language now spoken."""
    return _(_CHOICES[column])


def word_value(value: CellValue) -> str:
    """What a cell says."""
    return _(_VALUES[value])


def sign_of(value: CellValue) -> str:
    """The sign of what a cell says."""
    return _SIGNS[value]


def word_mark(found: Mark) -> str:
    """What stands beside a value."""
    return _(_MARKS[found])


def sign_of_mark(found: Mark) -> str:
    """The sign of what stands beside a value."""
    return _MARK_SIGNS[found]
