from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.allocation.table import normalize_allocation
from normalize.performance.owners import Claim, Owner, find_owners, identity
from schemas.dataset.codes import MatchMethod
from schemas.notice import Allocation, Evidence
from tests.normalize.printing import allocation, people

E = Evidence
ROSTER = people("411400")


def paid(*rows: str) -> list[Allocation]:
    return [normalize_allocation(allocation("县区 金额", *rows), 1, ROSTER, frozenset())]


def owners(allocations: list[Allocation], *claims: str) -> tuple[Owner, ...]:
    """Claims of name and 万元 between blanks; `.` for nothing."""
    made = []
    for claim in claims:
        name, amount = claim.split()
        yuan = None if amount == "." else Decimal(amount) * 10000
        made.append(Claim(printed="" if name == "." else name, yuan=yuan))
    return find_owners(made, allocations, ROSTER)


ROWS = ("睢县 421", "宁陵县 376", "虞城县 430", "夏邑县 430")


@pytest.mark.parametrize(
    ("claims", "names"),
    [
        (["睢县 421", "宁陵县 376"], ["睢县", "宁陵县"]),
        (["睢县 1", "宁陵 ."], ["睢县", "宁陵县"]),  # a name outweighs another amount
        (["虞诚县 430"], ["虞城县"]),  # misspelt
        (
            ["睢县 421", ". 376", "虞城县 430", "夏邑县 430"],
            ["睢县", "宁陵县", "虞城县", "夏邑县"],
        ),  # only one is left
        (["睢县 421", ". 376"], ["睢县", "宁陵县"]),  # amount and order
        (["睢县 421", ". 430"], ["睢县", None]),  # two are paid as much
        (["睢县 421", ". ."], ["睢县", None]),  # order alone names nobody
        (["某学校 9"], [None]),
    ],
)
def test_owners(claims: list[str], names: list[str | None]) -> None:
    rows = ROWS if claims != ["某学校 9"] else (*ROWS, "丁 9", "戊 9")
    found = owners(paid(*rows), *claims)
    if claims == ["某学校 9"]:
        assert found[0].match.division_code is None  # an institution that the table doesn't name
    else:
        assert [owner.match.name for owner in found] == names


TOWNS = people("411422")


def town_owner(printed: str, yuan: int | None) -> Owner:
    rows = ("尚屯镇 40", "西陵寺镇 60")
    table = normalize_allocation(allocation("县区 金额", *rows), 1, TOWNS, frozenset())
    (found,) = find_owners(
        [Claim(printed=printed, yuan=None if yuan is None else Decimal(yuan))], [table], TOWNS
    )
    return found


@pytest.mark.parametrize(
    ("printed", "yuan", "name", "light"),
    [
        ("尚囤镇", None, "尚屯镇", True),
        ("西陵侍镇", None, "西陵寺镇", False),
        ("高屯镇", None, None, False),  # another township's own name
        ("高屯镇", 400000, "尚屯镇", True),  # but the sum is 尚屯镇's alone
        ("东陵寺镇", None, None, False),  # east is not west
    ],
)
def test_a_likeness_to_a_township_needs_more_than_half_a_name(printed, yuan, name, light) -> None:
    match = town_owner(printed, yuan).match
    assert (match.name, match.light) == (name, light)


def test_evidence_is_told() -> None:
    found = owners(paid(*ROWS), "睢县 421", ". 376", "虞城县 430", "夏邑县 430")
    assert found[0].evidence == ()
    assert (found[1].match.method, set(found[1].evidence)) == (
        MatchMethod.INFERRED,
        {E.AMOUNT, E.ORDER, E.ONLY},
    )


def test_those_without_money_need_no_table() -> None:
    found = owners(paid("睢县 421", "宁陵县 0", "虞城县 430"), "睢县 421", ". 1")
    assert found[1].match.name == "虞城县"  # the only one with money that is left
    assert found[1].evidence


def test_without_an_allocation_names_alone_decide() -> None:
    assert [owner.match.name for owner in owners([], "睢县 421", "口口 5")] == ["睢县", None]


def test_an_institution_as_the_allocation_prints_it() -> None:
    found = owners(paid("睢县 421", "市特殊教育学校 9"), "市特殊教育学校 9")
    assert found[0].match.name == "市特殊教育学校"


def test_identity_is_the_code_else_the_name() -> None:
    one, other = owners(paid("睢县 421", "市特殊教育学校 9"), "睢县 1", "市特殊教育学校 9")
    assert identity(one.match) == "411422"
    assert identity(other.match) == "市特殊教育学校"


CLAIMS = st.lists(
    st.builds(
        Claim,
        printed=st.text(max_size=5) | st.sampled_from(["睢县", "宁陵", "虞诚县"]),
        yuan=st.none() | st.sampled_from([Decimal(4210000), Decimal(5)]),
    ),
    max_size=6,
)


@given(CLAIMS)
def test_never_raises_and_no_payee_is_inferred_twice(claims: list[Claim]) -> None:
    found = find_owners(claims, paid(*ROWS), ROSTER)
    assert len(found) == len(claims)
    inferred = [identity(owner.match) for owner in found if owner.evidence]
    assert len(inferred) == len(set(inferred))
