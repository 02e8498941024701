"""Whole small notices as text: 巴中市 (四川省) sends 100 万元 to five counties, each with a target table."""

from collections.abc import Mapping, Sequence

from extract import printed_notices, read
from normalize import normalize
from schemas.notice import Notice

SHARES = {"巴州区": "30", "恩阳区": "25.5", "通江县": "20", "南江县": "14.5", "平昌县": "10"}
FUND = "困难群众救助补助资金"
ALLOCATION_TITLE = f"2021年{FUND}分配表"
TARGET_TITLE = "区域绩效目标表"

# 一级指标, 二级指标, 三级指标, 指标值; blank where the cell above reaches down.
INDICATORS: tuple[tuple[str, str, str, str], ...] = (
    ("产出指标", "数量指标", "低保对象人数", "应保尽保"),
    ("", "质量指标", "城乡低保标准", "稳步提高"),
    ("", "时效指标", "困难群众基本生活救助和孤儿基本生活费按时发放率", "≥90%"),
    ("满意度指标", "服务对象满意度指标", "政策知晓率", "≥82%"),
)


def allocation_text(
    shares: Mapping[str, str] = SHARES,
    *,
    total: str = "100",
    unit: str = "单位：万元",
    title: str = ALLOCATION_TITLE,
    header: str = "序号\t县（区）\t下达资金",
    label: str = "附件1",
) -> str:
    rows = "\n".join(f"{n}\t{name}\t{share}" for n, (name, share) in enumerate(shares.items(), 1))
    return f"{label}\n\n{title}\n\n{unit}\n\n{header}\n\t合计\t{total}\n{rows}\n"


def performance_text(
    name: str,
    amount: str,
    *,
    year: str = "（2021年度）",
    unit: str = "（万元）",
    parts: Mapping[str, str] | None = None,
    indicators: Sequence[tuple[str, str, str, str]] = INDICATORS,
    departments: Sequence[tuple[str, str]] = (("省级主管部门", "省民政厅"), ("市级主管部门", "市民政局")),
) -> str:
    shown = {"其中:中央补助": amount, "地方补助": ""} if parts is None else parts
    return "\n".join(
        (
            f"附件2\n\n{TARGET_TITLE}\n\n{year} {name}\n",
            f"项目名称\t\t{FUND}\t\t",
            "\t\t".join(f"{label}\t{value}" for label, value in departments),
            f"资金情况{unit}\t\t年度金额：\t{amount}\t",
            *(f"\t\t{label}\t{figure}\t" for label, figure in shown.items()),
            "年度总体目标\t规范实施救助政策。\t\t\t",
            "绩效指标\t一级指标\t二级指标\t三级指标\t指标值",
            *("\t" + "\t".join(row) for row in indicators),
            "",
        )
    )


def everybody(changes: Mapping[str, str] | None = None) -> str:
    """A target table for each county; `changes` are other amounts, blank for a county without a table."""
    amounts = {**SHARES, **(changes or {})}
    return "\n".join(performance_text(name, amount) for name, amount in amounts.items() if amount)


def notice_text(
    *,
    agency: str = "巴中市财政局",
    number: str = "巴财社〔2021〕25号",
    title: str = f"关于下达2021年{FUND}的通知",
    addressees: str = "各县（区）财政局：",
    sent: str = f"现下达你们2021年{FUND}100万元（详见附件1）",
    clause: str = "一、请加强资金管理，专款专用。",
    attachments: Sequence[str] = (ALLOCATION_TITLE, TARGET_TITLE),
    date: str = "2021年3月15日",
    printed: str = "2021年3月16日",
    allocation: str | None = None,
    performance: str | None = None,
) -> str:
    """A notice in which every figure, name and year agrees with the others."""
    listed = "\n".join(f"{n}.{name}" for n, name in enumerate(attachments, 1))
    return f"""{agency}文件

{number}

{title}

{addressees}

为保障困难群众基本生活，{sent}，现将有关事项通知如下：

{clause}

附件：{listed}

{agency}
{date}

抄送：市民政局。

{agency}办公室　　{printed}印发

{allocation_text() if allocation is None else allocation}
{everybody() if performance is None else performance}"""


def shares(**changes: str) -> dict[str, str]:
    return SHARES | changes


def renamed(old: str, new: str) -> dict[str, str]:
    return {new if name == old else name: share for name, share in SHARES.items()}


def without(name: str) -> dict[str, str]:
    return {n: share for n, share in SHARES.items() if n != name}


def table(rows: str, unit: str = "单位：万元", title: str = ALLOCATION_TITLE) -> str:
    """An allocation table of other columns; `|` for a tab, `;` for a line end."""
    grid = rows.replace("|", "\t").replace(";", "\n")
    return f"附件1\n\n{title}\n\n{unit}\n\n{grid}\n"


def third(amount: str = "20", **changes: object) -> str:
    """Everybody's target tables, that of the third county filled in otherwise."""
    tables = [
        performance_text(name, amount, **changes) if name == "通江县" else performance_text(name, share)
        for name, share in SHARES.items()
    ]
    return "\n".join(tables)


def with_row(number: int, *row: str) -> list[tuple[str, ...]]:
    return [tuple(row) if n == number else known for n, known in enumerate(INDICATORS)]


def normalized(text: str) -> Notice:
    """The one notice of the text, canonical."""
    (printed,) = printed_notices(read(text.encode(), "text/plain"))
    return normalize(printed)
