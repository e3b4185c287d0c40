"""The profile of a region on the screen: tables with quotes, kinds, competence, links, offers, and what is open."""

from collections.abc import Iterable, Sequence

from graph.kinds import InterestKind
from queries.answers import CellValue, Evidence, InitiativeRow
from queries.evidence import newest_first
from queries.profile import Seat
from queries.region_profile import CompetentBody, RegionActor, RegionKind, RegionProfile, RegionTable
from seeds.register import Register
from viz.commands.evidence import last_evidenced, say_evidence
from viz.commands.lines import dim, heading, say, say_title, say_wrapped, table
from viz.commands.offers import say_offer
from viz.language import _, ngettext
from viz.wording.bodies import sign_of_confidence, word_confidence, word_expected, word_nobody, word_unheld
from viz.wording.cells import head_column, word_column, word_value
from viz.wording.connections import name_node
from viz.wording.dates import word_date, word_period, word_scope
from viz.wording.kinds import word_actor_kind, word_initiative_type, word_interest, word_role, word_strength

_SHOWN = 20


def say_region(profile: RegionProfile, register: Register) -> None:
    """What is told of a region."""
    say(heading(profile.name))
    _say_scope(profile)
    _say_tables(profile.tables)
    _say_around(profile.around)
    _say_kinds(profile)
    _say_competent(profile)
    _say_actors(profile)
    _say_links(profile.actors)
    _say_offers(profile, register)
    _say_open(profile)


def _say_scope(profile: RegionProfile) -> None:
    initiatives, actors, documents = len(profile.tables), len(profile.actors), len(profile.coverage.documents)
    parts = [
        ngettext("{n} initiative", "{n} initiatives", initiatives).format(n=initiatives),
        ngettext("{n} actor named there", "{n} actors named there", actors).format(n=actors),
        ngettext("{n} document searched", "{n} documents searched", documents).format(n=documents),
    ]
    say_wrapped(" · ".join([*parts, *word_scope(profile.coverage.documents)]), indent=2)


def _say_tables(tables: Sequence[RegionTable]) -> None:
    _say_title(_("Initiatives"), len(tables))
    if not tables:
        say_wrapped(_("The documents name none here. That says nothing of whether there are any."), indent=2)
    for one in tables:
        row = one.initiative
        about = [word_initiative_type(row.type), row.region_name or "", word_period(row.since, row.until)]
        say_wrapped(f"{row.name} ({', '.join(part for part in about if part)})", indent=2)
        if one.seats:
            names = ", ".join(map(_word_seat, one.seats))
            evidence = [item for seat in one.seats for item in seat.evidence[:1]]
            say_wrapped(f"{names}; {last_evidenced(evidence)}", indent=4)
            say_evidence(_places(evidence), indent=6)
        else:
            say_wrapped(_("The documents name no participants."), indent=4)
        for absence in one.absences:
            say_wrapped(f"{absence.actor.name}: {word_strength(absence.strength)}", indent=4)
            say_evidence(absence.evidence, indent=6)


def _word_seat(seat: Seat) -> str:
    group = f", {_('without a name')}" if seat.actor.is_group else ""
    return f"{seat.actor.name} ({word_role(seat.role)}{group})"


def _places(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Each quote once, although it names several."""
    seen = {(item.document_id, item.quote): item for item in newest_first(evidence)}
    return list(seen.values())


def _say_around(around: Sequence[InitiativeRow]) -> None:
    if around:
        say()
        line = _("There for a larger region, too: {names}")
        say_wrapped(line.format(names=_listed([name_node(row) for row in around])), indent=2)


def _say_kinds(profile: RegionProfile) -> None:
    counted = [row for row in profile.tables if row.has_table]
    if not counted:
        return
    values = [value for value in CellValue if any(value is one for kind in profile.kinds for one, _n in kind.counts)]
    _say_title(_("Which kinds are at how many tables"), len(counted))
    rows = [
        [f"  {word_value(value)}", *(str(dict(kind.counts).get(value, 0)) for kind in profile.kinds)]
        for value in values
    ]
    head = ["", *(head_column(kind.column).replace("- ", "-\n") for kind in profile.kinds)]
    for line in table(head, rows, flexible=0, right=range(1, len(head))):
        say(line)
    say_wrapped(_('Which table is which: buendnisatlas gaps --region "{name}"').format(name=profile.name), indent=2)


def _say_competent(profile: RegionProfile) -> None:
    say()
    line = _("Who would be competent according to the register, as of {date}")
    say(heading(line.format(date=word_date(profile.date))))
    for kind in profile.kinds:
        if kind.is_held:
            say_wrapped(f"{word_column(kind.column)}: {_word_bodies(kind)}", indent=2)
    signs = {one.body.confidence for kind in profile.kinds for one in kind.bodies}
    for confidence in sorted(signs):
        if sign := sign_of_confidence(confidence).strip():
            say(f"  {sign:<3} {_('in the register')}: {word_confidence(confidence)}")
    say_wrapped(word_unheld(profile.unheld), indent=2)


def _word_bodies(kind: RegionKind) -> str:
    whole = [_word_body(one) for one in kind.bodies if not one.body.partial]
    partly = [_word_body(one) for one in kind.bodies if one.body.partial]
    parts = [", ".join(whole)] if whole else []
    if partly:
        parts.append(_("depending on the place: {names}").format(names=", ".join(partly)))
    return "; ".join(parts) or word_nobody(is_held=True)


def _word_body(one: CompetentBody) -> str:
    name = word_expected(one.body)
    return f"{name} [{ngettext('{n} table', '{n} tables', one.tables).format(n=one.tables)}]" if one.tables else name


def _say_actors(profile: RegionProfile) -> None:
    if profile.actors:
        _say_title(_("Named at tables here"), len(profile.actors))
        for kind, names in _by_kind(profile.actors):
            say_wrapped(f"{kind}: {names}", indent=2)
    if profile.resident:
        _say_title(_("From here, named at none of these tables"), len(profile.resident))
        say_wrapped(_listed([row.name for row in profile.resident]), indent=2)


def _by_kind(actors: Iterable[RegionActor]) -> list[tuple[str, str]]:
    found: dict[str, list[str]] = {}
    for one in actors:
        tables = f" [{ngettext('{n} table', '{n} tables', len(one.here)).format(n=len(one.here))}]"
        name = one.actor.name + (tables if len(one.here) > 1 else "")
        found.setdefault(word_actor_kind(one.actor.kind, one.actor.chamber_type), []).append(name)
    return [(kind, ", ".join(names)) for kind, names in sorted(found.items())]


def _say_links(actors: Sequence[RegionActor]) -> None:
    """Who joins tables; nothing where nobody does."""
    linking = [one for one in actors if one.is_bridge]
    if not linking:
        return
    _say_title(_("Who joins tables"), len(linking))
    for one in linking:
        here = ", ".join(row.name for row in one.here)
        say_wrapped(_("{name}: here {tables}").format(name=one.actor.name, tables=here), indent=2)
        if one.elsewhere:
            names = _listed([name_node(row) for row in one.elsewhere])
            say_wrapped(_("elsewhere: {tables}").format(tables=names), indent=4)
    say_wrapped(_("“buendnisatlas path” and “buendnisatlas overlap” show the quotes for it."), indent=2)


def _say_offers(profile: RegionProfile, register: Register) -> None:
    for kind in (InterestKind.OFFERS, InterestKind.SEEKS):
        rows = [row for row in profile.offers if row.kind is kind]
        if rows:
            _say_title(f"{_('In and for the region')}: {word_interest(kind)}", len(rows))
            for row in rows:
                say_offer(row, register)


def _say_open(profile: RegionProfile) -> None:
    """What nobody knows here, and what these lines do not say."""
    say()
    say(heading(_("What is open")))
    for one in profile.tables:
        columns = [
            word_column(cell.column) for cell in one.row.cells if cell.value is CellValue.TO_CHECK and one.has_table
        ]
        if columns:
            line = _("{name}: please check {kinds}").format(name=one.initiative.name, kinds=", ".join(columns))
            say_wrapped(line, indent=2)
    unnamed = [one.initiative.name for one in profile.tables if one.has_table and not one.seats]
    if unnamed:
        say_wrapped(_("No participants named: {names}").format(names=_listed(unnamed)), indent=2)
    for region in profile.coverage.unknown:
        say_wrapped(f"{region.name}: {_('No information')}", indent=2)
        say_evidence(region.evidence, indent=6)
    say_wrapped(
        _(
            "All this is as the loaded documents tell it, each with its date. Who is not named may take part all the "
            "same, and what has changed since, they do not say."
        ),
        indent=2,
        hanging=0,
        style=dim,
    )


def _listed(names: Sequence[str]) -> str:
    shown, more = ", ".join(names[:_SHOWN]), len(names) - _SHOWN
    return _("{names} and {n} more").format(names=shown, n=more) if more > 0 else shown


def _say_title(title: str, count: int) -> None:
    say_title(f"{title[:1].upper()}{title[1:]}", count)
