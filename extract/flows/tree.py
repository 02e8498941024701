"""Header labels in reading order → the columns they stand over, on one to three levels.

A web page's header gives its labels row by row; which of the upper labels are merged over how many of the
lower ones is lost. Every tree with as many leaves as there are columns is tried; 合计 and 小计 must be the
sums of what stands beside them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from extract.flows.grid import Label
from extract.flows.tokens import is_total
from extract.vocabulary import squeezed
from schemas.document import Piece
from schemas.model import Frozen

_MOSTLY = 0.7
_FURTHER = re.compile(r"\s*其\s*中")
_MONEY = re.compile(r"金额|资金|经费|补[助贴]|奖[补励]")
_SUMMED = re.compile(r"(?:合计|总计|小计)$")
_COUNTED = re.compile(r"总(?:人|户|头|亩|个|面积|数)")

T = TypeVar("T")
Values = Sequence[Decimal | None]
Sum = tuple[int, tuple[int, ...]]


class Node(Frozen):
    """A label and the labels merged under it."""

    piece: Piece
    children: tuple["Node", ...] = ()

    @property
    def leaves(self) -> int:
        """How many columns it stands over."""
        return sum(child.leaves for child in self.children) or 1


Forest = tuple[Node, ...]


class Header(Frozen):
    """Header cells and the sums they tell of: a column and those that add up to it."""

    labels: tuple[Label, ...]
    sums: tuple[Sum, ...]


def header_of(labels: Sequence[Piece], width: int, fixed: int, rows: Sequence[Values]) -> Header | None:
    """The header of these labels over `width` columns; null where no tree's sums close in most rows.

    The first `fixed` labels stand over one column each (序号, names). `rows` are the figures by column. Where
    several trees close, what all of them have: a column may be left without a label.
    """
    return _closing(list(_forests(labels, width, fixed)), rows)


def header_of_levels(
    levels: Sequence[Sequence[Piece]], width: int, fixed: int, rows: Sequence[Values]
) -> Header | None:
    """The same where it is known on which level each label stands."""
    forests = list(_levelled(levels, width, fixed))
    return _closing(forests, rows) or _closing(list(_over_one(levels, width, fixed)), rows)


def _closing(forests: Sequence[Forest], rows: Sequence[Values]) -> Header | None:
    for standing, is_sum in _READINGS:
        sums = [tuple(_sums(forest, 0, standing, is_sum)) for forest in forests]
        counts = [_closed(of_one, rows) for of_one in sums]
        most = max(counts, default=0)
        found = [i for i, count in enumerate(counts) if count == most]
        if most and most >= _MOSTLY * len(rows):
            labelled = [tree_labels(forests[i]) for i in found]
            return Header(labels=_common(labelled), sums=_common([sums[i] for i in found]))
    return None


def _common(found: Sequence[Sequence[T]]) -> tuple[T, ...]:
    return tuple(one for one in found[0] if all(one in other for other in found[1:]))


def _forests(labels: Sequence[Piece], width: int, fixed: int) -> Iterator[Forest]:
    """All trees of two and three levels with this many leaves."""
    for top in range(fixed + 1, len(labels)):
        upper, rest = labels[:top], labels[top:]
        yield from _dealt(upper, _leaves(rest), width, fixed)
        for count in range(1, len(rest) - 1):
            for middle in _dealt(rest[:count], _leaves(rest[count:]), None, 0):
                yield from _dealt(upper, middle, width, fixed)


def _levelled(levels: Sequence[Sequence[Piece]], width: int | None, fixed: int) -> Iterator[Forest]:
    upper, *lower = levels
    if not lower:
        yield _leaves(upper)
        return
    for below in _levelled(lower, None, 0):
        yield from _dealt(upper, below, width, fixed)


def _over_one(levels: Sequence[Sequence[Piece]], width: int, fixed: int) -> Iterator[Forest]:
    """The same where a last 合计 stands over one label, which says of what (补助资金合计)."""
    upper, *lower = levels
    if len(lower) == 1 and lower[0] and is_total(upper[-1]):
        last = Node(piece=upper[-1], children=_leaves(lower[0][-1:]))
        for forest in _dealt(upper[:-1], _leaves(lower[0][:-1]), width - 1, fixed):
            yield (*forest, last)


def _leaves(pieces: Sequence[Piece]) -> Forest:
    return tuple(Node(piece=piece) for piece in pieces)


def _dealt(upper: Sequence[Piece], lower: Sequence[Node], width: int | None, fixed: int) -> Iterator[Forest]:
    """Every way to hang the lower nodes, in order, under some of the upper labels, two or more under one."""
    for parts in _parts(len(upper) - fixed, len(lower)):
        counts = (*[0] * fixed, *parts)
        forest: list[Node] = []
        at = 0
        if any(count and is_total(piece) for piece, count in zip(upper, counts, strict=True)):
            continue  # 合计 stands over its own figures, over no other labels
        for piece, count in zip(upper, counts, strict=True):
            forest.append(Node(piece=piece, children=tuple(lower[at : at + count])))
            at += count
        if width is None or sum(node.leaves for node in forest) == width:
            yield tuple(forest)


def _parts(places: int, total: int) -> Iterator[tuple[int, ...]]:
    """Numbers of children by place, none or two at least, that add up to the total."""
    if places <= 0:
        if total == 0:
            yield ()
        return
    for count in (0, *range(2, total + 1)):
        for rest in _parts(places - 1, total - count):
            yield (count, *rest)


def _closed(sums: Sequence[Sum], rows: Sequence[Values]) -> int:
    """In how many rows each 合计 or 小计 is the sum of what stands beside it; none where there is none.

    Printed rows hold real mistakes: one that doesn't close refutes no header, if most others do.
    """
    return sum(all(_equal(row, *one) for one in sums) for row in rows) if sums else 0


def _equal(row: Values, whole: int, parts: Sequence[int]) -> bool:
    return (row[whole] or Decimal(0)) == sum((row[part] or Decimal(0) for part in parts), Decimal(0))


Standing = Callable[[Node, int], tuple[int, ...]]
"""The columns whose sum is a node's, of its first column: its 合计 alone where it has one."""


def _sums(
    nodes: Sequence[Node], column: int, standing: Standing, is_sum: Callable[[Piece], bool]
) -> Iterator[Sum]:
    """A column that is a sum and, of each node behind it, or all ahead of a last one, the column for it."""
    starts = [column + sum(n.leaves for n in nodes[:i]) for i in range(len(nodes))]
    for i, node in enumerate(nodes):
        if node.children:
            yield from _sums(node.children, starts[i], standing, is_sum)
        elif is_sum(node.piece):
            others = [
                j for j, n in enumerate(nodes[i + 1 :], i + 1) if not (n.children and is_total(n.piece))
            ]
            behind = [c for j in others for c in standing(nodes[j], starts[j])]
            ahead = [c for j, n in enumerate(nodes[:i]) for c in standing(n, starts[j])]
            if behind or ahead:
                yield starts[i], tuple(behind or ahead)


def _money_parts(node: Node, column: int) -> tuple[int, ...]:
    """The sums among counts (城镇个数, 奖补金额); what 其中 divides further stands for nothing."""
    total = _own_total(node, column)
    if total is not None or not node.children:
        return (column if total is None else total,)
    starts = [column + sum(n.leaves for n in node.children[:i]) for i in range(len(node.children))]
    pairs = [(c, s) for c, s in zip(node.children, starts, strict=True) if not _FURTHER.match(c.piece.text)]
    return tuple(at for child, start in pairs if _is_money(child) for at in _money_parts(child, start))


def _is_money(node: Node) -> bool:
    return bool(node.children) or bool(_MONEY.search(squeezed(node.piece.text)))


def _is_summed(piece: Piece) -> bool:
    """奖补金额合计."""
    return bool(_SUMMED.search(squeezed(piece.text)))


def _sums_counts(piece: Piece) -> bool:
    """总人数 before the counts that it sums up, with the money (合计) behind them."""
    return bool(_COUNTED.match(squeezed(piece.text)))


def _all_parts(node: Node, column: int) -> tuple[int, ...]:
    total = _own_total(node, column)
    if total is not None or not node.children:
        return (column if total is None else total,)
    starts = [column + sum(n.leaves for n in node.children[:i]) for i in range(len(node.children))]
    return tuple(c for i, child in enumerate(node.children) for c in _all_parts(child, starts[i]))


def _first_part(node: Node, column: int) -> tuple[int, ...]:
    """What is sent comes first, what led to it after it: 实际安排, 计划安排, 奖励数, 扣减数."""
    total = _own_total(node, column)
    return (column if total is None else total,)


_READINGS: tuple[tuple[Standing, Callable[[Piece], bool]], ...] = (
    (_all_parts, is_total),
    (_first_part, is_total),
    (_all_parts, _sums_counts),
    (_money_parts, _is_summed),
)
"""What may add up to a sum, and which labels are one's; the first reading that closes is taken."""


def _own_total(node: Node, column: int) -> int | None:
    starts = [column + sum(n.leaves for n in node.children[:i]) for i in range(len(node.children))]
    return next((starts[i] for i, child in enumerate(node.children) if is_total(child.piece)), None)


def tree_labels(forest: Forest) -> tuple[Label, ...]:
    """The header cells of the tree."""
    depth = max(_depth(node) for node in forest)
    return tuple(_labels(forest, 0, 0, depth))


def _depth(node: Node) -> int:
    return 1 + max((_depth(child) for child in node.children), default=0)


def _labels(nodes: Sequence[Node], level: int, column: int, depth: int) -> Iterator[Label]:
    for node in nodes:
        height = 1 if node.children else depth - level
        yield Label(piece=node.piece, level=level, column=column, depth=height, width=node.leaves)
        yield from _labels(node.children, level + 1, column, depth)
        column += node.leaves
