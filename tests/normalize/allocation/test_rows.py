from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.allocation.rows import leads, parents
from normalize.recipients.match import match_names
from schemas.dataset.codes import RowKind
from tests.normalize.printing import people

KINDS = {RowKind.RECIPIENT: "r", RowKind.TOTAL: "T", RowKind.SUBTOTAL: "s", RowKind.DETAIL: "d"}
NAMES = [
    "合计",
    "小计",
    "",
    "贵阳市",
    "贵阳市小计",
    "市本级",
    "南明区",
    "清镇市",
    "其中：直管",
    "黔东南州",
    "凯里市",
    "雷山县",
    "全省合计",
    "某医院",
]


def kinds(*names: str, code: str = "520000") -> str:
    return "".join(KINDS[lead.kind] for lead in leads(names, people(code)))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["合计", "贵阳市", "遵义市"], "Trr"),
        (["贵阳市", "遵义市", "总计"], "rrT"),
        (["全省合计", "贵阳市"], "Tr"),
        (["贵州省", "贵阳市", "遵义市"], "Trr"),  # named by the issuer
        (["贵州省合计", "贵阳市"], "Tr"),
        (["", "贵阳市", "遵义市"], "Trr"),  # not named at all
        (["贵阳市", "遵义市", ""], "rrT"),
        (["贵阳市", "", "遵义市"], "rrr"),  # a blank in the middle is no total
        (["小计", "贵阳市", "遵义市"], "Trr"),  # the only one, whatever its word
        (["合计", "小计", "贵阳市", "小计", "遵义市"], "Tsrsr"),
        (["小计", "贵阳市", "合计"], "srT"),
        (["合计", "贵阳市小计", "南明区", "遵义市小计", "播州区"], "Tsrsr"),
        (["合计", "贵阳市", "其中：市本级", "遵义市"], "Trdr"),
        (["贵阳市"], "r"),
        ([], ""),
    ],
)
def test_leads(names: list[str], expected: str) -> None:
    assert kinds(*names) == expected


def test_the_short_name_of_a_member_is_no_total() -> None:
    """临夏 is 临夏州's, its city's and its county's."""
    assert kinds("临夏", "永靖县", "和政县", code="622900")[0] == "r"


def tree(*rows: str, code: str = "520000") -> list[tuple[str, int | None]]:
    """Rows of name and figure → kind and parent (by index)."""
    names = [row.split()[0] for row in rows]
    main = [None if row.split()[1] == "." else Decimal(row.split()[1]) for row in rows]
    found = leads(names, people(code))
    asked = [lead.sums or lead.name for lead in found]
    matches = [
        match_names([name], people(code))[0] if lead.kind != RowKind.TOTAL and name else None
        for name, lead in zip(asked, found, strict=True)
    ]
    final, above = parents(found, matches, main)
    return [(KINDS[kind], parent) for kind, parent in zip(final, above, strict=True)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["合计 9", "贵阳市小计 5", "市本级 2", "清镇市 3", "遵义市 4"], "T s r1 r1 r"),  # members below it
        (["市本级 2", "清镇市 3", "贵阳市小计 5", "遵义市 4", "合计 9"], "r2 r2 s r T"),  # members above it
        (["合计 9", "贵阳市 5", "市本级 2", "清镇市 3", "遵义市 4"], "T s r1 r1 r"),  # no word for a sum
        (["合计 9", "贵阳市 5", "清镇市 5", "黔东南州 4", "凯里市 4"], "T s r1 s r3"),
        (["合计 9", "贵阳市 4", "清镇市 5"], "T r r"),  # it doesn't add up: both are paid
        (
            ["合计 9", "贵阳市小计 6", "市本级 2", "清镇市 3", "遵义市 4"],
            "T s r1 r1 r",
        ),  # wrong, and still a subtotal
        (["合计 9", "贵阳市 5", "其中：清镇市 3", "遵义市 4"], "T r d1 r"),
        (["合计 5", "小计 3", "贵阳市 1", "遵义市 2", "小计 2", "安顺市 2"], "T s r1 r1 s r4"),
        (["贵阳市 1", "遵义市 2", "小计 3", "安顺市 2", "小计 2", "合计 5"], "r2 r2 s r4 s T"),
        (["合计 .", "贵阳市小计 .", "清镇市 3"], "T s r1"),  # no figures to add up
    ],
)
def test_parents(rows: list[str], expected: str) -> None:
    printed = " ".join(kind + ("" if parent is None else str(parent)) for kind, parent in tree(*rows))
    assert printed == expected


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(["0", "1", "2", "3"])), max_size=10))
def test_parents_are_subtotals_or_have_details(rows: list[tuple[str, str]]) -> None:
    found = tree(*(f"{name or '合计'} {figure}" for name, figure in rows))
    assert sum(kind == "T" for kind, _ in found) <= 1
    for number, (kind, parent) in enumerate(found):
        assert parent is None or (parent != number and (kind == "d" or found[parent][0] == "s"))
