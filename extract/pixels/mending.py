"""Which stretches of a table's lines are borders, where a scan has lost parts of them.

A cell is a rectangle with nothing drawn inside. Where the borders surely drawn leave an area that isn't one,
the likeliest of its lost stretches is drawn, until it is or no evidence is left.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Shares of a stretch that make it a border: covered by runs, or by lone dots of ink. Where none is, runs
# cover next to nothing; glyphs now and then leave lone dots on half of it.
RUNS, DOTS = 0.25, 0.65
# In an area that needs one more border, a stretch is likelier for each side on which the same line goes on.
CONTINUED = 0.25
# Evidence below this mends nothing.
FAINTEST = 0.12


@dataclass(frozen=True, eq=False)
class Evidence:
    """For each stretch of the lines along one axis (line × stretch) how far runs and lone dots cover it."""

    runs: NDArray[np.float64]
    dots: NDArray[np.float64]

    def drawn(self) -> NDArray[np.bool_]:
        """Surely a border; the outermost lines always are, as a table ends somewhere."""
        drawn = (self.runs >= RUNS) | (self.dots >= DOTS)
        drawn[[0, -1]] = True
        return np.asarray(drawn)

    def weight(self, drawn: NDArray[np.bool_]) -> NDArray[np.float64]:
        """How likely each stretch is a border, given what is drawn."""
        beside = np.zeros(drawn.shape)
        beside[:, 1:] += drawn[:, :-1]
        beside[:, :-1] += drawn[:, 1:]
        return self.runs + 0.5 * self.dots + CONTINUED * beside


def mended(across: Evidence, down: Evidence) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """The borders along rows (line × column) and along columns (line × row)."""
    level, plumb = across.drawn(), down.drawn()
    for _ in range(level.size + plumb.size):
        areas = _areas(level, plumb)
        inner_level, inner_plumb = _inner(areas, level, axis=0), _inner(areas, plumb, axis=1)
        wanting = _wanting(areas, inner_level & level, (inner_plumb & plumb).T)
        best_level = _best(across.weight(level), _between(areas, wanting, level, axis=0))
        best_plumb = _best(down.weight(plumb), _between(areas, wanting, plumb, axis=1))
        if max(best_level[0], best_plumb[0]) < FAINTEST:
            break
        chosen, (_, where) = (level, best_level) if best_level[0] >= best_plumb[0] else (plumb, best_plumb)
        chosen[where] = True
    return level, plumb


def _areas(level: NDArray[np.bool_], plumb: NDArray[np.bool_]) -> NDArray[np.intp]:
    """A number for each cell of the lattice (row × column), the same where no border lies between."""
    rows, columns = level.shape[0] - 1, level.shape[1]
    areas = np.arange(rows * columns).reshape(rows, columns)
    open_below, open_right = ~level[1:-1], ~plumb[1:-1].T
    for _ in range(rows + columns):
        before = areas.copy()
        for above, below, is_open in (
            (areas[:-1], areas[1:], open_below),
            (areas[:, :-1], areas[:, 1:], open_right),
        ):
            lower = np.minimum(above, below)
            above[is_open], below[is_open] = lower[is_open], lower[is_open]
        if (before == areas).all():
            break
    return areas


def _inner(areas: NDArray[np.intp], lines: NDArray[np.bool_], axis: int) -> NDArray[np.bool_]:
    """Which stretches have the same area on both sides."""
    cells = areas if axis == 0 else areas.T
    inner = np.zeros_like(lines)
    inner[1:-1] = cells[:-1] == cells[1:]
    return inner


def _wanting(areas: NDArray[np.intp], *inside: NDArray[np.bool_]) -> set[int]:
    """The areas that are no rectangle, or have something drawn inside."""
    level, plumb = inside
    marked = set(areas[level[:-1]].tolist()) | set(areas[plumb[:, :-1]].tolist())
    for area in np.unique(areas).tolist():
        rows, columns = np.nonzero(areas == area)
        if len(rows) < (np.ptp(rows) + 1) * (np.ptp(columns) + 1):
            marked.add(area)
    return marked


def _between(
    areas: NDArray[np.intp], wanting: set[int], lines: NDArray[np.bool_], axis: int
) -> NDArray[np.bool_]:
    """The stretches not drawn inside the areas that want one."""
    cells = areas if axis == 0 else areas.T
    between = np.zeros_like(lines)
    between[1:-1] = (cells[:-1] == cells[1:]) & np.isin(cells[:-1], list(wanting)) & ~lines[1:-1]
    return between


def _best(weight: NDArray[np.float64], allowed: NDArray[np.bool_]) -> tuple[float, tuple[np.intp, ...]]:
    candidates = np.where(allowed, weight, -1.0)
    where = np.unravel_index(int(np.argmax(candidates)), candidates.shape)
    return float(candidates[where]), where
