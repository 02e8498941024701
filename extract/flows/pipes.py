"""Cells between pipes, over several lines."""

from collections.abc import Sequence

from schemas.document import Piece


def between_pipes(lines: Sequence[Piece]) -> tuple[Piece, ...]:
    """Each cell of these lines, blank ones too; one that goes over several lines is one cell."""
    found: list[Piece] = []
    started: Piece | None = None
    for line in lines:
        first, *others = line.text.split("|")
        started = _joined(started, first, line)
        for part in others:
            found.append(started or Piece(text="", place=line.place))
            started = _joined(None, part, line)
    return tuple(found) if started is None else (*found, started)


def _joined(piece: Piece | None, text: str, line: Piece) -> Piece | None:
    if not text.strip():
        return piece
    if piece is None:
        return Piece(text=text.strip(), place=line.place, readings=line.readings)
    return piece.model_copy(update={"text": f"{piece.text}\n{text.strip()}"})
