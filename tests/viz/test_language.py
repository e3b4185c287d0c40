"""Every word on the screen is in both catalogues, and no sentence is anywhere else."""

import ast
import io
import os
import re
import string
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.viz.msgids import loose_texts, messages_in, sources
from viz.language import DOMAIN, LANGUAGES, _, locale_folder, ngettext, speaking

HOME = Path(__file__).parents[2]
ROOMS = ("graph", "seeds", "loaders", "queries")
SENTENCE = re.compile(r"(?:[A-Za-zÄÖÜäöüß’'-]+[,;:]? ){2,}[A-Za-zÄÖÜäöüß’'-]+")
WHOLE_SENTENCE = re.compile(r"^[A-ZÄÖÜ][^\n]*\b\w+,? \w+,? \w+\b[^\n]*[.!?…]$")
GAP_WORD = re.compile(r"(?i)(?<!be)(?<!emp)fehl(?!er)")
# Lines of the log.
NOT_SHOWN = frozenset({"a document could not be read", "stopped by the system"})


def catalogue(language: str) -> Catalog:
    with (locale_folder() / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", [HOME / "viz", Path(click.__file__).parent], ids=["viz", "click"])
def test_every_message_used_has_a_translation(language: str, folder: Path) -> None:
    said = {message.id for message in messages(language) if all(forms(message))}
    used = messages_in(folder)
    assert {text: used[text] for text in used if text not in said} == {}


def test_no_translation_is_a_scrap_of_its_message() -> None:
    scraps = {text: form for text, form in _with_german() if len(text) > 6 and len(form) < 3}
    assert scraps == {}


def _with_german() -> list[tuple[str, str]]:
    return [(singular(message), form) for message in messages("de") for form in forms(message)]


def test_no_message_of_ours_is_left_over() -> None:
    ours = {message.id for message in messages("de") if "click" not in message.auto_comments}
    assert ours - set(messages_in(HOME / "viz")) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_the_written_one(language: str) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(language))
    assert (locale_folder() / language / "LC_MESSAGES" / f"{DOMAIN}.mo").read_bytes() == compiled.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_in_nothing_that_the_message_does_not_give(language: str) -> None:
    def gaps(text: str) -> set[str]:
        return {name for _before, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}

    for message in messages(language):
        given = gaps(singular(message)) | (gaps(message.id[1]) if not isinstance(message.id, str) else set())
        for form in forms(message):
            assert gaps(form) <= given, message.id
            assert re.findall(r"%\(\w+\)s", form) == re.findall(r"%\(\w+\)s", singular(message))


def test_german_leaves_no_english_sentence() -> None:
    same = [singular(one) for one in messages("de") if singular(one) in forms(one) and SENTENCE.search(singular(one))]
    assert same == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_catalogue_calls_a_gap_missing(language: str) -> None:
    assert [form for message in messages(language) for form in forms(message) if GAP_WORD.search(form)] == []


@pytest.mark.parametrize("text", ["fehlt", "Fehlende Kammern", "es fehlten"])
def test_the_search_for_the_forbidden_word_finds_it(text: str) -> None:
    assert GAP_WORD.search(text)


@pytest.mark.parametrize("text", ["Fehler", "Befehl", "empfehlen", "Befehle"])
def test_the_search_for_the_forbidden_word_spares_others(text: str) -> None:
    assert not GAP_WORD.search(text)


def test_templates_and_scripts_never_call_a_gap_missing() -> None:
    files = [*(HOME / "viz" / "templates").rglob("*.*"), *(HOME / "viz" / "static").rglob("*.*")]
    assert files
    assert [file.name for file in files if GAP_WORD.search(file.read_text(encoding="utf-8"))] == []


def test_viz_says_nothing_past_the_catalogue() -> None:
    found = [
        f"{file.relative_to(HOME)}:{line}: {text}"
        for file in sources(HOME / "viz")
        for text, line in loose_texts(file)
        if SENTENCE.search(text) and text not in NOT_SHOWN
    ]
    assert found == []


def test_templates_hold_no_word_of_their_own() -> None:
    for file in (HOME / "viz" / "templates").rglob("*.html"):
        text = re.sub(
            r"(?s)\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<(script|style).*?</\1>", "", file.read_text(encoding="utf-8")
        )
        shown = re.sub(r"(?s)<[^>]*>", "", text)
        assert re.findall(r"[^\W\d_]{2,}", shown) == [], file.name


def test_scripts_of_the_map_hold_no_sentence() -> None:
    """An error for programmers is none: `throw new Error(…)`."""
    for file in (HOME / "viz" / "static").rglob("*.js"):
        code = re.sub(r"(?m)//.*$|^.*new Error\(.*$|(?s:/\*.*?\*/)", "", file.read_text(encoding="utf-8"))
        texts = re.findall(r"""(["'])((?:(?!\1)[^\\\n`]|\\.)*)\1""", code)
        assert [text for _sign, text in texts if SENTENCE.search(text)] == [], file.name


@pytest.mark.parametrize("room", ROOMS)
def test_the_other_rooms_say_nothing_to_people(room: str) -> None:
    """A sentence begins with a capital letter, ends with a stop and has three words or more."""
    found = [
        f"{file.relative_to(HOME)}:{line}: {text}"
        for file in sources(HOME / room)
        for text, line in loose_texts(file)
        if WHOLE_SENTENCE.search(text)
    ]
    assert found == []


@pytest.mark.parametrize("room", ROOMS)
def test_the_other_rooms_print_nothing(room: str) -> None:
    found = [
        f"{file.relative_to(HOME)}:{node.lineno}"
        for file in sources(HOME / room)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert found == []


def test_a_text_past_the_catalogue_is_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('"""A doc string with words."""\nprint("This is said to people")\n_("And this is not found")\n')
    assert [text for text, _line in loose_texts(module) if SENTENCE.search(text)] == ["This is said to people"]


def test_german_is_spoken_without_being_asked() -> None:
    assert _("Initiative") == "Initiative"
    assert _("Union") == "Gewerkschaft"


def test_a_language_is_spoken_until_its_block_ends() -> None:
    before = dict(os.environ)
    with speaking("en"):
        assert _("Union") == "Union"
        with speaking("de"):
            assert click_says() == "Diese Hilfe zeigen und aufhören."
        assert click_says() == "Show this message and exit."
    assert _("Union") == "Gewerkschaft"
    assert dict(os.environ) == before


def click_says() -> str | None:
    return dict(help_lines()).get("--help")


def help_lines() -> Iterator[tuple[str, str]]:
    command = click.Command("x")
    for parameter in command.get_params(click.Context(command)):
        if record := parameter.get_help_record(click.Context(command)):
            yield record


@pytest.mark.parametrize(("count", "line"), [(0, "0 Dokumente"), (1, "1 Dokument"), (2, "2 Dokumente")])
def test_a_count_takes_the_form_that_fits(count: int, line: str) -> None:
    said = ngettext("Who is there? {count} document searched", "Who is there? {count} documents searched", count)
    assert said.format(count=count).startswith(f"Wer ist dabei? {line} ")
