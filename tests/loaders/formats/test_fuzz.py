"""Files of every format, changed at random: each is read or refused with a code, for about two minutes in all.

`benchmarks/fuzz_readers.py` does the same for as long as is wanted.
"""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.loaders.formats.fuzzing import check, mutated, seeds

SEEDS = seeds()
EXAMPLES = 1_000


def test_every_format_is_fuzzed_and_reads_unchanged(tmp_path: Path) -> None:
    from loaders.files import read_source
    from loaders.formats import FORMATS, reader

    assert {FORMATS[suffix] for suffix in SEEDS if suffix in FORMATS} == set(FORMATS.values())
    for suffix in set(SEEDS) & set(FORMATS):
        path = tmp_path / f"x{suffix}"
        path.write_bytes(SEEDS[suffix])
        assert "IHK" in read_source(path).document.text
        assert callable(reader(FORMATS[suffix]))


@pytest.mark.parametrize("suffix", sorted(SEEDS))
@settings(
    deadline=None,
    max_examples=EXAMPLES,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 1 << 60))
def test_a_changed_file_is_read_or_refused(tmp_path: Path, suffix: str, seed: int) -> None:
    check(tmp_path, suffix, mutated(SEEDS[suffix], random.Random(seed)))
