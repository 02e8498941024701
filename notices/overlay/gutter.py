"""The left margin: a bar and a name for each section, beside its part of the page."""

from collections.abc import Sequence
from typing import NamedTuple

from notices.overlay.crop import Span
from notices.overlay.marks import SectionMark
from notices.overlay.pen import Pen
from notices.overlay.style import INK, SECTION
from notices.overlay.text_box import Writer
from notices.view.words import Words


class Bar(NamedTuple):
    """A section with its rectangle on the sheet and the lane of its bar (0 next to the page)."""

    mark: SectionMark
    span: Span
    lane: int


def bars(sections: Sequence[tuple[SectionMark, Span]]) -> list[Bar]:
    """Bars from the top down; those at the same height stand in lanes of their own."""
    ends: list[int] = []
    found: list[Bar] = []
    for mark, span in sorted(sections, key=lambda one: (one[1][1], one[1][0])):
        lane = next((n for n, end in enumerate(ends) if end <= span[1]), len(ends))
        ends[lane : lane + 1] = [span[3]]
        found.append(Bar(mark, span, lane))
    return found


def draw_gutter(found: Sequence[Bar], writer: Writer, pen: Pen, page_left: int, said: Words) -> None:
    """Frames on the page, bars beside it, names to the left of the bars, none over another."""
    thick = 3 * pen.hair
    lanes = 1 + max((bar.lane for bar in found), default=0)
    right = page_left - (2 * lanes + 1) * thick
    cursor = 0
    for bar in found:
        _, top, _, bottom = bar.span
        colour = SECTION[bar.mark.kind]
        edge = page_left - 2 * (bar.lane + 1) * thick
        pen.fill((edge, top, edge + thick, max(bottom, top + thick)), colour)
        pen.frame(_wider(bar.span, 3 * pen.hair), colour, 1)
        cursor = max(cursor, (top + min(bottom, top + 3 * writer.line_height)) // 2 - writer.size // 2)
        text = _name(bar.mark, said)
        writer.write(right - writer.width(text), cursor, text, INK)
        if cursor > bottom:  # names were crowded: this one stands below its bar
            pen.line([(right, cursor + writer.size // 2), (edge, bottom)], colour)
        cursor += writer.line_height


def _wider(span: Span, by: int) -> Span:
    return span[0] - by, span[1] - by, span[2] + by, span[3] + by


def _name(mark: SectionMark, said: Words) -> str:
    return f"{said.label(mark.kind)} {mark.number}".strip()
