"""Whole tables of performance targets, their annual amount, funds and year."""

from collections.abc import Callable, Iterable, Iterator

from schemas.dataset.codes import Method
from tests.mutations.kinds.amounts import swap_case, with_letters
from tests.mutations.kinds.registry import kind
from tests.mutations.mutation import Line, Mutation, Scope, dropped, neighbours_swapped, one_digit_wrong
from tests.mutations.sample import Sample, Table


def scope_of(sample: Sample, table: Table) -> Scope:
    return table.scope | sample.scope(sample.row_of(table))


@kind("table-dropped")
def _dropped(sample: Sample) -> Iterator[Mutation]:
    for table in sample.tables:
        yield Mutation("any", str(table.row.recipient), dropped(table.lines), scope_of(sample, table))


@kind("table-doubled")
def _doubled(sample: Sample) -> Iterator[Mutation]:
    for table in sample.tables:
        block = tuple(Line(n, sample.line(n)) for n in table.lines)
        last = table.lines[-1]
        edits = {last: (block[-1], Line(None, ""), *block)}
        case = "owner inferred" if table.row.method == Method.INFERRED else "any"
        yield Mutation(case, str(table.row.recipient), edits, scope_of(sample, table))


def _each_amount(sample: Sample, variants: Callable[[str], Iterable[str]]) -> Iterator[Mutation]:
    for table in sample.tables:
        printed = table.row.amount_printed or ""
        for wrong in variants(printed):
            yield Mutation(
                case=swap_case(printed, wrong, "any"),
                where=f"{table.row.recipient} {printed} → {wrong!r}",
                edits=sample.edit(table.row.line, printed, wrong),
                scope=scope_of(sample, table),
            )


@kind("annual-amount-digit")
def _annual_digit(sample: Sample) -> Iterable[Mutation]:
    return _each_amount(sample, one_digit_wrong)


@kind("annual-amount-swapped-digits")
def _annual_swapped(sample: Sample) -> Iterable[Mutation]:
    return _each_amount(sample, neighbours_swapped)


@kind("annual-amount-blank")
def _annual_blank(sample: Sample) -> Iterable[Mutation]:
    return _each_amount(sample, lambda _: [""])


@kind("annual-amount-letter")
def _annual_letter(sample: Sample) -> Iterable[Mutation]:
    return _each_amount(sample, with_letters)


def _each_fund(sample: Sample, variants: Callable[[str], Iterable[str]]) -> Iterator[Mutation]:
    for table in sample.tables:
        for fund in table.funds:
            for wrong in variants(fund.amount_printed) if fund.amount_printed else ():
                yield Mutation(
                    case="one of several" if len([f for f in table.funds if f.amount]) > 1 else "any",
                    where=f"{table.row.recipient} {fund.source_printed} {fund.amount_printed} → {wrong!r}",
                    edits=sample.edit(fund.line, fund.amount_printed, wrong),
                    scope=scope_of(sample, table),
                )


@kind("fund-digit")
def _fund_digit(sample: Sample) -> Iterable[Mutation]:
    return _each_fund(sample, one_digit_wrong)


@kind("fund-blank")
def _fund_blank(sample: Sample) -> Iterable[Mutation]:
    return _each_fund(sample, lambda _: [""])


@kind("fund-letter")
def _fund_letter(sample: Sample) -> Iterable[Mutation]:
    return _each_fund(sample, with_letters)


@kind("fund-source")
def _fund_source(sample: Sample) -> Iterator[Mutation]:
    """Money of the county's own instead of the sender's."""
    for table in sample.tables:
        fund = next(f for f in table.funds if f.amount)
        yield Mutation(
            case="any",
            where=f"{table.row.recipient} {fund.source_printed}",
            edits=sample.edit(fund.line, fund.source_printed, "其中:县级财政安排"),
            scope=scope_of(sample, table),
        )


@kind("fund-and-annual-amount")
def _fund_and_annual(sample: Sample) -> Iterator[Mutation]:
    """Annual amount and fund part agree with each other, not with the allocation."""
    for table in sample.tables:
        first = next(f for f in table.funds if f.amount)
        more = 9 * int(table.row.amount_printed or "") + 5
        edits = [
            sample.edit(figure.line, figure.amount_printed, str(int(figure.amount_printed or "") + more))
            for figure in (table.row, first)
        ]
        merged = {number: new for edit in edits for number, new in edit.items()}
        yield Mutation("any", str(table.row.recipient), merged, scope_of(sample, table))


@kind("table-year")
def _year(sample: Sample) -> Iterator[Mutation]:
    for table in sample.tables:
        year = table.row.fiscal_year or 0
        for wrong in (year - 1, year + 1, year + 10):
            edits = sample.edit(table.name_line, str(year), str(wrong))
            yield Mutation("any", f"{table.row.recipient} {wrong}", edits, scope_of(sample, table))
