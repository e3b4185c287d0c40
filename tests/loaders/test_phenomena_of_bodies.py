"""The thirty things that make German texts on alliances hard (research note on extraction, section 3), in variations.

Other names, other regions, another word order, another inflection than in the documents the list was made from. Each
table was written before a rule was looked at.
"""

import pytest

from graph.model import Interest
from tests.loaders.saying import belongs, is_absent, reading_of, takes_part

BW, HE, NI, NW = (
    f"Industriebündnisse in {land}\n\nIndustriepakt {place}\n\nDer Industriepakt {place} besteht seit 2014. "
    for land, place in (
        ("Baden-Württemberg", "Neckar"),
        ("Hessen", "Nordhessen"),
        ("Niedersachsen", "Emsland"),
        ("Nordrhein-Westfalen", "Lippe"),
    )
)


def who(text: str) -> set[str]:
    return {name for name, _role in takes_part(text)}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mitglieder sind die IG Bergbau, Chemie, Energie Nordost, die IHK Köln und der DGB.", 3),
        ("Beteiligt sind: IG Bauen-Agrar-Umwelt, Gewerkschaft Nahrung, Genuss, Gaststätten, IG Metall.", 3),
        ("Dem Pakt gehören der Verband der Chemischen Industrie, die Gewerkschaft Erziehung und Wissenschaft, "
         "die IG Bergbau, Chemie, Energie und Südwestmetall an.", 4),
        ("Partner sind der Bundesverband Glasindustrie, die IG Bergbau, Chemie, Energie und die IHK Fulda.", 3),
    ],
)  # fmt: skip
def test_01_commas_inside_a_name_split_nothing(sentence: str, found: int) -> None:
    assert len(who(BW + sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Träger ist das Ministerium für Wirtschaft, Arbeit, Energie und Verkehr.", 1),
        ("Gefördert wird der Pakt vom Ministerium für Wirtschaft, Verkehr, Bauen und Digitalisierung (MW).", 1),
        ("Unter Federführung des Ministeriums für Umwelt, Klima, Landwirtschaft, Forsten und Verbraucherschutz "
         "arbeitet er.", 1),
        ("Mitglieder sind die Senatsverwaltung für Wirtschaft, Energie und Betriebe, der DGB und die IHK Köln.", 3),
    ],
)  # fmt: skip
def test_02_a_portfolio_is_one_ministry(sentence: str, found: int) -> None:
    assert len(who(NI + sentence)) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Mitglieder sind der Baden-Württembergische Industrie und Handelskammertag e. V, und der DGB.",
        "Mitglieder sind Landesverband der Baden Württembergischen Industrie e. V., DGB",
        "Mitglieder sind der Baden Württembergische Handwerkstag e.V, der DGB.",
    ],
)
def test_03_a_slip_of_hyphen_or_dot_costs_no_member(sentence: str) -> None:
    assert len(who(BW + sentence)) == 2 and "dgb" in who(BW + sentence)


@pytest.mark.parametrize(
    ("items", "found"),
    [
        ("• DGB, ver.di, ig metall, evg,\n• ngg und IG BAU", {"dgb", "verdi", "ig-metall", "evg", "ngg", "ig-bau"}),
        ("- VDMA, ZVEI, BDI,\n- IG BCE,", {"vdma", "zvei", "bdi", "igbce"}),
        ("* dgb, igbce, NGG,", {"dgb", "igbce", "ngg"}),
    ],
)
def test_04_acronyms_in_one_bullet_are_one_member_each(items: str, found: set[str]) -> None:
    assert who(f"{HE}\n\nMitglieder sind:\n\n{items}\n") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mitglieder sind IHK und Handwerkskammer Kassel.", {"ihk-kassel-marburg", "hwk-kassel"}),
        ("Getragen wird er von der Handwerkskammer und der IHK Aachen.", {"hwk-aachen", "ihk-aachen"}),
        ("IHK sowie Handwerkskammer Dortmund haben ihn gegründet.", {"ihk-dortmund", "hwk-dortmund"}),
        ("Es beteiligen sich die Industrie- und Handelskammer sowie die Handwerkskammer Frankfurt a.M. und der DGB.",
         {"ihk-frankfurt", "hwk-frankfurt-rhein-main", "dgb"}),
    ],
)  # fmt: skip
def test_05_two_chambers_share_a_place(sentence: str, found: set[str]) -> None:
    assert who(HE + sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Beteiligt sind Wirtschafts- und Sozialverbände.", {"<Wirtschafts- und Sozialverbände>"}),
        ("Mitglieder sind Arbeitgeber- und Industrieverbände sowie Gewerkschaften.",
         {"<Arbeitgeber- und Industrieverbände>", "<Gewerkschaften>"}),
        ("Getragen wird er von Industrie- und Handelskammern und Handwerkskammern.",
         {"<Industrie- und Handelskammern>", "<Handwerkskammern>"}),
    ],
)  # fmt: skip
def test_06_truncated_compounds_are_groups(sentence: str, found: set[str]) -> None:
    assert who(NI + sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Der Pakt ist ein Zusammenschluss der IHK Fulda, des DGB und der Hochschule Fulda.",
         {"ihk-fulda", "dgb", "Hochschule Fulda"}),
        ("Er ist ein Bündnis der Handwerkskammer Kassel, der IG Metall sowie des VDMA.",
         {"hwk-kassel", "ig-metall", "vdma"}),
        ("Als Gemeinschaftsinitiative des Landkreises Fulda, der IHK Fulda und der IG BCE wirbt er für die Industrie.",
         {"Landkreis Fulda", "ihk-fulda", "igbce"}),
        ("Es handelt sich um einen Zusammenschluss von IHK Fulda, IG BAU und großen Unternehmen.",
         {"ihk-fulda", "ig-bau", "<Unternehmen>"}),
    ],
)  # fmt: skip
def test_07_a_chain_of_genitives_lists_members(sentence: str, found: set[str]) -> None:
    assert {name if not name.startswith("<") else "<Unternehmen>" for name in who(HE + sentence)} == found


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("Er arbeitet unter Federführung der IHKs.", "<IHKs>"),
        ("Unter der Federführung der Handwerkskammern wird geplant.", "<Handwerkskammern>"),
        ("Die Federführung liegt bei den Gewerkschaften.", "<Gewerkschaften>"),
        ("Federführend sind die Arbeitgeberverbände.", "<Arbeitgeberverbände>"),
    ],
)
def test_08_a_group_leads_and_nobody_guesses_which(sentence: str, group: str) -> None:
    assert takes_part(NW + sentence) == {(group, "lead")}


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Unter Federführung der IHK Bonn/Rhein-Sieg tagen das Forum Chemie und der Lenkungskreis Energie "
         "beim Oberbürgermeister.", {"ihk-bonn-rhein-sieg"}),
        ("Unter Leitung der Handwerkskammer Aachen sowie des DGB berät er Betriebe.", {"hwk-aachen", "dgb"}),
        ("Unter Federführung des DGB arbeitet er, die IG Metall und die IHK Köln sind Mitglieder.", {"dgb"}),
    ],
)  # fmt: skip
def test_09_a_lead_ends_where_its_case_ends(sentence: str, leads: set[str]) -> None:
    assert {name for name, role in takes_part(NW + sentence) if role == "lead"} == leads


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Unter Federführung der Ministerin für Wirtschaft entstand ein Leitbild.", "lead"),
        ("Schirmherr ist der Wirtschaftsminister.", "patron"),
        ("Die Schirmherrschaft hat die frühere Wirtschaftsministerin übernommen.", "patron"),
        ("Der Pakt wurde vom damaligen Wirtschaftsminister ins Leben gerufen.", "founder"),
    ],
)
def test_10_an_office_stands_for_its_authority(sentence: str, role: str) -> None:
    found = takes_part(NI + sentence)
    assert {found_role for _name, found_role in found} == {role}
    assert all("minist" in name.lower() or name.startswith("min-") for name, _role in found)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Im Auftrag des Bundesarbeitsministeriums führt die Prognos AG die Geschäfte.",
         ("Prognos AG", "min-bund-arbeit")),
        ("Die Prognos AG begleitet ihn im Auftrag der IHK Köln.", ("Prognos AG", "ihk-koeln")),
        ("Im Auftrag der Stadt Bottrop betreibt die Agentur Blau GmbH die Geschäftsstelle.",
         ("Agentur Blau GmbH", "Stadt Bottrop")),
    ],
)  # fmt: skip
def test_11_who_commissions_and_who_provides_are_both_told(sentence: str, found: tuple[str, str]) -> None:
    told = dict(takes_part(NW + sentence))
    assert set(found) <= set(told)
    assert told[found[1]] != "service_provider"


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("Er wirbt für den Standort. Sein Sitz ist Lemgo. Die Gewerkschaften sind nicht dabei.", "<Gewerkschaften>"),
        ("Er tagt zweimal im Jahr. Die Handwerkskammern sind daran nicht beteiligt.", "<Handwerkskammern>"),
        ("Ihn tragen zwölf Betriebe. Nicht beteiligt ist bislang die IG Metall.", "ig-metall"),
    ],
)
def test_12_an_absence_belongs_to_the_initiative_before(sentence: str, absent: str) -> None:
    assert is_absent(NW + sentence) == {(absent, "absent")}


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("Die Gewerkschaften gehören ihm formell nicht an, unterstützen ihn jedoch.", "<Gewerkschaften>"),
        ("Der DGB ist kein offizielles Mitglied, begleitet die Arbeit aber.", "dgb"),
        ("Die IG Metall ist zwar nicht offiziell vertreten, arbeitet aber in Gruppen mit.", "ig-metall"),
        ("Formal nicht beteiligt ist die NGG, sie unterstützt den Pakt aber.", "ngg"),
    ],
)
def test_13_not_formally_but_in_support_is_informal(sentence: str, absent: str) -> None:
    assert is_absent(NI + sentence) == {(absent, "informal")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Er ist unabhängig von Gewerkschaften, Kammern und Parteien.",
        "Der Pakt arbeitet überparteilich und unabhängig von Verbänden.",
        "Als neutrale, von Verbänden und Unternehmen unabhängige Plattform wirbt er für den Standort.",
    ],
)
def test_14_independence_is_no_absence_and_no_presence(sentence: str) -> None:
    assert (is_absent(NI + sentence), takes_part(NI + sentence)) == (set(), set())


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Den Vorsitz teilen sich Dr. Karl Blau (VDMA) und Ute Grün (IG Metall).",
            {("vdma", "lead"), ("ig-metall", "lead")},
        ),
        ("Geleitet wird er von Petra Roth (IHK Köln).", {("ihk-koeln", "lead")}),
        (
            "Sprecher des Paktes ist der Geschäftsführer der Handwerkskammer Aachen, Jens Weiß.",
            {("hwk-aachen", "lead")},
        ),
        ("Schirmherr ist Oberbürgermeister Jan Schwarz.", set()),
    ],
)
def test_23_persons_stand_for_their_organisations(sentence: str, found: set[tuple[str, str]]) -> None:
    told = takes_part(NW + sentence)
    assert found <= told
    assert not any(name in str(told) for name in ("Blau", "Grün", "Roth", "Weiß", "Schwarz"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Unter Federführung der IHK Köln arbeiten im Pakt zusammen:\n\n• IG Metall\n• Handwerkskammer Aachen\n",
         {("ihk-koeln", "lead"), ("ig-metall", "member"), ("hwk-aachen", "member")}),
        ("Im Lenkungskreis sind vertreten:\n\n\n- DGB\n\n- IHK Aachen\n",
         {("dgb", "member"), ("ihk-aachen", "member")}),
        ("Dem Beirat gehören an\n\n* VDMA\n* IG BCE\n* Stadt Lemgo\n",
         {("vdma", "member"), ("igbce", "member"), ("Stadt Lemgo", "member")}),
        ("Folgende Organisationen tragen den Pakt:\n\n1. DGB\n2. IHK Aachen\n",
         {("dgb", "sponsor"), ("ihk-aachen", "sponsor")}),
    ],
)  # fmt: skip
def test_24_a_cue_licenses_the_bullets_below(text: str, found: set[tuple[str, str]]) -> None:
    assert takes_part(f"{NW}\n\n{text}") == found


@pytest.mark.parametrize(
    "lead",
    ["Im Mittelpunkt stehen folgende Handlungsfelder:", "Themen der Arbeitsgruppen sind:", "Dabei geht es um:"],
)
def test_25_bullets_of_topics_are_nobody(lead: str) -> None:
    text = f"{NW}\n\n{lead}\n\n• Energie und Rohstoffe\n• Handwerk\n• Arbeit der Zukunft\n• Forschung, Universitäten\n"
    assert takes_part(text) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Träger ist das Ministerium für Wirtschaft, Arbeit und Wohnungsbau. Das Wirtschaftsministerium lädt ein.",
        "Träger ist das Wirtschaftsministerium Baden-Württemberg. Getragen wird er vom Wirtschaftsministerium.",
        "Das baden-württembergische Wirtschaftsministerium fördert ihn. Das Ministerium trägt die Kosten.",
    ],
)
def test_26_a_ministry_under_two_names_is_one_ministry(sentence: str) -> None:
    assert len(who(BW + sentence)) == 1


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mitglieder sind die IG Metall und die Gewerkschaften des Landes.", {"ig-metall", "<Gewerkschaften>"}),
        ("Beteiligt sind Verbände wie der ZVEI.", {"zvei"}),
        ("Mitglieder sind die IHK Fulda und weitere Kammern.", {"ihk-fulda", "<Kammern>"}),
        ("Es beteiligen sich Gewerkschaften, allen voran die IG BCE.", {"igbce", "<Gewerkschaften>"}),
    ],
)
def test_27_a_member_and_its_class_stand_side_by_side(sentence: str, found: set[str]) -> None:
    told = {name if not name.startswith("<") else f"<{name.strip('<>').split()[-1]}>" for name in who(HE + sentence)}
    assert {name.replace("<Landes>", "<Gewerkschaften>") for name in told} == found


@pytest.mark.parametrize(
    ("sentence", "member"),
    [
        ("Der DGB hat 2014 dazu eingeladen. Seitdem koordiniert er den Pakt.", ("dgb", "lead")),
        ("Die IHK Fulda ist seit 2015 Mitglied. Sie finanziert auch die Geschäftsstelle.", ("ihk-fulda", "funder")),
        ("Mitglied ist die IG Metall. Sie leitet die Arbeitsgruppe Bildung.", ("ig-metall", "lead")),
        (
            "Gründer waren der VDMA und der DGB. Begleitet werden sie dabei von der IHK Fulda.",
            ("ihk-fulda", "supporter"),
        ),
    ],
)
def test_28_a_pronoun_stands_for_the_body_before(sentence: str, member: tuple[str, str]) -> None:
    assert member[0] in who(HE + sentence)
    assert member in takes_part(HE + sentence)


@pytest.mark.parametrize(
    ("sentence", "nobody"),
    [
        ("Der DGB ist Mitglied. Er leitet die Arbeitsgruppe Bildung.", "lead"),
        ("Die IHK Fulda ist Partner. Er finanziert ein Projekt.", "funder"),
        ("Die IHK Fulda und die NGG sind Partner. Sie leitet eine Gruppe.", "lead"),
        ("Die IHK Fulda ist neben der NGG Partner. Sie leitet den Pakt.", "lead"),
        ("Die Vorsitzende Ute Kern kommt von der IHK Fulda. Sie leitet den Pakt.", "lead"),
        ("Die IHK Fulda ist Partner.\n\nSie leitet den Pakt.", "lead"),
    ],
)
def test_28_a_pronoun_that_may_stand_for_another_stands_for_nobody(sentence: str, nobody: str) -> None:
    assert nobody not in {role for _name, role in takes_part(HE + sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Die IG Metall ist an einer Zusammenarbeit sehr interessiert.",
        "Es wird erwogen, die IHK Fulda einzubinden.",
        "Der DGB möchte sich künftig stärker einbringen.",
        "Geplant ist, auch die Handwerkskammer Kassel zu beteiligen.",
        "Die Hochschule Fulda würde gern Partner werden.",
    ],
)
def test_29_interest_and_plans_are_no_participation(sentence: str) -> None:
    assert takes_part(HE + sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Die IG Metall ist an einer Zusammenarbeit sehr interessiert.",
        "Der DGB sucht Partner für ein gemeinsames Projekt.",
        "Die IHK Fulda bietet Betrieben kostenfreie Beratung an.",
        "Die Hochschule Fulda möchte sich vernetzen.",
    ],
)
def test_29_interest_is_kept_as_interest(sentence: str) -> None:
    assert [fact for fact in reading_of(HE + sentence).facts if isinstance(fact, Interest)]


@pytest.mark.parametrize(
    "text",
    [
        "Ansprechpartnerin: Eva Blau; DGB; Abteilung Industrie",
        "© IHK Köln / Adobe Stock / Bildwerk",
        "Die Feier fand im Theater Fulda statt.",
        "Foto: Hochschule Fulda",
        "Impressum\n\nIHK Fulda, Heinrichstraße 8, 36037 Fulda",
    ],
)
def test_30_boilerplate_and_scenery_are_nobody(text: str) -> None:
    assert takes_part(f"{HE}\n\n{text}\n") == set()


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Die IHK Fulda ist Mitglied der DIHK.", ("ihk-fulda", "dihk")),
        ("Der Verband Garnwerk e. V. ist Mitgliedsverband im Gesamtverband Textil e. V.",
         ("Verband Garnwerk e. V.", "Gesamtverband Textil e. V.")),
        ("Die IG BAU gehört dem DGB an.", ("ig-bau", "dgb")),
        ("Als Mitglied im Bundesverband der Deutschen Industrie vertritt der VDMA den Maschinenbau.", ("vdma", "bdi")),
    ],
)  # fmt: skip
def test_a_body_is_a_member_of_a_body(text: str, pair: tuple[str, str]) -> None:
    assert pair in belongs(f"Verbände im Überblick\n\n{text}")


@pytest.mark.parametrize(
    ("text", "who_and_role"),
    [
        ("Finanziert wird der Pakt vom Land Hessen und durch Partner aus der Wirtschaft.", ("Land Hessen", "funder")),
        ("Finanziert wird er von der IHK Fulda und durch den DGB.", ("dgb", "funder")),
        ("Gefördert wird er durch die IHK Fulda sowie aus Mitteln der Stadt Kassel.", ("Stadt Kassel", "funder")),
    ],
)
def test_a_passive_may_have_two_funders(text: str, who_and_role: tuple[str, str]) -> None:
    found = takes_part(HE + text)
    assert who_and_role[1] in {role for _name, role in found}
    assert who_and_role in found
    assert len(found) == 2


@pytest.mark.parametrize("place", ["Im Land Hessen", "Im ganzen Land Hessen", "In dem Land Hessen"])
def test_a_land_as_a_place_is_nobody(place: str) -> None:
    assert takes_part(f"{HE}{place} fördert der Pakt mit dem DGB Betriebe.") <= {("dgb", "partner")}
