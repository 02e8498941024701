"""Clauses of running text → who gets what; a row a wording, most after real notices."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.amounts import read_amounts
from normalize.jurisdiction import find_jurisdiction
from normalize.prose.allocate import prose_allocations
from normalize.recipients.roster import roster
from normalize.text_amounts import read_text_amounts
from schemas.dataset.codes import AllocationOrigin
from schemas.document import Problem, ProblemKind
from schemas.notice import Allocation
from tests.normalize.build import YEAR, clause

HERE = roster(find_jurisdiction(["东营市财政局"], [], [], YEAR), YEAR)


def read(*texts: str) -> tuple[tuple[Allocation, ...], tuple[Problem, ...]]:
    clauses = [clause(text, str(n)) for n, text in enumerate(texts)]
    amounts = read_text_amounts(read_amounts(tuple(clauses)))
    return prose_allocations(clauses, amounts, HERE, frozenset({YEAR}))


def rows(table: Allocation) -> dict[str, list[str]]:
    """Recipient → its figures as printed."""
    return {r.match.name or "?": [c.printed for c in r.cells if c] for r in table.rows if r.match}


TWO = {"东营区": ["310万元"], "利津县": ["25.5万元"]}
LISTS = [
    # joined by marks behind 其中, with a code in brackets
    (("现下达资金335.5万元，其中东营区310万元（追加指标12号），利津县25.5万元。",), [TWO]),
    # 和 instead of a mark
    (("现下达你们资金335.5万元：东营区310万元和利津县25.5万元。",), [TWO]),
    # as many sums as names
    (("现下达东营区、利津县资金分别为310万元和25.5万元。",), [TWO]),
    # a paragraph each, what it is for behind a colon, parts in brackets
    (
        (
            "安排计划如下：\n东营区：3个项目12公里，计划补助资金310万元（其中车购税补助300万元，省补10万元）。"
            "\n利津县：1个项目2公里，计划补助资金25.5万元（省补资金25.5万元）。",
        ),
        [TWO],
    ),
    # a clause each, with the verb before the name and the fund behind it; 市级企业 is cut like the others
    (
        (
            "下达东营区工业发展及技术改造资金310万元；",
            "下达利津县工业发展及技术改造资金25.5万元；",
            "下达市级企业技术改造资金8万元。",
        ),
        [TWO | {"市级企业": ["8万元"]}],
    ),
    # in the brackets that divide the sum, where nothing else names anybody
    (("现下达资金335.5万元（其中：东营区310万元，利津县25.5万元），请专款专用。",), [TWO]),
    # units alone that add up to the sum they divide
    (
        ("现下达资金80万元。其中：县卫计局56万元，疾控中心20万元，中医医院4万元。",),
        [{"县卫计局": ["56万元"], "疾控中心": ["20万元"], "中医医院": ["4万元"]}],
    ),
    # an area before the sum
    (
        ("其中：东营区承担任务7000亩，本次分配资金310万元；利津县承担任务3000亩，本次分配资金25.5万元。",),
        [TWO],
    ),
    # a use behind each sum
    (("东营区310万元，用于修路；利津县25.5万元，用于建桥。",), [TWO]),
    # ranked
    (("第一名东营区奖励310万元、第二名利津县奖励25.5万元，公示期七天。",), [TWO]),
    # bureaus and zones beside the counties
    (
        ("补助标准：东营区310万元、利津县25.5万元、市城市管理局50万元、东营港经济开发区6万元",),
        [TWO | {"市城市管理局": ["50万元"], "东营港经济开发区": ["6万元"]}],
    ),
    # two funds, each with its own list
    (
        ("中央环境整治资金东营区310万元，利津县25.5万元。省级环境整治资金东营区31万元，利津县2.5万元。",),
        [TWO, {"东营区": ["31万元"], "利津县": ["2.5万元"]}],
    ),
    # two sums for each
    (
        ("东营区：中央资金310万元，省级资金9万元；利津县：中央资金25.5万元，省级资金2万元。",),
        [{"东营区": ["310万元", "9万元"], "利津县": ["25.5万元", "2万元"]}],
    ),
    # said twice: once
    (("东营区310万元、利津县25.5万元。", "各县资金为：东营区310万元、利津县25.5万元。"), [TWO]),
]


@pytest.mark.parametrize(("texts", "expected"), LISTS)
def test_lists(texts: tuple[str, ...], expected: list[dict[str, list[str]]]) -> None:
    tables, unclear = read(*texts)
    assert [rows(table) for table in tables] == expected
    assert not unclear
    assert all(table.origin is AllocationOrigin.TEXT for table in tables)


NONE = [
    # whose money it is, no recipient
    "现下达你区资金105万元（其中中央资金86万元，市级资金19万元）。",
    # areas are no money
    "其中东营区15746亩、利津县9751亩。",
    # a rate
    "东营区每亩70元，利津县每亩75元。",
    # of another year
    "2019年下达东营区310万元、利津县25.5万元。",
    # taken back
    "收回东营区310万元、收回利津县25.5万元。",
    # who gives the money
    "省财政厅下达我市资金310万元，市财政局下达资金25.5万元。",
    # sent by an earlier notice
    "此前已下达东营区310万元，已下达利津县25.5万元。",
]


@pytest.mark.parametrize("text", NONE)
def test_no_lists(text: str) -> None:
    assert read(text) == ((), ())


UNCLEAR = [
    # many sums, and nobody knows whose
    "安排如下：甲户5万元，乙户6万元，丙户7万元，丁户8万元，戊户9万元，己户10万元。",
    # units alone whose sums are not what they divide
    "现下达资金85万元。其中：县卫计局56万元，疾控中心20万元，中医医院4万元。",
    # one county alone is no list
    "另有东营区310万元。",
    # a sum for two
    "现下达东营区和利津县资金310万元。",
    # a county twice, for two uses
    "东营区修路310万元、东营区建桥31万元、利津县建桥25.5万元。",
]


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_is_not_clear_is_said_and_not_guessed(text: str) -> None:
    tables, unclear = read(text)
    assert not tables
    assert len(unclear) <= 1


@pytest.mark.parametrize(
    ("text", "stated", "complete"),
    [
        # wherever the sum stands that the list closes with
        ("收到资金335.5万元。各县如下：东营区310万元、利津县25.5万元。", "335.5万元", True),
        # behind the list
        ("东营区310万元、利津县25.5万元，共计335万元。", "335万元", True),
        # 其中 needn't name all
        ("现下达资金400万元，其中东营区310万元、利津县25.5万元。", "400万元", False),
        # nothing
        ("东营区310万元、利津县25.5万元。", None, None),
    ],
)
def test_the_sum_that_the_text_states(text: str, stated: str | None, complete: bool | None) -> None:
    (table,), _ = read(text)
    found = table.stated
    assert (found and found.amount.printed, found and found.complete) == (stated, complete)


COUNTIES = ("东营区", "河口区", "垦利区", "利津县", "广饶县")


@given(st.permutations(COUNTIES), st.data(), st.sampled_from("、，；"))
def test_any_sums_in_any_order(names: list[str], data: st.DataObject, mark: str) -> None:
    sums = data.draw(st.lists(st.decimals("0.01", 99999, places=2), min_size=5, max_size=5))
    text = mark.join(f"{name}{figure}万元" for name, figure in zip(names, sums, strict=True))
    (table,), _ = read(f"现下达资金，其中{text}。")
    assert [(r.match and r.match.name, r.cells[0] and r.cells[0].yuan) for r in table.rows] == [
        (name, figure * Decimal(10000)) for name, figure in zip(names, sums, strict=True)
    ]


@given(st.text("东营区利津县市省310.5万元、，；。其中共计（）：下达分别为各和\n", max_size=60))
def test_odd_text_ends(text: str) -> None:
    tables, _ = read(text)
    assert all(table.rows for table in tables)


@pytest.mark.parametrize(
    "text",
    [
        "现下达资金800万元。其中500万元用于东营区农村公路，300万元用于利津县饮水安全。",  # sum first
        "现下达中央资金750万元（东营区400、利津县350），请专款专用。",  # figures without a unit
        "拨付给以下学校：东营中学20万元；东营一小10万元；东营二小5万元。合计35万元。",  # names nobody knows
    ],
)
def test_somebody_gets_something_that_nobody_read(text: str) -> None:
    made, problems = read(text)
    assert not made
    assert [problem.kind for problem in problems] == [ProblemKind.TABLE_UNPARSED]


@pytest.mark.parametrize(
    "text",
    [
        "现下达资金800万元，其中：产业发展500万元，基础设施300万元。",  # uses
        "根据东营区、利津县申请，现下达资金800万元，其中中央500万元、省级300万元。",  # sources
    ],
)
def test_uses_and_sources_are_nobody(text: str) -> None:
    assert read(text) == ((), ())
