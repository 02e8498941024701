"""What a PDF page with a text layer costs beside pdfplumber's words and tables of the same page.

    python -m benchmarks.text_layer FILE_OR_FOLDER... [--rounds N]

Reads every page by our reader (glyphs, decision, lines, tables) and by pdfplumber (`extract_words` and
`extract_tables`, nothing made of them), in turn, each file opened anew and in memory, the rounds
interleaved. Files without a text layer are passed over. Prints milliseconds a page (processor) and the ratio.
"""

import argparse
import io
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pdfplumber

from benchmarks.machine import describe
from extract.pdf.reader import read_pdf
from extract.readers.contract import FormatError
from schemas.dataset.codes import TextOrigin

PDF = "application/pdf"


def ours(data: bytes) -> int:
    return len(read_pdf(data, PDF).pages)


def theirs(data: bytes) -> int:
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_words()
            page.extract_tables()
            page.close()  # else every page's objects stay
        return len(document.pages)


def milliseconds(work: Callable[[bytes], int], data: bytes) -> float:
    """Processor time for a page."""
    start = time.process_time()
    pages = work(data)
    return 1000 * (time.process_time() - start) / pages


def has_text_layer(data: bytes) -> bool:
    try:
        return read_pdf(data, PDF).text_origin is TextOrigin.TEXT_LAYER
    except FormatError:
        return False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("inputs", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    paths = [p for i in given.inputs for p in (sorted(i.glob("*.pdf")) if i.is_dir() else [i])]
    print(describe())
    print(f"pdfplumber {pdfplumber.__version__}, median of {given.rounds} rounds, ms a page (processor)")
    ratios = []
    for path in paths:
        data = path.read_bytes()
        if not has_text_layer(data):
            continue
        rounds = [(milliseconds(ours, data), milliseconds(theirs, data)) for _ in range(given.rounds)]
        mine, other = (median(times) for times in zip(*rounds, strict=True))
        ratios.append(mine / other)
        print(f"{path.name:36} ours {mine:7.1f}   pdfplumber {other:7.1f}   ratio {mine / other:5.2f}")
    if ratios:
        print(f"{len(ratios)} files, ratio median {median(ratios):.2f}, worst {max(ratios):.2f}")


if __name__ == "__main__":
    main()
