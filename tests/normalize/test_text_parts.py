"""Sentences → sums and their parts, as `whole: label sum, …`; `!` behind a list that names all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.jurisdiction import find_jurisdiction
from normalize.recipients.roster import roster
from normalize.text_parts import read_breakdowns
from tests.normalize.build import YEAR, allocation, clause

ROSTER = roster(find_jurisdiction(["东营市财政局"], [], [], YEAR), YEAR)


def lists(text: str) -> list[str]:
    found = read_breakdowns([clause(text)], [allocation()], ROSTER)
    return [
        (f"{one.whole.amount.printed}: " if one.whole else "")
        + ", ".join(f"{part.label} {part.amount.printed}" for part in one.parts)
        + ("!" if one.exhaustive else "")
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("现下达资金9万元，其中：中央7万元，省级2万元。", ["9万元: 中央 7万元, 省级 2万元"]),
        ("现下达资金9万元（其中中央7万元、省级2万元）。", ["9万元: 中央 7万元, 省级 2万元"]),
        ("现下达资金9万元。其中：中央7万元。省级2万元。", ["9万元: 中央 7万元"]),  # 。 ends the list
        ("现下达资金9万元，包括中央7万元、省级2万元。", ["9万元: 中央 7万元, 省级 2万元!"]),
        ("现下达资金9万元，包括中央7万元、省级1万元等。", ["9万元: 中央 7万元, 省级 1万元"]),
        ("现下达中央7万元、省级2万元，共计9万元。", ["9万元: 中央 7万元, 省级 2万元!"]),
        (
            "省财政厅下达8万元，现下达中央7万元、省级2万元，共计9万元。",  # a new sentence to its verb
            ["9万元: 中央 7万元, 省级 2万元!"],
        ),
        # A bracket divides the part before it, and the list goes on behind it.
        (
            "现下达资金9万元，其中：中央7万元（其中直达3万元），省级2万元。",
            ["9万元: 中央 7万元, 省级 2万元", "7万元: 直达 3万元"],
        ),
        # Without a bracket only a county's sum is divided; else it may be the whole that is.
        (
            "现下达资金9万元，其中：东营区7万元，其中低保3万元；河口区2万元。",
            ["9万元: 东营区 7万元, 河口区 2万元", "7万元: 低保 3万元"],
        ),
        ("现下达资金9万元，其中：中央7万元，其中直达3万元。", ["9万元: 中央 7万元", "9万元: 直达 3万元"]),
        (
            "现下达资金9万元，其中：东营区7万元，河口区2万元，其中低保3万元。",
            ["9万元: 东营区 7万元, 河口区 2万元"],
        ),
        ("安排东营区30万元、河口区5万元。", ["东营区 30万元", "河口区 5万元"]),
        ("安排东营区、河口区30万元。", []),  # one sum for two
        ("东营区投入30万元。", []),
        ("已下达东营区30万元。", []),
        ("每人每月500元，其中中央300元。", []),  # parts of a rate
        ("其中：中央7万元。", []),  # of what?
        ("安排利津县城30万元。", ["利津县城 30万元"]),  # `rest` says 城: no check takes it for the county's
    ],
)
def test_lists_of_parts(text: str, found: list[str]) -> None:
    assert lists(text) == found


@pytest.mark.parametrize(
    ("label", "payee", "rest"),
    [
        ("东营区", "370502", ""),
        ("利津", "370522", ""),  # the short name
        ("广饶县财政局", "370523", ""),
        ("河口区低保资金", "370503", "低保资金"),
        ("济南市", None, "济南市"),  # nobody of these tables
    ],
)
def test_whose_sum(label: str, payee: str | None, rest: str) -> None:
    text = f"现下达资金9万元，其中：{label}3万元。"
    ((part,),) = (one.parts for one in read_breakdowns([clause(text)], [allocation()], ROSTER))
    assert (part.payee, part.rest) == (payee, rest)


@given(st.text(alphabet="其中包括：（），、；。现下达安排东营区资金各共计9元万亿每", max_size=60))
def test_never_raises(text: str) -> None:
    for one in read_breakdowns([clause(text)], [allocation()], ROSTER):
        assert one.parts
