"""Which sentences quote an organisation's own "no": a documented absence is none, and nobody says no for another."""

import pytest

from queries.refusals import is_refusal

NAMES = ["IG Metall", "Industriegewerkschaft Metall"]


@pytest.mark.parametrize(
    "quote",
    [
        "Die IG Metall hat eine Teilnahme abgelehnt.",
        "Die IG Metall lehnt eine Mitarbeit derzeit ab.",
        "Die IG Metall will sich nicht beteiligen.",
        "Die IG Metall möchte an dem Bündnis nicht teilnehmen.",
        "Die Industriegewerkschaft\nMetall sieht keinen Bedarf.",
        "Auch die IG Metall Mitte hat abgesagt; ihr Platz bleibt leer.",
        "Angefragt war zudem die IG Metall, die kein Interesse zeigte: Die IG Metall hatte kein Interesse.",
        "IG Metall und DGB verzichten auf einen Sitz.",
        "Die IG Metall hat sich gegen eine Beteiligung entschieden.",
    ],
)
def test_an_own_no_is_told(quote):
    assert is_refusal(quote, NAMES)


@pytest.mark.parametrize(
    "quote",
    [
        "Die IG Metall ist nicht beteiligt.",
        "Die IG Metall wurde nicht eingeladen.",
        "Die IG Metall wurde vom Kreis abgelehnt.",
        "Der Kreis hat die Teilnahme der IG Metall abgelehnt.",
        "Das Gespräch mit der IG Metall hat der Kreis abgesagt.",
        "Die IG Metall hat eine Teilnahme nicht abgelehnt.",
        "Die IG Metall fehlt. Der Arbeitgeberverband hat abgesagt.",
        "Die IG Metaller haben abgelehnt.",
        "Die Gewerkschaften haben eine Teilnahme abgelehnt.",
        "",
    ],
)
def test_anything_else_is_no_refusal(quote):
    assert not is_refusal(quote, NAMES)
