"""Pages of made-up scans: everything the gold asks for is printed, pages end where the layout says."""

import re
from html import unescape

import pypdfium2 as pdfium
import pytest

from benchmarks.scans.make import short
from benchmarks.scans.sheets.as_html import as_html, document
from benchmarks.scans.sheets.looks import Look, choose_look
from benchmarks.scans.sheets.printing import (
    CHROMIUM,
    MissingError,
    browser,
    installed_fonts,
    printed,
    require_fonts,
)
from benchmarks.scans.sheets.tables import tables
from benchmarks.synthetic.__main__ import make_draft
from benchmarks.synthetic.compose import compose
from benchmarks.synthetic.draft import Draft
from benchmarks.synthetic.gold import gold
from benchmarks.synthetic.page import Grid, GridCell

_SEED = 31
_MANY = range(1, 41)
_NOTO = "Noto Serif CJK SC"


def _html(draft: Draft, number: int) -> str:
    return as_html(compose(draft), choose_look(draft, _SEED, number))


def _shown(html: str) -> str:
    return "".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


@pytest.mark.parametrize("number", _MANY)
def test_what_the_gold_asks_is_printed(number: int) -> None:
    draft = short(make_draft(_SEED, number))
    asked, shown = gold(draft), _shown(_html(draft, number))
    for row in asked.allocation.rows:
        assert "".join(row.name.split()) in shown
    for form in asked.performance:
        assert all(
            "".join(name.split()) in shown and target in shown for _, _, name, target in form.indicators
        )


def test_looks_differ_and_come_back() -> None:
    drafts = [make_draft(_SEED, n) for n in _MANY]
    looks = [choose_look(draft, _SEED, n) for n, draft in enumerate(drafts)]
    assert looks == [choose_look(draft, _SEED, n) for n, draft in enumerate(drafts)]
    assert {look.rules for look in looks} == {"grid", "heavy frame", "open sides", "three-line"}
    assert {look.wide_table for look in looks} == {True, False}


def _grid(*, repeat: bool, end: int = 2) -> Grid:
    texts = ["单位", "甲县", "乙县"]
    cells = tuple(GridCell(row=n, column=0, text=text) for n, text in enumerate(texts))
    return Grid(cells=cells, rows=3, columns=1, header=1, break_after=end, repeat_header=repeat)


@pytest.mark.parametrize(
    ("grid", "pieces"),
    [
        (_grid(repeat=True), ["单位甲县", "单位乙县"]),
        (_grid(repeat=False), ["单位甲县", "乙县"]),
        (_grid(repeat=True, end=0), ["单位甲县乙县"]),  # no end within: one table
    ],
)
def test_a_table_ends_with_its_page(grid: Grid, pieces: list[str]) -> None:
    assert [_shown(table) for table in tables(grid)] == pieces


def test_a_place_that_nothing_covers_is_a_blank_cell() -> None:
    cells = (GridCell(row=0, column=0, rows=2, text="甲"), GridCell(row=0, column=1, text="乙"))
    table = tables(Grid(cells=cells, rows=2, columns=2, header=1))[0]
    assert table.count("<td") == 3  # 甲 spans both rows, the place below 乙 is blank


def test_a_missing_typeface_is_named() -> None:
    with pytest.raises(MissingError, match="No Such Face"):
        require_fonts([*sorted(installed_fonts())[:1], "No Such Face"])


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the path (Debian: apt install chromium)")
@pytest.mark.skipif(_NOTO not in installed_fonts(), reason="needs Debian's fonts-noto-cjk")
def test_portrait_and_landscape_pages_in_one_document() -> None:
    faces = {"body_font": _NOTO, "heading_font": _NOTO, "table_font": _NOTO, "digits": ""}
    look: Look = choose_look(make_draft(_SEED, 1), _SEED, 1).model_copy(update=faces)
    sections = '<section class="letter"><p>甲</p></section><section class="wide"><p>乙县 12.5</p></section>'
    with browser() as started:
        pages = pdfium.PdfDocument(printed(started, document(sections, look)))
    assert [page.get_width() > page.get_height() for page in pages] == [False, True]
    assert "乙县 12.5" in pages[1].get_textpage().get_text_bounded()
    pages.close()
