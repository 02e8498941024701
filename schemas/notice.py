"""A canonical notice: the value meant beside the one printed, each with how it was arrived at."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from schemas.dataset.codes import (
    Action,
    AllocationOrigin,
    Code,
    ColumnRole,
    FundLevel,
    FundsSource,
    MatchMethod,
    Measure,
    Method,
    RecipientKind,
    RowKind,
    Unit,
)
from schemas.document import Piece, Place, Problem
from schemas.model import Frozen
from schemas.notation.docnumber import DocNumber, DocNumberDefect
from schemas.notation.targets import Target
from schemas.printed import PrintedAttachment, PrintedClause, PrintedCode
from schemas.text_sums import TextAmount, TextBreakdown


class Evidence(Code):
    """What named something that couldn't be read."""

    NAME = "name", "名称", "the name's likeness"
    AMOUNT = "amount", "金额", "the same amount in the allocation table"
    ORDER = "order", "顺序", "its place between its neighbours"
    ONLY = "only", "唯一", "only one is left"


class Match(Frozen):
    """Who a printed name means.

    `name` and the codes are null where nothing fits; `rivals` are the names that fit as well as the
    chosen one; `spelled` says that the printed form is an official name, short form or known variant.
    `within` is false for a division outside the jurisdiction. `light` says that little of the printed
    name speaks for the match; `near` are listed names that it resembles and was not taken for.
    """

    name: str | None
    kind: RecipientKind
    division_code: str | None = None
    parent_code: str | None = None
    score: float | None = Field(default=None, ge=0, le=100)
    method: MatchMethod = MatchMethod.NONE
    rivals: tuple[str, ...] = ()
    spelled: bool = True
    within: bool = True
    light: bool = False
    near: tuple[str, ...] = ()


class Amount(Frozen):
    """A figure: `value` in the printed unit with every digit, `yuan` the same in 元, exact.

    `value` is null where the cell is blank or can't be read (`readable` tells which); `yuan` is
    null without a unit of money; `exact` is false where digits below a 分 were lost on the way.
    """

    printed: str
    value: Decimal | None
    unit: Unit | None = None
    yuan: Decimal | None = None
    method: Method = Method.READ
    readable: bool = True
    exact: bool = True
    place: Place


class Header(Frozen):
    """The header fields, canonical; the printed pieces stand in `PrintedHeader`.

    `inferred` names the fields that no place of their own prints.
    """

    doc_number: DocNumber | None = None
    doc_number_printed: str | None = None
    doc_number_defects: tuple[DocNumberDefect, ...] = ()
    title: str | None = None
    action: Action = Action.OTHER
    fund_name: str | None = None
    fund_level: FundLevel = FundLevel.OTHER
    fiscal_year: int | None = None
    batch: str | None = None
    issuing_agencies: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    addressees_printed: str | None = None
    cc: tuple[str, ...] = ()
    issuing_office: str | None = None
    issue_date: date | None = None
    print_date: date | None = None
    bad_dates: tuple[Piece, ...] = ()
    jurisdiction_code: str | None = None
    jurisdiction_name: str | None = None
    inferred: tuple[str, ...] = ()


class Citation(Frozen):
    """A cited document; `clause` is null where a table cites."""

    doc_number: DocNumber
    printed: str
    title: str | None
    clause: str | None
    place: Place


class Attachment(Frozen):
    """An attachment of the notice's list and the title printed over the table it names."""

    listed: PrintedAttachment
    present: bool
    heading: str | None = None


class AllocationColumn(Frozen):
    """A measured column, 1-based among these."""

    number: int = Field(ge=1)
    printed: str
    role: ColumnRole
    measure: Measure
    unit: Unit | None


class AllocationRow(Frozen):
    """A row of the table; `cells` are aligned with the columns, null where nothing is printed."""

    number: int = Field(ge=1)
    serial: str | None
    name: Piece | None
    kind: RowKind
    match: Match | None
    parent: int | None = None
    cells: tuple[Amount | None, ...]
    place: Place


class Stated(Frozen):
    """The sum that running text states for a list of recipients; `complete`: the text lists all of it."""

    amount: TextAmount
    complete: bool


class Allocation(Frozen):
    """An allocation table; `units` are all the units its caption and header print.

    `unit_inferred`: they print none, and other places of the notice name it.

    `citing` are the header's cells that cite documents (预算指标文号). `origin` tells a table from a list of
    recipients in running text, whose sum is `stated` elsewhere in the text.
    """

    number: int = Field(ge=1)
    attachment: int | None
    title: str
    unit: Unit | None
    units: tuple[Unit, ...]
    unit_inferred: bool = False
    columns: tuple[AllocationColumn, ...]
    rows: tuple[AllocationRow, ...]
    citing: tuple[Piece, ...] = ()
    origin: AllocationOrigin = AllocationOrigin.TABLE
    stated: Stated | None = None
    place: Place

    def cell(self, row: AllocationRow, column: AllocationColumn) -> Amount | None:
        """The figure at this place, if any."""
        return row.cells[column.number - 1]

    def of_kind(self, *kinds: RowKind) -> tuple[AllocationRow, ...]:
        """The rows of these kinds, in order."""
        return tuple(row for row in self.rows if row.kind in kinds)

    def with_role(self, *roles: ColumnRole) -> tuple[AllocationColumn, ...]:
        """The money columns of these roles, in order."""
        return tuple(c for c in self.columns if c.role in roles and c.measure == Measure.AMOUNT)


class Fund(Frozen):
    """A part of the annual amount (其中)."""

    source_printed: str
    source: FundsSource
    amount: Amount


class Level(Frozen):
    """An indicator's level 1 and 2 (一级指标, 二级指标), canonical, and what its row prints of them."""

    level1: str | None
    level2: str | None
    level1_printed: str | None = None
    level2_printed: str | None = None
    method: Method = Method.READ


class Certainty(StrEnum):
    """How surely something was read from pixels; text and text layers are always sure.

    `PLAUSIBLE`: read well on a page that is hardly legible: it needs another witness.
    """

    SURE = "sure"
    PLAUSIBLE = "plausible"
    DOUBTFUL = "doubtful"


class Indicator(Frozen):
    """An indicator row. `name` is canonical, the same for all siblings that print it.

    `split_from` is the cell it was cut out of, where one cell held several. `target_readings` are all
    readings of the target's place; `certainty` is the target's, `name_certainty` the name's.
    """

    number: int = Field(ge=1)
    level: Level
    printed: str
    name: str
    indicator_id: str | None = None
    score: float | None = None
    match_method: MatchMethod = MatchMethod.NONE
    target_printed: str | None
    target: Target | None
    target_readable: bool = True
    target_method: Method = Method.READ
    target_readings: tuple[str, ...] = ()
    certainty: Certainty = Certainty.SURE
    name_certainty: Certainty = Certainty.SURE
    method: Method = Method.READ
    split_from: str | None = None
    place: Place


class PerformanceTable(Frozen):
    """A performance target table (绩效目标表) of one recipient."""

    number: int = Field(ge=1)
    attachment: int | None
    title: str
    recipient_printed: str | None
    match: Match
    evidence: tuple[Evidence, ...] = ()
    fiscal_year: int | None
    project_name: str | None
    competent_departments: tuple[str, ...]
    finance_departments: tuple[str, ...]
    implementation_period: str | None
    repeated_labels: tuple[Piece, ...] = ()
    amount: Amount | None
    funds: tuple[Fund, ...]
    goals: tuple[Piece, ...]
    indicators: tuple[Indicator, ...]
    family: int
    place: Place


class Notice(Frozen):
    """One notice, canonical; `year` is the one whose divisions count, null where nothing tells it."""

    part: int = Field(default=1, ge=1)
    year: int | None = None
    header: Header
    clauses: tuple[PrintedClause, ...] = ()
    citations: tuple[Citation, ...] = ()
    codes: tuple[PrintedCode, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    amounts: tuple[TextAmount, ...] = ()
    breakdowns: tuple[TextBreakdown, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    performance: tuple[PerformanceTable, ...] = ()
    problems: tuple[Problem, ...] = ()
