"""Blocks of a notice → the same, with a table in place of each flow of cells that a grid was found for."""

from collections.abc import Iterable, Sequence

from extract.flows.find import Run, find_runs
from extract.flows.grid import as_table
from extract.flows.solve import solved
from schemas.document import Block, Line


def tabulate(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Each line lands in a table or stays a line."""
    found: list[Block] = []
    at = 0
    for run in find_runs(blocks):
        found += blocks[at : run.start]
        found += _tabulated(run)
        at = run.end
    return (*found, *blocks[at:])


def _tabulated(run: Run) -> Iterable[Block]:
    answer = solved(run)
    if answer is None:
        return run.lines
    grid, tokens = answer
    first, last = tokens[grid.start].place.line, tokens[grid.end - 1].place.line
    before, after = _around(run, first, last)
    return (*before, as_table(grid), *after)


def _around(run: Run, first: int | None, last: int | None) -> tuple[Sequence[Line], Sequence[Line]]:
    numbers = [line.place.line for line in run.lines]
    start = numbers.index(first) if first in numbers else 0
    end = max((i for i, number in enumerate(numbers) if number == last), default=len(numbers) - 1) + 1
    return run.lines[:start], run.lines[end:]
