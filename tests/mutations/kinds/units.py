"""Units of money."""

import re
from collections.abc import Iterator

from tests.mutations.kinds.performance import scope_of
from tests.mutations.kinds.registry import kind
from tests.mutations.mutation import Mutation, Scope, dropped, replaced
from tests.mutations.sample import Sample

_WRONG = ("元", "亿元")


@kind("unit-changed")
def _changed(sample: Sample) -> Iterator[Mutation]:
    for wrong in _WRONG:
        edits = sample.edit(sample.unit_line, "万元", wrong)
        yield Mutation("any", f"→ {wrong}", edits, Scope(allocation=True))


@kind("unit-dropped")
def _dropped(sample: Sample) -> Iterator[Mutation]:
    scope = Scope(allocation=True) | sample.leaning
    yield Mutation("any", "unit line", dropped([sample.unit_line]), scope)


@kind("table-unit-changed")
def _table_changed(sample: Sample) -> Iterator[Mutation]:
    for table in sample.tables:
        for wrong in _WRONG:
            edits = sample.edit(table.row.line, "万元", wrong)
            yield Mutation("any", f"{table.row.recipient} → {wrong}", edits, scope_of(sample, table))


@kind("table-unit-dropped")
def _table_dropped(sample: Sample) -> Iterator[Mutation]:
    for table in sample.tables:
        line = table.row.line or 0
        edits = replaced(line, re.sub(r"[(（]万元[)）]", "", sample.line(line)))
        yield Mutation("any", str(table.row.recipient), edits, scope_of(sample, table))


@kind("units-everywhere")
def _everywhere(sample: Sample) -> Iterator[Mutation]:
    """Allocation and performance tables all in another unit."""
    for wrong in _WRONG:
        edits = dict(sample.edit(sample.unit_line, "万元", wrong))
        for table in sample.tables:
            edits |= sample.edit(table.row.line, "万元", wrong)
        yield Mutation("any", f"→ {wrong}", edits, Scope(allocation=True))
