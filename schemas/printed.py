"""A notice as printed: typed, nothing corrected."""

from enum import StrEnum

from pydantic import Field

from schemas.dataset.codes import BudgetCodeKind
from schemas.document import Piece, Place, Problem
from schemas.model import Frozen
from schemas.notation.docnumber import DocNumber


class PrintedHeader(Frozen):
    """The red header (版头), the title block and the imprint (版记), GB/T 9704.

    `addressees` is null where no addressee line stands at all and empty where it is blank.
    `page_agencies` are what a web page names beside the text (发文机关：…).
    """

    agencies: tuple[Piece, ...] = ()
    signatories: tuple[Piece, ...] = ()
    page_agencies: tuple[Piece, ...] = ()
    doc_number: Piece | None = None
    title: Piece | None = None
    addressees: tuple[Piece, ...] | None = None
    cc: tuple[Piece, ...] = ()
    issuing_office: Piece | None = None
    sign_date: Piece | None = None
    print_date: Piece | None = None


class PrintedClause(Frozen):
    """A clause; `number` is its place (`0` the opening paragraph, `1`, `1.2`), `label` as printed."""

    number: str
    level: int = Field(ge=0)
    label: str
    text: str
    place: Place


class PrintedCitation(Frozen):
    """A document that the notice cites (依据文件); `clause` is null where a table cites.

    `number` is what `doc_number` prints, completed where a list prints the serial only (490号).
    """

    doc_number: Piece
    number: DocNumber
    title: str | None
    clause: str | None


class PrintedCode(Frozen):
    """A budget subject (政府收支分类科目) or direct-fund tag (直达资金标识) with its name."""

    kind: BudgetCodeKind
    code: str
    name: str | None
    clause: str | None
    place: Place


class PrintedAttachment(Frozen):
    """An entry of the list 附件：1. …"""

    number: int
    title: Piece


class PrintedAmount(Frozen):
    """A sum of money in running text; `before` is its sentence up to the sum."""

    piece: Piece
    before: str
    clause: str


class ColumnKind(StrEnum):
    """What the cells of a column hold."""

    SERIAL = "serial"
    NAME = "name"
    VALUE = "value"
    TEXT = "text"


class PrintedColumn(Frozen):
    """A column: its header labels from the top down (序号 and names have theirs, too)."""

    kind: ColumnKind
    path: tuple[str, ...]


class PrintedRow(Frozen):
    """A row below the header: one entry a column, null where nothing is printed."""

    cells: tuple[Piece | None, ...]
    place: Place


class Caption(Frozen):
    """What stands over a table: attachment label (附件1), titles, unit line, other lines."""

    attachment: int | None = None
    titles: tuple[Piece, ...] = ()
    unit: Piece | None = None

    @property
    def text(self) -> str:
        """The titles as one text."""
        return "".join(piece.text for piece in self.titles)


class PrintedAllocation(Frozen):
    """An allocation table (资金分配表)."""

    caption: Caption
    columns: tuple[PrintedColumn, ...]
    rows: tuple[PrintedRow, ...]
    header_texts: tuple[Piece, ...] = ()
    place: Place


class LabelledValue(Frozen):
    """A label and the value beside it; the value is null where the cell is blank."""

    label: Piece
    value: Piece | None


class PrintedIndicator(Frozen):
    """A row of the indicator grid: the level labels on it, its name cell, its target cell."""

    labels: tuple[Piece, ...]
    name: Piece | None
    target: Piece | None
    place: Place


class PrintedPerformance(Frozen):
    """A performance target table (绩效目标表), still a labelled grid.

    `spans_known` says that a row's labels are complete: its merged cells were known.
    """

    caption: Caption
    info: tuple[LabelledValue, ...]
    unit: Piece | None
    funds: tuple[LabelledValue, ...]
    goals: tuple[Piece, ...]
    indicators: tuple[PrintedIndicator, ...]
    spans_known: bool
    place: Place


class PrintedNotice(Frozen):
    """One notice as printed; a file may hold several. `texts` are the headings of annexes without a table."""

    header: PrintedHeader
    clauses: tuple[PrintedClause, ...] = ()
    citations: tuple[PrintedCitation, ...] = ()
    codes: tuple[PrintedCode, ...] = ()
    attachments: tuple[PrintedAttachment, ...] = ()
    amounts: tuple[PrintedAmount, ...] = ()
    allocations: tuple[PrintedAllocation, ...] = ()
    performance: tuple[PrintedPerformance, ...] = ()
    texts: tuple[Caption, ...] = ()
    problems: tuple[Problem, ...] = ()
