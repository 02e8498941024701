"""The year of the money (年度): the title's, else what the tables, the text and the number say of it.

Steps: 1. the title's own; 2. what all performance tables agree on; 3. the year before a fund in the sentence
that sends money (现下达2018年…资金), then in the others, in cited titles, over the allocation tables;
4. the document number's; 5. the date's. A step with several years decides nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from normalize.title import read_title
from schemas.notation.docnumber import DocNumberMention
from schemas.notation.text import canonical
from schemas.printed import PrintedNotice

_FUNDED = re.compile(
    r"(?<!\d)(?P<year>20\d\d)年度?(?!\d{1,2}月)[^，,。；;：:《》]{0,30}?(?:资金|补[助贴]|经费|奖[补励]|专款|转移支付|扶贫|指标)"
)
_SENDS = re.compile(
    r"现[^。；;]{0,60}(?:下达|拨付|下拨|安排|分配|公示|公告|拨给)|下达(?:我|你|给)|(?:分配|使用)情况"
)
_CITED = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|<[^<>]*>")


def fiscal_year(
    printed: PrintedNotice, tables: Sequence[int | None], number: DocNumberMention | None, issued: date | None
) -> int | None:
    """See the module; null where nothing names one year."""
    stated = stated_year(printed, tables)
    if stated is not None:
        return stated
    for years in _named(printed):
        if len(years) == 1:
            return years.pop()
    dated = issued.year if issued else None
    return number.value.year if number else dated


def stated_year(printed: PrintedNotice, tables: Sequence[int | None]) -> int | None:
    """The year that title, tables or the sentence that sends the money name; what is left are inferences."""
    title = read_title(printed.header.title.text if printed.header.title else "")
    if title.fiscal_year is not None:
        return title.fiscal_year
    sent = _years(one for one in _own_sentences(printed) if _SENDS.search(one))
    found = next((years for years in (_agreed(tables), sent) if len(years) == 1), None)
    return found.pop() if found else None


def _agreed(tables: Sequence[int | None]) -> set[int]:
    return {year for year in tables if year is not None}


def _named(printed: PrintedNotice) -> Iterator[set[int]]:
    """The years before a fund where nothing says that it is sent now, from the surest place to the least."""
    yield _years(_own_sentences(printed))
    yield _years(title[0].strip("《》") for one in _sentences(printed) for title in _CITED.finditer(one))
    yield _years(canonical(table.caption.text) for table in printed.allocations)


def _sentences(printed: PrintedNotice) -> list[str]:
    return [one for clause in printed.clauses for one in re.split(r"[。；\n]", clause.text)]


def _own_sentences(printed: PrintedNotice) -> list[str]:
    """Without the titles of other documents."""
    return [_CITED.sub("《》", one) for one in _sentences(printed)]


def _years(texts: Iterable[str]) -> set[int]:
    return {int(found["year"]) for text in texts for found in _FUNDED.finditer(text)}
