import math

import cv2
import numpy as np
import pytest

from extract.pixels.prepare import prepare
from extract.pixels.raster import Pixels, Raster, whole_page
from tests.extract.pixels import drawn


def _prepared(pixels: Pixels) -> Raster:
    return prepare(whole_page(pixels, drawn.DPI))


def _ink(pixels: Pixels) -> int:
    return int((pixels.min(axis=2) < 128).sum())


def _as_drawn(prepared: Raster) -> Pixels:
    """The prepared pixels put back to where they were."""
    forward = np.diag([drawn.WIDTH, drawn.HEIGHT, 1.0]) @ prepared.to_page
    return np.asarray(
        cv2.warpPerspective(prepared.pixels, forward, (drawn.WIDTH, drawn.HEIGHT), borderValue=(255,) * 3),
        np.uint8,
    )


def _text_angle(prepared: Raster, degrees: float) -> float:
    """The slant left over: where the drawn page's horizontal lies on the prepared page."""
    turn = cv2.getRotationMatrix2D((drawn.WIDTH / 2, drawn.HEIGHT / 2), -degrees, 1.0)
    ends = cv2.transform(np.array([[[200.0, 1000.0], [1400.0, 1000.0]]]), turn)
    to_prepared = np.linalg.inv(np.diag([drawn.WIDTH, drawn.HEIGHT, 1.0]) @ prepared.to_page)
    (x0, y0), (x1, y1) = cv2.perspectiveTransform(ends, to_prepared)[0]
    return math.degrees(math.atan2(y1 - y0, x1 - x0))


@pytest.mark.parametrize("degrees", [-9.5, -3.2, -0.4, 0.0, 0.15, 1.0, 7.3])
def test_a_slanted_page_is_turned_upright(degrees: float):
    prepared = _prepared(drawn.turned(drawn.body_page(), degrees))
    assert abs(_text_angle(prepared, degrees)) < 0.1


def test_a_page_with_two_lines_of_text_is_turned_upright():
    pixels = drawn.blank()
    drawn.write(pixels, ("此页无正文", 250, 300), ("二〇二二年六月三十日印发", 900, 1800))
    assert abs(_text_angle(_prepared(drawn.turned(pixels, 2.0)), 2.0)) < 0.2


def test_a_blank_page_stays_as_it_is():
    prepared = _prepared(drawn.blank())
    assert prepared.pixels.shape == drawn.blank().shape
    assert prepared.pixels.min() == 255


def test_stray_scan_lines_do_not_decide_the_slant():
    pixels = drawn.turned(drawn.body_page(), 1.2)
    for y in (500, 900, 1500):
        drawn.streak(pixels, y, 100, 1500)
    assert abs(_text_angle(_prepared(pixels), 1.2)) < 0.1


@pytest.mark.parametrize("degrees", [0.0, 3.0])
def test_to_page_leads_back_to_the_mark(degrees: float):
    pixels = drawn.body_page()
    marks = np.array([[[150.0, 150.0], [1500.0, 160.0], [1480.0, 2200.0], [160.0, 2150.0]]])
    for x, y in marks[0].astype(int).tolist():
        cv2.rectangle(pixels, (x - 9, y - 9), (x + 9, y + 9), (0, 0, 0), -1)
    scan = drawn.turned(pixels, degrees)
    turn = cv2.getRotationMatrix2D((drawn.WIDTH / 2, drawn.HEIGHT / 2), -degrees, 1.0)
    prepared = _prepared(scan)
    for expected in cv2.transform(marks, turn)[0]:
        to_prepared = np.linalg.inv(np.diag([drawn.WIDTH, drawn.HEIGHT, 1.0]) @ prepared.to_page)
        x, y = cv2.perspectiveTransform(expected.reshape(1, 1, 2), to_prepared)[0, 0]
        window = (
            prepared.pixels[round(y) - 14 : round(y) + 15, round(x) - 14 : round(x) + 15].min(axis=2) < 128
        )
        found_y, found_x = np.argwhere(window).mean(axis=0) + np.round([y, x]) - 13.5
        back = cv2.perspectiveTransform(np.array([[[found_x, found_y]]]), prepared.to_page)[0, 0]
        assert np.abs(back * (drawn.WIDTH, drawn.HEIGHT) - expected).max() < 2


def test_uneven_light_becomes_white_paper_and_dark_ink():
    page = drawn.body_page()
    prepared = _as_drawn(_prepared(drawn.shaded(page)))
    paper = cv2.erode((page.min(axis=2) == 255).astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    assert (prepared.min(axis=2)[paper] > 250).mean() > 0.98
    assert _ink(prepared) == pytest.approx(_ink(page), rel=0.15)


def test_bleed_through_goes_and_faint_strokes_stay():
    page = drawn.body_page()
    behind = cv2.flip(drawn.body_page(), 1)
    shifted = np.roll(behind, 40, axis=0)
    faded = np.where(page < 128, 120, np.where(shifted < 128, 236, 255)).astype(np.uint8)
    prepared = _as_drawn(_prepared(faded))
    assert _ink(prepared) == pytest.approx(_ink(page), rel=0.1)
    assert (prepared.min(axis=2)[(shifted.min(axis=2) < 128) & (page.min(axis=2) > 250)] > 250).mean() > 0.97


@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
def test_dark_edges_become_paper(side: str):
    pixels = drawn.body_page()
    before = _ink(pixels)
    part = {"left": np.s_[:, :45], "right": np.s_[:, -60:], "top": np.s_[:30], "bottom": np.s_[-50:]}[side]
    pixels[part] = 25
    assert _ink(_prepared(pixels).pixels) == pytest.approx(before, rel=0.02)


def test_the_black_corners_of_a_turned_sheet_become_paper():
    pixels = drawn.turned(drawn.body_page(), 2.0, border=0)
    assert _ink(_prepared(pixels).pixels) == pytest.approx(_ink(drawn.body_page()), rel=0.05)


def test_punch_holes_become_paper_and_bold_titles_stay():
    pixels = drawn.body_page()
    drawn.write(pixels, ("关于下达补助资金的通知", 120, 120), size=60)
    before = _ink(pixels)
    for y in (700, 1500):
        cv2.circle(pixels, (80, y), 25, (0, 0, 0), -1)
    assert _ink(_prepared(pixels).pixels) == pytest.approx(before, rel=0.01)


def test_a_seal_goes_and_the_figures_under_it_stay():
    page = drawn.body_page()
    stamped = page.copy()
    drawn.seal(stamped, 1100, 1600)
    prepared = _as_drawn(_prepared(stamped))
    area = np.s_[1400:1800, 900:1300]
    assert _ink(prepared[area]) == pytest.approx(_ink(page[area]), rel=0.08)


def test_two_seals_side_by_side_go():
    page = drawn.body_page()
    stamped = page.copy()
    drawn.seal(stamped, 600, 1600)
    drawn.seal(stamped, 925, 1600)
    assert _ink(_prepared(stamped).pixels) == pytest.approx(_ink(page), rel=0.05)


def test_a_seal_in_the_upper_part_of_a_page_goes():
    page = drawn.body_page()
    stamped = page.copy()
    drawn.seal(stamped, 1100, 500)
    assert _ink(_prepared(stamped).pixels) == pytest.approx(_ink(page), rel=0.05)


def test_the_red_letterhead_and_red_figures_stay_dark():
    pixels = drawn.body_page()
    plain = _ink(pixels)
    drawn.write(pixels, ("某某市财政局文件", 330, 150), size=120, colour=drawn.RED)
    drawn.write(pixels, ("-1280.50", 700, 2000), colour=drawn.RED)
    red = int(((pixels[..., 2] > 150) & (pixels[..., 1] < 100)).sum())
    assert _ink(_prepared(pixels).pixels) - plain == pytest.approx(red, rel=0.15)


def test_strokes_of_a_bilevel_page_stay_as_they_are():
    page = drawn.body_page()
    bilevel = np.where(page < 128, 0, 255).astype(np.uint8)
    assert _ink(_as_drawn(_prepared(bilevel))) == pytest.approx(_ink(bilevel), rel=0.01)


def test_stray_scan_lines_go_and_hairline_rules_stay():
    page = drawn.blank()
    for y in drawn.even(400, 1200, 8):
        page[y, 200:1400] = 0
    for x in drawn.even(200, 1400, 3):
        page[400:1201, x] = 0
    streaked = page.copy()
    drawn.streak(streaked, 450, 120, 900)
    cleaned = _prepared(streaked).pixels
    assert _ink(cleaned) == pytest.approx(_ink(page), abs=20)


def test_a_photographed_page_is_cut_out_and_rectified():
    page = drawn.body_page()
    drawn.table(page, drawn.even(250, 1400, 3), drawn.even(1950, 2200, 4))
    corners = ((310, 260), (1500, 190), (1650, 2180), (180, 2100))
    photo = drawn.photographed(drawn.shaded(page, 0.75), corners, (1800, 2400))
    prepared = prepare(whole_page(photo, drawn.DPI))
    expected = np.array([corners], np.float64) / (1800, 2400)
    found = cv2.perspectiveTransform(expected, np.linalg.inv(prepared.to_page))[0]
    sheet = np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) * (prepared.width, prepared.height)
    assert np.abs(found - sheet).max() < 0.02 * prepared.height
    assert prepared.height / prepared.width == pytest.approx(2**0.5, rel=0.03)
    assert prepared.dpi == pytest.approx(prepared.width / 8.27, rel=0.02)
    assert (prepared.pixels > 250).mean() > 0.8


@pytest.mark.parametrize("page", [drawn.body_page(), drawn.shaded(drawn.body_page())])
def test_a_page_that_fills_the_frame_is_no_photograph(page: Pixels):
    prepared = _prepared(page)
    assert abs(prepared.width - drawn.WIDTH) < 20
    assert prepared.dpi == drawn.DPI
