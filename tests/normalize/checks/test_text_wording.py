"""Wordings of one fact: which are held against the table, and which say nothing that could be.

The table sends 100 万元, 70 the centre's and 30 the province's: 东营区 30 (20, 10), 河口区 25.5, 垦利区 20,
利津县 14.5, 广饶县 10.
"""

import pytest

from normalize.checks import text_parts as checks
from tests.normalize.checks.test_text_parts import SENT, said

COUNTIES = "东营区30万元、河口区25.5万元、垦利区20万元、利津县14.5万元、广饶县10万元"
WRONG = (
    # 分别: names first, sums behind.
    f"{SENT}，中央资金和省级资金分别为71万元和29万元。",
    f"{SENT}，其中中央资金、省级资金分别为71万元、29万元。",
    f"{SENT}。分别安排东营区、河口区31万元、25.5万元。",
    f"{SENT}。东营区、河口区分别安排31万元、25.5万元。",
    # 和, 以及 between two sums.
    f"{SENT}，其中中央资金71万元和省级资金29万元。",
    f"{SENT}，包括中央资金71万元以及省级资金29万元。",
    # One sum for each of several.
    f"{SENT}。安排东营区、河口区各31万元。",
    # Numbered lists, also in sentences of their own.
    f"{SENT}，具体如下：1.东营区31万元；2.河口区25.5万元。",
    f"{SENT}，具体如下：（1）东营区30万元；（2）河口区26万元。",
    f"{SENT}。具体如下：1.东营区30万元。2.河口区26万元。",
    # A fund whose name holds a word that marks what isn't sent.
    "现下达再就业资金100万元，其中：中央资金71万元、省级资金40万元。",
    "现下达配套基础设施资金100万元，包括中央资金71万元、省级资金40万元。",
    "现下达中央预算内投资100万元，其中中央资金71万元，省级资金40万元。",
    # Tasks named after those for whom they are don't lie across each other.
    f"{SENT}，其中：巩固脱贫攻坚成果任务70万元、少数民族发展任务50万元。",
    # 等 behind a name is no rest of the list.
    f"{SENT}，包括中央资金71万元、省级资金28万元，支持东营区等5个县。",
    # The notice's own year.
    f"{SENT}。2021年安排东营区31万元。",
    f"{SENT}。安排东营区31万元、河口区25.5万元。",
    f"{SENT}，其中：中央资金70万元、省级资金30万元，合计110万元。",
)
RIGHT = (
    f"{SENT}，中央资金和省级资金分别为70万元和30万元。",
    f"{SENT}，包括中央资金70万元以及省级资金30万元。",
    f"{SENT}，其中：第一批中央资金50万元，第二批中央资金20万元，省级资金30万元。",
    f"{SENT}：{COUNTIES}。",
    # What the first of a list is for, the others are for.
    f"{SENT}。安排东营区工作经费5万元、河口区3万元。",
    f"{SENT}。安排东营区30万元、河口区工作经费5万元、垦利区3万元。",
    # Settlements: a list that adds and takes away.
    "核定你们2021年资金180万元，已提前下达80万元，本次下达100万元。",
    "本次下达100万元（应下达150万元，扣回上年结余50万元）。",
    f"{SENT}（应下达110万元，抵扣上年结余10万元）。",
    f"{SENT}，包括：应补助105万元，扣减5万元。",
    # Other years, running totals, instalments.
    f"{SENT}。累计安排东营区60万元。",
    f"{SENT}。去年安排东营区28万元。",
    f"{SENT}。2020年安排东营区28万元，2019年安排东营区26万元。",
    f"{SENT}。首次拨付东营区15万元。",
    f"{SENT}。按50%拨付东营区15万元。",
    f"{SENT}。先拨付东营区15万元。",
    f"{SENT}。下一步将追加安排东营区10万元。",
    f"{SENT}，比上年增加20万元，其中东营区增加5万元。",
    # Singled out once more behind a complete list.
    f"{SENT}，其中{COUNTIES}，重点支持东营区30万元。",
    f"{SENT}，包括{COUNTIES}，重点支持东营区30万元、河口区25.5万元。",
    # Places and people of such names may be the same ones.
    f"{SENT}，其中：脱贫县70万元、少数民族县50万元。",
    f"{SENT}，其中直达资金70万元、中央资金70万元。",
    # Money beside what is sent.
    f"{SENT}，省财政另安排东营区5万元。",
    f"{SENT}，总投资200万元，其中中央资金80万元。",
    f"{SENT}，市级配套资金60万元。",
    f"{SENT}，包括中央资金70万元等。",
)


@pytest.mark.parametrize("text", WRONG)
def test_held(text: str) -> None:
    notice = said(text)
    assert [*checks.against_tables(notice), *checks.own_sums(notice)]


@pytest.mark.parametrize("text", RIGHT)
def test_let_pass(text: str) -> None:
    notice = said(text)
    assert not [*checks.against_tables(notice), *checks.own_sums(notice)]
