"""`extract`: what is found in one document, storing nothing."""

from collections import Counter
from pathlib import Path

import click

from graph.model import Absence, Actor, Group, Initiative, Listing, Participation, Reading, Silence
from loaders.interchange import to_interchange
from loaders.reading import read
from loaders.web.address import parse_address
from queries.evidence import is_proposed
from seeds.register import Register
from viz.commands.files import say_json
from viz.commands.lines import dim, heading, say, say_wrapped
from viz.commands.places import PLACE, open_web, private_option, source_of
from viz.commands.proposing import chosen_model, proposer_options, say_failure
from viz.commands.session import begin, register_of
from viz.language import _
from viz.wording.dates import word_date
from viz.wording.kinds import word_actor_kind, word_initiative_type, word_role, word_strength, word_unread_reason


def extract_command() -> click.Command:
    """The command `extract`."""
    return click.Command(
        "extract",
        help=_("Show what is found in one document, without storing it."),
        params=[
            click.Argument(["file"], metavar=_("FILE"), type=PLACE),
            click.Option(
                ["--json", "as_json"],
                is_flag=True,
                help=_("Answer as JSON, for other programs, with the text and names of persons as they stand there."),
            ),
            click.Option(
                ["--as-of"], metavar=_("DATE"), help=_("The date of documents that bear none, as 16.03.2021.")
            ),
            private_option(),
            *proposer_options(),
        ],
        epilog=_("Example: buendnisatlas extract minutes.pdf"),
        callback=_extract,
    )


@click.pass_context
def _extract(
    context: click.Context,
    *,
    file: Path | str,
    as_json: bool,
    as_of: str | None,
    allow_private: bool,
    proposer: str | None,
    remote_model: bool,
) -> None:
    settings = begin(context)
    register = register_of(settings)
    model = chosen_model(settings, proposer, remote=remote_model)
    place = file if isinstance(file, Path) else parse_address(file)
    fetch = open_web([place], allow_private=allow_private)
    reading = read(source_of(place, as_of=as_of, mapping=None, fetch=fetch), register, model=model)
    say_failure(model)
    if as_json:
        say_json(to_interchange(reading, register))
    else:
        _say_reading(reading, register)


def _say_reading(reading: Reading, register: Register) -> None:
    document = reading.document
    say(heading(f"{document.title}, {word_date(document.date)}"))
    initiatives = [node for node in reading.nodes if isinstance(node, Initiative)]
    for initiative in initiatives:
        say()
        region = f", {initiative.region_name}" if initiative.region_name else ""
        say(heading(f"{initiative.name} ({word_initiative_type(initiative.type)}{region})"))
        _say_seats(reading, initiative)
    _say_rest(reading, register)


def _say_seats(reading: Reading, initiative: Initiative) -> None:
    nodes = {node.id: node for node in reading.nodes}
    statements = {statement.fact_id: statement for statement in reading.statements}
    for fact in reading.facts:
        if not isinstance(fact, Participation | Absence) or fact.initiative_id != initiative.id:
            continue
        who = nodes[fact.participant_id if isinstance(fact, Participation) else fact.absent_id]
        manner = word_role(fact.role) if isinstance(fact, Participation) else word_strength(fact.strength)
        _say_item(f"{_who(who)} – {manner}")
        said = statements[fact.id]
        say_wrapped(_("“{quote}”").format(quote=said.quote), indent=6, hanging=1)
        if is_proposed(said.method):
            say(dim("      " + _("name proposed by the model {model}").format(model=reading.document.model)))
    if any(isinstance(fact, Listing) and fact.initiative_id == initiative.id for fact in reading.facts):
        _say_item(_("The document lists who takes part."))


def _who(node: Actor | Group | Initiative) -> str:
    if isinstance(node, Actor):
        return f"{node.name} ({word_actor_kind(node.kind, node.chamber_type)})"
    return f"{node.word} ({_('without a name')})" if isinstance(node, Group) else node.name


def _say_rest(reading: Reading, register: Register) -> None:
    silences = [fact for fact in reading.facts if isinstance(fact, Silence)]
    if silences:
        say()
        say(heading(_("No information")))
        for silence in silences:
            _say_item(f"{register.region(silence.region).name} – {_('Source: no findings')}")
    if reading.unread:
        say()
        say(heading(_("occurs, please check")))
        for (word, reason), count in Counter((place.word, place.reason) for place in reading.unread).items():
            _say_item(f"{word} ({word_unread_reason(reason)}, {count}×)")


def _say_item(text: str) -> None:
    say_wrapped(text, indent=2)
