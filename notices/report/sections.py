"""One section of the report for each notice."""

from collections.abc import Sequence

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


def sections(notices: Sequence[NoticeTables]) -> tuple[Section, ...]:
    """Choose the notices whose findings weigh most, and show them in the order of the dataset."""
    weighed = sorted(range(len(notices)), key=lambda number: _rank(notices[number]).order)
    return tuple(_section(notices[number]) for number in sorted(weighed[:MOST]))


def _rank(tables: NoticeTables) -> Rank:
    return together(rank(finding, tables) for finding in tables.findings)


def _section(tables: NoticeTables) -> Section:
    pointed = flags(tables.findings)
    shown = performances(tables, pointed)
    return Section(
        tables=tables,
        grids=grids(tables, pointed),
        performances=shown,
        matrix=matrix(shown),
        unread=tuple(one for one in tables.findings if hidden(one) >= Hidden.PAGE),
    )
