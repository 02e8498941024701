"""The caption of a performance table → its title, recipient and year, in any order."""

import re
from collections.abc import Sequence

from normalize.recipients.names import kind_by_words
from normalize.recipients.roster import Roster
from schemas.dataset.codes import RecipientKind
from schemas.document import Piece
from schemas.model import Frozen
from schemas.notation.dates import find_years
from schemas.notation.text import canonical, clean
from schemas.printed import Caption, LabelledValue
from schemas.reference.recipient_kinds import kind_words

_TITLE = re.compile(r"绩效|目标表|指标表|申报表")
_YEAR = re.compile(r"(?:\d{4}|[二2][〇○零O0][〇○零一二三四五六七八九\d]{2})\s*年?\s*度?")
_LABEL = re.compile(
    r"^(?:(?:所在|实施|申报|项目)?(?:省份?|市县?|地市|市州|县区?|市、县|地区|区域|行政区划?|单位)(?:名称)?\s*[:：]\s*)"
)
_PLACE_LABEL = re.compile(
    r"^(?:所在|实施|申报)?(?:省份|市县|地市|市州|县区|县市|地区|区域|行政区划?|地方)(?:名称)?$"
)
_BRACKETS = "()（）[]【】〔〕"


class TableTitle(Frozen):
    """`recipient` is what the caption prints of the name, blank where nothing is; null parts aren't there."""

    title: str
    recipient: str
    year: int | None


def read_table_title(caption: Caption, info: Sequence[LabelledValue], roster: Roster) -> TableTitle:
    """The title line, and what the lines beside it say once year and brackets are gone."""
    titles = list(caption.titles)
    main = next((t for t in titles if _TITLE.search(t.text)), titles[0] if titles else None)
    rest = [t for t in titles if t is not main]
    title = canonical(main.text) if main else ""
    inner, title_line = _bracketed(title)
    recipient = " ".join(filter(None, (_name(t) for t in rest))) or _name_in(inner) or _from_info(info)
    years = find_years(" ".join(t.text for t in titles))
    return TableTitle(
        title=title_line if inner and recipient == _name_in(inner) else title,
        recipient=recipient or _leading_name(title, roster),
        year=years[0] if years else None,
    )


def _bracketed(title: str) -> tuple[str, str]:
    """What stands in brackets behind the title, and the title without it."""
    found = re.search(r"[（(]([^（）()]*(?:年度?|省|市|县|区|州|旗)[^（）()]*)[)）]$", title)
    return (found[1], title[: found.start()]) if found else ("", title)


def _name(piece: Piece) -> str:
    return _name_in(piece.text)


def _name_in(text: str) -> str:
    text = clean(text)
    for mark in _BRACKETS:
        text = text.replace(mark, " ")
    return clean(_LABEL.sub("", clean(_YEAR.sub(" ", text)))).strip("-—_ :：,，")


def _from_info(info: Sequence[LabelledValue]) -> str:
    found = next((i.value for i in info if i.value and _PLACE_LABEL.match(canonical(i.label.text))), None)
    return clean(found.text) if found else ""


def _leading_name(title: str, roster: Roster) -> str:
    """The recipient that the title begins with (修武县2021年…); a short name only before the year."""
    here = roster.jurisdiction.code
    dated = _YEAR.search(title)
    lead = title[: dated.start()] if dated else ""
    known = (*roster.exactly(lead), *roster.known_as(lead))
    institution = kind_by_words(lead) == RecipientKind.INSTITUTION and not lead.endswith(("财政局", "财政厅"))
    if kind_words().is_own_level(lead) or institution or any(d.code != here for d in known):
        return lead
    plain = _YEAR.sub("", title)
    for end in range(min(len(plain), 16), 1, -1):
        found = roster.exactly(plain[:end]) or roster.known_as(plain[:end])
        if found and plain[end - 1] in "省市州盟县区旗镇乡道" and found[0].code != here:
            return plain[:end]
    return ""
