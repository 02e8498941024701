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


def swap_case(printed: str, wrong: str, otherwise: str) -> str:
    """Two equal digits swapped change nothing; a zero in front makes it no number."""
    if wrong == printed:
        return "equal digits"
    return "a zero comes first" if wrong.startswith("0") else otherwise


def _each_amount(sample: Sample, variants: Callable[[str], Iterable[str]]) -> Iterator[Mutation]:
    for row in sample.recipients:
        for wrong in variants(row.amount_printed or ""):
            yield Mutation(
                case=swap_case(row.amount_printed or "", wrong, case_of(sample, row)),
                where=f"{row.recipient} {row.amount_printed} → {wrong!r}",
                edits=sample.edit(row.line, row.amount_printed, wrong),
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


def _total(sample: Sample, variants: Callable[[str], Iterable[str]]) -> Iterator[Mutation]:
    total = sample.total
    scope = Scope(lines=frozenset({total.line or 0}), allocation=True)
    for wrong in variants(total.amount_printed or ""):
        yield Mutation(
            case=swap_case(total.amount_printed or "", wrong, "any"),
            where=f"total {total.amount_printed} → {wrong!r}",
            edits=sample.edit(total.line, total.amount_printed, wrong),
            scope=scope,
        )


@kind("total-digit")
def _total_digit(sample: Sample) -> Iterable[Mutation]:
    return _total(sample, one_digit_wrong)


@kind("total-times-ten")
def _total_times_ten(sample: Sample) -> Iterable[Mutation]:
    return _total(sample, lambda printed: [printed + "0"])


@kind("total-swapped-digits")
def _total_swapped(sample: Sample) -> Iterable[Mutation]:
    return _total(sample, neighbours_swapped)


@kind("total-blank")
def _total_blank(sample: Sample) -> Iterable[Mutation]:
    return _total(sample, lambda _: [""])


@kind("total-letter")
def _total_letter(sample: Sample) -> Iterable[Mutation]:
    return _total(sample, with_letters)


def _one_more(row: AllocationRow) -> tuple[str, str]:
    return row.amount_printed or "", str(int(row.amount_printed or "") + 1)


@kind("amount-and-total")
def _amount_and_total(sample: Sample) -> Iterator[Mutation]:
    """Row and total both one more."""
    for row in sample.recipients:
        edits = {
            **sample.edit(row.line, *_one_more(row)),
            **sample.edit(sample.total.line, *_one_more(sample.total)),
        }
        yield Mutation(case_of(sample, row), f"{row.recipient} +1", edits, sample.scope(row))


@kind("amount-and-table")
def _amount_and_table(sample: Sample) -> Iterator[Mutation]:
    """Row, annual amount and fund part one more, the total not."""
    for row in sample.recipients:
        if edits := _in_table(sample, row):
            edits = {**sample.edit(row.line, *_one_more(row)), **edits}
            yield Mutation("with a table", f"{row.recipient} +1", edits, sample.scope(row))


@kind("amount-everywhere")
def _amount_everywhere(sample: Sample) -> Iterator[Mutation]:
    """Row, total, annual amount and fund part one more."""
    for row in sample.recipients:
        edits = {
            **sample.edit(row.line, *_one_more(row)),
            **sample.edit(sample.total.line, *_one_more(sample.total)),
            **_in_table(sample, row),
        }
        yield Mutation(case_of(sample, row), f"{row.recipient} +1", edits, sample.scope(row))


def _in_table(sample: Sample, row: AllocationRow) -> Edits:
    table = sample.table_of(row)
    if table is None:
        return {}
    lines = [table.row.line, *(f.line for f in table.funds if f.amount)]
    edits = [sample.edit(line, *_one_more(row)) for line in lines]
    return {number: new for edit in edits for number, new in edit.items()}


@kind("amounts-exchanged")
def _exchanged(sample: Sample) -> Iterator[Mutation]:
    """Two rows take each other's amount: the total still closes."""
    for one, other in combinations(sample.recipients, 2):
        if one.amount == other.amount:
            continue
        edits = {
            **sample.edit(one.line, one.amount_printed, other.amount_printed or ""),
            **sample.edit(other.line, other.amount_printed, one.amount_printed or ""),
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
    return "a table" if tables else "no table"
