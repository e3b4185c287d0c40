"""Models that propose organisations: switched on by --proposer or the configuration, never in the way."""

import click

from loaders.proposal import Cautious
from loaders.proposers import open_proposer
from loaders.web.address import without_secrets
from viz.choices import listed
from viz.commands.words import Word
from viz.language import _
from viz.settings import Setting, Settings
from viz.wording.errors import word_error

_NONE, _ENDPOINT = "none", "endpoint"


def proposer_options() -> tuple[click.Option, click.Option]:
    """--proposer and --remote-model, for every command that reads documents."""
    return (
        click.Option(
            ["--proposer"],
            type=Word("proposer", _proposer_words),
            metavar=_("WORD"),
            help=_(
                "Let a language model of your own propose names where the program itself finds none: {words} "
                "(see docs/models.md)."
            ).format(words=listed(_proposer_words().values())),
        ),
        click.Option(
            ["--remote-model"],
            is_flag=True,
            help=_("Allow the model to run on another machine: the texts of the documents are sent there."),
        ),
    )


def _proposer_words() -> dict[str, str]:
    """What may be typed for a model."""
    return {_NONE: _("none of them"), "spacy": "spaCy", _ENDPOINT: _("endpoint")}


def chosen_model(settings: Settings, name: str | None, *, remote: bool) -> Cautious | None:
    """The model that the switch or the settings name, if any; with `remote` it is said where texts go.

    Raises ProposerError where it cannot be used at all.
    """
    name = name or _value(settings.proposer) or _NONE
    if name == _NONE:
        return None
    model, url, key = map(_value, (settings.proposer_model, settings.proposer_url, settings.proposer_key))
    chosen = Cautious(open_proposer(name, model=model, url=url, key=key, remote=remote))
    if remote and name == _ENDPOINT:
        line = _("The texts of the documents are sent to {url}, to the model {model}.")
        click.echo(line.format(url=without_secrets(url), model=chosen.name), err=True)
    return chosen


def say_failure(model: Cautious | None) -> None:
    """One line when the model did not do its part; documents were read all the same."""
    if model is not None and model.failure is not None:
        click.echo(word_error(model.failure), err=True)


def _value(setting: Setting | None) -> str:
    return setting.value if setting else ""
