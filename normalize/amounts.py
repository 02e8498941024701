"""A printed figure → an `Amount`: exact, in its unit and in 元."""

import re

from schemas.dataset.codes import Method, Unit
from schemas.document import RAW, Piece
from schemas.notation.errors import NotationError
from schemas.notation.money import find_units, round_to_fen
from schemas.notation.numbers import parse_number
from schemas.notation.text import clean
from schemas.notice import Amount

# What stands for "nothing": dashes, slashes, 无.
_FILLERS = re.compile(r"^[-－—–―/／\\无、.…*\s]*$")
_WITH_TAIL = re.compile(
    r"^(?P<number>[-−－+]?\s*[\d０-９][\d０-９,，.．]*)\s*(?P<tail>[^\d０-９].*)$", re.DOTALL
)
_CURRENCY = ("￥", "¥")
_REMARK = re.compile(r"^[（(].*[)）]$", re.DOTALL)
# 80%, 12个, 300人: no word that multiplies (1.2万亩).
_MEASURE_WORD = re.compile(r"[%％‰]|[^\W\d_a-zA-Z百千万亿元角分]{1,3}")


def read_amount(piece: Piece, unit: Unit | None, *, counted: bool = False) -> Amount:
    """Read a figure cell; one that holds something else is kept as printed, with `readable` false.

    A unit or a remark in brackets behind the number is allowed (35.2万元, 10(其中,灾情因素6万元)); the
    cell's own unit outweighs the column's. In a column that is `counted`, no sum, so is a measure word. A
    figure that only another reading of the same pixels makes a number is `repaired`, and so is one that
    specks were taken off; `printed` is then the reading replaced.
    """
    amount = _read(piece.text, unit, piece, counted)
    raw = next((r for r in piece.readings if r.reader == RAW), None)
    if amount.value is not None:
        before = _read(raw.text, unit, piece, counted) if raw else amount
        return amount if before.value == amount.value else _repaired(amount, before.printed)
    others = [_read(r.text, unit, piece, counted) for r in piece.readings]
    better = next((other for other in others if other.value is not None), None)
    return _repaired(better, amount.printed) if better and not amount.readable else amount


def _repaired(amount: Amount, printed: str) -> Amount:
    return amount.model_copy(update={"method": Method.REPAIRED, "printed": printed})


def _read(text: str, unit: Unit | None, piece: Piece, counted: bool) -> Amount:
    printed = clean(text)
    if _FILLERS.match(printed):
        return Amount(printed=printed, value=None, unit=unit, place=piece.place)
    number, own = _split(printed, unit, counted)
    try:
        value = parse_number(number)
        yuan, lost = round_to_fen(value, own) if own else (None, False)
    except NotationError:
        return Amount(printed=printed, value=None, unit=unit, readable=False, place=piece.place)
    return Amount(printed=printed, value=value, unit=own, yuan=yuan, exact=not lost, place=piece.place)


def _split(printed: str, unit: Unit | None, counted: bool) -> tuple[str, Unit | None]:
    """The number and its unit; the whole text where what follows the number is neither unit nor remark."""
    if printed[:1] in _CURRENCY:
        return _split(printed[1:].lstrip(), Unit.YUAN, counted)
    found = _WITH_TAIL.match(printed)
    if found is None:
        return printed, unit
    tail = found["tail"].strip()
    units = find_units(f"单位：{tail}") if len(tail) <= 3 else ()
    if units:
        return found["number"], units[0]
    behind = _REMARK.match(tail) or (counted and _MEASURE_WORD.fullmatch(tail))
    return (found["number"], unit) if behind else (printed, unit)
