"""Whether a text is a notice at all: its table, or two things that only such documents have together."""

import re
from collections.abc import Iterator

from normalize.header import issuing_agencies
from normalize.prose.sums import names_before_sums
from schemas.document import ProblemKind
from schemas.printed import PrintedNotice

_ENOUGH = 2
_PLACES = 3
# Fiscal money rather than a price: 补助资金120万元, 经费3万元.
_FUND = re.compile(r"资金|补[助贴]|经费|奖[补励]|专款|转移支付|拨款|公益金|预算")


def is_notice(printed: PrintedNotice) -> bool:
    """A table of ours, or two of: title, number, agency, addressees, citation, subject, fiscal money, list.

    A 公示 or a page about a distribution has neither number nor addressees, an annex its table only.
    """
    if printed.allocations or printed.performance or _lost_form(printed):
        return True
    return sum(_evidence(printed)) >= _ENOUGH


def _evidence(printed: PrintedNotice) -> Iterator[bool]:
    header = printed.header
    yield header.title is not None
    yield header.doc_number is not None
    yield bool(issuing_agencies(header))
    yield header.addressees is not None
    yield bool(printed.citations)
    yield bool(printed.codes)
    yield any(_FUND.search(amount.before) for amount in printed.amounts)
    # Places one after the other, each with a sum: a list of recipients.
    yield len(set(names_before_sums(printed.clauses))) >= _PLACES
    # A number with clauses below it: the rest of the head is lost.
    yield header.doc_number is not None and bool(printed.clauses)


def _lost_form(printed: PrintedNotice) -> bool:
    """A table of ours that was seen and not understood."""
    return any(p.kind == ProblemKind.TABLE_UNPARSED and p.table is not None for p in printed.problems)
