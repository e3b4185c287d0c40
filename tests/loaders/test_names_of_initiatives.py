"""How German texts introduce and name an initiative, and what only looks like one: tables written before "
"the rules."""

import pytest

from graph.model import Initiative
from tests.loaders.saying import reading_of

HEAD = "Nachrichten aus Hessen\n\n"


def found_in(text: str) -> list[str]:
    return [node.name for node in reading_of(text).nodes if isinstance(node, Initiative)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Die Kampagne „Handwerk zeigt Gesicht“ startete im Mai.", "Handwerk zeigt Gesicht"),
        ("Das Vorhaben „Grüner Stahl Peine“ wird mit 2 Millionen Euro gefördert.", "Grüner Stahl Peine"),
        ("Mit der Aktion „Offene Werkstore“ wirbt die IHK Kassel für Ausbildung.", "Offene Werkstore"),
        ("Im Projekt „Lernfabrik mobil“ üben Auszubildende an echten Anlagen.", "Lernfabrik mobil"),
        ("Die Initiative „Pro Metall“ wurde 2014 gegründet.", "Pro Metall"),
        ("Der Verbund „Chemie am Main“ trifft sich zweimal im Jahr.", "Chemie am Main"),
        ("Das Modellvorhaben „Werk 2030“ endet 2024.", "Werk 2030"),
        ("Der Wettbewerb „Fabrik der Zukunft“ wird jährlich ausgelobt.", "Fabrik der Zukunft"),
        ("Die Charta „Gute Arbeit Emsland“ haben zwölf Betriebe unterzeichnet.", "Gute Arbeit Emsland"),
        ("Die „Osnabrücker Erklärung“ wurde 2019 unterzeichnet.", "Osnabrücker Erklärung"),
        ("Die Partner verabschiedeten die Kasseler Erklärung zur Industrie.", "Kasseler Erklärung zur Industrie"),
        ("Der Innovationspreis Nordhessen wird alle zwei Jahre verliehen.", "Innovationspreis Nordhessen"),
        ("Das Förderprogramm „Werk digital“ läuft bis 2023.", "Werk digital"),
        ("Die Veranstaltungsreihe „Industrie im Gespräch“ wird fortgesetzt.", "Industrie im Gespräch"),
        ("Am 3. Mai fand der Industrietag Kassel statt.", "Industrietag Kassel"),
        ("Zum Industriesommer Kassel 2019 kamen 400 Gäste.", "Industriesommer Kassel"),
        ("Der Werktag an der Fulda lockt jedes Jahr Schulklassen.", "Werktag an der Fulda"),
        ("Eine „Lernfabrik auf Schienen“ fährt seit 2016 durch die Region.", "Lernfabrik auf Schienen"),
        ("Der Runde Tisch Stahl hieß bis 2015 Stahlrunde Peine.", "Runder Tisch Stahl"),
        ("Die Modellregion „Wasserstoff Emsland“ wurde 2020 ausgezeichnet.", "Wasserstoff Emsland"),
        ("Das Aktionsbündnis „Industrie braucht Land“ warnt vor Flächenmangel.", "Industrie braucht Land"),
        ("Die Dialogreihe „Werkbank trifft Wissenschaft“ startet im Herbst.", "Werkbank trifft Wissenschaft"),
        ("Unter dem Motto „Wir sind Chemie“ werben die Partner seit 2013.", "Wir sind Chemie"),
        ("Unter dem Dach der Dachmarke „Made in Emsland“ werben 40 Betriebe.", "Made in Emsland"),
        ("Die Ausbildungsmesse „Job-Werk“ öffnet am Samstag.", "Job-Werk"),
        ("Das Reallabor „H2 Wesel“ ging 2021 an den Start.", "H2 Wesel"),
        ("Das Kompetenzzentrum „Leichtbau Siegen“ berät Betriebe.", "Leichtbau Siegen"),
        ("Die Zukunftsinitiative Metall Sauerland wurde 2012 gegründet.", "Zukunftsinitiative Metall Sauerland"),
        ("Der Zukunftspakt Lausitz wurde 2018 geschlossen.", "Zukunftspakt Lausitz"),
        ("Die Transformationsoffensive Hegau begann 2020.", "Transformationsoffensive Hegau"),
        ("Das Transformationsnetzwerk Hegau arbeitet seit 2022.", "Transformationsnetzwerk Hegau"),
        ("Der Transformationsrat Saar tagte erstmals 2021.", "Transformationsrat Saar"),
        ("Die Fachkräfteallianz Heilbronn traf sich in Neckarsulm.", "Fachkräfteallianz Heilbronn"),
        ("Die Nacht der Technik Siegen findet alle zwei Jahre statt.", "Nacht der Technik Siegen"),
        ("Der Tag der offenen Werkstore lockte 3.000 Besucher.", "Tag der offenen Werkstore"),
        ("Die Standortinitiative „Chemie im Revier“ hat 20 Partner.", "Chemie im Revier"),
        ("Die Industriegespräche Lippe begannen 2011.", "Industriegespräche Lippe"),
        ("Das Innovationsforum „Textil 4.0“ wurde vom Bund gefördert.", "Textil 4.0"),
        ("Das Verbundprojekt ReStahl startete 2020.", "ReStahl"),
        ("Im Projekt ReStahl arbeiten fünf Partner zusammen.", "ReStahl"),
        ("Das Programm Zukunft.Industrie des Landkreises läuft seit 2019.", "Zukunft.Industrie"),
        ("Die Imagekampagne „Echt. Stark. Siegen.“ startete 2016.", "Echt. Stark. Siegen"),
        (
            "Das Positionspapier „Industrie stärken“ ist Grundlage der Allianz Industrie Siegen.",
            "Allianz Industrie Siegen",
        ),
        ("Das Netzwerk Smart Factory OWL e. V. wurde 2016 gegründet.", "Netzwerk Smart Factory OWL"),
        ("Das Industrieforum Mittelrhein tagt vierteljährlich.", "Industrieforum Mittelrhein"),
        ("Die Stahlrunde Peine trifft sich seit 2010 im Rathaus.", "Stahlrunde Peine"),
        ("Der Chemiestammtisch Leuna wurde 2013 gegründet.", "Chemiestammtisch Leuna"),
        ("Die Zukunftswerkstatt Textil Zwickau wurde 2015 gegründet.", "Zukunftswerkstatt Textil Zwickau"),
        ("Der Bildungsgipfel Kassel fand 2018 statt.", "Bildungsgipfel Kassel"),
        ("Die Qualifizierungsoffensive „Fit fürs Werk“ richtet sich an Ältere.", "Fit fürs Werk"),
        ("Die Ausstellung „Bewegte Industrie“ zeigt Fotos.", "Bewegte Industrie"),
        ("Der Leitbildprozess „Region 2040“ startete 2017.", "Region 2040"),
        ("Das Netz begann 2012 als „Gießerkreis Sauerland“ im Rathaus.", "Gießerkreis Sauerland"),
        ("Die Stadt unterhält den „Industriebeirat Unterelbe“.", "Industriebeirat Unterelbe"),
        ("Den Schmiedepreis Lippe stiftet die Sparkasse.", "Schmiedepreis Lippe"),
    ],
)
def test_a_sentence_names_an_initiative(sentence: str, name: str) -> None:
    (found,) = found_in(HEAD + sentence)
    assert name in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Firma „Müller & Söhne“ ist Mitglied.",
        "Das Gesetz „über den Kohleausstieg“ wurde beschlossen.",
        "Das Werk „Halle 7“ wurde 2014 gebaut.",
        "Der Vorstand besuchte die Hannover Messe.",
        "Die Hessische Allgemeine berichtete darüber.",
        "Im Hotel „Zum Löwen“ trafen sich die Partner.",
        "Der Film „Metropolis“ wurde gezeigt.",
        "Der Ausschuss für Wirtschaft des Landtags tagte.",
        "Das Kohleausstiegsgesetz trat 2020 in Kraft.",
        "Das Modell „Turbo 500“ läuft vom Band.",
        "Das Gewerbegebiet Nord wurde erweitert.",
        "Der Betriebsrat der Stahl AG tagte.",
        "Eine Antwort der Landesregierung liegt vor.",
        "Der Tagungsort „Alte Schmiede“ bot Platz für alle.",
        "Die Zeitschrift „Metall“ brachte ein Interview.",
        "Das Buch „Fabrik im Wandel“ ist erschienen.",
        "Der Begriff „Industrie 4.0“ ist bekannt.",
        "„Wir brauchen mehr Fläche“, sagte der Geschäftsführer.",
        "Der Stadtrat tagte am Montag.",
        "Die Industrie in Mittelhessen wächst.",
        "Der Bebauungsplan Nord-Ost wurde beschlossen.",
        "Das Unternehmen „Stahlwerk Nord GmbH“ investiert.",
        "Die Bürgerinitiative beklagt Lärm.",
        "Der Geschäftsbericht 2019 wurde vorgelegt.",
        "Der Bundestag beschloss das Programm.",
        "Die Sitzung fand im Sitzungszimmer „Fulda“ statt.",
        "Der Tarifvertrag „Zukunft in Arbeit“ gilt bis 2023.",
        "Das Restaurant „Werkskantine“ bewirtete die Gäste.",
        "Der Zug „Hermann“ fährt stündlich.",
        "Er gehört zur Metall- und Elektroindustrie.",
        "Viele Betriebe nutzen die Plattform LinkedIn.",
        "Der Konzern stellte seine Strategie vor.",
        "Die Arbeitsgruppe 3 tagte zweimal.",
        "Die Teilnehmer diskutierten das Thema „Fachkräfte von morgen“.",
        "Punkt „Verschiedenes“ entfiel.",
        "Unter dem Titel „Wo stehen wir?“ hielt sie einen Vortrag.",
        "Die Rubrik „Aktuelles“ wird gepflegt.",
        "Die Schule „Am Hang“ war zu Gast.",
        "Der Landtag von Hessen beschloss die Verordnung.",
        "Das Amtsblatt „Nord“ veröffentlichte die Richtlinie.",
        "Das Regionalmanagement Oderland betreut das Forum.",
        "Die Mitglieder besuchten die Automesse in Genf und die Agritechnica.",
        "Die Staatskanzlei gab eine Pressekonferenz am 6. Mai.",
        "Die „Neue Zeitung“ wurde 1948 gegründet.",
        "Das „Hotel am Markt“ wurde 1990 eröffnet.",
        "„Das Bündnis wirbt für uns alle“, sagte der Landrat. Er wirbt für mehr Tempo.",
        "Seit Jahresbeginn gilt die Richtlinie „Wirtschaft und Umwelt“.",
        "Die Teilnahme an der Pressekonferenz war frei.",
        "Das Strategiepapier liegt vor; ein Konzept für die Umsetzung fehlt.",
        "Ein Netzwerk aus Betrieben wäre wünschenswert. Es fehlt ein Plan für die Umsetzung.",
        "Die Podiumsdiskussion zum Thema „Industrie heute“ fand am Abend statt.",
        "Der Vortrag „Stahl von morgen“ fand großen Anklang.",
        "Der Preis für Strom stieg. Der Sommer war heiß, die erste Runde ging an die Arbeitgeber.",
        "In der Tarifrunde Metall einigten sich die Parteien. Der Aktionstag wurde abgesagt.",
        "Das Bundesprogramm wurde beendet. Die Kommission tagte. Der Plan steht.",
        "Mitglied ist auch der Arbeitgeberverband Nord, Geschäftsstelle Flensburg.",
        "Der Industriebeirat tagte im Mai.",
        "Der Schrottpreis Anfang Mai war hoch.",
    ],
)
def test_a_sentence_names_no_initiative(sentence: str) -> None:
    assert found_in(HEAD + sentence) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Pressemitteilung\n\nIndustrieallianz Hohenlohe startet durch\n\nKünzelsau. Die Industrieallianz "
            "Hohenlohe hat ihre Arbeit aufgenommen.",
            "Industrieallianz Hohenlohe",
        ),
        (
            "Zuwendungsbescheid\n\nProjekttitel: Werkstadt Emden\nLaufzeit: 2020 bis "
            "2022\nZuwendungsempfänger: Stadt Emden",
            "Werkstadt Emden",
        ),
        (
            "Zuwendungsbescheid\n\nVorhaben: Transformationswerk Börde\n\nTräger ist die Stadt Magdeburg.",
            "Transformationswerk Börde",
        ),
        ("Name der Initiative: Stahl bleibt\nGründung: 2016\nMitglieder: IG Metall, IHK Siegen", "Stahl bleibt"),
        (
            "Mitglieder der Allianz Chemie Rheinbogen (Stand Mai 2019)\n\n- IGBCE\n- VCI\n- Stadt Dormagen",
            "Allianz Chemie Rheinbogen",
        ),
        (
            "Protokoll der 4. Sitzung des Industriebeirats Ostalb\n\nTOP 2: Sachstand Masterplan Industrie "
            "Ostalb\n\nDer Masterplan Industrie Ostalb wird 2020 beschlossen.",
            "Masterplan Industrie Ostalb",
        ),
        ("Über uns\n\nWir sind „Metall verbindet“, ein Netzwerk von Betrieben im Sauerland.", "Metall verbindet"),
        ("Rückblick\n\n„Stahl im Dialog“ ist eine Gesprächsreihe der IHK Hagen.", "Stahl im Dialog"),
        ("Rückblick\n\nDas Projekt mit dem Namen „Fit4Fabrik“ läuft seit 2019.", "Fit4Fabrik"),
        ("Rückblick\n\nEine Kampagne namens „Made in Siegen“ wirbt um Fachkräfte.", "Made in Siegen"),
        (
            "Veranstaltungen\n\n• Industrietag Gera: 12. Mai 2022\n• Technikmesse Greiz: 3. Juni 2022\n",
            "Industrietag Gera",
        ),
        ("Termine\n\nTag der Ausbildung\n\n- Gera: 12. Mai 2022\n- Greiz: 3. Juni 2022\n", "Tag der Ausbildung"),
        (
            "Aktuelles\n\nDie IHK Gera und der DGB haben das Bündnis „Fachkräfte für Gera“ geschlossen.",
            "Fachkräfte für Gera",
        ),
        ("Aktuelles\n\nMit dem „Zukunftspakt Textil“ wollen die Partner Arbeitsplätze sichern.", "Zukunftspakt Textil"),
        ("Aktuelles\n\nIn der Initiative ZukunftsWerk arbeiten zwölf Betriebe zusammen.", "ZukunftsWerk"),
        ("Aktuelles\n\nDie „Allianz für die Region“ wirbt seit 2014 für den Standort Peine.", "Allianz für die Region"),
        ("Aktuelles\n\nIn Peine trafen sich die Mitglieder des Bündnisses für Fachkräfte.", "Bündnis für Fachkräfte"),
        (
            "Aktuelles\n\nDas Bündnis für Ausbildung Peine-Nord wurde 2011 gegründet.",
            "Bündnis für Ausbildung Peine-Nord",
        ),
        (
            "Aktuelles\n\nGetragen wird die Landesinitiative Ernährungswirtschaft vom Ministerium.",
            "Landesinitiative Ernährungswirtschaft",
        ),
        (
            "Aktuelles\n\nAm Runden Tisch Papier in Düren nahmen die IHK Aachen und die IGBCE teil.",
            "Runder Tisch Papier",
        ),
        ("Aktuelles\n\nDie Plattform Zukunft Lebensmittel tagt zweimal im Jahr.", "Plattform Zukunft Lebensmittel"),
        (
            "Aktuelles\n\nDer Beirat der Wirtschaftsregion Donau lobte den Innovationscluster Kunststoff Oberfranken.",
            "Innovationscluster Kunststoff Oberfranken",
        ),
        ("Förderung\n\nDas Netzwerk bauXzert unterstützt Betriebe.", "bauXzert"),
        (
            "Aktuelles\n\nSeit 2013 gibt es die „Initiative Industrieplatz Nordhessen“.",
            "Initiative Industrieplatz Nordhessen",
        ),
        ("Aktuelles\n\nDer Industriegipfel NRW fand 2019 in Essen statt.", "Industriegipfel NRW"),
        ("Aktuelles\n\nDie Transformationswerkstatt Saar wurde 2020 eingerichtet.", "Transformationswerkstatt Saar"),
        ("Aktuelles\n\nMit #MetallMachtMut wirbt die Allianz im Netz.", "#MetallMachtMut"),
        ("Aktuelles\n\nDas Fachkräftebündnis Elbe-Weser tagte in Stade.", "Fachkräftebündnis Elbe-Weser"),
        (
            "Aktuelles\n\nDas Fachkräftebündnis Elbe-Weser wurde 2015 gegründet. Das Fachkräftebündnis tagte in Stade.",
            "Fachkräftebündnis Elbe-Weser",
        ),
        ("Aktuelles\n\nDer Strukturwandelrat Lausitz kam erstmals zusammen.", "Strukturwandelrat Lausitz"),
        (
            "Aktuelles\n\nDie Wirtschafts- und Wissenschaftsallianz Hameln fördert Gründungen.",
            "Wirtschafts- und Wissenschaftsallianz Hameln",
        ),
        ("Aktuelles\n\nDas Aktionsprogramm Zukunft Mittelstand läuft bis 2025.", "Aktionsprogramm Zukunft Mittelstand"),
        ("Aktuelles\n\nDas Leuchtturmprojekt H2-Werk Wunsiedel wurde 2021 eröffnet.", "H2-Werk Wunsiedel"),
    ],
)
def test_a_page_a_notice_or_a_list_names_an_initiative(text: str, name: str) -> None:
    assert any(name in found for found in found_in(text))
