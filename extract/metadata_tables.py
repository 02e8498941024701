"""The table of keys and values that a web page prints over a notice: 索引号 | 001 | 文号 | …"""

from collections.abc import Iterator, Sequence

from extract.metadata import is_bare_key, is_key
from schemas.document import Block, Cell, Line


def without_metadata_tables(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Tables of keys and values become lines, one a key: 索引号 | 001 | 文号 | …"""
    return tuple(
        part for block in blocks for part in (_unpacked(block) if _is_metadata_table(block) else (block,))
    )


def _is_metadata_table(block: Block) -> bool:
    if isinstance(block, Line):
        return False
    keys = [cell for cell in block.cells if is_key(cell.text)]
    certain = {"".join(cell.text.split())[:3] for cell in keys if len("".join(cell.text.split())) > 2}
    return len(certain) >= 2 and 3 * len(keys) >= sum(bool(cell.text) for cell in block.cells)


def _unpacked(table: Block) -> Iterator[Line]:
    if isinstance(table, Line):
        return
    for row in table.rows():
        yield from _row(row)


def _row(row: Sequence[Cell]) -> Iterator[Line]:
    waiting: Cell | None = None
    for cell in row:
        if waiting is not None and not is_key(cell.text):
            yield Line(text=f"{waiting.text.rstrip('：:')}：{cell.text}", place=waiting.place)
            waiting = None
            continue
        if waiting is not None:
            yield Line(text=waiting.text, place=waiting.place)
        waiting = cell if is_bare_key(cell.text) else None
        if waiting is None:
            yield Line(text=cell.text, place=cell.place)
    if waiting is not None:
        yield Line(text=waiting.text, place=waiting.place)
