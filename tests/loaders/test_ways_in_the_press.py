"""Who takes part, and as what, in the words of press releases, minutes and notices: written before the rules."""

import pytest

from tests.loaders.saying import takes_part

OPENING = "Zukunftspakt Emstal\n\nDer Zukunftspakt Emstal besteht seit 2014. "

TAKING = [
    ("Unterzeichnet haben den Pakt die IHK Köln, der DGB und Südwestmetall.", {"dgb", "ihk-koeln"}),
    ("Ihre Unterschrift unter den Pakt setzten die IHK Köln und der DGB.", {"dgb", "ihk-koeln"}),
    (
        "Die Unterzeichner sind die IHK Köln, die IG Metall und die Stadt Rheine.",
        {"Stadt Rheine", "ig-metall", "ihk-koeln"},
    ),
    ("Zu den Erstunterzeichnern zählen die IHK Aachen und die NGG.", {"ihk-aachen", "ngg"}),
    ("Die IG Metall hat die gemeinsame Erklärung mit unterzeichnet.", {"ig-metall"}),
    ("Für die IG BCE unterschrieb Bezirksleiter Jan Ott.", {"igbce"}),
    (
        "Unterschrieben wurde die Vereinbarung von der IHK Erfurt, dem DGB und der Stadt Rheine.",
        {"Stadt Rheine", "dgb", "ihk-erfurt"},
    ),
    ("IHK-Präsidentin Ute Kern und der DGB-Vorsitzende Jan Ott unterzeichneten die Erklärung.", {"dgb"}),
    ("Den Pakt geschlossen haben die IHK Chemnitz und die IG Metall.", {"ig-metall", "ihk-chemnitz"}),
    (
        "Die IHK Chemnitz, die IG Metall und der Landkreis Emsland haben den Pakt geschlossen.",
        {"Landkreis Emsland", "ig-metall", "ihk-chemnitz"},
    ),
    ("Vertragspartner sind die IHK Köln und der Landkreis Emsland.", {"Landkreis Emsland", "ihk-koeln"}),
    ("Der Pakt vereint die IHK Köln, den DGB und sieben Betriebe.", {"dgb", "ihk-koeln"}),
    (
        "Der Pakt bringt die IHK Köln, die IG Metall und die Universität Bremen zusammen.",
        {"Universität Bremen", "ig-metall", "ihk-koeln"},
    ),
    (
        "In ihm haben sich die IHK Aachen, die Handwerkskammer Aachen und der DGB zusammengetan.",
        {"dgb", "hwk-aachen", "ihk-aachen"},
    ),
    ("Im Pakt wirken die IHK Aachen und die NGG zusammen.", {"ihk-aachen", "ngg"}),
    ("Hinter dem Pakt stehen die IHK Erfurt und die IG BCE.", {"igbce", "ihk-erfurt"}),
    (
        "Hinter ihm stehen neben der IHK Erfurt auch der DGB und der Landkreis Emsland.",
        {"Landkreis Emsland", "dgb", "ihk-erfurt"},
    ),
    ("Der Pakt besteht aus der IHK Köln, dem DGB und der Stadt Rheine.", {"Stadt Rheine", "dgb", "ihk-koeln"}),
    ("Zum Pakt gehören die IHK Köln, der DGB und die Stadt Rheine.", {"Stadt Rheine", "dgb", "ihk-koeln"}),
    ("Die Mitglieder: IHK Köln, DGB, Stadt Rheine.", {"Stadt Rheine", "dgb", "ihk-koeln"}),
    ("Mitglied ist auch die Stadt Rheine.", {"Stadt Rheine"}),
    ("Als Mitglieder konnten die IHK Aachen und die NGG gewonnen werden.", {"ihk-aachen", "ngg"}),
    ("Neues Mitglied ist seit Mai die Handwerkskammer Dresden.", {"hwk-dresden"}),
    ("Als 25. Partner wurde die Handwerkskammer Dresden begrüßt.", {"hwk-dresden"}),
    ("Seit März gehört auch die IG BCE dazu.", {"igbce"}),
    ("Jüngster Neuzugang ist die NGG.", {"ngg"}),
    ("Neu im Kreis der Partner ist die IHK Chemnitz.", {"ihk-chemnitz"}),
    ("Neu hinzugekommen ist die Handwerkskammer Dortmund.", {"hwk-dortmund"}),
    ("2018 kam die Handwerkskammer Dortmund als weiterer Partner hinzu.", {"hwk-dortmund"}),
    ("Dem Kreis der Träger hat sich 2020 die IHK Erfurt angeschlossen.", {"ihk-erfurt"}),
    ("Die NGG stieß erst später dazu.", {"ngg"}),
    ("Später folgten die IG BCE und die NGG.", {"igbce", "ngg"}),
    ("Wenig später folgte die IHK Aachen.", {"ihk-aachen"}),
    ("Seit 2019 verstärkt die Hochschule Emden den Pakt.", {"Hochschule Emden"}),
    ("Verstärkung bekommt der Pakt von der IG BCE.", {"igbce"}),
    ("Aufgenommen wurde in diesem Jahr die IG BAU.", {"ig-bau"}),
    ("Die Mitgliederversammlung nahm die IG BAU einstimmig auf.", {"ig-bau"}),
    ("Im Vorstand vertreten sind die IHK Köln und der DGB.", {"dgb", "ihk-koeln"}),
    ("Im Lenkungskreis arbeiten die IHK Köln, der DGB und die Stadt Rheine.", {"Stadt Rheine", "dgb", "ihk-koeln"}),
    ("Dem Lenkungskreis gehören an: IHK Köln, DGB, Stadt Rheine.", {"Stadt Rheine", "dgb", "ihk-koeln"}),
    (
        "Der Lenkungskreis setzt sich aus Vertretern der IHK Köln, des DGB und der Stadt Rheine zusammen.",
        {"Stadt Rheine", "dgb", "ihk-koeln"},
    ),
    ("In der Steuerungsgruppe haben die IHK Köln und der DGB je einen Sitz.", {"dgb", "ihk-koeln"}),
    ("Je einen Sitz im Beirat haben die IHK Köln und der DGB.", {"dgb", "ihk-koeln"}),
    ("Einen Platz am Tisch hat auch die IG Metall.", {"ig-metall"}),
    ("Stimmberechtigt sind die IHK Köln und der DGB.", {"dgb", "ihk-koeln"}),
    ("Für die IHK Köln sprach Präsidentin Ute Kern.", {"ihk-koeln"}),
    ("Auf dem Podium saßen Ute Kern (IHK Köln) und Jan Ott (IG Metall).", {"ig-metall", "ihk-koeln"}),
    ("Auf dem Podium diskutierten Ute Kern von der IHK Köln und Jan Ott vom DGB.", {"dgb", "ihk-koeln"}),
    ("Grußworte sprachen Ute Kern (IHK Köln) und Jan Ott (IG Metall).", {"ig-metall", "ihk-koeln"}),
    ("Vorträge hielten Ute Kern, IHK Köln, und Jan Ott, IG Metall.", {"ig-metall", "ihk-koeln"}),
    ("Es referierten Ute Kern (IHK Köln) und Prof. Jan Ott (Universität Bremen).", {"Universität Bremen", "ihk-koeln"}),
    ("Begrüßt wurden die Gäste von der IHK Köln.", {"ihk-koeln"}),
    (
        "Zum Auftakt kamen Vertreterinnen und Vertreter der IHK Köln, des DGB und der Stadt Rheine.",
        {"Stadt Rheine", "dgb", "ihk-koeln"},
    ),
    ("Zu Gast war die IHK Köln.", {"ihk-koeln"}),
    ("Zu Gast bei der Sitzung war Ute Kern von der IG Metall.", {"ig-metall"}),
    ("Am Runden Tisch nahmen die IHK Köln und der DGB Platz.", {"dgb", "ihk-koeln"}),
    ("An der Sitzung nahm erstmals die NGG teil.", {"ngg"}),
    ("Teilgenommen haben die IHK Köln, der DGB und die Stadt Rheine.", {"Stadt Rheine", "dgb", "ihk-koeln"}),
    ("Anwesend waren die IHK Köln, der DGB und die Stadt Rheine.", {"Stadt Rheine", "dgb", "ihk-koeln"}),
    ("Mit am Tisch: die IHK Köln und der DGB.", {"dgb", "ihk-koeln"}),
    ("Am Tisch saßen die Spitzen von IHK Köln, DGB und Südwestmetall.", {"dgb", "ihk-koeln"}),
    ("Die Spitzen von IHK Köln und DGB trafen sich zum Pakt.", {"dgb", "ihk-koeln"}),
    ("Vertreten waren IHK Köln, DGB und Stadt Rheine.", {"Stadt Rheine", "dgb", "ihk-koeln"}),
    ("Für die Arbeitnehmerseite ist die IG Metall dabei.", {"ig-metall"}),
    ("Die Arbeitnehmer werden durch die IG Metall vertreten.", {"ig-metall"}),
    ("Die Seite der Beschäftigten vertritt der DGB.", {"dgb"}),
    ("An der Seite der IHK Köln stehen der DGB und die Stadt Rheine.", {"Stadt Rheine", "dgb"}),
    (
        "Gemeinsam mit dem DGB und der Stadt Rheine setzt die IHK Köln den Pakt um.",
        {"Stadt Rheine", "dgb", "ihk-koeln"},
    ),
    ("Die IHK Köln ist 2020 wieder ausgetreten.", {"ihk-koeln"}),
    ("Die IHK Köln kündigte ihre Mitgliedschaft zum Jahresende 2021.", {"ihk-koeln"}),
    ("Die IHK Köln schied 2021 aus.", {"ihk-koeln"}),
    ("Bis zu ihrem Austritt 2019 war die IHK Köln Mitglied.", {"ihk-koeln"}),
    ("Beteiligt sind 26 Betriebe und die IHK Köln.", {"<Betriebe>", "ihk-koeln"}),
    ("Mehr als 40 Unternehmen machen mit.", {"<Unternehmen>"}),
    (
        "Im Pakt arbeiten Kammern, Gewerkschaften und Hochschulen zusammen.",
        {"<Gewerkschaften>", "<Hochschulen>", "<Kammern>"},
    ),
    ("Dem Pakt gehören rund 30 Unternehmen an.", {"<Unternehmen>"}),
    ("Mitglieder sind die Agentur für Arbeit Heide und die IHK Köln.", {"Agentur für Arbeit Heide", "ihk-koeln"}),
    ("Mitglied ist die Christian-Albrechts-Universität zu Kiel.", {"Christian-Albrechts-Universität zu Kiel"}),
    ("Mitglied ist die Hanse- und Universitätsstadt Rostock.", {"Hanse- und Universitätsstadt Rostock"}),
    ("Mitglieder sind das Regierungspräsidium Gießen und die IHK Köln.", {"Regierungspräsidium Gießen"}),
    ("Beteiligt ist der Landrat des Kreises Düren.", {"Kreis Düren"}),
    ("Mitglied ist die Stiftung Hunsrücker Arbeit.", {"Stiftung Hunsrücker Arbeit"}),
    (
        "Mitglied ist die Regionaldirektion Bayern der Bundesagentur für Arbeit.",
        {"Regionaldirektion Bayern der Bundesagentur für Arbeit"},
    ),
    ("Mitglied ist die Werkstattbüro Lindner GbR.", {"Werkstattbüro Lindner GbR"}),
    ("Mitglieder sind Gebr. Hollfelder und die IHK Köln.", {"Gebr. Hollfelder", "ihk-koeln"}),
]

LEADS = [
    ("Die Leitung hat die IHK Köln.", {"ihk-koeln"}),
    ("Geleitet wird der Pakt gemeinsam von der IHK Köln und dem DGB.", {"dgb", "ihk-koeln"}),
    ("An der Spitze des Paktes steht die IHK Aachen.", {"ihk-aachen"}),
    ("Den Hut auf hat die IHK Aachen.", {"ihk-aachen"}),
    ("Die Federführung hat die Handwerkskammer Dresden übernommen.", {"hwk-dresden"}),
    ("Federführend verantwortlich zeichnet die IHK Erfurt.", {"ihk-erfurt"}),
    ("Zum Vorsitzenden wurde Jan Ott (DGB) gewählt.", {"dgb"}),
    ("Vorsitzender ist Jan Ott (DGB), Stellvertreterin Ute Kern (IHK Köln).", {"dgb", "ihk-koeln"}),
    ("Sprecherin des Paktes ist Ute Kern von der IHK Köln.", {"ihk-koeln"}),
    ("Den Vorsitz hat Ute Kern, Präsidentin der IHK Köln.", {"ihk-koeln"}),
    ("Die IHK Chemnitz koordiniert die Arbeit des Paktes.", {"ihk-chemnitz"}),
    ("Die Koordination hat die IHK Chemnitz.", {"ihk-chemnitz"}),
    ("Die Gesamtverantwortung trägt die IHK Chemnitz.", {"ihk-chemnitz"}),
    ("Als Koordinatorin fungiert die Handwerkskammer Dortmund.", {"hwk-dortmund"}),
    ("Konsortialführerin ist die Universität Bremen.", {"Universität Bremen"}),
    ("Konsortialführer ist die Universität Bremen.", {"Universität Bremen"}),
    ("Die Geschäftsführung des Paktes liegt in den Händen der IHK Köln.", {"ihk-koeln"}),
    ("Verantwortlich zeichnen die IHK Erfurt und der DGB.", {"dgb", "ihk-erfurt"}),
    ("Koordiniert wird die Arbeit bei der IHK Chemnitz.", {"ihk-chemnitz"}),
    ("Das Sekretariat führt die IHK Köln.", {"ihk-koeln"}),
    ("Für die Organisation ist die IHK Köln zuständig.", {"ihk-koeln"}),
]

ORGANISERS = [
    ("Die Geschäftsstelle ist bei der IHK Köln angesiedelt.", {"ihk-koeln"}),
    ("Die Geschäftsstelle befindet sich im Haus der IHK Köln.", {"ihk-koeln"}),
    ("Gastgeberin der Sitzung war die Handwerkskammer Dresden.", {"hwk-dresden"}),
    ("Gastgeber ist in diesem Jahr die Müller Stahl GmbH.", {"Müller Stahl GmbH"}),
    ("Zu Gast war der Pakt diesmal bei der Müller Stahl GmbH.", {"Müller Stahl GmbH"}),
    ("Die Sitzung fand bei der Müller Stahl GmbH statt.", {"Müller Stahl GmbH"}),
    ("Eingeladen hatten die IHK Köln und der DGB.", {"dgb", "ihk-koeln"}),
    ("Dazu luden die IHK Köln und der DGB ein.", {"dgb", "ihk-koeln"}),
    ("Die IHK Köln lud zum Treffen des Paktes.", {"ihk-koeln"}),
    ("Organisiert wird das Treffen von der IHK Köln.", {"ihk-koeln"}),
    ("Veranstalterin ist die IHK Köln.", {"ihk-koeln"}),
    ("Die Umsetzung erfolgt durch die IHK Köln.", {"ihk-koeln"}),
    ("Durchführende Stelle ist die IHK Köln.", {"ihk-koeln"}),
    ("Die IHK Köln setzt das Vorhaben um.", {"ihk-koeln"}),
]

SERVICE = [
    ("Moderiert wurde die Runde von der Lindner Medien GmbH.", {"Lindner Medien GmbH"}),
    ("Mit der Umsetzung ist die IHK Köln betraut.", {"ihk-koeln"}),
    ("Die Studie erstellte die Universität Bremen.", {"Universität Bremen"}),
    ("Wissenschaftlich begleitet wird der Pakt vom Institut Arbeit und Technik.", {"Institut Arbeit und Technik"}),
    ("Die Begleitforschung liegt bei der Universität Bremen.", {"Universität Bremen"}),
    ("Beraten wird der Pakt von der Lindner Consulting GmbH.", {"Lindner Consulting GmbH"}),
    ("Den Zuschlag bekam die Lindner Consulting GmbH.", {"Lindner Consulting GmbH"}),
    ("Für die Evaluation wurde die Lindner Consulting GmbH beauftragt.", {"Lindner Consulting GmbH"}),
    ("Die Evaluation erfolgt durch die Universität Bremen.", {"Universität Bremen"}),
    ("Die Lindner Consulting GmbH berät den Pakt.", {"Lindner Consulting GmbH"}),
    ("Die wissenschaftliche Begleitung hat die Universität Bremen.", {"Universität Bremen"}),
    ("Die wissenschaftliche Begleitung übernimmt die Universität Bremen.", {"Universität Bremen"}),
    ("Für die wissenschaftliche Begleitung sorgt die Universität Bremen.", {"Universität Bremen"}),
    ("Die Moderation liegt bei der Lindner Consulting GmbH.", {"Lindner Consulting GmbH"}),
    ("Die Moderation übernahm die Lindner Consulting GmbH.", {"Lindner Consulting GmbH"}),
]

FOUNDERS = [
    ("Initiiert wurde der Pakt von der IHK Köln und dem DGB.", {"dgb", "ihk-koeln"}),
    ("Die IHK Köln initiierte den Pakt 2014.", {"ihk-koeln"}),
    ("Initiatoren sind die IHK Köln und der DGB.", {"dgb", "ihk-koeln"}),
    ("Ins Leben gerufen wurde er 2014 durch die IHK Köln.", {"ihk-koeln"}),
    ("Die IHK Köln rief den Pakt 2014 ins Leben.", {"ihk-koeln"}),
    ("Die Initiative ging von der IHK Köln aus.", {"ihk-koeln"}),
    ("Angestoßen hat ihn die IG Metall.", {"ig-metall"}),
    (
        "Den Pakt gegründet haben 2014 die IHK Erfurt, der DGB und die Stadt Rheine.",
        {"Stadt Rheine", "dgb", "ihk-erfurt"},
    ),
    ("Aus der Wiege gehoben haben ihn die IHK Erfurt und der DGB.", {"dgb", "ihk-erfurt"}),
    ("Die IG Metall gab den Anstoß.", {"ig-metall"}),
    ("Als Initiatorin gilt die IHK Aachen.", {"ihk-aachen"}),
    ("Der Pakt wurde auf Betreiben der IHK Aachen gegründet.", {"ihk-aachen"}),
    ("Gestartet ist der Pakt auf Initiative der IG BCE.", {"igbce"}),
    ("Gründungsmitglieder waren die IHK Erfurt und die IG Metall.", {"ig-metall", "ihk-erfurt"}),
    ("Zu den Gründern gehören die IHK Erfurt und die IG Metall.", {"ig-metall", "ihk-erfurt"}),
]

SPONSORS = [
    ("Der Pakt wird getragen von der IHK Köln, dem DGB und der Stadt Rheine.", {"Stadt Rheine", "dgb", "ihk-koeln"}),
    ("Getragen wird der Pakt gemeinsam durch die IHK Köln und den DGB.", {"dgb", "ihk-koeln"}),
    ("Träger des Paktes sind die IHK Köln und die Stadt Rheine.", {"Stadt Rheine", "ihk-koeln"}),
    ("Die Trägerschaft liegt bei der Stadt Rheine.", {"Stadt Rheine"}),
    ("Die Trägerschaft hat die Stadt Rheine übernommen.", {"Stadt Rheine"}),
    ("Die Trägerschaft teilen sich die Stadt Rheine und der Landkreis Emsland.", {"Landkreis Emsland", "Stadt Rheine"}),
    ("Rechtsträger ist der Landkreis Emsland.", {"Landkreis Emsland"}),
    ("Als Träger fungiert der Landkreis Emsland.", {"Landkreis Emsland"}),
    ("Der Landkreis Emsland ist Träger des Paktes.", {"Landkreis Emsland"}),
    ("Träger ist die Wirtschaftsregion Bergstraße.", {"Wirtschaftsregion Bergstraße"}),
    ("Gesellschafter sind die Stadt Rheine und der Landkreis Emsland.", {"Landkreis Emsland", "Stadt Rheine"}),
]

PARTNERS = [
    ("Kooperationspartner ist die Hochschule Emden.", {"Hochschule Emden"}),
    ("Als Partner konnte die Hochschule Emden gewonnen werden.", {"Hochschule Emden"}),
    ("Enge Partner sind die Hochschule Emden und das Jobcenter Rheine.", {"Hochschule Emden"}),
    ("Wichtigster Partner ist die Hochschule Emden.", {"Hochschule Emden"}),
    (
        "Zu den Partnern zählen die IHK Köln, der DGB und die Hochschule Emden.",
        {"Hochschule Emden", "dgb", "ihk-koeln"},
    ),
    ("Zum Partnerkreis gehören die IHK Köln und der DGB.", {"dgb", "ihk-koeln"}),
    ("Partner im Pakt sind neben der IHK Köln der DGB und die Stadt Rheine.", {"Stadt Rheine", "dgb", "ihk-koeln"}),
    ("Der Pakt arbeitet eng mit der Hochschule Emden zusammen.", {"Hochschule Emden"}),
    ("Der Pakt kooperiert mit der Hochschule Emden und der NGG.", {"Hochschule Emden", "ngg"}),
    ("Eine Kooperation besteht mit der Hochschule Emden.", {"Hochschule Emden"}),
]

FUNDERS = [
    ("Gefördert wird der Pakt durch das Land Niedersachsen und die Europäische Union.", {"Europäische Union"}),
    ("Die Finanzierung übernimmt die Hans-Böckler-Stiftung.", {"Hans-Böckler-Stiftung"}),
    ("Die Finanzierung sichern die Stadt Rheine und der DGB.", {"Stadt Rheine", "dgb"}),
    ("Die Mittel stellt die NBank bereit.", {"NBank"}),
    ("Die NBank hat dem Pakt 50.000 Euro bewilligt.", {"NBank"}),
    ("Einen Zuwendungsbescheid über 2 Millionen Euro überreichte die NBank.", {"NBank"}),
    ("Die NBank bewilligte dafür 300.000 Euro.", {"NBank"}),
    ("Aus der Kasse des DGB fließen jährlich 20.000 Euro.", {"dgb"}),
    ("Der Pakt erhält 200.000 Euro von der NBank.", {"NBank"}),
    ("Zuwendungsgeber ist die NBank.", {"NBank"}),
    ("Finanziert wird er von Kommunen und Kammern.", {"<Kammern>", "<Kommunen>"}),
    ("Finanziell unterstützt wird der Pakt von der Hans-Böckler-Stiftung.", {"Hans-Böckler-Stiftung"}),
    ("Finanzielle Unterstützung kommt von der Emsbank eG.", {"Emsbank eG"}),
    ("Hauptsponsor ist die Emsbank eG.", {"Emsbank eG"}),
    ("Sponsoren sind die Emsbank eG und die Müller Stahl GmbH.", {"Emsbank eG", "Müller Stahl GmbH"}),
    ("Mit 40.000 Euro beteiligt sich die Stadt Rheine.", {"Stadt Rheine"}),
    ("Die Stadt Rheine beteiligt sich mit 40.000 Euro an den Kosten.", {"Stadt Rheine"}),
]

SUPPORTERS = [
    ("Unterstützt wird der Pakt auch vom Bistum und der NGG.", {"ngg"}),
    ("Ideelle Unterstützung leistet die NGG.", {"ngg"}),
    ("Die NGG steht dem Pakt mit Rat zur Seite.", {"ngg"}),
    ("Zu den Unterstützern gehören die NGG und die IHK Köln.", {"ihk-koeln", "ngg"}),
    ("Rückhalt findet der Pakt bei der NGG.", {"ngg"}),
    ("Auf die Unterstützung der NGG kann der Pakt zählen.", {"ngg"}),
]

PATRONS = [
    ("Schirmherrin ist die Handwerkskammer Dresden.", {"hwk-dresden"}),
]

ROLES = {
    "TAKING": (TAKING, {"founder", "lead", "member", "organiser", "participant", "partner", "sponsor", "supporter"}),
    "LEADS": (LEADS, {"lead", "organiser"}),
    "ORGANISERS": (ORGANISERS, {"organiser"}),
    "SERVICE": (SERVICE, {"lead", "organiser", "service_provider", "supporter"}),
    "FOUNDERS": (FOUNDERS, {"founder", "member"}),
    "SPONSORS": (SPONSORS, {"member", "sponsor"}),
    "PARTNERS": (PARTNERS, {"member", "partner"}),
    "FUNDERS": (FUNDERS, {"funder", "participant", "sponsor", "supporter"}),
    "SUPPORTERS": (SUPPORTERS, {"supporter"}),
    "PATRONS": (PATRONS, {"patron"}),
}
WAYS = [(sentence, who, roles) for rows, roles in ROLES.values() for sentence, who in rows]


@pytest.mark.parametrize(("sentence", "who", "roles"), WAYS, ids=[sentence[:50] for sentence, _, _ in WAYS])
def test_who_takes_part_is_read_with_the_role(sentence: str, who: set[str], roles: set[str]) -> None:
    found = takes_part(OPENING + sentence)
    assert who <= {name for name, role in found if role in roles}, found
