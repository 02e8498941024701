"""The indicator grid of a performance table → its rows: level labels, name cell, target cell.

Where the merged cells are known, a row's labels are those that cover it, by column. Where they are
lost (text that another engine left), cells slip sideways: labels are then told by their words.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract import vocabulary
from extract.grid import Matrix, distinct
from extract.vocabulary import squeezed
from schemas.dataset.codes import TargetKind
from schemas.document import Cell, Piece
from schemas.model import Frozen
from schemas.notation.errors import NotationError
from schemas.notation.targets import parse_target
from schemas.printed import PrintedIndicator
from schemas.reference.levels import level_tree

_SHORT = 6
_TALL = 3


class _Columns(Frozen):
    """`levels` is the first column of level labels: what stands left of it names the grid (绩效指标)."""

    levels: int
    name: int
    target: int


def read_indicators(rows: Matrix, header: int, *, spans_known: bool) -> tuple[PrintedIndicator, ...]:
    """The rows below the header; rows without name and target are kept where they carry a label."""
    columns = _columns(rows[header])
    found: list[PrintedIndicator] = []
    for row in rows[header + 1 :]:
        cells = distinct(row)
        if not cells or _is_header(cells):
            continue
        if vocabulary.END_OF_GRID.match(squeezed(cells[0].text)):
            break
        found.append(_by_column(row, columns) if spans_known else _by_words(cells, found))
    return tuple(found)


def _columns(header: Sequence[Cell | None]) -> _Columns:
    texts = [squeezed(cell.text) if cell else "" for cell in header]
    names = [c for c, text in enumerate(texts) if vocabulary.NAME_HEADER.match(text)]
    targets = [c for c, text in enumerate(texts) if vocabulary.TARGET_HEADER.match(text)]
    target = targets[0] if targets else len(texts) - 1
    name = names[-1] if names else max(0, target - 1)
    grid = [c for c, cell in enumerate(header[:name]) if cell and cell.row_span >= _TALL]
    return _Columns(levels=max(grid, default=-1) + 1, name=name, target=target)


def _is_header(cells: Sequence[Cell]) -> bool:
    return sum(vocabulary.is_performance_label(cell.text) for cell in cells) >= 2


def _by_column(row: Sequence[Cell | None], columns: _Columns) -> PrintedIndicator:
    labels = [cell for cell in distinct(row[columns.levels : columns.name]) if not _is_grid_label(cell)]
    name, target = row[columns.name], row[columns.target]
    return _indicator(labels, name if name not in labels else None, target)


def _is_grid_label(cell: Cell) -> bool:
    return _names_grid(cell.text)


@lru_cache(maxsize=1 << 12)  # the cells of a template come back in every table
def _names_grid(text: str) -> bool:
    return bool(vocabulary.GRID_LABEL.match(squeezed(text)))


def _by_words(cells: Sequence[Cell], above: Sequence[PrintedIndicator]) -> PrintedIndicator:
    labels: list[Cell] = []
    rest = [cell for cell in cells if not _is_grid_label(cell)]
    while rest and len(labels) < 2 and _is_level(rest[0].text, len(rest)) and not _is_named_so(rest, labels):
        labels.append(rest.pop(0))
    if len(rest) == 1:
        alone = rest[0]
        return (
            _indicator(labels, None, alone) if _is_target(alone, above) else _indicator(labels, alone, None)
        )
    name, target = (rest[0], rest[1]) if len(rest) >= 2 else (None, None)
    return _indicator(labels, name, target)


def _is_named_so(rest: Sequence[Cell], labels: Sequence[Cell]) -> bool:
    """An indicator may be called 满意度: behind a label and before a target it is the name."""
    if len(rest) != 2 or not labels or rest[0].text.endswith("指标"):
        return False
    tree = level_tree()
    text = rest[1].text
    return _is_aim(text) and not (tree.as_level1(text) or tree.as_level2(text))


def _is_aim(text: str) -> bool:
    """Whether a text is a target rather than a name: a number, a time limit, or a word or two (显著)."""
    try:
        return parse_target(text).kind != TargetKind.QUALITATIVE or len(squeezed(text)) <= _SHORT
    except NotationError:
        return False


def _is_level(text: str, left: int) -> bool:
    """A level label by the form's vocabulary; one of a fund's own only where name and target follow."""
    tree = level_tree()
    if tree.as_level1(text) or tree.as_level2(text):
        return True
    return left >= 3 and bool(vocabulary.LEVEL_LABEL.match(squeezed(text)))


def _is_target(cell: Cell, above: Sequence[PrintedIndicator]) -> bool:
    """A cell that stands alone: a target where a cell above still waits for some, or by its form."""
    if _waiting(above) > 0:
        return True
    try:
        return parse_target(cell.text).kind != TargetKind.QUALITATIVE
    except NotationError:
        return False


def _waiting(above: Sequence[PrintedIndicator]) -> int:
    """How many names of the last name cell have no target yet."""
    named = next((i for i in range(len(above) - 1, -1, -1) if above[i].name is not None), None)
    if named is None:
        return 0
    name = above[named].name
    targets = sum(row.target is not None for row in above[named:])
    return len(name.text.split()) - targets if name else 0


def _indicator(labels: Sequence[Cell], name: Cell | None, target: Cell | None) -> PrintedIndicator:
    pieces = tuple(_pieces(labels))
    place = next(c.place for c in (target, name, *labels) if c is not None)
    return PrintedIndicator(labels=pieces, name=_piece(name), target=_piece(target), place=place)


def _pieces(cells: Sequence[Cell]) -> Iterator[Piece]:
    for cell in cells:
        yield Piece(text=squeezed(cell.text), place=cell.place, readings=cell.readings)


def _piece(cell: Cell | None) -> Piece | None:
    return Piece(text=cell.text, place=cell.place, readings=cell.readings) if cell else None
