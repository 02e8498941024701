"""Flows without marks: a row begins at its name, its figures follow, a remark may come behind."""

from collections.abc import Iterator, Sequence

from extract import lines
from extract.flows.tokens import is_serial_label, is_total, is_value
from schemas.document import Piece
from schemas.model import Frozen


class Shape(Frozen):
    """How many columns of each kind a row has; figures come last but for remarks."""

    serial: bool
    names: int
    remarks: int


class Strip(Frozen):
    """A row before its figures have columns."""

    serial: Piece | None
    names: tuple[Piece, ...]
    figures: tuple[Piece, ...]
    remarks: tuple[Piece, ...]


class Cut(Frozen):
    """Rows from token `start` to before token `end`, cut in this shape."""

    shape: Shape
    start: int
    end: int
    strips: tuple[Strip, ...]

    @property
    def most(self) -> int:
        """Figures in the fullest row."""
        return max(len(strip.figures) for strip in self.strips)


def cuts(tokens: Sequence[Piece], after: int) -> Iterator[Cut]:
    """Every way to cut rows off the tokens behind the caption, likeliest first."""
    first = next((i for i in range(after, len(tokens)) if is_value(tokens[i])), None)
    if first is None:
        return
    serial = any(is_serial_label(token) for token in tokens[after:first])
    counted = serial and tokens[first].text == "1"
    for names in (1, 2):
        for remarks in (1, 0):
            shape = Shape(serial=serial, names=names, remarks=remarks)
            start = first if counted else first - names
            if start > after - 1:
                yield from _cut(tokens, start, shape)


def _cut(tokens: Sequence[Piece], start: int, shape: Shape) -> Iterator[Cut]:
    strips: list[Strip] = []
    index, number = start, 1
    while (found := _strip(tokens, index, shape, number)) is not None:
        strip, index = found
        strips.append(strip)
        number += strip.serial is not None
    if strips:
        yield Cut(shape=shape, start=start, end=index, strips=_with_last(strips))


def _with_last(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """A last row without a name (合计 was lost) stands behind the figures of the row above: twice as many."""
    *above, last = strips
    width = max((len(strip.figures) for strip in above), default=0)
    if not width or len(last.figures) != 2 * width:
        return tuple(strips)
    named = last.model_copy(update={"figures": last.figures[:width], "remarks": ()})
    nameless = last.model_copy(update={"serial": None, "names": (), "figures": last.figures[width:]})
    return (*above, named, nameless)


def _strip(tokens: Sequence[Piece], index: int, shape: Shape, number: int) -> tuple[Strip, int] | None:
    """The row that begins here and where the next one does; null where none begins."""
    serial = tokens[index] if _is_serial(tokens, index, shape, number) else None
    begin = index + (serial is not None)
    names = _texts(tokens, begin)[: shape.names]
    begin += len(names)
    following = number + (serial is not None)
    end = begin
    while end < len(tokens) and is_value(tokens[end]) and not _is_serial(tokens, end, shape, following):
        end += 1
    if not names or end == begin:
        return None
    remarks = _remarks(tokens, end, shape)
    if len(remarks) > shape.remarks:
        return None
    strip = Strip(serial=serial, names=names, figures=tuple(tokens[begin:end]), remarks=remarks)
    return strip, end + len(remarks)


def _is_serial(tokens: Sequence[Piece], index: int, shape: Shape, number: int) -> bool:
    """The next number of 序号 with a name behind it."""
    return (
        shape.serial
        and index + 1 < len(tokens)
        and tokens[index].text == str(number)
        and not is_value(tokens[index + 1])
    )


def _texts(tokens: Sequence[Piece], index: int) -> tuple[Piece, ...]:
    end = index
    while end < len(tokens) and not is_value(tokens[end]):
        end += 1
    return tuple(tokens[index:end])


def _remarks(tokens: Sequence[Piece], index: int, shape: Shape) -> tuple[Piece, ...]:
    """What stands between the figures and the next row's names; behind the last row no signature."""
    texts = _texts(tokens, index)
    after = index + len(texts)
    if after == len(tokens):
        last = texts[: shape.remarks]
        return () if any(lines.agencies(text.text) or len(text.text) > 12 for text in last) else last
    if shape.serial and tokens[after].text.isdigit() and after + 1 < len(tokens):
        beside = not is_value(tokens[after + 1])
        return texts if beside else texts[:-1]
    names = 1 if texts and is_total(texts[-1]) else shape.names
    return texts[: max(0, len(texts) - names)]
