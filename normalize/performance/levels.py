"""The levels (一级指标, 二级指标) of a table's indicators, rebuilt where merged cells were lost.

1. Labels are read downwards: a label holds until the next. 2. Where that reading is a path of the
standard form at every row and no label comes twice, it stands. 3. Else the blocks are rebuilt, see
`level_blocks`.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from schemas.document import Piece
from schemas.notice import Level
from schemas.reference.levels import level_tree

_SURE = 0.97


class LevelRow(NamedTuple):
    """A row's printed labels as canonical levels; those of no standard form stay as printed.

    `garbled`: a label was read with doubt and is none of the form's.
    """

    level1: str | None
    level2: str | None
    printed: tuple[str, ...]
    named: bool
    garbled: bool = False


def level_rows(labels: Sequence[Sequence[Piece]], named: Sequence[bool]) -> tuple[LevelRow, ...]:
    """Sort each row's labels into level 1 and level 2.

    成本指标 is both in the standard form: alone on a row below 产出指标 it is the level 2.
    """
    found: list[LevelRow] = []
    above: str | None = None
    for row, name in zip(labels, named, strict=True):
        read = [_read(piece) for piece in row]
        one, two = _sorted([text for text in read if text is not None], above)
        above = one or above
        printed = tuple(p.text for p in row)
        found.append(LevelRow(level1=one, level2=two, printed=printed, named=name, garbled=None in read))
    return tuple(found)


def _read(label: Piece) -> str | None:
    """The label; one read with doubt that is none of the form's stands for the likeliest, or for nothing."""
    tree = level_tree()
    confidence = label.place.confidence
    if confidence is None or confidence >= _SURE or tree.as_level1(label.text) or tree.as_level2(label.text):
        return label.text
    return tree.likely(label.text)


def _sorted(labels: Sequence[str], above: str | None) -> tuple[str | None, str | None]:
    tree = level_tree()
    one = two = None
    for number, text in enumerate(labels):
        first, second = tree.as_level1(text), tree.as_level2(text)
        last = number == len(labels) - 1
        if first and not (second and last and (one or above or "") in tree.parents(second)):
            one = first
        elif second or last:
            two = second or text
        else:
            one = text
    return one, two


def read_down(rows: Sequence[LevelRow]) -> tuple[Level, ...]:
    """Step 1: each label holds for the rows below it; a new level 1 ends the level 2."""
    one = two = None
    found: list[Level] = []
    for row in rows:
        if row.level1 and (row.level1 != one or row.level2):
            one, two = row.level1, row.level2
        two = row.level2 or two
        if row.level2 and not row.level1:
            one = _moved_on(one, row.level2) if one else _only_parent(row.level2)
        found.append(_level(one, two, row))
    return tuple(found)


@lru_cache(maxsize=1 << 12)  # the rows of a template come back in every table
def _level(one: str | None, two: str | None, row: LevelRow) -> Level:
    return Level(level1=one, level2=two, level1_printed=_printed(row, 1), level2_printed=_printed(row, 2))


def _only_parent(level2: str) -> str | None:
    parents = level_tree().parents(level2)
    return parents[0] if len(parents) == 1 else None


def _moved_on(one: str, level2: str) -> str | None:
    """A level 2 of another level 1 says that the level 1 label was lost."""
    parents = level_tree().parents(level2)
    return one if not parents or one in parents else parents[0]


def _printed(row: LevelRow, level: int) -> str | None:
    tree = level_tree()
    wanted = row.level1 if level == 1 else row.level2
    for text in row.printed:
        known = tree.as_level1(text) if level == 1 else tree.as_level2(text)
        canonical = known or tree.likely(text) or text
        if canonical == wanted:
            return text
    return None


def is_sound(rows: Sequence[LevelRow], levels: Sequence[Level]) -> bool:
    """Step 2: every named row has a path of the form (or labels of its own), and no block is opened twice."""
    opened = Counter(
        (row.level2, level.level1) for row, level in zip(rows, levels, strict=True) if row.level2
    )
    if any(count > 1 for count in opened.values()) or any(not row.named and row.printed for row in rows):
        return False
    if rows and rows[0].named and len(rows[0].printed) < 2:
        return False  # labels in the middle of their blocks hold for rows above them, too
    for row, level in zip(rows, levels, strict=True):
        if row.named and (level.level1 is None or level.level2 is None):
            return False
        if row.level1 and not row.level2:
            return False
        if row.level2 and row.level1 is None and not _follows(row.level2, level.level1):
            return False
    return True


def _follows(level2: str, level1: str | None) -> bool:
    parents = level_tree().parents(level2)
    return not parents or level1 in parents
