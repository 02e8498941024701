"""How a notice is laid out: choices that change no fact, each drawn from the seed."""

from typing import Literal

from benchmarks.synthetic.facts import Facts
from benchmarks.synthetic.source import Chance, chance, likely, phrases, weighted
from schemas.dataset.codes import Unit
from schemas.model import Frozen

Names = Literal["official", "short"]
TotalName = Literal["合计", "总计", "小计", "place", ""]
UnitPlace = Literal["line", "bracket", "title", "header", "slash"]
DateForm = Literal["年月日", "〇", "-"]


class TableLayout(Frozen):
    """The allocation table. `groups` is how many column groups stand side by side."""

    names: Names
    header_word: str
    header_over: str
    total_at: Literal["first", "last", "none"]
    total_name: TotalName
    serial: bool
    serial_on_total: bool
    unit_at: UnitPlace
    subtotal: Literal["named", "prefecture"]
    subtotal_after: bool
    groups: int
    remarks: bool
    commas: bool
    fixed: bool
    zero: Literal["0", "", "-"]
    spaced: bool
    note: bool
    break_after: int
    repeat_header: bool
    cell_units: bool


class TargetLayout(Frozen):
    """The target tables; `tables` is how many of them are printed, from the first."""

    tables: int
    title: Literal["year name", "name year", "bracket", "in title", "info", "line"]
    project: str
    with_departments: bool
    with_period: bool


class PageLayout(Frozen):
    """The text around the tables."""

    letterhead: Literal["文件", "plain", "none"]
    number_at: Literal["above", "below"]
    brackets: str
    colon: bool
    nested: bool
    amount_in_text: bool
    other_unit_in_text: bool
    date_form: DateForm
    signed: bool
    imprint: bool
    imprint_last: bool
    list_of_annexes: bool


class Layout(Frozen):
    """All choices of one notice."""

    table: TableLayout
    target: TargetLayout
    page: PageLayout


def choose(facts: Facts, seed: int, number: int) -> Layout:
    """The layout of the seed's n-th notice."""
    source = chance("layout", seed, number)
    return Layout(table=_table(source, facts), target=_target(source, facts), page=_page(source))


def _table(source: Chance, facts: Facts) -> TableLayout:
    words = phrases()
    grouped = facts.groups[0].head is not None
    side = 1 if grouped or len(facts.columns) > 1 or any(s.parts for s in facts.shares) else weighted(
        source, {1: 8, 2: 2, 3: 1}
    )  # fmt: skip
    subtotal: Literal["named", "prefecture"] = "named" if likely(source, 0.5) else "prefecture"
    several = len(facts.columns) > 1 and not any(column.over for column in facts.columns)
    over = weighted(source, {"": 6, "下达金额": 2, "资金情况": 1, "分配方案": 1}) if several else ""
    many = facts.level == "county"
    return TableLayout(
        names="short" if likely(source, 0.2) else "official",
        header_word=source.choice(words.header_words_county if many else words.header_words),
        header_over=over,
        total_at=weighted(source, {"first": 5, "last": 5, "none": 1}),
        total_name=_total_name(source, grouped=grouped),
        serial=likely(source, 0.6),
        serial_on_total=likely(source, 0.2),
        unit_at=weighted(source, {"line": 8, "bracket": 2, "title": 1, "header": 3, "slash": 1}),
        subtotal=subtotal,
        subtotal_after=subtotal == "named" and likely(source, 0.4),
        groups=side if len(facts.shares) > 2 * side else 1,
        remarks=side == 1 and likely(source, 0.2),
        commas=likely(source, 0.7 if facts.unit == Unit.YUAN else 0.2),
        fixed=likely(source, 0.5),
        zero=weighted(source, {"0": 8, "": 1 if len(facts.columns) > 1 else 0, "-": 1}),
        spaced=likely(source, 0.15),
        note=likely(source, 0.12),
        break_after=source.randint(4, 9)
        if side == 1 and len(facts.shares) > 10 and likely(source, 0.3)
        else 0,
        repeat_header=likely(source, 0.5),
        cell_units=side == 1 and len(facts.columns) == 1 and likely(source, 0.04),
    )


def _total_name(source: Chance, *, grouped: bool) -> TotalName:
    """小计 and no name at all only where no subtotal stands beside it."""
    odd: dict[TotalName, float] = {} if grouped else {"小计": 1, "": 0.5}
    return weighted(source, {"合计": 7, "总计": 2, "place": 1, **odd})


def _target(source: Chance, facts: Facts) -> TargetLayout:
    have = len(facts.performance)
    share = weighted(source, {"all": 6, "some": 2, "none": 3})
    return TargetLayout(
        tables=have if share == "all" else min(have, source.randint(1, 3)) if share == "some" else 0,
        title=weighted(
            source,
            {"year name": 4, "name year": 2, "bracket": 2, "in title": 1, "info": 2, "line": 1},
        ),
        project=source.choice({
            2018: ("专项名称", "专项（项目）名称"), 2020: ("专项名称", "项目名称"),
            2022: ("项目名称", "转移支付名称", "资金名称"),
        }[facts.form]),
        with_departments=likely(source, 0.8),
        with_period=likely(source, 0.5),
    )  # fmt: skip


def _page(source: Chance) -> PageLayout:
    letterhead: Literal["文件", "plain", "none"] = weighted(source, {"文件": 5, "plain": 3, "none": 2})
    signed = likely(source, 0.75)
    return PageLayout(
        letterhead=letterhead,
        number_at="above" if likely(source, 0.8) else "below",
        brackets=source.choice(phrases().brackets),
        colon=likely(source, 0.92),
        nested=likely(source, 0.25),
        amount_in_text=likely(source, 0.6),
        other_unit_in_text=likely(source, 0.2),
        date_form=weighted(source, {"年月日": 7, "〇": 2, "-": 1}),
        signed=signed,
        imprint=not signed or likely(source, 0.6),
        imprint_last=likely(source, 0.4),
        list_of_annexes=likely(source, 0.85),
    )
