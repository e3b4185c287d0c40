"""Names of persons in quotes, titles and file names are masked; names of organisations are not."""

from dataclasses import replace

import pytest

from graph.kinds import ActorKind
from queries.answers import ActorRow, Cell, CellValue, Column, DocumentRow, Evidence
from viz.persons import mask_names, without_names

PASSAGE = Evidence("", 0, 0, "d", "Liste", "a.txt", None, "m", 1.0)


@pytest.mark.parametrize(
    ("quote", "masked"),
    [
        ("Minister Dr. Volker Muster und Frau Müller sprachen.", "Minister Dr. [Name] und Frau [Name] sprachen."),
        ("Moderation: Karl-Heinz von der Weide", "Moderation: [Name]"),
        ("Frau Dr.-Ing. Sabine Müller-Beispiel, VME", "Frau Dr.-Ing. [Name], VME"),
        ("Prof. Dr. Jens Muster Universität Düsseldorf", "Prof. Dr. [Name] Universität Düsseldorf"),
        ("Herr Staatssekretär Thomas Muster", "Herr Staatssekretär [Name]"),
        ("Dr. Wissam Beispiel (IHK)", "Dr. [Name] (IHK)"),
        ("Geschäftsführerin Anna Maria Lang", "Geschäftsführerin [Name]"),
        ("Frank-Walter K. Muster", "[Name]"),
        ("sagte Olga Petrowa vom DGB", "sagte [Name] vom DGB"),
        ("„Das hilft“, so Wissam Almasri von der Kammer.", "„Das hilft“, so [Name] von der Kammer."),
        ("Eröffnet wurde spät, berichtete Xenja Petrowa.", "Eröffnet wurde spät, berichtete [Name]."),
        ("Xenja Petrowa erklärte den Plan.", "[Name] erklärte den Plan."),
        ("Xenja Petrowa, Sprecherin der Runde", "[Name], Sprecherin der Runde"),
        ("Sprecherin: Xenja Petrowa", "Sprecherin: [Name]"),
        ("Ministerin Mona Neubaur", "Ministerin [Name]"),
        ("Oberbürgermeister Özdemir", "Oberbürgermeister [Name]"),
        ("mit Bürgermeisterin Xhafa aus Kassel", "mit Bürgermeisterin [Name] aus Kassel"),
        ("der Rede des Wirtschaftssenators Almasri", "der Rede des Wirtschaftssenators [Name]"),
        ("DIHK-Präsident Almasri", "DIHK-Präsident [Name]"),
        ("Dezernentin Jung eröffnete", "Dezernentin [Name] eröffnete"),
        ("Minister a. D. Hartung", "Minister a. D. [Name]"),
        ("Präsidentin von der Leyen", "Präsidentin [Name]"),
        ("Kowalski, Jan", "[Name]"),
        ("Kowalski, Jan; Petrowa, Anna (DGB)", "[Name]; [Name] (DGB)"),
        ("JOACHIM LANG", "[Name]"),
        ("O. Petrowa", "[Name]"),
        ("Teilnehmer: O. Petrowa (DGB), J. W. Muster", "Teilnehmer: [Name] (DGB), [Name]"),
        ("Herren Müller und Schulze", "Herren [Name] und [Name]"),
        ("die Professorinnen Xhafa, Almasri sowie Lang", "die Professorinnen [Name], [Name] sowie [Name]"),
        ("Herr Müller Frau Schulze", "Herr [Name] Frau [Name]"),
        ("Herr Müller Siemens AG", "Herr [Name] Siemens AG"),
        ("Christian\nAmsinck", "[Name]"),
        ("Ministerin\nMona\nNeubaur", "Ministerin\n[Name]"),
        ("Frau Müller\nTelefon: 0", "Frau [Name]\nTelefon: 0"),
        ("Frau Müller\nKassel", "Frau [Name]\nKassel"),
        ("Frau Amsinck kam. Dann sprach Amsinck.", "Frau [Name] kam. Dann sprach [Name]."),
        ("Frau Amsinck kam. Amsincks Rede war kurz.", "Frau [Name] kam. [Name] Rede war kurz."),
        ("Herr Müller; die Müller GmbH", "Herr [Name]; die Müller GmbH"),
        ("Herr Kassel aus Kassel", "Herr [Name] aus Kassel"),
    ],
)
def test_a_person_is_masked(quote: str, masked: str) -> None:
    assert mask_names(quote) == masked


@pytest.mark.parametrize(
    "quote",
    [
        "Die Hans-Böckler-Stiftung und die Otto Muster KG",
        "Ernst Abbe Hochschule Jena",
        "Konrad Adenauer Stiftung",
        "Robert Muster GmbH & Co. KG",
        "Carl Muster Optik AG",
        "Max-Planck-Institut Stuttgart",
        "Der Minister für Wirtschaft, Arbeit und Verkehr",
        "IG Metall Bezirk Mitte und IG BCE",
        "in der Mark Brandenburg im August 2019",
        "Dr. Muster GmbH",
        "Otto-von-Guericke-Universität Magdeburg",
        "Friedrich-Alexander-Universität Erlangen-Nürnberg",
        "Friedrich-Alexander Universität",
        "Technische Hochschule Nürnberg Georg Simon Ohm",
        "Stiftung Anna Muster",
        "Ministerin der Finanzen",
        "der Vorsitzende der IG Metall",
        "Präsident IHK Kassel",
        "Leiterin Industriepolitik beim VCI",
        "Referent Wirtschaftsförderung",
        "Geschäftsführer Unternehmensverband Nord",
        "Minister des Landes Brandenburg",
        "Ministerpräsident Brandenburgs",
        "die Sprecher Handwerk und Industrie",
        "erklärte IG Metall Bayern",
        "so Bayern Innovativ",
        "Im Gespräch sagte er nichts.",
        "Die Industrie betonte das.",
        "Am Montag erklärte der Rat",
        "Verein Zukunft e. V. Berlin",
        "z. B. Siemens und u. a. Bosch",
        "Frankfurt a. M. Industrie",
        "Körperschaft d. ö. R. Berlin",
        "A. Lange & Söhne",
        "in Lippe, Max und Moritz GmbH",
        "Frauen und Männer, Damen und Herren",
        "Vorsitz: IHK Kassel und DGB",
        "Sprecher: Industrie, Handwerk",
        "Halbleiter Sachsen",
        "Vorsitzende\n\nMitglieder",
    ],
)
def test_an_organisation_stays(quote: str) -> None:
    assert mask_names(quote) == quote


def test_no_name_in_the_register_is_taken_for_a_person() -> None:
    from seeds.register import load_register

    assert [surface for surface, _id in load_register().surfaces() if mask_names(surface) != surface] == []


@pytest.mark.parametrize("frame", ["sagte {}", "so {} im Mai", "Präsident {}", "{} erklärte", "{}, Sprecher"])
@pytest.mark.parametrize("name", ["Nordic Rotor", "Otis Aufzüge", "Peter Muster Optik"])
def test_an_actor_of_the_answer_stays_in_every_frame(frame: str, name: str) -> None:
    actor = ActorRow("actor:1", name, ActorKind.COMPANY, None, (), (), None)
    quote = replace(PASSAGE, quote=frame.format(name))
    assert without_names((actor, quote))[1] == quote


def test_everything_of_a_passage_that_may_name_a_person_is_masked_and_nothing_else_touched() -> None:
    passage = replace(
        PASSAGE,
        quote="Frau Muster sagt es",
        document_title="Rede von Peter Muster",
        document_address="C:\\Ablage\\rede_peter_muster.txt",
        reported_by="Anna Muster, DGB",
    )
    cell = Cell(Column.UNION, CellValue.PRESENT, (), ("Peter Muster Verband",), (passage,))
    document = DocumentRow("d", "Rede von Peter Muster", "/daten/2019-Rede-Peter-Muster.pdf", None, False)
    masked, number, listed = without_names((cell, 3, document))
    assert masked.evidence[0] == replace(
        passage,
        quote="Frau [Name] sagt es",
        document_title="Rede von [Name]",
        document_address="rede_[Name].txt",
        reported_by="[Name], DGB",
    )
    assert (masked.who, number) == (cell.who, 3)
    assert (listed.title, listed.address) == ("Rede von [Name]", "2019-Rede-[Name].pdf")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/home/muster/Protokoll Olga Petrowa.pdf", "Protokoll [Name].pdf"),
        ("Vermerk_Ministerin_Neubaur_2019.docx", "Vermerk_Ministerin_[Name]_2019.docx"),
        ("kowalski.txt", "[Name].txt"),
        ("https://beispiel.example/presse/rede-olga-petrowa.html", "rede-[Name].html"),
        (
            "https://beispiel.example/presse/hans-boeckler-stiftung",
            "https://beispiel.example/presse/hans-boeckler-stiftung",
        ),
        ("https://beispiel.example/übersicht?jan=2", "https://beispiel.example/übersicht?jan=2"),
        ("/home/muster/protokoll_ihk_kassel_jan_2019.pdf", "protokoll_ihk_kassel_jan_2019.pdf"),
        ("Otto-von-Guericke-Universität.pdf", "Otto-von-Guericke-Universität.pdf"),
    ],
)
def test_the_name_part_of_an_address_is_masked(address: str, shown: str) -> None:
    passage = replace(PASSAGE, quote="Herr Kowalski kam.", document_address=address)
    assert without_names(passage).document_address == shown


def test_a_surname_masked_in_a_document_is_masked_in_all_its_quotes_and_in_no_other_document() -> None:
    named, bare = replace(PASSAGE, quote="Frau Amsinck"), replace(PASSAGE, quote="Amsinck sagte")
    elsewhere = replace(bare, document_id="e")
    assert [one.quote for one in without_names((bare, named, elsewhere))] == [
        "[Name] sagte",
        "Frau [Name]",
        "Amsinck sagte",
    ]


def test_an_answer_without_persons_is_the_same_object() -> None:
    evidence = replace(PASSAGE, quote="Die IG Metall wirkt mit")
    cell = Cell(Column.UNION, CellValue.PRESENT, (), (), (evidence,))
    assert without_names((cell,))[0].evidence[0] == evidence


def test_a_masked_text_is_not_masked_again() -> None:
    once = mask_names("Ministerin Mona Neubaur und O. Petrowa, Sprecherin")
    assert mask_names(once) == once


@pytest.mark.parametrize(
    "word", ["Anna ", "Herr ", "A. ", "Minister ", "Herren Müller, ", "Anna von ", "sagte Petrowa "]
)
def test_a_long_quote_is_masked_in_good_time(word: str) -> None:
    assert mask_names(word * 5000)
