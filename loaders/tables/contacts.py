"""Columns of contact persons, telephone and e-mail, told by what is in them; and what a person's name looks like."""

import re
from collections.abc import Sequence

from graph.dates import find_dates
from loaders.contacts import mask_contacts
from loaders.lexicon import alternatives, mapping_table
from loaders.tables.meaning import is_contact
from seeds.persons import first_names

_TITLE = re.compile(r"(?:Herrn?|Frau|Dr\.?|Prof\.?|Dipl\.?-?\w*\.?|Mag\.|Ing\.|M\.\s?A\.|B\.\s?A\.)(?=[\s,]|$)")
_SALUTATION = re.compile(r"(?:Herrn?|Frau|divers|Mr\.?|Mrs\.?|Ms\.?)\b")
_NAME_WORD = r"(?:(?:von|van|de|der|den|zu|zur|vom)\s+)*[A-ZÀ-ÖØ-Þ][\w’'-]*\.?"
_PERSON = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,3}}$")
_REVERSED = re.compile(rf"{_NAME_WORD},\s+(?P<first>[A-ZÀ-ÖØ-Þ][\w-]*)(?:\s+{_NAME_WORD})*$")
_PHONE = re.compile(r"[\d\s()/+.\u2010-\u2015-]{6,}$")
_FEWEST_DIGITS = 6
_TAILS = (*mapping_table("organisations", "tails"), *mapping_table("organisations", "plurals"))
_ORGANISATION = re.compile(
    rf"(?i:{alternatives(_TAILS)})(?:e?s|en?)?\b|\b(?:{alternatives(mapping_table('organisations', 'acronyms'))})\b"
    rf"|\b(?:{alternatives(mapping_table('organisations', 'legal_forms'))})(?!\w)|\be\.\s?V\b"
    r"|\b(?:IG|DGB|VDMA|BDI|BDA|DIHK|ZVEI)\b|ver\.di"
    r"|\s[&+]\s|\b(?:Werke?|Stahl|Bank|Bau|Technik|Industrie|Gruppe|Werft|Holding|Verein|Bund|Union|Maschinen\w*|Elektro\w*)\b"
    r"|\w(?:werke?|bau|technik|industrie|gruppe|werft)\b"
)
_DIGIT = re.compile(r"\d")
_SHARE = 0.5


def looks_like_organisation(cell: str) -> bool:
    """Whether a cell has a head noun, an abbreviation or a legal form of organisations in it."""
    return _ORGANISATION.search(cell) is not None


def is_person(cell: str) -> bool:
    """Whether a cell is a person's name: with a title, or with a known first name and no word of organisations."""
    cell = cell.strip()
    titled = _TITLE.match(cell)
    if titled:
        return not looks_like_organisation(cell)
    reversed_name = _REVERSED.match(cell)
    if reversed_name:
        return reversed_name["first"].split("-")[0] in first_names()
    if _DIGIT.search(cell):
        return False
    first = re.split(r"[\s-]", cell, maxsplit=1)[0]
    return first in first_names() and _PERSON.match(cell) is not None and not looks_like_organisation(cell)


def is_contact_cell(cell: str) -> bool:
    """Whether a cell is a telephone number, an e-mail address or a person's name."""
    return _is_number_or_mail(cell) or is_person(cell)


def holds_contacts(cells: Sequence[str]) -> bool:
    """Whether at least half of the filled cells of a column are contact data, salutations or first names alone."""
    filled = [cell for cell in cells if cell]
    found = sum(is_contact_cell(part) or _is_first_name(part) for part in filled)
    return bool(filled) and found >= len(filled) * _SHARE


def holds_first_names(cells: Sequence[str]) -> bool:
    """Whether a column holds first names alone, so that the last names stand beside it."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(map(_is_first_name, filled)) >= len(filled) * _SHARE


def are_single_names(cells: Sequence[str]) -> bool:
    """Whether the filled cells are single capitalised words, as last names are."""
    filled = [cell for cell in cells if cell]
    single = sum(cell[0].isupper() and " " not in cell and not looks_like_organisation(cell) for cell in filled)
    return bool(filled) and single >= len(filled) * 0.8


def is_contact_line(cells: Sequence[str]) -> bool:
    """Whether a row outside a table gives contact data: "Rückfragen: Frau Muster, Tel. 0221 12345"."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return False
    first_word = re.split(r"[:\s]", filled[0], maxsplit=1)[0]
    return is_contact(filled[0]) or is_contact(first_word) or any(map(is_contact_cell, filled))


def _is_number_or_mail(cell: str) -> bool:
    if mask_contacts(cell) != cell:
        return True
    digits = sum(map(str.isdigit, cell))
    return digits >= _FEWEST_DIGITS and _PHONE.match(cell) is not None and not find_dates(cell)


def _is_first_name(cell: str) -> bool:
    return cell.split("-", maxsplit=1)[0] in first_names() or _SALUTATION.fullmatch(cell) is not None
