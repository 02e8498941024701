"""The labels that tell a performance table from an allocation table, and the parts of each.

After the forms attached to 财预〔2018〕167号 and 财预〔2020〕10号 (绩效目标表, 绩效自评表) and their yearly
editions; matched without white space.
"""

import re
from functools import lru_cache

_BLANK = re.compile(r"\s+")


@lru_cache(maxsize=1 << 13)  # the cells of a template come back in every table
def squeezed(text: str) -> str:
    """The text without white space, as labels are compared."""
    return _BLANK.sub("", text)


# The single strokes of 一, 二, 三 are what a fax loses first: 级指标 is one of them.
INDICATOR_HEADER = re.compile(
    r"^(?:[一二三四]?级指标|(?:年度|绩效|全年|本年|预期)*指标值|指标名称|目标值|三级指标名称|绩效指标名称|指标内容)(?:[（(].*[）)])?$"
)
TITLE = re.compile(r"绩效.{0,4}目标|绩效指标|绩效自评")
GRID_LABEL = re.compile(r"^(?:年度|实施期|中期|本年度|全年)?(?:绩效|考核)?指标(?:体系)?$")
NAME_HEADER = re.compile(r"^(?:三级指标|指标名称|三级指标名称|绩效指标名称|指标内容|四级指标)")
TARGET_HEADER = re.compile(r"^(?:(?:年度|绩效|全年|本年|预期)*指标值|目标值)")

INFO_LABEL = re.compile(
    r"^(?:专项|项目|资金|转移支付|政策)(?:资金)?名称$|(?:主管|财政|实施|预算)(?:部门?|单位)(?:及代码)?$|(?:专项)?实施期(?:限|间)?$|^项目属性$|^项目类[别型]$"
)
# A closing bracket may be lost.
FUNDS_LABEL = re.compile(
    r"^(?:项目|专项|预算)?资金(?:情况|总体情况|构成|投入|来源)?(?:[（(].*)?$|^预算情况.*$"
)
ANNUAL_AMOUNT = re.compile(
    r"^(?:\d{4})?(?:年度|全年|本年度?|项目|预算|实施期|中期)*(?:资金)?(?:总?金额|总额|资金总额|资金|预算数?|预算金额|合计)(?:[（(].*[）)])?[:：]?$"
)
FUND_PART = re.compile(r"其中|补助|财政|资金|拨款|下达|自筹|配套|地方|中央|省级|市级|县级|债券|其他|结转")
GOALS_LABEL = re.compile(
    r"^(?:[（(]?\d{4}年?度?[）)]?)?(?:年度|总体|实施期|中期|绩效|本年度|当年|预期)*(?:总体|绩效)?目标(?:描述|内容)?$"
)
END_OF_GRID = re.compile(r"^(?:备注|注|说明|填表说明|其他需?说明.*|填报人.*)[:：]?")

# 一级指标 and 二级指标 end like this, also ones of a fund's own.
LEVEL_LABEL = re.compile(r"^.{2,10}(?:指标|效益|满意度)$")


@lru_cache(maxsize=1 << 13)
def is_performance_label(text: str) -> bool:
    """A label that only the indicator grid of a performance table has."""
    return bool(INDICATOR_HEADER.match(squeezed(text)))


def is_performance_title(text: str) -> bool:
    """A caption that announces a performance table (绩效目标表)."""
    return bool(TITLE.search(squeezed(text)))
