"""What becomes of an allocation table whose grid a web page or another engine has broken.

    python -m benchmarks.flows [COUNT] [--show LAYOUT FLOW]

Makes COUNT (300) tables at random, the same every time: counties of one prefecture, one to six columns of
money, counts and standards under one or two levels of labels, blank cells, totals above or below, and
writes each in every flow. A table is `right` where every recipient of the dataset's money has its sum and
nobody else has one; `flagged` where not, but an error or warning points at the allocations; else `silent`.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from benchmarks.machine import describe
from notices.process import process
from schemas.dataset.codes import Severity, TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.money_rows import MoneyRow
from schemas.reference.division_files import national
from schemas.reference.divisions import Division, children

YEAR = 2021


class Table(NamedTuple):
    """Header rows, blank where a label above or beside is merged over; rows; what is sent to whom."""

    layout: str
    issuer: Division
    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    sent: dict[str, Decimal]
    unit_line: str
    said: str


LAYOUTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "one": (("县区", "金额"),),
    "serial": (("序号", "县（市、区）", "补助金额"),),
    "remark": (("县区", "下达资金", "备注"),),
    "parts": (("县区", "合计", "中央资金", "省级资金"),),
    "earlier": (("县区", "提前下达", "本次下达", "合计"),),
    "product": (("县区", "补助人数", "补助标准（元）", "金额（元）"),),
    "two-levels": (("县区", "合计", "中央资金", "", "省级资金"), ("", "", "城市低保", "农村低保", "")),
    "groups": (("县区", "金额", "县区", "金额"),),
    "transposed": (),
    "project": (("序号", "项目名称", "建设地点", "资金（万元）", "责任单位"),),
    "villages": (("乡镇", "村", "补助金额"),),
    "inner-sum": (("县区", "下达资金", "", "", "彩票公益金"), ("", "小计", "中央", "省级", "")),
}


def tables(chance: random.Random, count: int) -> Iterator[Table]:
    """Random tables of random prefectures."""
    prefectures = sorted(
        (d for g in national().by_code.values() for d in g if d.level == "prefecture" and d.valid_in(YEAR)),
        key=lambda d: d.code,
    )
    while count:
        issuer = chance.choice(prefectures)
        counties = [c for c in children(issuer.code, YEAR) if c.level == "county"]
        if len(counties) < 3 or not issuer.name.endswith("市"):
            continue
        count -= 1
        yield _table(chance, issuer, chance.sample(counties, chance.randint(3, min(9, len(counties)))))


def _table(chance: random.Random, issuer: Division, counties: Sequence[Division]) -> Table:
    layout = chance.choice(sorted(LAYOUTS))
    if layout in _OTHERS:
        return _other(chance, issuer, counties, layout)
    digits = chance.choice((0, 0, 1, 2))
    figures = {c.name: _figures(layout, chance, digits) for c in counties}
    sent = {name: _sent(layout, row) for name, row in figures.items()}
    rows = [(name, *map(_printed, row)) for name, row in figures.items()]
    total = tuple(
        sum((row[i] or Decimal(0) for row in figures.values()), Decimal(0)) for i in range(_width(layout))
    )
    summed = tuple("" if layout == "product" and i == 1 else _printed(t) for i, t in enumerate(total))
    if layout == "remark":
        rows = [(*row, chance.choice(("", "", "直管县"))) for row in rows]
        summed = (*summed, "")
    at_end = chance.random() < 0.7
    word = chance.choice(("合计", "总计", "合 计"))
    rows = [*rows, (word, *summed)] if at_end else [(word, *summed), *rows]
    if layout == "serial":
        numbers = iter(range(1, len(rows) + 1))
        rows = [("" if row[0] == word else str(next(numbers)), *row) for row in rows]
    unit = "元" if layout == "product" else "万元"
    whole = sum(sent.values(), Decimal(0))
    return Table(
        layout, issuer, LAYOUTS[layout], tuple(rows), sent, f"单位：{unit}", f"{_printed(whole)}{unit}"
    )


_OTHERS = ("groups", "transposed", "project", "villages")
_PROJECTS = (
    "灌区改造",
    "村道硬化",
    "饮水安全",
    "大棚种植",
    "冷库建设",
    "河道治理",
    "光伏电站",
    "养殖小区",
    "路灯安装",
)
_VILLAGES = ("东风", "红星", "前进", "杨家", "石桥", "上湾", "新庄", "大河", "南岭")


def _other(chance: random.Random, issuer: Division, counties: Sequence[Division], layout: str) -> Table:
    """Tables that aren't a row a county."""
    sums = [Decimal(chance.randint(10, 9000)) for _ in counties]
    whole = _printed(sum(sums, Decimal(0)))
    header, rows = LAYOUTS[layout], list[tuple[str, ...]]()
    names = [c.name for c in counties]
    if layout == "transposed":
        header, rows = ((("县区", *names, "合计")),), [("金额", *map(_printed, sums), whole)]
    elif layout == "groups":
        cells = [*zip(names, map(_printed, sums), strict=True), ("合计", whole)]
        cells += [("", "")] * (len(cells) % 2)
        rows = [(*cells[i], *cells[i + 1]) for i in range(0, len(cells), 2)]
    elif layout == "project":
        names = [f"{c.name}{p}项目" for c, p in zip(counties, _PROJECTS, strict=False)]
        rows = [
            (str(n), name, c.name, _printed(s), "农业农村局")
            for n, (name, c, s) in enumerate(zip(names, counties, sums, strict=True), start=1)
        ]
        rows.append(("", "合计", "", whole, ""))
    else:
        names = [f"{v}村" for v, _ in zip(_VILLAGES, counties, strict=False)]
        towns = ["城关镇" if n < len(names) // 2 else "白庙乡" for n in range(len(names))]
        shown = ["" if n and town == towns[n - 1] else town for n, town in enumerate(towns)]
        rows = [*zip(shown, names, map(_printed, sums), strict=True), ("合计", "", whole)]
    sent = dict(zip(names, sums, strict=True))
    return Table(layout, issuer, header, tuple(rows), sent, "单位：万元", f"{whole}万元")


def _width(layout: str) -> int:
    return {
        "one": 1,
        "serial": 1,
        "remark": 1,
        "parts": 3,
        "earlier": 3,
        "product": 3,
        "two-levels": 4,
        "inner-sum": 4,
    }[layout]


def _figures(layout: str, chance: random.Random, digits: int) -> list[Decimal | None]:
    def figure() -> Decimal:
        return Decimal(chance.randint(1, 5000 * 10**digits)).scaleb(-digits)

    def part() -> Decimal | None:
        return None if chance.random() < 0.2 else figure()

    if layout == "product":
        count, rate = chance.randint(2, 400), chance.choice((50, 120, 600))
        return [Decimal(count), Decimal(rate), Decimal(count * rate)]
    if _width(layout) == 1:
        return [figure()]
    if layout == "earlier":
        first, second = figure(), figure()
        return [first, second, first + second]
    parts = [figure(), *(part() for _ in range(_width(layout) - 2))]
    chance.shuffle(parts)
    if layout == "inner-sum":
        inner = sum((p for p in parts[:2] if p), Decimal(0))
        return [inner or None, *parts]
    return [sum((p for p in parts if p), Decimal(0)), *parts]


def _sent(layout: str, row: Sequence[Decimal | None]) -> Decimal:
    if layout == "product":
        return row[2] or Decimal(0)
    if layout == "earlier":
        return row[1] or Decimal(0)
    if layout == "inner-sum":
        return (row[0] or Decimal(0)) + (row[3] or Decimal(0))
    return row[0] or Decimal(0)


def _printed(value: Decimal | None) -> str:
    return "" if value is None else format(value.normalize(), "f")


def _grid(table: Table, mark: str) -> str:
    return "\n".join(mark.join(row) for row in (*table.header, *table.rows))


def _pushed(table: Table) -> list[list[str]]:
    return [[label for label in row if label] for row in table.header]


def _pipes(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(" | ".join(row) + " |" for row in rows)


def _cells(table: Table) -> list[str]:
    return [label for row in table.header for label in row if label] + [c for row in table.rows for c in row]


FLOWS: dict[str, Callable[[Table], str]] = {
    "tabs": lambda t: _grid(t, "\t"),
    "pipes": lambda t: _pipes([*t.header, *t.rows]),
    "pipes, header pushed left": lambda t: _pipes([*_pushed(t), *t.rows]),
    "pipes, blanks lost": lambda t: _pipes([*_pushed(t), *([c for c in row if c] for row in t.rows)]),
    "tabs, header pushed left": lambda t: "\n".join("\t".join(r) for r in (*_pushed(t), *t.rows)),
    "a cell a line": lambda t: "\n".join(c for c in _cells(t) if c),
    "a cell a line, blank lines": lambda t: "\n\n".join(_cells(t)),
    "a cell a line, pipes": lambda t: "\n".join(f"{c} |" if c else "|" for c in _cells(t)),
    "blanks": lambda t: "\n".join("  ".join(c for c in row if c) for row in (*t.header, *t.rows)),
    "blanks, one line": lambda t: " ".join(c for c in _cells(t) if c),
    "glued": lambda t: "\n".join("".join(row) for row in (*t.header, *t.rows)),
    "commas": lambda t: "\n".join(",".join(row) for row in (*t.header, *t.rows)),
}


def text(table: Table, flow: str) -> str:
    """A whole notice with the table in it."""
    return f"""{table.issuer.name}财政局文件

关于下达{YEAR}年困难群众救助补助资金的通知

各县（市、区）财政局：

现下达你们{YEAR}年困难群众救助补助资金{table.said}，详见附件，请专款专用。

附件：{YEAR}年困难群众救助补助资金分配表

{table.issuer.name}财政局
{YEAR}年3月15日

附件

{YEAR}年困难群众救助补助资金分配表

{table.unit_line}

{FLOWS[flow](table)}
"""


def _short(name: str, table: Table) -> str:
    """城关镇东风村 is 东风村 where that is asked for."""
    return next((wanted for wanted in table.sent if name.endswith(wanted)), name)


def outcome(table: Table, flow: str) -> str:
    """right, flagged or silent."""
    rows = process(text(table, flow).encode(), path="a.txt", media_type="text/plain").rows
    money = [row for row in rows.get(TableName.MONEY, ()) if isinstance(row, MoneyRow)]
    factor = 1 if table.layout == "product" else 10_000
    wanted = sorted((name, sent * factor) for name, sent in table.sent.items())
    got = sorted((_short(row.recipient or "", table), row.amount_yuan or Decimal(0)) for row in money)
    if got == wanted:
        return "right"
    findings = [row for row in rows.get(TableName.FINDINGS, ()) if isinstance(row, FindingRow)]
    loud = any(f.severity is not Severity.INFO and f.table is TableName.ALLOCATIONS for f in findings)
    return "flagged" if loud else "silent"


def _chance() -> random.Random:
    return random.Random(7)  # noqa: S311  the same tables every time


def main() -> None:
    """Print shares by flow, and by layout what is silent."""
    if "--show" in sys.argv:
        layout, flow = sys.argv[sys.argv.index("--show") + 1 :][:2]
        for table in tables(_chance(), 300):
            if table.layout == layout and outcome(table, flow) == "silent":
                print(text(table, flow))
                return
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    print(describe())
    made = list(tables(_chance(), count))
    for flow in FLOWS:
        found = [(table.layout, outcome(table, flow)) for table in made]
        counts = Counter(result for _, result in found)
        silent = Counter(layout for layout, result in found if result == "silent")
        shares = "  ".join(f"{kind} {counts[kind] / count:6.1%}" for kind in ("right", "flagged", "silent"))
        print(f"{flow:28} {shares}  {dict(silent) or ''}")


if __name__ == "__main__":
    main()
