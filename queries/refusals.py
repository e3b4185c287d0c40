"""Whether a sentence quotes an organisation's own "no": "Die IG Metall hat eine Teilnahme abgelehnt". Pure.

A documented absence is no refusal, and neither is somebody else's no. The words are in `refusals.toml`.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

_WORDS = tomllib.loads(resources.files("queries").joinpath("refusals.toml").read_text(encoding="utf-8"))
_END = re.compile(r"[.;!?](?=\s|$)")
_LAST_WORD = re.compile(r"(\w+)\W*$")


def is_refusal(quote: str, names: Iterable[str]) -> bool:
    """Whether the quote says that the one with these names has itself said no.

    >>> is_refusal("Die IG Metall lehnt eine Teilnahme ab.", ["IG Metall"])
    True
    >>> is_refusal("Der Kreis hat die Teilnahme der IG Metall abgelehnt.", ["IG Metall"])
    False
    """
    plain = " ".join(quote.split())
    return any(_refuses(plain, found) for name in names if name for found in re.finditer(_as_word(name), plain))


def _refuses(sentence: str, name: re.Match[str]) -> bool:
    if not _is_subject(sentence[: name.start()]):
        return False
    end = _END.search(sentence, name.end())
    rest = sentence[name.end() : end.start() if end else len(sentence)]
    said = _choice("said_no").search(rest)
    if said is None or _choice("passive").search(rest):
        return False
    return not _choice("denied").search(rest, 0, said.start()) and not _is_double(said.group())


def _is_subject(before: str) -> bool:
    """Whether a name may be the one that acts: no preposition before it; "der" only where a sentence begins so."""
    word = _LAST_WORD.search(before)
    if word is None:
        return True
    if word[1] == "der":
        return False
    return _choice("oblique").fullmatch(word[1]) is None


def _is_double(said: str) -> bool:
    """ "hat nicht abgelehnt" says that it did not say no; "will nicht teilnehmen" that it did."""
    return bool(
        re.search(r"\b(?:nicht|nie|niemals|keineswegs) (?:\w+ ){0,2}(?:abgelehnt|abgesagt|ab\b|verweigert)", said)
    )


@cache
def _choice(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_WORDS[key]})(?!\w)")


def _as_word(name: str) -> str:
    return rf"(?<!\w){re.escape(name)}(?!\w)"
