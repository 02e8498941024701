"""What a notice says, whatever it looks like.

A recipient's amounts stand in the order of the columns; `None` is a blank cell. Sums aren't facts: they are
derived (`total`, `Group.amounts`) and so always right; what a notice prints wrongly is planted later.
"""

from decimal import Decimal
from typing import Literal

from schemas.dataset.codes import Unit
from schemas.model import Frozen

Amounts = tuple[Decimal | None, ...]
Role = Literal["main", "part", "earlier", "sum", "count", "standard"]
Form = Literal[2018, 2020, 2022]


class Place(Frozen):
    """A division with its code, or somebody without one (本级, 单位): `code` is null."""

    name: str
    code: str | None = None
    short: str | None = None
    """A name in everyday use that nobody else of the notice has."""


class Part(Frozen):
    """其中: a part of what its recipient gets."""

    name: str
    amounts: Amounts


class Share(Frozen):
    """What one recipient gets."""

    place: Place
    amounts: Amounts
    parts: tuple[Part, ...] = ()


class Group(Frozen):
    """A prefecture's recipients under its subtotal; without a head the notice's recipients at large."""

    head: Place | None
    shares: tuple[Share, ...]

    @property
    def amounts(self) -> Amounts:
        """The subtotal."""
        return added([share.amounts for share in self.shares])


class Column(Frozen):
    """A measured column; `over` is the label above it that neighbours share, where the facts need one."""

    label: str
    role: Role
    over: str = ""

    @property
    def is_money(self) -> bool:
        """Neither a count nor a standard."""
        return self.role not in ("count", "standard")


class Indicator(Frozen):
    """A row of the target form: 一级, 二级, 三级指标, 指标值."""

    level1: str
    level2: str
    name: str
    target: str


class Performance(Frozen):
    """A target table (区域绩效目标表); `amount` is the 年度金额 in the notice's unit."""

    place: Place
    amount: Decimal
    goals: tuple[str, ...]
    indicators: tuple[Indicator, ...]


class Facts(Frozen):
    """One notice. `issuer` is the division that the first agency governs, `word` its own (省, 市, 州 …)."""

    issuer: Place
    level: Literal["province", "prefecture", "county"]
    word: str
    province: str
    agencies: tuple[str, ...]
    number: tuple[str, int, int]
    upstream: tuple[str, int, int]
    year: int
    verb: str
    fund: str
    fund_level: str
    batch: str
    date: tuple[int, int, int]
    addressees: tuple[str, ...]
    copies: tuple[str, ...]
    clauses: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]
    unit: Unit
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    form: Form
    performance: tuple[Performance, ...]

    @property
    def fund_title(self) -> str:
        """2021年中央财政就业补助资金（第二批）."""
        return f"{self.year}年{self.fund_level}{self.fund}{self.batch}"

    @property
    def shares(self) -> tuple[Share, ...]:
        """Every recipient."""
        return tuple(share for group in self.groups for share in group.shares)

    @property
    def total(self) -> Amounts:
        """The sum of each column; null for a standard."""
        sums = added([share.amounts for share in self.shares])
        return tuple(None if c.role == "standard" else s for c, s in zip(self.columns, sums, strict=True))

    @property
    def main(self) -> int | None:
        """The column that is what this notice sends down; null where several are, side by side."""
        found = [i for i, column in enumerate(self.columns) if column.role == "main"]
        return found[0] if len(found) == 1 else None

    @property
    def sent(self) -> Decimal:
        """What the notice sends down in all."""
        mains = [t for c, t in zip(self.columns, self.total, strict=True) if c.role == "main"]
        return sum((amount or Decimal(0) for amount in mains), Decimal(0))


def added(rows: list[Amounts]) -> Amounts:
    """Column by column; a blank counts as nothing, a column of blanks stays blank."""
    columns = zip(*rows, strict=True)
    found = [[amount for amount in column if amount is not None] for column in columns]
    return tuple(sum(amounts, Decimal(0)) if amounts else None for amounts in found)
