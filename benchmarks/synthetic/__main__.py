"""Write made-up notices and what a right reading of them says.

    python -m benchmarks.synthetic OUT [--count 200] [--seed 7] [--planted 0.3]

OUT/notices/*.txt and OUT/gold/*.gold.json; the same seed gives the same bytes.
"""

import argparse
from collections import Counter
from pathlib import Path

from benchmarks.synthetic.as_text import as_text, choose_style
from benchmarks.synthetic.compose import compose
from benchmarks.synthetic.draft import Draft, draft
from benchmarks.synthetic.gold import gold
from benchmarks.synthetic.layouts import choose
from benchmarks.synthetic.make import make_facts
from benchmarks.synthetic.plant import planted


def make_draft(seed: int, number: int, share: float = 0.3) -> Draft:
    """The seed's n-th notice, with a planted mistake in that share of cases."""
    facts = make_facts(seed, number)
    return planted(draft(facts, choose(facts, seed, number), seed, number), seed, number, share)


def make_text(found: Draft, seed: int, number: int) -> str:
    """Its text."""
    return as_text(compose(found), choose_style(seed, number))


def write(out: Path, seed: int, count: int, share: float) -> Counter[str]:
    """Write all of them; what was written, counted."""
    counts: Counter[str] = Counter()
    notices, golds = out / "notices", out / "gold"
    for folder in (notices, golds):
        folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        found = make_draft(seed, number, share)
        name = f"made-{seed}-{number:04d}"
        (notices / f"{name}.txt").write_text(make_text(found, seed, number), "utf-8", newline="\n")
        text = gold(found).model_dump_json(indent=1)
        (golds / f"{name}.gold.json").write_text(text + "\n", "utf-8", newline="\n")
        counts.update(notices=1, rows=len(found.rows), target_tables=len(found.tables))
        counts.update(f"planted {one.kind}" for one in found.anomalies)
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--planted", type=float, default=0.3, help="share of notices with a mistake")
    asked = parser.parse_args()
    for name, count in sorted(write(asked.out, asked.seed, asked.count, asked.planted).items()):
        print(f"{name:28}{count}")


if __name__ == "__main__":
    main()
