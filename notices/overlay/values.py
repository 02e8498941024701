"""The values that carry findings, each with what was read and what was made of it."""

from collections.abc import Iterable, Iterator, Sequence

from notices.process import Part
from notices.rows.findings import finding_rows
from notices.view.figures import BLANK, grouped
from notices.view.flags import NAME_COLUMNS, Flags, flags, severest
from schemas.dataset.codes import Method, Severity, TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.document import Box, Piece, Place
from schemas.model import Frozen
from schemas.notice import Allocation, AllocationRow, Amount, Indicator, PerformanceTable
from schemas.printed import PrintedHeader, PrintedPerformance

ARROW = " → "


class Value(Frozen):
    """A value on the page: `text` as read, or `read → meant`; `null` where nothing could be made of it.

    `box` is null for what has no place on the page.
    """

    box: Box | None
    text: str
    null: bool = False
    findings: tuple[FindingRow, ...]

    @property
    def severity(self) -> Severity | None:
        """How much the worst of its findings weighs."""
        return severest(self.findings)


class _Found(Frozen):
    place: Place
    text: str
    null: bool = False
    findings: tuple[FindingRow, ...]


def values(parts: Sequence[Part]) -> Iterator[tuple[int | None, Value]]:
    """Each flagged or repaired value with its page (null: none is known); values in one place are one."""
    together: dict[tuple[int | None, Box | None, str], list[_Found]] = {}
    for part in parts:
        rows = finding_rows("", part.findings)
        for found in _all(part, rows):
            own = "" if found.place.box else "".join(one.finding_id for one in found.findings)
            together.setdefault((found.place.page, found.place.box, own), []).append(found)
    for (page, box, _), here in together.items():
        yield page, _merged(box, here)


def _merged(box: Box | None, here: Sequence[_Found]) -> Value:
    pointed = {one.finding_id: one for found in here for one in found.findings}
    return Value(
        box=box,
        text=" · ".join(dict.fromkeys(found.text for found in here if found.text)),
        null=any(found.null for found in here),
        findings=tuple(pointed.values()),
    )


def _all(part: Part, rows: tuple[FindingRow, ...]) -> Iterator[_Found]:
    """The values of the tables and of the header, then findings that point at none of them."""
    taken: set[str] = set()
    for found in (*_in_tables(part, flags(rows)), *_in_header(part.printed.header, rows)):
        if found.findings or found.null or ARROW in found.text:
            taken |= {one.finding_id for one in found.findings}
            yield found
    for row in rows:
        if row.finding_id not in taken:
            yield _Found(place=_place(row), text="", findings=(row,))


def _place(row: FindingRow) -> Place:
    sides = (row.x0, row.y0, row.x1, row.y1)
    x0, y0, x1, y1 = (side or 0.0 for side in sides)
    box = None if None in sides else Box(x0=x0, y0=y0, x1=x1, y1=y1)
    return Place(file_no=row.file_no, page=row.page, box=box)


_HEADER = {
    "doc_number": "doc_number",
    "title": "title",
    "fiscal_year": "title",
    "issuing_agencies": "agencies",
    "addressees": "addressees",
    "cc": "cc",
    "issuing_office": "issuing_office",
    "issue_date": "sign_date",
    "print_date": "print_date",
}
"""Columns of `notices` and the printed piece that each is read from."""


def _in_header(header: PrintedHeader, rows: Iterable[FindingRow]) -> Iterator[_Found]:
    for row in rows:
        printed = getattr(header, _HEADER.get(row.column or "", ""), None)
        pieces: Sequence[Piece] = printed if isinstance(printed, tuple) else [printed] if printed else []
        if row.table is TableName.NOTICES and row.page is None and pieces:
            yield _Found(place=pieces[0].place, text=pieces[0].text, findings=(row,))


def _in_tables(part: Part, pointed: Flags) -> Iterator[_Found]:
    for table in part.notice.allocations:
        for row in table.rows:
            yield from _row(table, row, pointed)
    for printed, owned in zip(part.printed.performance, part.notice.performance, strict=True):
        yield from _performance(printed, owned, pointed)


def _row(table: Allocation, row: AllocationRow, pointed: Flags) -> Iterator[_Found]:
    name = pointed.name(TableName.ALLOCATIONS, table.number, row.number)
    if row.name is not None and name:
        meant = row.match.name if row.match else None
        text = _changed(row.name.text, meant or BLANK)
        yield _Found(place=row.name.place, text=text, null=meant is None, findings=name)
    for column, cell in zip(table.columns, row.cells, strict=True):
        if cell is not None:
            here = pointed.cell(TableName.ALLOCATIONS, table.number, row.number, column.number)
            yield _figure(cell, here)


def _figure(cell: Amount, findings: tuple[FindingRow, ...]) -> _Found:
    null = cell.value is None and not cell.readable
    meant = grouped(cell.value) if null or cell.method is not Method.READ else cell.printed
    return _Found(place=cell.place, text=_changed(cell.printed, meant), null=null, findings=findings)


def _changed(read: str, meant: str) -> str:
    return read if read == meant else f"{read}{ARROW}{meant}"


def _performance(printed: PrintedPerformance, table: PerformanceTable, pointed: Flags) -> Iterator[_Found]:
    name, number = TableName.PERFORMANCE_TABLES, table.number
    owner = tuple(one for one in pointed.table(name, number) if one.column in NAME_COLUMNS)
    titles = printed.caption.titles
    if owner and titles:
        text = _changed(table.recipient_printed or BLANK, table.match.name or BLANK)
        yield _Found(place=titles[-1].place, text=text, null=table.match.name is None, findings=owner)
    if table.amount is not None:
        figures = tuple(one for one in pointed.table(name, number) if one.column not in NAME_COLUMNS)
        yield _figure(table.amount, figures)
    for n, fund in enumerate(table.funds, start=1):
        yield _figure(fund.amount, pointed.row(TableName.PERFORMANCE_FUNDS, number, n))
    for row in table.indicators:
        yield _target(row, pointed.row(TableName.PERFORMANCE_INDICATORS, number, row.number))


def _target(row: Indicator, findings: tuple[FindingRow, ...]) -> _Found:
    read, null = row.target_printed or BLANK, not row.target_readable
    repaired = row.target is not None and row.target_method is not Method.READ
    meant = BLANK if null else row.target.canonical if row.target and repaired else read
    name = _changed(row.printed, row.name) if row.method is Method.REPAIRED else ""
    text = " · ".join(filter(None, (_changed(read, meant), name)))
    return _Found(place=row.place, text=text, null=null, findings=findings)
