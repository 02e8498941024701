"""Writes docs/mutations.md: `python -m tests.mutations.document docs/mutations.md`."""

import sys
from collections.abc import Iterable
from pathlib import Path

from tests.mutations.expectations import Case, Expectation, KnownGap, expectations, known_gaps

_HEAD = """# Mutations

<!-- Written by `python -m tests.mutations.document docs/mutations.md` from tests/mutations/expectations.toml
and known_gaps.toml; change those, not this file. -->

What happens when a notice is wrong in one place. `tests/mutations` changes the texts of `samples/notices`
in each way listed here, in every row, part, rate, table, target, year, unit and sum of the body text that
they have, and reads the result.
Findings that the unmutated notice has already don't count. For every mutation the tests demand that

- the expected codes appear, and no other new ones than those that may;
- every error names the mutated row, its total or its table;
- a value that is now wrong has an error or a warning, but for what nothing in the notice can betray.

`pytest tests/mutations -m "not slow"` tries three mutations of each case, `-m slow` all of them.
"""


def document() -> str:
    """The page."""
    parts = [_HEAD, _table(), _silent(), _gaps(known_gaps())]
    return "\n".join(part for part in parts if part)


def _table() -> str:
    head = [
        "## Kinds",
        "",
        "| kind | what is changed | where | expected | may also appear |",
        "| --- | --- | --- | --- | --- |",
    ]
    return "\n".join(
        [*head, *(line for kind, entry in expectations().items() for line in _rows(kind, entry)), ""]
    )


def _rows(kind: str, entry: Expectation) -> Iterable[str]:
    for number, name in enumerate(entry.cases):
        case = entry.case(name)
        what = (f"`{kind}`", entry.changes) if number == 0 else ("", "")
        where = "" if name == "any" else name
        yield f"| {what[0]} | {what[1]} | {where} | {_expected(case)} | {_codes(_further(case))} |"


def _expected(case: Case) -> str:
    codes = [_codes(case.required), " or ".join(f"`{code}`" for code in case.one_of)]
    codes += ["no value is wrong"] if case.harmless else []
    codes += ["nothing can betray it"] if case.silent else []
    return "; ".join(text for text in codes if text)


def _further(case: Case) -> list[str]:
    return sorted({*case.allowed} - {*case.required, *case.one_of})


def _codes(codes: Iterable[str]) -> str:
    return ", ".join(f"`{code}`" for code in codes)


def _silent() -> str:
    """The mutations without an error or a warning, and why."""
    head = ["## What nothing in the notice can betray", "", "| kind | where | why |", "| --- | --- | --- |"]
    rows = [
        f"| `{kind}` | {'' if name == 'any' else name} | {case.silent} |"
        for kind, entry in expectations().items()
        for name, case in entry.cases.items()
        if case.silent
    ]
    return "\n".join([*head, *rows, ""])


def _gaps(gaps: Iterable[KnownGap]) -> str:
    rows = [f"- `{gap.kind}` {gap.case or ''} {gap.where}: {gap.shows}".replace("  ", " ") for gap in gaps]
    return "\n".join(["## Known gaps", "", *rows, ""]) if rows else ""


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(document(), encoding="utf-8", newline="\n")
