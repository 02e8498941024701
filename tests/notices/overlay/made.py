"""Small pages and marks, so that what is drawn where is known."""

from PIL import Image, ImageDraw

from notices.overlay.marks import PageMarks, PieceMark
from notices.overlay.values import Value
from notices.rows.findings import finding_rows
from schemas.dataset.codes import Severity, TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.document import Box, Quad
from schemas.findings import RowKey, make_finding

SIZE = (1000, 1400)
LEFT = 110
"""Where the page begins on the sheet: its gutter is eleven hundredths of the page's width."""
INKED = (420, 310, 480, 330)
"""A black bar on the page, in pixels: the figure."""
BOX = Box(x0=0.4, y0=300 / 1400, x1=0.5, y1=340 / 1400)


def page(*inked: tuple[int, int, int, int]) -> Image.Image:
    """White paper with black bars."""
    sheet = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(sheet)
    for left, top, right, bottom in inked or (INKED,):
        pen.rectangle((left, top, right - 1, bottom - 1), fill="black")
    return sheet


def finding(severity: Severity = Severity.WARNING) -> FindingRow:
    made = make_finding(
        "value-repaired" if severity is not Severity.ERROR else "unreadable",
        severity=severity,
        table=TableName.ALLOCATIONS,
        key=RowKey(table_no=1, row_no=1, column_no=1),
        column="amount",
        **({"detail": "torn", "advice": "look"} if severity is Severity.ERROR else REPAIRED),
    )
    return finding_rows("", [made])[0]


REPAIRED = {"expected": "15", "actual": "1S", "detail": "read twice", "detail_zh": "两次识读"}


def value(
    severity: Severity | None = Severity.WARNING,
    *,
    box: Box | None = BOX,
    null: bool = False,
    text: str = "15",
) -> Value:
    return Value(box=box, text=text, null=null, findings=(finding(severity),) if severity else ())


def piece(
    *, box: Box = BOX, frame: Quad | None = None, doubtful: bool = False, reread: bool = False
) -> PieceMark:
    return PieceMark(
        box=box, frame=frame, is_cell=frame is not None, has_text=True, doubtful=doubtful, reread=reread
    )


def marks(*values: Value, pieces: tuple[PieceMark, ...] = ()) -> PageMarks:
    return PageMarks(number=1, values=values, pieces=pieces)
