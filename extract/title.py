"""Where the title (标题) stands in the front matter: 关于…的通知, or 某市某资金公示 wholly without 关于."""

import re
from collections.abc import Sequence

from extract import lines
from extract.metadata import is_metadata
from schemas.document import Line
from schemas.notation.labels import attachment_label, clause_label
from schemas.notation.text import compare_form

_LONGEST_TITLE = 5
_SHORTEST_PLAIN = 8
_OPENINGS = (
    *(
        "根据",
        "为",
        "按",
        "经",
        "现",
        "依",
        "结合",
        "鉴于",
        "遵照",
        "参照",
        "因",
        "由于",
        "兹",
        "近日",
        "近期",
    ),
    *("前期", "今年以来"),
)
_ANNOUNCES = re.compile(r"(?:如下|如后|于后)\s*[：:]$")
# A page that reports on a notice and then prints it.
_QUOTES = re.compile(
    r"^[（(【]?(?:以下(?:为|是)|附)?(?:通知|文件|公告|公示)?(?:原文|全文)(?:如下)?[)）】：:]*$"
)
_KINDS = re.compile(r"(?:通知|公示|公告|通告|方案|批复|函|计划)(?:[（(][^（）()]*[）)])?$")
_MONEY = re.compile(r"资金|补[助贴]|经费|奖[补励]|专款|预算|指标|拨款|拨付|下达|转移支付|救助|分配")


def opens_body(text: str) -> bool:
    """Whether the body (正文) begins here: a sentence, its opening word, or a clause label.

    经开区财政局： is an addressee, whatever its first character.
    """
    if lines.is_sentence(text) or _ANNOUNCES.search(text) or clause_label(text) is not None:
        return True
    return text.startswith(_OPENINGS) and not text.endswith(("：", ":")) and len(text) > _SHORTEST_PLAIN


def find_title(found: Sequence[Line]) -> tuple[int, int]:
    """First and one past the last line of the title; 0, 0 where none stands before the body.

    1. 关于 (with the agencies before it) up to its 文种; 2. a line or a few that name money and end with a
    文种; 3. 关于 alone.
    """
    first = max((n + 1 for n, line in enumerate(found) if _QUOTES.match(line.text)), default=0)
    end = next((n for n in range(first, len(found)) if _stops(found[n].text)), len(found))
    weak = plain = None
    for start in range(first, end):
        last = _about(found, start)
        if last is not None and _is_complete(found[start:last]):
            return start - _agencies_over(found[first:start], found[start].text), last
        weak = weak or (last and (start, last))
        plain = plain or _plain(found, start, end)
    return plain or weak or (0, 0)


def _stops(text: str) -> bool:
    return (
        lines.is_sentence(text)
        or text.startswith(("根据", "按照", "依据", "依照"))
        or bool(_ANNOUNCES.search(text))
    )


def _about(found: Sequence[Line], start: int) -> int | None:
    """One past the last line of a title that has 关于 in its first; null where it has none."""
    text = found[start].text
    if (
        "关于" not in text
        or text.startswith(("《", "（", "("))
        or attachment_label(text)
        or is_metadata(text)
    ):
        return None
    for end in range(start, min(start + _LONGEST_TITLE, len(found))):
        if end > start and lines.doc_number(found[end].text):
            break
        if lines.ends_title(_text(found[start : end + 1])):
            return end + 1
        if found[end].text.endswith(("：", ":", "。")):
            break
    return start + 1


def _plain(found: Sequence[Line], start: int, stop: int) -> tuple[int, int] | None:
    if not _MONEY.search(found[start].text) or attachment_label(found[start].text):
        return None
    for end in range(start + 1, min(start + _LONGEST_TITLE, stop + 1)):
        text = _text(found[start:end])
        if re.search(r"[，,。；;：:《]", text) or clause_label(text):
            return None
        if _KINDS.search(text):
            return (start, end) if len(text) >= _SHORTEST_PLAIN else None
    return None


def _is_complete(found: Sequence[Line]) -> bool:
    return lines.ends_title(_text(found))


def _agencies_over(head: Sequence[Line], first: str) -> int:
    """Lines of agencies above 关于 that begin the title.

    Those between the number and 关于 that repeat the letterhead; or those right above a line that begins
    with another agency of the same place (甲省财政厅 / 甲省教育厅关于…).
    """
    count = next((n for n, line in enumerate(reversed(head)) if not _is_agency(line.text)), len(head))
    above = head[: len(head) - count]
    numbered = bool(above) and lines.doc_number(above[-1].text) is not None
    repeats = numbered and any(lines.agencies(line.text) for line in above)
    own = lines.agencies(first.split("关于", 1)[0])
    over = [name for line in head[len(head) - count :] for name in lines.agencies(line.text)]
    joint = bool(own) and bool(over) and not set(own) & set(over) and {n[:2] for n in over} == {own[0][:2]}
    return count if repeats or joint else 0


def _is_agency(text: str) -> bool:
    return bool(lines.agencies(text)) and not text.rstrip().endswith("件")


def past_repeats(found: Sequence[Line], title: Sequence[Line], start: int) -> int:
    """Past the title printed once more (a page's own and the document's), numbers, dates and furniture."""
    printed = compare_form(_text(title))
    while start < len(found):
        step = _repeated(found[start : start + _LONGEST_TITLE], printed) or _stands_between(found[start].text)
        if not step:
            break
        start += step
    return start


def _repeated(found: Sequence[Line], printed: str) -> int:
    for count in range(1, len(found) + 1):
        text = compare_form(_text(found[:count]))
        if len(text) >= _SHORTEST_PLAIN and (printed == text or printed.startswith(text + "(")):
            return count
    return 0


def _stands_between(text: str) -> bool:
    """What may stand between title and addressee: a number, date or source line of a web page."""
    tests = (lines.doc_number, lines.is_date, lines.is_furniture, is_metadata)
    return any(test(text) for test in tests)


def _text(found: Sequence[Line]) -> str:
    return "".join(line.text for line in found)
