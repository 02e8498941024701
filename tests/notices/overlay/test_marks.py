import pytest

from extract.outline import SectionKind
from notices.overlay import marks as marks_module
from notices.overlay.marks import PageMarks, page_marks
from notices.overlay.values import Value
from notices.process import Examined, Part
from schemas.dataset.codes import Severity, Status, TableName, TextOrigin
from schemas.document import Box, Document, Line, Page, Place, Reading
from schemas.findings import RowKey, make_finding
from schemas.notice import Header, Notice
from schemas.printed import PrintedHeader, PrintedNotice
from tests.notices.overlay.paper import XS, YS, examined

WIDTH, HEIGHT = 595.276, 841.89


@pytest.fixture(scope="module")
def pages() -> dict[int, PageMarks]:
    return dict(page_marks(examined()))


def test_every_page_has_its_sections(pages: dict[int, PageMarks]) -> None:
    assert [(mark.kind, mark.number) for mark in pages[1].sections] == [
        (SectionKind.HEAD, ""),
        (SectionKind.TITLE, ""),
        (SectionKind.ADDRESSEES, ""),
        (SectionKind.IMPRINT, ""),
        (SectionKind.CLAUSE, "0"),
        (SectionKind.CLAUSE, "1"),
        (SectionKind.CLAUSE, "2"),
    ]
    assert [(mark.kind, mark.number) for mark in pages[2].sections] == [(SectionKind.ALLOCATION, "1")]
    assert pages[2].sections[0].box.y1 == pytest.approx(YS[-1] / HEIGHT, abs=0.003)


def test_cells_have_their_borders_and_lines_none(pages: dict[int, PageMarks]) -> None:
    cells = [piece for piece in pages[2].pieces if piece.is_cell]
    assert len(cells) == 12
    assert cells[0].frame is not None
    corners = [(XS[0], YS[0]), (XS[1], YS[0]), (XS[1], YS[1]), (XS[0], YS[1])]
    for found, meant in zip(cells[0].frame, corners, strict=True):
        assert found == pytest.approx((meant[0] / WIDTH, meant[1] / HEIGHT), abs=0.002)
    assert {piece.frame for piece in pages[2].pieces if not piece.is_cell} == {None}


def test_a_flagged_total_is_marked_at_its_cell(pages: dict[int, PageMarks]) -> None:
    (value,) = [v for v in pages[2].values if v.text == "1000"]
    assert value.severity is Severity.ERROR
    assert "allocation-total" in {finding.check for finding in value.findings}
    assert value.box is not None
    assert (value.box.x0, value.box.y1) == pytest.approx((XS[2] / WIDTH, YS[-1] / HEIGHT), abs=0.003)


def test_no_finding_is_lost(pages: dict[int, PageMarks]) -> None:
    asked = {(f.check, f.key.as_json()) for part in examined().parts for f in part.findings}
    drawn = {(f.check, f.row_key) for page in pages.values() for value in page.values for f in value.findings}
    assert drawn == asked


BOX = Box(x0=0.1, y0=0.1, x1=0.3, y1=0.12)


def _marks(line: Line, *keys: RowKey, column: str | None = None) -> PageMarks:
    """The only page of a document with one line, read as the document number."""
    findings = tuple(
        make_finding("field-missing", table=TableName.NOTICES, key=key, column=column or "title", detail="x")
        for key in keys
    )
    part = Part(
        printed=PrintedNotice(header=PrintedHeader(doc_number=line)),
        notice=Notice(header=Header()),
        findings=findings,
        status=Status.REVIEW,
    )
    pages = (Page(number=1, blocks=(line,)),)
    document = Document(media_type="image/png", text_origin=TextOrigin.OCR, pages=pages)
    return page_marks(Examined(document=document, parts=(part,)))[1]


def _line(confidence: float | None, *readings: str) -> Line:
    place = Place(page=1, box=BOX, confidence=confidence)
    others = tuple(Reading(text=text, reader="a") for text in readings)
    return Line(text="昌州财社〔2020〕50号", place=place, readings=others)


@pytest.mark.parametrize(
    ("line", "doubtful", "reread"),
    [
        (_line(0.84), True, False),  # below the threshold of the checks
        (_line(0.85), False, False),  # at it
        (_line(None), False, False),  # the source can't say
        (_line(1, "昌州财社〔2020〕5O号"), False, True),
        (_line(1, "昌州财社〔2020〕50号"), False, False),  # both readings agree
    ],
)
def test_how_surely_a_piece_was_read_is_marked(line: Line, doubtful: bool, reread: bool) -> None:
    (piece,) = _marks(line).pieces
    assert (piece.doubtful, piece.reread) == (doubtful, reread)


@pytest.mark.parametrize(
    ("column", "box"),
    [
        ("doc_number", BOX),  # read from this line
        ("title", None),  # there is none on the page
    ],
)
def test_a_header_finding_stands_where_the_field_was_read(column: str, box: Box | None) -> None:
    (value,) = _marks(_line(1), RowKey(), column=column).values
    assert (value.box, value.severity) == (box, Severity.WARNING)


def test_values_in_one_place_are_one_and_those_without_a_place_stay_apart() -> None:
    both = _marks(_line(1), RowKey(), RowKey(page=1), column="doc_number").values
    assert [len(value.findings) for value in both] == [2]
    apart = _marks(_line(1), RowKey(), RowKey(page=1)).values
    assert [len(value.findings) for value in apart] == [1, 1]


def test_the_worst_finding_gives_the_level() -> None:
    assert Value(box=None, text="", findings=()).severity is None


def test_values_side_by_side_are_numbered_from_left_to_right(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a page that lies on its side, where a column's boxes begin at nearly the same height."""
    boxes = [
        Box(x0=0.5, y0=0.601, x1=0.6, y1=0.7),
        Box(x0=0.1, y0=0.606, x1=0.2, y1=0.7),
        Box(x0=0.3, y0=0.1, x1=0.4, y1=0.2),
    ]
    found = [(1, Value(box=box, text="1", findings=())) for box in boxes]
    monkeypatch.setattr(marks_module, "values", lambda _: found)
    assert [value.box for value in _marks(_line(1)).values] == [boxes[2], boxes[1], boxes[0]]
