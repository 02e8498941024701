"""A group of rules → the cells they enclose, with spans where a border is missing."""

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract.pdf.geometry import Rect
from extract.pdf.rules import NEAR, Rule, Rules, edges

# A border is there when rules cover most of it: their ends seldom reach the very corner.
_COVERED = 0.6


class GridCell(NamedTuple):
    """A cell of a grid, 0-based, and what it encloses. Stays in the package."""

    row: int
    column: int
    row_span: int
    column_span: int
    rect: Rect


class Grid(NamedTuple):
    """Cells without gaps or overlaps, in reading order."""

    cells: tuple[GridCell, ...]
    row_count: int
    column_count: int
    rect: Rect


def ruled_grid(group: Rules) -> Grid | None:
    """The grid of a group with rules both ways; null where they enclose no two cells side by side.

    A side without a rule is closed where the other rules end.
    """
    if not group.horizontal or not group.vertical:
        return None
    around = group.rect
    xs = edges([around.x0, around.x1, *(r.at for r in group.vertical)])
    ys = edges([around.y0, around.y1, *(r.at for r in group.horizontal)])
    if len(xs) < 3 or len(ys) < 2:
        return None
    cells = _cells(_areas(group, xs, ys), xs, ys)
    return Grid(cells, len(ys) - 1, len(xs) - 1, Rect(xs[0], ys[0], xs[-1], ys[-1]))


def _areas(group: Rules, xs: Sequence[float], ys: Sequence[float]) -> "_Areas":
    areas = _Areas(len(ys) - 1, len(xs) - 1)
    for row, (top, bottom) in enumerate(itertools.pairwise(ys)):
        for column, x in enumerate(xs[1:-1]):
            if not _covers(group.vertical, x, top, bottom):
                areas.join((row, column), (row, column + 1))
    for column, (left, right) in enumerate(itertools.pairwise(xs)):
        for row, y in enumerate(ys[1:-1]):
            if not _covers(group.horizontal, y, left, right):
                areas.join((row, column), (row + 1, column))
    return areas


def _covers(rules: Iterable[Rule], at: float, start: float, end: float) -> bool:
    """Whether rules at this place cover most of the stretch."""
    covered = sum(
        max(0.0, min(rule.end, end) - max(rule.start, start))
        for rule in rules
        if abs(rule.at - at) <= NEAR + 1
    )
    return covered >= _COVERED * (end - start)


def _cells(areas: "_Areas", xs: Sequence[float], ys: Sequence[float]) -> tuple[GridCell, ...]:
    found = [
        GridCell(
            row, column, bottom - row + 1, right - column + 1,
            Rect(xs[column], ys[row], xs[right + 1], ys[bottom + 1]),
        )
        for row, column, bottom, right in areas.rectangles()
    ]  # fmt: skip  # the four corners on a line
    return tuple(sorted(found))


class _Areas:
    """Places of a grid, joined where no border stands between them."""

    def __init__(self, rows: int, columns: int) -> None:
        self._columns = columns
        self._parent = list(range(rows * columns))

    def _root(self, index: int) -> int:
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, first: tuple[int, int], second: tuple[int, int]) -> None:
        """Two places are one cell."""
        a, b = (self._root(row * self._columns + column) for row, column in (first, second))
        self._parent[max(a, b)] = min(a, b)

    def rectangles(self) -> Iterable[tuple[int, int, int, int]]:
        """First row and column, last row and column of each cell; one that is no rectangle is cut by rows."""
        members: dict[int, list[tuple[int, int]]] = {}
        for index in range(len(self._parent)):
            members.setdefault(self._root(index), []).append(divmod(index, self._columns))
        for places in members.values():
            rows, columns = [r for r, _ in places], [c for _, c in places]
            whole = (min(rows), min(columns), max(rows), max(columns))
            if len(places) == (whole[2] - whole[0] + 1) * (whole[3] - whole[1] + 1):
                yield whole
            else:
                yield from _strips(places)


def _strips(places: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int, int, int]]:
    """The places row by row, each run of neighbours a cell of its own."""
    run: list[tuple[int, int]] = []
    for place in sorted(places):
        if run and place != (run[-1][0], run[-1][1] + 1):
            yield (*run[0], *run[-1])
            run = []
        run.append(place)
    yield (*run[0], *run[-1])


class Finder:
    """Which cell a point lies in, for the many characters of a table."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        tops: dict[float, list[int]] = {}
        for index, cell in enumerate(grid.cells):
            tops.setdefault(cell.rect.y0, []).append(index)
        self._tops = sorted(tops)
        self._by_top = tops

    def index(self, x: float, y: float) -> int | None:
        """Index of the cell; null outside the grid."""
        for top in reversed(self._tops[: bisect_right(self._tops, y)]):
            for index in self._by_top[top]:
                if self._grid.cells[index].rect.holds(x, y):
                    return index
        return None
