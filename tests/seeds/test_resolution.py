"""From a name to the body it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import RegisterError
from seeds.register import Reason, load_register
from seeds.resolution import is_literal

REGISTER = load_register()


@pytest.mark.parametrize(
    ("name", "region", "date", "row_id"),
    [
        ("Verband der Metall- und Elektroindustrie in Berlin und Brandenburg e. V.", "de-be", None, "vme-bb"),
        ("VME", "de-be", None, "vme-bb"),
        ("VME", "de-st", None, "vme-st"),
        ("Unternehmensverbände Berlin-Brandenburg", None, None, "uvb"),
        ("GESAMTMETALL", None, None, "gesamtmetall"),
        ("N3tzwerk Zukunft der Industrie", "de-bw", "2017", "netzwerk-zukunft-industrie"),
        ("Netzwerk Zukunft der Industrie e. V.", None, None, "netzwerk-zukunft-industrie"),
        ("VDMA Ost", "de-be", None, "vdma-ost"),
        ("DIHK Service GmbH", None, None, "dihk-service"),
        ("Baden-Württembergischer Industrie und Handelskammertag e. V.", "de-bw", None, "bwihk"),
        ("Landesverband der Baden-Württembergischen Industrie e. V", "de-bw", "2017", "lvi-bw"),
        ("Landesvereinigung Baden-Württembergischer Arbeitgeberverbände e. V.", "de-bw", "2017", "arbeitgeber-bw"),
        ("Baden-Württembergischer Handwerkstag e. V.", "de-bw", None, "bwht"),
        ("DGB-Bezirk Baden-Württemberg", "de-bw", None, "dgb-bw"),
        ("IG Bergbau, Chemie, Energie Baden-Württemberg", "de-bw", None, "igbce-bw"),
        ("IG Metall Baden-Württemberg", "de-bw", None, "igm-bw"),
        ("IG Metall Bezirk Mitte", "de-th", None, "igm-mitte"),
        ("IG Metall Mitte", None, None, "igm-mitte"),
        ("DGB Hessen-Thüringen", "de-th", None, "dgb-hessen-thueringen"),
        ("IG BCE", None, None, "igbce"),
        ("IGBCE", None, None, "igbce"),
        ("IG Bergbau, Chemie, Energie", None, None, "igbce"),
        ("IG BCE Landesbezirk Nordrhein", None, "2017", "igbce-nordrhein"),
        ("ver.di", None, None, "verdi"),
        ("Verdi", None, None, "verdi"),
        ("Vereinte Dienstleistungsgewerkschaft", None, None, "verdi"),
        ("NGG", None, None, "ngg"),
        ("ngg", None, None, "ngg"),
        ("IG BAU", "stadt-frankfurt-am-main", None, "ig-bau"),
        ("IHK Lippe zu Detmold", "kreis-lippe", None, "ihk-lippe"),
        ("Industrie- und Handelskammer Lippe zu Detmold", None, None, "ihk-lippe"),
        ("IHK Köln", None, None, "ihk-koeln"),
        ("IHK zu Düsseldorf", None, None, "ihk-duesseldorf"),
        ("Industrie- und Handelskammer Köln", None, None, "ihk-koeln"),
        ("IHK Frankfurt", None, None, "ihk-frankfurt"),
        ("IHK Frankfurt a.M.", "de-he", None, "ihk-frankfurt"),
        ("IHK Frankfurt am Main", None, None, "ihk-frankfurt"),
        ("IHK Frankfurt (Oder)", None, None, "ihk-ostbrandenburg"),
        ("HWK Frankfurt (Oder)", None, None, "hwk-frankfurt-oder"),
        ("Handwerkskammer Frankfurt a.M.", "de-he", None, "hwk-frankfurt-rhein-main"),
        ("Handelskammer Hamburg", None, None, "handelskammer-hamburg"),
        ("Arbeitgeberverband Lippe", "kreis-lippe", None, "agv-lippe"),
        ("Vereinigung der hessischen Unternehmerverbände", "de-he", None, "vhu"),
        ("VhU", "de-he", None, "vhu"),
        ("Landesvereinigung Unternehmerverbände Rheinland-Pfalz", "de-rp", None, "lvu"),
        ("Arbeitsgemeinschaft der rheinlandpfälzischen Industrie- und Handelskammern", "de-rp", None, "ihk-rlp"),
        ("Verband der Metall- und Elektro-Industrie", "de-th", None, "vmet"),
        ("Verband der Metall- und Elektro-Industrie (VMET)", None, None, "vmet"),
        ("Verband der Wirtschaft Thüringen", "de-th", None, "vwt"),
        ("hessisches Wirtschaftsministerium", "de-he", None, "min-he-wirtschaft"),
        ("hessischen Wirtschaftsministeriums", None, None, "min-he-wirtschaft"),
        ("Wirtschaftsministerium des Landes Nordrhein-Westfalen", None, None, "min-nw-wirtschaft"),
        ("Bundeswirtschaftsministeriums", None, None, "min-bund-wirtschaft"),
        ("BMWi", None, "2019", "min-bund-wirtschaft"),
        ("Bundesminister für Wirtschaft und Energie", None, "2018", "min-bund-wirtschaft"),
        ("Ministerium für Finanzen und Wirtschaft", "de-bw", "2014", "min-bw-wirtschaft"),
        ("MWEIMH", "de-nw", "2014", "min-nw-wirtschaft"),
        ("Ministerium für Wirtschaft, Energie, Industrie, Mittelstand und Handwerk", None, None, "min-nw-wirtschaft"),
        ("Minister für Wirtschaft, Energie, Industrie, Mittelstand und Handwerk", "de-nw", "2014", "min-nw-wirtschaft"),
        ("Ministerin für Wirtschaft, Klimaschutz, Energie und Landesplanung", "de-rp", "2013", "min-rp-wirtschaft"),
        ("Senator für Wirtschaft und Häfen", "de-hb", "2010", "min-hb-wirtschaft"),
        ("Berliner Senatsverwaltung für Wirtschaft, Energie und Betriebe", None, "2019", "min-be-wirtschaft"),
        ("Senatorin für Wirtschaft, Technologie und Frauen", "de-be", "2010", "min-be-wirtschaft"),
        ("Ministerium für Wissenschaft und Wirtschaft", "de-st", "2013", "min-st-wirtschaft"),
        ("Ministerium für Wirtschaft, Arbeit und Tourismus", "de-mv", None, "min-mv-wirtschaft"),
        ("Ministerium für Wirtschaft, Arbeit und Tourismus", "de-bw", "2023", "min-bw-wirtschaft"),
    ],
)
def test_a_name_leads_to_its_body(name, region, date, row_id):
    found = REGISTER.resolve(name, region=region, date=date)
    assert found[0].row.id == row_id
    assert found[0].score >= 0.85
    assert all(other.score < found[0].score for other in found[1:])


@pytest.mark.parametrize(
    ("word", "region", "row_id"),
    [
        ("Wirtschaftsministerium", "de-th", "min-th-wirtschaft"),
        ("Wirtschaftsministerium", "gemeinde-dormagen", "min-nw-wirtschaft"),
        ("Wirtschaftsministerium", "de", "min-bund-wirtschaft"),
        ("Wirtschaftsministeriums", "de-th", "min-th-wirtschaft"),
        ("Wirtschaftsministerin", "de-sl", "min-sl-wirtschaft"),
        ("Wirtschaftssenator", "de-hh", "min-hh-wirtschaft"),
        ("Wirtschaftssenat", "de-be", "min-be-wirtschaft"),
        ("WI-Ministerium", "de-bw", "min-bw-wirtschaft"),
        ("Arbeitsministerium", "de-nw", "min-nw-arbeit"),
    ],
)
def test_a_bare_ministry_is_the_line_of_the_land_around_it(word, region, row_id):
    (found,) = REGISTER.resolve(word, region=region)
    assert (found.row.id, found.reason) == (row_id, Reason.LINE_BY_LAND)


@pytest.mark.parametrize(
    "word", [*REGISTER.bare_surfaces(), "IHK", "Senat", "Landesregierung", "Staatskanzlei", "", "Bayern"]
)
def test_a_word_that_says_nothing_alone_leads_nowhere(word):
    assert REGISTER.resolve(word) == ()


def test_a_bare_chamber_is_resolved_only_where_there_is_one():
    (found,) = REGISTER.resolve("Handelskammer", region="de-hh")
    assert (found.row.id, found.reason) == ("handelskammer-hamburg", Reason.SOLE_CHAMBER)
    assert REGISTER.resolve("Handelskammer", region="de-nw") == ()


def test_an_ambiguous_name_gives_both_with_one_score():
    assert {(found.row.id, found.score) for found in REGISTER.resolve("VME")} == {("vme-bb", 1.0), ("vme-st", 1.0)}


def test_a_namesake_of_another_land_ranks_low():
    best, other = REGISTER.resolve("VME", region="de-st")
    assert (best.row.id, other.row.id, other.reason) == ("vme-st", "vme-bb", Reason.OTHER_REGION)
    assert other.score <= 0.5


def test_a_foreign_body_under_its_full_name_is_still_found():
    (found,) = REGISTER.resolve("IG Metall Küste", region="de-he")
    assert (found.row.id, found.reason) == ("igm-kueste", Reason.OTHER_REGION)


def test_a_land_in_the_name_beats_the_land_around_it():
    (found,) = REGISTER.resolve("DGB-Bezirk Sachsen", region="de-by")
    assert (found.row.id, found.score) == ("dgb-sachsen", 1.0)


@pytest.mark.parametrize(
    ("name", "date", "reason"),
    [
        ("LVI", "2020-12-31", Reason.SHORT_NAME),
        ("LVI", "2021-01-01", Reason.OTHER_TIME),
        ("Unternehmer Baden-Württemberg", "2017", Reason.OTHER_TIME),
        ("IGBCE Nordrhein", "2025-12-31", Reason.SHORT_NAME),
        ("IGBCE Nordrhein", "2026-01-01", Reason.OTHER_TIME),
        ("IGBCE Nordrhein", "2026", Reason.OTHER_TIME),
        ("IGBCE Nordrhein", None, Reason.SHORT_NAME),
        ("MWEIMH", "2017-06-29", Reason.SHORT_NAME),
        ("MWEIMH", "2017-06-30", Reason.OTHER_TIME),
        ("MWEIMH", "2017", Reason.SHORT_NAME),
    ],
)
def test_a_body_of_another_time_ranks_lower(name, date, reason):
    found = REGISTER.resolve(name, date=date)[0]
    assert found.reason is reason
    assert (found.score < 0.7) == (reason is Reason.OTHER_TIME)


@pytest.mark.parametrize(
    ("name", "date", "named"),
    [
        ("BMWi", "2019", "min-bund-wirtschaft-2013"),
        ("BMWi", "2010-05-01", "min-bund-wirtschaft-2005"),
        ("BMWi", None, None),
        ("MWEIMH", None, "min-nw-wirtschaft-2012"),
        ("Bundeswirtschaftsministerium", "2023", "min-bund-wirtschaft-2021"),
        ("Bundeswirtschaftsministerium", None, None),
    ],
)
def test_a_ministry_line_keeps_the_name_that_is_meant(name, date, named):
    found = REGISTER.resolve(name, date=date)[0]
    assert found.row.register_kind == "ministry_line"
    assert (found.named.id if found.named else None) == named


def test_a_labour_ministry_in_the_house_of_economy_is_that_house():
    (found,) = REGISTER.resolve("Behörde für Wirtschaft und Arbeit", region="de-hh", date="2005")
    assert (found.row.id, found.named.id) == ("min-hh-wirtschaft", "min-hh-wirtschaft-2001")


BODIES = [row for row in REGISTER.rows.values() if row.register_kind not in ("ministry_line", "ministry_name")]


@pytest.mark.parametrize("row", BODIES, ids=lambda row: row.id)
def test_every_body_is_found_by_its_own_names(row):
    for name in (row.name, row.short_name, *row.aliases):
        found = REGISTER.resolve(name)
        best = [candidate.row.id for candidate in found if candidate.score == found[0].score]
        assert row.id in best, name
        assert len(best) == 1 or name in ("VME", "Bayerische Chemieverbände"), (name, best)


@given(name=st.sampled_from(sorted({surface for surface, _ in REGISTER.surfaces()})), data=st.data())
def test_case_hyphens_and_blanks_never_matter(name, data):
    spelling = data.draw(
        st.sampled_from([str.upper, str.lower, lambda text: text.replace("-", " "), lambda text: f" {text} "])
    )
    assert [found.row.id for found in REGISTER.resolve(spelling(name))][:1] == [
        found.row.id for found in REGISTER.resolve(name)
    ][:1]


@given(name=st.text(max_size=60))
def test_any_text_gets_an_answer_within_bounds(name):
    found = REGISTER.resolve(name, region="de-he", date="2017")
    assert all(0 < candidate.score <= 1 for candidate in found)
    assert [candidate.score for candidate in found] == sorted((candidate.score for candidate in found), reverse=True)


def test_surfaces_hold_what_a_text_may_say():
    surfaces = set(REGISTER.surfaces())
    for pair in [
        ("Verband der Metall- und Elektroindustrie in Berlin und Brandenburg", "vme-bb"),
        ("VME", "vme-bb"),
        ("VME", "vme-st"),
        ("ngg", "ngg"),
        ("MWEIMH", "min-nw-wirtschaft"),
        ("Verband der Metall- und Elektro-Industrie in Thüringen", "vmet"),
    ]:
        assert pair in surfaces


@pytest.mark.parametrize("word", ["Die Arbeitgeber", "WI-Ministerium", "MW", "AK", "IHKs in Bayern", "Handelskammer"])
def test_everyday_words_and_groups_are_no_surfaces(word):
    assert not is_literal(word)
    assert word not in {surface for surface, _ in REGISTER.surfaces()}


def test_every_surface_resolves_to_its_row():
    lost = [
        (surface, row_id)
        for surface, row_id in REGISTER.surfaces()
        if row_id not in {found.row.id for found in REGISTER.resolve(surface)}
    ]
    assert lost == []


@pytest.mark.parametrize("date", ["gestern", "2017-13", "2017-02-30", "17", "2017-1-1"])
def test_a_date_that_is_none_is_refused(date):
    with pytest.raises(RegisterError) as caught:
        REGISTER.resolve("DGB", date=date)
    assert (caught.value.code, caught.value.details) == ("bad_date", {"date": date})


def test_an_unknown_region_is_refused():
    with pytest.raises(RegisterError) as caught:
        REGISTER.resolve("DGB", region="atlantis")
    assert caught.value.code == "unknown_region"
