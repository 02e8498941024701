"""Flows whose blank cells left a mark: every row has as many tokens as the header."""

from collections.abc import Iterator, Sequence

from extract.flows.grid import Grid, Row, flat
from extract.flows.merged import unmerged
from extract.flows.ragged import value
from extract.flows.tokens import is_serial_label, is_total, is_value
from extract.flows.tree import header_of
from extract.vocabulary import squeezed
from schemas.document import Piece

_LABELS = frozenset({"备注", "序号", "说明"})
_WIDEST = 20
_NAMED = 0.8


def squared(tokens: Sequence[Piece], after: int) -> Grid | None:
    """The only grid with one row of labels that begins behind the caption; null where none or several fit."""
    found = list(_grids(tokens, after))
    return found[0] if len(found) == 1 else None


def _grids(tokens: Sequence[Piece], after: int) -> Iterator[Grid]:
    while after < len(tokens) and not tokens[after].text:
        after += 1
    for width in range(2, min(_WIDEST, len(tokens) - after) + 1):
        grid = _grid(tokens, after, width)
        if grid is not None:
            yield grid


def squared_below_levels(tokens: Sequence[Piece], after: int) -> Grid | None:
    """The same below labels on several levels, whose merged cells the sums tell; null where several fit."""
    while after < len(tokens) and not tokens[after].text:
        after += 1
    first = next((i for i in range(after, len(tokens)) if is_value(tokens[i])), after)
    labels = [piece for piece in tokens[after : first - 1] if piece.text]
    if not labels or len(labels) > _WIDEST:
        return None
    grids = [grid for width in range(3, _WIDEST) if (grid := _below(tokens, labels, first - 1, width))]
    return grids[0].model_copy(update={"start": after}) if len(grids) == 1 else None


def _below(tokens: Sequence[Piece], labels: Sequence[Piece], start: int, width: int) -> Grid | None:
    """The rows of this width that begin with the name right before the first figure, if the labels fit."""
    end = _end(tokens, start, width)
    rows = _without_blank_columns(_rows(tokens[start:end], width))
    width = len(rows[0])
    if len(rows) < 2 or not 2 < width < len(labels) or not _columns_agree(rows):
        return None
    values = [(None, *(None if piece is None else value(piece) for piece in row[1:])) for row in rows]
    header = header_of(labels, width, 1, values)
    return Grid(start=start, end=end, labels=header.labels, rows=tuple(rows)) if header else None


def _rows(tokens: Sequence[Piece], width: int) -> list[Row]:
    """The tokens in rows, the last filled up."""
    pieces = [token if token.text else None for token in tokens]
    pieces += [None] * (-len(pieces) % width)
    return [tuple(pieces[i : i + width]) for i in range(0, len(pieces), width)]


def _without_blank_columns(rows: Sequence[Row]) -> list[Row]:
    kept = [c for c in range(len(rows[0])) if any(row[c] for row in rows)]
    return [row for r in rows if any(row := tuple(r[c] for c in kept))]


def _grid(tokens: Sequence[Piece], after: int, width: int) -> Grid | None:
    end = _end(tokens, after, width)
    header, *rows = _without_blank_columns(_rows(tokens[after:end], width))
    rows = _aligned(header, rows)
    if not rows or any(p is None or is_value(p) for p in header) or not _columns_agree(rows):
        return None
    if any(_is_bare_label(piece) for row in rows for piece in row if piece is not None):
        return None
    whole = unmerged(rows, [c for c in range(len(header)) if _kinds(rows, c) == {True}])
    return Grid(start=after, end=end, labels=flat(header), rows=whole) if whole else None


def _is_bare_label(piece: Piece) -> bool:
    """备注 or 序号 alone in a row below the header: the rows are cut wrong."""
    return squeezed(piece.text) in _LABELS


def _end(tokens: Sequence[Piece], after: int, width: int) -> int:
    """Behind the last row with figures; a rest that is no whole row stays text."""
    last = max((i for i in range(after, len(tokens)) if is_value(tokens[i])), default=after)
    row = (last - after) // width
    return min(after + (row + 1) * width, len(tokens))


def _aligned(header: Row, rows: Sequence[Row]) -> list[Row]:
    """A total merged over the columns before the figures has fewer cells: its figures go where others are."""
    others = [row for row in rows if not any(is_total(piece) for piece in row)]
    counted = [c for c, label in enumerate(header) if label is None or not is_serial_label(label)]
    columns = [c for c in counted if _kinds(others, c) == {True}]
    return [row if row in others else _under(row, columns) for row in rows]


def _under(row: Row, columns: Sequence[int]) -> Row:
    figures = [piece for piece in row if piece is not None and is_value(piece)]
    if len(figures) != len(columns):
        return row
    at = dict(zip(columns, figures, strict=True))
    texts = [None if piece in figures else piece for piece in row]
    return tuple(at.get(c, texts[c]) for c in range(len(row)))


def _columns_agree(rows: Sequence[Row]) -> bool:
    """Each column holds figures or texts; the first texts come first and stand in nearly each row."""
    lines = [row for row in rows if not any(is_total(piece) for piece in row)]
    kinds = [_kinds(lines, c) for c in range(len(rows[0]))]
    if any(len(kind) > 1 for kind in kinds) or {True} not in kinds or {False} not in kinds:
        return False
    name = kinds.index({False})
    named = sum(row[name] is not None for row in lines)
    return name < 2 and named >= _NAMED * len(lines) and all(_fits(row, kinds) for row in rows)


def _fits(row: Row, kinds: Sequence[set[bool]]) -> bool:
    """Figures stand in columns of figures: a total's label may stand over any."""
    return all(
        kind == {True}
        for piece, kind in zip(row, kinds, strict=True)
        if piece is not None and is_value(piece)
    )


def _kinds(rows: Sequence[Row], column: int) -> set[bool]:
    return {is_value(piece) for row in rows if (piece := row[column]) is not None}
