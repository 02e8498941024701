"""A document's blocks → the parts of each notice in it.

Front matter (everything that is text and no table's caption) and annexes (a table with what stands
over and under it). Order doesn't matter: some notices print the imprint before the annexes, some
after, some put the table between two clauses.
"""

from collections.abc import Sequence

from extract import lines
from extract.caption import is_caption, is_note
from extract.metadata_tables import without_metadata_tables
from schemas.document import Block, Line, Table
from schemas.model import Frozen

_LONGEST_CAPTION = 8
_NEAR = 4


class Annex(Frozen):
    """A table, the lines of its caption (top down) and the notes right below it."""

    caption: tuple[Line, ...]
    table: Table
    notes: tuple[Line, ...] = ()


class Sections(Frozen):
    """One notice cut into its parts."""

    front: tuple[Line, ...]
    annexes: tuple[Annex, ...]


def split_sections(blocks: Sequence[Block]) -> Sections:
    """Cut one notice's blocks; every block lands in exactly one part."""
    front: list[Line] = []
    annexes: list[Annex] = []
    waiting: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            waiting.append(block)
            continue
        start = _caption_start(waiting)
        front += _after_table(waiting[:start], annexes)
        annexes.append(Annex(caption=tuple(waiting[start:]), table=block))
        waiting = []
    front += _after_table(waiting, annexes)
    return Sections(front=tuple(front), annexes=tuple(annexes))


def _caption_start(waiting: Sequence[Line]) -> int:
    """Index of the first line that belongs to the caption of the table that follows."""
    start = len(waiting)
    while start > 0 and len(waiting) - start < _LONGEST_CAPTION and is_caption(waiting[start - 1].text):
        start -= 1
        if lines.attachment_heading(waiting[start].text):
            break
    return start


def _after_table(found: Sequence[Line], annexes: list[Annex]) -> Sequence[Line]:
    """Hand notes right below the last table to it; what is left is front matter."""
    count = 0
    while (
        annexes
        and count < len(found)
        and (
            is_note(found[count].text, first=count == 0)
            or (count and _goes_on(found[count - 1], found[count]))
        )
    ):
        count += 1
    if count:
        annexes[-1] = annexes[-1].model_copy(update={"notes": tuple(found[:count])})
    return found[count:]


def _goes_on(before: Line, line: Line) -> bool:
    """The rest of a note that was broken at a line's end."""
    return not line.gap and not lines.is_sentence(before.text) and not lines.attachment_heading(line.text)


def split_notices(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], ...]:
    """Cut a file that holds several notices at the letterhead of each further one.

    A letterhead is a line that is a document number and nothing else with a title below it; it
    starts a further notice only when the one before has a title and a text or table already: a page's own
    title stands over the document's.
    """
    blocks = without_metadata_tables(blocks)
    starts = [0]
    titled = said = False
    for index, block in enumerate(blocks):
        if not isinstance(block, Line):
            said = said or titled
            continue
        if said and lines.doc_number(block.text) and _title_follows(blocks, index):
            starts.append(_letterhead_start(blocks, index, starts[-1]))
            said = False
        said = said or (titled and lines.is_sentence(block.text))
        titled = titled or _is_title_start(block.text)
    return tuple(tuple(blocks[a:b]) for a, b in zip(starts, [*starts[1:], len(blocks)], strict=True))


def _is_title_start(text: str) -> bool:
    """关于, but not that of a document which running text names: 根据《关于…, wrapped at a line's end."""
    named = text.startswith("根据") or "关于" not in text.partition("《")[0]
    return not named and not lines.is_sentence(text)


def _title_follows(blocks: Sequence[Block], index: int) -> bool:
    near = [b for b in blocks[index + 1 : index + 1 + _NEAR] if isinstance(b, Line)]
    return any(_is_title_start(line.text) for line in near)


def _letterhead_start(blocks: Sequence[Block], index: int, lowest: int) -> int:
    """Go back over the agencies and stars that stand above the number."""
    while index - 1 > lowest and _is_letterhead(blocks[index - 1]):
        index -= 1
    return index


def _is_letterhead(block: Block) -> bool:
    if not isinstance(block, Line) or lines.is_date(block.text) or lines.imprint(block.text):
        return False
    return bool(lines.agencies(block.text)) or lines.is_furniture(block.text)
