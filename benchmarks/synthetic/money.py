"""Columns and figures: what a table counts and how much everybody gets."""

from decimal import Decimal
from typing import Literal

from benchmarks.synthetic.facts import Amounts, Column
from benchmarks.synthetic.source import Chance, likely, phrases, weighted
from schemas.dataset.codes import Unit
from schemas.model import Frozen

Plan = Literal["one", "earlier", "parts", "projects", "funds", "adjust", "counted", "blocks"]
_PLANS: dict[Plan, float] = {
    "one": 9, "earlier": 3, "parts": 3, "projects": 2, "funds": 1, "adjust": 1, "counted": 3, "blocks": 1,
}  # fmt: skip
# Unit → digits behind the point and their weights; the least and most in steps of the last digit.
_DIGITS: dict[Unit, dict[int, float]] = {
    Unit.WAN: {0: 5, 1: 2, 2: 3, 4: 1},
    Unit.YUAN: {0: 4, 2: 2},
    Unit.YI: {4: 1, 2: 1},
}


class Scale(Frozen):
    """How figures of this notice look: at most `digits` behind the point."""

    unit: Unit
    digits: int


def scale(source: Chance, level: str) -> Scale:
    """A unit that fits the level, and how fine its figures are."""
    yi = {Unit.YI: 0.6} if level == "province" else {}
    unit = weighted(source, {Unit.WAN: 8, Unit.YUAN: 2, **yi})
    return Scale(unit=unit, digits=weighted(source, _DIGITS[unit]))


def figure(source: Chance, found: Scale) -> Decimal:
    """One amount, log-uniform between 2 and 3000 万元 (times 100 for 亿元)."""
    wan = Decimal(round(10 ** source.uniform(0.4, 3.4), 4)) * (100 if found.unit == Unit.YI else 1)
    value = wan * Unit.WAN.factor / found.unit.factor
    step = Decimal(100) if found.unit == Unit.YUAN and found.digits == 0 else Decimal(1).scaleb(-found.digits)
    return max((value / step).to_integral_value() * step, step)


def columns(source: Chance, word: str) -> tuple[Plan, tuple[Column, ...]]:
    """A plan and its columns, left to right."""
    plan = weighted(source, _PLANS)
    if plan == "blocks":
        return plan, _blocks(source, word)
    made = _labelled(source, plan, word)
    return plan, tuple(Column.model_validate({"label": label, "role": role}) for label, role in made)


def _blocks(source: Chance, word: str) -> tuple[Column, ...]:
    """合计 beside one block a source of money, each with what went before and what comes now."""
    sources = (phrases().part_words_region if word == "自治区" else phrases().part_words)[0]
    earlier, now = source.choice(phrases().earlier_words), source.choice(phrases().now_words)
    found = [Column(label=source.choice(phrases().sum_words), role="sum")]
    for over in sources:
        found += [Column(label=earlier, role="earlier", over=over), Column(label=now, role="main", over=over)]
    return tuple(found)


def _labelled(source: Chance, plan: Plan, word: str) -> list[tuple[str, str]]:
    words = phrases()
    if plan == "one":
        return [(source.choice(words.amount_words), "main")]
    if plan == "counted":
        found = [(source.choice(words.count_words), "count"), (source.choice(words.amount_words), "main")]
        return (
            [found[0], (source.choice(words.standard_words), "standard"), found[1]]
            if likely(source, 0.5)
            else found
        )
    if plan == "adjust":
        return list(zip(words.adjust_words, ("earlier", "main", "sum"), strict=True))
    total = source.choice(words.sum_words)
    if plan == "earlier":
        parts = [(source.choice(words.earlier_words), "earlier"), (source.choice(words.now_words), "main")]
        return _with_sum(source, parts, (total, "sum"))
    region = words.part_words_region if word == "自治区" else words.part_words
    choice = source.choice(region if plan == "parts" else words.project_words)
    if plan == "funds":
        return [(label, "main") for label in choice[:2]]
    return _with_sum(source, [(label, "part") for label in choice], (total, "main"))


def _with_sum(source: Chance, parts: list[tuple[str, str]], total: tuple[str, str]) -> list[tuple[str, str]]:
    return [total, *parts] if likely(source, 0.55) else [*parts, total]


def amounts(source: Chance, plan: Plan, found: tuple[Column, ...], size: Scale) -> Amounts:
    """One recipient's row: the sum column is the sum of its parts; sometimes zero, blank or negative."""
    drawn: list[Decimal | None] = [_cell(source, plan, column, size) for column in found]
    target = next((i for i, c in enumerate(found) if c.role == "sum"), None)
    if plan in ("parts", "projects"):
        target = next(i for i, c in enumerate(found) if c.role == "main")
    if target is not None:
        drawn[target] = sum((a or Decimal(0) for i, a in enumerate(drawn) if i != target), Decimal(0))
    return tuple(drawn)


def _cell(source: Chance, plan: Plan, column: Column, size: Scale) -> Decimal | None:
    if column.role == "count":
        return Decimal(source.randint(3, 4000))
    if column.role == "standard":
        return Decimal(source.choice((300, 450, 500, 600, 1000)))
    value = figure(source, size)
    if plan == "adjust" and column.role == "main":
        return -min(value, Decimal(5)) if likely(source, 0.4) else value
    if likely(source, 0.03):
        return Decimal(0)
    return None if column.role in ("part", "earlier") and likely(source, 0.08) else value
