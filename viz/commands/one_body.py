"""`gaps --for`: one body of the register at the tables of its territory, on a terminal."""

from itertools import groupby

from queries.answers import CellValue
from queries.body_cells import BodyValue
from queries.one_body import BodyAtTable, OneBody
from queries.register_bodies import FoundBodies, RegisterBody
from seeds.register import Register
from viz.commands.evidence import last_evidenced, say_evidence
from viz.commands.lines import heading, say, say_wrapped
from viz.commands.profiles import placed, region_names
from viz.language import _, ngettext
from viz.wording.bodies import sign_of_confidence, word_body_value, word_confidence, word_route
from viz.wording.dates import word_date, word_period, word_scope
from viz.wording.kinds import word_actor_kind

_EXPLAINED = (BodyValue.ABSENT, BodyValue.INFORMAL, BodyValue.AS_GROUP, BodyValue.TO_CHECK)
"""Told with the sentence they rest on."""


def say_body_choice(found: FoundBodies, register: Register) -> None:
    """Several bodies that a name means equally well, or the nearest where there is none."""
    if found.matches:
        say(_("“{name}” can mean several bodies of the register:").format(name=found.name))
    else:
        say(_("“{name}” is not in the register. Most like it:").format(name=found.name))
    for body in found.matches or found.nearest:
        about = [word_actor_kind(body.kind, body.chamber_type), *region_names(body.regions, register)]
        say()
        say_wrapped(f"{body.name} ({', '.join(about)})", indent=2)
        say(" ".join(("   ", "buendnisatlas", "gaps", "--for", f'"{body.id}"')))


def say_one_body(found: OneBody, register: Register) -> None:
    """Where it is and where it is not, each way of it apart."""
    _say_head(found, register)
    for value, tables in groupby(found.tables, lambda one: one.cell.value):
        told = list(tables)
        title = word_body_value(value)
        say()
        say(heading(f"{title[:1].upper()}{title[1:]} ({len(told)})"))
        for one in told:
            _say_table(one, register)
    if not found.tables and found.body.is_there:
        _say_lines(_("No initiative of its territory is in these documents, and none names it."))
    if found.unknown:
        names = ", ".join(region.name for region in found.unknown)
        _say_lines(_("No information, and so no gap: {names}").format(names=names))


def _say_head(found: OneBody, register: Register) -> None:
    body = found.body
    say(heading(_("Where is {name}?").format(name=body.name)))
    about = [word_actor_kind(body.kind, body.chamber_type), ", ".join(region_names(body.regions, register))]
    if sign_of_confidence(body.confidence):
        about.append(_("in the register: {word}").format(word=word_confidence(body.confidence)))
    say_wrapped(" · ".join(about), indent=2, hanging=0)
    count = len(found.documents)
    searched = ngettext("{count} document searched", "{count} documents searched", count).format(count=count)
    say_wrapped(", ".join([searched, *word_scope(found.documents)]), indent=2, hanging=0)
    if not body.is_there:
        _say_gone(body, found.date)


def _say_gone(body: RegisterBody, date: str) -> None:
    words = _("According to the register it was not there on {date} ({period}); --date asks for another day.")
    period = word_period(body.valid_from, body.valid_to)
    say_wrapped(words.format(date=word_date(date), period=period), indent=2, hanging=0)


def _say_table(one: BodyAtTable, register: Register) -> None:
    parts = [placed(one.initiative, register)]
    if told := _told(one):
        parts.append(told)
    say_wrapped(" – ".join(parts), indent=2)
    if one.cell.value in _EXPLAINED:
        say_evidence(one.cell.evidence[:1], indent=6)


def _told(one: BodyAtTable) -> str:
    """What is told beside an initiative: words, routes, who else of the kind is there."""
    cell, told = one.cell, list[str]()
    if cell.declined:
        told.append(_("has declined, says the source"))
    if cell.value is BodyValue.PRESENT:
        told.append(last_evidenced(cell.evidence))
    elif cell.who:
        told.append(", ".join(cell.who))
    if cell.value is not BodyValue.PRESENT:
        told += map(word_route, cell.routes)
    if cell.value in (BodyValue.NOT_LISTED, BodyValue.NOT_MENTIONED) and one.kind.value is CellValue.PRESENT:
        told.append(_("of its kind there: {names}").format(names=", ".join(one.kind.who)))
    if one.partial:
        told.append(_("competent depending on the place"))
    return "; ".join(told)


def _say_lines(text: str) -> None:
    say()
    say_wrapped(text)
