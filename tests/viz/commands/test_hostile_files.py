"""A folder of files that are broken, locked, hostile or huge: a line each, bounded time and memory, nothing lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.loaders.formats import files_made, hostile_made
from tests.loaders.formats.files_made import Shape
from tests.viz.commands.conftest import HOME, Atlas

SECONDS = 120
MOST_MEMORY = 1_000_000_000
WATCHED = """
import sys
from pathlib import Path
from viz.commands import main
memory = Path(sys.argv.pop(1))
try:
    main()
finally:
    if sys.platform == "linux":
        import resource
        own = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
        readers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        memory.write_text(f"{own} {readers}")
"""
"""The program, which writes down the kilobytes that it and its largest reading process needed at their peak."""

DAMAGED = "Die Datei ist beschädigt. Bitte in ihrem Programm öffnen und neu speichern."
LOCKED = "Die Datei ist mit einem Passwort geschützt. Bitte ohne Passwort speichern."
BOMB = "Entpackt wäre die Datei über hundertmal so groß; sie wird nicht gelesen. Bitte prüfen, woher sie kommt."
ZIP_BOMB = (
    "Entpackt hätte das Archiv mehr als das Hundertfache seiner Größe; es wird nicht geöffnet. "
    "Bitte die Dokumente einzeln laden."
)
ENTITIES = (
    "Die Datei enthält XML-Entitäten, mit denen sich Programme lahmlegen lassen, und wird nicht gelesen. "
    "Bitte prüfen, woher sie kommt."
)
NAME = (
    "Der Name führt aus dem Archiv heraus oder ist nicht verwendbar. "
    "Bitte das Archiv entpacken und die Datei umbenennen."
)


def sentence(name: str) -> str:
    return f"Das Bündnis {name} ist ein Bündnis der IG Metall und der IHK Köln."


def shapes(name: str) -> list[Shape]:
    return [("paragraph", sentence(name))]


WORD, TEXT = files_made.as_docx(shapes("Blei")), files_made.as_odt(shapes("Blei"))
TABLE = files_made.as_xlsx({"Liste": [["Organisation", "Initiative"], ["IG Metall", "Bündnis Blei"]]})
PDF = files_made.as_pdf([files_made.pdf_lines(shapes("Blei"))])
WORD_PART, TEXT_PART, TABLE_PART = "word/document.xml", "content.xml", "xl/worksheets/sheet1.xml"


def refused() -> dict[str, tuple[bytes, str]]:
    """What cannot be read, by its path, and the line that says so."""
    return {
        "rauschen.pdf": (b"%PDF-1.4\n" + hostile_made.noise(3000), DAMAGED),
        "abgeschnitten.pdf": (PDF[: len(PDF) // 2], DAMAGED),
        "abgeschnitten.docx": (WORD[: len(WORD) // 2], DAMAGED),
        "gesperrt.pdf": (hostile_made.locked_pdf(), LOCKED),
        "gesperrt.docx": (hostile_made.locked_office(), LOCKED),
        "gesperrt.xlsx": (hostile_made.locked_office(), LOCKED),
        "gesperrt.odt": (hostile_made.locked_odt(shapes("Blei")), LOCKED),
        "gesperrt.zip/geheim.txt": (hostile_made.locked_zip(sentence("Blei").encode()), LOCKED),
        "bombe.zip": (hostile_made.bomb(), ZIP_BOMB),
        "bombe.docx": (hostile_made.blown_up(WORD, WORD_PART), BOMB),
        "bombe.odt": (hostile_made.blown_up(TEXT, TEXT_PART), BOMB),
        "bombe.xlsx": (hostile_made.blown_up(TABLE, TABLE_PART), BOMB),
        "entitäten.docx": (hostile_made.with_entities(WORD, WORD_PART), ENTITIES),
        "entitäten.utf-16.docx": (hostile_made.with_entities(WORD, WORD_PART, encoding="utf-16"), ENTITIES),
        "entitäten.odt": (hostile_made.with_entities(TEXT, TEXT_PART), ENTITIES),
        "entitäten.xlsx": (hostile_made.with_entities(TABLE, TABLE_PART), ENTITIES),
        "namen.zip/nnn": (files_made.zipped({"n" * 10_000 + ".txt": b"x"}), NAME),
    }


def read() -> dict[str, tuple[bytes, tuple[str, ...]]]:
    """What is read, by its name, and the initiatives it names."""
    pages = [files_made.pdf_lines([*shapes(f"Seite {page}"), ("paragraph", "Ende")]) for page in range(1, 301)]
    rows = (["IG Metall", "Bündnis Zinn"], ["IG Metall", "Bündnis Kupfer"])
    return {
        "gut.txt": (sentence("Gold").encode(), ("Bündnis Gold",)),
        "gut.docx": (files_made.as_docx(shapes("Silber")), ("Bündnis Silber",)),
        "makros.docm": (hostile_made.with_macros(files_made.as_docx(shapes("Eisen")), "word"), ("Bündnis Eisen",)),
        "makros.xlsm": (hostile_made.with_macros(TABLE, "xl"), ("Bündnis Blei",)),
        "dreihundert seiten.pdf": (files_made.as_pdf(pages), ("Bündnis Seite 1", "Bündnis Seite 300")),
        "million leere zeilen.xlsx": (
            hostile_made.sparse_xlsx(*rows, empty=1_000_000),
            ("Bündnis Zinn", "Bündnis Kupfer"),
        ),
        "tief.html": (hostile_made.nested_html(sentence("Nickel"), depth=12_000), ("Bündnis Nickel",)),
        "namen.txt": (f"{sentence('Chrom')} {sentence('Q' * 10_000)}".encode(), ("Bündnis Chrom",)),
    }


def told(line: str, folder: Path) -> tuple[str, str]:
    """A line about a file as its path in the folder, a cut name as three letters of it, and what is said."""
    path, _, words = line.removeprefix(f"{folder}{os.sep}").partition(": ")
    path = path.replace(os.sep, "/")
    return f"{path.partition('/')[0]}/nnn" if path.endswith("…") and len(path) < 200 else path, words


@pytest.mark.timeout(2 * SECONDS)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_gets_a_line_and_what_can_be_read_is_read(
    atlas: Atlas, home: Path, document: Path, tmp_path: Path, jobs: str
) -> None:
    assert atlas("load", document).code == 0
    bad, good, folder = refused(), read(), tmp_path / "eingang"
    folder.mkdir()
    for name, (data, _) in (*bad.items(), *good.items()):
        (folder / name.partition("/")[0]).write_bytes(data)
    memory = tmp_path / "memory.txt"
    said = subprocess.run(
        [sys.executable, "-c", WATCHED, memory, "load", folder, "--jobs", jobs],
        cwd=HOME,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=SECONDS,
        check=False,
    )
    lines = said.stderr.decode("utf-8").splitlines()
    assert sorted(told(line, folder) for line in lines) == sorted((name, line) for name, (_, line) in bad.items())
    assert said.returncode == 1
    new = [line.partition(" (")[0] for line in said.stdout.decode("utf-8").splitlines() if line.endswith("– neu")]
    assert sorted(new) == sorted(good)
    kept = atlas("export", "-o", "-").out
    names = ("Allianz Industrie Mittelhessen", *(name for _, found in good.values() for name in found))
    assert [name for name in names if f'"{name}"' not in kept] == []
    peaks = memory.read_text().split() if memory.exists() else ()
    assert [peak for peak in peaks if int(peak) * 1024 > MOST_MEMORY] == []
