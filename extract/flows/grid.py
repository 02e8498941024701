"""A grid found in a flow: header cells with their spans, rows of pieces."""

from collections.abc import Sequence

from schemas.document import Cell, Piece, Table
from schemas.model import Frozen

Row = tuple[Piece | None, ...]


class Label(Frozen):
    """A header cell: where it begins, how far it spans."""

    piece: Piece
    level: int
    column: int
    depth: int = 1
    width: int = 1


class Grid(Frozen):
    """`start` and `end` say which tokens it took; null in a row is a blank cell."""

    start: int
    end: int
    labels: tuple[Label, ...]
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """How many columns."""
        return len(self.rows[0])


def flat(header: Sequence[Piece | None]) -> tuple[Label, ...]:
    """A header of one level."""
    return tuple(Label(piece=p, level=0, column=c) for c, p in enumerate(header) if p is not None)


def as_table(grid: Grid) -> Table:
    """The grid as any reader would give it; merged cells are known."""
    depth = max((label.level + label.depth for label in grid.labels), default=0)
    cells = [
        Cell(
            **_piece(label.piece),
            row=label.level,
            column=label.column,
            row_span=label.depth,
            column_span=label.width,
        )
        for label in grid.labels
    ]
    cells += [
        Cell(**_piece(piece), row=depth + r, column=c)
        for r, row in enumerate(grid.rows)
        for c, piece in enumerate(row)
        if piece is not None
    ]
    return Table(
        cells=tuple(cells),
        row_count=depth + len(grid.rows),
        column_count=grid.width,
        spans_known=True,
        place=cells[0].place,
    )


def _piece(piece: Piece) -> dict[str, object]:
    return {"text": piece.text, "place": piece.place, "readings": piece.readings}
