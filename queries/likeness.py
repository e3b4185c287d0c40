"""How two nodes' names are alike: one content, one short for the other, misspelt, one within the other.

Names only: place and period are judged in `sameness.py`.
"""

from rapidfuzz.distance import OSA

from graph.keys import fold
from queries.surfaces import Surface, initials, phrases, word_set
from queries.verdicts import Sameness, SameReason, Subject, Verdict

_SPELT_AT_LEAST = 12
_PART_AT_LEAST = 4


def same_name(one: Subject, other: Subject) -> Verdict | None:
    """One name in common: the name itself, or an alias that says more than what it is."""
    best: Verdict | None = None
    for mine, here in enumerate(one.surfaces):
        for theirs, there in enumerate(other.surfaces):
            verdict = _named_alike(here, there, mine >= one.own, theirs >= other.own) if _equal(here, there) else None
            if verdict and (best is None or verdict.score > best.score):
                best = verdict
    return best


def _named_alike(here: Surface, there: Surface, is_alias: bool, is_other_alias: bool) -> Verdict | None:
    """What two names of one content say."""
    if here.is_bare:
        placed = not (is_alias or is_other_alias) and here.places and here.places == there.places
        return Verdict(Sameness.POSSIBLE, 0.6, SameReason.ALIKE) if placed else None
    if (is_alias or is_other_alias) and _is_designation(here) and not (here.places and there.places):
        return None
    if here.telling != there.telling:
        return Verdict(Sameness.POSSIBLE, 0.7, SameReason.ALIKE)
    if is_alias and is_other_alias:
        return Verdict(Sameness.POSSIBLE, 0.7, SameReason.ALIAS)
    if is_alias or is_other_alias:
        return Verdict(Sameness.SAME, 0.93, SameReason.ALIAS)
    return Verdict(Sameness.SAME, 0.97, SameReason.NAME)


def _equal(one: Surface, other: Surface) -> bool:
    return one.key == other.key or one.stemmed == other.stemmed


def _is_designation(surface: Surface) -> bool:
    """Whether a single compound says of which field something is, not which one ("Industriekampagne")."""
    return len(surface.words) == 1 and bool(surface.field)


def is_short_for(one: Subject, other: Subject) -> bool:
    """Whether one name is the beginning of the other, which goes on with what it is for."""
    short, full = one.surfaces[0], other.surfaces[0]
    if len(short.sequence) > len(full.sequence):
        short, full = full, short
    length = len(short.sequence)
    begins = full.sequence[:length] == short.sequence and len(full.sequence) > length
    return begins and full.sequence[length] in word_set("function_words", "purpose")


def is_misspelt(one: Subject, other: Subject) -> bool:
    """Whether two long names differ by one letter, not by a digit."""
    mine, theirs = one.surfaces[0], other.surfaces[0]
    if min(len(mine.key), len(theirs.key)) < _SPELT_AT_LEAST or mine.digits != theirs.digits:
        return False
    return OSA.distance(mine.key, theirs.key, score_cutoff=1) == 1


def are_alike(one: Subject, other: Subject) -> bool:
    """Whether a name of the one lies within a name of the other."""
    return any(_is_alike(here, there) for here in one.surfaces for there in other.surfaces)


def _is_alike(one: Surface, other: Surface) -> bool:
    """Every word of the one is in the other, whole or as a part of a compound; at least one tells something."""
    short, full = sorted((one, other), key=lambda surface: (len(surface.key), surface.words))
    if short.is_bare or _is_designation(short):
        return bool(short.places and short.places == full.places) and set(short.words) < set(full.words)
    if short.digits != full.digits:
        return False
    return all(any(_is_in(word, around) for around in full.words) for word in short.words)


def _is_in(word: str, around: str) -> bool:
    long_enough = len(word) >= _PART_AT_LEAST
    return word == around or (long_enough and (around.startswith(word) or around.endswith(word)))


def share_designation(one: Subject, other: Subject) -> bool:
    """Whether both are called the same sort of thing of the same field ("Industriekampagne")."""
    return bool(designations(one) & designations(other))


def designations(subject: Subject) -> frozenset[str]:
    """The compounds that a node is called by or that begin its names."""
    fields = [one.field for one in subject.surfaces if one.field]
    return frozenset(fields) - word_set("designations") if fields else frozenset()


def initialled(one: Subject, other: Subject) -> Verdict | None:
    """One name is made of the other's initials."""
    for short, full in ((one.node, other.node), (other.node, one.node)):
        if short.name.isalpha() and short.name.isupper() and fold(short.name) == initials(full.name):
            return Verdict(Sameness.POSSIBLE, 0.6, SameReason.INITIALS)
    return None


def is_part_named(one: Surface, other: Surface) -> bool:
    """One name's content within the other's, in a place both name."""
    short, full = sorted((one, other), key=lambda surface: len(surface.words))
    told = not short.is_bare and set(short.words) < set(full.words)
    return told and bool(short.places) and short.places == full.places


def is_head(subject: Subject) -> bool:
    """Whether a node's name is that of the office at the head of a government."""
    return names_head(fold(subject.node.name))


def names_head(folded: str) -> bool:
    """Whether a folded name names that office."""
    return any(office in folded and f" {office} " in f" {folded} " for office in phrases("government", "heads"))


def is_government(subject: Subject) -> bool:
    """Whether a node's name is that of a government as a whole."""
    # A name of nothing but a letter and a legal form ("A AG") has no words left.
    words = subject.surfaces[0].words if subject.surfaces else ()
    return len(words) == 1 and words[0] in word_set("government", "bodies")
