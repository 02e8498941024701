"""Figures of the allocation table."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from schemas.dataset.codes import Method
from schemas.dataset.money_rows import AllocationRow
from tests.mutations.kinds.registry import kind
from tests.mutations.mutation import Edits, Mutation, Scope, neighbours_swapped, one_digit_wrong
from tests.mutations.sample import Sample

# Letters that stand for digits in texts that were OCR'd.
LOOKALIKES = {"0": "O", "1": "l", "2": "Z", "5": "S", "8": "B"}


def with_letters(number: str) -> list[str]:
    return [number[:i] + LOOKALIKES[d] + number[i + 1 :] for i, d in enumerate(number) if d in LOOKALIKES]


def case_of(sample: Sample, row: AllocationRow) -> str:
    if sample.table_of(row):
        return "with a table"
    return "no table" if row.amount else "zero, no table"


def sum_case(sample: Sample, row: AllocationRow) -> str:
    """As `case_of`; where the table has part columns and a rate, these speak, too."""
    return f"{case_of(sample, row)}, parts and rate" if sample.parts else case_of(sample, row)


def swap_case(printed: str, wrong: str, otherwise: str) -> str:
    """Two equal digits swapped change nothing; a zero in front makes it no number."""
    if wrong == printed:
        return "equal digits"
    return "a zero comes first" if wrong.startswith("0") else otherwise


def _each_amount(sample: Sample, variants: Callable[[str], Iterable[str]]) -> Iterator[Mutation]:
    for row in sample.recipients:
        for wrong in variants(row.amount_printed or ""):
            yield Mutation(
                case=swap_case(row.amount_printed or "", wrong, sum_case(sample, row)),
                where=f"{row.recipient} {row.amount_printed} → {wrong!r}",
                edits=sample.edit_cell(row, wrong),
                scope=sample.scope(row),
            )


@kind("amount-digit")
def _digit(sample: Sample) -> Iterable[Mutation]:
    return _each_amount(sample, one_digit_wrong)


@kind("amount-times-ten")
def _times_ten(sample: Sample) -> Iterable[Mutation]:
    return _each_amount(sample, lambda printed: [printed + "0"] if printed != "0" else [])


@kind("amount-point")
def _point(sample: Sample) -> Iterable[Mutation]:
    return _each_amount(
        sample, lambda printed: [printed[:i] + "." + printed[i:] for i in range(1, len(printed))]
    )


@kind("amount-swapped-digits")
def _swapped(sample: Sample) -> Iterable[Mutation]:
    return _each_amount(sample, neighbours_swapped)


@kind("amount-sign")
def _sign(sample: Sample) -> Iterable[Mutation]:
    return _each_amount(sample, lambda printed: ["-" + printed] if printed != "0" else [])


@kind("amount-blank")
def _blank(sample: Sample) -> Iterable[Mutation]:
    return _each_amount(sample, lambda _: [""])


@kind("amount-letter")
def _letter(sample: Sample) -> Iterable[Mutation]:
    return _each_amount(sample, with_letters)


def _total(sample: Sample, variants: Callable[[str], Iterable[str]], case: str = "any") -> Iterator[Mutation]:
    total = sample.total
    scope = Scope(lines=frozenset({total.line or 0}), allocation=True)
    for wrong in variants(total.amount_printed or ""):
        yield Mutation(
            case=swap_case(total.amount_printed or "", wrong, case),
            where=f"total {total.amount_printed} → {wrong!r}",
            edits=sample.edit_cell(total, wrong),
            scope=scope,
        )


def _parts(sample: Sample) -> str:
    return "parts" if sample.parts else "any"


@kind("total-digit")
def _total_digit(sample: Sample) -> Iterable[Mutation]:
    return _total(sample, one_digit_wrong, _parts(sample))


@kind("total-times-ten")
def _total_times_ten(sample: Sample) -> Iterable[Mutation]:
    return _total(sample, lambda printed: [printed + "0"], _parts(sample))


@kind("total-swapped-digits")
def _total_swapped(sample: Sample) -> Iterable[Mutation]:
    return _total(sample, neighbours_swapped, _parts(sample))


@kind("total-blank")
def _total_blank(sample: Sample) -> Iterable[Mutation]:
    return _total(sample, lambda _: [""])


@kind("total-letter")
def _total_letter(sample: Sample) -> Iterable[Mutation]:
    return _total(sample, with_letters)


def _one_more(printed: str | None) -> str:
    return str(int(printed or "") + 1)


def _cell_one_more(sample: Sample, row: AllocationRow) -> Edits:
    return sample.edit_cell(row, _one_more(row.amount_printed))


@kind("amount-and-total")
def _amount_and_total(sample: Sample) -> Iterator[Mutation]:
    """Row and total both one more."""
    for row in sample.recipients:
        edits = {
            **_cell_one_more(sample, row),
            **_cell_one_more(sample, sample.total),
        }
        yield Mutation(sum_case(sample, row), f"{row.recipient} +1", edits, sample.scope(row))


@kind("amount-and-table")
def _amount_and_table(sample: Sample) -> Iterator[Mutation]:
    """Row, annual amount and fund part one more, the total not."""
    for row in sample.recipients:
        if edits := _in_table(sample, row):
            edits = {**_cell_one_more(sample, row), **edits}
            yield Mutation(sum_case(sample, row), f"{row.recipient} +1", edits, sample.scope(row))


@kind("amount-everywhere")
def _amount_everywhere(sample: Sample) -> Iterator[Mutation]:
    """Row, total, annual amount and fund part one more."""
    for row in sample.recipients:
        edits = {
            **_cell_one_more(sample, row),
            **_cell_one_more(sample, sample.total),
            **_in_table(sample, row),
        }
        yield Mutation(sum_case(sample, row), f"{row.recipient} +1", edits, sample.scope(row))


def _in_table(sample: Sample, row: AllocationRow) -> Edits:
    table = sample.table_of(row)
    if table is None:
        return {}
    fund = next(f for f in table.funds if f.amount)
    edits = [sample.edit(f.line, f.amount_printed, _one_more(f.amount_printed)) for f in (table.row, fund)]
    return {number: new for edit in edits for number, new in edit.items()}


@kind("amounts-exchanged")
def _exchanged(sample: Sample) -> Iterator[Mutation]:
    """Two rows take each other's amount: the total still closes."""
    for one, other in combinations(sample.recipients, 2):
        if one.amount == other.amount:
            continue
        edits = {
            **sample.edit_cell(one, other.amount_printed or ""),
            **sample.edit_cell(other, one.amount_printed or ""),
        }
        yield Mutation(
            case=_exchange_case(sample, one, other),
            where=f"{one.recipient} ↔ {other.recipient}",
            edits=edits,
            scope=sample.scope(one) | sample.scope(other),
        )


def _exchange_case(sample: Sample, one: AllocationRow, other: AllocationRow) -> str:
    """A table that its amount names goes with the amount to a recipient without a table."""
    tables = [table for row in (one, other) if (table := sample.table_of(row))]
    if len(tables) == 1 and tables[0].row.method == Method.INFERRED:
        return "the only table named by its amount"
    if sample.parts:
        return "parts and rate"
    return "a table" if tables else "no table"
