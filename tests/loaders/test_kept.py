"""What reading keeps from one document to the next does not grow with how many there are."""

import gc
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest

from loaders import sieve, words
from loaders.orders import Order, deliver
from loaders.sieve import sieve_of
from loaders.words import Memory
from seeds.register import load_register

_ROOMS = ("graph.", "seeds.", "loaders.")


def _unbounded() -> Iterator[tuple[str, int]]:
    """The functions of the rooms that keep every answer, and how many answers each keeps now."""
    for kept in gc.get_objects():
        if isinstance(kept, _lru_cache_wrapper) and kept.__module__.startswith(_ROOMS):
            info = kept.cache_info()
            if info.maxsize is None:
                yield f"{kept.__module__}.{kept.__qualname__}", info.currsize


def _read(file: Path, name: str) -> None:
    file.write_text(
        f"Netzwerk {name}\n\nDie {name}werke GmbH und das {name}amt {name} sind Mitglied im Netzwerk {name}.\n"
        f"Träger ist das {name}ministerium. Die Handwerkskammer {name} ist nicht beteiligt.\n",
        encoding="utf-8",
    )
    deliver(Order(file, file.name).source(), load_register())


def test_no_function_keeps_an_answer_for_every_new_word(tmp_path: Path) -> None:
    _read(tmp_path / "notiz.txt", "Bergheim")
    before = dict(_unbounded())
    for name in ("Quersund", "Lauzelhain", "Pelgrün", "Norwei"):
        _read(tmp_path / "notiz.txt", name)
    assert before
    assert dict(_unbounded()) == before


def test_a_memory_of_words_is_emptied_before_it_outgrows_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_MOST_KEPT", 8)
    memory = Memory(str.upper)
    held: list[int] = []
    for number in range(100):
        assert memory[f"wort{number}"] == f"WORT{number}"
        held.append(len(memory))
    assert max(held) == 8


def test_a_sieve_is_emptied_before_it_outgrows_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sieve, "_MOST_KEPT", 4)
    letters = [f"{first}{second}{first}" for first in "abcdef" for second in "xyz"]
    many = sieve_of(letters)
    held: list[int] = []
    for first in letters:
        for second in letters:
            text = f"{first} {second}"
            assert {pattern.pattern for pattern in many.passing(text, 0, len(text))} == {first, second}
            held.append(len(many._passing))
    assert max(held) == 4
