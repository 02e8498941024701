"""What reading a scan costs beside RapidOCR alone on the same pixels.

    OMP_NUM_THREADS=1 python -m benchmarks.beside_rapidocr FILE_OR_FOLDER... [--pages N]

Takes the first N pages (4 unless given) of every PDF, in turn through: the whole of our reading (upright,
prepared, tables, text, doubtful cells again; no cache), RapidOCR with our settings of the models (detection
at 960, no classifier) and RapidOCR as it is installed. One thread each, models loaded before the clock
starts, rendering a page counts for none. Prints seconds a page (processor, and wall clock) for body and
table pages, and how ours compares by processor time.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types
from rapidocr import RapidOCR

from benchmarks.machine import describe
from extract.ocr.choose import make_engine
from extract.ocr.contract import OcrEngine
from extract.ocr.detect import PAGE_SIDE
from extract.pdf.render import render
from extract.pixels.page import read_pixels
from extract.pixels.raster import Raster
from schemas.document import Table

_ONE_THREAD = {
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "Global.log_level": "error",
}
_OUR_SETTINGS = {
    **_ONE_THREAD,
    "Global.use_cls": False,
    "Det.limit_type": "max",
    "Det.limit_side_len": PAGE_SIDE,
}
OURS, EQUAL, INSTALLED = "fiscal-notices", "RapidOCR, our settings", "RapidOCR as installed"


@dataclass
class Cost:
    """Seconds and pages so far."""

    processor: float = 0.0
    wall: float = 0.0
    pages: int = 0

    def add(self, processor: float, wall: float) -> None:
        self.processor += processor
        self.wall += wall
        self.pages += 1


@dataclass
class Costs:
    """By reader, then by kind of page."""

    by: dict[str, dict[str, Cost]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Cost)))

    def add(self, reader: str, kind: str, seconds: tuple[float, float]) -> None:
        for part in (kind, "all"):
            self.by[reader][part].add(*seconds)

    def ratio(self, reader: str, kind: str) -> float:
        return self.by[OURS][kind].processor / self.by[reader][kind].processor


def rasters(paths: Sequence[Path], most: int) -> Iterator[Raster]:
    for path in paths:
        document = pdfium.PdfDocument(path)
        for number in range(min(most, len(document))):
            page = document[number]
            raster = render(page)
            page.close()
            yield raster
        document.close()


def timed(work: Callable[[], object]) -> tuple[object, tuple[float, float]]:
    processor, wall = time.process_time(), time.perf_counter()
    result = work()
    return result, (time.process_time() - processor, time.perf_counter() - wall)


def measure(paths: Sequence[Path], most: int) -> Costs:
    costs = Costs()
    engine = make_engine()
    bare = {EQUAL: RapidOCR(params=_OUR_SETTINGS), INSTALLED: RapidOCR(params=_ONE_THREAD)}
    warmed = False
    for number, raster in enumerate(rasters(paths, most)):
        if not warmed:
            _read_all(raster, engine, bare)
            warmed = True
        _measure_page(raster, engine, bare, costs, first=number % 2)
    return costs


def _read_all(raster: Raster, engine: OcrEngine, bare: dict[str, RapidOCR]) -> None:
    """Once before the clock starts: models load when first asked for."""
    read_pixels(raster, 1, engine)
    for reader in bare.values():
        reader(raster.pixels)


def _measure_page(
    raster: Raster, engine: OcrEngine, bare: dict[str, RapidOCR], costs: Costs, first: int
) -> None:
    """Every reader on one page, ours before or after the others."""
    taken: dict[str, tuple[float, float]] = {}
    order = [OURS, *bare] if first == 0 else [*bare, OURS]
    kind = "body"
    for reader in order:
        if reader == OURS:
            blocks, taken[reader] = timed(lambda: read_pixels(raster, 1, engine))
            kind = "table" if any(isinstance(b, Table) for b in blocks) else "body"  # type: ignore[attr-defined]
        else:
            _, taken[reader] = timed(lambda reader=reader: bare[reader](np.ascontiguousarray(raster.pixels)))
    for reader, seconds in taken.items():
        costs.add(reader, kind, seconds)


def report(costs: Costs) -> None:
    for reader, kinds in costs.by.items():
        for kind, cost in sorted(kinds.items()):
            per = f"{cost.processor / cost.pages:6.2f} s   wall {cost.wall / cost.pages:6.2f} s"
            ratio = "" if reader == OURS else f"   ours / this {costs.ratio(reader, kind):5.2f}"
            print(f"{reader:24} {kind:6} {cost.pages:4} pages   {per} a page{ratio}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("inputs", nargs="+", type=Path)
    parser.add_argument("--pages", type=int, default=4)
    given = parser.parse_args()
    paths = [p for i in given.inputs for p in (sorted(i.glob("*.pdf")) if i.is_dir() else [i])]
    print(describe())
    report(measure(paths, given.pages))


if __name__ == "__main__":
    main()
