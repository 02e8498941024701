"""A target table (区域绩效目标表) of a draft as a grid with merged cells, five columns wide."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from benchmarks.synthetic.allocation_grid import written
from benchmarks.synthetic.draft import Draft, printed_name
from benchmarks.synthetic.facts import Indicator, Performance
from benchmarks.synthetic.page import Grid, GridCell

_WIDTH = 5
_Spans = Sequence[tuple[int, int, str]]


def target_grid(draft: Draft, table: Performance) -> Grid:
    """Info rows, funds, goals, then the indicators."""
    cells: list[GridCell] = []
    line = 0
    for texts in _info(draft, table):
        cells += _across(line, texts)
        line += 1
    funds = list(_funds(draft, table))
    cells.append(GridCell(row=line, column=0, rows=len(funds), columns=2, text=_funds_label(draft)))
    for label, amount in funds:
        cells += _across(line, [(2, 1, label), (3, 2, amount)])
        line += 1
    goals = "年度总体目标" if draft.facts.form != 2018 else "年度目标"
    text = "\n".join(f"{n}.{goal}" for n, goal in enumerate(table.goals, start=1))
    cells += _across(line, [(0, 1, goals), (1, 4, text if len(table.goals) > 1 else table.goals[0])])
    line += 1
    cells += _indicators(line, table.indicators)
    return Grid(cells=tuple(cells), rows=line + 1 + len(table.indicators), columns=_WIDTH)


def _across(line: int, texts: _Spans) -> Iterator[GridCell]:
    for column, columns, text in texts:
        yield GridCell(row=line, column=column, columns=columns, text=text)


def _info(draft: Draft, table: Performance) -> Iterator[_Spans]:
    facts, layout = draft.facts, draft.layout.target
    yield [(0, 2, layout.project), (2, 3, facts.fund)]
    if layout.title == "info":
        yield [(0, 2, "市县"), (2, 3, printed_name(table.place, draft.layout))]
    if layout.with_departments:
        period = ["专项实施期" if facts.form == 2018 else "实施期", f"{facts.year}年度"]
        pair = period if layout.with_period else ["省级主管部门", "省级主管厅局"]
        yield [(0, 2, "中央主管部门"), (2, 1, "财政部"), (3, 1, pair[0]), (4, 1, pair[1])]
        word = facts.word
        yield [
            (0, 2, f"{word}级财政部门"),
            (2, 1, facts.agencies[0]),
            (3, 1, f"{word}级主管部门"),
            (4, 1, f"{word}级主管部门"),
        ]


def _funds_label(draft: Draft) -> str:
    return f"资金情况（{draft.facts.unit}）"


def _funds(draft: Draft, table: Performance) -> Iterator[tuple[str, str]]:
    amount = written(draft, table.amount)
    form = draft.facts.form
    yield ("年度金额：" if form != 2022 else "年度资金总额：", amount)
    central = draft.facts.fund_level.startswith("中央")
    given = {2018: "中央补助", 2020: "中央补助", 2022: "中央财政资金"}[form] if central else "省级补助"
    yield (f"其中：{given}", amount)
    yield ("地方资金", "")


def _indicators(line: int, rows: Sequence[Indicator]) -> Iterator[GridCell]:
    yield GridCell(row=line, column=0, rows=len(rows) + 1, text="绩效指标")
    yield from _across(
        line, [(c + 1, 1, t) for c, t in enumerate(("一级指标", "二级指标", "三级指标", "指标值"))]
    )
    place = line + 1
    for (level1,), block in groupby(rows, key=lambda row: (row.level1,)):
        members = list(block)
        yield GridCell(row=place, column=1, rows=len(members), text=level1, level=True)
        for level2, own in groupby(members, key=lambda row: row.level2):
            kept = list(own)
            yield GridCell(row=place, column=2, rows=len(kept), text=level2, level=True)
            for row in kept:
                yield from _across(place, [(3, 1, row.name), (4, 1, row.target)])
                place += 1
