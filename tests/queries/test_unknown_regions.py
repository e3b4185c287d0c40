"""Regions and Kreise of which the documents tell nothing, and why."""

from graph.kinds import ActorKind, ChamberType
from queries.coverage import coverage
from seeds.register import load_register
from tests.factory import a_reading

REGISTER = load_register()


def test_an_unknown_land_says_why_nothing_is_known(store):
    told = a_reading().initiative("Bündnis", region="de-he").silence("de-by")
    told.actor("IHK zu Kiel", ActorKind.CHAMBER, chamber_type=ChamberType.IHK, region="de-sh")
    store.write_reading(told.initiative("Bundesweit", region="de").build())
    reasons = {one.region: one.reason.value for one in coverage(store, REGISTER).unknown}
    assert (reasons["de-by"], reasons["de-sh"], reasons["de-sl"]) == ("silence", "no_initiative", "nothing_named")
    assert "de-he" not in reasons


def districts(store, *regions: str, **asked: str) -> dict[str, tuple[int, int]]:
    """By Land how many Kreise have no initiative, and how many there are."""
    told = a_reading()
    for number, region in enumerate(regions):
        told.initiative(f"Bündnis {number}", region=region)
    store.write_reading(told.build())
    found = coverage(store, REGISTER, **asked).districts
    return {one.name: (len(one.districts), one.count) for one in found}


def test_kreise_are_told_only_of_laender_in_which_documents_speak_of_kreise(store):
    found = districts(store, "kreis-lippe", "stadt-kassel", "de-th", "de")
    assert found == {"Nordrhein-Westfalen": (52, 53)}


def test_an_initiative_of_the_whole_land_lies_in_no_kreis_and_one_of_a_town_in_its_own(store):
    lippe = REGISTER.find_region("Bad Salzuflen")
    assert districts(store, "de-nw", lippe.id, "kreis-hoexter") == {"Nordrhein-Westfalen": (51, 53)}


def test_a_silence_about_a_kreis_speaks_of_kreise_and_leaves_it_unknown(store):
    store.write_reading(a_reading().silence("kreis-lippe").initiative("Bündnis", region="stadt-duesseldorf").build())
    [land] = coverage(store, REGISTER).districts
    assert (land.name, "kreis-lippe" in dict(land.districts), len(land.districts)) == ("Nordrhein-Westfalen", True, 52)
    assert [one.name for one in coverage(store, REGISTER).unknown if one.evidence] == ["Kreis Lippe"]


def test_a_region_asked_for_narrows_the_kreise(store):
    assert districts(store, "kreis-lippe", region="Hessen") == {}
    assert coverage(store, REGISTER, region="kreis-lippe").districts[0].count == 1
