"""Tiny notices as text; their agencies, numbers and figures are made up, the divisions are real."""

from collections.abc import Mapping

SHARES = {"榆阳区": "10", "神木市": "20.5"}

NO_NOTICE = "今天天气很好，我们一起去公园散步。\n\n午饭吃了面条，晚上早点休息。\n"


def notice_text(
    shares: Mapping[str, str] = SHARES,
    *,
    number: str = "榆政财社发〔2021〕12号",
    title: str = "关于下达2021年困难群众救助补助资金的通知",
    total: str = "30.5",
) -> str:
    """A notice of one allocation table, each figure of it in agreement with the others."""
    rows = "\n".join(f"{serial}\t{name}\t{amount}" for serial, (name, amount) in enumerate(shares.items(), 1))
    return f"""榆林市财政局文件

{number}

{title}

各县（市、区）财政局：

为保障困难群众基本生活，现下达你们2021年困难群众救助补助资金{total}万元（分配数额详见附件），有关事项通知如下：

一、该项资金收入列2021年政府收支分类科目“1100248社会保障和就业共同财政事权转移支付收入”。

二、请加强资金管理，专款专用。

附件：2021年困难群众救助补助资金分配表

榆林市财政局
2021年3月15日

抄送：市民政局。

榆林市财政局办公室　　2021年3月16日印发

附件

2021年困难群众救助补助资金分配表

单位：万元

序号\t县（市、区）\t金额
{rows}
\t合计\t{total}
"""
