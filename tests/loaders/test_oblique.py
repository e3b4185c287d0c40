"""What stands before a name says whether it can be the subject: one answer for all who ask."""

import pytest

from loaders.clauses import is_governed


@pytest.mark.parametrize(
    "words",
    [
        "An der |Allianz Emsland nimmt die IHK teil.",
        "Sie wirkt in der jungen |Allianz Emsland mit.",
        "Zur |Konferenz lud der DGB ein.",
        "Die IHK gehört dem |Stahlpakt an.",
        "Die IHK trat dem „|Stahlpakt“ bei.",
        "Laut |DGB beteiligt sich die IG Metall.",
        "Neben den drei |Kammern sitzt der DGB am Tisch.",
        "Wie die |IHK Kassel ist auch der DGB dabei.",
        "Den |Stahlpakt tragen der DGB und die IHK.",
        "Der DGB bringt sich ins |Forum Stahl ein.",
        "Seinem |Beirat gehört der DGB an.",
        "Mit |IG Metall und DGB wird gesprochen.",
    ],
)
def test_a_preposition_or_an_oblique_article_governs(words: str) -> None:
    text, position = words.replace("|", ""), words.index("|")
    assert is_governed(text, 0, position)


@pytest.mark.parametrize(
    "words",
    [
        "Der |Stahlpakt tagt in Emden.",
        "Die |IHK Kassel fehlt.",
        "Das |Forum „Stahl“ lud die IHK ein.",
        "Am Tisch sitzt die |IHK Kassel.",
        "Dem Pakt gehört der |DGB an.",
        "|DGB und IHK sind dabei.",
        "Seit 2019 wirkt auch |ver.di mit.",
        "In Emden lädt „|Stahl kann mehr“ ein.",
        "Eine neue |Allianz entsteht.",
    ],
)
def test_a_nominative_is_free(words: str) -> None:
    text, position = words.replace("|", ""), words.index("|")
    assert not is_governed(text, 0, position)


def test_the_words_of_another_clause_do_not_govern() -> None:
    text = "Mit der IHK Kassel."
    assert is_governed(text, 0, 8)
    assert not is_governed(text, 8, 8)
