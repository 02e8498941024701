"""Target tables: a fund's own indicators, targets that fit their names, one template for all recipients."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from benchmarks.synthetic.facts import Form, Indicator, Performance, Place
from benchmarks.synthetic.source import Chance, likely, phrases, sample
from schemas.reference.indicators import CatalogueIndicator, indicators
from schemas.reference.levels import level_tree

_FEWEST = 5
_COUNT = re.compile(r"人数|人次|户数|数量|面积|个数|里程|长度|项目数|批次|天数|[（(][^（）()]{1,3}[)）]$")
_SHARE = re.compile(r"[率]|比例|覆盖|满意")
_TIME = re.compile(r"时间|期限|完成时")
_MONEY = re.compile(r"标准|成本|单价|人均")
_LOW = re.compile(r"失业率|死亡率|差错率|投诉|事故|变质|超支")


@cache
def funds() -> tuple[str, ...]:
    """The catalogue's funds that have a form's worth of indicators."""
    names = [one.fund for one in indicators() if one.level1 and one.level2]
    return tuple(fund for fund in dict.fromkeys(names) if fund and names.count(fund) >= _FEWEST)


def template(source: Chance, fund: str, form: Form) -> tuple[CatalogueIndicator, ...]:
    """Up to eighteen of the fund's indicators in the form's order, each name once."""
    own = {one.name: one for one in indicators() if one.fund == fund and one.level1 and one.level2}
    chosen = sample(source, [_as_of(one, form) for one in own.values()], source.randint(_FEWEST, 18))
    order = {(path.level1, path.level2): path.order for path in level_tree().paths}
    known = [one for one in chosen if (one.level1, one.level2) in order]
    return tuple(sorted(known, key=lambda one: order[one.level1, one.level2]))


def _as_of(one: CatalogueIndicator, form: Form) -> CatalogueIndicator:
    """Since the 2022 form cost (成本指标) is a 一级指标 of its own; before, it stood below 产出指标."""
    if form == 2022 and one.level2 == "成本指标":
        return one.model_copy(update={"level1": "成本指标", "level2": "经济成本指标"})
    if form != 2022 and one.level1 == "成本指标":
        return one.model_copy(update={"level1": "产出指标", "level2": "成本指标"})
    return one


def tables(
    source: Chance, paid: Sequence[tuple[Place, Decimal]], fund: str, form: Form, year: int
) -> tuple[Performance, ...]:
    """One table for each recipient; rates are the template's, counts each recipient's own."""
    rows = template(source, fund, form)
    common = [_target(source, one.name, year) for one in rows]
    goals = sample(source, [text.format(fund=fund) for text in phrases().goals], source.randint(1, 5))
    found = []
    for place, amount in paid:
        targets = [_own(source, one.name, text) for one, text in zip(rows, common, strict=True)]
        made = tuple(
            Indicator(level1=one.level1, level2=one.level2, name=one.name, target=text)
            for one, text in zip(rows, targets, strict=True)
        )
        found.append(Performance(place=place, amount=amount, goals=goals, indicators=made))
    return tuple(found)


def _target(source: Chance, name: str, year: int) -> str:
    if _TIME.search(name):
        return source.choice(phrases().deadlines).format(year=year)
    if _SHARE.search(name):
        if _LOW.search(name):
            return f"≤{source.choice((1, 3, 4.5, 5))}%"
        return source.choice(("≥80%", "≥85%", "≥90%", "≥92%", "≥95%", "≥98%", "100%"))
    if _COUNT.search(name):
        return f"≥{source.randint(2, 3000)}"
    if _MONEY.search(name):
        return source.choice(("不低于上年", "≤600元", "≤1200元", "≥450元/人·月", "按标准执行"))
    return source.choice(phrases().qualitative)


def _own(source: Chance, name: str, common: str) -> str:
    """A count of people or places differs from recipient to recipient."""
    if _COUNT.search(name) and re.fullmatch(r"≥\d+", common):
        return f"≥{source.randint(2, 3000)}" if likely(source, 0.9) else common
    return common
