"""Tables in words: what a column means, why a row was ignored, what was dropped."""

from collections.abc import Iterator, Mapping, Sequence

from loaders.tables.meaning import Meaning
from loaders.tables.table import Column, Dropped, Form
from viz.language import _, mark, ngettext
from viz.wording.kinds import word_role

_MEANINGS: Mapping[Meaning, str] = {
    Meaning.ORGANISATION: mark("organisation"),
    Meaning.NAME: mark("name of something"),
    Meaning.INITIATIVE: mark("initiative"),
    Meaning.ROLE: mark("role"),
    Meaning.TICK: mark("ticks"),
    Meaning.SINCE: mark("from when on"),
    Meaning.UNTIL: mark("until when"),
    Meaning.PERIOD: mark("from when until when"),
    Meaning.FOUNDED: mark("founded"),
    Meaning.KIND: mark("kind"),
    Meaning.REGION: mark("region"),
    Meaning.TOWN: mark("town"),
    Meaning.CONTACT: mark("contact data"),
    Meaning.TOTAL: mark("sum, not read"),
    Meaning.OTHER: mark("kept as text, no fact made of it"),
}
_FORMS: Mapping[Form, str] = {
    Form.EDGE_LIST: mark("list of participations"),
    Form.MATRIX: mark("matrix with ticks"),
    Form.MEMBER_LIST: mark("list of members"),
}
_REASONS: Mapping[str, str] = {
    "no_row": mark("no organisation and no initiative"),
    "heading": mark("line between that names a kind"),
    "total": mark("sum"),
    "repeated": mark("the same as a row above"),
    "no_organisation": mark("no organisation"),
    "person": mark("a person, no organisation"),
    "too_long": mark("too long for a name"),
    "no_initiative": mark("no initiative"),
    "doubtful": mark("not certain that it takes part"),
    "unknown_tick": mark("unknown tick"),
    "not_ticked": mark("not ticked"),
}
_DROPPED: Mapping[str, str] = {
    "heading": mark("told by its heading"),
    "content": mark("told by what is in it"),
    "mapping": mark("as the mapping says"),
}
_NO_TABLE: Mapping[str, str] = {
    "no_columns": mark("no columns recognised; read as text"),
    "no_organisations": mark("no column of organisations recognised; read as text"),
    "no_owner": mark("a list of organisations, but nothing says of which initiative; read as text"),
}


def word_meaning(column: Column) -> str:
    """What a column means; with the role that its heading names."""
    meaning = _(_MEANINGS[column.meaning])
    return f"{meaning} ({word_role(column.role)})" if column.role else meaning


def word_form(form: Form) -> str:
    """What sort of table it is."""
    return _(_FORMS[form])


def word_ignored(reason: str) -> str:
    """Why no fact was made of a row."""
    return _(_REASONS[reason])


def word_no_table(reason: str) -> str:
    """Why a sheet is read as text."""
    return _(_NO_TABLE[reason])


def word_dropped(columns: Sequence[Dropped]) -> str:
    """The columns that were dropped, with how they were told: "Telefon, E-Mail"."""
    names = (
        column.name if column.by == "heading" else f"{column.name} ({_(_DROPPED[column.by])})" for column in columns
    )
    return _("Dropped, since they hold contact data: {columns}").format(columns=", ".join(dict.fromkeys(names)))


def word_table_notes(dropped: Sequence[str], ignored: int) -> Iterator[str]:
    """What the summary of loading says about a table."""
    if dropped:
        yield _("Dropped, since they hold contact data: {columns}").format(columns=", ".join(dropped))
    if ignored:
        line = ngettext(
            "{n} row not taken over; “load --preview” says why.",
            "{n} rows not taken over; “load --preview” says why.",
            ignored,
        )
        yield line.format(n=ignored)
