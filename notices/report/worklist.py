"""The worklist: every finding with all that is needed to settle it, the most pressing first."""

from collections import Counter
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


class Other(Frozen):
    """A notice that a finding names beside its own."""

    notice_id: str
    name: str


class Item(Frozen):
    """A finding with its notice; `hidden` says behind what unknown money is, `risk` is what is known, in 元.

    `place` is where in the notice, `file` and `spot` are where that is printed.
    """

    finding: FindingRow
    notice: NoticeRow
    other: Other | None
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


class Ranking:
    """The findings of all notices, a notice at a time; of those that rank too low the count stays."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._work, self._infos = _Top(), _Top()
        self._known: dict[str, str] = {}

    def add(self, tables: NoticeTables) -> None:
        """Rank the findings of a notice: by money, equal ones by severity, then in the order they come."""
        self._known[tables.notice.notice_id] = tables.notice.doc_number or tables.notice.source
        for finding in tables.findings:
            top = self._infos if finding.severity is Severity.INFO else self._work
            order = (rank(finding, tables).order, SEVEREST_FIRST.index(finding.severity))
            if top.admits(order):
                top.add(order, _item(finding, tables, self._words))

    def worklist(self) -> Worklist:
        """The highest of them."""
        items, infos = self._work.items(), self._infos.items()
        return Worklist(
            items=tuple(map(self._with_other, items)),
            infos=tuple(map(self._with_other, infos)),
            items_left_off=self._work.count - len(items),
            infos_left_off=self._infos.count - len(infos),
            checks=tuple(sorted(Counter(one.finding.check for one in (*items, *infos)).items())),
        )

    def _with_other(self, item: Item) -> Item:
        other = item.finding.other_notice_id
        name = self._known.get(other or "")
        return (
            item.model_copy(update={"other": Other(notice_id=other, name=name)}) if other and name else item
        )


Order = tuple[tuple[int, Decimal], int]


class _Top:
    """The `LONGEST` that rank highest; now and then those behind them are let go."""

    def __init__(self) -> None:
        self.count = 0
        self._kept: list[tuple[Order, int, Item]] = []
        self._least: Order | None = None

    def admits(self, order: Order) -> bool:
        """Count a finding, and say whether it can still be among the highest."""
        self.count += 1
        return self._least is None or order < self._least

    def add(self, order: Order, item: Item) -> None:
        self._kept.append((order, self.count, item))
        if len(self._kept) > 2 * LONGEST:
            self._trim()
            self._least = self._kept[-1][0]

    def items(self) -> list[Item]:
        self._trim()
        return [item for _, _, item in self._kept]

    def _trim(self) -> None:
        self._kept.sort(key=lambda each: each[:2])
        del self._kept[LONGEST:]


def _item(finding: FindingRow, tables: NoticeTables, words: Words) -> Item:
    return Item(
        finding=finding,
        notice=tables.notice,
        other=None,
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
