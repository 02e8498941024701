"""How a notice is printed: typefaces, sizes, rules of its tables, seals; each drawn from the seed.

The typefaces are those of Debian's packages `fonts-noto-cjk`, `fonts-arphic-*`, `fonts-wqy-*` and
`fonts-liberation`.
"""

from typing import Literal

from benchmarks.synthetic.draft import Draft
from benchmarks.synthetic.source import Chance, chance, likely, weighted
from schemas.model import Frozen

Rules = Literal["grid", "heavy frame", "open sides", "three-line"]

_SONG = {"Noto Serif CJK SC": 4.0, "AR PL UMing CN": 3.0, "AR PL SungtiL GB": 2.0}
_KAI = {"AR PL UKai CN": 3.0, "AR PL KaitiM GB": 2.0}
_HEI = {"Noto Sans CJK SC": 3.0, "WenQuanYi Zen Hei": 2.0, "WenQuanYi Micro Hei": 2.0}
_WIDE_FROM = 5  # columns


class Stamp(Frozen):
    """A seal (公章): its middle as a share of what it is pressed upon, turned by so many degrees."""

    across: float
    down: float
    turn: float


class Look(Frozen):
    """All choices of one notice; sizes in points, `padding` of a table's cells, too.

    `digits` is the typeface of digits and Latin letters, blank for the Chinese one's own.
    """

    body_font: str
    heading_font: str
    table_font: str
    digits: str
    body_size: float
    table_size: float
    padding: float
    rules: Rules
    rule_width: float
    wide_table: bool
    wide_targets: bool
    right_aligned: bool
    bold_header: bool
    shaded_header: bool
    red_head: bool
    page_numbers: bool
    signature_stamp: Stamp | None
    table_stamp: Stamp | None

    @property
    def fonts(self) -> frozenset[str]:
        """Every typeface it needs."""
        named = (self.body_font, self.heading_font, self.table_font, self.digits)
        return frozenset(font for font in named if font)


def choose_look(draft: Draft, seed: int, number: int) -> Look:
    """The look of the seed's n-th notice."""
    source = chance("look", seed, number)
    columns = (len(draft.facts.columns) + 1 + draft.layout.table.serial) * draft.layout.table.groups
    crowded = columns >= _WIDE_FROM
    body = weighted(source, _SONG | _KAI)
    return Look(
        body_font=body,
        heading_font=weighted(source, _SONG | _HEI),
        table_font=weighted(source, {body: 4.0, **_SONG, **_HEI}),
        digits=weighted(source, {"": 5, "Liberation Serif": 4, "Liberation Sans": 1}),
        body_size=source.choice((14, 15, 16)),
        table_size=source.choice((9, 10) if crowded else (10, 10.5, 11, 12)),
        padding=source.choice((1.5, 2.5, 4)),
        rules=weighted(source, {"grid": 6, "heavy frame": 2, "open sides": 1.5, "three-line": 1}),
        rule_width=source.choice((0.5, 0.75, 1)),
        wide_table=likely(source, 0.7 if crowded else 0.12),
        wide_targets=likely(source, 0.15),
        right_aligned=likely(source, 0.35),
        bold_header=likely(source, 0.5),
        shaded_header=likely(source, 0.15),
        red_head=likely(source, 0.7),
        page_numbers=likely(source, 0.7),
        signature_stamp=_stamp(source, 0.75),
        table_stamp=_stamp(source, 0.3),
    )


def _stamp(source: Chance, share: float) -> Stamp | None:
    found = Stamp(
        across=source.uniform(0.25, 0.6), down=source.uniform(0.25, 0.75), turn=source.uniform(-12, 12)
    )
    return found if likely(source, share) else None
