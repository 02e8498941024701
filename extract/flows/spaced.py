"""Rows of a table a line each, their cells apart by nothing but blanks: 2 东营区 435 12.

A line is a row where a name and figures make it up; three in a row below a title, unit or label of money
are a table. Lines whose figures stand together without a blank (1382786.9) can be cut in many ways: they
stay lines, and a problem names them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from extract.flows.grid import Grid, Label, Row, as_table, flat
from extract.flows.mend import total_closes, with_total
from extract.flows.ragged import value
from extract.flows.solve import table_of
from extract.flows.tokens import ends_caption, is_serial_label, is_total, is_value
from extract.flows.tree import header_of_levels
from extract.lines import attachment_heading
from schemas.dataset.codes import TableName
from schemas.document import Block, Cell, Line, Piece, Problem, ProblemKind, Table
from schemas.model import Frozen

_FEWEST = 3
_MOST_ABOVE = 3
"""Lines of a header, or between a title and its rows."""

_MOST_REPEATED = 5
"""Lines of a header that a new page repeats, with title and unit."""

_ROW = re.compile(
    r"(?:(?P<serial>\d{1,3})[ 、.．]\s*)?"
    r"(?P<name>[^\d\s][^\d]*?[\u4e00-\u9fff)）](?:[（(]\d+[)）])?|[\u4e00-\u9fff])"
    r"\s*(?P<figures>[-－—\d][-－—\d.．,，%％ ]*)(?:\s(?P<remark>[^\d\s]\D{0,20}))?"
)
_GLUED = re.compile(r"\d\.\d+\.\d")
_MONEY = re.compile(r"元|金额|资金|补助|补贴|经费|下达|分配")


class SpacedRow(Frozen):
    """A line cut at its blanks; `glued` where figures stand together."""

    line: Line
    serial: str
    names: tuple[str, ...]
    figures: tuple[str, ...]
    remark: str
    glued: bool

    @property
    def is_total(self) -> bool:
        """合计, whatever blanks it is printed with."""
        return is_total(Piece(text="".join(self.names)))

    @property
    def tokens(self) -> list[Line]:
        """Its cells, each a line of its own."""
        names = ("".join(self.names),) if self.is_total else self.names
        words = (self.serial, *names, *self.figures, self.remark)
        return [self.line.model_copy(update={"text": word}) for word in words if word]


def spaced(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks with a table in place of each such run, and a problem for each that can't be cut."""
    found: list[Block] = []
    problems: list[Problem] = []
    at = 0
    for start, end, rows in _runs(blocks):
        above = _above(blocks[at:start])
        table = blocks[start - 1] if start > at else None
        if not isinstance(table, Table) and not any(_of_money(line) for line in above):
            continue
        answer = _lengthened(table, rows) if isinstance(table, Table) else None
        answer = answer or _table(above, rows) or _as_flow(above, rows)
        if answer is None:
            problems.append(_problem(above, rows))
            continue
        count, table = answer
        found += [*blocks[at : start - count], table]
        at = end
    return (*found, *blocks[at:]), tuple(problems)


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[int, int, tuple[SpacedRow, ...]]]:
    """Where each begins and ends, and its rows; it goes on after a page end, behind its own header."""
    index = 0
    while index < len(blocks):
        start, rows = index, _rows(blocks, index)
        index += len(rows)
        while rows and (more := _rows_behind_header(blocks, start, index)):
            index += more[0] + len(more[1])
            rows += more[1]
        if len(rows) >= _FEWEST:
            yield start, index, tuple(rows)
        index = max(index, start + 1)


def _rows_behind_header(blocks: Sequence[Block], start: int, end: int) -> tuple[int, list[SpacedRow]] | None:
    """How many lines that stand above the run are repeated below it, and the rows behind them."""
    texts = [block.text if isinstance(block, Line) else None for block in blocks[: end + _MOST_REPEATED]]
    for count in range(1, min(start, len(texts) - end) + 1):
        header = texts[start - count : start]
        if None in header:
            return None
        rows = _rows(blocks, end + count) if texts[end : end + count] == header else []
        if rows:
            return count, rows
    return None


def _rows(blocks: Sequence[Block], start: int) -> list[SpacedRow]:
    found: list[SpacedRow] = []
    for block in islice(blocks, start, None):
        row = _row(block) if isinstance(block, Line) else None
        if row is None:
            break
        found.append(row)
    return found


def _row(line: Line) -> SpacedRow | None:
    found = _ROW.fullmatch(line.text.strip())
    if found is None or attachment_heading(line.text) is not None:
        return None
    figures = tuple(found["figures"].split())
    glued = any(_GLUED.search(figure) for figure in figures)
    if not glued and not all(is_value(Piece(text=figure)) for figure in figures):
        return None
    names = tuple(found["name"].split())
    return SpacedRow(
        line=line,
        serial=found["serial"] or "",
        names=names,
        figures=figures,
        remark=found["remark"] or "",
        glued=glued,
    )


def _above(blocks: Sequence[Block]) -> list[Line]:
    """The lines right above, up to a table; a header alone may have kept its marks (tabs) and be one."""
    found: list[Line] = []
    for block in reversed(blocks[-_MOST_ABOVE:]):
        line = block if isinstance(block, Line) else _of_labels(block)
        if line is None:
            break
        found.insert(0, line)
    return found


def _of_labels(table: Table) -> Line | None:
    if table.row_count != 1 or any(is_value(cell) for cell in table.cells):
        return None
    text = " ".join(re.sub(r"\s", "", cell.text) for cell in table.cells)
    return Line(text=text, place=table.place)


def _of_money(line: Line) -> bool:
    short = len(line.text) <= 60 and not line.text.endswith(("。", "；"))
    return short and (ends_caption(Piece(text=line.text)) or bool(_MONEY.search(line.text)))


def _lengthened(table: Table, rows: Sequence[SpacedRow]) -> tuple[int, Table] | None:
    """The table right above with the rows, where each has a cell for every column of it."""
    names = len(rows[0].names)
    if any(row.remark for row in rows):
        return None
    found = [_cells(row, names, serial=bool(row.serial)) for row in rows]
    if table.spans_known or table.row_count < 2 or {len(row) for row in found} != {table.column_count}:
        return None
    cells = [
        Cell(text=piece.text, place=piece.place, row=table.row_count + r, column=c)
        for r, row in enumerate(found)
        for c, piece in enumerate(row)
        if piece is not None
    ]
    count = table.row_count + len(rows)
    return 1, table.model_copy(update={"cells": (*table.cells, *cells), "row_count": count})


def _table(above: Sequence[Line], rows: Sequence[SpacedRow]) -> tuple[int, Table] | None:
    """How many lines above are the header, and the table; null where rows or header don't fit."""
    full = [row for row in rows if not row.is_total]
    widths = {len(row.figures) for row in full}
    if (
        any(row.glued for row in rows)
        or len(widths) != 1
        or (rows[0].is_total and len(rows[0].figures) not in widths)
    ):
        return None
    serial = all(row.serial for row in full)
    names = len(full[0].names) if len({len(row.names) for row in full}) == 1 else 1
    lead = serial + names
    width = lead + len(full[0].figures) + any(row.remark for row in rows)
    cells = [_cells(row, names, serial=serial) for row in rows]
    if any(len(row) > width for row in cells):
        return None
    grid = tuple(_with_remark(row, cut, width) for row, cut in zip(rows, cells, strict=True))
    header = _header(above, grid, lead)
    if header is None:
        return None
    count, labels = header
    table = with_total(as_table(Grid(start=0, end=0, labels=labels, rows=grid)))
    return (count, table) if len(rows[-1].figures) in widths or total_closes(table) else None


def _with_remark(row: SpacedRow, cells: Row, width: int) -> Row:
    """As wide as all, the remark last."""
    blank: Row = (None,) * (width - len(cells))
    if not row.remark:
        return (*cells, *blank)
    return (*cells, *blank[1:], Piece(text=row.remark, place=row.line.place))


def _as_flow(above: Sequence[Line], rows: Sequence[SpacedRow]) -> tuple[int, Table] | None:
    """Rows that lost blank cells, or labels that don't fit: cut as the cells of a flow are, by their sums."""
    if any(row.glued for row in rows):
        return None
    count = next((n for n, line in enumerate(reversed(above)) if ends_caption(line)), len(above))
    caption = above[len(above) - count - 1 : len(above) - count]
    labels = [token for line in above[len(above) - count :] for token in _words(line)]
    table = table_of(caption, (*labels, *(token for row in rows for token in row.tokens)))
    return (count, table) if table is not None else None


def _words(line: Line) -> list[Line]:
    return [line.model_copy(update={"text": word}) for word in line.text.split()]


def _cells(row: SpacedRow, names: int, *, serial: bool) -> Row:
    place = row.line.place
    words = row.names if len(row.names) == names else ("".join(row.names),)
    named = [*[None] * (names - len(words)), *(Piece(text=word, place=place) for word in words)]
    number = [Piece(text=row.serial, place=place) if row.serial else None] if serial else []
    return (*number, *named, *(Piece(text=figure, place=place) for figure in row.figures))


def _header(above: Sequence[Line], grid: Sequence[Row], lead: int) -> tuple[int, tuple[Label, ...]] | None:
    """One line with a label a column, or several whose merged labels the sums tell."""
    width = len(grid[0])
    for count in range(1, len(above) + 1):
        levels = [_labels(line) for line in above[-count:]]
        if any(ends_caption(piece) for level in levels for piece in level):
            return None
        if count == 1 and len(levels[0]) == width and _leads(levels[0], grid):
            return 1, flat(levels[0])
        values = [(*[None] * lead, *(value(piece) for piece in row[lead:])) for row in grid]
        found = header_of_levels(levels, width, lead, values) if count > 1 else None
        if found is not None:
            return count, found.labels
    return None


def _labels(line: Line) -> list[Piece]:
    return [Piece(text=text, place=line.place, readings=line.readings) for text in line.text.split()]


def _leads(labels: Sequence[Piece], grid: Sequence[Row]) -> bool:
    """序号 stands over serial numbers and only there."""
    numbered = any(row[0] and row[0].text.isdigit() for row in grid)
    return is_serial_label(labels[0]) == numbered


def _problem(above: Sequence[Line], rows: Sequence[SpacedRow]) -> Problem:
    """Rows below a table that don't go with it are named by themselves."""
    titles = [line.text for line in above if ends_caption(Piece(text=line.text))]
    title = (*titles, *(line.text for line in above[-1:]), rows[0].line.text)[0]
    return Problem(
        kind=ProblemKind.TABLE_UNPARSED,
        detail=title,
        table=TableName.ALLOCATIONS,
        place=rows[0].line.place,
    )
