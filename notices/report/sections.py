"""One section of the report for each notice."""

from notices.view.allocation import Grid, grids
from notices.view.flags import flags
from notices.view.performance import Matrix, Performance, matrix, performances
from notices.view.risk import Hidden, Rank, hidden, rank, together
from notices.view.tables import NoticeTables
from schemas.dataset.finding_rows import FindingRow
from schemas.model import Frozen

MOST = 200
"""Notices with a section of their own: the page stays one that a browser opens."""


class Section(Frozen):
    """A notice with its tables put together; `unread` says what of its file couldn't be read."""

    tables: NoticeTables
    grids: tuple[Grid, ...]
    performances: tuple[Performance, ...]
    matrix: Matrix | None
    unread: tuple[FindingRow, ...]


class Weights:
    """How much the findings of each notice weigh."""

    def __init__(self) -> None:
        self._ranks: dict[str, Rank] = {}

    def add(self, tables: NoticeTables) -> None:
        """Weigh a notice."""
        findings = (rank(finding, tables) for finding in tables.findings)
        self._ranks[tables.notice.notice_id] = together(findings)

    @property
    def count(self) -> int:
        """How many notices were weighed."""
        return len(self._ranks)

    def heaviest(self) -> frozenset[str]:
        """The ids of those that get a section; of equal ones the first."""
        weighed = sorted(self._ranks, key=lambda notice_id: self._ranks[notice_id].order)
        return frozenset(weighed[:MOST])


def section(tables: NoticeTables) -> Section:
    """Put the tables of a notice together."""
    pointed = flags(tables.findings)
    shown = performances(tables, pointed)
    return Section(
        tables=tables,
        grids=grids(tables, pointed),
        performances=shown,
        matrix=matrix(shown),
        unread=tuple(one for one in tables.findings if hidden(one) >= Hidden.PAGE),
    )
