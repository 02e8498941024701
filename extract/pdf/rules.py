"""Pieces of ruling lines → whole rules → groups of rules that meet, each perhaps a table."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract.pdf.geometry import Rect

NEAR = 3.0
"""Points: rules this close are one (double rules, the corner squares that Word leaves between borders)."""
_SAME_LINE = 1.5
# Beyond this no table: a chart or a plan, and pairing its lines would take minutes.
_MOST_RULES = 2000


class Rule(NamedTuple):
    """A horizontal or vertical line: at `at` across, from `start` to `end` along. Stays in the package."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The rules of a page, or of one group that meets."""

    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]

    @property
    def rect(self) -> Rect:
        """What the rules reach."""
        xs = [r.at for r in self.vertical] + [v for r in self.horizontal for v in (r.start, r.end)]
        ys = [r.at for r in self.horizontal] + [v for r in self.vertical for v in (r.start, r.end)]
        return Rect(min(xs), min(ys), max(xs), max(ys))


def whole_rules(pieces: Sequence[Rect]) -> Rules:
    """Join pieces that lie on one line and touch."""
    flat = [p for p in pieces if p.width >= p.height]
    tall = [p for p in pieces if p.width < p.height]
    horizontal = _joined(Rule((p.y0 + p.y1) / 2, p.x0, p.x1) for p in flat)
    vertical = _joined(Rule((p.x0 + p.x1) / 2, p.y0, p.y1) for p in tall)
    return Rules(tuple(horizontal[:_MOST_RULES]), tuple(vertical[:_MOST_RULES]))


def _joined(pieces: Iterable[Rule]) -> list[Rule]:
    found: list[Rule] = []
    for line in _on_one_line(sorted(pieces)):
        at = sum(r.at for r in line) / len(line)
        current: Rule | None = None
        for piece in sorted(line, key=lambda r: r.start):
            if current is not None and piece.start <= current.end + NEAR:
                current = Rule(at, current.start, max(current.end, piece.end))
                continue
            found += [current] if current else []
            current = Rule(at, piece.start, piece.end)
        found += [current] if current else []
    return found


def _on_one_line(pieces: list[Rule]) -> list[list[Rule]]:
    lines: list[list[Rule]] = []
    for piece in pieces:
        if lines and piece.at - lines[-1][0].at <= _SAME_LINE:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def groups(rules: Rules) -> list[Rules]:
    """The rules that meet one another, group by group, from the top of the page down."""
    parent = list(range(len(rules.horizontal) + len(rules.vertical)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for h, flat in enumerate(rules.horizontal):
        for v, tall in enumerate(rules.vertical, start=len(rules.horizontal)):
            if _meet(flat, tall):
                parent[root(h)] = root(v)
    members: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for h, flat in enumerate(rules.horizontal):
        members.setdefault(root(h), ([], []))[0].append(flat)
    for v, tall in enumerate(rules.vertical, start=len(rules.horizontal)):
        members.setdefault(root(v), ([], []))[1].append(tall)
    found = [Rules(tuple(flat), tuple(tall)) for flat, tall in members.values()]
    return sorted(found, key=lambda g: (g.rect.y0, g.rect.x0))


def _meet(flat: Rule, tall: Rule) -> bool:
    return flat.start - NEAR <= tall.at <= flat.end + NEAR and tall.start - NEAR <= flat.at <= tall.end + NEAR


def edges(values: Iterable[float]) -> list[float]:
    """Positions of a grid's lines: those nearer than `NEAR` to the one before are the same."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][-1] <= NEAR:
            found[-1].append(value)
        else:
            found.append([value])
    return [sum(group) / len(group) for group in found]
