"""Sums of money and their units (金额, 计量单位): in captions, header cells and running text."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, localcontext

from schemas.dataset.codes import Unit
from schemas.dataset.decimals import YUAN_PRECISION, YUAN_SCALE
from schemas.model import Frozen
from schemas.notation.errors import NotationError
from schemas.notation.numbers import parse_chinese_integer, parse_number
from schemas.notation.text import fold_widths

_FEN = Decimal("0.01")
_ROOM = Decimal(10) ** (YUAN_PRECISION - YUAN_SCALE)
_EXACT = Context(prec=100, traps=[Inexact])

_NAME = r"(?:百\s?万\s?元|亿\s?元|千\s?元|万\s?元|元)"
_PER = r"\s?[/每·]"
_UNIT = re.compile(
    rf"(?<![\d.十百千万亿几数])(?<!\d\s)(?P<named>(?!元){_NAME})(?!{_PER})"
    r"|(?:^|(?<![\d十百千万亿])\s|[(\[〔【:,、/为以;]|人民币)(?P<yuan>元)(?=$|[\s)\]〕】(,、;。为])"
)
_WHOLE = re.compile(rf"[(\[【]?(?:(?:金额|计量)?单位:?)?(?:人民币)?({_NAME})[)\]】]?")

# A dash is a sign only after white space, a mark or nothing. Elsewhere it may join (甲县-5万元, 10-20万元):
# then there is no mention.
_SIGN = r"(?<![^\s(\[:,、;])[+\-−–]"
# The number starts here: nothing before it that would belong to it.
_START = r"(?<![\d\-−–])(?<!\d[.,~—至])(?<!\d\s[.,])(?<!\d[.,]\s)(?<!\d\s[.,]\s)"
_FORMAL = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"
_MENTION = re.compile(
    rf"(?P<number>(?:{_SIGN}|{_START})\d+(?:\s?,\s?\d+)*(?:\.\d+)?)\s{{0,2}}"
    rf"(?P<unit>{_NAME}|[万亿](?=$|[\s,。;、):!]|用于|资金|补助|支持|整))"
    rf"|(?<![{_FORMAL}])(?P<formal>[{_FORMAL}]+)[元圆](?![{_FORMAL}])",
    re.ASCII,
)
_RATE_BEFORE = re.compile(r"(?:每|人均|户均|亩均|平均)[^\d,。;:]*$")
_RATE_AFTER = re.compile(_PER)
_CLAUSE = 12  # characters before a sum in which 每人每月不低于 still belongs to it


class MoneyMention(Frozen):
    """A sum in running text: `printed` is `text[start:end]`, `amount` the number in its own unit.

    `is_rate`: so much for each (每人每月500元, 元/人), no sum that may be added. `abbreviated`: 150万 without
    元, which could also count people.
    """

    amount: Decimal
    unit: Unit
    printed: str
    start: int
    end: int
    is_rate: bool
    abbreviated: bool


def parse_unit(text: str) -> Unit:
    """A text that is a unit of money and nothing else, but for brackets, 单位： and 人民币."""
    found = _WHOLE.fullmatch(_squeezed(text))
    if found is None:
        raise NotationError(text, "a unit of money (元, 千元, 万元, 百万元, 亿元)")
    return Unit(found[1])


def find_units(text: str) -> tuple[Unit, ...]:
    """The units that a caption or header cell declares, in order, each once; (单位：个、万元) declares 万元.

    元 alone counts only between marks (美元, 单元 and 多元 aren't our money); 元/人 is a rate and no unit;
    nor is the unit behind a number.
    """
    names = (found["named"] or found["yuan"] for found in _UNIT.finditer(fold_widths(text)))
    return tuple(dict.fromkeys(Unit(_squeezed(name)) for name in names))


def to_yuan(amount: Decimal, unit: Unit) -> Decimal:
    """The same sum in 元 with two decimals, exact; raises where a digit below a 分 would be lost."""
    yuan, lost = round_to_fen(amount, unit)
    if lost:
        raise NotationError(f"{amount}{unit}", "a whole number of 分")
    return yuan


def round_to_fen(amount: Decimal, unit: Unit) -> tuple[Decimal, bool]:
    """The sum in 元 rounded half up to a 分, and whether that lost anything."""
    if not amount.is_finite() or len(amount.as_tuple().digits) > 60 or amount.copy_abs() >= _ROOM:
        raise NotationError(f"{amount}{unit}", f"a sum under {_ROOM} 元")
    with localcontext(_EXACT) as context:
        yuan = amount * unit.factor
        context.traps[Inexact] = False
        rounded = yuan.quantize(_FEN, ROUND_HALF_UP)
    if rounded.copy_abs() >= _ROOM:
        raise NotationError(f"{amount}{unit}", f"a sum under {_ROOM} 元")
    return rounded, rounded != yuan


def find_money(text: str) -> tuple[MoneyMention, ...]:
    """Every sum in running text, in order.

    万 or 亿 without 元 counts only before a mark or a word that money takes (用于, 资金); a number whose
    commas don't stand in threes is no mention. 大写 sums (叁拾万元) are in 元.
    """
    return tuple(_mentions(text, fold_widths(text)))


def _mentions(text: str, folded: str) -> Iterator[MoneyMention]:
    for found in _MENTION.finditer(folded):
        try:
            amount, unit = _value(found)
        except NotationError:
            continue
        start, end = found.span()
        before = folded[max(0, start - _CLAUSE) : start]
        rate = _RATE_BEFORE.search(before) or _RATE_AFTER.match(folded, end)
        yield MoneyMention(
            amount=amount,
            unit=unit,
            printed=text[start:end],
            start=start,
            end=end,
            is_rate=rate is not None,
            abbreviated=found["unit"] in ("万", "亿"),
        )


def _value(found: re.Match[str]) -> tuple[Decimal, Unit]:
    if found["formal"]:
        return Decimal(parse_chinese_integer(found["formal"])), Unit.YUAN
    name = _squeezed(found["unit"])
    return parse_number(found["number"]), Unit(name if name.endswith("元") else f"{name}元")


def _squeezed(text: str) -> str:
    return "".join(fold_widths(text).split())
