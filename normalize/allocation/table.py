"""A printed allocation table → a canonical one."""

from collections.abc import Sequence
from decimal import Decimal

from normalize.allocation.columns import Figures, measure_of, rate_unit_of, unit_of, with_roles
from normalize.allocation.rows import Lead, leads, parents
from normalize.amounts import read_amount
from normalize.recipients.match import match_names
from normalize.recipients.matched import as_match
from normalize.recipients.names import proper_name
from normalize.recipients.roster import Roster
from schemas.dataset.codes import ColumnRole, MatchMethod, Measure, RecipientKind, RowKind, Unit
from schemas.document import Piece
from schemas.notation.money import find_units
from schemas.notation.numbers import is_number
from schemas.notation.text import canonical, clean
from schemas.notice import Allocation, AllocationColumn, AllocationRow, Amount, Match
from schemas.printed import ColumnKind, PrintedAllocation, PrintedRow


def normalize_allocation(
    printed: PrintedAllocation,
    number: int,
    roster: Roster,
    sent: frozenset[Decimal],
    unit: Unit | None = None,
) -> Allocation:
    """Name the recipients, read the figures, tell rows and columns; `sent` as in `columns.with_roles`.

    `unit` is what others say of a table that prints none.
    """
    units = _units(printed)
    columns = _columns(printed, units[0] if units else unit)
    names = [_name(row, printed) for row in printed.rows]
    kinds = leads([name.text if name else "" for name in names], roster)
    cells = [_cells(row, printed, columns) for row in printed.rows]
    columns = tuple(_with_own_unit(column, cells) for column in columns)
    columns = with_roles(columns, _figures(cells, kinds, columns), sent)
    main = _main(cells, columns)
    matches = _matches(names, kinds, roster)
    if _lists_projects(printed):
        matches = [_as_project(m, k, roster) for m, k in zip(matches, kinds, strict=True)]
    row_kinds, above = parents(kinds, matches, main)
    rows = [
        AllocationRow(
            number=i + 1,
            serial=_serial(printed.rows[i], printed),
            name=names[i],
            kind=row_kinds[i],
            match=_match(_under(kinds[i].name, matches[i], _at(matches, above[i]), roster), row_kinds[i]),
            parent=_number(above[i]),
            cells=cells[i],
            place=printed.rows[i].place,
        )
        for i in range(len(printed.rows))
    ]
    return Allocation(
        number=number,
        attachment=printed.caption.attachment,
        title=canonical(printed.caption.text),
        unit=(columns and _table_unit(columns)) or None,
        units=units,
        unit_inferred=unit is not None,
        columns=columns,
        rows=tuple(rows),
        citing=printed.header_texts,
        place=printed.place,
    )


def _units(printed: PrintedAllocation) -> tuple[Unit, ...]:
    """All the units printed over the table: unit line first, then titles, then header labels."""
    unit = printed.caption.unit
    texts = [unit.text] if unit else []
    texts += [title.text for title in printed.caption.titles]
    texts += [label for column in printed.columns for label in column.path]
    return tuple(dict.fromkeys(u for text in texts for u in find_units(text)))


def _columns(printed: PrintedAllocation, default: Unit | None) -> tuple[AllocationColumn, ...]:
    measured = [c for c in printed.columns if c.kind == ColumnKind.VALUE]
    columns = []
    for number, column in enumerate(measured, start=1):
        measure = measure_of(column.path)
        # The table's unit is its sums': a standard of 500 (元) in a table in 万元 is no 500 万元.
        given = default if measure == Measure.AMOUNT else rate_unit_of(column.path)
        unit = unit_of(column.path, given) if measure in (Measure.AMOUNT, Measure.STANDARD) else None
        label = " / ".join(canonical(part) for part in column.path)
        columns.append(
            AllocationColumn(number=number, printed=label, role=ColumnRole.OTHER, measure=measure, unit=unit)
        )
    return tuple(columns)


def _with_own_unit(column: AllocationColumn, cells: Sequence[Sequence[Amount | None]]) -> AllocationColumn:
    """500万元 in every cell: where no label says it, the figures' own unit is the column's."""
    if column.unit is not None or column.measure != Measure.AMOUNT:
        return column
    units = {cell.unit for row in cells if (cell := row[column.number - 1]) and cell.value is not None}
    return column.model_copy(update={"unit": units.pop()}) if len(units) == 1 else column


def _table_unit(columns: Sequence[AllocationColumn]) -> Unit | None:
    """The main column's."""
    main = next((c for c in columns if c.role == ColumnRole.MAIN), None)
    return main.unit if main else None


def _name(row: PrintedRow, printed: PrintedAllocation) -> Piece | None:
    """The lowest name column that is filled; a total merged over 序号 and name stands in the first."""
    pairs = list(zip(printed.columns, row.cells, strict=True))
    named = [cell for column, cell in pairs if column.kind == ColumnKind.NAME and cell]
    if named:
        return named[-1]
    return next(
        (c for column, c in pairs if column.kind == ColumnKind.SERIAL and c and not is_number(c.text)), None
    )


def _serial(row: PrintedRow, printed: PrintedAllocation) -> str | None:
    pairs = zip(printed.columns, row.cells, strict=True)
    found = next((c for column, c in pairs if column.kind == ColumnKind.SERIAL and c), None)
    return clean(found.text) if found and is_number(found.text) else None


def _cells(
    row: PrintedRow, printed: PrintedAllocation, columns: Sequence[AllocationColumn]
) -> tuple[Amount | None, ...]:
    pieces = [
        c for column, c in zip(printed.columns, row.cells, strict=True) if column.kind == ColumnKind.VALUE
    ]
    return tuple(
        read_amount(p, c.unit, counted=c.measure != Measure.AMOUNT) if p else None
        for p, c in zip(pieces, columns, strict=True)
    )


def _figures(
    cells: Sequence[Sequence[Amount | None]], kinds: Sequence[Lead], columns: Sequence[AllocationColumn]
) -> list[Figures]:
    found = []
    for c in range(len(columns)):
        values = [cell.value if (cell := row[c]) else None for row in cells]
        total = next((v for v, k in zip(values, kinds, strict=True) if k.kind == RowKind.TOTAL), None)
        found.append(Figures(values=tuple(values), total=total))
    return found


def _main(
    cells: Sequence[Sequence[Amount | None]], columns: Sequence[AllocationColumn]
) -> list[Decimal | None]:
    index = next((c.number - 1 for c in columns if c.role == ColumnRole.MAIN), None)
    return [cell.value if index is not None and (cell := row[index]) else None for row in cells]


def _matches(names: Sequence[Piece | None], kinds: Sequence[Lead], roster: Roster) -> list[Match | None]:
    """Recipients and the divisions that subtotals name are matched together: each division once."""
    wanted = [i for i, k in enumerate(kinds) if k.kind == RowKind.RECIPIENT and names[i]]
    found = dict(zip(wanted, match_names([kinds[i].name for i in wanted], roster), strict=True))
    sums = [i for i, k in enumerate(kinds) if k.kind == RowKind.SUBTOTAL and k.sums]
    found |= dict(zip(sums, match_names([kinds[i].sums or "" for i in sums], roster), strict=True))
    details = [i for i, k in enumerate(kinds) if k.kind == RowKind.DETAIL]
    found |= {i: match_names([proper_name(kinds[i].name)], roster)[0] for i in details}
    return [found.get(i) for i in range(len(kinds))]


def _lists_projects(printed: PrintedAllocation) -> bool:
    """Whether the names stand below 项目名称: what no list has is a project's name."""
    named = next((c for c in printed.columns if c.kind == ColumnKind.NAME), None)
    return named is not None and any("项目" in canonical(label) for label in named.path[-1:])


def _as_project(match: Match | None, lead: Lead, roster: Roster) -> Match | None:
    """A project has no code: its recipient is its printed name."""
    if match is None or match.name is not None or match.rivals or match.near or not lead.name:
        return match
    name, parent = proper_name(lead.name), roster.jurisdiction.code
    return Match(name=name, kind=RecipientKind.OTHER, parent_code=parent, score=100, method=MatchMethod.EXACT)


def _at(matches: Sequence[Match | None], index: int | None) -> Match | None:
    return matches[index] if index is not None else None


def _under(name: str, match: Match | None, head: Match | None, roster: Roster) -> Match | None:
    """市本级 below 成都市小计 is that city's; of the districts of one name (城区, 鼓楼区), so is its own."""
    if match is None or head is None or head.division_code is None:
        return match
    if match.rivals:
        known = roster.exactly(name) or roster.known_as(name)
        own = [d for d in known if d.parent_code == head.division_code]
        return as_match(own[0], MatchMethod.ALIAS, 100) if len(own) == 1 else match
    below = match.kind == RecipientKind.OWN_LEVEL
    return match.model_copy(update={"parent_code": head.division_code}) if below else match


def _match(match: Match | None, kind: RowKind) -> Match | None:
    """A total has no recipient; a recipient without a printed name is unknown."""
    if kind == RowKind.TOTAL:
        return None
    return match or (Match(name=None, kind=RecipientKind.OTHER) if kind == RowKind.RECIPIENT else None)


def _number(index: int | None) -> int | None:
    return None if index is None else index + 1
