"""How a column is declared, and what a row class says about its columns.

A column is a field of a row class: its annotation gives type, allowed values and whether it may be null,
its `Column` the words. Everything that is written about a column derives from the `ColumnSpec` made here.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, ConfigDict, Field

from schemas.dataset.codes import Code, Unit
from schemas.dataset.decimals import AMOUNT_PRECISION, AMOUNT_SCALE, YUAN_PRECISION, YUAN_SCALE, fits
from schemas.model import Frozen


class Row(Frozen):
    """A row of a table. Values must already have their type: no digit string becomes a number here."""

    model_config = ConfigDict(strict=True)


@dataclass(frozen=True)
class Column:
    """The words of a column: Chinese label, English and Chinese description, unit of its numbers.

    No pydantic model: inside an annotation pydantic would take one for the field's type.
    """

    label_zh: str
    description: str
    description_zh: str
    unit: str | None = None


class ColumnType(StrEnum):
    """What a column holds; `code` is text out of a closed list."""

    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    LIST = "list"
    AMOUNT = "amount"
    YUAN = "yuan"


class ColumnSpec(Frozen):
    """A column with all that is known about it; `allowed` holds the members of a closed list."""

    name: str
    type: ColumnType
    words: Column
    nullable: bool
    allowed: tuple[Code | Unit, ...] = ()

    @property
    def required(self) -> bool:
        """Whether its cell is never blank; a list is never null and may hold nothing."""
        return not self.nullable and self.type is not ColumnType.LIST


def _amount(value: Decimal) -> Decimal:
    if not fits(value, AMOUNT_PRECISION, AMOUNT_SCALE):
        raise ValueError(f"{value} has more than {AMOUNT_SCALE} decimals, or too many digits")
    return value


def _yuan(value: Decimal) -> Decimal:
    if not fits(value, YUAN_PRECISION, YUAN_SCALE):
        raise ValueError(f"{value} 元 isn't whole 分, or has too many digits")
    return value


Amount = Annotated[Decimal, AfterValidator(_amount)]
"""A number as printed, every digit of it: decimal128(38,15)."""

Yuan = Annotated[Decimal, AfterValidator(_yuan)]
"""Money in 元, exact to the 分: decimal128(20,2)."""

Ordinal = Annotated[int, Field(ge=1)]
"""A number that counts from one."""

Share = Annotated[float, Field(ge=0, le=1)]
Percent = Annotated[float, Field(ge=0, le=100)]

_TYPES: dict[object, ColumnType] = {
    str: ColumnType.TEXT,
    int: ColumnType.INTEGER,
    float: ColumnType.NUMBER,
    bool: ColumnType.BOOLEAN,
    date: ColumnType.DATE,
    tuple[str, ...]: ColumnType.LIST,
    Amount: ColumnType.AMOUNT,
    Yuan: ColumnType.YUAN,
}


@cache
def columns_of(row_class: type[Row]) -> tuple[ColumnSpec, ...]:
    """The columns in the order of the contract: a table's own, then those of its base (where it was read)."""
    inherited = {name for base in row_class.__bases__ for name in getattr(base, "model_fields", ())}
    specs = [
        _spec(name, hint)
        for name, hint in get_type_hints(row_class, include_extras=True).items()
        if name in row_class.model_fields
    ]
    by_name = {spec.name: spec for spec in specs}
    own = [name for name in row_class.model_fields if name not in inherited]
    last = [name for name in row_class.model_fields if name in inherited]
    return tuple(by_name[name] for name in own + last)


def _spec(name: str, hint: object) -> ColumnSpec:
    """Take an annotation apart: `Annotated[TYPE or TYPE | None, …, Column]`."""
    inner, *notes = get_args(hint)
    options = get_args(inner) if get_origin(inner) in (Union, UnionType) else (inner,)
    kind = next(option for option in options if option is not NoneType)
    bare = kind if kind in _TYPES or get_origin(kind) is not Annotated else get_args(kind)[0]
    is_code = isinstance(bare, type) and issubclass(bare, Code | Unit)
    return ColumnSpec(
        name=name,
        type=ColumnType.CODE if is_code else _TYPES[bare],
        words=next(note for note in notes if isinstance(note, Column)),
        nullable=NoneType in options,
        allowed=tuple(bare) if is_code else (),
    )
