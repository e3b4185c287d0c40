"""How council papers, programmes and agreements say who takes part, and as what; written before the rules."""

import pytest

from tests.loaders.saying import takes_part

OPENING = "Zukunftspakt Emstal\n\nDer Zukunftspakt Emstal besteht seit 2014. "

NAMES = [
    ("Mitglieder sind die IHK Köln, das Papierwerk Dörpen und die Gießerei Torgau.",
     {"ihk-koeln", "Papierwerk Dörpen", "Gießerei Torgau"}),
    ("Das Glaswerk Celle und die Brauerei Haller wirken in der Arbeitsgruppe Energie mit.",
     {"Glaswerk Celle", "Brauerei Haller"}),
    ("Die Kunststoff Haren GmbH & Co. KG und der DGB wirken im Beirat mit.",
     {"Kunststoff Haren GmbH & Co. KG", "dgb"}),
    ("Rund 45 Unternehmen machen mit, darunter die Harter Stanztechnik GmbH aus Königsbach, Dentavis "
     "und der Maschinenbauer Klotzbücher aus Neuenbürg.",
     {"Harter Stanztechnik GmbH", "Dentavis", "Klotzbücher", "<Unternehmen>"}),
    ("Mitglieder sind die Feinwerk Lutz KG, Orbitec und der Autozulieferer Hennig.",
     {"Feinwerk Lutz KG", "Orbitec", "Hennig"}),
    ("In ihm beraten der DGB und zwei Betriebe, die Papierfabrik Oderland und Bioethanol Heinersdorf.",
     {"dgb", "Papierfabrik Oderland", "Bioethanol Heinersdorf"}),
    ("Als weitere Partner wurden die IHK Köln, die Ostfalia Hochschule für angewandte Wissenschaften "
     "und die Vossberg Walzen GmbH gewonnen.",
     {"ihk-koeln", "Ostfalia Hochschule für angewandte Wissenschaften", "Vossberg Walzen GmbH"}),
    ("Träger sind der DGB und die Investitionsbank des Landes Brandenburg.",
     {"dgb", "Investitionsbank des Landes Brandenburg"}),
    ("Mit dabei sind der Kreisjugendring Altötting und der DGB.", {"Kreisjugendring Altötting", "dgb"}),
    ("Partner sind die Berufsgenossenschaft Holz und Metall und die Evangelische Betriebsseelsorge.",
     {"Berufsgenossenschaft Holz und Metall", "Evangelische Betriebsseelsorge"}),
    ("Mitglieder sind die Stadt Kassel, die Landkreise Kassel, Hersfeld-Rotenburg und Werra-Meißner-Kreis.",
     {"Stadt Kassel", "Landkreis Kassel", "Landkreis Hersfeld-Rotenburg", "Werra-Meißner-Kreis"}),
    ("Partner sind die Agentur für Arbeit Bad Hersfeld-Fulda und die IHK Köln.",
     {"Agentur für Arbeit Bad Hersfeld-Fulda", "ihk-koeln"}),
]  # fmt: skip

ROLES = [
    ("Veranstalter der „Nacht der offenen Werktore“ sind die IHK Köln und der DGB.",
     {("ihk-koeln", "organiser"), ("dgb", "organiser")}),
    ("Gastgeber der Woche „Industrie erleben“ ist die IHK Köln.", {("ihk-koeln", "organiser")}),
    ("Zuwendungsempfängerin ist die IHK Köln.", {("ihk-koeln", "sponsor")}),
    ("Antragstellerin war die Handwerkskammer Dresden.", {("hwk-dresden", "sponsor")}),
    ("Die Geschäftsstelle wird bei der IHK Köln eingerichtet.", {("ihk-koeln", "organiser")}),
    ("Seine Geschäftsstelle wurde bei der Handwerkskammer Dresden angesiedelt.", {("hwk-dresden", "organiser")}),
    ("Die IHK Köln hat den Pakt mitgegründet.", {("ihk-koeln", "founder")}),
    ("Losgetreten hat den Pakt der DGB.", {("dgb", "founder")}),
    ("Mitbegründet wurde der Pakt von der IG Metall.", {("ig-metall", "founder")}),
    ("In ihm beraten die IHK Köln und der DGB.", {("ihk-koeln", "member"), ("dgb", "member")}),
    ("Darin arbeiten die IHK Köln und die IG Metall zusammen.", {("ihk-koeln", "member"), ("ig-metall", "member")}),
    ("Dort beraten die IHK Köln und der DGB über Ausbildung.", {("ihk-koeln", "member"), ("dgb", "member")}),
    ("Veranstaltet von der IHK Köln und dem DGB.", {("ihk-koeln", "organiser"), ("dgb", "organiser")}),
    ("Ausgerichtet durch die Handwerkskammer Dresden.", {("hwk-dresden", "organiser")}),
    ("Gezahlt wird das Ganze aus dem Topf des DGB.", {("dgb", "funder")}),
    ("Finanziert wird die Geschäftsstelle aus Mitteln der Hans-Böckler-Stiftung.",
     {("Hans-Böckler-Stiftung", "funder")}),
    ("Die Hans-Böckler-Stiftung beteiligt sich mit einer Anschubfinanzierung von 250.000 Euro.",
     {("Hans-Böckler-Stiftung", "funder")}),
    ("Die NBank hat 5.000 Euro in Aussicht gestellt.", {("NBank", "funder")}),
    ("Die Laborprüfungen übernahm das Institut für Korrosionsschutz Dresden.",
     {("Institut für Korrosionsschutz Dresden", "service_provider")}),
    ("Das Fraunhofer-Institut für Fabrikbetrieb übernimmt die Auswertung.",
     {("Fraunhofer-Institut für Fabrikbetrieb", "service_provider")}),
    ("Künzelsau und die Stadt Ingelfingen haben Sitz und Stimme im Pakt.", {("Stadt Ingelfingen", "member")}),
    ("IG Metall und DGB, die anfangs skeptisch waren, machen seit 2021 mit.",
     {("ig-metall", "participant"), ("dgb", "participant")}),
    ("Als ständiger Gast nimmt die IHK Köln an den Sitzungen teil.", {("ihk-koeln", "participant")}),
    ("Er wird von der IHK Köln gemeinsam mit der Handwerkskammer Dresden betrieben.",
     {("ihk-koeln", "organiser"), ("hwk-dresden", "partner")}),
    ("Ausrichter ist die IHK Köln gemeinsam mit der Handwerkskammer Dresden.",
     {("ihk-koeln", "organiser"), ("hwk-dresden", "partner")}),
    ("Die Treffen organisiert Pfarrer Huber mit der Kreishandwerkerschaft Traunstein.",
     {("Kreishandwerkerschaft Traunstein", "organiser")}),
    ("Assoziiert sind bei Unterzeichnung die IHK Köln und der DGB.", {("ihk-koeln", "partner"), ("dgb", "partner")}),
    ("\nAssoziiert: Stadt Einbeck, IG Metall", {("Stadt Einbeck", "partner"), ("ig-metall", "partner")}),
    ("\nUnterauftrag: Fraunhofer-Institut für Fabrikbetrieb",
     {("Fraunhofer-Institut für Fabrikbetrieb", "service_provider")}),
    ("Der Sprecher des Paktes, Pfarrer Matthias Rüb von der IG Metall, rät zur Geduld.", {("ig-metall", "lead")}),
]  # fmt: skip

NOBODY = [
    "Unternehmen können auf Antrag assoziiert werden.",
    "Weitere Kammern könnten später aufgenommen werden.",
    "Betriebe dürfen auf Antrag aufgenommen werden.",
]


@pytest.mark.parametrize(("sentence", "expected"), NAMES)
def test_who_is_named(sentence: str, expected: set[str]) -> None:
    assert {who for who, _ in takes_part(OPENING + sentence)} == expected


@pytest.mark.parametrize(("sentence", "expected"), ROLES)
def test_as_what_they_take_part(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert takes_part(OPENING + sentence) == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_who_only_may_join_does_not_take_part(sentence: str) -> None:
    assert takes_part(OPENING + sentence) == set()
