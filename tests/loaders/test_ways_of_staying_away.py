"""The many ways German says that somebody does not take part, or no longer does: written before the rules."""

import pytest

from tests.loaders.saying import is_absent, takes_part

OPENING = "Zukunftspakt Emstal\n\nDer Zukunftspakt Emstal besteht seit 2014. "

ABSENT = [
    ("Nicht gefragt wurden bisher die Gewerkschaften.", {"<Gewerkschaften>"}),
    ("Die Kammern wurden gar nicht erst gefragt.", {"<Kammern>"}),
    ("Nicht angesprochen wurde die IG Metall.", {"ig-metall"}),
    ("Auch die IHK Köln konnte nicht gewonnen werden.", {"ihk-koeln"}),
    ("Nicht zu gewinnen war der DGB.", {"dgb"}),
    ("Weder Kammern noch Gewerkschaften gehören dazu.", {"<Kammern>", "<Gewerkschaften>"}),
    ("Weder die IG Metall noch der DGB sind beteiligt.", {"ig-metall", "dgb"}),
    ("Dem Pakt gehören weder die IHK Köln noch die IG BCE an.", {"ihk-koeln", "igbce"}),
    ("Für Gewerkschaften ist kein Platz vorgesehen.", {"<Gewerkschaften>"}),
    ("Für die Handwerkskammern gab es keinen Stuhl am Tisch.", {"<Handwerkskammern>"}),
    ("Die IHK Köln hat sich gegen eine Teilnahme entschieden.", {"ihk-koeln"}),
    ("Gegen einen Beitritt entschied sich die IG BCE.", {"igbce"}),
    ("Die Handwerkskammer Dresden hat dankend abgelehnt.", {"hwk-dresden"}),
    ("Einen Beitritt lehnte die IHK Erfurt ab.", {"ihk-erfurt"}),
    ("Die Kammern glänzten beim ersten Treffen durch Abwesenheit.", {"<Kammern>"}),
    ("Die Gewerkschaften bleiben außen vor.", {"<Gewerkschaften>"}),
    ("Die Gewerkschaften stehen nicht auf der Liste der Partner.", {"<Gewerkschaften>"}),
    ("Auf der Liste der Partner sucht man die Gewerkschaften vergeblich.", {"<Gewerkschaften>"}),
    ("Ohne die Gewerkschaften kam der Pakt zustande.", {"<Gewerkschaften>"}),
    ("Die IG Metall will dem Pakt nicht beitreten.", {"ig-metall"}),
    ("Ein Vertreter der IG Metall war nicht eingeladen.", {"ig-metall"}),
    ("Eine Gewerkschaft ist nicht dabei.", {"<Gewerkschaft>"}),
    ("Keine einzige Gewerkschaft sitzt am Tisch.", {"<Gewerkschaft>"}),
    ("Gewerkschaften und Kammern fehlen am Tisch.", {"<Gewerkschaften>", "<Kammern>"}),
    ("Es fehlen die Gewerkschaften.", {"<Gewerkschaften>"}),
    ("Der DGB gehört laut Landesregierung dem Pakt nicht an.", {"dgb"}),
    ("Auf eine Mitarbeit verzichtete die IHK Aachen.", {"ihk-aachen"}),
    ("Die Gewerkschaften haben keinen Sitz im Pakt.", {"<Gewerkschaften>"}),
    ("Die Arbeitnehmerseite ist im Pakt nicht vertreten.", {"<Arbeitnehmerseite>"}),
]


@pytest.mark.parametrize(("sentence", "who"), ABSENT, ids=[sentence[:40] for sentence, _ in ABSENT])
def test_a_way_of_staying_away_is_read(sentence: str, who: set[str]) -> None:
    assert is_absent(OPENING + sentence) == {(name, "absent") for name in who}
    assert takes_part(OPENING + sentence) == set()


WHO_IS_ONE = [
    "Die IHK Köln fehlt bislang.",
    "Bis heute fehlt die IG Metall in der Runde.",
    "Vermisst wird die IG Metall.",
    "Kein Vertreter der IG Metall war gekommen.",
    "Die IG Metall war nicht gekommen.",
    "Die IHK Köln sagte ab.",
    "Die IHK Köln hat ihre Teilnahme abgesagt.",
    "Abgesagt hat die IHK Köln.",
    "Unbesetzt blieb der Platz der IG Metall.",
    "Der Stuhl der IG Metall blieb leer.",
    "Die IG Metall hält sich fern.",
    "Die IG Metall hält Abstand zum Pakt.",
    "Auf Distanz bleibt die IG Metall.",
    "Abseits steht die IHK Köln.",
    "Die IHK Köln macht nicht mit.",
    "Nicht mitmachen will die IHK Köln.",
    "Die IHK Köln beteiligt sich nicht.",
    "Auch die IHK Köln ist bisher nicht beigetreten.",
    "Einen Beitritt hat die IHK Köln abgelehnt.",
    "Eine Mitarbeit kommt für die IHK Köln nicht in Frage.",
    "Die IHK Köln wollte nicht unterschreiben.",
    "Ihre Unterschrift verweigerte die IHK Köln.",
    "Die IHK Köln verweigerte die Unterschrift.",
    "Die IHK Köln unterzeichnete nicht.",
    "Nicht unter den Unterzeichnern ist die IHK Köln.",
    "Nicht zu den Partnern zählt die IHK Köln.",
    "Keine Einladung erhielt die IHK Köln.",
    "Die IHK Köln erhielt keine Einladung.",
    "Die IHK Köln wurde nicht einbezogen.",
    "Nicht einbezogen wurde die IHK Köln.",
    "Die IHK Köln wurde übergangen.",
    "Übergangen fühlt sich die IHK Köln.",
    "Ausgeschlossen blieb die IHK Köln.",
    "Ohne die IHK Köln fand die Sitzung statt.",
    "Die Sitzung fand ohne die IHK Köln statt.",
    "Bislang ohne Beteiligung der IHK Köln arbeitet der Pakt.",
    "Der Pakt kommt ohne Gewerkschaften aus.",
    "Gewerkschaften sucht man im Pakt vergebens.",
    "Gewerkschaften sind nicht mit von der Partie.",
    "Von den Gewerkschaften ist niemand dabei.",
    "Von der IG Metall war niemand da.",
    "Niemand von der IG Metall nahm teil.",
    "Kein Sitz ist für die Gewerkschaften vorgesehen.",
    "Keinen Sitz haben die Gewerkschaften.",
    "Die Gewerkschaften sind im Beirat nicht vertreten.",
    "Gewerkschaften gehören dem Beirat nicht an.",
    "Die Gewerkschaften waren zu keinem Zeitpunkt beteiligt.",
    "Unbeteiligt blieben die Gewerkschaften.",
    "Keine Rolle spielen die Gewerkschaften im Pakt.",
    "Keinen Vertreter entsendet bisher die IHK Köln.",
    "Die IHK Köln entsandte niemanden.",
    "Verzichtet hat die IHK Köln.",
    "Die IHK Köln hat auf einen Beitritt verzichtet.",
    "Eine Absage kam von der IHK Köln.",
    "Die IHK Köln erteilte dem Pakt eine Absage.",
    "Die IHK Köln winkte ab.",
    "Die IHK Köln hat sich nicht angeschlossen.",
]


@pytest.mark.parametrize("sentence", WHO_IS_ONE)
def test_one_body_or_group_stays_away(sentence: str) -> None:
    assert len(is_absent(OPENING + sentence)) == 1
    assert takes_part(OPENING + sentence) == set()


HELPS = [
    "Die Gewerkschaften sind formal nicht beteiligt, tragen den Pakt aber mit.",
    "Zwar ist die IHK Köln kein Mitglied, sie unterstützt den Pakt jedoch.",
    "Auch ohne förmliche Mitgliedschaft begleitet die IHK Köln den Pakt.",
    "Die IHK Köln ist nicht offiziell dabei, hilft aber mit Rat.",
    "Die IHK Köln wirkt informell mit.",
    "Offiziell gehört die IHK Köln nicht dazu, sie stellt jedoch Räume.",
]


@pytest.mark.parametrize("sentence", HELPS)
def test_who_helps_without_a_form_is_informal(sentence: str) -> None:
    assert {strength for _, strength in is_absent(OPENING + sentence)} == {"informal"}


INFORMAL = [
    ("Die IHK Köln ist kein Teil des Paktes, öffnet ihm aber manche Tür.", "ihk-koeln"),
    ("Der DGB sitzt zwar nicht mit am Tisch, stellt dem Pakt aber seine Räume zur Verfügung.", "dgb"),
    ("Die IG BCE ist kein Mitglied, schickt aber regelmäßig Referenten.", "igbce"),
    ("ver.di gehört dem Pakt nicht an, gestaltet aber den jährlichen Betriebsrätetag mit.", "verdi"),
    ("Ohne Mitglied zu sein, unterstützt die IG Metall den Pakt.", "ig-metall"),
]


@pytest.mark.parametrize(("sentence", "who"), INFORMAL, ids=[who for _, who in INFORMAL])
def test_who_helps_without_a_seat_is_informal(sentence: str, who: str) -> None:
    assert is_absent(OPENING + sentence) == {(who, "informal")}


LEFT = [
    ("Die IHK Köln gehört ihm seit 2021 nicht mehr an.", "ihk-koeln"),
    ("Die IG Metall ist Ende 2019 ausgestiegen.", "ig-metall"),
    ("Ausgetreten ist zum Jahresende 2020 der DGB.", "dgb"),
    ("Seit 2018 ist die IG BCE nicht mehr dabei.", "igbce"),
    ("Bis 2018 war die NGG Mitglied des Paktes.", "ngg"),
    ("ver.di hat den Pakt 2020 verlassen.", "verdi"),
]


@pytest.mark.parametrize(("sentence", "who"), LEFT, ids=[who for _, who in LEFT])
def test_who_left_had_a_seat_and_is_not_absent(sentence: str, who: str) -> None:
    assert is_absent(OPENING + sentence) == set()
    assert who in {name for name, _ in takes_part(OPENING + sentence)}


BACK = [
    ("Die IG BCE war 2020 ausgeschieden, kehrt aber im September zurück.", "igbce"),
    ("Die NGG war bis 2018 ausgeschlossen; seitdem nimmt sie an den Sitzungen teil.", "ngg"),
    ("Anfangs war die IG Metall nicht dabei, seit 2021 macht sie mit.", "ig-metall"),
    ("Der Ausschluss der IHK Köln wurde 2019 aufgehoben, sie ist wieder Mitglied.", "ihk-koeln"),
]


@pytest.mark.parametrize(("sentence", "who"), BACK, ids=[who for _, who in BACK])
def test_who_came_back_takes_part(sentence: str, who: str) -> None:
    assert is_absent(OPENING + sentence) == set()
    assert who in {name for name, _ in takes_part(OPENING + sentence)}


NONE = [
    "Der Pakt ist unabhängig von Gewerkschaften und Verbänden.",
    "Ob die Gewerkschaften beitreten, ist offen.",
    "Die Gewerkschaften sind nicht nur beteiligt, sie führen den Vorsitz.",
    "Antragsberechtigt sind Kammern nicht.",
    "Entschuldigt: IHK Köln",
    "Die Gewerkschaften wollen nicht länger warten.",
    "Es fehlen Fachkräfte und Flächen, sagt die IHK Köln.",
    "Ohne die IHK Köln wäre der Pakt nie entstanden.",
    "Ohne die Unterstützung der Gewerkschaften ginge es nicht.",
    "Wer den Gewerkschaften nicht angehört, kann trotzdem mitmachen.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_absence(sentence: str) -> None:
    assert is_absent(OPENING + sentence) == set()
