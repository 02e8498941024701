"""Read a set of made-up scans and say how much of it was right, wrong with a flag, wrong without one.

    python -m benchmarks.scans.measure SET [--again] [--silent]

SET is what `benchmarks.scans.make` wrote. The dataset stands in SET/dataset afterwards; `--again` scores the
one that is there without reading. `--silent` lists every silent error in SET/silent.tsv with a picture of its
place; it is refused for the held-out part, whose errors nobody looks at.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.machine import describe
from benchmarks.scans.make import MadeSet
from benchmarks.scans.score.crops import write_crops
from benchmarks.scans.score.judge import judge_set
from benchmarks.scans.score.outcome import Outcome
from benchmarks.scans.score.tally import table
from extract.ocr.choose import EngineName
from notices.dataset_reader import read_dataset
from notices.ocr import process_with
from notices.options import RunOptions
from notices.run import run

_COLUMNS = ("file", "page", "kind", "what", "gold", "read", "picture")


def read_set(folder: Path) -> float:
    """Read the scans into SET/dataset; the seconds it took (less where the cache has readings)."""
    start = perf_counter()
    options = RunOptions(inputs=(folder / "scans",), output=folder / "dataset")
    run(options, process=process_with(EngineName.RAPIDOCR))
    return perf_counter() - start


def report(folder: Path, made: MadeSet) -> list[Outcome]:
    """Print the figures; the outcomes."""
    profiles = {one.file: one.profile for one in made.files}
    order = list(dict.fromkeys(profiles.values()))
    outcomes = list(judge_set(folder / "gold", read_dataset(folder / "dataset")))
    outcomes.sort(key=lambda one: order.index(profiles[one.file]))
    pages = sum(one.pages for one in made.files)
    print(f"{made.part} part, seed {made.seed}: {len(made.files)} notices, {pages} pages")
    print(describe())
    print("\n".join(table(outcomes, lambda file: profiles[file])))
    return outcomes


def list_silent(folder: Path, outcomes: Sequence[Outcome]) -> None:
    """Write SET/silent.tsv and the pictures, header fields included."""
    silent = [one for one in outcomes if one.verdict == "silent"]
    pictures = write_crops(folder / "scans", folder / "silent", silent)
    with (folder / "silent.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        writer.writerow(_COLUMNS)
        for one, picture in zip(silent, pictures, strict=True):
            writer.writerow((
                one.file, one.place.page or "", one.kind, one.what, one.gold, one.read, picture or ""
            ))  # fmt: skip
    for kind, count in Counter(one.kind for one in silent).most_common():
        print(f"silent {kind}: {count}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--again", action="store_true", help="score the dataset that is there")
    parser.add_argument("--silent", action="store_true", help="list the silent errors with pictures")
    asked = parser.parse_args()
    made = MadeSet.model_validate_json((asked.folder / "set.json").read_text("utf-8"))
    if asked.silent and made.part == "held-out":
        sys.exit("nobody looks at the errors of the held-out part; list those of the development part")
    if not asked.again:
        seconds = read_set(asked.folder)
        print(f"read in {seconds:.0f} s")
    outcomes = report(asked.folder, made)
    if asked.silent:
        list_silent(asked.folder, outcomes)


if __name__ == "__main__":
    main()
