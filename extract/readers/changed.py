"""A line or table with other texts or other places, and otherwise the same."""

from collections.abc import Callable

from schemas.document import Block, Place, Table


def with_texts(block: Block, change: Callable[[str], str]) -> Block:
    """With every text changed."""
    if not isinstance(block, Table):
        return block.model_copy(update={"text": change(block.text)})
    cells = tuple(cell.model_copy(update={"text": change(cell.text)}) for cell in block.cells)
    return block.model_copy(update={"cells": cells})


def with_places(block: Block, change: Callable[[Place], Place]) -> Block:
    """With every place changed: a table's, and those of its cells."""
    changed: dict[str, object] = {"place": change(block.place)}
    if isinstance(block, Table):
        changed["cells"] = tuple(c.model_copy(update={"place": change(c.place)}) for c in block.cells)
    return block.model_copy(update=changed)
