"""The right margin: what was read and what was found, beside the place it is about."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notices.overlay.style import INK, SEVERITY, SOFT, TEXT_ON, Colour
from notices.overlay.text_box import Writer
from notices.overlay.values import Value
from notices.view.words import Words
from schemas.dataset.codes import Severity

_MOST_LINES = 3
WIDEST = 88
"""A page seldom has a hundred values with findings."""


class Callout(NamedTuple):
    """A note: its number (0 without a place), colour, lines, and how far down it would like to stand."""

    number: int
    severity: Severity
    value: tuple[str, ...]
    lines: tuple[str, ...]
    wanted: int


def callouts(
    shown: Sequence[tuple[int, int, Value]], writer: Writer, width: int, said: Words
) -> tuple[Callout, ...]:
    """Notes for the numbered values (number, pixels down, value); a finding is told once, then named."""
    told: set[str] = set()
    return tuple(
        Callout(
            number,
            severity_of(value),
            tuple(writer.wrapped(value.text, width, 2)),
            tuple(_lines(value, writer, width, said, told)),
            wanted,
        )
        for number, wanted, value in shown
    )


def severity_of(value: Value) -> Severity:
    """That of its worst finding; a value without one is worth knowing."""
    return value.severity or Severity.INFO


def _lines(value: Value, writer: Writer, width: int, said: Words, told: set[str]) -> Iterator[str]:
    for finding in value.findings:
        again = finding.finding_id in told
        told.add(finding.finding_id)
        text = finding.check if again else f"{finding.check} {said.why(finding)}"
        yield from writer.wrapped(text, width, 1 if again else _MOST_LINES)


def height_of(notes: Sequence[Callout], writer: Writer) -> int:
    """What all of them take, one under the other."""
    return sum(_height(note, writer) for note in notes)


def _height(note: Callout, writer: Writer) -> int:
    return max(1, len(note.value) + len(note.lines)) * writer.line_height + writer.size


def tops(notes: Sequence[Callout], writer: Writer, height: int) -> list[int]:
    """Where each begins: at its wanted place, pushed down by those above, up where the foot is reached."""
    found: list[int] = []
    cursor = writer.size
    for note in notes:
        found.append(max(cursor, note.wanted))
        cursor = found[-1] + _height(note, writer)
    limit = height
    for n in range(len(notes) - 1, -1, -1):
        found[n] = max(0, min(found[n], limit - _height(notes[n], writer)))
        limit = found[n]
    return found


def write_notes(notes: Sequence[Callout], at: Sequence[int], writer: Writer, x: int) -> None:
    """Write them from this edge of the margin on."""
    indent = tag_size(writer)[0] + writer.size // 2
    for note, top in zip(notes, at, strict=True):
        tag(writer, x, top, note.number, note.severity)
        for n, line in enumerate((*note.value, *note.lines)):
            colour: Colour = INK if n < len(note.value) else SOFT
            writer.write(x + indent, top + n * writer.line_height, line, colour)


def tag_size(writer: Writer, number: int = WIDEST) -> tuple[int, int]:
    """Width and height of a number's tag."""
    return writer.width(str(number)) + round(0.6 * writer.size), round(1.2 * writer.size)


def tag(writer: Writer, x: int, y: int, number: int, severity: Severity) -> None:
    """A number on a ground of its severity's colour; the bare ground for 0."""
    width, height = tag_size(writer, number)
    writer.pen.rectangle((x, y, x + width, y + height), fill=SEVERITY[severity])
    if number:
        writer.centred(x + width // 2, y + height // 2, str(number), TEXT_ON[severity])
