"""The measured columns of an allocation table → measure, unit and role.

The role is decided by evidence first, label second: of the columns that may be what this notice sends
down, the one whose total the body text names is it.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from normalize.allocation.groups import grouped
from schemas.dataset.codes import ColumnRole, Measure, Unit
from schemas.model import Frozen
from schemas.notation.money import find_units
from schemas.notation.text import canonical
from schemas.notice import AllocationColumn

_MONEY = re.compile(
    r"金额|资金|经费|补助$|补助款|下达|拨付|合计|小计|总额"
    r"|(?:预算|安排|分配|调整|增减|清算|结算|指标|补助|奖励|应补|收回|扣减|到位|支出)数"
    r"|(?:补贴|补助|奖补|奖励)(?:系统|发放|拨付|兑付)数|投资(?:规模|总?额)"
)
_MEASURES: tuple[tuple[re.Pattern[str], Measure], ...] = (
    (re.compile(r"标准|单价|均价|人均|每人|元/|元／"), Measure.STANDARD),
    (re.compile(r"比例|占比|[比率]$|[%％]|系数|权重|得分|分值|因素分"), Measure.RATE),
    (
        re.compile(
            r"人数|人次|人口|户数|数量|个数|面积|里程|规模|[（(](?:人|户|亩|个|所|公里|座|只|头|名|套|万人|万亩|平方米)[)）]|数$"
        ),
        Measure.COUNT,
    ),
)
_RATE_UNIT = re.compile(r"((?:百万|[千万亿])?元)\s*[/／每]")
_EARLIER = re.compile(r"提前|已下达|已拨|前期|原下达|原安排|此前|预拨|预下达|上年|调整前|年初|已安排|已预")
# What a project costs or asks for isn't what it gets.
_ASKED = re.compile(r"投资|造价|中标|申报|申请|需求|自筹|配套|应承担")
_SUM = re.compile(r"合计|总计|小计|共计|总额|调整后|全年|累计|总量")
_NOW = re.compile(
    r"本次|此次|本批|现下达|这次|本期|第[一二三四五六七八九十\d]+批|再次|追加|清算|应补|实际下达|调整数|增减"
)


class Figures(Frozen):
    """A column's figures by row; null where nothing is printed. `total` is the printed total's, if any."""

    values: tuple[Decimal | None, ...]
    total: Decimal | None


def measure_of(path: Sequence[str]) -> Measure:
    """What the column counts, by its lowest label that says so; money unless a label says otherwise."""
    for label in reversed([canonical(part) for part in path]):
        if _MONEY.search(label) and not re.search(r"标准|比例|人数", label):
            return Measure.AMOUNT
        found = next((measure for words, measure in _MEASURES if words.search(label)), None)
        if found:
            return found
    return Measure.AMOUNT


def unit_of(path: Sequence[str], default: Unit | None) -> Unit | None:
    """The unit in the column's own labels, else the table's."""
    units = [unit for part in reversed(path) for unit in find_units(part)]
    return units[0] if units else default


def rate_unit_of(path: Sequence[str]) -> Unit | None:
    """元 of 补助标准（元/人）: what a standard is in, whatever the sums of the table are in."""
    rates = [Unit(found[1]) for part in reversed(path) if (found := _RATE_UNIT.search(part))]
    return rates[0] if rates else None


def with_roles(
    columns: Sequence[AllocationColumn], figures: Sequence[Figures], sent: frozenset[Decimal]
) -> tuple[AllocationColumn, ...]:
    """The columns with their roles; `sent` are the sums in 元 that the body text sends down."""
    amounts = [i for i, c in enumerate(columns) if c.measure == Measure.AMOUNT]
    money = [i for i in amounts if not _ASKED.search(columns[i].printed)] or amounts
    roles = dict.fromkeys(range(len(columns)), ColumnRole.OTHER)
    nested = grouped({i: columns[i].printed for i in money}, [i for i in money if _is_sum_label(columns[i])])
    heads = [i for i in money if i in nested.paths]
    labels = {i: " / ".join(path) for i, path in nested.paths.items()}
    if len(heads) == 1:
        roles[heads[0]] = ColumnRole.MAIN
    elif heads:
        roles |= _roles(heads, labels, columns, figures, sent)
    for part, head in reversed(tuple(nested.parts.items())):
        roles[part] = _of_part(roles[head])
    return tuple(c.model_copy(update={"role": roles[i]}) for i, c in enumerate(columns))


def _is_sum_label(column: AllocationColumn) -> bool:
    return bool(_SUM.search(column.printed.rpartition(" / ")[2]))


def _of_part(role: ColumnRole) -> ColumnRole:
    """What a part of a column of that role is."""
    return {ColumnRole.MAIN: ColumnRole.PART, ColumnRole.SUM: ColumnRole.OTHER}.get(role, role)


def _roles(
    money: Sequence[int],
    labels: Mapping[int, str],
    columns: Sequence[AllocationColumn],
    figures: Sequence[Figures],
    sent: frozenset[Decimal],
) -> dict[int, ColumnRole]:
    by_label = {i: _label_role(labels[i]) for i in money}
    sums = [i for i in money if by_label[i] == ColumnRole.SUM]
    earlier = [i for i in money if by_label[i] == ColumnRole.EARLIER]
    named = [i for i in money if _in_yuan(columns[i], figures[i]) in sent]
    if sums and (not earlier or (named and set(named) <= set(sums))):
        return _parts_of(sums, money, by_label)
    if earlier:
        return {i: by_label[i] for i in money}
    whole = next((i for i in money if _is_sum(i, money, figures)), None)
    return _parts_of([whole], money, by_label) if whole is not None else _all_main(money, by_label)


def _label_role(label: str) -> ColumnRole:
    """By the lowest label that says something: 下达资金 / 提前下达 is earlier."""
    for part in reversed(label.split(" / ")):
        if _NOW.search(part):
            return ColumnRole.MAIN
        if _EARLIER.search(part):
            return ColumnRole.EARLIER
        if _SUM.search(part):
            return ColumnRole.SUM
    return ColumnRole.MAIN


def _parts_of(
    sums: Sequence[int], money: Sequence[int], by_label: dict[int, ColumnRole]
) -> dict[int, ColumnRole]:
    """The first sum is what is sent; the other money columns are its parts, further sums say nothing more."""
    roles = dict.fromkeys(money, ColumnRole.PART)
    roles |= dict.fromkeys(sums, ColumnRole.OTHER)
    roles[sums[0]] = ColumnRole.MAIN
    return roles | {
        i: r for i, r in by_label.items() if r == ColumnRole.EARLIER and i not in sums and len(money) > 3
    }


def _all_main(money: Sequence[int], by_label: dict[int, ColumnRole]) -> dict[int, ColumnRole]:
    """Funds side by side without a sum: each is sent down; nothing is counted twice."""
    return {i: by_label[i] if by_label[i] == ColumnRole.EARLIER else ColumnRole.MAIN for i in money}


def _is_sum(column: int, money: Sequence[int], figures: Sequence[Figures]) -> bool:
    """Whether the column is, row by row, the sum of all the others: of two in two rows, of three in one."""
    others = [i for i in money if i != column]
    rows = range(len(figures[column].values))
    checked = [r for r in rows if figures[column].values[r] is not None]
    return (
        len(others) >= 2
        and len(checked) >= (2 if len(others) == 2 else 1)
        and all(
            figures[column].values[r] == sum((figures[o].values[r] or Decimal(0) for o in others), Decimal(0))
            for r in checked
        )
    )


def _in_yuan(column: AllocationColumn, figures: Figures) -> Decimal | None:
    if column.unit is None or figures.total is None:
        return None
    return (figures.total * column.unit.factor).normalize()
