"""Peak memory over a PDF of hundreds of pages.

    python -m benchmarks.memory FILE [--pages 100 500] [--scan]

Makes PDFs of so many pages out of the file's own, and reads each in a process of its own: text-layer pages as
they are; with --scan as pictures at 150 dpi, each with another number stamped on it so that no page is like
another. Prints the peak (MiB), its slope from one size to the next, and seconds a page. Reading only: what
the later stages make of five hundred pages of one file depends on what stands in them.
"""

import argparse
import io
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types
from PIL import Image

from benchmarks.machine import ROOT, describe
from extract import read
from extract.ocr.choose import make_engine
from extract.pdf.render import render

_DPI = 150


def with_text(source: Path, pages: int) -> bytes:
    """The file's pages over and over."""
    document, made = pdfium.PdfDocument(source), pdfium.PdfDocument.new()
    made.import_pages(document, [n % len(document) for n in range(pages)])  # at once: the fonts are shared
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def as_pictures(source: Path, pages: int) -> bytes:
    """The file's pages as JPEG, stamped with a number."""
    pictures = _pictures(source, pages)
    buffer = io.BytesIO()
    next(pictures).save(buffer, "PDF", resolution=_DPI, save_all=True, append_images=pictures, quality=80)
    return buffer.getvalue()


def _pictures(source: Path, pages: int) -> Iterator[Image.Image]:
    document = pdfium.PdfDocument(source)
    for number in range(pages):
        page = document[number % len(document)]
        pixels = np.ascontiguousarray(render(page, _DPI).pixels)
        page.close()
        cv2.putText(pixels, str(number), (60, 60), cv2.FONT_HERSHEY_SIMPLEX, 1, (0, 0, 0), 2)
        yield Image.fromarray(pixels[:, :, ::-1])


def peak() -> float:
    """MiB of this process so far (Linux counts in KiB, macOS in bytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def read_here(path: Path) -> None:
    """In the child: read, and say what it took."""
    engine = make_engine()
    start = time.perf_counter()
    document = read(path.read_bytes(), "application/pdf", lambda: engine)
    print(len(document.pages), time.perf_counter() - start, peak())


def measure(data: bytes) -> tuple[float, float]:
    """Peak (MiB) and seconds of a process that reads it."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "many.pdf")
        path.write_bytes(data)
        command = [sys.executable, "-m", "benchmarks.memory", str(path), "--child"]
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    _, seconds, most = map(float, done.stdout.split())
    return most, seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 500])
    parser.add_argument("--scan", action="store_true")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        read_here(given.file)
        return
    print(describe())
    found: list[tuple[int, float]] = []
    for pages in given.pages:
        data = (as_pictures if given.scan else with_text)(given.file, pages)
        most, seconds = measure(data)
        found.append((pages, most))
        size = f"{pages:5} pages ({len(data) / 2**20:6.1f} MiB)"
        print(f"{size}  peak {most:7.1f} MiB  {seconds / pages:6.3f} s a page")
    for (few, small), (many, large) in pairwise(found):
        print(f"from {few} to {many} pages: {(large - small) / (many - few):.3f} MiB a page")


if __name__ == "__main__":
    main()
