"""The printed header → canonical header fields."""

from collections.abc import Sequence
from datetime import date

from normalize.jurisdiction import Jurisdiction
from normalize.title import read_title
from schemas.dataset.codes import FundLevel
from schemas.document import Piece
from schemas.notation.dates import parse_date
from schemas.notation.docnumber import DocNumberMention, find_doc_numbers
from schemas.notation.errors import NotationError
from schemas.notation.text import canonical, clean
from schemas.notice import Header
from schemas.printed import PrintedHeader
from schemas.reference.divisions import Division


def issuing_agencies(printed: PrintedHeader) -> tuple[str, ...]:
    """The agencies of the red header; without one those of the title, the signature or the imprint."""
    found = (
        [p.text for p in printed.agencies]
        or _of_title(printed.title)
        or [p.text for p in printed.signatories]
    )
    if not found and printed.issuing_office:
        found = [printed.issuing_office.text]
    return tuple(dict.fromkeys(canonical(name) for name in found))


def _of_title(title: Piece | None) -> list[str]:
    """What stands before 关于: 浙江省财政厅 浙江省民政厅关于…"""
    if title is None or "关于" not in title.text:
        return []
    return [name for name in title.text.split("关于", 1)[0].replace("、", " ").split() if len(name) > 2]


def own_number(printed: PrintedHeader) -> DocNumberMention | None:
    """The notice's own document number, with what is irregular about it."""
    found = find_doc_numbers(printed.doc_number.text) if printed.doc_number else ()
    return found[0] if found else None


def normalize_header(
    printed: PrintedHeader, jurisdiction: Jurisdiction, table_years: Sequence[int | None]
) -> Header:
    """Every field canonical; null where the notice doesn't say."""
    number = own_number(printed)
    title = read_title(printed.title.text if printed.title else "")
    dates = _Dates(printed)
    division = jurisdiction.division
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
        fiscal_year=title.fiscal_year or _other_year(table_years, number),
    )


def _fund_level(level: FundLevel, here: Division | None) -> FundLevel:
    """市级 is a province's own level where the issuer is a municipality (直辖市)."""
    municipality = here is not None and here.level == "province" and here.name.endswith("市")
    return FundLevel.PROVINCE if municipality and level == FundLevel.PREFECTURE else level


def _other_year(table_years: Sequence[int | None], number: DocNumberMention | None) -> int | None:
    """Without a year in the title: the one its performance tables agree on, else the document number's."""
    agreed = {year for year in table_years if year is not None}
    if len(agreed) == 1:
        return agreed.pop()
    return number.value.year if number else None


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
