"""`partners --place`: whom one could ask in a town, on the screen or in the form asked for."""

from collections.abc import Iterator, Sequence

from queries.nearness import CLOSE_KM, Lies
from queries.place_partners import PlacePartners, partners_at
from queries.regions import find_region
from queries.suggestions import NearbyPart, Source, Suggestion
from seeds.register import Region, Register
from viz.commands.between import say_rest
from viz.commands.files import say_json
from viz.commands.form import Form
from viz.commands.lines import heading, say, say_title, say_wrapped
from viz.commands.profiles import region_names
from viz.commands.session import opened_graph
from viz.commands.suggestion_sheet import tell_suggestions
from viz.commands.suggestions import say_suggestions, say_unheld
from viz.console import BAD_INPUT, OK
from viz.language import _, ngettext
from viz.settings import Settings
from viz.wording.dates import word_date


def answer_for_place(
    settings: Settings,
    register: Register,
    name: str,
    form: Form,
    *,
    date: str | None,
    limit: int | None,
    quotes: bool,
) -> int:
    """Whom one could ask in the town with this name; the choice, where several towns bear it.

    Raises QuestionError("unknown_region") with the three nearest names.
    """
    towns = register.towns_named(name)
    if len(towns) > 1:
        say_json({"name": name, "matches": towns}) if form.as_json else _say_choice(name, towns, register)
        return BAD_INPUT
    place = towns[0].id if towns else find_region(register, name)
    with opened_graph(settings) as store:
        found = partners_at(store, register, place, date=date, limit=limit)
    if not tell_suggestions(found.suggestions, found.unheld, register, form):
        _say_place(found, register, quotes=quotes)
    return OK


def _say_choice(name: str, towns: Sequence[Region], register: Register) -> None:
    line = ngettext("“{name}” can mean {n} place:", "“{name}” can mean {n} places:", len(towns))
    say(line.format(name=name, n=len(towns)))
    for town in towns:
        say()
        say_wrapped(f"{town.name} ({_about(town, register)})", indent=2)
        say(" ".join(("   ", "buendnisatlas", "partners", "--place", f'"{town.id}"')))


def _about(town: Region, register: Register) -> str:
    around = [one for one in town.parents[:1] if one != town.land]
    parts = [*region_names(around, register), *region_names(register.lands_of(town.id), register)]
    if town.population:
        parts.append(_("{n} inhabitants").format(n=f"{town.population:,}".replace(",", _(","))))
    return ", ".join(part for part in dict.fromkeys(parts) if part != town.name)


def _say_place(found: PlacePartners, register: Register, *, quotes: bool) -> None:
    say_wrapped(_("Whom could one ask in {place}?").format(place=found.place.name), style=heading)
    about = [_about(found.place, register), _("as of {date}").format(date=word_date(found.date))]
    say_wrapped(" · ".join(part for part in about if part), indent=2)
    told = 0
    for title, section in _sections(found.suggestions):
        say_title(title, len(section))
        say_suggestions(section, quotes=quotes, after=told)
        told += len(section)
    if not any(_is_around(one) for one in found.suggestions):
        say()
        say_wrapped(_("The documents name no initiative there or within {km} km.").format(km=CLOSE_KM))
    if found.rest:
        say()
        say_rest(found.rest)
    say_unheld(found.suggestions, found.unheld)


def _sections(suggestions: Sequence[Suggestion]) -> Iterator[tuple[str, Sequence[Suggestion]]]:
    """The suggestions by what they are there, each best first; empty sections are left out."""
    competent = [one for one in suggestions if Source.COMPETENT in one.sources]
    around = [one for one in suggestions if _is_around(one)]
    interested = [one for one in suggestions if Source.INTEREST in one.sources and one not in (*competent, *around)]
    others = [one for one in suggestions if one not in (*competent, *around, *interested)]
    for title, section in (
        (_("Competent there, says the register"), competent),
        (_("Initiatives there and within {km} km").format(km=CLOSE_KM), around),
        (_("Who offers or seeks support"), interested),
        (_("Initiatives of the whole country"), others),
    ):
        if section:
            yield title, section


def _is_around(one: Suggestion) -> bool:
    return any(isinstance(part, NearbyPart) and part.near.lies is not Lies.COUNTRY for part in one.parts)
