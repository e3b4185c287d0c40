"""What may go wrong with a login that is kept, each code as one clear line."""

from collections.abc import Mapping

from viz.language import mark

LOGINS: Mapping[str, str] = {
    "keyring_missing": mark(
        'The system’s keyring needs an extra: pip install ".[keyring]" in the folder of Bündnisatlas. '
        "Without it, set NEO4J_PASSWORD."
    ),
    "keyring_unusable": mark(
        "The system’s keyring cannot be used: there is none, or it stays locked. Unlock it, or set NEO4J_PASSWORD."
    ),
    "keyring_forgot": mark("The system’s keyring no longer knows this login. Run “buendnisatlas neo4j login” again."),
    "login_without_server": mark("This is no server. Name its address with --graph neo4j+s://…"),
}
