"""`neo4j login` and `neo4j logout`: keep a login in the system's keyring, and delete it again."""

import sys

import click

from graph.errors import StoreError
from graph.server import ServerSettings, connect, is_server
from viz.commands.lines import say
from viz.commands.session import begin
from viz.commands.signing_in import ask_hidden, at_terminal, signed
from viz.language import _
from viz.logins import Login, Logins
from viz.settings import Settings, SettingsError, shown_address


def login_command() -> click.Command:
    """The command `neo4j login`."""
    return click.Command(
        "login",
        short_help=_("Keep the password of a server in the system’s keyring."),
        help=_(
            "Keep the password of the server at --graph in the system’s keyring, once the server has taken it. "
            "It is typed without being shown, or read from the first line of the input. Commands that are given the "
            "same address find it."
        ),
        params=[
            click.Option(["--user"], metavar=_("NAME"), help=_("The user; otherwise NEO4J_USERNAME, or neo4j.")),
            click.Option(
                ["--token"], is_flag=True, help=_("Keep a token, not a password, where the server asks for one.")
            ),
        ],
        epilog=_("Example: buendnisatlas neo4j login --graph neo4j+s://server.example.org"),
        callback=_login,
    )


def logout_command() -> click.Command:
    """The command `neo4j logout`."""
    return click.Command(
        "logout",
        short_help=_("Delete that password from the keyring."),
        help=_("Delete what `neo4j login` keeps for the server at --graph."),
        epilog=_("Example: buendnisatlas neo4j logout --graph neo4j+s://server.example.org"),
        callback=_logout,
    )


@click.pass_context
def _login(context: click.Context, *, user: str | None, token: bool) -> None:
    settings = begin(context)
    place = _server_of(settings)
    chosen = user or (settings.username.value if settings.username else ServerSettings().user)
    login = Login(shown_address(place), chosen, by_token=token)
    secret = _secret(login)
    given = {"token": secret} if token else {"password": secret}
    connect(place, signed(settings, user=chosen, **given)).close()
    Logins(settings.folders.data).keep(login, secret)
    say(_("The server takes it, and the system’s keyring keeps it for {url}").format(url=login.address))


@click.pass_context
def _logout(context: click.Context) -> None:
    settings = begin(context)
    logins = Logins(settings.folders.data)
    kept = logins.find(_server_of(settings))
    if kept is None:
        say(_("Nothing is kept for {url}").format(url=shown_address(settings.graph.value)))
        return
    logins.forget(kept)
    say(_("Deleted from the keyring: {user} at {url}").format(user=kept.user, url=kept.address))


def _server_of(settings: Settings) -> str:
    place = settings.graph.value
    if not is_server(place):
        raise SettingsError("login_without_server", path=place)
    return place


def _secret(login: Login) -> str:
    if at_terminal():
        secret = ask_hidden(
            _("Token for {url}").format(url=login.address)
            if login.by_token
            else _("Password of {user} at {url}").format(user=login.user, url=login.address)
        )
    else:
        secret = sys.stdin.readline().rstrip("\r\n")
    if not secret:
        raise StoreError("store_token_refused" if login.by_token else "store_password_refused", url=login.address)
    return secret
