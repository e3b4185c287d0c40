"""Where settings come from: switch before environment before config.toml before default."""

from pathlib import Path

import pytest

from viz.settings import Origin, SettingsError, find_folders, is_server, read_settings, shown_address


def configure(home: Path, text: str) -> Path:
    path = home / "config" / "config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def environment(home: Path, **variables: str) -> dict[str, str]:
    return {"BUENDNISATLAS_HOME": str(home), **variables}


def test_without_any_setting_the_graph_lies_in_the_data_folder(tmp_path: Path) -> None:
    settings = read_settings(environment=environment(tmp_path))
    assert settings.graph.value == str(tmp_path / "data" / "graph")
    assert settings.graph.origin is Origin.DEFAULT
    assert settings.language.value == "de"
    assert settings.username is None


def test_the_switch_beats_the_environment_beats_the_file(tmp_path: Path) -> None:
    configure(tmp_path, 'graph = "neo4j://file"\nlanguage = "en"\n')
    from_file = read_settings(environment=environment(tmp_path))
    from_environment = read_settings(environment=environment(tmp_path, BUENDNISATLAS_GRAPH="neo4j://environment"))
    from_switch = read_settings(
        graph="neo4j://switch", environment=environment(tmp_path, BUENDNISATLAS_GRAPH="neo4j://environment")
    )
    found = [(one.graph.value, one.graph.origin) for one in (from_file, from_environment, from_switch)]
    assert found == [
        ("neo4j://file", Origin.FILE),
        ("neo4j://environment", Origin.ENVIRONMENT),
        ("neo4j://switch", Origin.SWITCH),
    ]
    assert from_file.language.value == "en"


@pytest.mark.parametrize("variable", ["NEO4J_USERNAME", "NEO4J_USER"])
def test_the_user_may_be_named_in_both_ways(tmp_path: Path, variable: str) -> None:
    settings = read_settings(environment=environment(tmp_path, **{variable: "atlas"}))
    assert settings.username is not None
    assert (settings.username.value, settings.username.place) == ("atlas", variable)


def test_the_table_neo4j_of_the_file_is_read(tmp_path: Path) -> None:
    configure(tmp_path, '[neo4j]\nusername = "a"\npassword = "geheim"\ndatabase = "c"\n')
    settings = read_settings(environment=environment(tmp_path))
    found = [one and one.value for one in (settings.username, settings.password, settings.database)]
    assert found == ["a", "geheim", "c"]


def test_a_token_comes_from_the_environment_alone(tmp_path: Path) -> None:
    settings = read_settings(environment=environment(tmp_path, NEO4J_TOKEN="geheim"))
    assert settings.token is not None
    assert (settings.token.value, settings.token.place) == ("geheim", "NEO4J_TOKEN")
    assert settings.secrets == ("geheim",)
    assert "geheim" not in repr(settings)


def test_the_file_of_authorities_counts_from_where_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure(tmp_path, '[neo4j]\nca = "haus.pem"\n')
    monkeypatch.chdir(tmp_path)
    from_file = read_settings(environment=environment(tmp_path)).authority
    from_variable = read_settings(environment=environment(tmp_path, NEO4J_CA="haus.pem")).authority
    found = [one and Path(one.value) for one in (from_file, from_variable)]
    assert found == [tmp_path / "config" / "haus.pem", Path.cwd() / "haus.pem"]


def test_an_empty_variable_counts_as_none(tmp_path: Path) -> None:
    settings = read_settings(environment=environment(tmp_path, BUENDNISATLAS_GRAPH="", BUENDNISATLAS_LANG=""))
    assert settings.graph.origin is Origin.DEFAULT


def test_a_folder_in_the_file_counts_from_the_file(tmp_path: Path) -> None:
    configure(tmp_path, 'graph = "mein Graph"\n')
    assert read_settings(environment=environment(tmp_path)).graph.value == str(tmp_path / "config" / "mein Graph")


def test_a_folder_in_a_switch_counts_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_settings(graph="hier", environment=environment(tmp_path)).graph.value == str(Path.cwd() / "hier")


@pytest.mark.parametrize(
    ("text", "code", "particular"),
    [
        ("graph = \n", "configuration_invalid", ("line", 1)),
        ('language = "de"\n\nkaputt\n', "configuration_invalid", ("line", 3)),
        ("grahp = 'x'\n", "configuration_key", ("key", "grahp")),
        ("graph = 3\n", "configuration_value", ("key", "graph")),
        ("[neo4j]\nport = 'x'\n", "configuration_key", ("key", "neo4j.port")),
        ("[neo4j]\ntoken = 'x'\n", "configuration_key", ("key", "neo4j.token")),
        ("language = 'fr'\n", "unknown_language", ("value", "fr")),
    ],
)
def test_a_bad_configuration_says_where(
    tmp_path: Path, text: str, code: str, particular: tuple[str, str | int]
) -> None:
    configure(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        read_settings(environment=environment(tmp_path))
    assert caught.value.code == code
    assert particular in caught.value.details.items()


def test_a_configuration_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = configure(tmp_path, "")
    path.write_bytes('graph = "Bündnis"'.encode("cp1252"))
    with pytest.raises(SettingsError) as caught:
        read_settings(environment=environment(tmp_path))
    assert caught.value.code == "configuration_unreadable"


def test_a_configuration_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = configure(tmp_path, "")
    path.write_bytes(b"\xef\xbb\xbf" + b'language = "en"\n')
    assert read_settings(environment=environment(tmp_path)).language.value == "en"


@pytest.mark.parametrize(
    ("graph", "shown"),
    [
        ("neo4j://anna:geheim@host:7687", "neo4j://host:7687"),
        ("bolt://geheim@host", "bolt://host"),
        ("neo4j+s://host/x", "neo4j+s://host/x"),
        ("/daten/graph@home", "/daten/graph@home"),
    ],
)
def test_a_password_in_an_address_is_never_shown(graph: str, shown: str) -> None:
    assert shown_address(graph) == shown


def test_settings_never_show_a_password(tmp_path: Path) -> None:
    settings = read_settings(
        graph="neo4j://anna:geheim1@host", environment=environment(tmp_path, NEO4J_PASSWORD="geheim2")
    )
    assert "geheim" not in repr(settings) + str(settings)


@pytest.mark.parametrize(
    ("graph", "expected"), [("neo4j://x", True), ("bolt+s://x", True), ("C:\\x", False), ("x", False)]
)
def test_a_server_is_told_from_a_folder(graph: str, expected: bool) -> None:
    assert is_server(graph) is expected


def test_without_a_home_the_platform_says_where() -> None:
    folders = find_folders({})
    assert all(
        "buendnisatlas" in str(path) for path in (folders.configuration, folders.data, folders.cache, folders.logs)
    )
