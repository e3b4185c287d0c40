"""The many ways German says who takes part, and as what: variations of each, written before the rules."""

import pytest

from tests.loaders.saying import takes_part

OPENING = "Zukunftspakt Emstal\n\nDer Zukunftspakt Emstal besteht seit 2014. "

LEADS = [
    ("Die Fäden zieht die IHK Köln.", {"ihk-koeln"}),
    ("Alle Fäden laufen bei der Handwerkskammer Dresden zusammen.", {"hwk-dresden"}),
    ("Die Fäden in der Hand hält seit 2016 die IHK Chemnitz.", {"ihk-chemnitz"}),
    ("Den Vorsitz führen im jährlichen Wechsel die IHK Aachen und der DGB.", {"ihk-aachen", "dgb"}),
    ("Den Vorsitz hat derzeit die IG Metall inne.", {"ig-metall"}),
    ("Vorsitzende ist derzeit die IHK Bonn/Rhein-Sieg.", {"ihk-bonn-rhein-sieg"}),
    ("Zuständig ist die Handwerkskammer Dortmund.", {"hwk-dortmund"}),
    ("Zuständig für die Steuerung war die IHK Erfurt.", {"ihk-erfurt"}),
    ("Der Pakt wird von der IHK Kassel-Marburg gesteuert.", {"ihk-kassel-marburg"}),
    ("Gelenkt wird er von einem Vorstand, dem Ute Kern (IHK Köln) und Jan Ott (IG Metall) vorstehen.",
     {"ihk-koeln", "ig-metall"}),
    ("Die IHK Köln steht dem Pakt vor.", {"ihk-koeln"}),
]  # fmt: skip

ORGANISERS = [
    ("Die Geschäftsstelle wird von der Handwerkskammer Dresden beherbergt.", {"hwk-dresden"}),
    ("Eingeladen werden die Mitglieder von der IHK Köln.", {"ihk-koeln"}),
    ("Eingeladen wurde diesmal durch die IHK Erfurt.", {"ihk-erfurt"}),
    ("Die laufenden Geschäfte führt die IHK Aachen.", {"ihk-aachen"}),
    ("Das Programm wird von der Handwerkskammer Dortmund umgesetzt.", {"hwk-dortmund"}),
    ("Die Treffen richtet die IHK Chemnitz aus.", {"ihk-chemnitz"}),
    ("Ausgerichtet werden die Treffen von der IHK Chemnitz.", {"ihk-chemnitz"}),
    ("Die Organisation übernimmt die IHK Bonn/Rhein-Sieg.", {"ihk-bonn-rhein-sieg"}),
    ("Um die Organisation kümmert sich die IHK Bonn/Rhein-Sieg.", {"ihk-bonn-rhein-sieg"}),
]

FUNDERS = [
    ("Geld dafür gibt die Hans-Böckler-Stiftung.", {"Hans-Böckler-Stiftung"}),
    ("Davon kamen 120.000 Euro vom DGB.", {"dgb"}),
    ("Weitere 30.000 Euro stammen von der IG Metall.", {"ig-metall"}),
    ("Den größten Teil der Kosten übernimmt die IHK Köln.", {"ihk-koeln"}),
    ("Die Kosten teilen sich die IHK Köln und der DGB.", {"ihk-koeln", "dgb"}),
    ("Für die Kosten kommt die IHK Erfurt auf.", {"ihk-erfurt"}),
    ("Die Geschäftsstelle wird vom DGB bezuschusst.", {"dgb"}),
    ("Den Bustransfer bezahlt die Emsbank eG.", {"Emsbank eG"}),
    ("Das Preisgeld stiftet die Emsbank eG.", {"Emsbank eG"}),
    ("Die Emsbank eG spendet jedes Jahr 5.000 Euro.", {"Emsbank eG"}),
    ("Weitere 30.000 Euro steuert die NBank bei.", {"NBank"}),
    ("Zuschüsse gewährt die NRW.BANK.", {"NRW.BANK"}),
]

SERVICE_PROVIDERS = [
    ("Im Auftrag des Paktes erstellt das Institut Arbeit und Technik jedes Jahr einen Bericht.",
     {"Institut Arbeit und Technik"}),
    ("Um die Beteiligung der Jugendlichen kümmert sich im Auftrag des Paktes die Lindner Medien GmbH.",
     {"Lindner Medien GmbH"}),
    ("Die Lindner Medien GmbH wurde vom Pakt mit der Umsetzung beauftragt.", {"Lindner Medien GmbH"}),
    ("Der Pakt hat die Lindner Medien GmbH mit der Umfrage betraut.", {"Lindner Medien GmbH"}),
    ("Die Umfrage wird von der Universität Bremen ausgewertet.", {"Universität Bremen"}),
    ("Die Universität Bremen wertet die Ergebnisse aus.", {"Universität Bremen"}),
]  # fmt: skip

MEMBERS = [
    ("In den Beirat wurden Vertreterinnen der IHK Köln und des DGB berufen.", {"ihk-koeln", "dgb"}),
    ("In den Fachbeirat berufen sind seit 2019 Ute Kern (IHK Köln) und Jan Ott (DGB).", {"ihk-koeln", "dgb"}),
    ("Im Lenkungskreis sitzt auch die IG BCE.", {"igbce"}),
    ("Für die Beschäftigten sprechen im Pakt der DGB und die IG Metall.", {"dgb", "ig-metall"}),
    ("Zugesagt haben bisher die IHK Köln und die NGG.", {"ihk-koeln", "ngg"}),
    ("Mit im Boot sitzt die IG Metall.", {"ig-metall"}),
    ("Auch ver.di hat sich dem Pakt verschrieben.", {"verdi"}),
    ("Mit dabei sind die IHK Köln, die Müller Stahl GmbH und Achsenwerk Hörstel.",
     {"ihk-koeln", "Müller Stahl GmbH", "Achsenwerk Hörstel"}),
    ("Dem Pakt gehören Karosserie Emsdetten, die Nettetal Achsen GmbH und der DGB an.",
     {"Karosserie Emsdetten", "Nettetal Achsen GmbH", "dgb"}),
    ("Sehr viele machen mit, darunter Häuser wie Lennetaler Federn, die Bigge Armaturen GmbH und Leuchten Borken.",
     {"Lennetaler Federn", "Bigge Armaturen GmbH", "Leuchten Borken"}),
    ("Ebenso entsandten die Universität Bremen und die IHK Köln je zwei Leute.", {"Universität Bremen", "ihk-koeln"}),
    ("Mit von der Partie ist der Märkische Kreis.", {"Märkischer Kreis"}),
    ("Beteiligt sind der Eifelkreis Bitburg-Prüm und die IHK Trier.", {"Eifelkreis Bitburg-Prüm", "ihk-trier"}),
    ("Die IHK Köln zählt zu den Trägern und Gründern.", {"ihk-koeln"}),
    ("An Infoständen zeigen sich die IG Metall und der DGB.", {"ig-metall", "dgb"}),
    ("Infostände stellen die IHK Köln und die IG BCE.", {"ihk-koeln", "igbce"}),
    ("Als Gast nimmt die NGG teil.", {"ngg"}),
    ("Für den Pakt machen sich die IHK Köln und der DGB stark.", {"ihk-koeln", "dgb"}),
    ("Im Pakt kommen zweimal im Jahr die IHK Köln und die Universität Bremen zusammen.",
     {"ihk-koeln", "Universität Bremen"}),
]  # fmt: skip

SUPPORTERS = [
    ("Die IHK Köln hilft bei der Werbung.", {"ihk-koeln"}),
    ("Der DGB stellt dem Pakt seine Räume zur Verfügung.", {"dgb"}),
    ("Rückenwind kommt von der IG Metall.", {"ig-metall"}),
    ("Unterstützung erhält der Pakt von der IHK Erfurt.", {"ihk-erfurt"}),
    ("Die Arbeit unterstützt die IG BCE mit Referenten.", {"igbce"}),
]

FOUNDERS = [
    ("Einberufen hat ihn die IHK Köln.", {"ihk-koeln"}),
    ("Die IHK Köln hat ihn zusammen mit dem DGB aus der Taufe gehoben.", {"ihk-koeln"}),
    ("Den Anstoß gaben die IG Metall und die IHK Aachen.", {"ig-metall", "ihk-aachen"}),
    ("Ins Leben gerufen hat den Pakt 2014 die IHK Erfurt.", {"ihk-erfurt"}),
    ("Aus der Taufe gehoben wurde er von der IHK Chemnitz.", {"ihk-chemnitz"}),
    ("Der Pakt geht auf eine Idee der IG BCE zurück.", {"igbce"}),
]

WAYS = [
    *((sentence, who, {"lead"}) for sentence, who in LEADS),
    *((sentence, who, {"organiser", "lead"}) for sentence, who in ORGANISERS),
    *((sentence, who, {"funder"}) for sentence, who in FUNDERS),
    *((sentence, who, {"service_provider", "organiser", "supporter"}) for sentence, who in SERVICE_PROVIDERS),
    *((sentence, who, {"member", "participant", "partner", "sponsor", "founder"}) for sentence, who in MEMBERS),
    *((sentence, who, {"supporter"}) for sentence, who in SUPPORTERS),
    *((sentence, who, {"founder", "lead"}) for sentence, who in FOUNDERS),
]


@pytest.mark.parametrize(("sentence", "who", "roles"), WAYS, ids=[sentence[:40] for sentence, _, _ in WAYS])
def test_a_way_of_taking_part_is_read(sentence: str, who: set[str], roles: set[str]) -> None:
    found = takes_part(OPENING + sentence)
    assert who <= {name for name, role in found if role in roles}, found


NOBODY = [
    "Die IHK Köln kritisierte den Pakt.",
    "Die Kosten der IHK Köln sind gestiegen.",
    "Der DGB forderte mehr Geld für Schulen.",
    "Zuständig für Steuern ist das Finanzamt Emden, so die Presse.",
    "Die Umfrage der Universität Bremen ergab wenig Neues.",
    "Am Rande der Sitzung demonstrierte die IG Metall.",
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_a_passing_mention_is_no_part(sentence: str) -> None:
    named = {name for name, _ in takes_part(OPENING + sentence)}
    assert named & {"ihk-koeln", "dgb", "Universität Bremen", "ig-metall"} == set()
