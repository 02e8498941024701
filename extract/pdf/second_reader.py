"""A second reader for the sums of a text layer: pdfplumber (pdfminer.six) beside pdfium.

Which character a code of a font stands for is worked out by each of the two in its own way (ToUnicode,
encodings, CMaps; ISO 32000-1, 9.10). Where they don't agree on the digits of a cell, neither is sure: the
cell keeps what pdfium reads, the other reading stands beside it, and its confidence is low.
"""

import io
import logging
import re
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self, TypeGuard

from extract.pdf.geometry import Frame
from extract.vocabulary import is_performance_label
from schemas.document import Block, Box, Cell, Reading, Table

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

_LOG = logging.getLogger(__name__)

READER = "pdfplumber"
DOUBT = 0.5
"""Two readers, two answers."""

_LONGEST = 30
_FIGURES = re.compile(r"[^\d.]")
_SAME_SIZE = 1.0
"""Points by which the two may differ about the page's size; more, and their places can't be compared."""


class _Char(NamedTuple):
    text: str
    x: float
    y: float


class SecondReader:
    """Reads the figures of a file's pages once more; opens the file when the first table asks for it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._file: PDF | None = None
        self._failed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def compared(self, blocks: Sequence[Block], number: int, frame: Frame) -> tuple[Block, ...]:
        """The page's blocks, each cell with figures that the other reads otherwise in doubt."""
        chars = self._chars(number, frame) if any(map(_is_of_money, blocks)) else None
        if chars is None:
            return tuple(blocks)
        return tuple(_table(block, chars) if _is_of_money(block) else block for block in blocks)

    def _chars(self, number: int, frame: Frame) -> list[_Char] | None:
        """The page's characters by their middle, as fractions of the page; null where there is no answer."""
        if self._failed:
            return None
        try:
            page = self._opened().pages[number - 1]
            try:
                return list(_placed(page)) if _same_size(page, frame) else None
            finally:
                page.close()
        except Exception as error:  # noqa: BLE001  pdfminer fails on damaged files in many ways; pdfium has read the page all the same
            self._failed = True
            self._file = None  # closing it would read the damaged page tree once more
            _LOG.info("no second reading of the text layer: %s", error)
            return None

    def _opened(self) -> "PDF":
        import pdfplumber  # noqa: PLC0415  a third of a second that files without such a table don't spend

        if self._file is None:
            self._file = pdfplumber.open(io.BytesIO(self._data))
        return self._file


def _same_size(page: "Page", frame: Frame) -> bool:
    sides = (frame.width, frame.height) if frame.turn % 2 == 0 else (frame.height, frame.width)
    return all(
        abs(float(one) - other) <= _SAME_SIZE
        for one, other in zip((page.width, page.height), sides, strict=True)
    )


def _placed(page: "Page") -> Iterable[_Char]:
    """Bold that is printed twice counts once."""
    width, height = float(page.width), float(page.height)
    for char in page.dedupe_chars().chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        if str(char["text"]).strip():
            yield _Char(str(char["text"]), x / width, y / height)


def _is_of_money(block: Block) -> TypeGuard[Table]:
    """A table with figures, but for indicators: the targets of one table are those of its siblings."""
    if not isinstance(block, Table):
        return False
    figures = any(map(_is_asked, block.cells))
    return figures and not any(is_performance_label(cell.text) for cell in block.cells)


def _is_asked(cell: Cell) -> bool:
    """A figure or target; goals and other running text aren't compared."""
    return len(cell.text) <= _LONGEST and any(char.isdigit() for char in cell.text)


def _table(table: Table, chars: Sequence[_Char]) -> Table:
    return table.model_copy(update={"cells": tuple(_cell(cell, chars) for cell in table.cells)})


def _cell(cell: Cell, chars: Sequence[_Char]) -> Cell:
    box = cell.place.box
    if box is None or not _is_asked(cell):
        return cell
    inside = [char for char in chars if _lies_in(char, box)]
    if sorted(_FIGURES.sub("", cell.text)) == sorted(_FIGURES.sub("", "".join(c.text for c in inside))):
        return cell
    text = "".join(char.text for char in sorted(inside, key=lambda c: (round(c.y, 2), c.x)))
    reading = Reading(text=text, reader=READER)
    place = cell.place.model_copy(update={"confidence": DOUBT})
    return cell.model_copy(update={"place": place, "readings": (*cell.readings, reading)})


def _lies_in(char: _Char, box: Box) -> bool:
    return box.x0 <= char.x <= box.x1 and box.y0 <= char.y <= box.y1
