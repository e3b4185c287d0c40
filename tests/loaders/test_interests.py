"""Who seeks and who offers cooperation, advice or support: an interest, and no participation."""

import pytest

from tests.loaders.saying import seeks_or_offers, takes_part

OPENING = "Zukunftspakt Emstal\n\nDer Zukunftspakt Emstal besteht seit 2014. "

SEEKS = [
    "Die IHK Köln sucht für ein Vorhaben zur Prüftechnik zwei Anwenderbetriebe.",
    "Der Pakt sucht für die Erprobung Anwender aus der Medizintechnik.",
    "Für das Recycling halten wir nach einem Partner aus der Luftfahrt Ausschau.",
    "Der Pakt hält Ausschau nach weiteren Betrieben.",
    "Gern würde der Pakt von Ländern mit mehr Erfahrung lernen.",
    "Noch fehlt ein Hauptsponsor.",
    "Die Stadt Rheine bittet Interessierte, sich zu melden.",
    "Wer dabei sein möchte, meldet sich bei der IHK Köln.",
    "Der DGB prüft einen Beitritt.",
    "Die IHK Köln erwägt einen Beitritt.",
    "Die Stadt Rheine denkt über einen Beitritt nach.",
    "Die NGG liebäugelt mit einem Beitritt.",
    "Der Pakt würde sich über Besuch aus anderen Regionen freuen.",
    "Wir brauchen Verstärkung.",
    "Dringend gesucht: Betriebe mit Ausbildungsplätzen.",
    "Mitstreiter gesucht!",
    "Der Pakt ruft die Betriebe der Region auf, sich anzuschließen.",
    "Der Pakt appelliert an die Gemeinden, sich zu beteiligen.",
    "Gesucht werden noch Firmen, die eine Patenschaft übernehmen.",
    "Für das Abendprogramm sucht die IHK Köln noch Sponsoren.",
    "Für den Lenkungskreis suchen wir noch ein Mitglied aus der Elektronik.",
    "Der Pakt strebt eine Partnerschaft mit Betrieben in Lothringen an.",
    "Angestrebt wird eine Zusammenarbeit mit dem Kreis Borken.",
    "Der DGB möchte als ständiger Gast eingeladen werden.",
    "Die NGG würde gern mitarbeiten.",
    "Gern würde der Pakt enger mit den Initiativen in Hessen zusammenarbeiten.",
    "Der Pakt wünscht sich einen Erfahrungsaustausch mit anderen Bündnissen.",
    "Die NGG hat Interesse bekundet.",
    "Interesse an einer Mitarbeit hat die NGG bekundet.",
    "Die NGG ist an einer Mitarbeit interessiert.",
    "Die NGG möchte sich mit dem Pakt vernetzen.",
    "Der Pakt möchte mit anderen Regionen ins Gespräch kommen.",
    "Willkommen sind weitere Betriebe.",
    "Weitere Mitstreiter sind willkommen.",
    "Der Pakt hofft auf weitere Partner.",
    "Der Pakt wirbt um neue Mitglieder.",
    "Noch fehlt ein Partner für die Lehrwerkstatt; wer mitmachen will, melde sich.",
    "Die Stadt Rheine bittet um Unterstützung bei der Planung.",
    "Hilfe bei der Planung erhofft sich die Stadt Rheine.",
    "Die IHK Köln ist auf der Suche nach Partnern.",
    "Unterstützung wünscht sich die Stadt Rheine.",
    "Die Stadt Rheine braucht Unterstützung.",
    "Der Pakt lädt andere Regionen zum Austausch ein.",
    "Die NGG bemüht sich um Aufnahme.",
    "Die NGG hat die Aufnahme beantragt.",
    "Die Stadt Rheine hat einen Antrag auf Aufnahme gestellt.",
    "Für die Lehrwerkstatt werden noch Partner aus dem Handwerk gesucht.",
    "Für den Ausbau wird dringend ein Träger gesucht.",
    "Der Pakt bittet die Gemeinden im oberen Tal der Ems ausdrücklich um Mitarbeit.",
    "Die Stadt Rheine bittet alle Kammern und Verbände der Region herzlich um Rat.",
    "Gefragt sind derzeit vor allem Betriebe, die Werkstücke prüfen können.",
    "Gefragt sind auch Kommunen mit freien Flächen.",
    "Die NGG sucht dafür Betriebe mit freien Lehrstellen.",
    "Der Pakt sucht Hochschulen, die die Messungen übernehmen.",
    "Der Pakt freut sich über Interessenbekundungen.",
    "Über Verstärkung freut sich der Pakt.",
    "Der Pakt freut sich über neue Mitstreiter.",
    "Der Pakt sucht die Zusammenarbeit mit den Nachbarkreisen.",
]
OFFERS = [
    "Das Büro hilft Ländern, die einen Industriekreis vorbereiten, mit Mustersatzungen.",
    "Die IHK Köln stellt Neulingen gern ihre Satzung zur Verfügung.",
    "Die IHK Köln stellt auf Anfrage Referenten.",
    "Auf Anfrage kommt die IHK Köln auch in den Betrieb.",
    "Die IHK Köln teilt ihre Erfahrungen gern.",
    "Von den Erfahrungen können andere Regionen profitieren.",
    "Die IHK Köln verleiht die Ausstellung kostenlos an Schulen.",
    "Unterlagen können bei der IHK Köln angefordert werden.",
    "Die IHK Köln öffnet ihre Werkstatt auch für andere Schulen.",
    "Das Wirtschaftsministerium hat erklärt, die Träger bei der Suche nach Geld zu unterstützen.",
    "Die IHK Köln hat versprochen, Neulinge ein Jahr lang zu begleiten.",
    "Die IHK Köln erklärte sich bereit, Nachbarkreise zu beraten.",
    "Die IHK Köln hat ihre Unterstützung angeboten.",
    "Wer Plakate braucht: Meldet euch, wir helfen!",
    "Wir helfen gern weiter.",
    "Kommunen, die etwas aufbauen wollen, beraten wir kostenfrei.",
    "Kommunen, die sich anschließen möchten, berät die IHK Köln kostenfrei.",
    "Der Pakt bietet den Nachbarn im Kreis Borken an, seine Erfahrungen weiterzugeben.",
    "Die IHK Köln bietet eine kostenlose Erstberatung an.",
    "Betriebsräten hilft die IG Metall mit Rat und Referenten.",
    "Wer in einer anderen Region etwas Ähnliches aufbauen will, den beraten wir gern.",
    "Betriebe, die ihre Tore öffnen möchten, unterstützt die IHK Köln bei Planung und Werbung.",
    "Das Wissen stellt die Handwerkskammer Dresden anderen Kammern gern zur Verfügung.",
    "Andere Regionen berät der Pakt gern beim Aufbau eigener Bündnisse.",
    "Umgekehrt bietet er seine Lernfabrik anderen Landkreisen zur Ausleihe an.",
    "Als Anlaufpunkt für Fragen will die Geschäftsstelle helfen.",
    "Die Geschäftsstelle berät Betriebe und Kommunen.",
    "Interessierten Betrieben steht die IHK Köln mit Rat zur Seite.",
    "Kleine Betriebe können sich bei der IHK Köln beraten lassen.",
    "Beratung gibt es bei der IHK Köln.",
    "Der Pakt gibt seine Erfahrungen gern weiter.",
    "Unterstützung bietet die Stadt Rheine.",
    "Der Pakt unterstützt Betriebe, die ausbilden wollen.",
    "Die IHK Köln vermittelt Kontakte zu Hochschulen.",
    "Die Räume können auch andere Initiativen nutzen.",
    "Fragen beantwortet die Geschäftsstelle.",
]
NEITHER = [
    "Die Besucher können vom Turm aus den Hafen sehen und viel lernen.",
    "Der Bericht kann nicht mehr geändert werden.",
    "Die Stadt prüft den Bebauungsplan.",
    "Wer dabei sein wollte, musste früh kommen.",
    "Die IHK Köln ist Mitglied.",
    "Der DGB sucht das Gespräch mit der Politik.",
    "Die IHK Köln bietet 200 Ausbildungsplätze.",
    "Gesucht wurde der Täter.",
    "Die Mitglieder suchen Fachkräfte.",
    "Der Pakt unterstützt die Betriebe seit 2014.",
]


@pytest.mark.parametrize("sentence", SEEKS)
def test_who_seeks_has_an_interest_and_takes_no_part(sentence: str) -> None:
    assert seeks_or_offers(OPENING + sentence) == {"seeks"}
    assert takes_part(OPENING + sentence) == set()


@pytest.mark.parametrize("sentence", OFFERS)
def test_who_offers_help_to_others_takes_no_part_by_it(sentence: str) -> None:
    assert seeks_or_offers(OPENING + sentence) == {"offers"}
    assert takes_part(OPENING + sentence) == set()


@pytest.mark.parametrize("sentence", NEITHER)
def test_what_is_no_interest(sentence: str) -> None:
    assert seeks_or_offers(OPENING + sentence) == set()
