"""One initiative under several names in one text stays one, however its names are shortened or inflected."""

import pytest

from graph.model import Initiative
from tests.loaders.saying import reading_of


@pytest.mark.parametrize(
    "text",
    [
        "Netzwerk Smart Factory Lippe e. V.\n\nDas Netzwerk Smart Factory Lippe wurde 2016 gegründet. "
        "„Smart Factory Lippe“ hat 40 Mitglieder.",
        "Allianz für Industrie Saale (AfIS)\n\nDie AfIS besteht seit 2015. In der Allianz für Industrie "
        "arbeiten Kammern mit. Die Allianz tagt oft.",
        "Zukunftsforum Peine\n\nDas Zukunftsforum wurde 2014 gegründet. Im Forum sitzen Betriebe. Das "
        "Peiner Zukunftsforum tagt vierteljährlich.",
        "Bündnis „Guter Stahl“ gegründet\n\nPeine. Das Bündnis Guter Stahl wurde am Montag gegründet. "
        "„Guter Stahl“ will Arbeitsplätze sichern.",
        "Pressemitteilung\n\nNeues Bündnis für Fachkräfte in Gera\n\nGera. Die IHK und der DGB haben "
        "das „Geraer Fachkräftebündnis“ gegründet. Das Bündnis tagt monatlich.",
        "Masterplan Industrie Hagen\n\nDer Hagener Masterplan wurde 2012 beschlossen. Der Masterplan "
        "Industrie 2020 gilt weiter. Die Fortschreibung des Masterplans läuft.",
        "Wirtschaftsdialog Ems\n\nDer Dialog startete 2011. Die Dialogpartner treffen sich jährlich. "
        "Der Wirtschaftsdialog Ems-Region ist offen.",
        "Runder Tisch Papier\n\nAm Runden Tisch sitzen Betriebe. Der Runde Tisch Papier tagt in Düren. "
        "Seit 2012 gibt es den Papiertisch.",
        "Die Initiative „Chemie hoch drei“\n\nDie Initiative Chemie³ wirbt für Dialog. „Chemie hoch "
        "drei“ hat 20 Partner. Die Initiative arbeitet seit 2014.",
        "Industrieinitiative Südharz\n\nDie Industrieinitiative Südharz e. V. wurde 2013 gegründet. Die "
        "Südharzer Industrieinitiative wirbt um Nachwuchs.",
        "Lausitzer Zukunftsrunde\n\nDie Lausitzer Zukunftsrunde tagt in Cottbus. In der Zukunftsrunde "
        "sitzen 20 Leute. Die Runde ist offen.",
        "Strategiekreis Automobil\n\nDer Strategiekreis Automobil tagt oft. Der Strategiekreis berät "
        "das Land. Ein Bericht des Strategiekreises Automobil liegt vor.",
        "Kampagne „Wir können Metall“\n\n„Wir können Metall“ heißt die Kampagne der Betriebe. Mit der "
        "Kampagne „Wir können Metall!“ werben sie seit 2016.",
        "Tag der Industrie in Lemgo\n\nDer Tag der Industrie findet am 3. Mai 2019 statt. Zum „Tag der "
        "Industrie“ kommen 300 Gäste. Der Industrietag ist öffentlich.",
        "Satzung des Netzwerks Metall Siegen\n\nDas Netzwerk trägt den Namen „Metall Siegen“. Es hat "
        "seinen Sitz in Siegen.",
        "Allianz Industrie und Region\n\nDie Allianz »Industrie und Region« wurde 2017 geschlossen. "
        "Sprecher der Allianz Industrie & Region ist der Landrat.",
        "Innovationsnetzwerk Holz Eifel (INHE) – wer wir sind\n\nDas Innovationsnetzwerk Holz Eifel "
        "bündelt Betriebe. Das INHE besteht seit 2010. Im Netzwerk Holz Eifel arbeiten 30 Betriebe.",
        "Zukunftspakt 2030 für Unna\n\nDer Zukunftspakt 2030 wurde 2019 unterzeichnet. Der Unnaer "
        "Zukunftspakt gilt bis 2030. Partner des Zukunftspakts sind Kammern.",
        "Förderaufruf\n\nDas Land fördert das Projekt „Werkbank digital“. Das Projekt Werkbank digital "
        "läuft bis 2022. Ziel von Werkbank digital ist Wissen.",
        "Mitglieder\n\nDem Industriebündnis Oberhavel gehören 20 Betriebe an. Im Bündnis wirken auch "
        "Kammern mit. Das Oberhaveler Industriebündnis tagt in Oranienburg.",
        "Steckbrief: Automotive-Cluster Thüringen-Süd\n\nDas Automotive-Cluster Thüringen-Süd (ACTS) "
        "wurde 2009 gegründet. Das ACTS hat 80 Mitglieder.",
    ],
)
def test_several_names_of_one_initiative_make_one(text: str) -> None:
    assert len([node for node in reading_of(text).nodes if isinstance(node, Initiative)]) == 1
