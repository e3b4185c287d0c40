"""Change files of every format at random and read them, for as long as is wanted.

    python benchmarks/fuzz_readers.py --minutes 60 [--seed 1] [--keep FOLDER]

Each file must become documents that keep the rules, or one error with a code; what takes longer than ten seconds is
a finding too. Findings are printed with what repeats them, and the files kept; a found one becomes a test in
`tests/loaders/formats/test_bad_files.py`. `tests/loaders/formats/test_fuzz.py` does two minutes of the same.
"""

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.loaders.formats.fuzzing import check, mutated, seeds

_SLOW = 10.0


def main() -> None:
    """Fuzz until the time is over; exit code 1 when something was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "fuzz_readers")
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    made, chance, counts = seeds(), random.Random(options.seed), Counter[str]()
    found: set[str] = set()
    begin = time.monotonic()
    while time.monotonic() < begin + 60 * options.minutes:
        seed = chance.randrange(1 << 60)
        suffix = chance.choice(sorted(made))
        counts[suffix] += 1
        data = mutated(made[suffix], random.Random(seed))
        (options.keep / f"last{suffix}").write_bytes(data)  # what is there after a crash of the whole process
        if (finding := _finding(options.keep, suffix, data)) and finding not in found:
            found.add(finding)
            (options.keep / f"found-{seed}{suffix}").write_bytes(data)
            print(f"{suffix}, seed {seed}\n{finding}", flush=True)
    minutes = (time.monotonic() - begin) / 60
    each = ", ".join(f"{count} {suffix}" for suffix, count in sorted(counts.items()))
    print(f"{sum(counts.values())} files in {minutes:.1f} minutes ({each}), {len(found)} findings")
    raise SystemExit(bool(found))


def _finding(folder: Path, suffix: str, data: bytes) -> str | None:
    begin = time.monotonic()
    try:
        check(folder, suffix, data)
    except Exception as error:
        cause = error.__cause__ or error
        return "".join(traceback.format_exception(type(cause), cause, cause.__traceback__)[-3:])
    taken = time.monotonic() - begin
    return f"slow: {suffix}" if taken > _SLOW else None


if __name__ == "__main__":
    main()
