"""Suggestions on the screen: who, how many points, and a line for every source. What reads the same is told once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from queries.answers import Evidence
from queries.suggestions import CompetentPart, InterestPart, NearbyPart, Part, SameKindPart, SuggestedSort, Suggestion
from seeds.expectation import Unheld
from seeds.register import Confidence
from viz.commands.evidence import say_evidence
from viz.commands.lines import dim, heading, say, say_wrapped
from viz.language import _
from viz.wording.bodies import sign_of_confidence, word_confidence, word_unheld
from viz.wording.figures import word_decimal
from viz.wording.partners import name_suggested, word_part, word_perhaps, word_suggested_kind

_SINGLE = 1


@dataclass(frozen=True, slots=True)
class _Entry:
    """Suggestions for the same reasons, one after the other; `first` counts from 1."""

    first: int
    members: tuple[Suggestion, ...]
    reasons: tuple[str, ...]


def say_suggestions(
    suggestions: Sequence[Suggestion], *, quotes: bool, everybody_perhaps: bool = False, after: int = 0
) -> None:
    """The list, best first; with `quotes` the sentence behind every seat, too.

    `everybody_perhaps`: that anybody may be there already was said before the list. `after`: so many were told before.
    """
    told: dict[Evidence, int] = {}
    for entry in _entries(suggestions, everybody_perhaps=everybody_perhaps):
        say()
        number = entry.first + after
        _say_entry(entry, number)
        _say_sentences(evidence_of(entry.members[0], quotes=quotes), number, told)


def say_unheld(suggestions: Sequence[Suggestion], unheld: Iterable[Unheld]) -> None:
    """What the points mean and do not mean, and what the register does not hold."""
    parts = [part for one in suggestions if one.sort is SuggestedSort.ACTOR for part in one.parts]
    say()
    seen = {part.confidence for part in parts if isinstance(part, CompetentPart)}
    for confidence in Confidence:
        if confidence in seen and sign_of_confidence(confidence):
            say(f"  {sign_of_confidence(confidence).strip():<3} {_('in the register')}: {word_confidence(confidence)}")
    if suggestions:
        line = _(
            "The points put the list in order: they are the sum of the parts. They do not say that anybody would join."
        )
        say_wrapped(line, indent=2)
    say_wrapped(word_unheld(unheld), indent=2)


def _say_entry(entry: _Entry, place: int) -> None:
    first, number = entry.members[0], str(place)
    if len(entry.members) > _SINGLE:
        number += f"–{place + len(entry.members) - 1}"
    points = word_decimal(first.score)
    told = _("{points} points each") if len(entry.members) > _SINGLE else _("{points} points")
    names = ", ".join(map(name_suggested, entry.members))
    line = f"{number}  {names} · {word_suggested_kind(first)} · {told.format(points=points)}"
    say_wrapped(line, indent=1, hanging=len(number) + 2, style=heading)
    for reason in entry.reasons:
        say_wrapped(reason, indent=6)


def _say_sentences(evidence: Iterable[Evidence], number: int, told: dict[Evidence, int]) -> None:
    """Each sentence once; where it stands for another line, too, the number of the first."""
    for item in evidence:
        if item in told:
            say(dim(" " * 8 + _("The sentence is at {number}.").format(number=told[item])))
        else:
            told[item] = number
            say_evidence([item], indent=8)


def _entries(suggestions: Sequence[Suggestion], *, everybody_perhaps: bool) -> Iterator[_Entry]:
    members: list[Suggestion] = []
    before: tuple[str, ...] = ()
    for number, one in enumerate(suggestions):
        lines = (*_reasons(one, everybody_perhaps=everybody_perhaps),)
        if members and (lines != before or not _reads_alike(one, members[0])):
            yield _Entry(number - len(members) + 1, tuple(members), before)
            members = []
        members.append(one)
        before = lines
    if members:
        yield _Entry(len(suggestions) - len(members) + 1, tuple(members), before)


def _reads_alike(one: Suggestion, other: Suggestion) -> bool:
    same_kind = word_suggested_kind(one) == word_suggested_kind(other)
    return same_kind and evidence_of(one, quotes=False) == evidence_of(other, quotes=False)


def _reasons(one: Suggestion, *, everybody_perhaps: bool) -> Iterator[str]:
    if one.declined:
        yield _("has declined, says the source")
    if one.perhaps_there and (one.perhaps_as or one.perhaps_in or not everybody_perhaps):
        yield word_perhaps(one)
    yield from (word_part(part, one) for part in one.parts)


def evidence_of(one: Suggestion, *, quotes: bool) -> tuple[Evidence, ...]:
    """The sentences behind a suggestion: what is said of itself, with `quotes` also those behind its seats."""
    found = [*one.refusal, *(item for part in one.parts for item in _sentences(part, quotes=quotes))]
    return tuple(dict.fromkeys(found))


def _sentences(part: Part, *, quotes: bool) -> tuple[Evidence, ...]:
    if isinstance(part, CompetentPart | InterestPart):
        return part.evidence
    if isinstance(part, NearbyPart) or not quotes:
        return ()
    seats = part.seats if isinstance(part, SameKindPart) else part.together
    return tuple(item for seat in seats for item in seat.evidence)
