"""The printed header → canonical header fields."""

from collections.abc import Iterator, Sequence
from datetime import date

from normalize.fiscal_year import fiscal_year, stated_year
from normalize.jurisdiction import Jurisdiction
from normalize.title import read_title
from schemas.dataset.codes import FundLevel
from schemas.document import Piece
from schemas.notation.agencies import unglued
from schemas.notation.dates import parse_date
from schemas.notation.docnumber import DocNumberMention, find_doc_numbers
from schemas.notation.errors import NotationError
from schemas.notation.text import canonical, clean
from schemas.notice import Header
from schemas.printed import PrintedHeader, PrintedNotice
from schemas.reference.divisions import Division


def issuing_agencies(printed: PrintedHeader) -> tuple[str, ...]:
    """The agencies of the letterhead, signature, title or web page: the first that another place confirms.

    A place that names them all in a fuller form, or more of them, is preferred: the letterhead may show the
    first alone (GB/T 9704-2012, 7.2.4), a title the short form. Without any the printing agency.
    """
    places = [
        _named(printed.agencies),
        _of_title(printed.title),
        _named(printed.signatories),
        _named(printed.page_agencies),
    ]
    places = [names for names in places if names]
    if not places:
        return _named([printed.issuing_office] if printed.issuing_office else [])
    chosen = next((names for names in places if _confirmed(names, places)), places[0])
    fuller = [names for names in places if _covers(names, chosen)]
    return max(fuller, key=lambda names: (len(names), sum(map(len, names))))


def _named(pieces: Sequence[Piece]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(canonical(piece.text) for piece in pieces))


def _of_title(title: Piece | None) -> tuple[str, ...]:
    """What stands before 关于: 浙江省财政厅 浙江省民政厅关于…"""
    if title is None or "关于" not in title.text:
        return ()
    before = title.text.split("关于", 1)[0].replace("、", " ")
    names = [part for name in before.split() for part in unglued(name)]
    return tuple(dict.fromkeys(canonical(name) for name in names if len(name) > 2))


def _confirmed(names: tuple[str, ...], places: Sequence[tuple[str, ...]]) -> bool:
    others = [other for place in places if place is not names for other in place]
    return any(_same(name, other) for name in names for other in others)


def _covers(names: tuple[str, ...], chosen: tuple[str, ...]) -> bool:
    return all(any(_same(name, one) and len(name) >= len(one) for name in names) for one in chosen)


def _same(name: str, other: str) -> bool:
    """省财政厅 is 湖北省财政厅."""
    return name.endswith(other) or other.endswith(name)


def own_number(printed: PrintedHeader) -> DocNumberMention | None:
    """The notice's own document number, with what is irregular about it."""
    found = find_doc_numbers(printed.doc_number.text) if printed.doc_number else ()
    return found[0] if found else None


def normalize_header(
    notice: PrintedNotice, jurisdiction: Jurisdiction, table_years: Sequence[int | None]
) -> Header:
    """Every field canonical; null where the notice doesn't say."""
    printed = notice.header
    number = own_number(printed)
    title = read_title(printed.title.text if printed.title else "")
    dates = _Dates(printed)
    division = jurisdiction.division
    year = fiscal_year(notice, table_years, number, dates.issued or dates.printed)
    return Header(
        doc_number=number.value if number else None,
        doc_number_printed=clean(printed.doc_number.text) if printed.doc_number else None,
        doc_number_defects=tuple(number.defects) if number else (),
        title=canonical(printed.title.text) if printed.title else None,
        issuing_agencies=issuing_agencies(printed),
        addressees=tuple(canonical(p.text) for p in printed.addressees or ()),
        addressees_printed=None
        if printed.addressees is None
        else "；".join(p.text for p in printed.addressees),
        cc=tuple(canonical(p.text) for p in printed.cc),
        issuing_office=canonical(printed.issuing_office.text) if printed.issuing_office else None,
        issue_date=dates.issued or dates.printed,
        print_date=dates.printed,
        bad_dates=dates.bad,
        jurisdiction_code=jurisdiction.code,
        jurisdiction_name=division.name if division else None,
        action=title.action,
        fund_name=title.fund_name,
        fund_level=_fund_level(title.fund_level, division),
        batch=title.batch,
        fiscal_year=year,
        inferred=tuple(_inferred(notice, jurisdiction, table_years, year)),
    )


def _inferred(
    notice: PrintedNotice, jurisdiction: Jurisdiction, table_years: Sequence[int | None], year: int | None
) -> Iterator[str]:
    if jurisdiction.inferred:
        yield "jurisdiction_code"
    if year is not None and stated_year(notice, table_years) is None:
        yield "fiscal_year"


def _fund_level(level: FundLevel, here: Division | None) -> FundLevel:
    """市级 is a province's own level where the issuer is a municipality (直辖市)."""
    municipality = here is not None and here.level == "province" and here.name.endswith("市")
    return FundLevel.PROVINCE if municipality and level == FundLevel.PREFECTURE else level


class _Dates:
    """成文日期 and 印发日期; those that can't be read are kept for a finding."""

    def __init__(self, printed: PrintedHeader) -> None:
        self.bad: tuple[Piece, ...] = ()
        self.issued = self._read(printed.sign_date)
        self.printed = self._read(printed.print_date)

    def _read(self, piece: Piece | None) -> date | None:
        if piece is None:
            return None
        try:
            return parse_date(piece.text.strip("（()） "))
        except NotationError:
            self.bad = (*self.bad, piece)
            return None
