"""The many layouts of lists of those who take part: numbered, tabled, labelled, one name a line."""

import pytest

from tests.loaders.saying import takes_part

OPENING = "Zukunftspakt Emstal\n\nDer Zukunftspakt Emstal besteht seit 2014.\n\n"
THREE = {"ihk-koeln", "dgb", "Stadt Rheine"}

LISTS = [
    ("Mitglieder\n\n1. IHK Köln\n2. DGB\n3. Stadt Rheine\n", THREE),
    ("Mitglieder:\n1) IHK Köln\n2) DGB\n3) Stadt Rheine\n", THREE),
    ("Mitglieder des Paktes (Stand: März 2020)\n\nIHK Köln\nDGB\nStadt Rheine\n", THREE),
    ("Unsere Mitglieder\n\nIHK Köln\nDGB\nStadt Rheine\n\nKontakt\n", THREE),
    ("Das sind unsere Partner\n\n- IHK Köln\n- DGB\n- Stadt Rheine\n", THREE),
    ("Die Bündnispartner im Überblick\n\n* IHK Köln\n* DGB\n* Stadt Rheine\n", THREE),
    ("Folgende Organisationen gehören dem Pakt an.\n\n- IHK Köln\n- DGB\n- Stadt Rheine\n", THREE),
    ("Mitglieder des Beirats:\n\n- IHK Köln – Ute Kern\n- DGB – Jan Ott\n- Stadt Rheine – Ina Falk\n", THREE),
    ("Mitglieder des Beirats:\n\n- Ute Kern, IHK Köln\n- Jan Ott, DGB\n- Ina Falk, Stadt Rheine\n", THREE),
    ("Teilnehmende\n\nUte Kern, IHK Köln\nJan Ott, DGB\nIna Falk, Stadt Rheine\n", THREE),
    ("Teilnehmende:\n\nUte Kern (IHK Köln)\nJan Ott (DGB)\nIna Falk (Stadt Rheine)\n", THREE),
    ("Name	Organisation\nUte Kern	IHK Köln\nJan Ott	DGB\nIna Falk	Stadt Rheine\n", THREE),
    ("| Organisation | seit |\n|---|---|\n| IHK Köln | 2014 |\n| DGB | 2014 |\n| Stadt Rheine | 2016 |\n", THREE),
    (
        "Mitglieder\n\nOrganisation | Ort | seit\nIHK Köln | Köln | 2014\nDGB | Rheine | 2014\n"
        "Stadt Rheine | Rheine | 2016\n",
        THREE,
    ),
    ("Mitglieder: IHK Köln; DGB; Stadt Rheine\n", THREE),
    ("Träger: IHK Köln / DGB / Stadt Rheine\n", THREE),
    ("Anwesend: Ute Kern (IHK Köln), Jan Ott (DGB), Ina Falk (Stadt Rheine, Protokoll)\n", THREE),
    ("TN: Kern (IHK Köln), Ott (DGB), Falk (Stadt Rheine)\n", THREE),
    ("Teilnehmerinnen und Teilnehmer: Frau Kern, IHK Köln; Herr Ott, DGB; Frau Falk, Stadt Rheine\n", THREE),
    ("Gäste\n\nLindner Medien GmbH (Frau Kern)\nIHK Köln (Herr Ott)\n", {"Lindner Medien GmbH", "ihk-koeln"}),
    ("Federführung: IHK Köln\nPartner: DGB, Stadt Rheine\n", THREE),
    ("Träger: IHK Köln\nFörderer: DGB\nUmsetzung: Stadt Rheine\n", THREE),
    ("Projektleitung: IHK Köln\nProjektpartner: DGB\nAssoziierter Partner: Stadt Rheine\n", THREE),
    ("Zuwendungsempfänger: IHK Köln\nKonsortium: DGB, Stadt Rheine\nLaufzeit: 2014 bis 2020\n", THREE),
    ("Konsortialführung: IHK Köln\nVerbundpartner: DGB\nAssoziierte Partner: Stadt Rheine\n", THREE),
    ("Antragsteller: IHK Köln\nBeteiligte Partner: DGB\nFinanzierung durch: Stadt Rheine\n", THREE),
    ("Sprecher: Jan Ott (DGB)\nStellvertretung: Ute Kern (IHK Köln)\nGeschäftsführung: Stadt Rheine\n", THREE),
    (
        "Kammern\n\nIHK Köln\nHandwerkskammer Dresden\n\nGewerkschaften\n\nDGB\nIG Metall\n\n"
        "Kommunen\n\nStadt Rheine\nLandkreis Emsland\n",
        {"Landkreis Emsland", "Stadt Rheine", "dgb", "hwk-dresden", "ig-metall", "ihk-koeln"},
    ),
    (
        "Kammern: IHK Köln, Handwerkskammer Dresden\nGewerkschaften: DGB, IG Metall\n"
        "Kommunen: Stadt Rheine, Landkreis Emsland\n",
        {"Landkreis Emsland", "Stadt Rheine", "dgb", "hwk-dresden", "ig-metall", "ihk-koeln"},
    ),
    (
        "Mitglieder aus der Wirtschaft:\n- IHK Köln\n- Müller Stahl GmbH, Rheine\n- Emswerk\n\n"
        "Mitglieder aus der Wissenschaft:\n- Universität Bremen\n",
        {"Emswerk", "Müller Stahl GmbH", "Universität Bremen", "ihk-koeln"},
    ),
    (
        "Im Pakt arbeiten mit:\n\n- die IHK Köln mit ihrem Bildungszentrum,\n"
        "- der DGB als Stimme der Beschäftigten,\n- die Stadt Rheine.\n",
        THREE,
    ),
    (
        "So sind die Aufgaben verteilt:\n\n- Die IHK Köln führt die Geschäfte.\n"
        "- Der DGB stellt den Vorsitz.\n- Die Stadt Rheine trägt die Kosten.\n",
        THREE,
    ),
    (
        "Was unsere Mitglieder beitragen\n\n- IHK Köln: Räume und Personal\n"
        "- DGB: Beratung der Betriebsräte\n- Stadt Rheine: 20.000 Euro\n",
        THREE,
    ),
    ("Mitglieder und Eintrittsjahr\n\nIHK Köln, 2014\nDGB, 2014\nStadt Rheine, seit 2016\n", THREE),
    ("Partner: IHK Köln · DGB · Stadt Rheine\n", THREE),
    ("Über uns\n\nTräger und Partner\n\nIHK Köln\nDGB\nStadt Rheine\n", THREE),
    (
        "TOP 1: Begrüßung\n\nUte Kern (IHK Köln) begrüßt die Anwesenden.\n\nTOP 2: Bericht\n\n"
        "Jan Ott (DGB) berichtet über die Lage. Frau Falk (Stadt Rheine) ergänzt.\n",
        THREE,
    ),
    (
        "„Wir ziehen an einem Strang“, sagte Ute Kern, Präsidentin der IHK Köln und Vorsitzende des Paktes.\n",
        {"ihk-koeln"},
    ),
    ("Mitglieder\n\n- IHK Köln\n- DGB\n- … und 44 weitere Betriebe\n", {"<Betriebe>", "dgb", "ihk-koeln"}),
    ("Liebe Mitglieder,\n\nneu begrüßen wir im Pakt die IHK Köln, den DGB und die Stadt Rheine.\n", THREE),
    ("Wir freuen uns über drei neue Partner: die IHK Köln, den DGB und die Stadt Rheine.\n", THREE),
    ("Die IHK Köln ist seit 2014 dabei. Sie führt die Geschäfte und stellt den Vorsitz.\n", {"ihk-koeln"}),
]


@pytest.mark.parametrize(("lines", "who"), LISTS, ids=[lines[:40] for lines, _ in LISTS])
def test_a_list_is_read_to_its_last_item(lines: str, who: set[str]) -> None:
    assert {name for name, _ in takes_part(OPENING + lines)} == who
