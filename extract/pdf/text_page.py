"""A page with a text layer → its lines and tables, in reading order."""

from collections.abc import Sequence

from extract.pdf.aligned import Aligned, aligned_tables
from extract.pdf.body import Body, without_page_numbers
from extract.pdf.cell_text import cell_text
from extract.pdf.geometry import Frame, Rect
from extract.pdf.glyphs import Glyph
from extract.pdf.marks import Drawing
from extract.pdf.ruled import Finder, Grid, ruled_grid
from extract.pdf.rules import Rule, Rules, groups, whole_rules
from extract.pdf.stacked import unstacked
from extract.pdf.text_lines import TextLine, text_lines
from schemas.document import Block, Cell, Place, Table

# Half the thickness of a rule: the box of a cell lies inside its borders.
_INSET = 0.75


def read_text_page(number: int, glyphs: Sequence[Glyph], drawing: Drawing, frame: Frame) -> tuple[Block, ...]:
    """Lines and tables with their boxes; confidence 1, as nothing is guessed.

    Text that stands neither upright nor at a right angle (the writing of a seal, a watermark) is left out.
    """
    rules = whole_rules(drawing.rules)
    tables, rest = _ruled(glyphs, rules, _Places(frame, number))
    lines = without_page_numbers(text_lines(g for g in rest if g.angle == 0), frame)
    aligned = aligned_tables(lines, _free(rules))
    tables += [(table.rect, _Places(frame, number).aligned(table)) for table in aligned]
    taken = {id(line) for table in aligned for line in table.lines}
    return _in_order([line for line in lines if id(line) not in taken], tables, Body(lines, frame, number))


Placed = tuple[Rect, Table]


def _free(rules: Rules) -> list[Rule]:
    """Horizontal rules that meet no vertical one."""
    return [rule for group in groups(rules) if not group.vertical for rule in group.horizontal]


class _Places:
    """Makes cells and tables of one page."""

    def __init__(self, frame: Frame, page: int) -> None:
        self._frame, self._page = frame, page

    def place(self, rect: Rect) -> Place:
        """Where something is, surely read."""
        return Place(page=self._page, box=self._frame.on_page(rect), confidence=1.0)

    def ruled(self, grid: Grid, texts: Sequence[str]) -> Table:
        """The table of a grid; blank cells are kept."""
        cells = tuple(
            Cell(
                text=text, place=self.place(_inside(found.rect)), row=found.row, column=found.column,
                row_span=found.row_span, column_span=found.column_span, frame=self._frame.corners(found.rect),
            )
            for found, text in zip(grid.cells, texts, strict=True)
        )  # fmt: skip  # the spans on a line
        return self._table(cells, grid.row_count, grid.column_count, grid.rect, self._edges(grid))

    def aligned(self, table: Aligned) -> Table:
        """The table of aligned lines; it has no blank cells of its own."""
        cells = tuple(
            Cell(text=c.text, place=self.place(c.rect), row=c.row, column=c.column, column_span=c.column_span)
            for c in table.cells
        )
        return self._table(cells, table.row_count, table.column_count, table.rect)

    def _table(
        self, cells: tuple[Cell, ...], rows: int, columns: int, rect: Rect, edges: tuple[float, ...] = ()
    ) -> Table:
        return Table(
            cells=cells,
            row_count=rows,
            column_count=columns,
            spans_known=True,
            edges=edges,
            place=self.place(rect),
        )

    def _edges(self, grid: Grid) -> tuple[float, ...]:
        starts = {cell.column: cell.rect for cell in grid.cells}
        places = [self._frame.on_page(starts[n]) for n in range(grid.column_count) if n in starts]
        whole = self._frame.on_page(grid.rect)
        return (*(place.x0 for place in places), whole.x1) if len(places) == grid.column_count else ()


def _inside(rect: Rect) -> Rect:
    if min(rect.width, rect.height) <= 2 * _INSET:
        return rect
    return Rect(rect.x0 + _INSET, rect.y0 + _INSET, rect.x1 - _INSET, rect.y1 - _INSET)


def _ruled(glyphs: Sequence[Glyph], rules: Rules, places: _Places) -> tuple[list[Placed], list[Glyph]]:
    """The tables with rules both ways, and the characters outside them. The largest grid has first claim."""
    rest = list(glyphs)
    tables: list[Placed] = []
    grids = [grid for group in groups(rules) if (grid := ruled_grid(group)) is not None]
    for found in sorted(grids, key=lambda g: -g.rect.area):
        filled, _ = _filled(found, rest)
        if sum(bool(cell) for cell in filled) < 2:
            continue
        grid = unstacked(found, [text_lines(g for g in cell if g.angle == 0) for cell in filled])
        filled, outside = _filled(grid, rest)
        texts = [cell_text(inside, cell.rect) for inside, cell in zip(filled, grid.cells, strict=True)]
        tables.append((grid.rect, places.ruled(grid, texts)))
        rest = outside
    return tables, rest


def _filled(grid: Grid, glyphs: Sequence[Glyph]) -> tuple[list[list[Glyph]], list[Glyph]]:
    cells: list[list[Glyph]] = [[] for _ in grid.cells]
    outside: list[Glyph] = []
    finder = Finder(grid)
    for glyph in glyphs:
        index = finder.index(*glyph.middle)
        if index is None:
            outside.append(glyph)
        elif glyph.angle % 90 == 0:
            cells[index].append(glyph)
    return cells, outside


def _in_order(lines: Sequence[TextLine], tables: Sequence[Placed], body: Body) -> tuple[Block, ...]:
    found: list[tuple[float, float, TextLine | Table]] = [
        *((line.baseline, line.rect.x0, line) for line in lines),
        *((rect.y0, rect.x0, table) for rect, table in tables),
    ]
    blocks: list[Block] = []
    before: TextLine | None = None
    for _, _, item in sorted(found, key=lambda entry: entry[:2]):
        if isinstance(item, Table):
            blocks.append(item)
            before = None
        else:
            blocks.append(body.line(item, before))
            before = item
    return tuple(blocks)
