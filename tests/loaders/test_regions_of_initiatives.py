"""Where an initiative is: places that run into the text, the whole country, and places the register does not know."""

import pytest

from graph.model import Initiative
from tests.loaders.saying import reading_of, silent_on


def regions(text: str) -> dict[str, tuple[str, ...]]:
    return {node.name: node.regions for node in reading_of(text).nodes if isinstance(node, Initiative)}


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Runder Tisch Werften", "stadt-rostock"),
        ("Bündnis „Guter Stahl“", "stadt-kiel"),
    ],
)
def test_a_place_run_into_a_paragraph_of_a_newsletter_is_its_region(name: str, region: str) -> None:
    text = (
        "Rundbrief Küste\n\nRostock. Am Runden Tisch Werften sind wir vertreten.\n\n"
        "Kiel. Das Bündnis „Guter Stahl“ tagte im Mai.\n"
    )
    assert regions(text)[name] == (region,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Er ist Teil des bundesweiten Netzwerks „Fabrik und Nachbarn“.",
        "Die deutschlandweite Kampagne „Fabrik und Nachbarn“ unterstützt er.",
        "Bundesweit wirbt die Kampagne „Fabrik und Nachbarn“ um Nachwuchs.",
    ],
)
def test_what_is_there_in_the_whole_country_is_of_no_land(sentence: str) -> None:
    found = regions(f"Industriepakt Fulda in Hessen\n\nDer Industriepakt Fulda besteht seit 2014. {sentence}")
    assert next(value for name, value in found.items() if "Nachbarn" in name) == ("de",)


@pytest.mark.parametrize("place", ["Mittelhessen", "Unterweser", "Westküste"])
def test_a_place_the_register_does_not_know_is_no_initiative_and_silences_no_land(place: str) -> None:
    text = (
        f"Bündnisse in Hessen\n\nIndustriepakt Fulda\n\nEr besteht seit 2014.\n\n{place}\n\n"
        f"Zu {place} liegen uns keine Erkenntnisse vor.\n"
    )
    assert (list(regions(text)), silent_on(text)) == (["Industriepakt Fulda"], set())
