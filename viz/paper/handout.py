"""The handout: map, matrix, whom one could ask, and sources on pages of A4, each of these once.

In: a `Picture` and suggestions, names masked; out: sheets for `printing.py`, or the same for `word_file.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.kinds import ActorKind
from queries.answers import Picture
from queries.partners import Partners
from queries.suggestions import Suggestion
from seeds.register import Register
from viz.language import _
from viz.palette import load_palette, look_key
from viz.paper.chapters import Order, map_chapter, matrix_chapter
from viz.paper.columns import Entry, flow, side_by_side
from viz.paper.framing import Chapter, Head, Page, Size, bind, head_bottom, make_canvas
from viz.paper.items import Box, Sheet
from viz.paper.letters import Typecase
from viz.paper.lists import source_list
from viz.paper.numbering import number_sources
from viz.wording.bodies import word_unheld
from viz.wording.partners import name_suggested, word_part_source, word_perhaps, word_reasons, word_suggested_kind

_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Handout:
    """What a handout is made of: `head` stands above the first page, the other chapters have titles of their own.

    `advice` is for each initiative whom it could ask: never a fact, always called a suggestion.
    """

    picture: Picture
    advice: tuple[Partners, ...]
    head: Head


def make_handout(handout: Handout, register: Register, typecase: Typecase) -> tuple[Sheet, ...]:
    """All pages, numbered through."""
    sources = number_sources(handout.picture.coverage.documents)
    head = handout.head

    def order(title: str) -> Order:
        own = Head(title, head.scope, head.narrowed)
        return Order(handout.picture, own, Size.A4, register, sources, typecase, with_sources=False)

    chapters = [map_chapter(order(head.title)), matrix_chapter(order(_("Who is there?")))]
    if handout.advice:
        chapters.append(_listed(order(_("Whom one could ask")), advice_entries(handout.advice, typecase)))
    if sources.documents:
        chapters.append(_listed(order(_("Sources")), source_list(sources, typecase)[1:]))
    return bind(chapters)


def advice_entries(advice: Sequence[Partners], typecase: Typecase) -> list[Entry]:
    """For each initiative its suggestions with their reasons, each marked as one."""
    note = _("These are suggestions of the program, no participations. They do not say that anybody would join.")
    entries = [Entry(note)]
    for one in advice:
        entries.append(Entry(typecase.take(one.initiative.name), is_head=True))
        entries += [_suggestion(each, typecase) for each in one.suggestions]
    unheld = tuple(dict.fromkeys(item for one in advice for item in one.unheld))
    return [*entries, Entry(_("What the register does not hold"), is_head=True), Entry(word_unheld(unheld))]


def reasons_of(one: Suggestion) -> list[str]:
    """Why it is suggested, the surest reason first."""
    return [
        *([word_perhaps(one)] if one.perhaps_there else []),
        *(f"{word_part_source(part)}: {word_reasons(part, one.name)}" for part in one.parts),
    ]


def _suggestion(one: Suggestion, typecase: Typecase) -> Entry:
    note = typecase.take(" · ".join((word_suggested_kind(one), *reasons_of(one))))
    look = load_palette().look(look_key(one.kind, one.chamber_type)) if isinstance(one.kind, ActorKind) else None
    return Entry(typecase.take(name_suggested(one)), note=note, mark=look, count=_("Suggestion"))


def _listed(order: Order, entries: Sequence[Entry]) -> Chapter:
    """Entries in two columns on upright pages."""
    canvas = make_canvas(order.size, upright=True)
    inside = canvas.inside
    tops = [head_bottom(order.head, canvas, first=is_first) for is_first in (True, False)]
    first, further = (side_by_side(Box(inside.left, top, inside.right, inside.bottom), _COLUMNS) for top in tops)
    pages = flow(entries, first, further)
    return Chapter(order.head, canvas, tuple(Page(one.items, one.links) for one in pages))
