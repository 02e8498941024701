"""The allocation table of a draft as a grid with merged cells."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from benchmarks.synthetic.draft import Draft, Row
from benchmarks.synthetic.facts import Column
from benchmarks.synthetic.layouts import TableLayout
from benchmarks.synthetic.page import Grid, GridCell


def allocation_grid(draft: Draft) -> Grid:
    """Header rows, then the rows; column groups side by side each take a run of rows."""
    layout, facts = draft.layout.table, draft.facts
    width = _width(draft)
    top = 2 if layout.header_over or any(column.over for column in facts.columns) else 1
    per_group = -(-len(draft.rows) // layout.groups)
    cells: list[GridCell] = []
    for group in range(layout.groups):
        left = group * width
        cells += _header(draft, left, top)
        for line, row in enumerate(draft.rows[group * per_group : (group + 1) * per_group]):
            cells += _row(draft, row, top + line, left)
    columns = width * layout.groups
    assert all(cell.column + cell.columns <= columns for cell in cells), facts.number  # noqa: S101 - a bug here
    return Grid(
        cells=tuple(cells),
        rows=top + per_group,
        columns=columns,
        header=top,
        break_after=top + layout.break_after if layout.break_after else 0,
        repeat_header=layout.repeat_header,
    )


def _width(draft: Draft) -> int:
    layout = draft.layout.table
    return layout.serial + 1 + len(draft.facts.columns) + layout.remarks


def _header(draft: Draft, left: int, top: int) -> Iterator[GridCell]:
    layout, columns = draft.layout.table, draft.facts.columns
    lead = [_spaced(text, layout) for text in ([*(["序号"] if layout.serial else []), layout.header_word])]
    for offset, text in enumerate(lead):
        yield GridCell(row=0, column=left + offset, rows=top, text=text)
    first = left + len(lead)
    if layout.header_over:
        over = layout.header_over + (f"（{draft.facts.unit}）" if layout.unit_at == "header" else "")
        yield GridCell(row=0, column=first, columns=len(columns), text=over)
    for over, block in groupby(enumerate(columns), key=lambda one: one[1].over):
        members = list(block)
        if over:
            yield GridCell(row=0, column=first + members[0][0], columns=len(members), text=over)
        for offset, column in members:
            high = over or layout.header_over
            row = top - 1 if high else 0
            yield GridCell(row=row, column=first + offset, rows=top - row, text=_label(draft, column))
    if layout.remarks:
        yield GridCell(row=0, column=first + len(columns), rows=top, text="备注")


def _label(draft: Draft, column: Column) -> str:
    layout = draft.layout.table
    if not column.is_money or (layout.header_over and layout.unit_at == "header"):
        return column.label
    endings = {"header": f"（{draft.facts.unit}）", "slash": f"/{draft.facts.unit}"}
    return column.label + endings.get(layout.unit_at, "")


def column_labels(draft: Draft) -> tuple[str, ...]:
    """The labels of the money columns as printed, the label over them in front (`over/label`)."""
    common = draft.layout.table.header_over
    money = [(c.over or common, _label(draft, c)) for c in draft.facts.columns if c.is_money]
    return tuple(f"{over}/{label}" if over else label for over, label in money)


def _spaced(text: str, layout: TableLayout) -> str:
    """合　计: two characters are spread over the cell."""
    return "　".join(text) if layout.spaced and len(text) == 2 else text


def _row(draft: Draft, row: Row, line: int, left: int) -> Iterator[GridCell]:
    layout = draft.layout.table
    merged = layout.serial and row.kind == "total" and not row.serial
    name = _spaced(row.printed, layout)
    texts = [name] if merged else [*([row.serial] if layout.serial else []), name]
    texts += [figure_text(draft, row.amounts, c) for c in range(len(row.amounts))]
    texts += [row.remark] if layout.remarks else []
    column = left
    for offset, text in enumerate(texts):
        wide = 2 if merged and offset == 0 else 1
        yield GridCell(row=line, column=column, columns=wide, text=text)
        column += wide


def figure_text(draft: Draft, amounts: Sequence[Decimal | None], column: int) -> str:
    """A figure as the layout writes it; a blank is what zeros are printed as, where these are no 0."""
    layout = draft.layout.table
    amount = amounts[column]
    if amount is None:
        return "-" if layout.zero == "-" else ""
    if draft.facts.columns[column].is_money:
        return written(draft, amount) + (draft.facts.unit if layout.cell_units else "")
    return f"{amount:f}"


def written(draft: Draft, amount: Decimal) -> str:
    """With or without commas, all with the same digits behind the point or with those they need."""
    layout = draft.layout.table
    digits = [
        _digits(a)
        for row in draft.rows
        for c, a in zip(draft.facts.columns, row.amounts, strict=True)
        if a and c.is_money
    ]
    places = max(*digits, _digits(amount)) if layout.fixed and digits else _digits(amount)
    return f"{amount:,.{places}f}" if layout.commas else f"{amount:.{places}f}"


def _digits(amount: Decimal) -> int:
    return max(0, -int(amount.normalize().as_tuple().exponent))
