"""Area or count times standard against the amount (面积×亩均标准, 人数×补助标准, 投资×补助比例)."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from normalize.checks.figures import row_name, value
from schemas.dataset.codes import Measure, RowKind, TableName
from schemas.findings import Finding, RowKey, make_finding
from schemas.model import Frozen
from schemas.notice import Allocation, AllocationColumn, AllocationRow, Notice

_LEAST_ROWS = 2
_WAYS = (ROUND_HALF_UP, ROUND_DOWN, ROUND_UP)
# 万亩 × 元/亩 in 万元 is 1, 人 × 元/人 in 万元 a ten-thousandth, 亿元 × % in 万元 a hundred.
_POWERS = tuple(Decimal(1).scaleb(n) for n in range(-10, 11))


class _Row(Frozen):
    """The three figures of a row that has them all."""

    row: AllocationRow
    product: Decimal
    amount: Decimal


class _Product(Frozen):
    """Two columns whose product, times a power of ten, is a third in half of the rows at least."""

    factors: tuple[AllocationColumn, AllocationColumn]
    amount: AllocationColumn
    power: Decimal
    digits: int
    rows: tuple[_Row, ...]

    def of(self, row: _Row, way: str = ROUND_HALF_UP) -> Decimal:
        """The product as the amount's column prints it."""
        step = Decimal(1).scaleb(-self.digits)
        return (row.product * self.power).quantize(step, way)

    def open_rows(self) -> tuple[_Row, ...]:
        """The rows that don't close; what another way of rounding closes counts if it is alone."""
        unlike = [row for row in self.rows if self.of(row) != row.amount]
        step = Decimal(1).scaleb(-self.digits)
        near = [row for row in unlike if abs(row.product * self.power - row.amount) < step]
        return tuple(row for row in unlike if row not in near or len(near) < _LEAST_ROWS)


def products(notice: Notice) -> Iterator[Finding]:
    """The rows whose product isn't their amount; where fewer than half close it is no such identity."""
    for table in notice.allocations:
        spoken: set[int] = set()
        for found in _identities(table):
            for row in found.open_rows():
                if row.row.number not in spoken:
                    spoken.add(row.row.number)
                    yield _finding(table, found, row, found.of(row))


def _finding(table: Allocation, found: _Product, row: _Row, product: Decimal) -> Finding:
    return make_finding(
        "allocation-product",
        table=TableName.ALLOCATIONS,
        key=RowKey(table_no=table.number, row_no=row.row.number, column_no=found.amount.number),
        column="amount",
        expected=row.amount,
        actual=product,
        difference=product - row.amount,
        recipient=row_name(row.row),
        label=" × ".join(factor.printed for factor in found.factors),
        detail=found.amount.printed,
    )


def _identities(table: Allocation) -> Iterator[_Product]:
    """A count or sum times a standard or rate; of the amounts that may be their product the first."""
    rows = table.of_kind(RowKind.RECIPIENT, RowKind.DETAIL)
    for rate in _of(table, Measure.STANDARD, Measure.RATE):
        for counted in _of(table, Measure.COUNT, Measure.AMOUNT):
            amounts = [c for c in _of(table, Measure.AMOUNT) if c is not counted]
            tried = (_closing((counted, rate), amount, rows) for amount in amounts)
            found = next((one for one in tried if one is not None), None)
            if found is not None:
                yield found


def _of(table: Allocation, *measures: Measure) -> list[AllocationColumn]:
    return [c for c in table.columns if c.measure in measures]


def _closing(
    factors: tuple[AllocationColumn, AllocationColumn],
    amount: AllocationColumn,
    rows: Sequence[AllocationRow],
) -> _Product | None:
    asked = tuple(_figures(factors, amount, rows))
    digits = max((_digits(row.amount) for row in asked), default=0)
    for power in _POWERS:
        found = _Product(factors=factors, amount=amount, power=power, digits=digits, rows=asked)
        closed = max(sum(bool(r.amount) and found.of(r, way) == r.amount for r in asked) for way in _WAYS)
        if closed >= _LEAST_ROWS and 2 * closed >= len(asked):
            return found
    return None


def _figures(
    factors: tuple[AllocationColumn, AllocationColumn],
    amount: AllocationColumn,
    rows: Sequence[AllocationRow],
) -> Iterator[_Row]:
    for row in rows:
        one, other, product = (value(row, column) for column in (*factors, amount))
        if one is not None and other is not None and product is not None:
            yield _Row(row=row, product=one * other, amount=product)


def _digits(amount: Decimal) -> int:
    exponent = amount.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
