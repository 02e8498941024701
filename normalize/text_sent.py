"""What the words beside a sum of running text say of it: sent by this notice, of another time, taken back."""

import re
from collections.abc import Collection

_SENDING = re.compile(r"下达|拨付|安排|分配|追加|预拨|给予|补助(?=[\u4e00-\u9fff])(?!资金|经费|款|标准|对象)")
_BEHIND = re.compile(rf"(?:{_SENDING.pattern}|补助)+$")
# Sums of another document, of what a project costs or asks for, of what is taken back, of an instalment.
# The words behind (?!…) are in funds' names: 再就业, 配套设施, 中央预算内投资.
_NOT_SENT = re.compile(
    r"已(?!脱贫|退役|退休)|(?<!现)提前|此前|前期|上年|结转|申请|申报|自筹|造价|首批(?!国家|全国|省级|试点|示范)"
    r"|扣除|扣回|扣减|扣款|抵扣|抵减|收回|收缴|核减|调减|剩余|结余|应(?:下达|补|拨付?|安排|分配|扣|得|享受)|清算(?:额|金额)"
    r"|(?:总|概算|估算|计划|完成|项目|社会|民间|工程)投资|投资(?:概算|估算|规模|总额|额|约|共)|投资$(?<!内投资)(?<!基建投资)"
    r"|配套(?!基础|设施|工程|建设|改革|政策|服务|幼儿园|管网)|另|再(?!就业|生|贷款|造|保险|制造|利用|循环|担保|教育)"
    r"|先行(?!示范|区|先试)|先期|先拨|首次|首期|[第前][一二三四]期|按[^，,、；;。]{0,8}[%％]"
)
_TIMES = re.compile(
    r"(?P<other>累计|全年|年初|去年|上年|往年|历年|近[\d一二三四五六七八九十]+年|截至)|(?P<now>本次|此次|今年|现(?=下达|拨付|安排|将|追加))"
    r"|(?P<year>20\d\d)年度?(?=[，,]?(?:全[省市县州区盟]|共|已|累计|安排|下达|拨付|投入|省|市|中央|我))"
)


def purpose(label: str) -> str:
    """What the sum behind this label is for: without the verbs (向甲县下达), unless it isn't sent."""
    if sent_otherwise(label):
        return label
    return re.sub("^[给向对]", "", _SENDING.split(_BEHIND.sub("", label))[-1].strip())


def sends(label: str) -> bool:
    """Whether the words right before a sum send it to somebody."""
    return _SENDING.search(label) is not None and not sent_otherwise(label)


def sent_otherwise(label: str) -> bool:
    """Whether this notice doesn't send the sum: another document's, a project's cost, taken back."""
    return _NOT_SENT.search(label) is not None


def of_another_time(sentence: str, years: Collection[int]) -> bool:
    """Whether the last word for a time before a sum is of another year (去年, 2022年安排), or 累计."""
    last = next(reversed(list(_TIMES.finditer(sentence))), None)
    if last is None or last["now"]:
        return False
    return bool(last["other"]) or (bool(years) and int(last["year"]) not in years)


def without_verb(text: str) -> int:
    """Where the names begin behind the last verb that sends."""
    return max((m.end() for m in _SENDING.finditer(text)), default=0)
