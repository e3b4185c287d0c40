"""Sentences that name a body and say nothing of its part in the initiative: neither a presence nor an absence."""

import pytest

from tests.loaders.saying import is_absent, takes_part

OPENING = "Zukunftspakt Emstal\n\nDer Zukunftspakt Emstal besteht seit 2014.\n\n"

NAMED = [
    "Die IHK Köln berichtet über volle Auftragsbücher.",
    "Die Mitglieder der IHK Köln sind verunsichert.",
    "Eine Studie der Universität Bremen zeigt, wie sich die Region verändert.",
    "Nach Angaben der IHK Köln fehlen 3.000 Fachkräfte.",
    "Wie die IG Metall mitteilt, streiken 400 Beschäftigte.",
    "Die IG Metall hat ihre Mitglieder zum Warnstreik aufgerufen.",
    "Der Stadtrat von Rheine tagt im Haus der IHK Köln.",
    "Am Vortag hatte die IG Metall vor dem Werk demonstriert.",
    "Die Müller Stahl GmbH hat 2019 ihr Werk geschlossen.",
    "Die IHK Köln ist Partner der Müller Stahl GmbH.",
    "Jan Ott ist Mitglied der IG Metall.",
    "Die IHK Köln hat 140.000 Mitglieder.",
    "Die Handwerkskammer Dresden vertritt 20.000 Betriebe.",
    "Im Tarifstreit stehen sich die IG Metall und Südwestmetall gegenüber.",
    "Laut DGB verdienen viele zu wenig.",
    "Die Partner des DGB sind enttäuscht.",
    "Ein ähnliches Vorhaben verfolgt die IHK Aachen.",
    "Vorbild war ein Projekt der IHK Aachen.",
    "Anders als die IHK Aachen setzt der Pakt auf Freiwilligkeit.",
    "Ein Beitritt der NGG ist nicht geplant.",
    "Mit der NGG wird noch verhandelt.",
    "Die NGG prüft einen Beitritt.",
    "Die NGG überlegt, ob sie beitritt.",
    "Ob der DGB Träger wird, ist offen.",
    "Die NGG wurde angefragt.",
    "Gespräche mit der NGG laufen.",
    "Die NGG hat Interesse bekundet.",
    "Die NGG ist an einer Mitarbeit interessiert.",
    "Die NGG zeigt sich interessiert.",
    "Interesse an einer Mitarbeit haben die NGG und die IHK Aachen.",
    "Es wird überlegt, die IHK Aachen einzubinden.",
    "Künftig könnte auch die NGG mitmachen.",
    "Die NGG sollte nach Ansicht vieler dabei sein.",
    "Wünschenswert wäre eine Beteiligung der NGG.",
    "Eine Einladung ging auch an die NGG.",
    "Eingeladen sind auch die NGG und die IHK Aachen.",
    "Der Pakt wirbt um die NGG.",
    "Die IHK Köln hat den Antrag abgelehnt, die Handwerkskammer Dresden auch.",
    "Der DGB fordert, dass der Pakt verlängert wird.",
    "Die IG Metall begrüßt die Entscheidung des Gerichts.",
    "Foto: IHK Köln",
    "Quelle: Statistik der IHK Köln",
    "Weitere Informationen gibt es bei der IHK Köln.",
    "Anmeldungen nimmt die IHK Köln entgegen.",
    "Das Buch ist bei der Hans-Böckler-Stiftung erschienen.",
    "Die Ausstellung ist im Haus der Universität Bremen zu sehen.",
    "Herausgeber: IHK Köln",
    "Sein Büro liegt neben der IHK Köln.",
    "Ute Kern studierte an der Universität Bremen.",
    "Zuvor arbeitete sie bei der IHK Aachen.",
    "Sie war bis 2012 Geschäftsführerin der IHK Aachen.",
    "Das Vorgängerprojekt der IHK Aachen endete 2012.",
    "Der Preis der IHK Aachen ging an Ute Kern.",
    "Die Zuständigkeit der Handwerkskammer Dresden endet an der Grenze.",
    "Die IG Metall ließ sich entschuldigen.",
]


@pytest.mark.parametrize("sentence", NAMED)
def test_who_is_only_named_does_not_take_part(sentence: str) -> None:
    assert takes_part(OPENING + sentence) == set()
    assert is_absent(OPENING + sentence) == set()
