"""`new`: actors, initiatives and participations that no document names; the sentence given is their evidence."""

from dataclasses import dataclass
from datetime import date

import click

from graph import keys
from graph.decisions import new_decision
from graph.kinds import ActorKind, ChamberType, InitiativeType, Role
from graph.model import Actor, Initiative, Node, Participation
from graph.store import Store
from loaders.notes import Note, read_note
from queries.regions import find_region
from queries.search import MatchReason, NodeSort, find
from queries.stored import stored_node
from seeds.register import Register
from viz.choices import kind_values, kind_words, role_words, type_words
from viz.commands.choice import find_one, say_matches
from viz.commands.deciding import author_of, say_decided, usage
from viz.commands.lines import say
from viz.commands.options import author_option, command_group, examples
from viz.commands.session import begin, opened_graph, register_of
from viz.commands.words import day_option, option
from viz.console import BAD_INPUT, OK
from viz.language import _

_SURE = 1.0
_SAME = (MatchReason.ID, MatchReason.NAME, MatchReason.ALIAS, MatchReason.SPELLING)


def new_command() -> click.Group:
    """The command `new` with what can be added."""
    return command_group(
        "new",
        help=_(
            "Add what no document says: an actor, an initiative, a participation. The note is kept as a document of "
            "its own, and its sentence is the evidence."
        ),
        commands=(_actor(), _initiative(), _participation()),
    )


def _actor() -> click.Command:
    return click.Command(
        "actor",
        help=_("Add an actor. Whom the register knows, it knows with kind and region."),
        params=[
            click.Argument(["name"], metavar=_("NAME")),
            option("kind", kind_words, help=_("The kind, where the register does not know it.")),
            click.Option(["--region"], metavar=_("NAME"), help=_("The region, for instance Hessen.")),
            *_signed(),
        ],
        epilog=examples(
            _('Example:\n  buendnisatlas new actor "Kompass" --kind consultancy --note "Advises in Lippe." --by AB')
        ),
        callback=_new_actor,
    )


def _initiative() -> click.Command:
    return click.Command(
        "initiative",
        help=_("Add an initiative."),
        params=[
            click.Argument(["name"], metavar=_("NAME")),
            option("type", type_words, help=_("The type."), required=True),
            click.Option(["--region"], metavar=_("NAME"), help=_("The region, for instance Hessen.")),
            day_option("since", help=_("The beginning, as 2019 or 16.03.2021.")),
            day_option("until", help=_("The end.")),
            *_signed(),
        ],
        epilog=examples(
            _('Example:\n  buendnisatlas new initiative "Stahlforum" --type network --note "Founded in May." --by AB')
        ),
        callback=_new_initiative,
    )


def _participation() -> click.Command:
    return click.Command(
        "participation",
        short_help=_("Add a participation."),
        help=_("Add a participation of an actor in an initiative, both of which are in the graph."),
        params=[
            click.Argument(["actor"], metavar=_("ACTOR")),
            click.Argument(["initiative"], metavar=_("INITIATIVE")),
            option("role", role_words, help=_("The role."), required=True),
            day_option("since", help=_("The beginning, as 2019 or 16.03.2021.")),
            day_option("until", help=_("The end.")),
            *_signed(),
        ],
        epilog=examples(
            _('Example:\n  buendnisatlas new participation NGG "Stahlforum" --role member --note "Since May." --by AB')
        ),
        callback=_new_participation,
    )


def _signed() -> list[click.Parameter]:
    """--note, which is the evidence, and --by."""
    note = click.Option(
        ["--note"], metavar=_("SENTENCE"), required=True, help=_("The sentence that says so: it is the evidence.")
    )
    return [note, author_option()]


@dataclass(frozen=True, slots=True)
class _Added:
    """What is added: its key and what people call it, and the note that says so."""

    subject: str
    about: str
    note: Note


@click.pass_context
def _new_actor(context: click.Context, *, name: str, kind: str | None, region: str | None, note: str) -> int:
    settings = begin(context)
    author, register = author_of(settings), register_of(settings)
    actor = _make_actor(" ".join(name.split()), kind, find_region(register, region) if region else None, register)
    with opened_graph(settings, writing=True) as store:
        return _add_node(store, actor, NodeSort.ACTOR, register, note=note, author=author)


def _make_actor(name: str, kind: str | None, region: str | None, register: Register) -> Actor:
    """The actor as the register has it; else as it is given. Wrong usage where nobody knows the kind."""
    found = [one.row for one in register.resolve(name, region=region) if one.score >= _SURE]
    if len(found) == 1 and (kind is None or kind_values(kind)["kind"] == found[0].kind):
        row = found[0]
        key = keys.actor_id(register_id=row.id, name=row.name, region=None)
        return Actor(key, name, row.kind, row.chamber_type, row.regions, row.id)
    if kind is None:
        raise usage(_("The register does not know “{name}” for sure. Say the kind with --kind.").format(name=name))
    values = kind_values(kind)
    chamber = ChamberType(values["chamber_type"]) if values["chamber_type"] else None
    key = keys.actor_id(register_id=None, name=name, region=None)
    return Actor(key, name, ActorKind(values["kind"]), chamber, (region,) if region else ())


@click.pass_context
def _new_initiative(
    context: click.Context,
    *,
    name: str,
    type: str,
    region: str | None,
    since: str | None,
    until: str | None,
    note: str,
) -> int:
    settings = begin(context)
    author, register = author_of(settings), register_of(settings)
    where = find_region(register, region) if region else None
    told = " ".join(name.split())
    initiative = Initiative(
        id=keys.initiative_id(name=told, region=where),
        name=told,
        type=InitiativeType(type),
        regions=(where,) if where else (),
        region_name=register.region(where).name if where else None,
        since=since or None,
        until=until or None,
    )
    with opened_graph(settings, writing=True) as store:
        return _add_node(store, initiative, NodeSort.INITIATIVE, register, note=note, author=author)


def _add_node(
    store: Store, node: Actor | Initiative, sort: NodeSort, register: Register, *, note: str, author: str
) -> int:
    found = find(store, node.name, register=register, sort=sort)
    same = [
        match for match in found.matches if match.reason in _SAME and (sort is NodeSort.ACTOR or match.id == node.id)
    ]
    if same:
        say(_("“{name}” is in the graph already. Correct it instead:").format(name=node.name))
        say_matches(same, register, command=lambda id: f'buendnisatlas correct {sort.value} "{id}" …')
        return BAD_INPUT
    _add(store, _Added(node.id, node.name, _note(note, author, new=(node,))), register, author=author)
    return OK


@click.pass_context
def _new_participation(
    context: click.Context,
    *,
    actor: str,
    initiative: str,
    role: str,
    since: str | None,
    until: str | None,
    note: str,
) -> int:
    settings = begin(context)
    author, register = author_of(settings), register_of(settings)
    with opened_graph(settings, writing=True) as store:
        who = find_one(store, actor, register, sort=NodeSort.ACTOR, command=lambda id: f'"{id}" "{initiative}"')
        where = who and find_one(
            store, initiative, register, sort=NodeSort.INITIATIVE, command=lambda id: f'"{actor}" "{id}"'
        )
        if who is None or where is None:
            return BAD_INPUT
        fact = Participation(keys.fact_id("participation", who.id, where.id, role), who.id, where.id, Role(role))
        known = stored_node(store, register, who.id), stored_node(store, register, where.id)
        said = _note(note, author, known=known, fact=fact, since=since, until=until)
        _add(store, _Added(fact.id, f"{who.name} – {where.name}", said), register, author=author)
    return OK


def _note(
    sentence: str,
    author: str,
    *,
    new: tuple[Node, ...] = (),
    known: tuple[Node, ...] = (),
    fact: Participation | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Note:
    if not sentence.strip():
        raise usage(_("The note is empty. Say in a sentence what is so, and since when."))
    return Note(
        sentence=sentence,
        author=author,
        day=date.today().isoformat(),
        title=_("Note by {who}").format(who=author),
        new=new,
        known=known,
        fact=fact,
        since=since or None,
        until=until or None,
    )


def _add(store: Store, added: _Added, register: Register, *, author: str) -> None:
    """Write the note, and the decision that lets it be listed and taken back."""
    reading = read_note(added.note)
    store.write_reading(reading)
    decision = new_decision("add", added.subject, object=reading.document.id, author=author, about=added.about)
    store.decide(decision)
    say_decided(decision, added.about, register)
