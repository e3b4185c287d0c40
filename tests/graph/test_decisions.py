"""A decision made now: its key is what was decided and by whom, not how it is explained or when."""

from graph.decisions import new_decision


def key(action: str = "correct", subject: str = "participation:1", author: str = "AB", **more: object) -> str:
    return new_decision(action, subject, author=author, **more).id  # type: ignore[arg-type]


def test_the_same_decision_has_the_same_key_whatever_its_note_and_the_name_of_its_subject() -> None:
    values = {"since": "2019", "role": "member"}
    turned = dict(reversed(values.items()))
    assert key(values=values) == key(values=turned, note="Anruf", about="IG Metall – Allianz")


def test_another_author_action_subject_or_value_is_another_decision() -> None:
    others = (
        key(author="CD"),
        key("reject"),
        key(subject="participation:2"),
        key(object="actor:1"),
        key(values={"role": "lead"}),
        key(values={"role": "member"}),
    )
    assert len({key(), *others}) == 7


def test_what_the_subject_was_called_is_kept_beside_the_values() -> None:
    decision = new_decision("correct", "actor:1", author="AB", values={"name": "B"}, about="A")
    assert decision.values == (("about", "A"), ("name", "B"))
