"""Lines outside tables → `Line`s with indent and gap; page numbers go."""

import itertools
import re
from collections.abc import Sequence
from statistics import median, mode

from extract.pdf.geometry import Frame
from extract.pdf.text_lines import TextLine
from extract.readers.markup import is_rule
from schemas.document import Line, Place

# A lone number this far down (or up) the page counts it: 3, 3/12, Page 3.
_MARGIN = 0.1
_LONE_NUMBER = re.compile(r"^(?:page\s*)?\d{1,4}(?:\s*[/／]\s*\d{1,4})?$", re.IGNORECASE)
# In pitches: the lines of a paragraph are one apart.
_GAP = 1.5
# Of lines this wide (share of the widest) most begin at the left edge; shorter ones may be centred.
_WIDE = 0.6


def without_page_numbers(lines: Sequence[TextLine], frame: Frame) -> list[TextLine]:
    """The lines without — 3 — and the like."""
    return [line for line in lines if not is_rule(line.text) and not _counts_pages(line, frame)]


def _counts_pages(line: TextLine, frame: Frame) -> bool:
    at = line.baseline / frame.height
    return (at < _MARGIN or at > 1 - _MARGIN) and bool(_LONE_NUMBER.match(line.text.strip()))


class Body:
    """Makes `Line`s of one page: knows its left edge and the usual distance of its lines."""

    def __init__(self, lines: Sequence[TextLine], frame: Frame, page: int) -> None:
        self._frame, self._page = frame, page
        widest = max((line.rect.width for line in lines), default=0.0)
        wide = [round(line.rect.x0) for line in lines if line.rect.width >= _WIDE * widest]
        self._left = mode(sorted(wide)) if wide else 0.0
        steps = [b.baseline - a.baseline for a, b in itertools.pairwise(lines)]
        self._pitch = median(steps) if steps else 0.0

    def line(self, line: TextLine, before: TextLine | None) -> Line:
        """The line; `before` is the one above, null where a table or the page's edge is."""
        gap = before is None or line.baseline - before.baseline > _GAP * max(self._pitch, line.size)
        place = Place(page=self._page, box=self._frame.on_page(line.rect), confidence=1.0)
        indent = max(0.0, round((line.rect.x0 - self._left) / line.size, 1))
        return Line(text=line.text, place=place, gap=gap, indent=indent)
