"""How much sooner two worker processes are done than one.

    python -m benchmarks.workers FOLDER [--jobs 2] [--rounds 1]

Runs `notices run FOLDER` with one process and with several, each time with an empty OCR cache and an output
of its own. Prints seconds by the wall clock, processor seconds and the ratio. Give at least four files of
like size: a file is read by one process.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.machine import ROOT, describe


def measure(folder: Path, jobs: int) -> tuple[float, float]:
    """Wall and processor seconds of a run with nothing remembered."""
    with tempfile.TemporaryDirectory() as place:
        environment = {**os.environ, "XDG_CACHE_HOME": place, "OMP_NUM_THREADS": "1"}
        options = ["-o", f"{place}/out", "-q", "--jobs", str(jobs)]
        command = [sys.executable, "-m", "notices", "run", folder, *options]
        before, start = _processor(), time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
        if done.returncode:
            raise SystemExit(f"the run ended with {done.returncode}")
        return time.perf_counter() - start, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=1)
    given = parser.parse_args()
    print(describe())
    for _ in range(given.rounds):
        one, one_processor = measure(given.folder.resolve(), 1)
        many, many_processor = measure(given.folder.resolve(), given.jobs)
        print(f"1 process    {one:7.1f} s   processor {one_processor:7.1f} s")
        spent = f"{many:7.1f} s   processor {many_processor:7.1f} s"
        print(f"{given.jobs} processes  {spent}   {one / many:.2f} × as fast")


if __name__ == "__main__":
    main()
