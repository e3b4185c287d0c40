"""How to sign in at a Neo4j server: what is set, what a server of one's own or the keyring knows, or what is typed."""

import sys
from pathlib import Path

import click

from graph.server import ServerSettings
from viz.language import _
from viz.logins import Logins
from viz.logs import keep_out
from viz.settings import Settings, shown_address

_TYPED = "viz.commands.signing_in"


def sign_in(settings: Settings, place: str, *, own: ServerSettings | None) -> ServerSettings:
    """The login for an address. `own` is that of a server which `neo4j start` began there.

    A token counts before a password, what is set before the server's own, before the keyring, before the terminal.
    """
    user = settings.username.value if settings.username else ServerSettings().user
    password, token = "", ""
    if settings.token:
        token = settings.token.value
    elif settings.password:
        password = settings.password.value
    elif own and settings.username is None:
        user, password = own.user, own.password
    else:
        user, password, token = _known(settings, place, user)
    return signed(settings, user=user, password=password, token=token)


def signed(settings: Settings, *, user: str, password: str = "", token: str = "") -> ServerSettings:
    """These, with the database and the authorities that are set; from here on the log leaves both secrets out."""
    for secret in (password, token):
        keep_out(secret)
    return ServerSettings(
        user=user,
        password=password,
        token=token,
        database=settings.database.value if settings.database else None,
        authority=Path(settings.authority.value) if settings.authority else None,
    )


def _known(settings: Settings, place: str, user: str) -> tuple[str, str, str]:
    """User, password and token from the keyring, or user and password from who sits at the terminal."""
    logins = Logins(settings.folders.data)
    kept = logins.find(place)
    if kept and (settings.username is None or kept.user == user):
        secret = logins.secret(kept)
        return (kept.user, "", secret) if kept.by_token else (kept.user, secret, "")
    return user, _typed(place, user), ""


def _typed(place: str, user: str) -> str:
    """The password as typed, without being shown, once for a command; "" where nobody sits there, or calls Python."""
    context = click.get_current_context(silent=True)
    if context is None or not at_terminal():
        return ""
    typed: dict[tuple[str, str], str] = context.meta.setdefault(_TYPED, {})
    if (place, user) not in typed:
        typed[place, user] = ask_hidden(_("Password of {user} at {url}").format(user=user, url=shown_address(place)))
    return typed[place, user]


def at_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask_hidden(question: str) -> str:
    """What somebody types unseen; it may be nothing."""
    answer: str = click.prompt(question, default="", show_default=False, hide_input=True, err=True)
    keep_out(answer)
    return answer
