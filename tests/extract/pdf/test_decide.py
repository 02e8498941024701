"""Which pages are read from their text layer."""

import pytest
from reportlab.lib.pagesizes import A4

from extract.pdf.decide import has_good_text
from extract.pdf.drawing import Drawing, read_drawing
from extract.pdf.geometry import Rect
from extract.pdf.glyphs import Glyph, read_glyphs
from extract.pdf.open import frame_of
from tests.extract.pdf.made import both, first_page, lines, pdf, picture

WHOLE = (0, 0, *A4)
SEAL = (300, 300, 119, 119)
TEXT = "根据上级通知精神，现将资金下达你们，请按规定使用好资金。"
FULL = lines(*[TEXT] * 12)


def decided(data: bytes) -> bool:
    with first_page(data) as page:
        frame = frame_of(page)
        return has_good_text(read_glyphs(page, frame), read_drawing(page, frame), frame)


@pytest.mark.parametrize(
    ("page", "good"),
    [
        (FULL, True),
        (lines("此页无正文。"), True),  # a short last page
        (lines(), True),  # a blank one
        (both(lines("甲州财政局", "2023年3月5日"), picture(60, 60, SEAL)), True),  # signature and seal
        (both(picture(60, 60, WHOLE), FULL), True),  # printed on a background
        (picture(60, 60, WHOLE), False),  # a scan
        (both(picture(60, 60, WHOLE), lines("- 3 -")), False),  # a scan with a page number
        (both(picture(60, 60, WHOLE), lines(*[TEXT] * 12, mode=3)), False),  # a scan with old OCR under it
        (lines(*[TEXT] * 12, mode=3), False),  # old OCR whose picture is gone
        (both(FULL, picture(60, 60, WHOLE)), False),  # text hidden by the picture over it
        (both(picture(60, 60, (0, 0, A4[0], A4[1] * 0.7)), lines(TEXT, TEXT)), False),  # mostly picture
    ],
)
def test_pages(page, good):
    assert decided(pdf(page)) is good


def glyphs(text: str, *, sound: bool = True) -> list[Glyph]:
    rect = Rect(0, 0, 10, 10)
    return [Glyph(char, rect, 9, 10, 0, spaced=False, sound=sound, shown=True) for char in text]


@pytest.mark.parametrize(
    ("found", "good"),
    [
        (glyphs(TEXT * 3), True),
        (glyphs(TEXT * 3) + glyphs("\ue000" * 5), False),  # private use
        (glyphs(TEXT * 3) + glyphs("\ufffd" * 5), False),  # replacement characters
        (glyphs(TEXT * 3) + glyphs("口" * 5, sound=False), False),  # the font doesn't say
        (glyphs(TEXT * 3) + glyphs("\ue000"), True),  # one ornament
        (glyphs("侄俘俜倨偃傀僖儆兕冁冢凫" * 5), False),  # a font whose map is wrong
        (glyphs("2023 Annual Report " * 5), True),
    ],
)
def test_characters(found, good):
    with first_page(pdf(FULL)) as page:
        frame = frame_of(page)
    assert has_good_text(found, Drawing((), (), 0), frame) is good


def test_text_turned_to_curves():
    def draw(canvas):
        lines("- 3 -")(canvas)
        for n in range(60):
            canvas.circle(100 + 5 * n, 500, 3)

    assert decided(pdf(draw)) is False
