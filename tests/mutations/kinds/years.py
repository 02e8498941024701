"""Years that should agree: title, number, date, cited documents, attachments."""

import re
from collections.abc import Iterator

from tests.mutations.kinds.registry import kind
from tests.mutations.mutation import HEADER, Edits, Line, Mutation, Scope
from tests.mutations.sample import Sample

_AWAY = (-10, -2, -1, 1, 2, 10)


def _title(sample: Sample) -> int:
    return sample.find(sample.notice.title or "")


def _number(sample: Sample) -> int:
    return sample.find(sample.notice.doc_number or "")


def _date(sample: Sample) -> int:
    date = sample.notice.issue_date
    assert date is not None
    return sample.find(f"{date.year}年{date.month}月{date.day}日")


def _january(sample: Sample) -> bool:
    """When numbers of the old year still go out."""
    return sample.notice.issue_date is not None and sample.notice.issue_date.month == 1


def _moved(sample: Sample, line: int, year: int, years: int) -> Edits:
    return sample.edit(line, str(year), str(year + years))


def _own(sample: Sample) -> int:
    assert sample.notice.doc_year is not None
    return sample.notice.doc_year


@kind("title-year")
def _title_year(sample: Sample) -> Iterator[Mutation]:
    for years in _AWAY:
        yield Mutation("any", f"{years:+}", _moved(sample, _title(sample), _own(sample), years), HEADER)


@kind("number-year")
def _number_year(sample: Sample) -> Iterator[Mutation]:
    for years in _AWAY:
        case = "January of the year after" if _january(sample) and years == -1 else "any"
        yield Mutation(case, f"{years:+}", _moved(sample, _number(sample), _own(sample), years), HEADER)


@kind("date-year")
def _date_year(sample: Sample) -> Iterator[Mutation]:
    for years in _AWAY:
        case = "January of the year after" if _january(sample) and years == 1 else "any"
        yield Mutation(case, f"{years:+}", _moved(sample, _date(sample), _own(sample), years), HEADER)


@kind("cited-year")
def _cited(sample: Sample) -> Iterator[Mutation]:
    """A cited document later than the notice, earlier than it is."""
    for cited in sample.citations:
        if cited.clause_no is None:
            continue
        line = sample.find(cited.doc_number_printed or "", cited.line)
        year = int(re.findall(r"\d{4}", cited.doc_number or "")[0])
        for to, case in ((_own(sample) + 1, "later than the notice"), (year - 3, "earlier than it is")):
            wrong = re.sub(r"\d{4}", str(to), cited.doc_number_printed or "", count=1)
            edits = sample.edit(line, cited.doc_number_printed, wrong)
            scope = Scope(frozenset({cited.line or line}))
            yield Mutation(case, f"{cited.doc_number} → {to}", edits, scope)


@kind("attachment-year")
def _attachment(sample: Sample) -> Iterator[Mutation]:
    """The year in the list of attachments."""
    line = sample.find("附件：1")
    for years in _AWAY:
        edits = _moved(sample, line, _own(sample), years)
        yield Mutation("any", f"{years:+}", edits, Scope(frozenset({line})))


@kind("year-everywhere")
def _everywhere(sample: Sample) -> Iterator[Mutation]:
    """Another year all over, cited documents included."""
    for years in (-1, 1):
        moved = {n: _all_moved(text, years) for n, text in enumerate(sample.lines, start=1)}
        edits = {n: (Line(n, text),) for n, text in moved.items() if text != sample.line(n)}
        yield Mutation("any", f"{years:+}", edits, HEADER)


def _all_moved(text: str, years: int) -> str:
    return re.sub(r"20[12]\d", lambda found: str(int(found[0]) + years), text)
