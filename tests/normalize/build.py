"""Small canonical notices by keyword: 东营市 sends money to its five counties, every figure in agreement."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from extract.amounts import read_amounts
from normalize.amounts import read_amount
from normalize.jurisdiction import find_jurisdiction
from normalize.recipients.matched import as_match
from normalize.recipients.roster import roster
from normalize.text_amounts import read_text_amounts
from normalize.text_parts import read_breakdowns
from schemas.dataset.codes import (
    Action,
    ColumnRole,
    FundsSource,
    MatchMethod,
    Measure,
    RecipientKind,
    RowKind,
    Unit,
)
from schemas.document import Piece, Place
from schemas.notation.docnumber import find_doc_numbers, parse_doc_number
from schemas.notation.errors import NotationError
from schemas.notation.targets import Target, parse_target
from schemas.notice import (
    Allocation,
    AllocationColumn,
    AllocationRow,
    Amount,
    Attachment,
    Citation,
    Evidence,
    Fund,
    Header,
    Indicator,
    Level,
    Match,
    Notice,
    PerformanceTable,
)
from schemas.printed import PrintedAttachment, PrintedClause
from schemas.reference.divisions import named
from schemas.text_sums import TextAmount

YEAR = 2021
TITLE = "关于下达2021年困难群众救助补助资金的通知"
TABLE_TITLE = "2021年困难群众救助补助资金分配表"
HERE = Place()
NOBODY = Match(name=None, kind=RecipientKind.OTHER)
SHARES: Mapping[str, str] = {
    "东营区": "30",
    "河口区": "25.5",
    "垦利区": "20",
    "利津县": "14.5",
    "广饶县": "10",
}
TOTAL = "100"


def county(name: str, **changes: object) -> Match:
    """The division of that official name, the only one in the nation."""
    (found,) = named(name, YEAR)
    return as_match(found, MatchMethod.EXACT, 100).model_copy(update=changes)


def institution(name: str, **changes: object) -> Match:
    """A unit of 东营市 without a code of its own."""
    match = Match(
        name=name, kind=RecipientKind.INSTITUTION, parent_code="370500", score=100, method=MatchMethod.EXACT
    )
    return match.model_copy(update=changes)


def zone(name: str, **changes: object) -> Match:
    """A zone of 东营市 that no list has."""
    return institution(name, kind=RecipientKind.OTHER, **changes)


def township(name: str, code: str | None, **changes: object) -> Match:
    """A township of 东营区 or of wherever the code says."""
    match = Match(
        name=name,
        kind=RecipientKind.TOWNSHIP,
        division_code=code,
        parent_code=code[:6] if code else "370502",
        score=100,
        method=MatchMethod.EXACT,
    )
    return match.model_copy(update=changes)


def amount(printed: str, unit: Unit | None = Unit.WAN) -> Amount:
    return read_amount(Piece(text=printed), unit)


def column(
    printed: str = "下达资金",
    role: ColumnRole = ColumnRole.MAIN,
    measure: Measure = Measure.AMOUNT,
    unit: Unit | None = Unit.WAN,
) -> AllocationColumn:
    """A measured column; `allocation` numbers it."""
    unit = unit if measure in (Measure.AMOUNT, Measure.STANDARD) else None
    return AllocationColumn(number=1, printed=printed, role=role, measure=measure, unit=unit)


class Row:
    """A row before it knows its table: figures as printed, null where nothing is."""

    def __init__(
        self,
        name: str | None,
        *figures: str | None,
        kind: RowKind = RowKind.RECIPIENT,
        match: Match | None = None,
        serial: str | None = None,
        parent: int | None = None,
    ) -> None:
        self.name, self.figures, self.kind, self.serial, self.parent = name, figures, kind, serial, parent
        known = match or (county(name) if name and kind == RowKind.RECIPIENT else None)
        self.match = None if kind == RowKind.TOTAL else known


def total(*figures: str | None, name: str = "合计") -> Row:
    return Row(name, *figures, kind=RowKind.TOTAL)


def subtotal(name: str, *figures: str | None) -> Row:
    return Row(name, *figures, kind=RowKind.SUBTOTAL)


def shares(changes: Mapping[str, str | None] | None = None) -> list[Row]:
    """The five counties with their shares, some of them changed."""
    return [Row(name, figure) for name, figure in {**SHARES, **(changes or {})}.items()]


def allocation(
    rows: Sequence[Row] | None = None,
    *,
    columns: Sequence[AllocationColumn] = (column(),),
    number: int = 1,
    title: str = TABLE_TITLE,
    units: Sequence[Unit] | None = None,
) -> Allocation:
    """A table; by default five counties and a total that closes."""
    chosen = [total(TOTAL), *shares()] if rows is None else rows
    numbered = tuple(c.model_copy(update={"number": n}) for n, c in enumerate(columns, start=1))
    main = next((c.unit for c in numbered if c.role == ColumnRole.MAIN), None)
    printed = dict.fromkeys(c.unit for c in numbered if c.unit)
    return Allocation(
        number=number,
        attachment=number,
        title=title,
        unit=main,
        units=tuple(printed) if units is None else tuple(units),
        columns=numbered,
        rows=tuple(_row(n, row, numbered) for n, row in enumerate(chosen, start=1)),
        place=HERE,
    )


def _row(number: int, row: Row, columns: Sequence[AllocationColumn]) -> AllocationRow:
    cells = [
        None if figure is None else amount(figure, c.unit)
        for figure, c in zip(row.figures, columns, strict=True)
    ]
    return AllocationRow(
        number=number,
        serial=row.serial,
        name=Piece(text=row.name) if row.name else None,
        kind=row.kind,
        match=row.match,
        parent=row.parent,
        cells=tuple(cells),
        place=HERE,
    )


def indicator(name: str, target: str | None = "≥90%", **changes: object) -> Indicator:
    """A row that the catalogue knows; `performance` numbers it."""
    made = Indicator(
        number=1,
        level=Level(level1="产出指标", level2="数量指标"),
        printed=name,
        name=name,
        indicator_id="test-01",
        target_printed=target,
        target=_target(target),
        place=HERE,
    )
    return made.model_copy(update=changes)


def _target(printed: str | None) -> Target | None:
    try:
        return parse_target(printed or "")
    except NotationError:
        return None


INDICATORS: tuple[Indicator, ...] = (
    indicator("低保对象人数", "应保尽保"),
    indicator("政策知晓率", "≥82%"),
    indicator("资金按时发放率", "≥90%"),
)


def fund(printed: str, figure: str, source: FundsSource = FundsSource.CENTRAL) -> Fund:
    return Fund(source_printed=printed, source=source, amount=amount(figure))


def performance(
    name: str = "东营区",
    figure: str | None = None,
    *,
    match: Match | None = None,
    printed: str | None = None,
    unit: Unit | None = Unit.WAN,
    funds: Sequence[Fund] | None = None,
    indicators: Sequence[Indicator] = INDICATORS,
    year: int | None = YEAR,
    family: int = 0,
    evidence: Sequence[Evidence] = (),
    repeated_labels: Sequence[Piece] = (),
) -> PerformanceTable:
    """The table of a county over its share, all of it the centre's; `notice` numbers it."""
    share = SHARES.get(name, "") if figure is None else figure
    return PerformanceTable(
        number=1,
        attachment=2,
        title="区域绩效目标表",
        recipient_printed=name if printed is None else printed or None,
        match=match or county(name),
        evidence=tuple(evidence),
        fiscal_year=year,
        project_name="困难群众救助补助资金",
        competent_departments=("省民政厅",),
        finance_departments=("省财政厅",),
        implementation_period=f"{YEAR}年度",
        repeated_labels=tuple(repeated_labels),
        amount=amount(share, unit),
        funds=(fund("其中:中央补助", share),) if funds is None else tuple(funds),
        goals=(Piece(text="规范实施。"),),
        indicators=tuple(i.model_copy(update={"number": n}) for n, i in enumerate(indicators, start=1)),
        family=family,
        place=HERE,
    )


def everybody(**changes: object) -> tuple[PerformanceTable, ...]:
    """A table for each of the five counties."""
    return tuple(performance(name).model_copy(update=changes) for name in SHARES)


def with_targets(name: str, *targets: str | None) -> tuple[PerformanceTable, ...]:
    """Sibling tables of one indicator, one for each target."""
    owners = list(SHARES)[: len(targets)]
    rows = zip(owners, targets, strict=True)
    return tuple(performance(owner, indicators=(indicator(name, target),)) for owner, target in rows)


def text_amount(printed: str, yuan: str, *, step: str = "10000", sent: bool = True) -> TextAmount:
    return TextAmount(
        yuan=Decimal(yuan),
        step=Decimal(step),
        printed=printed,
        unit=Unit.WAN,
        clause="0",
        sent=sent,
        place=HERE,
    )


def in_text(text: str, *allocations: Allocation) -> dict[str, object]:
    """What a notice of these tables is given where its clause 1 says so: `notice(*tables, **in_text(…))`."""
    clauses = (clause(text),)
    here = find_jurisdiction(["东营市财政局"], [], [], YEAR)
    return {
        "clauses": clauses,
        "amounts": read_text_amounts(read_amounts(clauses)),
        "breakdowns": read_breakdowns(clauses, allocations, roster(here, YEAR), frozenset({YEAR})),
    }


def citation(number: str, title: str | None = None, *, clause: str | None = "0") -> Citation:
    """A cited document; `clause` null where a table cites it."""
    return Citation(
        doc_number=parse_doc_number(number), printed=number, title=title, clause=clause, place=HERE
    )


def attachment(
    title: str, heading: str | None = None, *, number: int = 1, present: bool = True
) -> Attachment:
    listed = PrintedAttachment(number=number, title=Piece(text=title))
    return Attachment(listed=listed, present=present, heading=heading)


def clause(text: str, number: str = "1") -> PrintedClause:
    return PrintedClause(number=number, level=1, label="一、", text=text, place=HERE)


def header(number: str | None = "东财社〔2021〕18号", **changes: object) -> Header:
    """A header in which nothing is missing; the number is read as the notice's own would be."""
    found = find_doc_numbers(number or "")
    values: dict[str, object] = {
        "doc_number": found[0].value if found else None,
        "doc_number_printed": number,
        "doc_number_defects": found[0].defects if found else (),
        "title": TITLE,
        "action": Action.ALLOCATE,
        "fund_name": "困难群众救助补助资金",
        "fiscal_year": YEAR,
        "issuing_agencies": ("东营市财政局",),
        "addressees": ("各县区财政局",),
        "addressees_printed": "各县区财政局",
        "issue_date": date(2021, 3, 15),
        "jurisdiction_code": "370500",
        "jurisdiction_name": "东营市",
    }
    return Header.model_validate(values | changes)


def notice(
    *allocations: Allocation,
    head: Header | None = None,
    tables: Sequence[PerformanceTable] | None = None,
    **parts: object,
) -> Notice:
    """A notice of these allocation tables (one that closes where none is given) and no findings at all."""
    performance_tables = everybody() if tables is None and not allocations else tables or ()
    numbered = tuple(t.model_copy(update={"number": n}) for n, t in enumerate(performance_tables, start=1))
    made = Notice(
        year=YEAR, header=head or header(), allocations=allocations or (allocation(),), performance=numbered
    )
    return Notice.model_validate(dict(made) | parts)
