"""Pictures of the places of outcomes: the row on its page, with some of what surrounds it."""

from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

from benchmarks.scans.score.outcome import Outcome

_SCALE = 150 / 72
_AROUND = (0.25, 0.035)  # shares of the page to either side, above and below


def write_crops(scans: Path, out: Path, outcomes: Sequence[Outcome]) -> list[Path | None]:
    """One PNG for each outcome that has a page, named by its number; null for the others."""
    out.mkdir(parents=True, exist_ok=True)
    found: list[Path | None] = []
    for number, outcome in enumerate(outcomes, start=1):
        path = out / f"{number:04d}.png"
        image = _page(scans / outcome.file, outcome.place.page)
        if image is not None:
            _cut(image, outcome.place.box).save(path)
        found.append(path if image is not None else None)
    return found


def _page(path: Path, number: int | None) -> Image.Image | None:
    if number is None:
        return None
    if path.suffix != ".pdf":
        with Image.open(path) as image:
            image.seek(number - 1)
            return image.convert("RGB")
    with pdfium.PdfDocument(path) as document:
        return document[number - 1].render(scale=_SCALE).to_pil().convert("RGB")


def _cut(image: Image.Image, box: tuple[float, float, float, float] | None) -> Image.Image:
    if box is None:
        return image
    across, down = _AROUND
    wide, high = image.size
    left, top = max(0, box[0] - across) * wide, max(0, box[1] - down) * high
    right, bottom = min(1, box[2] + across) * wide, min(1, box[3] + down) * high
    return image.crop((round(left), round(top), round(right), round(bottom)))
