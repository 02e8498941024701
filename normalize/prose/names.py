"""Where a recipient's name stands in the words before a sum."""

import re

from normalize.recipients.names import kind_by_words
from normalize.recipients.roster import Roster, townships_below
from schemas.dataset.codes import RecipientKind
from schemas.model import Frozen
from schemas.reference.recipient_kinds import kind_words

_MARK = re.compile(r"[，,、：:（(；;]")
_OFFICE = re.compile(r"(?:财政局|财政分局|人民政府|政府)$")
_LONGEST = 30
# 3个项目: behind a short name (罗源) only a mark or nothing may follow, or any word would begin with one.
_CLASSED = (*kind_words().division, *kind_words().township)


class Named(Frozen):
    """A name as printed and what the words say beside it; `listed`: a division's, not an institution's."""

    name: str
    rest: str
    listed: bool


class Payees:
    """The divisions of the jurisdiction and what their institutions are called."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster

    def is_division(self, name: str) -> bool:
        """Whether a division below the jurisdiction is called so."""
        here = self._roster.jurisdiction.code
        known = self._roster.exactly(name) or self._roster.known_as(name)
        return any(d.code != here for d in known) or bool(townships_below(self._roster, name))

    def at_start(self, words: str) -> Named | None:
        """The recipient that the words begin with: the name up to a mark, else a longer name's beginning."""
        mark = _MARK.search(words)
        token = (words[: mark.start()] if mark else words).strip()
        name = _OFFICE.sub("", token)
        if self.is_division(name):
            return Named(name=name, rest=words[len(token) :], listed=True)
        if len(token) <= _LONGEST and self._is_body(token):
            return Named(name=token, rest=words[len(token) :], listed=False)
        stem = next((name for name in _beginnings(token) if self.is_division(name)), None)
        return None if stem is None else Named(name=stem, rest=words[len(stem) :], listed=True)

    def at_end(self, words: str) -> Named | None:
        """The division whose name the words end with; `rest` is what stands before it."""
        tail = words[-_LONGEST:]
        name = next((tail[i:] for i in range(len(tail) - 1) if self._ends(tail[i:])), None)
        return None if name is None else Named(name=name, rest=words[: -len(name)], listed=True)

    def _ends(self, name: str) -> bool:
        return name.endswith(_CLASSED) and self.is_division(name)

    @staticmethod
    def _is_body(name: str) -> bool:
        kind = kind_by_words(name)
        return kind in (RecipientKind.INSTITUTION, RecipientKind.OWN_LEVEL, RecipientKind.OTHER)


def _beginnings(token: str) -> list[str]:
    """Beginnings with a class word at their end, the longest first."""
    ends = range(min(len(token), _LONGEST), 1, -1)
    return [token[:end] for end in ends if token[:end].endswith(_CLASSED)]
