"""Who takes part, in which role: cues, slots, lists, coordination."""

import pytest

from tests.loaders.saying import reading_of, takes_part

OPENING = "Industriebündnis Ostwestfalen\n\nDas Industriebündnis Ostwestfalen besteht seit 2014. "


@pytest.mark.parametrize(
    ("sentence", "who", "role"),
    [
        ("Unter Federführung der IHK Köln arbeiten sie an Leitlinien.", "ihk-koeln", "lead"),
        ("Die Koordination liegt bei der Handwerkskammer Dortmund.", "hwk-dortmund", "lead"),
        ("Träger sind die IHK Aachen und die Handwerkskammer Aachen.", "hwk-aachen", "sponsor"),
        ("Getragen wird das Bündnis von der IHK Bonn/Rhein-Sieg und dem DGB.", "dgb", "sponsor"),
        ("Dem Bündnis gehören die IG Metall und die IG BCE an.", "igbce", "member"),
        ("Mitglieder sind ver.di, die NGG und die IG BAU.", "verdi", "member"),
        (
            "Finanziert wird das Bündnis vom Bundesministerium für Wirtschaft und Energie.",
            "min-bund-wirtschaft",
            "funder",
        ),
        ("Das Bündnis steht unter der Schirmherrschaft der Staatskanzlei.", "Staatskanzlei", "patron"),
        ("Umgesetzt werden die Maßnahmen von der Handwerkskammer Dresden.", "hwk-dresden", "organiser"),
        ("Gegründet haben es die IHK Erfurt und die IG Metall.", "ihk-erfurt", "founder"),
        ("Es wurde von der IHK Kassel-Marburg und dem DGB ins Leben gerufen.", "dgb", "founder"),
        ("Gemeinsam mit der IHK Chemnitz richtet es Werkstätten aus.", "ihk-chemnitz", "partner"),
        ("Der BDI und die IG Metall sitzen mit am Tisch.", "bdi", "participant"),
        ("An den Sitzungen nehmen die IG Metall und der VDMA teil.", "vdma", "participant"),
    ],
)
def test_a_cue_gives_the_role(sentence: str, who: str, role: str) -> None:
    assert (who, role) in takes_part(OPENING + sentence)


def test_bullets_under_a_lead_in_are_members() -> None:
    text = OPENING + "Im Beirat beteiligt sind:\n\n• IHK Köln\n• DGB, IG Metall, ngg\n• Getriebewerk Lemgo\n"
    assert {
        ("ihk-koeln", "member"),
        ("dgb", "member"),
        ("ngg", "member"),
        ("Getriebewerk Lemgo", "member"),
    } <= takes_part(text)


@pytest.mark.parametrize("topic", ["Die Schwerpunkte sind:", "Ziele des Bündnisses:", "Das Papier hat drei Kapitel:"])
def test_bullets_under_a_topic_are_nobody(topic: str) -> None:
    text = OPENING + topic + "\n\n• Digitalisierung\n• Fachkräfte\n• Maritime Industrie\n"
    assert takes_part(text) == set()


def test_one_complement_serves_two_chambers() -> None:
    text = OPENING + "Mitglieder sind die IHK und Handwerkskammer Kassel."
    assert {who for who, _ in takes_part(text)} >= {"hwk-kassel"}
    assert any(who.startswith("ihk-kassel") for who, _ in takes_part(text))


def test_one_plural_head_serves_several_names() -> None:
    text = OPENING + "Mitglieder sind die Landkreise Höxter, Lippe und Paderborn."
    assert {
        ("Landkreis Höxter", "member"),
        ("Landkreis Lippe", "member"),
        ("Landkreis Paderborn", "member"),
    } <= takes_part(text)


def test_commas_inside_a_union_s_name_do_not_split_it() -> None:
    text = OPENING + "Mitglieder sind die IG Bergbau, Chemie, Energie und die IG Metall."
    assert takes_part(text) == {("igbce", "member"), ("ig-metall", "member")}


def test_a_portfolio_list_is_one_ministry() -> None:
    text = OPENING + "Träger ist das Ministerium für Wirtschaft, Energie, Industrie, Mittelstand und Handwerk (MWEIMH)."
    assert [who for who, _ in takes_part(text)] == ["min-nw-wirtschaft"]


def test_groups_take_part_as_groups_and_never_become_register_entries() -> None:
    text = OPENING + "Mitglieder sind Kammern, Gewerkschaften sowie Wirtschafts- und Industrieverbände."
    assert {who for who, _ in takes_part(text)} == {
        "<Kammern>",
        "<Gewerkschaften>",
        "<Wirtschafts- und Industrieverbände>",
    }


def test_in_verbaende_wie_der_only_the_named_one_takes_part() -> None:
    text = OPENING + "Mitglieder sind Verbände wie der VDMA Ost."
    assert takes_part(text) == {("vdma-ost", "member")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Bündnis ist unabhängig von Parteien, Verbänden und Gewerkschaften.",
        "Ob die IG Metall eingeladen wird, ist offen.",
        "Die IHK Köln hat sich noch nicht entschieden.",
        "Kontakt: Erika Musterfrau; IHK Köln",
        "© IHK Köln / Bildwerk",
    ],
)
def test_what_is_no_participation_gives_none(sentence: str) -> None:
    assert takes_part(OPENING + "\n\n" + sentence) == set()


def test_every_quote_is_a_slice_of_the_text() -> None:
    text = OPENING + "Träger sind die IHK Aachen und der DGB. Die Gewerkschaften sind nicht beteiligt."
    statements = reading_of(text).statements
    assert statements
    assert all(text[s.quote_start : s.quote_end] == s.quote for s in statements)


def test_reading_twice_gives_the_same_reading() -> None:
    text = OPENING + "Träger sind die IHK Aachen und der DGB."
    assert reading_of(text) == reading_of(text)


def test_a_long_small_word_beside_a_body_is_read_once_not_in_every_way_it_can_be_cut() -> None:
    slashed = "industriepolitisch-gesamtwirtschaftlich/gesellschaftlich-verantwortungsvollerweise"
    found = takes_part(f"{OPENING}Mitglieder sind {slashed} die IHK Köln. Träger ist die IHK Bonn/Rhein-Sieg.")
    assert ("ihk-bonn-rhein-sieg", "sponsor") in found
