"""What an export holds, what was asked of it and what had to be left out, in words."""

from collections import Counter

from queries.answers import Picture
from viz.exports.drawing import Drawing, Sort
from viz.exports.fitting import LeftOut
from viz.language import _, ngettext
from viz.wording.dates import word_date, word_scope


def word_notes(
    picture: Picture, *, region: str | None, date: str | None, with_absences: bool, made_on: str
) -> list[str]:
    """What every file says of itself: the dates of the documents, which part it is, what it does not claim."""
    asked = [region] if region else []
    if date:
        asked.append(_("known by {date}").format(date=word_date(date)))
    documents = picture.coverage.documents
    count = ngettext("{n} document", "{n} documents", len(documents)).format(n=len(documents))
    return [
        ", ".join([count, *word_scope(documents)]),
        *([_("Only: {parts}").format(parts=" · ".join(asked))] if asked else ()),
        *(() if with_absences else (_("without documented absences"),)),
        _("“Not mentioned” does not mean “not involved”: it says what the documents that were searched tell."),
        _("made on {date}").format(date=word_date(made_on)),
        _("no claim to completeness"),
    ]


def word_written(drawing: Drawing, path: str) -> str:
    """How much is in the file: "3 Initiativen, 7 Beteiligungen geschrieben: netz.gexf"."""
    found = Counter([*(one.sort for one in drawing.symbols), *(one.sort for one in drawing.lines)])
    counted = (
        (Sort.ACTOR, ngettext("{n} actor", "{n} actors", found[Sort.ACTOR])),
        (Sort.GROUP, ngettext("{n} group without a name", "{n} groups without a name", found[Sort.GROUP])),
        (Sort.INITIATIVE, ngettext("{n} initiative", "{n} initiatives", found[Sort.INITIATIVE])),
        (Sort.PARTICIPATION, ngettext("{n} participation", "{n} participations", found[Sort.PARTICIPATION])),
        (Sort.ABSENCE, ngettext("{n} documented absence", "{n} documented absences", found[Sort.ABSENCE])),
    )
    told = ", ".join(words.format(n=found[sort]) for sort, words in counted if found[sort])
    return _("Written: {told}: {path}").format(told=told or _("an empty network"), path=path)


def word_left_out(left_out: LeftOut) -> list[str]:
    """A line for each sort of thing that the format has no room for."""
    counted = (
        (
            left_out.characters,
            ngettext(
                "{n} character that this format cannot hold was replaced by �.",
                "{n} characters that this format cannot hold were replaced by �.",
                left_out.characters,
            ),
        ),
        (
            left_out.texts,
            ngettext(
                "{n} text was too long for a cell and is cut; it ends in “…”.",
                "{n} texts were too long for a cell and are cut; they end in “…”.",
                left_out.texts,
            ),
        ),
        (
            left_out.cells,
            ngettext(
                "{n} cell that could be taken for a formula begins with ' now.",
                "{n} cells that could be taken for a formula begin with ' now.",
                left_out.cells,
            ),
        ),
    )
    return [words.format(n=count) for count, words in counted if count]
