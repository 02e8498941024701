"""One section of the report for each notice."""

from collections.abc import Sequence

from notices.view.allocation import Grid, grids
from notices.view.flags import flags
from notices.view.performance import Matrix, Performance, matrix, performances
from notices.view.risk import rank
from notices.view.tables import NoticeTables
from schemas.model import Frozen

MOST = 200
"""Notices with a section of their own: the page stays one that a browser opens."""


class Section(Frozen):
    """A notice with its tables put together."""

    tables: NoticeTables
    grids: tuple[Grid, ...]
    performances: tuple[Performance, ...]
    matrix: Matrix | None


def sections(notices: Sequence[NoticeTables]) -> tuple[Section, ...]:
    """Choose the notices whose findings weigh most, and show them in the order of the dataset."""
    weighed = sorted(
        range(len(notices)), key=lambda n: -sum(rank(f, notices[n]) for f in notices[n].findings)
    )
    return tuple(_section(notices[number]) for number in sorted(weighed[:MOST]))


def _section(tables: NoticeTables) -> Section:
    pointed = flags(tables.findings)
    shown = performances(tables, pointed)
    return Section(
        tables=tables,
        grids=grids(tables, pointed),
        performances=shown,
        matrix=matrix(shown),
    )
