"""The worklist: every finding with all that is needed to settle it, the most pressing first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from notices.view.lookup import printed
from notices.view.places import inside, on_the_page
from notices.view.risk import Hidden, at_risk, hidden, rank
from notices.view.tables import NoticeTables
from notices.view.words import Words
from schemas.dataset.codes import Severity
from schemas.dataset.finding_rows import SEVEREST_FIRST, FindingRow
from schemas.dataset.notice_rows import NoticeRow
from schemas.model import Frozen

LONGEST = 2000
"""Findings of each part of the list: what a browser still filters at once, and nobody reads to the end."""


class Item(Frozen):
    """A finding with its notice; `hidden` says behind what unknown money is, `risk` is what is known, in 元.

    `place` is where in the notice, `file` and `spot` are where that is printed.
    """

    finding: FindingRow
    notice: NoticeRow
    other: NoticeRow | None
    place: tuple[str, ...]
    file: str
    spot: tuple[str, ...]
    printed: str | None
    hidden: Hidden
    risk: Decimal


class Worklist(Frozen):
    """The findings to look at, those only worth knowing, and how many of each were left off."""

    items: tuple[Item, ...]
    infos: tuple[Item, ...]
    items_left_off: int
    infos_left_off: int
    checks: tuple[tuple[str, int], ...]


def worklist(notices: Sequence[NoticeTables], words: Words) -> Worklist:
    """Sort the findings of all notices; equal ranks by severity."""
    known = {tables.notice.notice_id: tables.notice for tables in notices}
    found = [(rank(one, tables), one, tables) for tables in notices for one in tables.findings]
    found.sort(key=lambda each: (each[0].order, SEVEREST_FIRST.index(each[1].severity)))
    work = [each for each in found if each[1].severity is not Severity.INFO]
    infos = [each for each in found if each[1].severity is Severity.INFO]
    shown = (*work[:LONGEST], *infos[:LONGEST])
    return Worklist(
        items=tuple(_item(one, tables, known, words) for _, one, tables in work[:LONGEST]),
        infos=tuple(_item(one, tables, known, words) for _, one, tables in infos[:LONGEST]),
        items_left_off=max(0, len(work) - LONGEST),
        infos_left_off=max(0, len(infos) - LONGEST),
        checks=tuple(sorted(Counter(one.check for _, one, _ in shown).items())),
    )


def _item(finding: FindingRow, tables: NoticeTables, known: Mapping[str, NoticeRow], words: Words) -> Item:
    return Item(
        finding=finding,
        notice=tables.notice,
        other=known.get(finding.other_notice_id or ""),
        place=inside(finding, tables, words),
        file=_file(finding, tables),
        spot=on_the_page(finding, words),
        printed=printed(finding, tables),
        hidden=hidden(finding),
        risk=at_risk(finding, tables),
    )


def _file(finding: FindingRow, tables: NoticeTables) -> str:
    """The path of the file meant; the notice's main one where the finding names none that is there."""
    paths = {source.file_no: source.path for source in tables.sources}
    return paths.get(finding.file_no, tables.notice.source)
