"""Whole rows of the allocation table, and its serial numbers."""

from collections.abc import Iterator
from functools import reduce
from operator import or_

from schemas.dataset.money_rows import AllocationRow
from tests.mutations.kinds.amounts import case_of
from tests.mutations.kinds.registry import kind
from tests.mutations.mutation import Line, Mutation, Scope, dropped, replaced
from tests.mutations.sample import Sample


def _line(row: AllocationRow) -> int:
    assert row.line is not None
    return row.line


@kind("row-dropped")
def _row_dropped(sample: Sample) -> Iterator[Mutation]:
    for row in sample.recipients:
        edits = dropped([_line(row)])
        yield Mutation(case_of(sample, row), str(row.recipient), edits, sample.scope(row))


@kind("row-doubled")
def _row_doubled(sample: Sample) -> Iterator[Mutation]:
    for row in sample.recipients:
        line = _line(row)
        twice = (Line(line, sample.line(line)), Line(line, sample.line(line)))
        yield Mutation(case_of(sample, row), str(row.recipient), {line: twice}, sample.scope(row))


@kind("row-broken")
def _row_broken(sample: Sample) -> Iterator[Mutation]:
    """The line breaks before the amount: the table is cut in two, rows on either side may be lost."""
    everything = reduce(or_, map(sample.scope, sample.recipients))
    for row in sample.recipients:
        line = _line(row)
        head, _, amount = sample.line(line).rpartition("\t")
        edits = {line: (Line(line, head), Line(line, amount))}
        case = "the last row" if row is sample.recipients[-1] else "rows follow"
        yield Mutation(case, str(row.recipient), edits, everything)


@kind("rows-exchanged")
def _rows_exchanged(sample: Sample) -> Iterator[Mutation]:
    """Two neighbouring rows change places."""
    for one, other in zip(sample.recipients, sample.recipients[1:], strict=False):
        first, second = _line(one), _line(other)
        edits = {
            first: (Line(second, sample.line(second)),),
            second: (Line(first, sample.line(first)),),
        }
        scope = sample.scope(one) | sample.scope(other)
        yield Mutation("any", f"{one.recipient} ↔ {other.recipient}", edits, scope)


@kind("total-dropped")
def _total_dropped(sample: Sample) -> Iterator[Mutation]:
    line = _line(sample.total)
    yield Mutation("any", "total", dropped([line]), Scope(frozenset({line}), allocation=True))


@kind("total-doubled")
def _total_doubled(sample: Sample) -> Iterator[Mutation]:
    line = _line(sample.total)
    twice = (Line(line, sample.line(line)), Line(line, sample.line(line)))
    yield Mutation("any", "total", {line: twice}, Scope(frozenset({line}), allocation=True))


@kind("serial-doubled")
def _serial_doubled(sample: Sample) -> Iterator[Mutation]:
    """A row takes the number of the row before it."""
    for before, row in zip(sample.recipients, sample.recipients[1:], strict=False):
        line = _line(row)
        text = sample.line(line)
        changed = (before.serial or "") + text.removeprefix(row.serial or "")
        yield Mutation("any", str(row.recipient), replaced(line, changed), sample.scope(row))


@kind("serial-blank")
def _serial_blank(sample: Sample) -> Iterator[Mutation]:
    for row in sample.recipients:
        line = _line(row)
        changed = sample.line(line).removeprefix(row.serial or "")
        highest = row.serial == max((r.serial or "" for r in sample.recipients), key=int)
        yield Mutation(
            "the highest" if highest else "any",
            str(row.recipient),
            replaced(line, changed),
            sample.scope(row),
        )
