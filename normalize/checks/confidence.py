"""Values read from pixels: repaired ones, and doubtful ones that nothing else confirms."""

from collections import Counter
from collections.abc import Iterator

from normalize.verified import verified
from schemas.dataset.codes import Method, RowKind, Severity, TableName, TargetKind
from schemas.findings import Finding, RowKey, make_finding
from schemas.notice import Amount, Certainty, Notice

SURE = 0.85
"""A value read with less confidence is doubtful: something else has to confirm it."""
_FEW = 4


def repaired_amounts(notice: Notice) -> Iterator[Finding]:
    """A figure that another reading of its pixels replaced: a warning unless an identity confirms it."""
    sure = verified(notice)
    for key, cell in _figures(notice):
        if cell.method == Method.REPAIRED:
            confirmed = (key.table_no, key.row_no) in sure
            yield make_finding(
                "value-repaired",
                severity=Severity.INFO if confirmed else Severity.WARNING,
                table=TableName.ALLOCATIONS,
                key=key,
                column="amount",
                expected=cell.value,
                actual=cell.printed,
                detail="another reading of the same cell",
                detail_zh="同一单元格的另一次识读",
            )


def doubtful_amounts(notice: Notice) -> Iterator[Finding]:
    """A figure read with little confidence that no total, text or performance table confirms."""
    sure = verified(notice)
    for key, cell in _figures(notice):
        low = cell.place.confidence is not None and cell.place.confidence < SURE
        if low and cell.value is not None and (key.table_no, key.row_no) not in sure:
            yield make_finding(
                "low-confidence",
                table=TableName.ALLOCATIONS,
                key=key,
                column="amount",
                actual=cell.printed,
                detail=f"confidence {cell.place.confidence:.2f}, and nothing else confirms it",
                detail_zh=f"置信度 {cell.place.confidence:.2f}，且无其他佐证",
            )


def _figures(notice: Notice) -> Iterator[tuple[RowKey, Amount]]:
    for table in notice.allocations:
        for row in table.of_kind(RowKind.RECIPIENT, RowKind.DETAIL):
            for column, cell in zip(table.columns, row.cells, strict=True):
                if cell is not None:
                    yield RowKey(table_no=table.number, row_no=row.number, column_no=column.number), cell


def repaired_targets(notice: Notice) -> Iterator[Finding]:
    """A doubtful target that took its siblings' common value; a warning unless they leave no doubt."""
    for table in notice.performance:
        for row in table.indicators:
            if row.target_method == Method.REPAIRED and row.target is not None:
                sure = row.certainty == Certainty.SURE
                yield make_finding(
                    "value-repaired",
                    severity=Severity.INFO if sure else Severity.WARNING,
                    table=TableName.PERFORMANCE_INDICATORS,
                    key=RowKey(table_no=table.number, row_no=row.number),
                    column="target",
                    expected=row.target.canonical,
                    actual=row.target_printed or "",
                    detail="read with doubt; most sibling tables print it so",
                    detail_zh="识读把握不大，多数同类表格如此",
                )


def doubtful_targets(notice: Notice) -> Iterator[Finding]:
    """A target read with doubt that the sibling tables neither confirm nor put right."""
    for table in notice.performance:
        for row in table.indicators:
            unsettled = row.certainty != Certainty.SURE and row.target_method != Method.REPAIRED
            if unsettled and row.target is not None and not row.target.doubtful:
                yield make_finding(
                    "low-confidence",
                    table=TableName.PERFORMANCE_INDICATORS,
                    key=RowKey(table_no=table.number, row_no=row.number),
                    column="target",
                    actual=row.target_printed or "",
                    detail="read with doubt, and no sibling table prints the same",
                    detail_zh="识读把握不大，且无同类表格佐证",
                )


def doubtful_names(notice: Notice) -> Iterator[Finding]:
    """An indicator's name read with doubt that neither the siblings nor the catalogue know."""
    for table in notice.performance:
        for row in table.indicators:
            if row.name and row.name_certainty != Certainty.SURE:
                yield make_finding(
                    "low-confidence",
                    table=TableName.PERFORMANCE_INDICATORS,
                    key=RowKey(table_no=table.number, row_no=row.number),
                    column="indicator",
                    actual=row.printed,
                    detail="read with doubt, and no sibling table prints the same",
                    detail_zh="识读把握不大，且无同类表格佐证",
                )


def lost_operators(notice: Notice) -> Iterator[Finding]:
    """A bare number from pixels in a table that writes ≥ or ≤, and in no sibling: its sign may be lost."""
    printed = Counter(
        (table.family, row.name, row.target.canonical)
        for table in notice.performance
        for row in table.indicators
        if row.target is not None
    )
    for table in notice.performance:
        numbers = [row for row in table.indicators if row.target and row.target.kind == TargetKind.NUMERIC]
        bare = [row for row in numbers if row.target and row.target.operator is None]
        if len(numbers) - len(bare) < _FEW or len(bare) > len(numbers) / 3:
            continue
        for row in bare:
            target = row.target.canonical if row.target else ""
            pixels = row.place.confidence is not None and row.place.confidence < 1
            if pixels and target != "100%" and printed[table.family, row.name, target] == 1:
                yield make_finding(
                    "low-confidence",
                    table=TableName.PERFORMANCE_INDICATORS,
                    key=RowKey(table_no=table.number, row_no=row.number),
                    column="operator",
                    actual=row.target_printed or "",
                    detail="the table's other numbers have a sign, no sibling prints it so",
                    detail_zh="本表其他数值均带符号，同类表格无此写法",
                )
