"""Tables without vertical rules: lines whose parts stand below one another, with figures among them.

Only what is clearly tabular: three lines with a figure in the same column, and no line of text across it.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from extract.grid import is_figure
from extract.pdf.cell_text import joined_lines
from extract.pdf.geometry import Rect, enclosing
from extract.pdf.rules import NEAR, Rule
from extract.pdf.text_lines import Segment, TextLine

_FEWEST = 3
_MOSTLY = 0.6
# In ems: further apart, two lines are not rows of one table.
_FARTHEST = 4.0


class AlignedCell(NamedTuple):
    """A cell made of text alone. Stays in the package."""

    row: int
    column: int
    column_span: int
    text: str
    rect: Rect


class Aligned(NamedTuple):
    """A table made of lines; `lines` are those it took."""

    cells: tuple[AlignedCell, ...]
    row_count: int
    column_count: int
    lines: tuple[TextLine, ...]

    @property
    def rect(self) -> Rect:
        """Around its lines."""
        return enclosing([line.rect for line in self.lines])


def aligned_tables(lines: Sequence[TextLine], rules: Sequence[Rule]) -> list[Aligned]:
    """The tables among lines in reading order; horizontal `rules` say where they and their rows end."""
    found: list[Aligned] = []
    free = list(lines)
    for top, bottom in _stacks(rules):
        between = [line for line in free if top < line.baseline < bottom]
        table = _table(between, rules)
        if table is not None:
            found.append(table)
            free = [line for line in free if not top < line.baseline < bottom]
    found += [table for run in _runs(free) if (table := _table(run, rules)) is not None]
    return found


def _stacks(rules: Sequence[Rule]) -> list[tuple[float, float]]:
    """Top and bottom of three rules or more of one width, below one another (三线表)."""
    stacks: list[list[Rule]] = []
    for rule in sorted(rules):
        stack = next((s for s in stacks if _same_ends(s[0], rule)), None)
        if stack is None:
            stacks.append([rule])
        else:
            stack.append(rule)
    return [(stack[0].at, stack[-1].at) for stack in stacks if len(stack) >= _FEWEST]


def _same_ends(first: Rule, second: Rule) -> bool:
    return abs(first.start - second.start) <= NEAR and abs(first.end - second.end) <= NEAR


def _runs(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines in several parts that follow closely; one in a single part only between two with figures."""
    runs: list[list[TextLine]] = []
    single: list[TextLine] = []
    for line in lines:
        near = bool(runs) and _is_near([*runs[-1], *single][-1], line)
        if len(line.segments) < 2:
            single = [*single, line] if near else []
            continue
        if near and (not single or (len(single) == 1 and _has_figure(line) and _has_figure(runs[-1][-1]))):
            runs[-1] += [*single, line]
        else:
            runs.append([line])
        single = []
    return runs


def _is_near(before: TextLine, line: TextLine) -> bool:
    return line.baseline - before.baseline <= _FARTHEST * max(before.size, line.size)


def _table(run: list[TextLine], rules: Sequence[Rule]) -> Aligned | None:
    data = [line for line in run if len(line.segments) > 1 and _has_figure(line)]
    columns = _columns([s for line in data for s in line.segments])
    if len(data) < _FEWEST or len(columns) < 2 or not _has_figure_column(data, columns):
        return None
    if any(len(line.segments) == 1 and len(_over(line.segments[0], columns)) > 2 for line in run):
        return None
    above = [s for line in run[: run.index(data[0])] for s in line.segments]
    columns = _columns([*(s for line in data for s in line.segments), *_beside(above, columns)])
    rows = _rows(run, columns, rules)
    cells = [cell for n, row in enumerate(rows) for cell in _cells(n, row, columns)]
    return Aligned(tuple(cells), len(rows), len(columns), tuple(run))


def _has_figure(line: TextLine) -> bool:
    return any(is_figure(segment.text) for segment in line.segments)


def _columns(segments: Sequence[Segment]) -> list[tuple[float, float]]:
    """What the segments cover across the page: stretches with nothing between them."""
    columns: list[tuple[float, float]] = []
    for start, end in sorted((s.rect.x0, s.rect.x1) for s in segments):
        if columns and start < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    return columns


def _beside(segments: Sequence[Segment], columns: Sequence[tuple[float, float]]) -> list[Segment]:
    """Labels over no column: those of columns that are blank throughout."""
    return [s for s in segments if not _over(s, columns)]


def _over(segment: Segment, columns: Sequence[tuple[float, float]]) -> list[int]:
    return [n for n, (start, end) in enumerate(columns) if segment.rect.x0 < end and segment.rect.x1 > start]


def _has_figure_column(data: Sequence[TextLine], columns: Sequence[tuple[float, float]]) -> bool:
    for column in range(len(columns)):
        texts = [s.text for line in data for s in line.segments if _over(s, columns) == [column]]
        figures = sum(is_figure(text) for text in texts)
        if figures >= max(_FEWEST, _MOSTLY * len(texts)):
            return True
    return False


def _rows(
    run: Sequence[TextLine], columns: Sequence[tuple[float, float]], rules: Sequence[Rule]
) -> list[list[TextLine]]:
    """Lines between the same two rules are one row, unless two of them have figures; else each is one."""
    left, right = columns[0][0], columns[-1][1]
    across = sorted(r.at for r in rules if min(r.end, right) - max(r.start, left) > _MOSTLY * (right - left))
    rows: list[list[TextLine]] = []
    for band, group in groupby(run, key=lambda line: sum(at < line.baseline for at in across)):
        lines = list(group)
        is_one = 0 < band < len(across) and sum(_has_figure(line) for line in lines) <= 1
        rows += [lines] if is_one else [[line] for line in lines]
    return rows


def _cells(row: int, lines: Sequence[TextLine], columns: Sequence[tuple[float, float]]) -> list[AlignedCell]:
    parts: dict[tuple[int, int], list[Segment]] = {}
    for segment in (s for line in lines for s in line.segments):
        over = _over(segment, columns) or [_nearest(segment, columns)]
        parts.setdefault((over[0], over[-1] - over[0] + 1), []).append(segment)
    found: list[AlignedCell] = []
    for (column, span), segments in sorted(parts.items()):
        rect = enclosing([s.rect for s in segments])
        whole = Rect(min(rect.x0, columns[column][0]), rect.y0, columns[column + span - 1][1], rect.y1)
        stacked = [TextLine((s,), s.rect.y1) for s in segments]
        found.append(AlignedCell(row, column, span, joined_lines(stacked, whole), rect))
    return found


def _nearest(segment: Segment, columns: Sequence[tuple[float, float]]) -> int:
    middle = (segment.rect.x0 + segment.rect.x1) / 2
    return min(range(len(columns)), key=lambda n: abs((columns[n][0] + columns[n][1]) / 2 - middle))
