"""What a web page prints around a notice: 索引号：…, 文号：…, 发布日期：…, breadcrumbs, buttons, footers.

Keys and values stand as `key：value` (several a line), as `key value` or as lines that take turns; for the
cells of a table see `metadata_tables`. The keys are those of catalogues after 政府信息公开条例.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from schemas.document import Line
from schemas.model import Frozen
from schemas.notation.dates import find_dates
from schemas.notation.docnumber import find_doc_numbers


class Field(StrEnum):
    """What the value of a key says of the notice."""

    NUMBER = "number"
    TITLE = "title"
    AGENCY = "agency"
    DATE = "date"
    BUTTON = "button"
    OTHER = "other"


class Entry(Frozen):
    """A key's value, at its line; `text` may be blank."""

    field: Field
    text: str
    line: Line


_KEYS = {
    Field.NUMBER: "文号 发文字号 发文文号 文件号 文件编号 公文文号",
    Field.TITLE: "名称 标题 信息名称 文件名称 公文标题",
    Field.AGENCY: "发布机构 发文机关 发文机构 发文单位 发布单位 制发机关",
    Field.DATE: "成文日期 发文日期 印发日期 签发日期 成文时间",
    Field.BUTTON: (
        "浏览 浏览量 浏览次数 访问量 访问次数 点击量 点击率 点击数 阅读 阅读量 阅读次数 字体 字号 文字大小 "
        "打印 分享 分享到 视力保护色"
    ),
    Field.OTHER: (
        "索引号 信息索取号 信息索引号 分类 主题分类 主题词 主题 体裁分类 服务对象 有效性 信息有效性 "
        "有效期 时效 公开方式 公开形式 公开日期 公开时间 公开时限 公开范围 公开目录 公开类型 公开属性 "
        "公开责任部门 发布日期 发布时间 发文时间 生成日期 生成时间 更新日期 更新时间 印发时间 时间 日期 "
        "机构 单位 来源 文章来源 信息来源 稿源 作者 信息作者 责任编辑 网络编辑 信息审核 "
        "公文种类 关键词 当前位置 您当前位置 您的位置 你的位置 您的当前位置 "
        "您当前的位置 您当前所在位置 您现在的位置"
    ),
}
_LONGEST_VALUE = 60
_FIELDS = {key: field for field, keys in _KEYS.items() for key in keys.split()}


def _any(keys: Sequence[str]) -> str:
    return "|".join(r"\s*".join(key) for key in sorted(keys, key=len, reverse=True))


_LONG = _any([key for key in _FIELDS if len(key) > 2])
_FIRST = re.compile(
    rf"^[\s\[【（(•·●]*(?:(?P<key>{_any(list(_FIELDS))})\s*(?:[:：|】\]]|$)|(?P<long>{_LONG})\s)"
)
_NEXT = re.compile(
    rf"(?:(?<=[\s|】])(?P<key>{_any(list(_FIELDS))})|(?P<long>{_LONG}))\s*[:：]|(?<=\s)(?P<bare>{_LONG})\s"
)
_TIMESTAMP = re.compile(r"(?:19|20)\d\d-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}")
_BUTTON = r"打\s*印(?:正文|本页|文章)?|保存|收藏|关闭(?:窗口)?|分享(?:到)?|举报|打赏|评论"
_BUTTONS = re.compile(rf"^[\s:：|【】\[\]]*(?:(?:{_BUTTON})[\s:：|【】\[\]\d]*)+$")
# What such a key is set to, or counts.
_SETTING = re.compile(r"[\s\d\[\]【】（）()大中小次|]+")
_BREADCRUMB = re.compile(r"^[^<《]*(?:[\u4e00-\u9fff）)]\s*(?:>|＞|»|›)+|^\s*首页\b)")
_FOOTER = re.compile(
    r"版权所有|主办单位|承办单位|^主\s*办\s*[:：]|ICP备|公网安备|公安备案|网站标识码|技术支持|返回顶部|扫一扫|微信公众号|Copyright|浏览器|IE版本|网站地图|联系我们"
    r"|友情链接|^上一[篇条]|^下一[篇条]|^(?:附件|文件)下载|^相关(?:文章|稿件|链接|附件|信息|新闻)\s*[:：]?$|关怀版|无障碍|长者助手|网络编辑|信息审核|责任编辑|您是第"
)


def is_metadata(text: str) -> bool:
    """索引号：…, 发布日期：… 浏览次数：…, 【字体：大 中 小】, 首页 > 公开; no sentence glued to it."""
    text = text.strip()
    if text.endswith(("。", "如下：", "如下:")):
        return False
    tests = (_FIRST.match, _TIMESTAMP.search, _BUTTONS.match, _BREADCRUMB.match)
    return any(test(text) for test in tests)


def is_footer(text: str) -> bool:
    """主办：…, ICP备, 扫一扫, 返回顶部: what a web page prints below a notice."""
    return bool(_FOOTER.search(text)) or is_metadata(text)


def entries(found: Sequence[Line]) -> Iterator[tuple[Entry, ...]]:
    """For each line that is metadata its keys with their values; blank for one that is none of it.

    A key alone on its line takes the next line's text, unless that is a key or no value of its kind.
    """
    waiting: Field | None = None
    for line in found:
        if waiting is not None and not is_metadata(line.text) and _is_value(waiting, line.text):
            yield (Entry(field=waiting, text=line.text, line=line),)
            waiting = None
            continue
        own = tuple(_entries(line)) if is_metadata(line.text) else ()
        waiting = own[-1].field if own and is_bare_key(line.text) else None
        yield own or ((Entry(field=Field.OTHER, text="", line=line),) if is_metadata(line.text) else ())


def is_key(text: str) -> bool:
    """Whether the text begins with a key: 索引号, 文号：…"""
    return _FIRST.match(text) is not None


def is_bare_key(text: str) -> bool:
    """A key and nothing behind it."""
    found = _FIRST.match(text)
    return found is not None and not text[found.end() :].strip()


def _is_value(field: Field, text: str) -> bool:
    """Whether a line of its own may be the value of the key above it."""
    if field == Field.BUTTON:
        return _SETTING.fullmatch(text) is not None
    if field == Field.NUMBER:
        return bool(find_doc_numbers(text)) and len(text) < _LONGEST_VALUE
    if field == Field.DATE:
        return bool(find_dates(text))
    if field == Field.TITLE:
        return not text.endswith(("：", ":", "。"))
    if find_doc_numbers(text):
        return False
    return len(text) <= _LONGEST_VALUE // 3 and not text.endswith(("：", ":", "。", "通知", "公示", "公告"))


def _entries(line: Line) -> Iterator[Entry]:
    first = _FIRST.match(line.text)
    if first is None:
        return
    start = first.end()
    field = _field(first["key"] or first["long"])
    for found in _NEXT.finditer(line.text, start):
        yield Entry(field=field, text=_value(line.text[start : found.start()]), line=line)
        start, field = found.end(), _field(found["key"] or found["long"] or found["bare"])
    yield Entry(field=field, text=_value(line.text[start:]), line=line)


def _field(key: str) -> Field:
    return _FIELDS["".join(key.split())]


def _value(text: str) -> str:
    return text.strip(" \t\u3000|:：;；【】[]")
