"""A printed notice → a canonical one: the stages of normalisation, in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from normalize.allocation.table import normalize_allocation
from normalize.allocation.unit_by_others import units_by_others
from normalize.attachments import attachment_of, match_attachments
from normalize.fiscal_year import fiscal_year
from normalize.header import issuing_agencies, normalize_header, own_number
from normalize.home import infer_jurisdiction
from normalize.jurisdiction import Jurisdiction, find_jurisdiction
from normalize.performance.table import normalize_performance
from normalize.prose.allocate import prose_allocations
from normalize.prose.sums import names_before_sums
from normalize.recipients.names import proper_name
from normalize.recipients.roster import Roster, roster
from normalize.text_amounts import read_text_amounts
from normalize.text_parts import read_breakdowns
from normalize.title import read_title
from schemas.dataset.codes import Unit
from schemas.notation.dates import find_years
from schemas.notation.text import canonical
from schemas.notice import Allocation, Citation, Notice
from schemas.printed import Caption, ColumnKind, PrintedAllocation, PrintedCitation, PrintedNotice


def normalize(printed: PrintedNotice, part: int = 1) -> Notice:
    """Canonical values beside the printed ones, each with how it was arrived at."""
    citations = tuple(_citations(printed.citations))
    amounts = read_text_amounts(printed.amounts)
    year = _year(printed)
    jurisdiction = _jurisdiction(printed, citations, year)
    members = roster(jurisdiction, year)
    sent = frozenset(a.yuan.normalize() for a in amounts if a.sent)
    allocations = _allocations(printed, members, sent, {})
    title = read_title(printed.header.title.text if printed.header.title else "")
    years = frozenset(y for y in (year, title.fiscal_year) if y)
    problems = printed.problems
    if not allocations:
        allocations, unclear = prose_allocations(printed.clauses, amounts, members, years)
        problems = (*problems, *unclear)
    tables = [t.model_copy(update={"caption": _caption(t.caption, printed)}) for t in printed.performance]
    performance = normalize_performance(tables, allocations, members, title.fund_name)
    if units := units_by_others(allocations, performance, amounts):
        allocations = _allocations(printed, members, sent, units)
        performance = normalize_performance(tables, allocations, members, title.fund_name)
    captions = [*(t.caption for t in printed.allocations), *(t.caption for t in tables), *printed.texts]
    return Notice(
        part=part,
        year=year,
        header=normalize_header(printed, jurisdiction, [t.fiscal_year for t in performance]),
        clauses=printed.clauses,
        citations=citations,
        codes=printed.codes,
        attachments=match_attachments(printed.attachments, captions),
        amounts=amounts,
        breakdowns=read_breakdowns(printed.clauses, allocations, members, years),
        allocations=allocations,
        performance=performance,
        problems=problems,
    )


def _allocations(
    printed: PrintedNotice, members: Roster, sent: frozenset[Decimal], units: Mapping[int, Unit]
) -> tuple[Allocation, ...]:
    """The tables; `units` by their number, for those that print none."""
    return tuple(
        normalize_allocation(_numbered(table, printed), number, members, sent, units.get(number))
        for number, table in enumerate(printed.allocations, start=1)
    )


def _citations(printed: Iterable[PrintedCitation]) -> Iterator[Citation]:
    for cited in printed:
        yield Citation(
            doc_number=cited.number,
            printed=cited.doc_number.text,
            title=cited.title,
            clause=cited.clause,
            place=cited.doc_number.place,
        )


def _year(printed: PrintedNotice) -> int | None:
    """The year whose divisions count: the document's own, unless title and date agree on another.

    Without a number the title's, else the date's, else that of the money.
    """
    number = own_number(printed.header)
    own = number.value.year if number else None
    title = read_title(printed.header.title.text if printed.header.title else "").fiscal_year
    date = printed.header.sign_date or printed.header.print_date
    dated = next(iter(find_years(date.text)), None) if date else None
    if own is None:
        return title or dated or fiscal_year(printed, [], None, None)
    return title if title == dated and title is not None else own


def _jurisdiction(printed: PrintedNotice, citations: Sequence[Citation], year: int | None) -> Jurisdiction:
    own = own_number(printed.header)
    numbers = [own.value] if own else []
    numbers += [c.doc_number for c in citations]
    names = [name for table in printed.allocations for name in _names(table)]
    found = find_jurisdiction(issuing_agencies(printed.header), numbers, names, year)
    if found.division is not None or found.nationwide:
        return found
    own_title = [printed.header.title.text] if printed.header.title else []
    titles = [canonical(t) for t in (*own_title, *(a.caption.text for a in printed.allocations))]
    return infer_jurisdiction(titles, names or names_before_sums(printed.clauses), year)


def _names(table: PrintedAllocation) -> Iterator[str]:
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            if column.kind == ColumnKind.NAME and cell:
                yield proper_name(cell.text)


def _numbered(table: PrintedAllocation, printed: PrintedNotice) -> PrintedAllocation:
    return table.model_copy(update={"caption": _caption(table.caption, printed)})


def _caption(caption: Caption, printed: PrintedNotice) -> Caption:
    """With the number of the attachment it belongs to, where its own label doesn't print one."""
    return caption.model_copy(update={"attachment": attachment_of(caption, printed.attachments)})
