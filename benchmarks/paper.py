"""How long a poster takes: drawing it and printing it as PDF, for 150 symbols on A3 in each view.

    python benchmarks/paper.py [--symbols 150] [--runs 5]

Prints the medians of the runs, wall clock and processor time in seconds, and the size of the file.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from seeds.register import load_register
from tests.viz.pictures import sized_picture
from viz.language import speaking
from viz.paper.framing import Head, Size
from viz.paper.letters import Typecase
from viz.paper.poster import View, make_poster
from viz.paper.printing import print_pdf

HEAD = Head("Wer ist woran beteiligt?", "2 Dokumente · Stand 14.03.2017 · kein Anspruch auf Vollständigkeit")


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--symbols", type=int, default=150)
    options.add_argument("--runs", type=int, default=5)
    asked = options.parse_args()
    picture, register = sized_picture(asked.symbols), load_register()
    register.lands()
    print(f"{asked.symbols} symbols, A3, median of {asked.runs}")
    print(f"{'view':8}{'wall s':>8}{'processor s':>13}{'kB':>7}")
    for view in View:
        walls, works, size = [], [], 0
        for _run in range(asked.runs):
            began, worked = time.perf_counter(), time.process_time()
            with speaking("de"):
                typecase = Typecase()
                sheets = make_poster(picture, view, head=HEAD, size=Size.A3, register=register, typecase=typecase)
                size = len(print_pdf(sheets, title=HEAD.title, language="de"))
            walls.append(time.perf_counter() - began)
            works.append(time.process_time() - worked)
        print(f"{view:8}{statistics.median(walls):8.2f}{statistics.median(works):13.2f}{size / 1000:7.0f}")


if __name__ == "__main__":
    main()
