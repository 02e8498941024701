"""Targets read with doubt, held against the sibling tables.

Only a doubtful reading yields: low confidence, another reading that says otherwise, a form that looks
misread, a bare > or < (an engine that lost the bar of ≥), any reading of a table that is hardly legible. A
reading that the engine is sure of stays, whatever the siblings say: it may be a real difference or an error
of the source, and is reported as such.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress

from normalize.performance.misread import SPECKS, UNREAD, Distance, distance
from schemas.dataset.codes import Method, Operator, TargetKind
from schemas.document import RAW, Piece
from schemas.model import Frozen
from schemas.notation.errors import NotationError
from schemas.notation.targets import Target, parse_target
from schemas.notice import Certainty, Indicator

_SURE, _SURE_OF_FAINT = 0.9, 0.95
# A digit that lost a stroke is another digit, read surely; a Chinese character seldom is.
_SURE_OF_WORDS = 0.99
_MOST = 2 / 3
_FEWEST = 3
# How much a doubtful reading counts beside a sure one.
_DOUBTFUL, _STEEP, _LEAST = 0.6, 4, 0.02
# A form that no table prints counts half: a rate over 100 %, a bare >.
_ODD = 0.5
_KERNEL = 0.5
# How far a reading may lie from the value it takes: signs only where siblings are many and agree.
_NEAR, _FAR, _FAR_OF_WORDS = 1.2, 2.6, 0.45
_CLEAR = 0.85
_RIVAL = 0.8

_BARE = re.compile(rf"^[>23≧{UNREAD}](?=[1-9]\d?(?:\.\d+)?(?:\D|$)|100)")
_NO_PERCENT = re.compile(r"(?<=\d\d)[\d°℃)]$|(?<=≥\d\d)$")
# ≥9.5% for ≥95%: one digit before the point and one or two behind it.
_SPECK_IN_RATE = re.compile(r"\D?\d\.\d{1,2}[%°℃)]?$")
# Under half of what there is was read: ink before the first character may be its sign.
_INCOMPLETE = 0.5
# One such character makes another target of 不低于上年 or 有所提高.
_OPPOSITES = re.compile(r"[不未无非高低增减升降]")
# Indicators of such names are rates: a number without % lost it.
_RATE = re.compile(r"(?:率|比例|比重|满意度)$")
_NO_DIGIT = re.compile(r"\D")
_SIGNS = re.compile(r"[≥≤<>%]")

Tables = Sequence[tuple[int, Sequence[Indicator]]]


class Usual(Frozen):
    """What the siblings of one indicator print: how large a share, how many surely.

    `near` of the readings are it but for their signs, `near_share` of their weight; 0 where another value is
    nearly as well supported.
    """

    target: Target
    share: float
    sure: int
    near: int
    near_share: float


def certainty(piece: Piece, target: Target, *, legible: bool) -> Certainty:
    """How surely a target was read, before its siblings are asked; text and text layers always are sure."""
    confidence = piece.place.confidence
    if confidence is None or confidence == 1:
        return Certainty.SURE
    if confidence < (_SURE if legible else _SURE_OF_FAINT) or _is_odd(target):
        return Certainty.DOUBTFUL
    words = target.kind == TargetKind.QUALITATIVE and confidence >= _SURE_OF_WORDS
    return Certainty.SURE if legible or words else Certainty.PLAUSIBLE


def voted(tables: Tables) -> list[tuple[Indicator, ...]]:
    """Each table's indicators, in order; doubtful targets confirmed or put right by their siblings."""
    slots: dict[tuple[int, str], list[Indicator]] = defaultdict(list)
    for family, rows in tables:
        for row in rows:
            if row.target is not None and row.name:
                slots[family, row.name].append(row)
    usual = {key: _usual(rows) for key, rows in slots.items()}
    bars = _prints_bars(tables)
    return [
        tuple(_barred(_by_siblings(row, usual.get((family, row.name))), usual=bars) for row in rows)
        for family, rows in tables
    ]


def _usual(rows: Sequence[Indicator]) -> Usual | None:
    """The value that most of the readings support, each as far as it may be a misreading of it."""
    sure = Counter(row.target.canonical for row in rows if row.target and not _yields(row))
    candidates = {text: target for row in rows for text, target in _candidates(row)}
    if not candidates or (not sure and not any(map(_yields, rows))):
        return None
    weights = [_weight(row) for row in rows]
    support = {
        text: sum(w * _supports(row, text) for row, w in zip(rows, weights, strict=True))
        * (_ODD if not sure[text] and _is_unlikely(target, rows[0].name) else 1.0)
        for text, target in candidates.items()
    }
    best = max(support, key=lambda text: (support[text], sure[text]))
    rival = max((support[text] for text in support if text != best), default=0.0)
    near = [w for row, w in zip(rows, weights, strict=True) if _is_near(_nearest(row, best))]
    return Usual(
        target=candidates[best],
        share=support[best] / sum(weights),
        sure=sure[best],
        near=len(near),
        near_share=sum(near) / sum(weights) if rival <= _RIVAL * support[best] else 0.0,
    )


def _weight(row: Indicator) -> float:
    """Confidence is that of the worst character: what was read at 0.6 says little."""
    confidence = 1.0 if row.place.confidence is None else row.place.confidence
    return max(_LEAST, _DOUBTFUL * confidence**_STEEP) if _yields(row) else 1.0


def _candidates(row: Indicator) -> Iterator[tuple[str, Target]]:
    """What may be printed: the reading itself and, where it is doubtful, with its signs put right."""
    if row.target is None:
        return
    yield row.target.canonical, row.target
    for text in row.target_readings if _yields(row) else ():
        for meant in {text, *_with_signs(text.lstrip(SPECKS))}:
            with suppress(NotationError):
                target = parse_target(meant)
                if not target.doubtful:
                    yield target.canonical, target


def _with_signs(text: str) -> Iterator[str]:
    plain = text.replace(".", "") if _SPECK_IN_RATE.match(text) else text
    signed = _BARE.sub("≥", plain, count=1)
    for one in (plain, signed):
        yield one
        yield _NO_PERCENT.sub("%", one)


def _supports(row: Indicator, text: str) -> float:
    """1 where the row prints it, less the farther its readings lie from it; other digits support nothing."""
    if not _yields(row):
        return float(row.target is not None and row.target.canonical == text)
    near = _nearest(row, text)
    return 0.0 if near.digits else math.exp(-_KERNEL * near.rest)


def _nearest(row: Indicator, text: str) -> Distance:
    distances = [distance(reading, text) for reading in row.target_readings]
    return min(distances, key=lambda d: (d.digits, d.rest))


def _barred(row: Indicator, *, usual: bool) -> Indicator:
    """A doubtful > or < is the ≥ or ≤ that lost its bar; beyond doubt where the notice prints only those."""
    if row.target is None or not _yields(row) or not _is_bare(row.target):
        return row
    target = parse_target(row.target.canonical.replace(">", "≥").replace("<", "≤"))
    alike = len({_NO_DIGIT.sub("", reading) for reading in row.target_readings}) == 1
    sure = usual and alike and not _is_unlikely(target, row.name)
    certainty = Certainty.SURE if sure else Certainty.DOUBTFUL
    update = {"target": target, "target_method": Method.REPAIRED, "certainty": certainty}
    return row.model_copy(update=update)


def _prints_bars(tables: Tables) -> bool:
    """Whether the notice surely prints ≥ or ≤ and nowhere surely > or <."""
    sure = [row.target for _, rows in tables for row in rows if row.target and not _yields(row)]
    bars = sum(target.canonical[:1] in "≥≤" for target in sure if target.canonical)
    return bars >= _FEWEST and not any(map(_is_bare, sure))


def _by_siblings(row: Indicator, usual: Usual | None) -> Indicator:
    if row.target is None or row.certainty == Certainty.SURE or usual is None or usual.share < _MOST:
        return row
    if row.target.canonical == usual.target.canonical:
        confirmed = usual.sure > (0 if _yields(row) else 1)
        return row.model_copy(update={"certainty": Certainty.SURE}) if confirmed else row
    near = _nearest(row, usual.target.canonical)
    if not _yields(row) or not _may_be(usual.target, near):
        return row
    clear = usual.near >= _FEWEST and usual.near_share >= _CLEAR and _is_near(near)
    opposed = _OPPOSITES.findall(row.target.canonical) != _OPPOSITES.findall(usual.target.canonical)
    certainty = Certainty.DOUBTFUL if not clear or opposed else Certainty.SURE
    update = {"target": usual.target, "target_method": Method.REPAIRED, "certainty": certainty}
    return row.model_copy(update=update)


def _yields(row: Indicator) -> bool:
    return row.certainty == Certainty.DOUBTFUL


def _is_near(distance: Distance) -> bool:
    """Whether the reading is the value but for its signs."""
    return not distance.digits and distance.rest <= _NEAR


def _may_be(target: Target, near: Distance) -> bool:
    if target.kind == TargetKind.QUALITATIVE:
        return not near.digits and near.rest <= _FAR_OF_WORDS * len(target.canonical)
    return near.digits <= 1 and near.rest <= _FAR


def _is_odd(target: Target) -> bool:
    if target.kind == TargetKind.QUALITATIVE:
        return target.doubtful or _SIGNS.search(target.canonical) is not None
    return target.doubtful or _is_bare(target) or _over(target)


def _has_speck(target: Target) -> bool:
    """≥9.5%, 2.80%: a rate under ten, its point perhaps a speck; what is bounded above is often so small."""
    rate = target.unit == "%" and target.operator != Operator.LE
    return rate and _SPECK_IN_RATE.match(target.canonical) is not None


def _is_unlikely(target: Target, name: str) -> bool:
    no_rate = target.kind == TargetKind.NUMERIC and target.unit is None and _RATE.search(name) is not None
    return _is_odd(target) or _has_speck(target) or no_rate


def _is_bare(target: Target) -> bool:
    """> or < where tables print ≥ or ≤; 超过90% in words is printed so."""
    return target.kind == TargetKind.NUMERIC and target.canonical[:1] in "<>"


def _over(target: Target) -> bool:
    return target.unit == "%" and target.value is not None and target.value > 100


def readings(piece: Piece) -> tuple[str, ...]:
    """Everything that was read in a target's place, the reading that stands first."""
    others = [r.text for r in piece.readings if r.reader != RAW]
    texts = ["".join(text.split()) for text in (piece.text, *others)]
    confidence = piece.place.confidence
    if confidence is not None and confidence <= _INCOMPLETE:
        texts += [UNREAD + text for text in texts if text[:1].isdigit()]
    return tuple(dict.fromkeys(texts))
