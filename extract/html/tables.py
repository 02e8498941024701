"""A table of a web page → a grid with its spans; or no table, but the page's layout or its metadata."""

from collections.abc import Callable, Iterator, Sequence

from lxml.html import HtmlElement

from extract import lines
from extract.readers.contract import FormatError
from schemas.document import Cell, Line, Place, Table

# HTML allows 65534 and 1000; no printed table comes near, and together they would be a bomb.
_MOST_ROWS, _MOST_COLUMNS, _MOST_CELLS = 20_000, 1_000, 1_000_000
_LONG = 100
_MOSTLY = 0.6
_PARTS = ("thead", "tbody", "tfoot")


def rows_of(table: HtmlElement) -> list[HtmlElement]:
    """Its own rows in the order they are shown: head first, foot last."""
    found: dict[str, list[HtmlElement]] = {part: [] for part in _PARTS}
    for child in table:
        if child.tag == "tr":
            found["tbody"].append(child)
        elif child.tag in _PARTS:
            found[child.tag] += [row for row in child if row.tag == "tr"]
    return [row for part in _PARTS for row in found[part]]


def cells_of(row: HtmlElement) -> list[HtmlElement]:
    """The cells of a row."""
    return [cell for cell in row if cell.tag in {"td", "th"}]


def is_layout(table: HtmlElement) -> bool:
    """Whether the table only lays out the page.

    It holds another table of several cells, or no row of it has two cells with something in them, or it is
    a few cells around running text.
    """
    if table.get("role") in {"presentation", "none"} or any(
        _is_grid(inner) for inner in table.iterdescendants("table")
    ):
        return True
    texts = [[text for c in cells_of(row) if (text := c.text_content().strip())] for row in rows_of(table)]
    filled = [text for row in texts for text in row]
    if all(len(row) < 2 for row in texts):
        return True
    return len(filled) <= 3 and any(len(text) > _LONG and "。" in text for text in filled)


def _is_grid(table: HtmlElement) -> bool:
    return sum(len(cells_of(row)) for row in rows_of(table)) > 1


def read_grid(table: HtmlElement, text_of: Callable[[HtmlElement], str]) -> Table:
    """Place every cell as HTML does (4.9.12.1); raises `FormatError` where spans make it a bomb."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    rows = rows_of(table)[:_MOST_ROWS]
    for number, row in enumerate(rows):
        column = 0
        for element in cells_of(row):
            while (number, column) in taken:
                column += 1
            cell = _cell(element, number, column, len(rows), text_of)
            if len(taken) + cell.row_span * cell.column_span > _MOST_CELLS:
                raise FormatError("table-too-large", most=_MOST_CELLS)
            taken |= {(r, c) for r in _span(number, cell.row_span) for c in _span(column, cell.column_span)}
            cells.append(cell)
    width = max((c.column + c.column_span for c in cells), default=0)
    place = Place(line=table.sourceline or None)
    return Table(cells=tuple(cells), row_count=len(rows), column_count=width, spans_known=True, place=place)


def _span(start: int, size: int) -> range:
    return range(start, start + size)


def _cell(
    element: HtmlElement, row: int, column: int, rows: int, text_of: Callable[[HtmlElement], str]
) -> Cell:
    down = _number(element.get("rowspan"), rows)
    return Cell(
        row=row,
        column=column,
        row_span=min(down or rows, rows - row),  # 0 means to the end
        column_span=min(max(_number(element.get("colspan"), _MOST_COLUMNS), 1), _MOST_COLUMNS),
        text=text_of(element),
        place=Place(line=element.sourceline or None, confidence=1),
    )


def _number(text: str | None, most: int) -> int:
    digits = (text or "1").strip()
    return min(int(digits[:7]), most) if digits.isascii() and digits.isdigit() else 1


def metadata_lines(table: Table) -> tuple[Line, ...]:
    """`索引号 | 001 | 发文字号 | …` as lines of label and value; none where the table is no metadata."""
    pairs = [pair for row in table.rows() for pair in _pairs(row)]
    labels = [lines.is_metadata(f"{label.text.rstrip('：:')}：") for label, _ in pairs]
    if sum(labels) < 2 or sum(labels) < _MOSTLY * len(labels):
        return ()
    return tuple(
        Line(text=f"{label.text.rstrip('：: ')}：{value.text if value else ''}", place=label.place)
        for label, value in pairs
    )


def _pairs(row: Sequence[Cell]) -> Iterator[tuple[Cell, Cell | None]]:
    """Labels with the value behind each; where a value is blank the next cell is a label again."""
    index = 0
    while index < len(row):
        after = row[index + 1] if index + 1 < len(row) else None
        if after is not None and after.column > row[index].column + row[index].column_span:
            after = None
        yield row[index], after
        index += 2 if after is not None else 1
