"""`events` as people read it, and as their calendar does."""

import csv
import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.viz.commands.conftest import FIVE, Atlas, load_text, words

TEXT = """Überblick

Stand: 12.03.2018

Hessen

Der Industriedialog Emstal ist ein Bündnis der IG Metall und der IHK Kassel-Marburg. Die Jahreskonferenz des \
Industriedialogs Emstal mit Frau Sabine Muster fand am 3. Mai 2017 von 17 bis 21 Uhr in Kassel statt. Die nächste \
Sitzung des Industriedialogs Emstal ist für Mai 2018 vorgesehen.

Saarland

Lange Nacht der Industrie

  • Termin: 28.09.2017

Thüringen

Woche der Industrie vom 19. bis 25. Juni 2017

Die Woche der Industrie findet vom 19. bis 25. Juni 2017 in Erfurt statt. Veranstalter ist die IHK Erfurt.
"""


@pytest.fixture
def loaded(either: Atlas, tmp_path: Path) -> Atlas:
    """A conference, a sitting without a day, a night and a week, on each kind of store."""
    return load_text(either, tmp_path / "termine.txt", TEXT)


def entries(calendar: bytes) -> dict[str, dict[str, object]]:
    """What a calendar program reads, by summary."""
    read = Calendar.from_ical(calendar)
    assert not isinstance(read, list)
    found = {}
    for entry in read.walk("VEVENT"):
        assert not entry.errors
        found[str(entry["SUMMARY"])] = {name: entry.decoded(name) for name in ("DTSTART", "DTEND") if name in entry} | {
            name: str(entry[name]) for name in ("UID", "LOCATION", "DESCRIPTION") if name in entry
        }
    return found


def test_events_are_a_list_in_the_order_of_the_days(loaded: Atlas) -> None:
    said = loaded("events")
    days = [line.strip() for line in said.out.splitlines() if line.startswith("  ") and not line.startswith("   ")]
    assert said.code == 0
    assert [day.split(":")[0] for day in days] == ["03.05.2017, 17", "19.06.2017–25.06.2017", "28.09.2017", "05.2018"]
    assert days[0] == "03.05.2017, 17:00–21:00 Uhr: Jahreskonferenz – Industriedialog Emstal"
    assert "    Ort: Kassel\n" in said.out
    assert "was nicht genannt ist, kann es trotzdem geben" in words(said.out)


def test_a_calendar_program_reads_the_file_and_reading_it_again_doubles_nothing(loaded: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "termine.ics"
    said = loaded("events", "--ics", path)
    assert (said.code, said.out) == (0, "")
    assert "1 Veranstaltung steht nicht im Kalender, weil kein Dokument ihren Tag nennt." in said.err
    written = path.read_bytes()
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    found = entries(written)
    conference = found["Jahreskonferenz – Industriedialog Emstal"]
    assert (conference["DTSTART"], conference["DTEND"]) == (
        datetime(2017, 5, 3, 15, tzinfo=UTC),
        datetime(2017, 5, 3, 19, tzinfo=UTC),
    )
    assert conference["LOCATION"] == "Kassel"
    description = str(conference["DESCRIPTION"])
    assert "[Name]" in description
    assert "Muster" not in description
    assert [(row["DTSTART"], row.get("DTEND")) for row in list(found.values())[1:]] == [
        (date(2017, 6, 19), date(2017, 6, 26)),
        (date(2017, 9, 28), None),
    ]
    loaded("events", "--ics", path)
    assert path.read_bytes() == written
    assert len({row["UID"] for row in found.values()}) == 3


def test_the_answers_for_other_programs(loaded: Atlas) -> None:
    rows = list(csv.DictReader(io.StringIO(loaded("events", "--csv", "-").out), delimiter=";"))
    assert [(row["Erster Tag"], row["Letzter Tag"], row["Ort"]) for row in rows] == [
        ("03.05.2017", "", "Kassel"),
        ("19.06.2017", "25.06.2017", "Erfurt"),
        ("28.09.2017", "", ""),
        ("05.2018", "", ""),
    ]
    found = json.loads(loaded("events", "--json", "--from", "9/2017", "--to", "31.12.2017").out)
    assert [row["day"]["first"] for row in found["rows"]] == ["2017-09-28"]
    assert loaded("events", "--region", "Hesen").code == 1


def test_where_no_event_is_told_of_that_is_said(either: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "notiz.txt"
    path.write_text("Notiz\n\nDie IG Metall hat eine neue Satzung.\n", encoding="utf-8")
    either("load", path)
    assert either("events").out == "Diese Dokumente berichten von keiner Veranstaltung.\n"
    assert entries(either("events", "--ics", "-").out.encode()) == {}


@pytest.mark.skipif(not FIVE, reason="the shared documents are not beside this checkout")
def test_the_five_documents_tell_the_days_of_their_events(atlas: Atlas) -> None:
    assert atlas("load", *FIVE).code == 0
    rows = json.loads(atlas("events", "--json").out)["rows"]
    days = [(row["day"]["first"], row["regions"]) for row in rows if "Lange Nacht" in row["name"]]
    assert days == [
        ("2017-05-10", ["de-be"]),
        ("2017-06-20", ["wr-rhein-main"]),
        ("2017-06-22", ["stadt-dresden"]),
        ("2017-06-29", ["kreis-oberbergischer-kreis"]),
        ("2017-09-28", ["de-sl"]),
        ("2017-10-12", ["wr-rhein-ruhr"]),
        ("2017-11-09", ["de-hb"]),
        ("2017-11-09", ["de-hh"]),
    ]
    [start] = [row for row in rows if row["day"] and row["day"]["first"] == "2021-03-16"]
    assert "Bundeswirtschaftsministerium" in [seat["actor"]["name"] for seat in start["hosts"]]


def test_a_time_that_ends_before_it_begins_is_refused(loaded: Atlas) -> None:
    said = loaded("events", "--from", "2018", "--to", "5/2017")
    assert (said.code, said.out) == (1, "")
    assert said.err == "Der Zeitraum endet, bevor er beginnt: 2018 bis 05.2017. Bitte die beiden Daten tauschen.\n"
