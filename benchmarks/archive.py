"""What a whole archive costs: the first run, a second one over unchanged files, and one without a ledger.

    python -m benchmarks.archive [COUNT...] [-j N]

Makes COUNT (1000) text notices of the samples with other numbers and amounts, and runs `notices run` over
them in processes of their own. Prints seconds, files a second and the peak memory of the process that
writes.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.machine import ROOT, describe

SAMPLES = ROOT / "samples" / "notices"
_FIGURE = re.compile(r"(?<=\t)\d{2,4}(?=\s*$)", re.MULTILINE)


def make(folder: Path, count: int) -> None:
    """Notices that differ in their numbers and some of their amounts; the sums don't close."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    chance = random.Random(1)  # noqa: S311  the same archive every time
    for n in range(count):
        text = texts[n % len(texts)]
        text = re.sub(r"(〕\s*)\d+(?=\s*号)", lambda m, n=n: f"{m[1]}{n + 1}", text, count=1)  # type: ignore[misc]
        text = _FIGURE.sub(lambda _: str(chance.randint(10, 9999)), text, count=3)
        (folder / f"{n:05}.txt").write_text(text, encoding="utf-8")


def timed(*arguments: str) -> tuple[float, float]:
    """Seconds, and the peak memory in MiB of the process."""
    start = time.perf_counter()
    started = subprocess.Popen([sys.executable, "-m", "notices", "run", *arguments, "-q"])
    _, _, used = os.wait4(started.pid, 0)
    return time.perf_counter() - start, used.ru_maxrss / 1024


def main() -> None:
    """Print a line a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[1000])
    parser.add_argument("-j", dest="jobs", default="1")
    given = parser.parse_args()
    print(describe(), f"-j {given.jobs}")
    for count in given.counts:
        measure(count, given.jobs)


def measure(count: int, jobs: str) -> None:
    """Three runs over an archive of so many files."""
    print(f"{count} files")
    with tempfile.TemporaryDirectory() as name:
        folder, output = Path(name) / "in", Path(name) / "out"
        folder.mkdir()
        make(folder, count)
        for what, more in (("first run", ()), ("second run", ()), ("all read again", ("--force",))):
            seconds, memory = timed(str(folder), "-o", str(output), "-j", jobs, *more)
            print(f"  {what:15} {seconds:7.1f} s  {count / seconds:7.1f} files/s  peak {memory:5.0f} MiB")
        size = (output / ".notices" / "ledger.sqlite").stat().st_size
        print(f"  ledger {size / count / 1024:.1f} KiB a file")


if __name__ == "__main__":
    main()
