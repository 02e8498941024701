import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from extract.outline import SectionKind
from notices.overlay import fonts
from notices.overlay.marks import PageMarks, SectionMark
from notices.overlay.sheet import LONGEST_SIDE, sheet
from notices.overlay.style import CELL, DOUBT, LINE, MARGIN, REREAD, SECTION, SEVERITY, TINT, Colour
from schemas.dataset.codes import Severity
from schemas.document import Box
from tests.notices.overlay.made import BOX, INKED, LEFT, SIZE, marks, page, piece, value

BORDER = (LEFT + 400, 300, LEFT + 500, 340)
"""`BOX` on the sheet."""


def drawn(of: PageMarks) -> Image.Image:
    return sheet(page(), of, "a.pdf", count=3)


def colours(image: Image.Image, left: int, top: int, right: int, bottom: int) -> set[Colour]:
    """All colours of a part of the sheet."""
    part = np.asarray(image)[top:bottom, left:right].reshape(-1, 3)
    return {tuple(colour) for colour in np.unique(part, axis=0).tolist()}


def on_margin(colour: Colour) -> Colour:
    """How a colour looks on the margin, which isn't quite white."""
    return tuple(one * ground // 255 for one, ground in zip(colour, MARGIN, strict=True))


@pytest.mark.parametrize(
    ("severity", "thickness"), [(Severity.ERROR, 4), (Severity.WARNING, 3), (Severity.INFO, 2)]
)
def test_a_flagged_value_is_framed_and_tinted_by_its_level(severity: Severity, thickness: int) -> None:
    image = drawn(marks(value(severity)))
    left, top, right, bottom = BORDER
    above = [image.getpixel(((left + right) // 2, top - 1 - step)) for step in range(thickness + 1)]
    assert above == [*[SEVERITY[severity]] * thickness, (255, 255, 255)]
    assert image.getpixel((left + 5, bottom - 5)) == TINT[severity]
    assert image.getpixel((LEFT + INKED[0] + 5, INKED[1] + 5)) == (0, 0, 0)


def test_a_value_without_a_finding_is_drawn_as_worth_knowing() -> None:
    assert drawn(marks(value(None, text="1S → 15"))).getpixel((LEFT + 450, 299)) == SEVERITY[Severity.INFO]


def test_a_finding_about_a_whole_table_frames_it_only() -> None:
    image = drawn(marks(value(Severity.ERROR, text="")))
    assert image.getpixel((LEFT + 450, 299)) == SEVERITY[Severity.ERROR]
    assert image.getpixel((LEFT + 405, 335)) == (255, 255, 255)


@pytest.mark.parametrize(("null", "framed"), [(True, True), (False, False)])
def test_a_value_of_which_nothing_was_made_has_a_second_frame(null: bool, framed: bool) -> None:
    image = drawn(marks(value(Severity.WARNING, null=null)))
    outside = colours(image, LEFT + 450, 300 - 9, LEFT + 451, 300 - 5)
    assert (SEVERITY[Severity.ERROR] in outside) is framed


@pytest.mark.parametrize(
    ("doubtful", "reread", "seen"),
    [
        (False, False, set()),  # sure, and read once
        (True, False, {DOUBT}),
        (False, True, {REREAD}),
    ],
)
def test_how_a_piece_was_read_shows_in_its_line(doubtful: bool, reread: bool, seen: set[Colour]) -> None:
    image = drawn(marks(pieces=(piece(doubtful=doubtful, reread=reread),)))
    left, top, right, bottom = BORDER
    around = colours(image, left - 3, top - 3, right + 3, bottom + 3)
    assert {colour for colour in (DOUBT, REREAD) if colour in around} == seen
    assert LINE in around


def test_a_slanted_cell_is_drawn_slanted_inside_its_rules() -> None:
    frame = ((0.3, 0.5), (0.6, 0.52), (0.6, 0.62), (0.3, 0.6))
    image = drawn(marks(pieces=(piece(frame=frame),)))
    for share in (0.25, 0.75):
        x, rule = round(LEFT + 1000 * (0.3 + 0.3 * share)), round(1400 * (0.5 + 0.02 * share))
        assert CELL in colours(image, x, rule + 2, x + 1, rule + 8)
        assert colours(image, x, rule - 2, x + 1, rule + 2) == {(255, 255, 255)}


def test_a_section_has_a_bar_in_the_margin_and_a_frame_on_the_page() -> None:
    mark = SectionMark(kind=SectionKind.CLAUSE, number="1", box=Box(x0=0.2, y0=0.5, x1=0.8, y1=0.6))
    image = drawn(PageMarks(number=1, sections=(mark,)))
    green = SECTION[SectionKind.CLAUSE]
    bar = [y for y in range(1400) if on_margin(green) in colours(image, LEFT - 8, y, LEFT, y + 1)]
    assert (bar[0], bar[-1]) == (700, 839)
    assert green in colours(image, LEFT + 500, 690, LEFT + 501, 700)
    assert colours(image, LEFT + 500, 710, LEFT + 501, 830) == {(255, 255, 255)}
    assert len(colours(image, 0, 690, LEFT - 20, 760)) > 5  # its name


def test_sections_side_by_side_have_bars_side_by_side() -> None:
    boxes = (Box(x0=0.1, y0=0.1, x1=0.2, y1=0.9), Box(x0=0.5, y0=0.2, x1=0.6, y1=0.8))
    sections = tuple(SectionMark(kind=SectionKind.CLAUSE, number=str(n), box=b) for n, b in enumerate(boxes))
    image = np.asarray(drawn(PageMarks(number=1, sections=sections)))
    green = (image[700, :LEFT] == on_margin(SECTION[SectionKind.CLAUSE])).all(axis=1)
    assert int((np.diff(green.astype(int)) == 1).sum()) == 2


def test_notes_without_a_place_stand_in_the_margin_only() -> None:
    image = drawn(marks(value(Severity.ERROR, box=None)))
    assert SEVERITY[Severity.ERROR] in colours(image, LEFT + 1000, 0, image.width, 200)
    assert SEVERITY[Severity.ERROR] not in colours(image, LEFT, 0, LEFT + 1000, 1400)


def test_more_notes_than_the_page_has_room_for_make_the_sheet_longer() -> None:
    few, many = drawn(marks(value())), drawn(marks(*[value()] * 60))
    assert many.height > few.height > SIZE[1]
    assert many.width == few.width


def test_a_value_with_no_room_for_its_number_is_joined_to_its_note() -> None:
    full = Image.new("RGB", SIZE, "black")
    full.paste("white", (400, 300, 500, 340))
    image = sheet(full, marks(value()), "a.pdf", count=1)
    assert colours(image, LEFT, 0, LEFT + 1000, 299) == {(0, 0, 0)}  # no number on the ink
    assert on_margin(SEVERITY[Severity.WARNING]) in colours(image, LEFT + 1000, 300, LEFT + 1010, 340)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(*(st.floats(0, 1) for _ in range(4))), min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 1300), st.integers(5, 100), st.integers(5, 60))),
)
def test_nothing_drawn_hides_ink(
    boxes: list[tuple[float, ...]], ink: list[tuple[int, int, int, int]]
) -> None:
    bare = page(*((x, y, x + w, y + h) for x, y, w, h in ink))
    sorted_boxes = [Box(x0=min(a, c), y0=min(b, d), x1=max(a, c), y1=max(b, d)) for a, b, c, d in boxes]
    of = marks(
        *(value(box=box, null=True) for box in sorted_boxes), pieces=tuple(map(_doubtful, sorted_boxes))
    )
    image = np.asarray(sheet(bare, of, "a.pdf", count=1))[:1400, LEFT : LEFT + 1000]
    lost = (np.asarray(bare) == 0).all(axis=2) & (image > 0).any(axis=2)
    assert lost.mean() <= 0.004  # a number may stand on as many specks


def _doubtful(box: Box) -> object:
    return piece(box=box, doubtful=True, reread=True)


def test_a_huge_page_is_scaled_down() -> None:
    image = sheet(Image.new("L", (6000, 4000), 255), marks(), "a.tif", count=1)
    assert image.width == LONGEST_SIDE + round(0.11 * LONGEST_SIDE) + round(0.36 * LONGEST_SIDE)


def test_letters_and_lines_are_seen_where_the_sheet_is_a_thousand_pixels_wide() -> None:
    image = sheet(Image.new("RGB", (1654, 2339), "white"), marks(value()), "a.pdf", count=1)
    small = image.resize((1000, image.height * 1000 // image.width), Image.Resampling.LANCZOS)
    left, top = round(1000 * (0.11 + 0.4) / 1.47), round(1000 / image.width * 2339 * BOX.y0)
    frame = colours(small, left + 10, top - 4, left + 11, top + 1)
    assert any(abs(r - 230) < 30 and b < 90 for r, _, b in frame)


def test_without_a_chinese_font_labels_are_latin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_CHINESE", ())
    for cached in (fonts.chinese_font, fonts._chinese_name, fonts.label_font):
        cached.cache_clear()
    try:
        assert fonts.writable("昌吉 → 15") == "?? > 15"
        assert fonts.label_font(12).getlength("warning") > 0
        assert drawn(marks(value(text="昌吉"))).width == 1470
    finally:
        monkeypatch.undo()
        for cached in (fonts.chinese_font, fonts._chinese_name, fonts.label_font):
            cached.cache_clear()
