"""How long a text notice takes, and how soon the command answers.

    python -m benchmarks.text [FOLDER]

Prints, for every text of the folder (samples/notices unless given), the milliseconds from bytes to rows
in a process that has started (median and best of the rounds), the share of each stage, the peak of Python
memory, and the seconds `notices --help` takes in a process of its own.
"""

import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from benchmarks.machine import ROOT, describe
from extract import printed_notices, read
from normalize import check, normalize
from notices.collector import collect_seldom
from notices.process import process

ROUNDS = 30


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return times


def measure(path: Path) -> None:
    data = path.read_bytes()
    first = milliseconds(lambda: process(data, path=path.name, media_type="text/plain"), rounds=1)[0]
    whole = milliseconds(lambda: process(data, path=path.name, media_type="text/plain"))
    document = read(data, "text/plain")
    printed = printed_notices(document)
    notices = [normalize(p) for p in printed]
    stages = {
        "read": milliseconds(lambda: read(data, "text/plain")),
        "extract": milliseconds(lambda: printed_notices(document)),
        "normalize": milliseconds(lambda: [normalize(p) for p in printed]),
        "check": milliseconds(lambda: [check(n) for n in notices]),
    }
    print(f"{path.name} ({len(data):,} bytes)")
    best, median = min(whole), statistics.median(whole)
    print(f"  bytes to rows   median {median:6.1f} ms   best {best:6.1f} ms   first call {first:6.1f} ms")
    print("  " + "   ".join(f"{name} {statistics.median(times):.1f} ms" for name, times in stages.items()))


def measure_memory(paths: list[Path]) -> None:
    tracemalloc.start()
    for path in paths:
        process(path.read_bytes(), path=path.name, media_type="text/plain")
    print(f"peak of Python memory {tracemalloc.get_traced_memory()[1] / 2**20:.1f} MiB")
    tracemalloc.stop()


def measure_help(rounds: int = 7) -> None:
    command = [sys.executable, "-m", "notices", "--help"]
    times = milliseconds(lambda: subprocess.run(command, cwd=ROOT, check=True, capture_output=True), rounds)
    print(f"notices --help   median {statistics.median(times) / 1000:.2f} s   best {min(times) / 1000:.2f} s")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples" / "notices"
    paths = sorted(folder.glob("*.txt"))
    print(describe())
    collect_seldom()
    for path in paths:
        measure(path)
    measure_memory(paths)
    measure_help()


if __name__ == "__main__":
    main()
