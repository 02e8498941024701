"""Header fields, citations in the table's header, attachments."""

import re
from collections.abc import Iterator

from tests.mutations.kinds.registry import kind
from tests.mutations.kinds.years import _date, _number, _title
from tests.mutations.mutation import HEADER, Line, Mutation, Scope, dropped, one_digit_wrong, replaced
from tests.mutations.sample import Sample


@kind("number-bracket-lost")
def _bracket(sample: Sample) -> Iterator[Mutation]:
    for bracket in "〔〕":
        line = _number(sample)
        yield Mutation("any", f"without {bracket}", sample.edit(line, bracket, ""), HEADER)


@kind("number-serial")
def _serial(sample: Sample) -> Iterator[Mutation]:
    """Another serial number in the head: only a table that cites it can tell."""
    line = _number(sample)
    serial = str(sample.notice.doc_serial)
    cited = any(c.clause_no is None and c.doc_number == sample.notice.doc_number for c in sample.citations)
    lines = frozenset(c.line for c in sample.citations if c.line is not None)
    for wrong in one_digit_wrong(serial):
        case = "the table cites it" if cited else "nothing cites it"
        edits = sample.edit(line, f"{serial}号", f"{wrong}号")
        yield Mutation(case, f"{serial} → {wrong}", edits, Scope(lines=lines, header=True))


@kind("number-dropped")
def _number_dropped(sample: Sample) -> Iterator[Mutation]:
    yield Mutation("any", "document number", dropped([_number(sample)]), HEADER)


@kind("title-dropped")
def _title_dropped(sample: Sample) -> Iterator[Mutation]:
    yield Mutation("any", "title", dropped([_title(sample)]), HEADER)


@kind("date-dropped")
def _date_dropped(sample: Sample) -> Iterator[Mutation]:
    yield Mutation("any", "date", dropped([_date(sample)]), HEADER)


@kind("date-impossible")
def _impossible(sample: Sample) -> Iterator[Mutation]:
    line = _date(sample)
    for month, day in (("13", "1"), ("2", "30"), ("6", "31"), ("0", "5")):
        wrong = re.sub(r"\d+月\d+日", f"{month}月{day}日", sample.line(line))
        yield Mutation("any", wrong, replaced(line, wrong), HEADER)


@kind("addressee-blank")
def _addressee(sample: Sample) -> Iterator[Mutation]:
    if sample.notice.addressees:
        line = sample.find(sample.notice.addressees[0])
        yield Mutation("any", "主送机关", replaced(line, "："), HEADER)


@kind("addressee-dropped")
def _addressee_dropped(sample: Sample) -> Iterator[Mutation]:
    if sample.notice.addressees:
        line = sample.find(sample.notice.addressees[0])
        yield Mutation("any", "主送机关", dropped([line]), HEADER)


@kind("table-cites-other-number")
def _table_number(sample: Sample) -> Iterator[Mutation]:
    """A digit of a number in the allocation table's header."""
    for cited in sample.citations:
        if cited.clause_no is None and cited.line is not None:
            printed = cited.doc_number_printed or ""
            for wrong in one_digit_wrong(printed):
                edits = sample.edit(cited.line, printed, wrong)
                scope = Scope(frozenset({cited.line}), allocation=True)
                yield Mutation("any", f"{printed} → {wrong}", edits, scope)


@kind("cited-serial")
def _cited_serial(sample: Sample) -> Iterator[Mutation]:
    """A digit of a cited document's serial number."""
    for cited in sample.citations:
        if cited.clause_no is None:
            continue
        line = sample.find(cited.doc_number_printed or "", cited.line)
        printed = cited.doc_number_printed or ""
        head, serial = re.split(r"(?<=[〕\])])", printed.removesuffix("号"))[:2]
        others = [c for c in sample.citations if c is not cited and c.doc_number == cited.doc_number]
        for wrong in one_digit_wrong(serial):
            yield Mutation(
                case="cited once" if not others else "cited again",
                where=f"{printed} → {wrong}",
                edits=sample.edit(line, printed, f"{head}{wrong}号"),
                scope=Scope(frozenset(c.line for c in (cited, *others) if c.line is not None)),
            )


@kind("attachment-added")
def _attachment(sample: Sample) -> Iterator[Mutation]:
    """The list names one more than there are."""
    line = sample.find("附件：1") + 1
    more = Line(line, "3. 困难群众救助工作经费测算说明")
    yield Mutation("any", "3.", {line: (Line(line, sample.line(line)), more)}, Scope(frozenset({line})))


@kind("attachment-retitled")
def _retitled(sample: Sample) -> Iterator[Mutation]:
    """The list names something else than what follows."""
    line = sample.find("附件：1")
    wrong = "附件：1. 农田水利设施建设项目清单"
    first = min(row.line for row in sample.allocations if row.line is not None)
    numbered = any(re.match(r"附件\s*1", text) for text in sample.lines[line:first])
    case = "the table bears its number" if numbered else "the table bears no number"
    yield Mutation(case, wrong, replaced(line, wrong), Scope(frozenset({line})))
