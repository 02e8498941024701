"""A whole table in one line, its cells apart by blanks: 某资金分配表 县区 金额 备注 合计 100 睢县 58 …."""

from collections.abc import Sequence

from extract.flows.solve import table_of
from extract.flows.tokens import ends_caption, is_value
from schemas.document import Block, Line, Piece

_FEWEST_FIGURES = 3


def unfolded(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with a table in place of each such line, its caption a line before it."""
    found: list[Block] = []
    for block in blocks:
        found += (isinstance(block, Line) and _table(found, block)) or [block]
    return tuple(found)


def _table(above: Sequence[Block], line: Line) -> list[Block]:
    """Nothing where the line is no table for sure."""
    cells = [line.model_copy(update={"text": word}) for word in line.text.split()]
    if sum(map(is_value, cells)) < _FEWEST_FIGURES or line.text.endswith(("。", "；", "，")):
        return []
    titles = [i + 1 for i, cell in enumerate(cells) if ends_caption(cell)]
    inside = cells[: titles[-1]] if titles else []
    before = [b for b in above[-1:] if isinstance(b, Line) and ends_caption(Piece(text=b.text))]
    table = table_of(inside or before, cells[len(inside) :]) if inside or before else None
    return [*inside, table] if table is not None else []
