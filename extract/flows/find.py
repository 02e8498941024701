"""Runs of lines that may be the cells of a table."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract import lines
from extract.flows.tokens import is_value
from extract.vocabulary import is_performance_label
from schemas.document import Block, Line, Piece
from schemas.model import Frozen
from schemas.notation.numbers import is_number

_FURTHER = re.compile(r"其\s*中\s*[：:]")
_LONGEST = 45
_FEWEST_FIGURES = 1
# Between two pipes a cell may go over several lines.
_LINES_IN_CELL = 3


class Run(Frozen):
    """Lines `start` to `end` of the blocks; `piped` where marks show the cells, blank ones too."""

    start: int
    end: int
    lines: tuple[Line, ...]
    piped: bool


def find_runs(blocks: Sequence[Block]) -> tuple[Run, ...]:
    """The longest runs of cell-like lines that hold figures and no indicators of a performance table."""
    found: list[Run] = []
    index = 0
    while index < len(blocks):
        end = _piped_end(blocks, index)
        piped = end > index
        end = end if piped else _plain_end(blocks, index)
        run = tuple(b for b in blocks[index:end] if isinstance(b, Line))
        if _may_hold_table(run):
            found.append(Run(start=index, end=end, lines=run, piped=piped))
        index = max(end, index + 1)
    return tuple(found)


def _may_hold_table(run: Sequence[Line]) -> bool:
    figures = sum(is_value(Piece(text=line.text.strip(" |"))) for line in run)
    targets = sum(is_performance_label(line.text.strip(" |")) for line in run)
    return figures >= _FEWEST_FIGURES and targets < 2 and len(run) > 2


def _piped_end(blocks: Sequence[Block], start: int) -> int:
    """One past the last line of a run that begins and ends with pipes; `start` where none begins."""
    end, index = start, start
    while index < len(blocks) and isinstance(line := blocks[index], Line):
        if "|" in line.text:
            end = index + 1
        elif index - end >= _LINES_IN_CELL or end == start:
            break
        index += 1
    return end if end - start > 2 else start


def _plain_end(blocks: Sequence[Block], start: int) -> int:
    end = start
    while end < len(blocks) and isinstance(line := blocks[end], Line) and _is_cell(line):
        end += 1
    return end


def _is_cell(line: Line) -> bool:
    text = line.text
    stops = (
        lines.is_date,
        lines.is_cc,
        lines.imprint,
        lines.doc_number,
        lines.begins_attachment_list,
        lines.attachment_heading,
    )
    if len(text) > _LONGEST or lines.is_sentence(text) or "|" in text:
        return False
    if _FURTHER.fullmatch(text):
        return True
    if is_number(text):  # 1920.6 among sums is one, though it may be a month elsewhere
        return True
    return not text.endswith(("：", ":")) and not any(stop(text) for stop in stops)


def blank_lines(run: Sequence[Line]) -> tuple[int, ...]:
    """How many lines are blank before each line of the run (0 where nothing is known)."""
    numbers = [line.place.line for line in run]
    gaps = [0 if a is None or b is None else max(0, b - a - 1) for a, b in pairwise(numbers)]
    return (0, *gaps)
