"""For one body of the register: where it is absent, not named, perhaps there, spoken for, or there."""

import pytest

from graph.errors import QuestionError
from graph.kinds import ActorKind, ChamberType, InitiativeType
from queries.body_cells import BodyValue
from queries.one_body import one_body
from queries.register_bodies import find_bodies
from queries.speaking import Way
from seeds.expectation import Ground
from seeds.register import load_register
from tests.factory import a_reading

REGISTER = load_register()
KAMMER, UNION, COMPANY, MINISTRY = ActorKind.CHAMBER, ActorKind.UNION, ActorKind.COMPANY, ActorKind.MINISTRY
MITTE = "igm-mitte"


def hessen():
    """Ten initiatives; each tells one thing of IG Metall's district Mitte. The last three are not of its territory."""
    told = a_reading("a.txt", date="2017-03-01").actor("Otis", COMPANY)
    for name, region in [
        ("Absage", "de-he"),
        ("Chemie", "de-th"),
        ("Dach", "stadt-kassel"),
        ("Gruppe", "de-rp"),
        ("Leer", "de-sl"),
        ("Mutter", "stadt-frankfurt-am-main"),
        ("Sitz", "de-th"),
        ("Wort", "de-he"),
        ("Bund", "de"),
        ("Küste", "de-sh"),
        ("Messe", "de-sh"),
    ]:
        told.initiative(name, region=region)
        if name != "Leer":
            told.participates("Otis", name)
    told.actor("IG Metall Mitte", UNION, register_id=MITTE).actor("IG Metall", UNION, register_id="ig-metall")
    told.actor("IGBCE", UNION, register_id="igbce-he-th").actor(
        "DGB Nordhessen", UNION, register_id="dgb-hessen-thueringen"
    )
    told.participates("IG Metall Mitte", "Sitz").participates("IG Metall Mitte", "Messe")
    told.participates("IG Metall", "Mutter").participates("IG Metall", "Bund")
    told.participates("IGBCE", "Chemie").participates("DGB Nordhessen", "Dach")
    told.group("Gewerkschaften", UNION, "Gruppe").participates("Gewerkschaften", "Gruppe")
    told.group("Gewerkschaften ", UNION, "Absage").absent("Absage", "Gewerkschaften ", quote="Ohne die Gewerkschaften.")
    return told.unread("Tarifpartner", UNION, initiative="Wort").build()


@pytest.fixture
def mitte(store):
    store.write_reading(hessen())
    return one_body(store, REGISTER, MITTE)


def test_each_way_of_being_or_not_being_there_is_told_apart_absences_first(mitte):
    assert [(one.initiative.name, one.cell.value.value) for one in mitte.tables] == [
        ("Absage", "absent"),
        ("Chemie", "not_mentioned"),
        ("Gruppe", "as_group"),
        ("Dach", "represented"),
        ("Mutter", "represented"),
        ("Wort", "to_check"),
        ("Leer", "nobody_named"),
        ("Messe", "present"),
        ("Sitz", "present"),
    ]


def test_a_table_says_what_its_word_rests_on_and_who_else_of_the_kind_is_there(mitte):
    told = {one.initiative.name: one for one in mitte.tables}
    assert [item.quote for item in told["Absage"].cell.evidence] == ["Ohne die Gewerkschaften."]
    assert (told["Gruppe"].cell.who, told["Wort"].cell.who) == (("Gewerkschaften",), ("Tarifpartner",))
    assert told["Chemie"].kind.who == ("IGBCE",)
    assert [(one.participant, one.way) for one in told["Mutter"].cell.routes] == [("IG Metall", Way.PARENT)]
    assert [(one.participant, one.way) for one in told["Dach"].cell.routes] == [("DGB Nordhessen", Way.UMBRELLA)]
    assert (told["Sitz"].ground, told["Messe"].ground) == (Ground.LAND, None)


def test_its_territory_and_the_register_s_source_go_with_it(mitte):
    assert (mitte.body.name, mitte.body.regions) == ("IG Metall Mitte", ("de-he", "de-rp", "de-sl", "de-th"))
    assert mitte.body.sources == REGISTER.rows[MITTE].sources
    assert mitte.unknown == ()


def test_regions_of_its_territory_without_any_initiative_are_no_gaps(store):
    store.write_reading(a_reading().initiative("Runde", region="de-he").silence("de-th").build())
    found = one_body(store, REGISTER, MITTE)
    assert [region.name for region in found.unknown] == ["Rheinland-Pfalz", "Saarland", "Thüringen"]


def test_a_region_narrows_the_answer(store):
    store.write_reading(hessen())
    found = one_body(store, REGISTER, MITTE, region="Thüringen")
    assert [one.initiative.name for one in found.tables] == ["Chemie", "Sitz"]


def test_a_seat_in_a_federal_alliance_is_none_in_the_district(store):
    store.write_reading(hessen())
    assert [one.initiative.name for one in one_body(store, REGISTER, "ig-metall").tables] == ["Bund", "Mutter"]
    assert "Bund" not in [one.initiative.name for one in one_body(store, REGISTER, MITTE).tables]


def test_the_other_chamber_of_a_place_does_not_cover(store):
    told = a_reading().initiative("Runde", region="kreis-lippe")
    told.actor("IHK Lippe", KAMMER, chamber_type=ChamberType.IHK, register_id="ihk-lippe").participates(
        "IHK Lippe", "Runde"
    )
    store.write_reading(told.build())
    (ihk,), (hwk,) = (one_body(store, REGISTER, id).tables for id in ("ihk-lippe", "hwk-owl"))
    assert (ihk.cell.value, hwk.cell.value) == (BodyValue.PRESENT, BodyValue.NOT_MENTIONED)


def test_what_is_a_union_s_absence_is_no_association_s(store):
    told = a_reading().initiative("Runde", region="de-he").actor("Otis", COMPANY).participates("Otis", "Runde")
    told.group("Arbeitgeberverbände", ActorKind.EMPLOYERS_ASSOCIATION, "Runde").absent("Runde", "Arbeitgeberverbände")
    store.write_reading(told.build())
    values = {id: one_body(store, REGISTER, id).tables[0].cell.value for id in ("vhu", "vci-hessen", MITTE)}
    assert values == {
        "vhu": BodyValue.ABSENT,
        "vci-hessen": BodyValue.NOT_MENTIONED,
        MITTE: BodyValue.NOT_MENTIONED,
    }


@pytest.mark.parametrize("name", ["Landesregierung", "Staatskanzlei"])
def test_a_government_without_a_line_of_its_own_may_be_the_ministry(store, name):
    told = a_reading().initiative("Runde", region="de-th").actor(name, MINISTRY, region="de-th")
    store.write_reading(told.participates(name, "Runde").build())
    (there,) = one_body(store, REGISTER, "min-th-wirtschaft").tables
    assert (there.cell.value, there.cell.who) == (BodyValue.AS_GROUP, (name,))


def test_a_body_is_looked_up_on_the_date(store):
    store.write_reading(a_reading("a.txt", date="2017").initiative("Runde", region="de-nw").build())
    then = one_body(store, REGISTER, "igbce-westfalen", date="2018")
    assert (then.body.is_there, [one.partial for one in then.tables]) == (True, [True])
    now = one_body(store, REGISTER, "igbce-westfalen", date="2026-02")
    assert (now.body.is_there, now.body.valid_to, now.tables) == (False, "2025-12-31", ())


def test_an_event_counts_only_where_the_body_is_named(store):
    told = a_reading().initiative("Nacht", region="de-he", type=InitiativeType.EVENT)
    store.write_reading(told.build())
    assert one_body(store, REGISTER, MITTE).tables == ()


@pytest.mark.parametrize(("id", "code"), [("gibt-es-nicht", "unknown_body"), ("arbeitskammer-saarland", "never_asked")])
def test_what_cannot_be_asked_is_refused(store, id, code):
    with pytest.raises(QuestionError) as caught:
        one_body(store, REGISTER, id)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("IG Metall Bezirk Mitte", [MITTE]),
        ("ig metall mitte", [MITTE]),
        (MITTE, [MITTE]),
        ("VME", ["vme-bb", "vme-st"]),
        ("Thüringer Wirtschaftsministerium", ["min-th-wirtschaft"]),
        ("IGBCE Westfalen", ["igbce-westfalen"]),
        ("DIHT", ["dihk"]),
        ("HWK Ostwestfalen-Lippe", ["hwk-owl"]),
        ("IHK", []),
        (" ", []),
        ("IG Metal Mite", []),
    ],
)
def test_a_body_is_found_by_any_of_its_names(name, found):
    assert [body.id for body in find_bodies(REGISTER, name).matches] == found


def test_an_unknown_name_gives_the_three_nearest():
    found = find_bodies(REGISTER, "IG Metal Mite")
    assert (found.matches, len(found.nearest), found.nearest[0].id) == ((), 3, MITTE)


def test_a_ministry_is_shown_under_its_name_of_the_day():
    (then,) = find_bodies(REGISTER, "min-nw-wirtschaft", date="2016").matches
    assert (then.short_name, then.valid_to) == ("MWEIMH", "2017-06-30")
