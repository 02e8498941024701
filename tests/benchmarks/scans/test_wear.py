"""Wear: the same seed wears alike, each profile leaves its marks, a person can still read the page."""

from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from benchmarks.scans.wear import fax, ink, paper
from benchmarks.scans.wear.files import as_image, write_pdf, write_tiff
from benchmarks.scans.wear.profiles import PROFILES, ProfileName
from benchmarks.scans.wear.raster import Pixels
from benchmarks.scans.wear.scan import scanned

_DPI = 100


def _chance(seed: int = 5) -> np.random.Generator:
    return np.random.default_rng(seed)


def _page() -> Pixels:
    """White with a black bar of a third of its area in the middle."""
    page = np.full((1170, 827, 3), 255, np.uint8)
    page[390:780] = 0
    return page


@pytest.mark.parametrize("name", PROFILES)
def test_wear_is_repeatable_and_leaves_the_print(name: ProfileName) -> None:
    first, second = (scanned(_page(), _page(), PROFILES[name], _chance(), _DPI) for _ in range(2))
    assert np.array_equal(first, second)
    other = scanned(_page(), _page(), PROFILES[name], _chance(6), _DPI)
    assert other.shape != first.shape or not np.array_equal(other, first)
    middle = first[first.shape[0] // 2 - 20 :, first.shape[1] // 2 - 20 :][:40, :40]
    assert middle.mean() < 90  # the bar is still black in the page's middle, however it was turned
    assert first.mean() > 90  # and the paper around it light


@pytest.mark.parametrize(
    ("name", "only_black_and_white"),
    [("fax", True), ("office", False)],
)
def test_only_a_fax_has_no_greys(name: ProfileName, only_black_and_white: bool) -> None:
    worn = scanned(_page(), None, PROFILES[name], _chance(), _DPI)
    assert (set(np.unique(worn)) <= {0, 255}) is only_black_and_white


def test_a_turned_page_lies_on_its_side() -> None:
    turned = PROFILES["clean"].model_copy(update={"turned": 1})
    shapes = {scanned(_page(), None, turned, _chance(seed), _DPI).shape[:2] for seed in range(8)}
    assert shapes == {(1170, 827), (827, 1170)}  # by half a turn and by a quarter


def test_strokes_thin_and_fatten() -> None:
    black = [int((ink.strokes(_page(), weight, 200) < 128).sum()) for weight in (-1, 0, 1)]
    assert black[0] < black[1] < black[2]


def test_red_ink_fades_and_black_stays() -> None:
    page = _page()
    page[:200] = (40, 36, 216)
    worn = ink.uneven_seal(page, _chance())
    assert worn[:200].mean() > page[:200].mean()
    assert np.array_equal(worn[390:780], page[390:780])


def test_the_other_side_shines_through_mirrored() -> None:
    back = np.full((400, 400, 3), 255, np.uint8)
    back[:, :100] = 0
    worn = paper.bleed_through(np.full((400, 400, 3), 255, np.uint8), back, 0.2, _DPI)
    assert worn[:, 350:].mean() < 220
    assert worn[:, :200].mean() > 253


def test_lost_lines_are_lost() -> None:
    assert not np.array_equal(fax.lost_lines(_gradient(), _chance()), _gradient())


def _gradient() -> Pixels:
    return np.repeat(np.arange(200, dtype=np.uint8)[:, None, None], 3, axis=2).repeat(50, axis=1)


def test_files_hold_every_page_at_its_size(tmp_path: Path) -> None:
    grey = _page()
    grey[0, 0] = 128
    write_pdf(tmp_path / "a.pdf", [grey, _page()], _DPI, 80)
    document = pdfium.PdfDocument(tmp_path / "a.pdf")
    assert [round(page.get_width() / 72 * _DPI) for page in document] == [827, 827]
    document.close()
    write_tiff(tmp_path / "a.tiff", [_page()] * 3, _DPI)
    with Image.open(tmp_path / "a.tiff") as image:
        assert (image.n_frames, image.mode, image.size) == (3, "1", (827, 1170))


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write_pdf(tmp_path / name, [_page()], _DPI, 80)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize(
    ("pixel", "mode"),
    [((0, 0, 0), "1"), ((90, 90, 90), "L"), ((0, 0, 200), "RGB")],
)
def test_the_plainest_mode(pixel: tuple[int, int, int], mode: str) -> None:
    page = np.full((4, 4, 3), 255, np.uint8)
    page[0, 0] = pixel
    assert as_image(page).mode == mode
