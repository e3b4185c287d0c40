"""Pairs of names, each with what may be said of them, written before the rules: the language, the place, the period.

A node is written in a line, `"Name | alias = type @ region, since–until"`; two nodes of a pair come from two documents
unless the case says `one_document`.
"""

import re
from dataclasses import dataclass

from graph.keys import digest
from graph.kinds import ActorKind, InitiativeType
from queries.named import Named, NodeSort

SAME, PHASES, REVIEW, APART = "same", "phases", "review", "apart"
_LINE = re.compile(r"(?P<names>.+?)\s=\s(?P<kind>\w+)(?:\s@\s(?P<regions>[\w/ -]+))?(?:,\s(?P<time>[\d–-]+))?")


@dataclass(frozen=True)
class Case:
    """Two nodes and what they are to each other."""

    one: str
    other: str
    verdict: str
    one_document: bool = False
    shared: bool = False
    """Whether both have a participant in common."""


def a_named(line: str, document: str = "document:1") -> Named:
    """A node from its line."""
    parts = _LINE.fullmatch(line)
    assert parts, line
    name, *aliases = (part.strip() for part in parts["names"].split(" | "))
    since, _, until = (parts["time"] or "").partition("–")
    sort = NodeSort.INITIATIVE if parts["kind"] in set(InitiativeType) - {"network", "other"} else NodeSort.ACTOR
    assert parts["kind"] in {*InitiativeType, *ActorKind}, line
    regions = tuple((parts["regions"] or "").split("/")) if parts["regions"] else ()
    return Named(
        id=f"{sort}:{digest(line, document)}",
        sort=sort,
        name=name,
        aliases=tuple(aliases),
        kind=parts["kind"],
        regions=regions,
        region_name=None,
        since=since or None,
        until=until or None,
        documents=(document,),
    )


INITIATIVES = (
    # one name, written in two ways
    Case("Allianz Zukunft Harz = alliance @ de-ni", "Allianz „Zukunft Harz“ e. V. = alliance @ de-ni", SAME),
    Case("Düsseldorfer Industrieforum = dialogue @ stadt-duesseldorf",
         "Industrieforum Düsseldorf = dialogue @ stadt-duesseldorf", SAME),
    Case("Thüringer Werkbankpakt = alliance @ de-th", "Werkbankpakt Thüringen = alliance @ de-th", SAME),
    Case("Chemiedialog Sachsen-Anhalt = dialogue @ de-st", "Chemie-Dialog Sachsen-Anhalt = dialogue @ de-st", SAME),
    Case("Netz Zukunftsfabrik | Zukunftsfabrik Emsland = alliance @ kreis-emsland",
         "Zukunftsfabrik Emsland = alliance @ kreis-emsland", SAME),
    Case("Kampagne „Stahl kann mehr“ = campaign @ de-sl", "Stahl kann mehr = campaign @ de-sl", SAME),
    Case("Industriepakt.SH = alliance @ de-sh", "Industriepakt Schleswig-Holstein = alliance @ de-sh", SAME),
    Case("Fertigungsrat Saar, Initiative der Sozialpartner | Fertigungsrat Saar = council @ de-sl",
         "Fertigungsrat Saar = council @ de-sl", SAME),
    Case("Werkstattgespräch Zukunft Leipzig = event @ stadt-leipzig, 2019-05",
         "Werkstattgespräch Zukunft Leipzig = event @ stadt-leipzig, 2019-05-14", SAME),
    # one name, two places
    Case("Lange Nacht der Industrie = event @ stadt-koeln, 2018-10-11",
         "Lange Nacht der Industrie = event @ stadt-leipzig, 2018-10-11", APART),
    Case("Tag der offenen Werkhallen = event @ de-ni", "Tag der offenen Werkhallen = event @ de-by", APART),
    Case("Bündnis für Arbeit und Wandel = alliance @ de-sn", "Bündnis für Arbeit und Wandel = alliance @ de-bb", APART),
    Case("Industriepakt = alliance @ de-th", "Industriepakt.SH = alliance @ de-sh", APART),
    Case("Industriepakt.NRW = alliance @ de-nw", "Industriepakt BW = alliance @ de-bw", APART),
    Case("Masterplan Industrie Kassel = master_plan @ stadt-kassel",
         "Masterplan Industrie Bremen = master_plan @ de-hb", APART),
    Case("Zukunft durch Stahl Duisburg = alliance @ de-nw", "Zukunft durch Stahl Dortmund = alliance @ de-nw", APART),
    Case("Werkbankpakt = alliance @ de-th", "Bündnis „Werkbankpakt“ = alliance @ de", REVIEW),
    # one name and place, another time
    Case("Lange Nacht der Industrie = event @ stadt-koeln, 2017-10-12",
         "Lange Nacht der Industrie = event @ stadt-koeln, 2019-10-10", PHASES),
    Case("Masterplan Industrie Kassel 2010–2020 = master_plan @ stadt-kassel",
         "Masterplan Industrie Kassel 2021–2030 = master_plan @ stadt-kassel", PHASES),
    Case("Innovationsstrategie Sachsen 2020 = master_plan @ de-sn",
         "Innovationsstrategie Sachsen 2030 = master_plan @ de-sn", PHASES),
    Case("Weiterbildungspakt Saar = alliance @ de-sl, 2009–2014",
         "Weiterbildungspakt Saar = alliance @ de-sl, 2018", PHASES),
    Case("Industrieplan Hessen 2014 bis 2019 = master_plan @ de-he",
         "Hessischer Industrieplan | Industrieplan 2020-2025 = master_plan @ de-he", PHASES),
    Case("Masterplan Industrie Kassel = master_plan @ stadt-kassel",
         "Masterplan Industrie Kassel 2021–2030 = master_plan @ stadt-kassel", REVIEW),
    Case("Lange Nacht der Industrie = event @ stadt-koeln",
         "Lange Nacht der Industrie = event @ stadt-koeln, 2019-10-10", REVIEW),
    Case("Weiterbildungspakt Saar = alliance @ de-sl, 2009",
         "Pakt Weiterbildung Saar = alliance @ de-sl, 2018", REVIEW),
    Case("Weiterbildungspakt an der Saar = alliance @ de-sl, 2009",
         "Weiterbildungspakt Saar = alliance @ de-sl, 2018", REVIEW),
    # a short and a full name
    Case("Kompetenzstelle = service_centre @ de", "Kompetenzstelle für Leichtbau = service_centre @ de", REVIEW),
    Case("Kompetenzstelle = service_centre @ de", "Kompetenzstelle für Leichtbau = service_centre @ de", SAME,
         shared=True),
    Case("Zukunftswerk Ruhr = alliance @ de-nw", "Zukunftswerk Ruhr für Stahl und Energie = alliance @ de-nw", SAME,
         shared=True),
    Case("Zukunftswerk Ruhr = alliance @ de-nw", "Zukunftswerk Ruhr für Stahl und Energie = alliance @ de-nw", REVIEW),
    Case("Kompetenzstelle für Leichtbau = service_centre @ de",
         "Kompetenzstelle für Wasserstoff = service_centre @ de", APART, shared=True),
    Case("Masterplan Fertigung = master_plan @ de-hh", "Masterplan Fertigungsstandort Hamburg = master_plan @ de-hh",
         REVIEW),
    Case("Allianz Region Stuttgart = alliance @ de-bw", "Allianz für die Fertigung Region Stuttgart = alliance @ de-bw",
         REVIEW),
    Case("Auftakt = event @ de, 2020-01", "Kompetenzstelle = service_centre @ de", APART, shared=True),
    # a place in one of the documents only
    Case("Wandelwerk Industrie = alliance", "Wandelwerk Industrie = alliance @ de-he", REVIEW),
    Case("Wandelwerk Industrie = alliance", "Wandelwerk Industrie = alliance @ de-he", SAME, shared=True),
    Case("Masterplan Industrie = master_plan", "Masterplan der Stadt Kassel = master_plan @ stadt-kassel", APART),
    Case("Chemieforum = dialogue @ de-he", "Chemieforum = dialogue @ stadt-kassel", REVIEW),
    # like each other, and other things
    Case("Industrie der Zukunft = dialogue @ de-sn", "Bündnis „Zukunft der Industrie“ = alliance @ de", APART),
    Case("Netz Industrie 4.0 Berlin = alliance @ de-be", "Netz Industrie 5.0 Berlin = alliance @ de-be", APART),
    Case("Wirtschaftsrat Hessen = council @ de-he", "Wirtschaftsbeirat Bayern = council @ de-by", APART),
    Case("Industriedialog Hessen = dialogue @ de-he", "Chemiedialog Hessen = dialogue @ de-he", APART),
    Case("Bündnis für Arbeit = alliance @ de-rp", "Bündnis für Ausbildung = alliance @ de-rp", APART),
    Case("Weserpakt Fertigung = alliance @ de-ni", "Weserpackt Fertigung = alliance @ de-ni", REVIEW),
    Case("#hessenschafft – Arbeit zeigen | Industriekampagne = campaign @ de-he",
         "Industriekampagne „Hessenwerk“ = campaign @ de-he", REVIEW),
    Case("#hessenschafft – Arbeit zeigen | Kampagne = campaign @ de-he",
         "Kampagne „Hessenwerk“ = campaign @ de-he", APART),
    # one document that names both
    Case("Allianz Zukunft Harz = alliance @ de-ni", "Allianz „Zukunft Harz“ e. V. = alliance @ de-ni", REVIEW,
         one_document=True),
    Case("Werkbankpakt | Pakt für die Werkbank = alliance @ de-th", "Pakt für die Werkbank = alliance @ de-th", SAME,
         one_document=True),
    Case("Kompetenzstelle = service_centre @ de", "Kompetenzstelle für Leichtbau = service_centre @ de", REVIEW,
         one_document=True, shared=True),
    Case("Masterplan Fertigung = master_plan @ de-hh", "Masterplan Fertigungsstandort Hamburg = master_plan @ de-hh",
         APART, one_document=True),
)  # fmt: skip

ACTORS = (
    Case("Gewerbeverein 1908 Emden = business_association",
         "Gewerbeverein 1924 Emden e. V. = business_association", APART),
    Case("Gewerbeverein 1908 Emden = business_association",
         "Gewerbeverein 1908 Emden e. V. = business_association", SAME),
    Case("Möllner Walzwerk = company", "Möllner Walzwerk GmbH & Co. KG = company", SAME),
    Case("Fahrradbau Nord AG = company", "Fahrradbau Nord = company", SAME),
    Case("Förderverein Werkzeugbau = business_association",
         "Förderverein Werkzeugbau e. V. = business_association", SAME),
    Case("Wirtschaftsförderung Kassel = public_body", "Kasseler Wirtschaftsförderung = public_body", SAME),
    Case("Verein der Werkzeugmacher = business_association",
         "Verein für Werkzeugmacher = business_association", REVIEW),
    Case("Wirtschaftsförderung Kassel = public_body", "Amt für Wirtschaftsförderung der Stadt Kassel = public_body",
         REVIEW),
    Case("Wirtschaftsförderung Kassel = public_body", "Amt für Wirtschaftsförderung der Stadt Kassel = public_body",
         REVIEW, one_document=True),
    Case("Stadt Kassel = public_body", "Amt für Wirtschaftsförderung der Stadt Kassel = public_body", APART),
    Case("Stadtplanung Kassel = public_body", "Wirtschaftsförderung Kassel = public_body", APART),
    Case("Stadt Kassel = public_body", "Landkreis Kassel = public_body", APART),
    Case("Stadt Hagen = public_body", "Stadt Haren = public_body", APART),
    Case("Landesregierung Hessen = public_body @ de-he", "Landesregierung Sachsen = public_body @ de-sn", APART),
    Case("Ministerpräsidentin Hessen = public_body @ de-he", "Landesregierung Hessen = public_body @ de-he", REVIEW),
    Case("Ministerpräsidentin Hessen = public_body @ de-he", "Landesregierung Sachsen = public_body @ de-sn", APART),
    Case("Regierender Bürgermeister = public_body @ de-be", "Senat Berlin = public_body @ de-be", REVIEW),
    Case("Humboldt-Hochschule = university", "Humboldt-Hochschule Kassel = university", REVIEW),
    Case("TUK = university", "Technische Universität Kassel = university", REVIEW),
    Case("Möllner Walzwerk = company", "Möllner Walzwerg = company", REVIEW),
    Case("Meier Druck = company", "Meyer Druck = company", APART),
    Case("Seehafen Nord = company", "Seehafen Nord Verwaltung = public_body", APART),
    Case("Autowerk = company", "Autowerk Energie = company", APART),
    Case("Fahrradbau Nord AG = company", "Fahrradbau Nord = company", REVIEW, one_document=True),
    Case("St4hlwerk = company", "St4hlwerk der Zukunft = company", SAME, one_document=True),
)  # fmt: skip
