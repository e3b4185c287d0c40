"""Where an initiative stands and until when it was: from clauses of which it is the subject (`german/standing.toml`).

"Das Bündnis wurde 2019 aufgelöst" says so, "Die Sitzung des Bündnisses endete" does not. Told twice, the later holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.dates import FoundDate, find_dates
from graph.kinds import InitiativeType, Status
from loaders.clauses import Clause, find_clauses
from loaders.document import BlockKind
from loaders.initiative_wording import gender_of
from loaders.initiatives import Draft
from loaders.lexicon import word_table
from loaders.mention import InitiativeMention
from loaders.scan import Scan
from loaders.sentence import Sentence
from loaders.sieve import Sieve, Sieved

_TABLE = word_table("standing")
_STATUSES = Sieve(
    ([Sieved(word)], (Status(name), re.compile(word)))
    for name in ("ended", "paused", "planned", "active")
    for word in _TABLE[name]
)
_RUNS, _DOUBT, _OF_IT = (re.compile("|".join(_TABLE[name])) for name in ("runs_until", "doubt", "of_it"))
_ARTICLE = re.compile(r"\b(?P<article>[Dd](?:er|ie|as|e[mns])|[A-Za-zäöü]+)\s+(?:[a-zäöü][\wäöüß-]*en?\s+)?[„“\"”»‚]?$")
_NOMINATIVE = {"masculine": "der", "feminine": "die", "neuter": "das"}
_OPENING = re.compile(r"(?:Er|Sie|Es|D(?:er|ie|as)\s+(?P<noun>[A-ZÄÖÜ]\w+))\s")
_NEAR = 12
_INVERTED = re.compile(
    r"\b(?:wurde|wird|ist|ruht|endete|endet|lief|läuft|besteht|bestand|soll|hat|ging|löste|pausiert|tagt|liegt)\s"
)
_UNTIL = re.compile(
    r"\bbis\s+(?:zu[mr]?\s+)?(?:(?:Ende|Anfang|Mitte|Frühjahr|Sommer|Herbst|Jahresende|[A-Z]\w+)\s+){0,2}$"
)
_SINCE = re.compile(r"\b(?:[Ss]eit|[Vv]on|[Aa]b)\s+(?:\w+\s+)?$")
_TERM = re.compile(r"\b(?:Laufzeit|Projektlaufzeit|Förderzeitraum|Zeitraum|Dauer|Bewilligungszeitraum)\s*:\s*")


@dataclass(frozen=True, slots=True)
class Standing:
    """A status, and the last date where one is told (an ISO prefix)."""

    status: Status
    until: str | None = None


def with_standing(scan: Scan, sentences: tuple[Sentence, ...], drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts with where they stand and until when; told again later in the text, the later one holds."""
    found: dict[int, Draft] = {draft.index: draft for draft in drafts}
    for sentence in sentences:
        if sentence.target is None or sentence.block is BlockKind.HEADING:
            continue
        draft = found[sentence.target]
        for standing in _standings(scan, sentence, draft):
            if draft.type is not InitiativeType.EVENT:
                draft = replace(draft, status=standing.status, until=standing.until or draft.until)
        found[draft.index] = draft
    return tuple(found.values())


def _standings(scan: Scan, sentence: Sentence, draft: Draft) -> Iterator[Standing]:
    term = _TERM.match(scan.text, sentence.start, sentence.end)
    if term:
        dates = find_dates(scan.text[term.end() : sentence.end])
        if len(dates) > 1:
            yield _judged(scan, Status.UNCLEAR, dates[-1].iso, draft)
        return
    if not _STATUSES.passing(scan.text, sentence.start, sentence.end):
        return
    for clause in find_clauses(scan.text, sentence.start, sentence.end):
        words = scan.text[clause.start : clause.end].rstrip(" .!,:\n")
        if not clause.relative and not _DOUBT.search(words) and _is_subject(scan, sentence, clause, draft):
            yield from _of_clause(scan, clause, words, draft)


def _of_clause(scan: Scan, clause: Clause, words: str, draft: Draft) -> Iterator[Standing]:
    for status, pattern in _STATUSES.passing(scan.text, clause.start, clause.end):
        match = pattern.search(words)
        if match is None:
            continue
        dates = [found for found in find_dates(words) if not _SINCE.search(words, 0, found.start)]
        until = next((found.iso for found in dates if _UNTIL.search(words, 0, found.start)), None)
        if status is Status.ENDED:
            yield _judged(scan, status, until or _nearest(dates, match.end()), draft)
        elif until and _RUNS.search(words):
            yield _judged(scan, status, until, draft)
        else:
            yield Standing(status)
        return


def _nearest(dates: list[FoundDate], end: int) -> str | None:
    """The last date before the words end, else the first behind them: "2017 berufen und 2019 beendet"."""
    before = [found.iso for found in dates if found.end <= end]
    return before[-1] if before else next((found.iso for found in dates), None)


def _judged(scan: Scan, status: Status, until: str | None, draft: Draft) -> Standing:
    """The status by the last date: what ends after the document's day still goes on."""
    today = scan.source.document.date
    if until is None or (draft.since is not None and until < draft.since[: len(until)]):
        return Standing(status)
    if today is not None and until[:4] != today[:4]:
        status = Status.ACTIVE if until > today else Status.ENDED
    return Standing(status, until)


def _is_subject(scan: Scan, sentence: Sentence, clause: Clause, draft: Draft) -> bool:
    """Whether the clause's subject is the initiative: named or pointed to in the nominative, or a pronoun."""
    text = scan.text
    inside = [m for m in sentence.mentions if isinstance(m, InitiativeMention) and clause.start <= m.start < clause.end]
    if not inside:
        opening = _OPENING.match(text, clause.start)
        spoken_of = opening is not None and (opening["noun"] is None or opening["noun"].lower() == draft.tail)
        first_actor = min((a.start for a in sentence.actors), default=clause.end)
        return clause.start == sentence.start and spoken_of and first_actor - clause.start > _NEAR
    first = inside[0]
    if not first.pointing and first.index != draft.index:
        return False
    before = text[clause.start : first.start]
    if _OF_IT.search(before) or any(a.end <= first.start for a in sentence.actors if a.start >= clause.start):
        return False
    return _is_nominative(before, text[first.start : first.end], draft, pointing=first.pointing)


def _is_nominative(before: str, name: str, draft: Draft, *, pointing: bool) -> bool:
    bare = before.rstrip('„“"”»‚ ')
    if not bare:
        return True
    match = _ARTICLE.search(before)
    article = match["article"].lower() if match else ""
    genders = [gender_of(draft.tail)] if draft.tail and not pointing else []
    wanted = {_NOMINATIVE[gender] for gender in genders} or {"der", "die", "das"}
    opens = bare.lower() == article or bool(_INVERTED.search(before))
    genitive = article == "der" and not genders and not bare[:1].isupper()
    return article in wanted and opens and not genitive and not name.endswith("es ")
