import pytest

from normalize.home import infer_jurisdiction

CASES = [
    # the place before the title
    ("东营市扶贫资金公示", [], "370500"),
    ("山东省东营市利津县项目公示", [], "370522"),
    # the year stands before the place, in a table's title
    ("2023年利津县耕地地力保护补贴发放情况统计表", [], "370522"),
    # counties of one prefecture, by their full or short names
    ("资金分配情况公示", ["修武", "博爱", "武陟", "温县", "沁阳", "孟州"], "410800"),
    # of several prefectures: the province's
    ("分配方案", ["伊通县", "磐石市", "大安市", "和龙市"], "220000"),
    # a name of several provinces beside others that tell
    ("分配方案", ["市中区", "五通桥区", "犍为县", "夹江县"], "511100"),
    # bureaus and totals name no place
    ("分配方案", ["市教育局", "合计", "修武县", "博爱县", "武陟县"], "410800"),
    # two names are few
    ("分配方案", ["修武县", "博爱县"], None),
    # names of several provinces alone
    ("分配方案", ["城区", "郊区", "鼓楼区"], None),
    # counties all over the country
    ("分配方案", ["修武县", "利津县", "犍为县", "大安市"], None),
    # the title's place and the recipients contradict each other
    ("东营市扶贫资金公示", ["修武县", "博爱县", "武陟县"], None),
    # a word that begins like a place
    ("吉林油田资金公示", [], None),
    ("关于下达利津县资金的通知", [], None),
]


@pytest.mark.parametrize(("title", "recipients", "code"), CASES)
def test_inferred_jurisdiction(title: str, recipients: list[str], code: str | None) -> None:
    found = infer_jurisdiction(["资金分配表", title], recipients, 2019)
    assert found.code == code
    assert found.inferred == (code is not None)
