"""Columns under one label with a 小计 among them: that stands for the group, the others are its parts."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from schemas.model import Frozen

Path = tuple[str, ...]


class Groups(Frozen):
    """`parts`: column → the column that is the sum of its group. `paths`: labels of the columns left.

    A group's sum has the group's labels: of 本次下达 / 小计 it is 本次下达 that tells what it is.
    """

    parts: Mapping[int, int]
    paths: Mapping[int, Path]


def grouped(labels: Mapping[int, str], sums: Sequence[int]) -> Groups:
    """From the lowest groups up; `sums` are the columns whose own label is a sum's.

    What all columns are under tells none of them from the others, and is left out.
    """
    paths = _below_common({i: tuple(label.split(" / ")) for i, label in labels.items()})
    parts: dict[int, int] = {}
    while group := _lowest(paths, sums):
        head = next(i for i in group if i in sums)
        for i in group:
            if i != head:
                parts[i] = head
                del paths[i]
        paths[head] = paths[head][:-1]
    return Groups(parts=parts, paths=paths)


def _below_common(paths: Mapping[int, Path]) -> dict[int, Path]:
    """Without the labels that stand over every column."""
    depth = 0
    while len({path[: depth + 1] for path in paths.values()}) == 1 and all(
        len(path) > depth + 1 for path in paths.values()
    ):
        depth += 1
    return {i: path[depth:] for i, path in paths.items()}


def _lowest(paths: Mapping[int, Path], sums: Sequence[int]) -> tuple[int, ...]:
    """The columns of the deepest group with one sum among them."""
    nested = sorted(
        (i for i, path in paths.items() if len(path) > 1), key=lambda i: (-len(paths[i]), paths[i])
    )
    for _, members in groupby(nested, key=lambda i: paths[i][:-1]):
        group = tuple(members)
        if len(group) > 1 and sum(i in sums for i in group) == 1:
            return group
    return ()
