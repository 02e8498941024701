"""Whether the boxes of allocation amounts lie where the amounts are printed.

    python -m benchmarks.boxes GOLD [SCANS] [--profile office ...]

GOLD holds `ID.PROFILE.gold.json` with the cells of every page in CSS pixels and the `matrix` of each page
to its scan; SCANS (GOLD/../scans unless given) the PDFs, `ID.digital.pdf` among them: the ink in a cell of
that one is the box of its text, led through the matrix. A box is right where it lies inside the gold cell
or its IoU with the text is at least one half. Prints, for each profile, how many amounts are printed, how
many of them were found, the share of right boxes of all printed and of those found, the share of boxes that
hold nine tenths of the text, and the median IoU with it.
"""

import argparse
import json
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.machine import describe
from extract import page_images
from extract.ocr.choose import EngineName
from extract.pixels.raster import Raster
from extract.readers.choose import PDF
from notices.ocr import engine_of
from notices.process import Examined, examine
from schemas.dataset.codes import Measure
from schemas.document import Box, Place
from schemas.notice import Amount

CSS_DPI = 96
INSET = 2.0
"""CSS pixels inside a cell's borders, where its rules end."""
DARK = 160
HALF, MOST = 0.5, 0.9

Rectangle = tuple[float, float, float, float]
Gold = dict[str, Any]


class Printed(NamedTuple):
    """A printed amount: its page from 1, the cell's corners and the text's box, in fractions of the page."""

    page: int
    cell: NDArray[np.float32]
    text: Rectangle


class Score(NamedTuple):
    """One amount's box: right or not, whether it holds the text, its IoU with the text."""

    right: bool
    holds: bool
    iou: float


@cache
def pages_of(path: Path) -> dict[int, Raster]:
    return dict(page_images(path.read_bytes(), PDF))


def printed_amounts(gold: Gold, scan: Path, digital: Path) -> list[Printed]:
    """The amounts of the allocation table in reading order."""
    count = len(first(gold)["rows"][0]["amounts"])
    found: list[Printed] = []
    for number, page in enumerate(gold["pages"], start=1):
        cells = [cell for cell in page["cells"] if cell["t"] == "alloc"]
        columns = max((cell["c"] + cell["cs"] for cell in cells), default=0)
        found += [
            placed(number, page, cell, gold["dpi"], pages_of(scan), pages_of(digital))
            for cell in sorted(cells, key=lambda c: (c["r"], c["c"]))
            if cell["c"] >= columns - count and is_figure(cell["text"])
        ]
    return found


def first(gold: Gold) -> Gold:
    tables: Any = gold["facts"]["allocation"]
    table: Gold = tables[0] if isinstance(tables, list) else tables
    return table


def is_figure(text: str) -> bool:
    return text.replace(",", "").replace(".", "").lstrip("-").isdigit()


def placed(
    number: int, page: Gold, cell: Gold, dpi: float, scan: dict[int, Raster], digital: dict[int, Raster]
) -> Printed:
    raster = scan[number]
    pixels = raster.width * dpi / raster.dpi, raster.height * dpi / raster.dpi
    matrix = np.array(page["matrix"], np.float64)
    corners = led(cell["box"], matrix, pixels)
    text = led(text_box(cell["box"], digital[number]), matrix, pixels)
    return Printed(number, corners, envelope(text))


def led(box: Rectangle, matrix: NDArray[np.float64], pixels: tuple[float, float]) -> NDArray[np.float32]:
    """The corners of a box in CSS pixels as fractions of the scanned page."""
    x0, y0, x1, y1 = box
    corners = np.array([[[x0, y0], [x1, y0], [x1, y1], [x0, y1]]], np.float64)
    return np.asarray(cv2.perspectiveTransform(corners, matrix)[0] / pixels, np.float32)


def envelope(corners: NDArray[np.float32]) -> Rectangle:
    (x0, y0), (x1, y1) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    return x0, y0, x1, y1


def text_box(cell: Rectangle, page: Raster) -> Rectangle:
    """Where there is ink in the cell of the page that was never scanned; CSS pixels."""
    scale = page.dpi / CSS_DPI
    x0, y0 = (round((side + INSET) * scale) for side in cell[:2])
    x1, y1 = (round((side - INSET) * scale) for side in cell[2:])
    ys, xs = np.nonzero(page.pixels[y0:y1, x0:x1].min(axis=2) < DARK)
    left, right, top, bottom = xs.min(), xs.max() + 1, ys.min(), ys.max() + 1
    return (x0 + left) / scale, (y0 + top) / scale, (x0 + right) / scale, (y0 + bottom) / scale


def found_amounts(examined: Examined, gold: Gold) -> list[Place | None]:
    """The place of each printed amount in the same order; null where its row wasn't found.

    Rows are paired in order where there are as many, else by their names.
    """
    rows = [(row["name"], row["amounts"]) for row in first(gold)["rows"]]
    ours = list(our_rows(examined))
    in_order = len(ours) == len(rows)
    named = defaultdict(list)
    for name, cells in ours:
        named[name].append(cells)
    places: list[Place | None] = []
    for number, (name, amounts) in enumerate(rows):
        cells = ours[number][1] if in_order else named[name].pop(0) if named[name] else []
        for n, amount in enumerate(amounts):
            cell = cells[n] if n < len(cells) else None
            if amount is not None:
                places.append(cell.place if cell else None)
    return places


def our_rows(examined: Examined) -> Iterator[tuple[str, list[Amount | None]]]:
    for part in examined.parts:
        for table in part.notice.allocations:
            money = [column.number - 1 for column in table.columns if column.measure is Measure.AMOUNT]
            for row in table.rows:
                yield row.name.text if row.name else "", [row.cells[n] for n in money]


def judged(place: Place, printed: Printed) -> Score:
    box = place.box
    if box is None or place.page != printed.page:
        return Score(right=False, holds=False, iou=0.0)
    ours = box.x0, box.y0, box.x1, box.y1
    shared = area(common(ours, printed.text))
    iou = shared / (area(ours) + area(printed.text) - shared)
    right = iou >= HALF or lies_inside(box, printed.cell)
    return Score(right=right, holds=shared >= MOST * area(printed.text), iou=iou)


def lies_inside(box: Box, cell: NDArray[np.float32]) -> bool:
    corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
    return all(cv2.pointPolygonTest(cell, corner, measureDist=False) >= 0 for corner in corners)


def common(one: Rectangle, other: Rectangle) -> Rectangle:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def area(of: Rectangle) -> float:
    return max(0.0, of[2] - of[0]) * max(0.0, of[3] - of[1])


def measure(path: Path, scans: Path) -> tuple[list[Score], int]:
    """Scores of the amounts found, and how many weren't."""
    gold = json.loads(path.read_text("utf-8"))
    scan = scans / path.name.replace(".gold.json", ".pdf")
    printed = printed_amounts(gold, scan, scans / f"{path.name.split('.')[0]}.digital.pdf")
    examined = examine(scan.read_bytes(), PDF, lambda: engine_of(EngineName.RAPIDOCR))
    places = found_amounts(examined, gold)
    pairs = list(zip(places, printed, strict=True))
    pages_of.cache_clear()
    return [judged(place, one) for place, one in pairs if place is not None], places.count(None)


def line(scores: list[Score], lost: int) -> str:
    """One line of figures for people."""
    asked, right = len(scores) + lost, sum(score.right for score in scores)
    holds, iou = sum(score.holds for score in scores), statistics.median(score.iou for score in scores)
    return (
        f"{asked:4} amounts, {lost} not found; right {right}/{asked} ({right / asked:.1%}),"
        f" of those found {right / len(scores):.1%}; hold the text {holds / len(scores):.1%}; IoU {iou:.2f}"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("scans", type=Path, nargs="?")
    arguments.add_argument("--profile", action="append")
    asked = arguments.parse_args()
    print(describe())
    scores: dict[str, list[Score]] = defaultdict(list)
    lost: Counter[str] = Counter()
    for path in sorted(asked.gold.glob("*.gold.json")):
        profile = path.name.split(".")[1].split("-")[0]
        if asked.profile and profile not in asked.profile:
            continue
        found, missing = measure(path, asked.scans or asked.gold.parent / "scans")
        wrong = sum(not score.right for score in found)
        print(f"  {path.name}: {len(found)} found, {missing} not, {wrong} wrong", flush=True)
        scores[profile] += found
        lost[profile] += missing
    for profile, those in scores.items():
        print(f"{profile:8} {line(those, lost[profile])}")


if __name__ == "__main__":
    main()
