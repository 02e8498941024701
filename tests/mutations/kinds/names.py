"""Names of recipients, in the allocation table and over the performance tables."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import combinations

from schemas.dataset.codes import Method, RecipientKind, TableName
from schemas.dataset.money_rows import AllocationRow
from schemas.dataset.notice_rows import ClauseRow
from schemas.reference.divisions import children
from tests.mutations.kinds.amounts import case_of
from tests.mutations.kinds.registry import kind
from tests.mutations.mutation import Edits, Mutation, one_character_wrong
from tests.mutations.sample import Sample, Table

# Letters of no script that names a place, so that nothing can be read into them.
NONSENSE = "#$%&"
# In no name of a division of county level (GB/T 2260), nor like any that is.
WRONG_CHARACTER = "龘"


def elsewhere(sample: Sample) -> list[str]:
    """A county of the next prefecture of the province, and one of another province."""
    own, year = sample.notice.jurisdiction_code or "", sample.notice.fiscal_year
    prefectures = [d for d in children(own[:2] + "0000", year) if d.level == "prefecture" and d.code > own]
    next_to = prefectures[0].code if prefectures else own
    return [
        next(d.name for d in reversed(children(code, year)) if d.level == "county")
        for code in (next_to, "330100")
    ]


def name_case(sample: Sample, row: AllocationRow) -> str:
    """Divisions are known by a list, institutions by the word for their kind only."""
    kind = "institution" if row.recipient_kind == RecipientKind.INSTITUTION else "division"
    return f"{kind}, {case_of(sample, row)}"


def _renamed(sample: Sample, names: Callable[[AllocationRow], Iterable[str]]) -> Iterator[Mutation]:
    for row in sample.recipients:
        for name in names(row):
            yield Mutation(
                case=name_case(sample, row),
                where=f"{row.recipient_printed} → {name!r}",
                edits=sample.edit(row.line, row.recipient_printed, name),
                scope=sample.scope(row),
            )


@kind("name-nonsense")
def _nonsense(sample: Sample) -> Iterable[Mutation]:
    return _renamed(sample, lambda _: [NONSENSE])


@kind("name-blank")
def _blank(sample: Sample) -> Iterable[Mutation]:
    return _renamed(sample, lambda _: [""])


@kind("name-elsewhere")
def _elsewhere(sample: Sample) -> Iterable[Mutation]:
    return _renamed(sample, lambda _: elsewhere(sample))


@kind("name-character")
def _character(sample: Sample) -> Iterator[Mutation]:
    """Of an institution without a table nothing else prints the name; its last character tells its kind."""
    for row in sample.recipients:
        name = row.recipient_printed or ""
        for place, wrong in enumerate(one_character_wrong(name, WRONG_CHARACTER), start=1):
            case = "any"
            if row.recipient_kind == RecipientKind.INSTITUTION and not sample.table_of(row):
                case = "institution, its kind" if place == len(name) else "institution named once"
            edits = sample.edit(row.line, name, wrong)
            yield Mutation(case, f"{name} → {wrong}", edits, sample.scope(row))


@kind("name-sibling")
def _sibling(sample: Sample) -> Iterator[Mutation]:
    """A row takes the name of another row."""
    for row in sample.recipients:
        for other in sample.recipients:
            if other is not row:
                yield Mutation(
                    case=name_case(sample, row),
                    where=f"{row.recipient_printed} → {other.recipient_printed}",
                    edits=sample.edit(row.line, row.recipient_printed, other.recipient_printed or ""),
                    scope=sample.scope(row) | sample.scope(other),
                )


@kind("names-exchanged-everywhere")
def _exchanged(sample: Sample) -> Iterator[Mutation]:
    """Two recipients whose rows and tables differ in nothing but name and amount change names."""
    for one, other in combinations(filter(partial(_plain, sample), sample.recipients), 2):
        if case_of(sample, one) != case_of(sample, other):
            continue
        printed = (one.recipient_printed or "", other.recipient_printed or "")
        edits = {
            **sample.edit(one.line, printed[0], printed[1]),
            **sample.edit(other.line, printed[1], printed[0]),
            **_over_table(sample, one, printed[1]),
            **_over_table(sample, other, printed[0]),
        }
        scope = sample.scope(one) | sample.scope(other)
        named = any(name in text for text in _body(sample) for name in printed)
        case = "one named in the text with its sum" if named else "any"
        yield Mutation(case, f"{printed[0]} ↔ {printed[1]}", edits, scope)


def _body(sample: Sample) -> Iterator[str]:
    return (clause.text for clause in sample.of(TableName.CLAUSES, ClauseRow))


def _plain(sample: Sample, row: AllocationRow) -> bool:
    """Printed by its own name in both places, with the fund source that most tables have."""
    table = sample.table_of(row)
    sources = [t.funds[0].source for t in sample.tables]
    usual = table is None or table.funds[0].source == max(sources, key=sources.count)
    named = table is None or table.row.recipient_printed == row.recipient_printed
    return usual and named and row.division_code is not None and row.recipient == row.recipient_printed


def _over_table(sample: Sample, row: AllocationRow, name: str) -> Edits:
    table = sample.table_of(row)
    return sample.edit(table.name_line, table.row.recipient_printed, name) if table else {}


def _retitled(sample: Sample, names: Callable[[Table], Iterable[str]]) -> Iterator[Mutation]:
    for table in sample.tables:
        for name in names(table):
            yield Mutation(
                case="owner inferred before" if table.row.method == Method.INFERRED else "any",
                where=f"table {table.row.table_no} {table.row.recipient_printed} → {name!r}",
                edits=sample.edit(table.name_line, table.row.recipient_printed, name),
                scope=table.scope | sample.scope(sample.row_of(table)),
            )


@kind("table-name-nonsense")
def _table_nonsense(sample: Sample) -> Iterable[Mutation]:
    return _retitled(sample, lambda _: [NONSENSE])


@kind("table-name-elsewhere")
def _table_elsewhere(sample: Sample) -> Iterable[Mutation]:
    return _retitled(sample, lambda _: elsewhere(sample))


@kind("table-name-character")
def _table_character(sample: Sample) -> Iterable[Mutation]:
    return _retitled(sample, lambda t: one_character_wrong(t.row.recipient_printed or "", WRONG_CHARACTER))


@kind("table-name-sibling")
def _table_sibling(sample: Sample) -> Iterator[Mutation]:
    """A table takes the name of another recipient."""
    for table in sample.tables:
        own = sample.row_of(table)
        for other in sample.recipients:
            if other is not own:
                name = other.recipient_printed or ""
                yield Mutation(
                    case=case_of(sample, other),
                    where=f"table {table.row.table_no} {table.row.recipient_printed} → {name}",
                    edits=sample.edit(table.name_line, table.row.recipient_printed, name),
                    scope=sample.scope(own) | sample.scope(other) | sample.leaning,
                )


@kind("table-names-exchanged")
def _tables_exchanged(sample: Sample) -> Iterator[Mutation]:
    """Two tables take each other's name."""
    for one, other in combinations(sample.tables, 2):
        printed = (one.row.recipient_printed, other.row.recipient_printed)
        edits = {
            **sample.edit(one.name_line, printed[0], printed[1] or ""),
            **sample.edit(other.name_line, printed[1], printed[0] or ""),
        }
        scope = sample.scope(sample.row_of(one)) | sample.scope(sample.row_of(other))
        yield Mutation("any", f"{printed[0]} ↔ {printed[1]}", edits, scope)
