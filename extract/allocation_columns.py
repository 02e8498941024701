"""What the columns of an allocation table hold: serial numbers, names, figures, text.

Decided by what stands in them, the header's words second: headers of real notices are merged,
missing and out of step.
"""

import re
from collections.abc import Sequence

from extract.grid import Matrix, is_figure
from extract.vocabulary import squeezed
from schemas.model import Frozen
from schemas.notation.docnumber import find_doc_numbers
from schemas.printed import ColumnKind, PrintedColumn

_SERIAL = re.compile(r"^(?:序号|编号|顺序号?|No\.?|№|行次)$", re.IGNORECASE)
_NAMES = re.compile(r"县|市|区|州|盟|旗|地|省|单位|乡|镇|街道|村|部门|学校|机构|医院|企业|户|师|团|名称")
_NO_NAMES = re.compile(r"项目|科目|备注|文号|级次|用途|内容|类别|事项|说明|指标|标识|地点|地址|责任|主管")
# Numbers that name a budget item: figures only to look at.
_CODES = re.compile(r"科目|代码|编码|标识")
_MONEY = re.compile(r"金额|资金|下达|分配|安排|补助|合计|小计|预算|拨付|经费")
_MOSTLY = 0.6


class ColumnPlan(Frozen):
    """The columns of one unfolded table and, for each group side by side, where they stand in the grid."""

    columns: tuple[PrintedColumn, ...]
    groups: tuple[tuple[int | None, ...], ...]


def plan_columns(header: Matrix, data: Matrix, *, spans_known: bool) -> ColumnPlan | None:
    """Tell the columns apart; null without at least a name and a figure column."""
    width = max((len(row) for row in (*header, *data)), default=0)
    paths = [_path(header, c, spans_known=spans_known) for c in range(width)]
    kinds = _kinds(paths, data, width)
    if ColumnKind.NAME not in kinds or ColumnKind.VALUE not in kinds:
        return None
    columns = [PrintedColumn(kind=k, path=p) for k, p in zip(kinds, paths, strict=True)]
    return _unfolded(columns)


def _kinds(paths: Sequence[tuple[str, ...]], data: Matrix, width: int) -> list[ColumnKind]:
    texts = [[row[c].text for row in data if c < len(row) and row[c] is not None] for c in range(width)]  # type: ignore[union-attr]  # null was just ruled out
    kinds = [_kind(path, column) for path, column in zip(paths, texts, strict=True)]
    first_value = kinds.index(ColumnKind.VALUE) if ColumnKind.VALUE in kinds else width
    named = [c for c in range(first_value) if kinds[c] == ColumnKind.NAME and texts[c]]
    if named and not any(_is_name(paths[c]) for c in named):
        return [k if k != ColumnKind.NAME or c == named[0] else ColumnKind.TEXT for c, k in enumerate(kinds)]
    return [k if k != ColumnKind.NAME or _is_name(paths[c]) else ColumnKind.TEXT for c, k in enumerate(kinds)]


def _kind(path: tuple[str, ...], texts: Sequence[str]) -> ColumnKind:
    """The kind by content; text columns are all taken for names here, the caller sorts them."""
    if path and _SERIAL.match(squeezed(path[-1])):
        return ColumnKind.SERIAL
    if not texts:
        return ColumnKind.VALUE if path and _MONEY.search(path[-1]) else ColumnKind.TEXT
    if path and _CODES.search(path[-1]):
        return ColumnKind.TEXT
    figures = [text for text in texts if is_figure(text)]
    if len(figures) < _MOSTLY * len(texts):
        return ColumnKind.NAME
    return ColumnKind.SERIAL if not path and _counts_up(figures) else ColumnKind.VALUE


def _counts_up(figures: Sequence[str]) -> bool:
    numbers = [squeezed(f) for f in figures]
    return (
        len(numbers) > 2
        and all(n.isdigit() for n in numbers)
        and {str(n + 1) for n in range(len(numbers) - 1)} <= set(numbers)
    )


def _is_name(path: tuple[str, ...]) -> bool:
    label = squeezed("".join(path))
    return bool(_NAMES.search(label)) and not _NO_NAMES.search(label)


def _path(header: Matrix, column: int, *, spans_known: bool) -> tuple[str, ...]:
    """The column's labels from the top down; a merged cell counts once, a cited number not at all."""
    path: list[str] = []
    for level, row in enumerate(header):
        cell = row[column] if column < len(row) else None
        text = squeezed(cell.text) if cell else ""
        if not text and not spans_known:
            text = _spread(header, level, column)
        if text and not find_doc_numbers(text) and not _cites(row) and text not in path[-1:]:
            path.append(text)
    return tuple(path)


def _cites(row: Sequence[object]) -> bool:
    return any(find_doc_numbers(cell.text) for cell in row if cell is not None and hasattr(cell, "text"))


def _spread(header: Matrix, level: int, column: int) -> str:
    """The label of a lost merged cell: it spreads right over blanks that have a label of their own below."""
    if level + 1 >= len(header) or not _label(header, level + 1, column):
        return ""
    for left in range(column - 1, -1, -1):
        if not _label(header, level + 1, left):
            return ""
        if _label(header, level, left):
            return _label(header, level, left)
    return ""


def _label(header: Matrix, level: int, column: int) -> str:
    cell = header[level][column]
    return squeezed(cell.text) if cell else ""


def _unfolded(columns: Sequence[PrintedColumn]) -> ColumnPlan:
    """Column groups side by side (名 金额 名 金额) become one table, group after group."""
    starts = [
        i for i, c in enumerate(columns) if c.kind == ColumnKind.NAME and c.path == _first_name(columns).path
    ]
    values = [i for i, c in enumerate(columns) if c.kind == ColumnKind.VALUE]
    if len(starts) < 2 or not all(
        any(a < v < b for v in values) for a, b in zip(starts, [*starts[1:], len(columns)], strict=True)
    ):
        return ColumnPlan(columns=tuple(columns), groups=(tuple(range(len(columns))),))
    lead = starts[0]
    width = starts[1] - starts[0]
    groups = [tuple(range(s - lead, s - lead + width)) for s in starts]
    kept = tuple(tuple(i if i < len(columns) else None for i in group) for group in groups)
    return ColumnPlan(columns=tuple(columns[:width]), groups=kept)


def _first_name(columns: Sequence[PrintedColumn]) -> PrintedColumn:
    return next(c for c in columns if c.kind == ColumnKind.NAME)
