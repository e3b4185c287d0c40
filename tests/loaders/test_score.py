"""How well documents are read: floors on the five source documents and on the project's own measuring set."""

from pathlib import Path

import pytest

from tests.loaders.scoring import ROOT, SCORER, SHARED, Figures, score

pytestmark = pytest.mark.skipif(
    not SCORER.exists(), reason="the shared documents and scorer are not beside this checkout"
)
OWN = ROOT / "tests" / "documents"


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    folder = SHARED / "documents"
    return score(sorted(folder.glob("00*.txt")), folder / "gold", tmp_path_factory.mktemp("five"))


@pytest.mark.parametrize(
    ("measure", "figure", "floor"),
    [
        ("actors strict", "f1", 0.95),
        ("kind of found actors", "precision", 0.97),
        ("initiatives strict", "f1", 0.97),
        ("region of found initiatives", "precision", 0.95),
        ("type of found initiatives", "precision", 0.92),
        ("first year of found initiatives", "f1", 0.95),
        ("parent of found initiatives", "recall", 0.80),
        ("pairs", "f1", 0.93),
        ("pairs", "precision", 0.95),
        ("pairs", "recall", 0.90),
        ("role of found pairs", "precision", 0.92),
        ("absences", "f1", 1.0),
        ("strength of found absences", "precision", 1.0),
        ("absence evidence in the right place", "precision", 1.0),
        ("silences", "f1", 1.0),
        ("evidence exact", "precision", 1.0),
        ("evidence in the right place", "precision", 0.95),
        ("memberships (organisation in organisation)", "f1", 1.0),
        ("interests (seeks, offers)", "f1", 0.80),
    ],
)
def test_the_five_source_documents_are_read_well(five: Figures, measure: str, figure: str, floor: float) -> None:
    assert five[measure][figure] >= floor


def test_absences_and_silences_of_the_five_are_exactly_those_there_are(five: Figures) -> None:
    assert (five["absences"]["tp"], five["absences"]["fp"], five["absences"]["fn"]) == (2, 0, 0)
    assert (five["silences"]["tp"], five["silences"]["fp"], five["silences"]["fn"]) == (2, 0, 0)


TUNED = (*range(7, 29), *range(35, 41), *range(43, 53), 54)
FROZEN = (*range(1, 7), *range(29, 35), 41, 42, 53)


def _half(numbers: tuple[int, ...], work: Path) -> Figures:
    texts = [path for path in sorted(OWN.glob("*.txt")) if int(path.name[:2]) in numbers]
    assert len(texts) == len(numbers)
    return score(texts, OWN / "gold", work)


@pytest.mark.parametrize(
    ("half", "numbers", "floors"),
    [
        (
            "frozen",
            FROZEN,
            {
                "actors strict": 0.87,
                "initiatives strict": 0.79,
                "pairs": 0.69,
                "absences": 0.72,
                "interests (seeks, offers)": 0.61,
                "first year of found initiatives": 0.80,
                "parent of found initiatives": 0.80,
            },
        ),
        (
            "tuned",
            TUNED,
            {
                "actors strict": 0.94,
                "initiatives strict": 0.96,
                "pairs": 0.88,
                "absences": 0.86,
                "interests (seeks, offers)": 0.92,
                "first year of found initiatives": 0.92,
                "parent of found initiatives": 0.74,
            },
        ),
    ],
)
def test_documents_of_other_regions_are_read_too(
    half: str, numbers: tuple[int, ...], floors: dict[str, float], tmp_path: Path
) -> None:
    figures = _half(numbers, tmp_path)
    assert {
        measure: figures[measure]["f1"] for measure, floor in floors.items() if figures[measure]["f1"] < floor
    } == {}
    assert figures["evidence exact"]["precision"] == 1.0
    assert figures["pairs"]["precision"] >= 0.74


@pytest.mark.parametrize(
    ("row", "measure"),
    [
        ("actors", "actors strict"),
        ("initiatives", "initiatives strict"),
        ("who takes part in what", "pairs"),
        ("documented absences", "absences"),
    ],
)
def test_the_readme_s_figures_are_true_today(
    five: Figures, row: str, measure: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tuned = _half(TUNED, tmp_path_factory.mktemp("tuned"))
    frozen = _half(FROZEN, tmp_path_factory.mktemp("frozen"))
    figures = [f"{half[measure]['f1']:.2f}".removeprefix("0") for half in (five, tuned, frozen)]
    assert f"| {row} | {' | '.join(figures)} |" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_s_precision_and_recall_are_true_today(
    five: Figures, tmp_path_factory: pytest.TempPathFactory
) -> None:
    halves = (five, _half(TUNED, tmp_path_factory.mktemp("t")), _half(FROZEN, tmp_path_factory.mktemp("f")))
    right = [f"{half['pairs']['precision']:.0%}".rstrip("%") for half in halves]
    found = [f"{half['pairs']['recall']:.0%}".rstrip("%") for half in halves]
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert f"{right[0]}, {right[1]} and {right[2]} % are right" in readme
    assert f"{found[0]}, {found[1]} and {found[2]} % are found" in readme
