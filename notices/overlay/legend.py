"""The strip under the page: what the lines and colours mean."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from normalize.checks.confidence import SURE
from notices.overlay.crop import Span
from notices.overlay.pen import Pen
from notices.overlay.style import CELL, DOUBT, INK, LINE, REREAD, SEVERITY, THICKNESS, TINT
from notices.overlay.text_box import Writer
from notices.view.words import Words
from schemas.dataset.codes import Severity

DASH = 6
"""Hairs; of a doubtful reading's line."""
DOT = 3
"""Hairs; of a line round what was read twice."""


class Entry(NamedTuple):
    """A word and how its sample is drawn."""

    word: str
    draw: Callable[[Pen, Span], None]


def mark_severity(pen: Pen, span: Span, severity: Severity) -> None:
    """A flagged value: tinted, and framed the thicker the graver."""
    pen.fill(span, TINT[severity])
    mark_area(pen, span, severity)


def mark_area(pen: Pen, span: Span, severity: Severity) -> None:
    """A table or clause that a finding is about as a whole: framed only, as values in it have tints."""
    pen.frame(span, SEVERITY[severity], THICKNESS[severity])


def mark_null(pen: Pen, span: Span) -> None:
    """A value that nothing could be made of: a second frame around it."""
    pen.frame(_grown(span, 6 * pen.hair), SEVERITY[Severity.ERROR], 2)


def _null_sample(pen: Pen, span: Span) -> None:
    """Both frames within the room of a sample."""
    inner = _grown(span, -min(6 * pen.hair, (span[3] - span[1] - 1) // 2))  # a tiny page has low samples
    mark_severity(pen, inner, Severity.ERROR)
    mark_null(pen, inner)


def _grown(span: Span, by: int) -> Span:
    return span[0] - by, span[1] - by, span[2] + by, span[3] + by


def mark_doubtful(pen: Pen, span: Span) -> None:
    """A reading below the threshold."""
    pen.dashed(span, DOUBT, 2, DASH)


def mark_reread(pen: Pen, span: Span) -> None:
    """A piece of which another reading is kept."""
    pen.dashed(span, REREAD, 1, DOT)


def mark_line(pen: Pen, span: Span) -> None:
    """A line of text outside tables."""
    pen.frame(span, LINE)


def mark_cell(pen: Pen, span: Span) -> None:
    """The borders of a cell."""
    pen.frame(span, CELL, 2)


def entries(said: Words) -> tuple[Entry, ...]:
    """Everything that the strip explains."""
    severities = [Entry(said.label(one), partial(mark_severity, severity=one)) for one in Severity]
    states = (
        ("null", _null_sample),
        ("doubtful", mark_doubtful),
        ("reread", mark_reread),
        ("line", mark_line),
        ("cell", mark_cell),
    )
    named = [Entry(said(f"overlay.{name}", limit=str(SURE)), draw) for name, draw in states]
    return (*severities, *named)


def place_entries(all_of_them: tuple[Entry, ...], writer: Writer, width: int) -> list[tuple[int, int]]:
    """Where each sample begins, wrapped to the width."""
    x, y = 0, 0
    found: list[tuple[int, int]] = []
    for entry in all_of_them:
        needed = _sample_width(writer) + writer.width(entry.word) + 3 * writer.size
        if x and x + needed > width:
            x, y = 0, y + 2 * writer.line_height
        found.append((x, y))
        x += needed
    return found


def draw_entries(
    all_of_them: tuple[Entry, ...], at: list[tuple[int, int]], writer: Writer, pen: Pen, left: int, top: int
) -> None:
    """Samples with the pen, words with the writer."""
    wide = _sample_width(writer)
    for entry, (x, y) in zip(all_of_them, at, strict=True):
        entry.draw(pen, (left + x, top + y, left + x + wide, top + y + writer.line_height))
        writer.write(left + x + wide + writer.size, top + y, entry.word, INK)


def _sample_width(writer: Writer) -> int:
    return 3 * writer.size
