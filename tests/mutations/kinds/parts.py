"""Part columns, areas and rates of the allocation table, and the sums that the body text names."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from schemas.dataset.codes import ColumnRole, Measure, RowKind, TableName
from schemas.dataset.money_rows import AllocationRow
from schemas.dataset.notice_rows import ClauseRow
from schemas.notation.money import MoneyMention, find_money
from tests.mutations.kinds.amounts import case_of, with_letters
from tests.mutations.kinds.performance import scope_of
from tests.mutations.kinds.registry import kind
from tests.mutations.mutation import Mutation, Scope, neighbours_swapped, one_digit_wrong, replaced
from tests.mutations.sample import Sample

_COUNTED = (Measure.COUNT,)
_RATED = (Measure.STANDARD, Measure.RATE)
Variants = Callable[[str], Iterable[str]]


def _cells(
    sample: Sample, rows: Iterable[AllocationRow], role: ColumnRole, *measures: Measure
) -> Iterator[AllocationRow]:
    return (cell for row in rows for cell in sample.beside(row, role, *measures))


def _each(sample: Sample, cells: Iterable[AllocationRow], variants: Variants) -> Iterator[Mutation]:
    for cell in cells:
        total = cell.row_kind == RowKind.TOTAL
        case = "total" if total else case_of(sample, cell)
        scope = Scope(frozenset({cell.line or 0}), allocation=True) if total else sample.scope(cell)
        for wrong in variants(cell.amount_printed or ""):
            yield Mutation(
                case=case,
                where=f"{cell.recipient} {cell.column_printed} {cell.amount_printed} → {wrong!r}",
                edits=sample.edit_cell(cell, wrong),
                scope=scope,
            )


def _all_parts(sample: Sample) -> Iterator[AllocationRow]:
    return _cells(sample, (*sample.recipients, sample.total), ColumnRole.PART)


def _all_counts(sample: Sample) -> Iterator[AllocationRow]:
    return _cells(sample, (*sample.recipients, sample.total), ColumnRole.OTHER, *_COUNTED)


def _all_rates(sample: Sample) -> Iterator[AllocationRow]:
    return _cells(sample, sample.recipients, ColumnRole.OTHER, *_RATED)


@kind("part-digit")
def _part_digit(sample: Sample) -> Iterable[Mutation]:
    return _each(sample, _all_parts(sample), one_digit_wrong)


@kind("part-letter")
def _part_letter(sample: Sample) -> Iterable[Mutation]:
    return _each(sample, _all_parts(sample), with_letters)


@kind("part-blank")
def _part_blank(sample: Sample) -> Iterable[Mutation]:
    return _each(sample, _all_parts(sample), lambda _: [""])


@kind("parts-exchanged")
def _parts_exchanged(sample: Sample) -> Iterator[Mutation]:
    """Two parts of a row take each other's amount: the row still closes."""
    for row in (*sample.recipients, sample.total):
        for one, other in pairwise(sample.beside(row, ColumnRole.PART)):
            total = row.row_kind == RowKind.TOTAL
            edits = sample.edit_cells({one: other.amount_printed or "", other: one.amount_printed or ""})
            yield Mutation(
                case="total" if total else case_of(sample, row),
                where=f"{row.recipient} {one.amount_printed} ↔ {other.amount_printed}",
                edits=edits,
                scope=Scope(frozenset({row.line or 0}), allocation=True) if total else sample.scope(row),
            )


@kind("parts-shifted")
def _shifted(sample: Sample) -> Iterator[Mutation]:
    """One more here, one less there: the row still closes."""
    for row in sample.recipients:
        for one, other in pairwise(sample.beside(row, ColumnRole.PART)):
            more, less = int(one.amount_printed or "") + 1, int(other.amount_printed or "") - 1
            edits = sample.edit_cells({one: str(more), other: str(less)})
            yield Mutation(case_of(sample, row), f"{row.recipient} ±1", edits, sample.scope(row))


@kind("count-digit")
def _count_digit(sample: Sample) -> Iterable[Mutation]:
    return _each(sample, _all_counts(sample), one_digit_wrong)


@kind("count-letter")
def _count_letter(sample: Sample) -> Iterable[Mutation]:
    return _each(sample, _all_counts(sample), with_letters)


@kind("rate-digit")
def _rate_digit(sample: Sample) -> Iterable[Mutation]:
    return _each(sample, _all_rates(sample), one_digit_wrong)


@kind("rate-letter")
def _rate_letter(sample: Sample) -> Iterable[Mutation]:
    return _each(sample, _all_rates(sample), with_letters)


def _text_sums(sample: Sample) -> Iterator[tuple[int, str, MoneyMention]]:
    """Line, what the sum is (the whole, a part of it, a recipient's), and the sum."""
    clauses = sample.of(TableName.CLAUSES, ClauseRow)
    lines = [c.line for c in clauses if c.line is not None]
    for number in lines:
        text = sample.line(number)
        for mention in find_money(text):
            before = text[: mention.start]
            named = any((r.recipient_printed or "?") in before for r in sample.recipients)
            part = "a recipient's" if named else "a part" if "其中" in before else "the whole"
            yield number, part, mention


def _text_scope(sample: Sample, line: int) -> Scope:
    """The clause, the total, and rows of recipients that the clause names."""
    named = [r for r in sample.recipients if (r.recipient_printed or "?") in sample.line(line)]
    scope = Scope(frozenset({line, sample.total.line or line}), allocation=True)
    for row in named:
        scope |= sample.scope(row)
    return scope


@kind("text-sum-digit")
def _text_digit(sample: Sample) -> Iterator[Mutation]:
    return _each_text_sum(sample, one_digit_wrong)


@kind("text-sum-times-ten")
def _text_times_ten(sample: Sample) -> Iterator[Mutation]:
    return _each_text_sum(sample, lambda number: [f"{number}0"])


@kind("text-sum-swapped-digits")
def _text_swapped(sample: Sample) -> Iterator[Mutation]:
    return _each_text_sum(sample, lambda number: [n for n in neighbours_swapped(number) if n != number])


def _each_text_sum(sample: Sample, variants: Variants) -> Iterator[Mutation]:
    for line, part, mention in _text_sums(sample):
        text = sample.line(line)
        number = mention.printed.removesuffix(mention.unit)
        for wrong in variants(number):
            changed = text[: mention.start] + wrong + text[mention.start + len(number) :]
            where = f"{mention.printed} → {wrong}"
            yield Mutation(part, where, replaced(line, changed), _text_scope(sample, line))


@kind("text-parts-exchanged")
def _text_exchanged(sample: Sample) -> Iterator[Mutation]:
    """Two parts in the text take each other's sum: they still add up to the whole."""
    parts = [(line, m) for line, part, m in _text_sums(sample) if part == "a part"]
    for (line, one), (_, other) in pairwise(parts):
        text = sample.line(line)
        between = text[one.end : other.start]
        changed = text[: one.start] + other.printed + between + one.printed + text[other.end :]
        where = f"{one.printed} ↔ {other.printed}"
        yield Mutation("any", where, replaced(line, changed), _text_scope(sample, line))


@kind("funds-exchanged")
def _funds_exchanged(sample: Sample) -> Iterator[Mutation]:
    """Two parts of an annual amount take each other's figure: they still add up."""
    for table in sample.tables:
        for one, other in pairwise([f for f in table.funds if f.amount]):
            edits = {
                **sample.edit(one.line, one.amount_printed, other.amount_printed),
                **sample.edit(other.line, other.amount_printed, one.amount_printed),
            }
            where = f"{table.row.recipient} {one.amount_printed} ↔ {other.amount_printed}"
            yield Mutation("any", where, edits, scope_of(sample, table))
