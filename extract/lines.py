"""What kind of line a line is, by its own text alone (版头, 正文, 附件说明, 版记; GB/T 9704-2012, 7)."""

import re

from extract.metadata import is_metadata
from schemas.notation.agencies import agency_names
from schemas.notation.dates import parse_date
from schemas.notation.docnumber import find_doc_numbers
from schemas.notation.errors import NotationError
from schemas.notation.labels import AttachmentLabel, attachment_label

__all__ = [
    "agencies",
    "attachment_heading",
    "attachment_list_text",
    "begins_attachment_list",
    "cc_text",
    "doc_number",
    "ends_title",
    "imprint",
    "is_cc",
    "is_damaged_date",
    "is_date",
    "is_furniture",
    "is_metadata",
    "is_sentence",
    "signature",
]

# 文种: the kinds of official document that send money, answer or announce (党政机关公文处理工作条例, 8).
KINDS = "通知|函|复函|批复|意见|通报|决定|公告|公示|通告|请示|报告|办法|方案|说明|细则|计划"
_TITLE_END = re.compile(rf"(?:{KINDS})(?:[（(][^（）()]*[）)])?$")
_CC = re.compile(r"^(?:抄\s*[送报]|分\s*送|主\s*送)\s*[:：]?\s*(?=\S)")
_LONGEST_PLAIN = 45  # characters of a title without a comma
_PRINTED = re.compile(
    r"^(?P<office>.*?)\s*(?P<date>[0-9０-９〇○零一二三四五六七八九十年月日./\- ]{6,})\s*印\s*发\s*$"
)
_SIGNATURE = re.compile(
    r"(?:^|[。，,；;])\s*(?P<names>[^。，,；;：:\d]{3,60}?)\s*(?P<date>(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)。?$"
)
_ATTACHMENT_LIST = re.compile(r"^附\s*件\s*[:：]\s*(?=\S)")
_FURNITURE = re.compile(
    r"^(?:★+|[（(]?此件(?:主动|依申请|不予)?公开[^。]{0,10}[）)]?|(?:信息)?公开(?:选项|属性|方式)\s*[:：].*|文\s*件|[-—]+)$"
)


def agencies(text: str) -> tuple[str, ...]:
    """The agencies (机关名称) that a line names and nothing else; empty for any other line.

    Joint agencies stand side by side with blanks between; 文件 behind them is the letterhead's.
    """
    return agency_names(re.sub(r"\s*文\s*件$", "", text.strip()))


def doc_number(text: str) -> str | None:
    """The document number (发文字号) where the line holds nothing else but it (and 签发人)."""
    bare = re.sub(r"签\s*发\s*人\s*[:：].*$", "", text).strip(" ★　")
    found = find_doc_numbers(bare)
    return bare if len(found) == 1 and found[0].start == 0 and found[0].end == len(bare) else None


def ends_title(text: str) -> bool:
    """Whether a title (标题) may end here: with its kind of document (文种)."""
    return bool(_TITLE_END.search(text))


def is_cc(text: str) -> bool:
    """抄送, 抄报, 分送."""
    return bool(_CC.match(text))


def cc_text(text: str) -> str:
    """What stands behind 抄送：."""
    return _CC.sub("", text)


def imprint(text: str) -> tuple[str, str] | None:
    """The printing agency (印发机关, may be blank) and printing date of a line that ends with 印发."""
    found = _PRINTED.match(text)
    return (found["office"].strip(), found["date"].strip()) if found else None


def is_date(text: str) -> bool:
    """Whether the line is a date and nothing else (成文日期)."""
    bare = text.strip(" 　（）()")
    if not re.match(r"^(?:(?:19|20)\d\d|[〇○◯零Oo一二三四五六七八九]{4})\s*[年./-]", bare):
        return False
    try:
        parse_date(bare)
    except NotationError:
        return bool(re.fullmatch(r"[\d\s年月日./-]{6,}", bare))
    return True


def is_damaged_date(text: str) -> bool:
    """Digits of a date whose 年 and 月 are lost (2021119); a figure elsewhere, a date below a signature."""
    return bool(re.fullmatch(r"(?:19|20)\d\d ?\d{1,2} ?\d{0,2}", text.strip()))


def signature(text: str) -> tuple[tuple[str, ...], str] | None:
    """Agencies and date that end a line (署名 and 成文日期 on one line, or behind the last sentence)."""
    found = _SIGNATURE.search(text.strip())
    names = agency_names(found["names"]) if found else ()
    return (names, found["date"]) if found and names and is_date(found["date"]) else None


def attachment_heading(text: str) -> AttachmentLabel | None:
    """The label over an attachment (附件1, 附件：, 附件1：title, 附件 title); `附件：title` is a list."""
    label = attachment_label(text)
    if label is None or label.number is not None or not label.rest.strip():
        return label
    return None if begins_attachment_list(text) else label


def begins_attachment_list(text: str) -> bool:
    """`附件：1. …`: the list in the body, not the label over an attachment."""
    return bool(_ATTACHMENT_LIST.match(text))


def attachment_list_text(text: str) -> str:
    """What stands behind 附件：, blank where the entries begin on the next line."""
    return re.sub(r"^附\s*件\s*[:：]\s*", "", text)


def is_furniture(text: str) -> bool:
    """Stars, 文件, 此件公开发布: on the page, but no part of what it says."""
    return bool(_FURNITURE.match(text.strip()))


def is_sentence(text: str) -> bool:
    """Running text rather than a label or title: it ends a sentence or is long and punctuated."""
    text = text.strip()
    return text.endswith(("。", "；", ";", "！")) or (
        len(text) > _LONGEST_PLAIN and any(c in text for c in "，,。")
    )
