"""Which part of a notice every block of a document was taken for, by the cuts that the notice is read by."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.clauses import read_clauses
from extract.continuation import joined
from extract.front import split_front
from extract.notice import read_table
from extract.sections import Annex, split_notices, split_sections
from schemas.dataset.codes import Code
from schemas.document import Block, Document, Line, Place
from schemas.model import Frozen
from schemas.printed import PrintedPerformance


class SectionKind(Code):
    """A part of a notice (GB/T 9704-2012, 7)."""

    HEAD = "head", "版头"
    TITLE = "title", "标题"
    ADDRESSEES = "addressees", "主送"
    CLAUSE = "clause", "条款"
    ATTACHMENTS = "attachments", "附件说明"
    IMPRINT = "imprint", "版记"
    ALLOCATION = "allocation", "分配表"
    PERFORMANCE = "performance", "绩效表"
    UNCLAIMED = "unclaimed", "未识别"


class Section(Frozen):
    """A part with the places of its lines and tables; `number` as the dataset has it, blank where none."""

    kind: SectionKind
    number: str = ""
    places: tuple[Place, ...]


def outline(document: Document) -> tuple[tuple[Section, ...], ...]:
    """The parts of each notice of the file; every block of a document with pages lands in one of them."""
    return tuple(_outlined(blocks) for blocks in split_notices(tuple(document.blocks())))


def _outlined(blocks: Sequence[Block]) -> tuple[Section, ...]:
    sections = split_sections(blocks)
    front = split_front(sections.front)
    plain = (
        (SectionKind.HEAD, (*front.metadata, *front.head)),
        (SectionKind.TITLE, front.title),
        (SectionKind.ADDRESSEES, front.addressees or ()),
        (SectionKind.ATTACHMENTS, front.attachment_list),
        (SectionKind.IMPRINT, front.imprint),
        *((SectionKind.UNCLAIMED, annex) for annex in front.annexes),
    )
    return (
        *(Section(kind=kind, places=_places(lines)) for kind, lines in plain if lines),
        *_clauses(front.body),
        *_tables(sections.annexes),
    )


def _places(lines: Sequence[Line]) -> tuple[Place, ...]:
    return tuple(line.place for line in lines)


def _clauses(body: Sequence[Line]) -> Iterator[Section]:
    """Each clause with the lines from its first one to the next clause's."""
    numbers = {clause.place: clause.number for clause in read_clauses(body)}
    starts = [n for n, line in enumerate(body) if line.place in numbers]
    for start, end in pairwise([*starts, len(body)]):
        number = numbers[body[start].place]
        yield Section(kind=SectionKind.CLAUSE, number=number, places=_places(body[start:end]))


def _tables(annexes: Sequence[Annex]) -> Iterator[Section]:
    """Each table's part on each page, with what stands over and under it there."""
    kinds = {annex.table.place: named for annex, named in _named(joined(annexes))}
    kind, number = SectionKind.UNCLAIMED, ""
    for annex in annexes:
        kind, number = kinds.get(annex.table.place, (kind, number))  # one that isn't there goes on a table
        places = (*_places(annex.caption), annex.table.place, *_places(annex.notes))
        yield Section(kind=kind, number=number, places=places)


def _named(annexes: Sequence[Annex]) -> Iterator[tuple[Annex, tuple[SectionKind, str]]]:
    counts = dict.fromkeys(SectionKind, 0)
    for annex in annexes:
        table = read_table(annex)
        kind = SectionKind.PERFORMANCE if isinstance(table, PrintedPerformance) else SectionKind.ALLOCATION
        if table is None:
            yield annex, (SectionKind.UNCLAIMED, "")
            continue
        counts[kind] += 1
        yield annex, (kind, str(counts[kind]))
