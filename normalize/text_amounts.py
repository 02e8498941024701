"""Sums in running text → what the notice says it sends down."""

import re
from collections.abc import Iterable
from decimal import Decimal

from schemas.document import Place
from schemas.notation.errors import NotationError
from schemas.notation.money import MoneyMention, find_money, to_yuan
from schemas.printed import PrintedAmount
from schemas.text_sums import TextAmount

# 现下达你县…资金, 此次共拨付: the sentence sends money; what was sent before or is due is another sum.
_SENT = re.compile(
    r"(?:现|此次|本次|一次性|共|共计|合计|总计)[^。；]{0,40}(?:下达|拨付|安排|分配|追加|预拨|清算|收回)"
)
_SENT_AFTER = re.compile(r"(?:下达|拨付|安排|分配|追加|预拨|清算|收回)[^。；]{0,60}$")
# 现将…资金1227万元下达给你们, 安排补助资金共106万元: the verb stands behind the sum, the word before it.
_SENT_WHOLE = re.compile(
    r"现将[^。；]{0,60}$|(?:下达|拨付|安排|分配|追加|收回)[^。；]{0,60}(?:共|共计|合计|总计|合共)[^。；，、\d]{0,4}$"
)
# 其中：提前下达1万元，本次下达2万元: what the nearest 本次 sends is sent, whatever stands before it.
_NOW = re.compile(r"(?=本次|此次|现下达|现拨付)")
_EARLIER = re.compile(r"提前下达(?!你)[^。；，]{0,30}已|已(?:经)?(?:下达|拨付|安排)|其中|此前|上年|扣除|每")


def read_text_amounts(printed: Iterable[PrintedAmount]) -> tuple[TextAmount, ...]:
    """Every sum that can be read, in 元; `sent` for those that the sentence sends down."""
    found = []
    for amount in printed:
        mention = next(iter(find_money(amount.piece.text)), None)
        if mention is None or mention.is_rate:
            continue
        found.append(text_amount(mention, amount.before, amount.clause, amount.piece.place))
    return tuple(one for one in found if one is not None)


def text_amount(mention: MoneyMention, before: str, clause: str, place: Place) -> TextAmount | None:
    """One sum with the sentence before it; null for one below a 分: that is a price, no sum sent."""
    try:
        yuan = to_yuan(mention.amount, mention.unit)
    except NotationError:
        return None
    return TextAmount(
        yuan=yuan,
        step=_step(mention),
        printed=mention.printed,
        unit=mention.unit,
        clause=clause,
        sent=_is_sent(before),
        place=place,
    )


def _step(mention: MoneyMention) -> Decimal:
    exponent = mention.amount.as_tuple().exponent
    return mention.unit.factor.scaleb(exponent if isinstance(exponent, int) else 0)


def _is_sent(before: str) -> bool:
    sent = (_SENT.search(before) and _SENT_AFTER.search(before)) or _SENT_WHOLE.search(before)
    return bool(sent) and not _EARLIER.search(_NOW.split(before[-60:])[-1])
