"""A mutated text: which lines change, and which places a finding about the change may name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# Other engines put blanks into figures and names: a blank may stand between any two characters.
_BLANKS = r"\s*"


@dataclass(frozen=True)
class Line:
    """A line and its number in the unmutated text; null for a line that wasn't there."""

    origin: int | None
    text: str


Edits = Mapping[int, tuple[Line, ...]]
"""By line number (1-based): what stands there now; nothing where the line is dropped."""


@dataclass(frozen=True)
class Scope:
    """Where a finding about the mutation may point: lines, recipients, header, the allocation table."""

    lines: frozenset[int] = frozenset()
    recipients: frozenset[str] = frozenset()
    allocation: bool = False
    header: bool = False

    def __or__(self, other: "Scope") -> "Scope":
        return Scope(
            lines=self.lines | other.lines,
            recipients=self.recipients | other.recipients,
            allocation=self.allocation or other.allocation,
            header=self.header or other.header,
        )


HEADER = Scope(header=True)


@dataclass(frozen=True)
class Mutation:
    """One change of one notice; `case` picks the expectation, `where` names it in a failure."""

    case: str
    where: str
    edits: Edits
    scope: Scope = field(default_factory=Scope)


def dropped(lines: Iterable[int]) -> Edits:
    return dict.fromkeys(lines, ())


def replaced(number: int, text: str) -> Edits:
    return {number: (Line(number, text),)}


def substituted(text: str, old: str, new: str) -> str:
    """The last `old` becomes `new`: figures and targets stand behind their labels."""
    pattern = _BLANKS.join(re.escape(c) for c in old if not c.isspace())
    found = list(re.finditer(pattern, text))
    if not found:
        raise AssertionError(f"{old!r} isn't in {text!r}")
    start, end = found[-1].span()
    return text[:start] + new + text[end:]


def one_digit_wrong(number: str) -> list[str]:
    """Each digit in turn becomes another; the first never a zero that would shorten the number."""
    return [
        number[:i] + ("1" if d == "9" else str(int(d) + 1)) + number[i + 1 :]
        for i, d in enumerate(number)
        if d.isdigit()
    ]


def neighbours_swapped(number: str) -> list[str]:
    return [number[:i] + number[i + 1] + number[i] + number[i + 2 :] for i in range(len(number) - 1)]


def one_character_wrong(name: str, wrong: str) -> list[str]:
    return [name[:i] + wrong + name[i + 1 :] for i in range(len(name))]
