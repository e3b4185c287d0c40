"""Contact data is masked in the stored text, character for character, so that every offset stays.

Telephone, fax and mobile numbers and e-mail addresses (also "name [at] domain") become runs of `MASK`; their labels and
the names of persons stay. Every pattern is linear in the length of the text.
"""

import re

MASK = "▒"

_BLANK = r"[ \t\u00a0\u202f]"
_DASH = r"\u2010-\u2015-"

_AT = rf"(?:{_BLANK}?@{_BLANK}?|{_BLANK}{{0,2}}[\[({{<]{_BLANK}?(?:at|ät|@){_BLANK}?[\])}}>]{_BLANK}{{0,2}})"
_DOT = rf"(?:\.|{_BLANK}{{0,2}}[\[({{]{_BLANK}?(?:dot|punkt){_BLANK}?[\])}}]{_BLANK}{{0,2}})"
_DOMAIN = rf"[\w-]++(?:{_DOT}[\w-]++)*{_DOT}[^\W\d_]{{2,}}+"
_MAIL = re.compile(
    rf"(?<![\w.+%-])(?:[\w.+%-]++{_AT}{_DOMAIN}|[\w+%-]++[._][\w.+%-]++{_BLANK}(?:at|ät){_BLANK}{_DOMAIN})",
    re.IGNORECASE,
)

# What looks like the start of something else: a date, a time, a lone year, a postal code with its town.
_OTHER = (
    rf"\d{{1,2}}\.\s?(?:\d{{1,2}}\.|[A-ZÄJ])|\d{{1,2}}:\d\d|(?:19|20)\d\d(?!\d|[ /{_DASH}]\d)|\d{{5}}{_BLANK}[A-ZÄÖÜ]"
)
_MORE = rf"(?:\d|(?:{_BLANK}{{0,2}}[/(){_DASH}]{{1,2}}{_BLANK}{{0,2}}\(?|\.)\d|{_BLANK}(?!{_OTHER})\d)"
_EXTENSIONS = rf"(?:{_BLANK}?[,/]{_BLANK}?[{_DASH}]\d{{1,4}}(?!\d))*"
_LABEL = (
    r"(?:Tele(?:fon|phone|fax)(?:nummer)?|Tel|Fon|Phone|Fax(?:nummer)?|Mobil(?:e|funk|telefon|nummer)?|Handy(?:nummer)?|"
    r"Hotline|Rufnummer|Durchwahl|Zentrale|DW)"
)
_KEPT = (
    r"ISBN|ISSN|IBAN|Konto(?:-?[Nn]ummer|-?Nr\.?)?|Kto\.?(?:-?Nr\.?)?|BLZ|Steuer(?:-?[Nn]ummer|-?Nr\.?)|USt[\w.-]*|HR[AB]|VR|Az\.?|"
    r"Aktenzeichen|Drucksache|Drs\.?|Postfach|(?:[A-Z][a-zä]+-?)?Nr\.|Kennziffer|Förderkennzeichen|FKZ|DIN|DOI"
)
_NUMBER = re.compile(
    rf"""
      (?<!\w)(?:{_KEPT})\s?:?{_BLANK}*[\dA-Z][\dA-Z{_DASH}/. ]*+
    | (?<!\w)[A-Z]{{2}}\d\d(?:\ ?[\dA-Z]{{4}}){{3,7}}(?:\ ?[\dA-Z]{{1,4}})?(?!\w)
    | (?<!\w)(?i:{_LABEL}\.?(?:\s?[/&+]\s?{_LABEL}\.?)?)\s{{0,2}}(?P<colon>:)?\s{{0,4}}
      (?P<labelled>(?!{_OTHER})[+(]{{0,2}}[{_DASH}]?\d{_MORE}{{1,18}}{_EXTENSIONS})
    | (?<![\w.])[TFMtfm](?:[.:]|\ ){_BLANK}?(?P<letter>[+(]{{0,2}}[0-9]{_MORE}{{5,18}}{_EXTENSIONS})
    | (?<![\w.,:/+=\#{_DASH}])(?P<free>
        \(?(?:\+|00)[1-9]\d{{0,2}}\)?{_MORE}{{6,14}}{_EXTENSIONS}
      | \(?0[1-9]\d{{1,4}}\)?{_MORE}{{3,12}}{_EXTENSIONS}
      )(?!\d|[.,]\d|{_BLANK}?(?:€|%|[$]|EUR\b|Euro|Prozent|Mio|Mrd|Milli))
    """,
    re.VERBOSE,
)
_FEWEST_LABELLED = 3
_FEWEST_UNMARKED = 6
_FEWEST_FREE = 8


def mask_contacts(text: str) -> str:
    """The text with contact data masked; as long as before, line breaks untouched."""
    text = _MAIL.sub(lambda match: _masked(match[0]), text)
    return _NUMBER.sub(_without_number, text)


def _without_number(match: re.Match[str]) -> str:
    name = match.lastgroup
    number = match[name] if name else None
    if not name or not number or sum(map(str.isdigit, number)) < _fewest(match, name, number):
        return match[0]
    start, end = match.start(name) - match.start(), match.end(name) - match.start()
    return match[0][:start] + _masked(number) + match[0][end:]


def _fewest(match: re.Match[str], name: str, number: str) -> int:
    """How many digits make a number: few behind "Telefon:", more where only its shape speaks for it."""
    if name == "labelled":
        return _FEWEST_LABELLED if match["colon"] or number[0] in "+(0" else _FEWEST_UNMARKED
    if name == "letter":
        return _FEWEST_FREE if number.lstrip("(")[0] in "+0" else 99
    return _FEWEST_FREE


def _masked(words: str) -> str:
    return "".join(letter if letter == "\n" else MASK for letter in words)
