"""Blocks of a notice → the same, with a table in place of each flow of cells that a grid was found for."""

from collections.abc import Sequence

from extract.caption import read_caption
from extract.flows.find import Run, find_runs
from extract.flows.grid import as_table
from extract.flows.mend import mended
from extract.flows.one_line import unfolded
from extract.flows.solve import solved
from extract.flows.spaced import spaced
from extract.flows.tokens import is_value
from schemas.document import Block, Line, Piece, Problem, ProblemKind
from schemas.model import Frozen

# Fewer figures are a telephone number, a counter of visits, a year.
_FIGURES = 3


class Tabulated(Frozen):
    """The blocks, and a problem for each run of lines that holds figures and no grid."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]


def tabulate(blocks: Sequence[Block]) -> Tabulated:
    """Each line lands in a table or stays a line."""
    blocks, unmended = mended(blocks)
    blocks, uncut = spaced(unfolded(blocks))
    found: list[Block] = []
    problems = [*unmended, *uncut]
    at = 0
    for run in find_runs(blocks):
        found += blocks[at : run.start]
        answer = _tabulated(run)
        found += answer or run.lines
        problems += _problems(run) if answer is None else []
        at = run.end
    return Tabulated(blocks=(*found, *blocks[at:]), problems=tuple(problems))


def _tabulated(run: Run) -> tuple[Block, ...] | None:
    answer = solved(run)
    if answer is None:
        return None
    grid, tokens = answer
    before, after = _around(run, tokens[grid.start], tokens[grid.end - 1])
    return (*before, as_table(grid), *after)


def _around(run: Run, first: Piece, last: Piece) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines above and below those that the first and last token stand on."""
    places = [line.place for line in run.lines]
    end = max(i for i, place in enumerate(places) if place == last.place) + 1
    below = [line for line in run.lines[end:] if line.text.strip(" |")]
    above = [_bare(line) for line in run.lines[: places.index(first.place)]]
    return [line for line in above if line.text], below


def _bare(line: Line) -> Line:
    """A title that stands in the first of blank cells: 某资金分配表 单位:万元 | ||||."""
    return line.model_copy(update={"text": line.text.strip(" |")})


def _problems(run: Run) -> list[Problem]:
    figures = [line for line in run.lines if is_value(Piece(text=line.text.strip(" |")))]
    if len(figures) < _FIGURES:
        return []
    title = read_caption(run.lines[:2]).text or run.lines[0].text
    return [Problem(kind=ProblemKind.TABLE_UNPARSED, detail=title, place=figures[0].place)]
