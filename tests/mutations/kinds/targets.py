"""Indicators and their targets."""

import re
from collections.abc import Callable, Iterable, Iterator

from schemas.dataset.codes import TargetKind
from schemas.dataset.performance_rows import PerformanceIndicatorRow
from tests.mutations.kinds.names import WRONG_CHARACTER
from tests.mutations.kinds.performance import scope_of
from tests.mutations.kinds.registry import kind
from tests.mutations.mutation import Line, Mutation, dropped, one_character_wrong, one_digit_wrong
from tests.mutations.sample import Sample

_OPERATOR = re.compile(r"[≥≤><=]\s*")


def _each_target(
    sample: Sample, variants: Callable[[PerformanceIndicatorRow], Iterable[str]]
) -> Iterator[Mutation]:
    for table in sample.tables:
        for row in table.indicators:
            for wrong in variants(row):
                yield Mutation(
                    case=_case(sample, row),
                    where=f"table {table.row.table_no} {row.indicator} {row.target_printed} → {wrong!r}",
                    edits=sample.edit(row.line, row.target_printed, wrong),
                    scope=scope_of(sample, table),
                )


def _case(sample: Sample, row: PerformanceIndicatorRow) -> str:
    """What every table prints otherwise is a county's own: its siblings say nothing of it."""
    siblings = [r for table in sample.tables for r in table.indicators if r.indicator == row.indicator]
    targets = {r.target for r in siblings}
    return "a county's own count" if len(targets) == len(siblings) > 2 else "any"


@kind("target-digit")
def _digit(sample: Sample) -> Iterable[Mutation]:
    return _each_target(sample, lambda row: one_digit_wrong(row.target_printed or ""))


@kind("target-operator-dropped")
def _no_operator(sample: Sample) -> Iterable[Mutation]:
    return _each_target(sample, lambda r: [_OPERATOR.sub("", r.target_printed or "")] if r.operator else [])


@kind("target-operator-turned")
def _turned(sample: Sample) -> Iterable[Mutation]:
    return _each_target(sample, lambda r: [_OPERATOR.sub("≤", r.target_printed or "")] if r.operator else [])


@kind("target-percent-dropped")
def _no_percent(sample: Sample) -> Iterable[Mutation]:
    return _each_target(
        sample, lambda r: [(r.target_printed or "").replace("%", "")] if r.target_unit == "%" else []
    )


@kind("target-over-100")
def _over(sample: Sample) -> Iterable[Mutation]:
    return _each_target(
        sample,
        lambda r: [re.sub(r"(?=\d)", "1", r.target_printed or "", count=1)] if r.target_unit == "%" else [],
    )


@kind("target-words")
def _words(sample: Sample) -> Iterable[Mutation]:
    """A qualitative target says something else."""
    return _each_target(sample, lambda r: ["逐年下降"] if r.target_kind == TargetKind.QUALITATIVE else [])


@kind("target-blank")
def _blank(sample: Sample) -> Iterable[Mutation]:
    return _each_target(sample, lambda _: [""])


@kind("target-letter")
def _letter(sample: Sample) -> Iterable[Mutation]:
    """90% → 9O%: read as the words it isn't, or doubted."""
    return _each_target(
        sample,
        lambda r: [(r.target_printed or "").replace("0", "O")] if "0" in (r.target_printed or "") else [],
    )


@kind("target-everywhere")
def _everywhere(sample: Sample) -> Iterator[Mutation]:
    """All sibling tables print the same other target."""
    names = dict.fromkeys(row.indicator for table in sample.tables for row in table.indicators)
    for name in names:
        rows = [row for table in sample.tables for row in table.indicators if row.indicator == name]
        edits = [
            sample.edit(row.line, row.target_printed, one_digit_wrong(row.target_printed)[0])
            for row in rows
            if row.target_printed and any(c.isdigit() for c in row.target_printed)
        ]
        if edits:
            merged = {number: new for edit in edits for number, new in edit.items()}
            yield Mutation("any", str(name), merged)


@kind("indicator-row-dropped")
def _row_dropped(sample: Sample) -> Iterator[Mutation]:
    for table in sample.tables:
        for line in dict.fromkeys(row.line for row in table.indicators):
            if line is not None:
                edits = dropped([line])
                yield Mutation("any", f"line {line}: {sample.line(line)}", edits, scope_of(sample, table))


@kind("indicator-row-doubled")
def _row_doubled(sample: Sample) -> Iterator[Mutation]:
    for table in sample.tables:
        for line in dict.fromkeys(row.line for row in table.indicators):
            if line is not None:
                same = Line(line, sample.line(line))
                where = f"line {line}: {sample.line(line)}"
                yield Mutation("any", where, {line: (same, same)}, scope_of(sample, table))


@kind("indicator-name-character")
def _name(sample: Sample) -> Iterator[Mutation]:
    """The character in the middle; a long name is repaired by its siblings, a short one isn't."""
    for table in sample.tables:
        for row in table.indicators:
            name = row.indicator_printed or ""
            if name in sample.line(row.line or 1):
                wrong = one_character_wrong(name, WRONG_CHARACTER)[len(name) // 2]
                case = "two tables" if len(sample.tables) == 2 else "many tables"
                edits = sample.edit(row.line, name, wrong)
                yield Mutation(case, f"table {table.row.table_no} {wrong}", edits, scope_of(sample, table))
