"""Story files: what people write means what they expect, and what cannot be shown is refused with its place."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.errors import QuestionError, StoryError
from viz.map_layout import short_key
from viz.story.model import Story
from viz.story.reading import read_story


class Known:
    """A graph of two and a register of one."""

    nodes: Mapping[str, str] = {"IG Metall": "actor:igm", "Masterplan": "initiative:plan"}

    def node(self, name: str, /) -> str:
        if name not in self.nodes:
            raise QuestionError("unknown_name", name=name, nearest="IG Metall")
        return self.nodes[name]

    def land(self, name: str, /) -> str:
        if name != "Hessen":
            raise QuestionError("unknown_region", name=name, nearest="")
        return "de-he"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "vorfuehrung.yaml"


def told(file: Path, text: str) -> Story:
    file.write_text(text, encoding="utf-8")
    return read_story(file, Known())


def refusal(file: Path, text: str) -> tuple[str, object, object]:
    with pytest.raises(StoryError) as caught:
        told(file, text)
    return caught.value.code, caught.value.details.get("step"), caught.value.details.get("line")


def test_a_german_story_by_hand(file: Path) -> None:
    story = told(
        file,
        """
titel: Wer ist in Hessen dabei?
schritte:
  - titel: Die Initiativen
    text: |
      Wir kennen zwei.

      Hier sind sie.
    ansicht: Karte
    filter:
      land: Hessen
      arten: [Gewerkschaft, IHK]
      typen: Dialog
      stand: 2015
  - titel: Der Masterplan
    ansicht: Wer ist dabei?
    fokus: Masterplan
    hervorheben: [IG Metall, Masterplan]
""",
    )
    first, second = story.steps
    assert (story.title, first.title) == ("Wer ist in Hessen dabei?", "Die Initiativen")
    assert first.text == "Wir kennen zwei.\n\nHier sind sie."
    assert first.look == {
        "view": "map",
        "land": "de-he",
        "date": "2015",
        "kinds": "initiative.union.chamber_ihk",
        "types": "dialogue",
    }
    assert second.look == {"view": "matrix", "chosen": f"node.{short_key('initiative:plan')}"}
    assert second.highlight == ("actor:igm", "initiative:plan")


def test_english_words_will_do(file: Path) -> None:
    story = told(file, "title: T\nsteps:\n  - title: A\n    view: net\n    filter: {kinds: [union], roles: lead}\n")
    assert story.steps[0].look == {"view": "net", "kinds": "initiative.union", "roles": "lead"}


def test_a_recorded_look_stays_and_what_is_written_by_hand_goes_before_it(file: Path) -> None:
    look = "view=matrix&land=de-he&topic=Digitalisierung%20%26%20Arbeit"
    text = f'schritte:\n  - titel: A\n    blick: "{look}"\n    ansicht: Netz\n'
    assert told(file, text).steps[0].look == {"view": "net", "land": "de-he", "topic": "Digitalisierung & Arbeit"}


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("", ("story_not_fields", None, None)),
        ("- a\n", ("story_not_fields", None, None)),
        ("titel: A\n", ("story_no_steps", None, None)),
        ("titel: A\nschritte: []\n", ("story_no_steps", None, None)),
        ("titel: A\nfolien: []\n", ("story_field_unknown", None, None)),
        ("titel: A: B\n", ("story_not_yaml", None, 1)),
        ("titel: A\nschritte:\n - titel: [\n", ("story_not_yaml", None, 4)),
        ("titel: &a A\nschritte: [*a]\n", ("story_not_yaml", None, 2)),
        ("titel: A\nschritte: [{ansicht: Netz}]\n", ("story_step_empty", 1, None)),
        ("schritte: [{titel: A}, {titel: B, folie: 3}]\n", ("story_field_unknown", 2, None)),
        ("schritte: [{titel: A, ansicht: Kreis}]\n", ("story_word_unknown", 1, None)),
        ("schritte: [{titel: A, fokus: IG Metal}]\n", ("story_name_unknown", 1, None)),
        ("schritte: [{titel: A, hervorheben: [IG Metal]}]\n", ("story_name_unknown", 1, None)),
        ("schritte: [{titel: A, filter: {land: Bayerisch}}]\n", ("story_name_unknown", 1, None)),
        ("schritte: [{titel: A, filter: {arten: Amt}}]\n", ("story_word_unknown", 1, None)),
        ("schritte: [{titel: A, filter: {stand: gestern}}]\n", ("story_name_unknown", 1, None)),
        ("schritte: [{titel: {a: b}}]\n", ("story_value_wrong", 1, None)),
        (f"schritte: [{{titel: {'x' * 201}}}]\n", ("story_text_long", 1, None)),
        ("schritte:\n" + "  - titel: A\n" * 201, ("story_too_large", None, None)),
        ("titel: !!python/object:os.system x\n", ("story_not_yaml", None, 1)),
    ],
)
def test_what_cannot_be_shown_is_refused_with_its_place(
    file: Path, text: str, refused: tuple[str, int | None, int | None]
) -> None:
    assert refusal(file, text) == refused


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes("titel: Büro".encode("latin-1"))
    (tmp_path / "large.yaml").write_bytes(b"#" * (2 << 20))
    codes = []
    for name in ("none.yaml", ".", "latin.yaml", "large.yaml"):
        with pytest.raises(StoryError) as caught:
            read_story(tmp_path / name, Known())
        codes.append(caught.value.code)
        assert caught.value.details["path"] == str(tmp_path / name)
    assert codes == ["story_not_read", "story_not_read", "story_not_utf8", "story_too_large"]
