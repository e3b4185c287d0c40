"""Sample tables with what they say: invented initiatives, real chambers and unions. Written before the rules."""

from dataclasses import dataclass, field

Grid = list[list[object]]
Said = set[tuple[str, str, str]]  # (organisation, initiative, role)

STAHL, DIALOG, WERKRAUM = "Bündnis Stahl am Rhein", "Industriedialog Werratal", "Allianz Werkraum Ostalb"


@dataclass(frozen=True)
class Sample:
    """A table: `sheets` by name, the file's stem, who takes part, the lines that are ignored with their reasons."""

    sheets: dict[str, Grid]
    said: Said
    stem: str = "tabelle"
    ignored: dict[int, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()


EDGE_LISTS = {
    "german headings": Sample(
        {
            "Tabelle1": [
                ["Organisation", "Initiative", "Rolle", "seit", "bis"],
                ["IHK zu Köln", STAHL, "Träger", "01.03.2019", ""],
                ["IG Metall", STAHL, "Mitglied", "2019", "31.12.2021"],
                ["Handwerkskammer Kassel", DIALOG, "Partner", "März 2020", ""],
                ["Werkzeugbau Quandel", DIALOG, "Förderer", "", ""],
            ]
        },
        {
            ("IHK Köln", STAHL, "sponsor"),
            ("IG Metall", STAHL, "member"),
            ("HWK Kassel", DIALOG, "partner"),
            ("Werkzeugbau Quandel", DIALOG, "funder"),
        },
    ),
    "english headings in another order": Sample(
        {
            "Sheet1": [
                ["Network", "Since", "Member organisation", "Role"],
                [STAHL, 2019, "IG BCE", "lead"],
                [DIALOG, 2020, "IHK Kassel-Marburg", "supporter"],
            ]
        },
        {("IGBCE", STAHL, "lead"), ("IHK Kassel-Marburg", DIALOG, "supporter")},
    ),
    "a title and blank lines above, a source line below": Sample(
        {
            "Übersicht": [
                ["Wer macht mit? Stand: 12.05.2021"],
                [],
                ["", "", ""],
                ["Nr.", "Name der Organisation", "Bündnis", "Funktion"],
                [1, "ver.di", STAHL, "Mitglied"],
                [2, "Handwerkskammer zu Köln", STAHL, "Federführung"],
                [],
                ["Quelle: eigene Erhebung"],
            ]
        },
        {("ver.di", STAHL, "member"), ("HWK zu Köln", STAHL, "lead")},
        ignored={8: "no_row"},
    ),
    "one column a role": Sample(
        {
            "Liste": [
                ["Initiative", "Träger", "Partner", "Land"],
                [STAHL, "IHK zu Köln", "IG Metall; Handwerkskammer zu Köln", "Nordrhein-Westfalen"],
                [DIALOG, "IHK Kassel-Marburg", "", "Hessen"],
            ]
        },
        {
            ("IHK Köln", STAHL, "sponsor"),
            ("IG Metall", STAHL, "partner"),
            ("HWK zu Köln", STAHL, "partner"),
            ("IHK Kassel-Marburg", DIALOG, "sponsor"),
        },
    ),
    "an initiative over several rows": Sample(
        {
            "Liste": [
                ["Initiative", "Organisation"],
                [STAHL, "IHK zu Köln"],
                ["", "IG Metall"],
                [DIALOG, "IG BCE"],
            ]
        },
        {("IHK Köln", STAHL, "member"), ("IG Metall", STAHL, "member"), ("IGBCE", DIALOG, "member")},
    ),
    "rows that say nothing": Sample(
        {
            "Liste": [
                ["Organisation", "Initiative", "Rolle"],
                ["IHK zu Köln", STAHL, "Mitglied"],
                ["n. n.", STAHL, "Mitglied"],
                ["", STAHL, "Partner"],
                ["IG Metall", "", "Mitglied"],
                ["IG BCE", STAHL, "angefragt"],
                ["IHK zu Köln", STAHL, "Mitglied"],
                ["12345", STAHL, "Mitglied"],
            ]
        },
        {("IHK Köln", STAHL, "member")},
        ignored={
            3: "no_organisation",
            4: "no_organisation",
            5: "no_initiative",
            6: "doubtful",
            7: "repeated",
            8: "no_organisation",
        },
    ),
    "several roles in one cell": Sample(
        {"Liste": [["Akteur", "Netzwerk", "Rolle"], ["IG Metall", STAHL, "Mitglied, Initiator"]]},
        {("IG Metall", STAHL, "member"), ("IG Metall", STAHL, "founder")},
    ),
    "without headings": Sample(
        {"Liste": [["IHK zu Köln", STAHL, "Träger"], ["IG Metall", STAHL, "Mitglied"], ["IG BCE", DIALOG, "Partner"]]},
        {("IHK Köln", STAHL, "sponsor"), ("IG Metall", STAHL, "member"), ("IGBCE", DIALOG, "partner")},
    ),
}

MATRICES = {
    "initiatives down, organisations across": Sample(
        {
            "Matrix": [
                ["Initiative", "IHK zu Köln", "IG Metall", "Handwerkskammer Kassel", "Werkzeugbau Quandel"],
                [STAHL, "x", "Träger", "", "nein"],
                [DIALOG, "-", "X", "ja", "?"],
            ]
        },
        {
            ("IHK Köln", STAHL, "member"),
            ("IG Metall", STAHL, "sponsor"),
            ("IG Metall", DIALOG, "member"),
            ("HWK Kassel", DIALOG, "member"),
        },
        ignored={3: "unknown_tick"},
    ),
    "organisations down, initiatives across": Sample(
        {
            "Matrix": [
                ["Organisation", STAHL, DIALOG],
                ["IHK zu Köln", "✓", ""],
                ["IG Metall", 1, 0],
                ["Handwerkskammer Kassel", "", "seit 2020"],
            ]
        },
        {("IHK Köln", STAHL, "member"), ("IG Metall", STAHL, "member"), ("HWK Kassel", DIALOG, "member")},
    ),
    "an empty corner, told by the names": Sample(
        {"Matrix": [["", STAHL, DIALOG], ["IHK zu Köln", "x", "x"], ["IG Metall", "", "x"]]},
        {("IHK Köln", STAHL, "member"), ("IHK Köln", DIALOG, "member"), ("IG Metall", DIALOG, "member")},
    ),
    "kind and sum columns, a sum row": Sample(
        {
            "Wer ist wo": [
                ["Wer ist wo dabei?"],
                ["Organisation", "Art", STAHL, DIALOG, "Summe"],
                ["Quandel & Söhne", "Unternehmen", "x", "", 1],
                ["IG Metall", "Gewerkschaft", "x", "Partner", 2],
                ["Summe", "", 2, 1, 3],
            ]
        },
        {
            ("Quandel & Söhne", STAHL, "member"),
            ("IG Metall", STAHL, "member"),
            ("IG Metall", DIALOG, "partner"),
        },
        ignored={5: "total"},
    ),
    "check boxes": Sample(
        {"Matrix": [["Organisation", STAHL, DIALOG], ["IHK zu Köln", True, False], ["IG Metall", False, True]]},
        {("IHK Köln", STAHL, "member"), ("IG Metall", DIALOG, "member")},
    ),
}

MEMBER_LISTS = {
    "the initiative in the sheet's name": Sample(
        {
            WERKRAUM: [
                ["Organisation", "Art", "Ort"],
                ["IHK Ostwürttemberg", "Kammer", "Heidenheim"],
                ["IG Metall", "Gewerkschaft", "Aalen"],
                ["Gießerei Brenztal", "Unternehmen", "Heidenheim"],
            ]
        },
        {
            ("IHK Ostwürttemberg", WERKRAUM, "member"),
            ("IG Metall", WERKRAUM, "member"),
            ("Gießerei Brenztal", WERKRAUM, "member"),
        },
    ),
    "the initiative in a title line": Sample(
        {
            "Tabelle1": [
                [f"Mitgliederliste {WERKRAUM}"],
                ["Stand: 03.02.2022"],
                [],
                ["Mitglied", "Ort"],
                ["IHK Ostwürttemberg", "Heidenheim"],
                ["IG Metall", "Aalen"],
            ]
        },
        {("IHK Ostwürttemberg", WERKRAUM, "member"), ("IG Metall", WERKRAUM, "member")},
    ),
    "the initiative in the file's name": Sample(
        {"Tabelle1": [["Institution", "Ort"], ["IHK Ostwürttemberg", "Heidenheim"], ["IG Metall", "Aalen"]]},
        {("IHK Ostwürttemberg", WERKRAUM, "member"), ("IG Metall", WERKRAUM, "member")},
        stem="Mitglieder_Allianz_Werkraum_Ostalb_2022-02",
    ),
    "one sheet an initiative": Sample(
        {
            STAHL: [["Partner", "Ort"], ["IHK zu Köln", "Köln"]],
            WERKRAUM: [["Partner", "Ort"], ["IG Metall", "Aalen"]],
        },
        {("IHK Köln", STAHL, "partner"), ("IG Metall", WERKRAUM, "partner")},
    ),
    "roles ticked in columns": Sample(
        {
            WERKRAUM: [
                ["Organisation", "Träger", "Mitglied", "Förderer"],
                ["IHK Ostwürttemberg", "x", "x", ""],
                ["IG Metall", "", "x", ""],
                ["Gießerei Brenztal", "", "", "x"],
            ]
        },
        {
            ("IHK Ostwürttemberg", WERKRAUM, "sponsor"),
            ("IHK Ostwürttemberg", WERKRAUM, "member"),
            ("IG Metall", WERKRAUM, "member"),
            ("Gießerei Brenztal", WERKRAUM, "funder"),
        },
    ),
    "lines between that name a kind": Sample(
        {
            WERKRAUM: [
                ["Organisation", "Ort"],
                ["Kammern"],
                ["IHK Ostwürttemberg", "Heidenheim"],
                ["Unternehmen"],
                ["Quandel & Söhne", "Aalen"],
            ]
        },
        {("IHK Ostwürttemberg", WERKRAUM, "member"), ("Quandel & Söhne", WERKRAUM, "member")},
        ignored={2: "heading", 4: "heading"},
    ),
    "contact data": Sample(
        {
            WERKRAUM: [
                ["Organisation", "Ort", "Ansprechpartner", "Telefon", "E-Mail"],
                [
                    "IHK Ostwürttemberg",
                    "Heidenheim",
                    "Wiebke Tannhuber",
                    "07321 998877",
                    "w.tannhuber@beispiel.example",
                ],
                ["IG Metall", "Aalen", "Dr. Jost Ebersbeck", "+49 7361 554433", "ebersbeck@beispiel.example"],
            ]
        },
        {("IHK Ostwürttemberg", WERKRAUM, "member"), ("IG Metall", WERKRAUM, "member")},
        dropped=("Ansprechpartner", "Telefon", "E-Mail"),
    ),
    "contact data without headings that say so": Sample(
        {
            WERKRAUM: [
                ["Organisation", "Ort", "", "Spalte X", "erreichbar"],
                ["IHK Ostwürttemberg", "Heidenheim", "Anna Tannhuber", "07321 998877", "w.tannhuber@beispiel.example"],
                ["IG Metall", "Aalen", "Dr. Peter Ebersbeck", "+49 7361 554433", "ebersbeck@beispiel.example"],
            ]
        },
        {("IHK Ostwürttemberg", WERKRAUM, "member"), ("IG Metall", WERKRAUM, "member")},
        dropped=("", "Spalte X", "erreichbar"),
    ),
    "a group of columns under one heading of contacts": Sample(
        {
            WERKRAUM: [
                ["", "", "Kontakt", "", ""],
                ["Organisation", "Ort", "Name", "Nr.", "Adresse"],
                ["IHK Ostwürttemberg", "Heidenheim", "Tannhuber", "998877", "Hauptstraße 1"],
                ["IG Metall", "Aalen", "Ebersbeck", "554433", "Marktplatz 2"],
            ]
        },
        {("IHK Ostwürttemberg", WERKRAUM, "member"), ("IG Metall", WERKRAUM, "member")},
        dropped=("Name", "Nr.", "Adresse"),
    ),
}

NO_MEMBERS = {
    "a mailing list": Sample({"Verteiler": [["Organisation", "Ort"], ["IG Metall", "Aalen"]]}, set(), stem="Verteiler"),
    "a list of nobody knows what": Sample({"Tabelle1": [["Organisation", "Ort"], ["IG Metall", "Aalen"]]}, set()),
}
