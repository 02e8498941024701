"""A document → the notices printed in it: the stages of extraction, in order."""

from collections.abc import Iterable, Iterator, Sequence

from extract.allocation import read_allocation
from extract.amounts import read_amounts
from extract.attachments import read_attachments
from extract.budget_codes import read_budget_codes
from extract.caption import read_caption
from extract.citations import read_citations
from extract.clauses import read_clauses
from extract.continuation import joined
from extract.flows.tabulate import tabulate
from extract.front import split_front
from extract.grid import is_figure
from extract.header import read_header
from extract.performance import is_performance, read_performance
from extract.residue import lost_sums
from extract.sections import Annex, Sections, split_notices, split_sections
from extract.vocabulary import is_performance_label, is_performance_title
from schemas.dataset.codes import TableName
from schemas.document import Block, Document, Line, Problem, ProblemKind
from schemas.model import Frozen
from schemas.printed import PrintedAllocation, PrintedNotice, PrintedPerformance

# Three lines of running text seldom end with a figure; rows of a lost table do.
_TABLE_LIKE = 3
_LABELS = 2


def printed_notices(document: Document) -> tuple[PrintedNotice, ...]:
    """Every notice of the file, in order; one that is empty of everything where the text is none."""
    parts = split_notices(tuple(document.blocks()))
    return tuple(_printed(part, document.problems if n == 0 else ()) for n, part in enumerate(parts))


def _printed(blocks: Sequence[Block], problems: Iterable[Problem]) -> PrintedNotice:
    tabulated = tabulate(blocks)
    sections = split_sections(tabulated.blocks)
    front = split_front(sections.front)
    tables = _read_tables(sections)
    clauses = read_clauses(front.body)
    unclaimed = [*map(_unclaimed, front.annexes), *_lost_form(front.body)]
    told = any(
        p.kind == ProblemKind.TABLE_UNPARSED for p in (*tabulated.problems, *tables.problems, *unclaimed)
    )
    unclaimed += [] if told else lost_sums(tabulated.blocks)
    cited = [text for table in tables.allocations for text in table.header_texts]
    return PrintedNotice(
        header=read_header(front),
        clauses=clauses,
        citations=read_citations(clauses, cited),
        codes=read_budget_codes(clauses),
        attachments=read_attachments(front.attachment_list),
        amounts=read_amounts(clauses),
        allocations=tables.allocations,
        performance=tables.performance,
        texts=tuple(read_caption(lines[:2]) for lines in front.annexes),
        problems=(*problems, *_each_once(tabulated.problems, unclaimed), *tables.problems, *unclaimed),
    )


def _each_once(flows: Iterable[Problem], annexes: Iterable[Problem]) -> Iterable[Problem]:
    """Those that no annex tells of already."""
    told = {problem.detail for problem in annexes if problem.kind == ProblemKind.TABLE_UNPARSED}
    return (problem for problem in flows if problem.detail not in told)


class _Tables(Frozen):
    allocations: tuple[PrintedAllocation, ...]
    performance: tuple[PrintedPerformance, ...]
    problems: tuple[Problem, ...]


def _read_tables(sections: Sections) -> _Tables:
    """Every annex becomes a table or a problem: none is dropped silently."""
    allocations: list[PrintedAllocation] = []
    performance: list[PrintedPerformance] = []
    problems: list[Problem] = []
    for annex in joined(sections.annexes):
        table = read_table(annex)
        if isinstance(table, PrintedPerformance):
            performance.append(table)
        elif table is not None:
            allocations.append(table)
        else:
            problems.append(_unread(annex))
    return _Tables(allocations=tuple(allocations), performance=tuple(performance), problems=tuple(problems))


def read_table(annex: Annex) -> PrintedPerformance | PrintedAllocation | None:
    """The table as what it is; null where it is neither."""
    return read_performance(annex) if is_performance(annex.table) else read_allocation(annex)


def _lost_form(body: Sequence[Line]) -> Iterator[Problem]:
    """A performance table that lies in the text as lines, its grid lost."""
    if _has_targets(body):
        title = next((line for line in body if is_performance_title(line.text)), body[0])
        table = TableName.PERFORMANCE_TABLES
        yield Problem(kind=ProblemKind.TABLE_UNPARSED, detail=title.text, table=table, place=title.place)


def _words(found: Sequence[Line]) -> list[list[str]]:
    return [line.text.replace("|", " ").split() for line in found]


def _has_targets(found: Sequence[Line]) -> bool:
    """Two labels of an indicator grid, each a word of its own."""
    return len({word for line in _words(found) for word in line if is_performance_label(word)}) >= _LABELS


def _unclaimed(found: Sequence[Line]) -> Problem:
    """An annex that is no table; lines that hold figures are a table that was seen and not understood."""
    title = read_caption(found[:2]).text or found[0].text
    words = _words(found)
    targets = _has_targets(found)
    figures = sum(any(is_figure(word) for word in line[1:]) for line in words)
    kind = ProblemKind.TABLE_UNPARSED if targets or figures >= _TABLE_LIKE else ProblemKind.UNCLAIMED
    table = TableName.PERFORMANCE_TABLES if targets else None
    return Problem(kind=kind, detail=title, table=table, place=found[0].place)


def _unread(annex: Annex) -> Problem:
    """A table with figures that isn't understood weighs more than one without, as does one of targets."""
    title = "".join(line.text for line in annex.caption) or "—"
    figures = sum(is_figure(cell.text) for cell in annex.table.cells)
    targets = is_performance_title(title)
    kind = ProblemKind.TABLE_UNPARSED if figures or targets else ProblemKind.UNCLAIMED
    table = TableName.PERFORMANCE_TABLES if targets else None
    return Problem(kind=kind, detail=title, table=table, place=annex.table.place)
