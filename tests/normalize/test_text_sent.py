import pytest

from normalize.text_sent import of_another_time, sent_otherwise


@pytest.mark.parametrize(
    "label",
    [
        "已下达甲县",
        "申请资金",
        "总投资",
        "投资概算",
        "扣回资金",
        "应下达资金",
        "市级配套资金",
        "另安排甲县",
        "按50%拨付甲县",
        "首次拨付",
    ],
)
def test_not_sent_by_this_notice(label: str) -> None:
    assert sent_otherwise(label)


@pytest.mark.parametrize(
    "label",
    [
        "再就业补助资金",
        "配套基础设施建设资金",
        "中央预算内投资",
        "再生资源资金",
        "先行示范区建设资金",
        "现提前下达甲县",
        "已脱贫人口补助",
    ],
)
def test_names_of_funds(label: str) -> None:
    assert not sent_otherwise(label)


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("去年安排甲县", True),
        ("2020年，安排甲县", True),
        ("2020年安排甲县3万元，2021年安排乙县", False),  # the last one counts
        ("去年安排甲县3万元，此次安排乙县", False),
        ("累计安排甲县", True),
        ("根据2020年绩效评价结果，安排甲县", False),  # what it goes by, not when
        ("安排甲县", False),
    ],
)
def test_of_another_time(sentence: str, other: bool) -> None:
    assert of_another_time(sentence, {2021}) is other


def test_without_a_year_of_its_own_any_may_be_the_notices() -> None:
    assert not of_another_time("2020年安排甲县", frozenset())
