"""A run of lines → the grid in it, by whichever cutting fits."""

import re
from collections.abc import Iterator, Sequence

from extract.flows.find import Run, blank_lines
from extract.flows.grid import Grid, Label, Row, as_table, flat
from extract.flows.pipes import between_pipes
from extract.flows.ragged import Placed, placed, value
from extract.flows.reshape import squared, squared_below_levels
from extract.flows.scan import Cut, Strip, cuts
from extract.flows.tokens import ends_caption, is_name_label, is_remark_label, is_total, is_value
from extract.flows.tree import Sum, header_of
from extract.vocabulary import squeezed
from schemas.document import Line, Piece, Table

Laid = tuple[tuple[Label, ...], tuple[Row, ...]]

_REMARK = re.compile(r"[（(][^（()）]*[)）]")
_LONGEST_LABEL = 20
_MOST_LABELS = 24
# A title that is not known by its ending is longer than a label is.
_TITLE = 10


def solved(run: Run) -> tuple[Grid, tuple[Piece, ...]] | None:
    """The grid of the run and the tokens that its `start` and `end` count; null where none fits."""
    for tokens in map(_with_remarks, _tokenings(run)):
        after = _caption_end(tokens)
        marked = squared(tokens, after or 0) or squared_below_levels(tokens, after or 0)
        if marked is not None:
            return marked, tokens
    if run.piped:
        return None
    tokens = _with_remarks([_piece(line) for line in run.lines])
    after = _caption_end(tokens)
    grids = (grid for cut in cuts(tokens, after or 0) if (grid := _laid(tokens, after, cut)))
    found = next(grids, None)
    return (found, tokens) if found else None


def table_of(caption: Sequence[Line], cells: Sequence[Line]) -> Table | None:
    """The cells as one flow below its caption; null where no cutting takes them all."""
    tokens = (*caption[-1:], *cells)
    found = solved(Run(start=0, end=len(tokens), lines=tokens, piped=False))
    if found is None or found[0].start > len(caption[-1:]) or found[0].end != len(tokens):
        return None
    return as_table(found[0])


def _piece(line: Piece) -> Piece:
    return Piece(text=line.text, place=line.place, readings=line.readings)


def _tokenings(run: Run) -> Iterator[tuple[Piece, ...]]:
    """Cells as marks show them: between pipes, or with a blank for each further blank line or two."""
    if run.piped:
        yield between_pipes(run.lines)
        return
    gaps = blank_lines(run.lines)
    usual = max(set(gaps[1:]), key=gaps[1:].count, default=0)
    for unit in (1, 2):
        extra = [max(0, gap - usual) for gap in gaps]
        if any(extra) and usual:
            yield tuple(_with_blanks(run, [n // unit for n in extra]))


def _with_blanks(run: Run, blanks: Sequence[int]) -> Iterator[Piece]:
    for line, count in zip(run.lines, blanks, strict=True):
        yield from [Piece(text="", place=line.place)] * count
        yield _piece(line)


def _with_remarks(tokens: Sequence[Piece]) -> tuple[Piece, ...]:
    """奖补金额 and (10万元/个) on lines of their own are one label."""
    found: list[Piece] = []
    for token in tokens:
        last = found[-1] if found else None
        if _REMARK.fullmatch(token.text) and last is not None and last.text and not is_value(last):
            found[-1] = last.model_copy(update={"text": last.text + token.text})
        else:
            found.append(token)
    return tuple(found)


def _caption_end(tokens: Sequence[Piece]) -> int | None:
    """One past the last title or unit line over the first figure; null where no such line stands there."""
    first = next((i for i, token in enumerate(tokens) if is_value(token)), len(tokens))
    ends = [i + 1 for i in range(first) if ends_caption(tokens[i])]
    return ends[-1] if ends else None


def _laid(tokens: Sequence[Piece], after: int | None, cut: Cut) -> Grid | None:
    """The rows of the cut under the labels before them."""
    header = list(tokens[after or 0 : cut.start])
    if after is None:
        header = _without_title(header, cut)
    if (
        not header
        or len(header) > _MOST_LABELS
        or any(len(_REMARK.sub("", h.text)) > _LONGEST_LABEL for h in header)
    ):
        return None
    start = cut.start - len(header)
    found = _side_by_side(header, cut) or _tree(header, cut) or _flat(header, cut)
    return Grid(start=start, end=cut.end, labels=found[0], rows=found[1]) if found else None


def _without_title(header: list[Piece], cut: Cut) -> list[Piece]:
    """Without a caption that ends like one: the labels that a row needs, below a line as long as a title."""
    width = _width(cut)
    above = header[:-width] if len(header) > width else []
    return header[-width:] if not above or len(squeezed(above[-1].text)) > _TITLE else []


def _width(cut: Cut, figures: int | None = None) -> int:
    shape = cut.shape
    return shape.serial + shape.names + (cut.most if figures is None else figures) + shape.remarks


def _flat(header: Sequence[Piece], cut: Cut) -> Laid | None:
    """One label a column; blank cells are placed by the sums. A first label may be missing over the names."""
    shape = cut.shape
    lead = shape.serial + shape.names
    if shape.remarks != is_remark_label(header[-1]):
        return None
    labels: list[Piece | None] = list(header)
    lost = len(header) == _width(cut) - 1 and not is_name_label(header[shape.serial])
    if lost and value(cut.strips[0].figures[0]) is not None:
        labels.insert(shape.serial, None)
    figures = labels[lead : len(labels) - shape.remarks]
    if not figures:
        return None
    total = next((c for c, label in enumerate(figures) if is_total(label)), None)
    sums = () if total is None else ((total, tuple(range(total + 1, len(figures)))),)
    return _placed(cut, len(figures), sums, flat(labels)) if len(figures) >= cut.most else None


def _placed(cut: Cut, width: int, sums: Sequence[Sum], labels: tuple[Label, ...]) -> Laid | None:
    rows = placed(
        [(strip.names[-1] if strip.names else None, strip.figures) for strip in cut.strips], width, sums
    )
    return (labels, _rows(cut, rows)) if rows else None


def _side_by_side(header: Sequence[Piece], cut: Cut) -> Laid | None:
    """名 金额 名 金额: the labels of one group come again; a line of the page holds a row of each group."""
    width = _width(cut)
    texts = [squeezed(piece.text) for piece in header]
    again = len(header) // width
    if again < 2 or texts != texts[:width] * again or cut.shape.serial:
        return None
    found = _flat(header[:width], cut)
    if found is None:
        return None
    _, rows = found
    blank: Row = (None,) * width
    filled = [*rows, *[blank] * (-len(rows) % again)]
    lines = [sum(filled[i : i + again], ()) for i in range(0, len(filled), again)]
    return flat(header), tuple(lines)


def _tree(header: Sequence[Piece], cut: Cut) -> Laid | None:
    """Labels on several levels over full rows."""
    shape = cut.shape
    if shape.remarks or len(header) <= _width(cut):
        return None
    lead = shape.serial + shape.names
    full = [strip.figures for strip in cut.strips if len(strip.figures) == cut.most]
    figures = [(*[None] * lead, *(value(piece) for piece in row)) for row in full]
    found = header_of(header, _width(cut), lead, figures) if len(full) > 1 else None
    if found is None:
        return None
    sums = [(whole - lead, tuple(part - lead for part in parts)) for whole, parts in found.sums]
    return _placed(cut, cut.most, sums, found.labels)


def _rows(cut: Cut, figures: Sequence[Placed | tuple[Piece, ...]]) -> tuple[Row, ...]:
    return tuple(_row(strip, placed_, cut) for strip, placed_ in zip(cut.strips, figures, strict=True))


def _row(strip: Strip, figures: Sequence[Piece | None], cut: Cut) -> Row:
    shape = cut.shape
    serial = (strip.serial,) if shape.serial else ()
    names = (*[None] * (shape.names - len(strip.names)), *strip.names)
    remark = (strip.remarks[0] if strip.remarks else None,) if shape.remarks else ()
    return (*serial, *names, *figures, *remark)
