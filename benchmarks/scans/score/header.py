"""The header's fields."""

from collections.abc import Iterator, Sequence

from benchmarks.scans.score.outcome import Outcome, Place, verdict
from benchmarks.scans.score.plain import number, plain
from benchmarks.scans.score.reading import Reading
from benchmarks.synthetic.gold import Gold


def judge_header(gold: Gold, reading: Reading) -> Iterator[Outcome]:
    """Each field that the notice prints."""
    for name, want, got in _fields(gold, reading):
        if not want:
            continue
        yield Outcome(
            file=reading.file,
            kind="header",
            what=name,
            gold=want,
            read=got,
            verdict=verdict(right=want == got, flagged=reading.header_flag(name)),
            place=Place(page=1),
        )


def _fields(gold: Gold, reading: Reading) -> Iterator[tuple[str, str, str]]:
    notice, allocation = reading.notice, gold.allocation
    yield "doc_number", plain(gold.doc_number), plain(notice.doc_number)
    yield "title", plain(gold.title), plain(notice.title)
    yield "issuing_agencies", _listed(gold.issuing_agencies), _listed(notice.issuing_agencies)
    yield "addressees", _listed(gold.addressees), _listed(notice.addressees)
    yield "issue_date", gold.issue_date_iso or "", str(notice.issue_date or "")
    yield "fiscal_year", gold.fiscal_year, str(notice.fiscal_year or "")
    yield "unit", allocation.unit, str(notice.unit or "")
    total = number(allocation.total) if allocation.total else None
    yield "total_amount", _figure(total), _figure(notice.total_amount)


def _listed(names: Sequence[str]) -> str:
    return "；".join(sorted(map(plain, names)))


def _figure(value: object) -> str:
    found = number(value) if value is not None else None
    return "" if found is None else f"{found.normalize():f}"
