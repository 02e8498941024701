"""Text cut at marks."""

import re
from collections.abc import Sequence


def cut_at(text: str, marks: Sequence[re.Match[str]]) -> tuple[str, list[str]]:
    """What stands before the first mark, and what follows each mark up to the next."""
    if not marks:
        return text, []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return text[: marks[0].start()], [text[m.end() : end] for m, end in zip(marks, ends, strict=True)]
