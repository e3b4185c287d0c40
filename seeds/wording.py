"""German wordings of one and the same, as tables: what `seeds.names` folds together, what `seeds.resolution` knows.

All entries are written as `graph.keys.fold` leaves them: lower case, ae oe ue ss, blanks for everything else.
"""

PHRASES: tuple[tuple[str, str], ...] = (
    ("industrie und handelskammern", "ihks"),
    ("industrie und handelskammer", "ihk"),
    ("handwerkskammer", "hwk"),
    ("industriegewerkschaft", "ig"),
    ("ig bergbau chemie energie", "igbce"),
    ("ig bce", "igbce"),
    ("ig bauen agrar umwelt", "igbau"),
    ("ig bau", "igbau"),
    ("gewerkschaft nahrung genuss gaststaetten", "ngg"),
    ("vereinte dienstleistungsgewerkschaft", "verdi"),
    ("ver di", "verdi"),
    ("deutscher gewerkschaftsbund", "dgb"),
    ("a m", "am main"),
    ("frankfurt main", "frankfurt am main"),
)
"""Longer and shorter forms of the same; applied in this order to whole words."""

FILLERS = frozenset(
    {
        *("der", "die", "das", "des", "dem", "den", "zu", "zum", "zur", "in", "im", "fuer", "von", "vom", "und"),
        *("land", "lande", "landes", "freistaat", "freistaats", "freistaates", "bezirk", "bezirks", "region"),
        *("landesbezirk", "landesverband", "landesstelle", "geschaeftsstelle", "verwaltungsstelle"),
    }
)
"""Words that never tell two bodies apart."""

ENDINGS = ("ern", "en", "em", "es", "er", "e", "s")
"""Inflection, longest first; taken off where at least four letters remain."""

LAND_WORDS: tuple[tuple[str, str], ...] = (
    ("nordrhein westfalen", "de-nw"),
    ("nordrhein westfaelisch", "de-nw"),
    ("nrw", "de-nw"),
    ("baden wuerttemberg", "de-bw"),
    ("baden wuerttembergisch", "de-bw"),
    ("ba wue", "de-bw"),
    ("bawue", "de-bw"),
    ("bayern", "de-by"),
    ("bayerisch", "de-by"),
    ("bayrisch", "de-by"),
    ("berlin", "de-be"),
    ("brandenburg", "de-bb"),
    ("brandenburgisch", "de-bb"),
    ("bremen", "de-hb"),
    ("bremisch", "de-hb"),
    ("hamburg", "de-hh"),
    ("hamburgisch", "de-hh"),
    ("hessen", "de-he"),
    ("hessisch", "de-he"),
    ("mecklenburg vorpommern", "de-mv"),
    ("mecklenburg vorpommersch", "de-mv"),
    ("meck pomm", "de-mv"),
    ("mv", "de-mv"),
    ("niedersachsen", "de-ni"),
    ("niedersaechsisch", "de-ni"),
    ("rheinland pfalz", "de-rp"),
    ("rheinland pfaelzisch", "de-rp"),
    ("rheinlandpfaelzisch", "de-rp"),
    ("rlp", "de-rp"),
    ("saarland", "de-sl"),
    ("saarlaendisch", "de-sl"),
    ("sachsen anhalt", "de-st"),
    ("sachsen anhaltisch", "de-st"),
    ("sachsen anhaltinisch", "de-st"),
    ("sachsen anhalter", "de-st"),
    ("sachsen", "de-sn"),
    ("saechsisch", "de-sn"),
    ("schleswig holstein", "de-sh"),
    ("schleswig holsteinisch", "de-sh"),
    ("thueringen", "de-th"),
    ("thueringisch", "de-th"),
)
"""A Land as a name or an adjective without its ending, and its id; other endings are folded."""

AUTHORITIES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("ministerium", ("ministerium", "ministeriums"), ("ministerin", "minister", "ministers")),
    ("senat", ("senatsverwaltung", "senats", "senat"), ("senator", "senatorin", "senators")),
)
"""An authority, its own forms, and the offices that stand for it: "Wirtschaftsministerin", "Senator für …"."""

AUTHORITY_WORDS = {"behoerd": "senat", "staatsministerium": "ministerium"}
"""Other words for an authority's head word, as stems."""

LINE_WORDS: dict[str, tuple[str, ...]] = {
    "economy": (
        "wirtschaftsministerium",
        "wi ministerium",
        "ministerium wirtschaft",
        "wirtschaftsressort",
        "wirtschaftsbehoerd",
        "wirtschaftsverwaltung",
        "wirtschaftssenat",
        "senat wirtschaft",
    ),
    "labour": (
        "arbeitsministerium",
        "ministerium arbeit",
        "arbeitsressort",
        "arbeitsbehoerd",
        "arbeitsverwaltung",
        "arbeitssenat",
        "senat arbeit",
    ),
}
"""Bare words for the ministry of a portfolio: only the Land around them says which one is meant."""

SOLE_CHAMBER_WORDS: dict[str, str] = {"handelskammer": "ihk", "ihk": "ihk", "hwk": "hwk"}
"""Bare words for a chamber: they mean one body in a Land that has a single chamber of this kind."""

BARE_SURFACES = (
    "Wirtschaftsministerium",
    "WI-Ministerium",
    "Wirtschaftsressort",
    "Wirtschaftsbehörde",
    "Wirtschaftsverwaltung",
    "Wirtschaftssenat",
    "Arbeitsministerium",
    "Arbeitsressort",
    "Arbeitsbehörde",
    "Arbeitsverwaltung",
    "Arbeitssenat",
    "Handelskammer",
)
"""Bare words as they are written: never aliases, only resolved with a Land."""

NOT_LITERAL = frozenset(
    {
        "Die Arbeitgeber",
        "Bauindustrie",
        "Maschinenbauverband",
        "Sozialbehörde",
    }
)
"""Register names that are everyday words or groups: resolved when asked for, never matched in a text."""

_TOWN = ("kreisfreie_stadt", "gemeinde", "land")
_KREIS = ("landkreis", "kommunalverband")
_BEZIRK = ("regierungsbezirk", "former_regierungsbezirk")

PLACE_WORDS: dict[str, tuple[str, ...]] = {
    "stadt": _TOWN,
    "gemeinde": _TOWN,
    "hansestadt": _TOWN,
    "landeshauptstadt": _TOWN,
    "universitaetsstadt": _TOWN,
    "kreisstadt": _TOWN,
    "kreis": _KREIS,
    "landkreis": _KREIS,
    "regierungsbezirk": _BEZIRK,
    "bezirk": _BEZIRK,
    "land": ("land",),
    "bundesland": ("land",),
    "freistaat": ("land",),
    "region": (),
    "wirtschaftsregion": (),
    "metropolregion": (),
    "raum": (),
    "grossraum": (),
}
"""Words before a place's name, and the kinds of region they leave (none: any)."""

PLACE_SUFFIXES = ("region", "gebiet", "raum", "revier")
"""Words after a place's name that may be left out."""

REGION_NOT_LITERAL = frozenset({"Bund", "Hauptstadt", "Metropolregion GmbH", "DE"})
"""Region names that mean other things in a text."""
