"""Performance target tables on the terminal: a summary, and the indicators across recipients."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.style import Style
from rich.table import Table
from rich.text import Text

from notices.inspect.style import FAINT, flagged, grid, plain
from notices.view.figures import grouped
from notices.view.performance import Indicator, Matrix, MatrixRow, Performance, matrix
from notices.view.words import Words

UNLIKE = Style(bold=True, underline=True)
INDICATOR = 0.4
"""Share of the terminal's width that names of indicators may take."""
TARGET = 10
"""Cells that a target may take before it is folded: five Chinese characters."""
MARKED = 2
"""Cells that a mark takes beside a target."""
GAP = 3
"""Cells between two columns."""


def summary_table(tables: Sequence[Performance], said: Words) -> Table:
    """One line a table: whose it is, its money, how much stands in it, how much of it is doubtful."""
    table = grid(Text(said("performance.name", n=len(tables))))
    table.add_column(said("allocation.recipient"), overflow="fold")
    table.add_column(said("money.year"))
    table.add_column(said("performance.amount"), justify="right")
    table.add_column(said("performance.funds"), overflow="fold")
    for name in ("goal_count", "indicator_count", "finding_count"):
        table.add_column(said(f"performance.{name}"), justify="right")
    for one in tables:
        table.add_row(*_summary(one, said))
    return table


def _summary(one: Performance, said: Words) -> tuple[Text, ...]:
    printed = one.table.recipient_printed
    was = f"{printed} → " if printed and printed != one.name else ""
    amount = f"{grouped(one.table.amount)} {one.table.unit or ''}"
    findings = one.all_findings
    return (
        flagged(f"{was}{one.name}" or said("performance.unnamed"), one.findings),
        plain(one.table.fiscal_year),
        plain(amount),
        _funds(one, said),
        plain(len(one.goals)),
        plain(len(one.indicators)),
        flagged(len(findings), findings, mark_first=True),
    )


def _funds(one: Performance, said: Words) -> Text:
    parts = (
        flagged(f"{said.label(fund.row.source)} {grouped(fund.row.amount)}", fund.findings)
        for fund in one.funds
        if fund.row.amount is not None
    )
    return Text("; ").join(parts)


def indicator_tables(tables: Sequence[Performance], said: Words, width: int) -> Iterator[Table]:
    """The indicators of all tables side by side; where they don't share a template, those of the fullest.

    Where not all recipients fit, what is alike everywhere stands once, the rest in blocks of recipients.
    """
    shared = matrix(tables)
    if shared is None:
        fullest = max(tables, key=lambda one: len(one.indicators))
        if fullest.indicators:
            yield _one_table(fullest, said)
        return
    wide = _indicator_width(shared, width)
    at_once = max(1, (width - wide) // (_target_width(shared) + GAP))
    if at_once < len(shared.names):
        alike = [row for row in shared.rows if row.alike]
        if alike:
            yield _alike(alike, said)
        shared = Matrix(names=shared.names, rows=tuple(row for row in shared.rows if not row.alike))
    if shared.rows:
        yield from _blocks(shared, at_once, wide, said)


def _alike(rows: Sequence[MatrixRow], said: Words) -> Table:
    table = grid(Text(said("performance.alike", n=len(rows[0].cells))))
    table.add_column(said("performance.indicator"), overflow="fold")
    table.add_column(said("performance.target"), overflow="fold")
    for row in rows:
        table.add_row(plain(row.label), plain(row.cells[0].target if row.cells[0] else ""))
    return table


def _blocks(shared: Matrix, at_once: int, wide: int, said: Words) -> Iterator[Table]:
    count = len(shared.names)
    for first in range(0, count, at_once):
        yield _block(shared, range(first, min(first + at_once, count)), wide, said)


def _indicator_width(shared: Matrix, width: int) -> int:
    longest = max(cell_len(row.label) for row in shared.rows)
    return min(longest, int(width * INDICATOR))


def _target_width(shared: Matrix) -> int:
    texts = [cell.target for row in shared.rows for cell in row.cells if cell]
    longest = max(map(cell_len, (*texts, *shared.names)))
    return min(longest + MARKED, TARGET + MARKED)


def _block(shared: Matrix, numbers: range, wide: int, said: Words) -> Table:
    title = Text(said("performance.matrix"))
    if len(numbers) < len(shared.names):
        part = said("performance.block", first=numbers[0] + 1, last=numbers[-1] + 1, n=len(shared.names))
        title.append(f"  {part}", style=FAINT)
    table = grid(title)
    table.add_column(said("performance.indicator"), width=wide, overflow="fold")
    for number in numbers:
        table.add_column(plain(shared.names[number]), max_width=_target_width(shared), overflow="fold")
    for row in shared.rows:
        table.add_row(plain(row.label), *(_target(row, number) for number in numbers))
    return table


def _target(row: MatrixRow, number: int) -> Text:
    cell = row.cells[number]
    if cell is None:
        return plain("—", FAINT)
    unlike = row.usual is not None and cell.target != row.usual
    text = flagged(cell.target or "—", cell.findings)
    if unlike:
        text.stylize(UNLIKE)
    return text


def _one_table(one: Performance, said: Words) -> Table:
    table = grid(plain(said("performance.sample", name=one.name)))
    for name in ("level1", "level2", "indicator", "target"):
        table.add_column(said(f"performance.{name}"), overflow="fold")
    for line in one.indicators:
        table.add_row(*_indicator(line))
    return table


def _indicator(line: Indicator) -> tuple[Text, ...]:
    level1 = plain(line.row.level1 if line.span1 else "")
    level2 = plain(line.row.level2 if line.span2 else "")
    return level1, level2, flagged(line.label, line.name_findings), flagged(line.target, line.target_findings)
