"""Under the matrix on a terminal: for every gap whom the register expects there, one line a kind."""

from collections.abc import Iterable, Sequence

from queries.answers import CellValue, Mark
from queries.body_cells import BodyValue
from queries.expected import Expected, ExpectedRow, PossibleBody, Vacancy
from seeds.register import Confidence, Register
from viz.commands.evidence import say_evidence
from viz.commands.lines import heading, say, say_wrapped
from viz.commands.profiles import placed
from viz.language import _
from viz.wording.bodies import (
    sign_of_confidence,
    word_confidence,
    word_expected,
    word_nobody,
    word_route,
    word_unheld,
    word_would_be,
)
from viz.wording.cells import sign_of, sign_of_mark, word_column
from viz.wording.dates import word_date


def say_expected(found: Expected, register: Register) -> None:
    """The bodies that could fill the gaps, initiative by initiative; then what the register does not hold."""
    rows = [row for row in found.rows if row.vacancies]
    if not rows:
        return
    say()
    say(heading(_("Who would be competent according to the register, as of {date}").format(date=word_date(found.date))))
    for row in rows:
        say()
        say_wrapped(placed(row.initiative, register), indent=2)
        _say_row(row)
    say()
    _say_signs(body.competent.confidence for row in rows for one in row.vacancies for body in one.bodies)
    say_wrapped(word_unheld(found.unheld), indent=2, hanging=0)


def _say_row(row: ExpectedRow) -> None:
    if not row.has_place:
        say_wrapped(_("Without a region nobody can be named."), indent=4)
        return
    told = [vacancy for vacancy in row.vacancies if vacancy.is_held] or list(row.vacancies)
    for vacancy in told:
        sign = sign_of(vacancy.value) + "".join(map(sign_of_mark, vacancy.marks))
        say_wrapped(f"{sign:<2} {word_column(vacancy.column)}: {_word_bodies(vacancy)}", indent=4)
        for body in vacancy.bodies:
            if body.cell.declined:
                say_evidence(body.cell.evidence[:1], indent=10)


def _word_bodies(vacancy: Vacancy) -> str:
    if not vacancy.bodies:
        return word_nobody(is_held=vacancy.is_held)
    names = _word_names(vacancy)
    if not vacancy.perhaps_there:
        return names
    would = word_would_be(names, len(vacancy.bodies))
    return _("{would_be}; perhaps there already").format(would_be=would)


def _word_names(vacancy: Vacancy) -> str:
    """Those competent for all of it, then those of which one may be."""
    whole = [_word_body(body, vacancy) for body in vacancy.bodies if not body.competent.partial]
    partly = [_word_body(body, vacancy) for body in vacancy.bodies if body.competent.partial]
    parts = [", ".join(whole)] if whole else []
    if len(partly) > 1:
        parts.append(_("depending on the place: {names}").format(names=", ".join(partly)))
    elif partly:
        parts.append(_("for a part: {names}").format(names=partly[0]))
    return "; ".join(parts)


def _word_body(body: PossibleBody, vacancy: Vacancy) -> str:
    """A body, with what is told of it alone."""
    name, told = word_expected(body.competent), list[str]()
    if body.cell.declined:
        told.append(_("has declined, says the source"))
    elif body.cell.value is BodyValue.ABSENT and not _is_absent_as_a_whole(vacancy):
        told.append(_("not involved, says the source"))
    told += map(word_route, body.cell.routes)
    return f"{name} ({'; '.join(told)})" if told else name


def _is_absent_as_a_whole(vacancy: Vacancy) -> bool:
    bodies: Sequence[PossibleBody] = vacancy.bodies
    is_absent = vacancy.value is CellValue.ABSENT and Mark.CONFLICT not in vacancy.marks
    return is_absent and all(body.cell.value is BodyValue.ABSENT for body in bodies)


def _say_signs(confidences: Iterable[Confidence]) -> None:
    seen = {*confidences}
    for confidence in Confidence:
        if confidence in seen and sign_of_confidence(confidence):
            say(f"  {sign_of_confidence(confidence).strip():<3} {_('in the register')}: {word_confidence(confidence)}")
