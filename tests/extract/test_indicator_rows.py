import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.grid import matrix
from extract.indicator_rows import read_indicators
from schemas.document import Cell, Table
from schemas.printed import PrintedIndicator
from tests.extract.made import table

HEADER = "绩效指标\t一级指标\t二级指标\t三级指标\t指标值"
CELLS = st.sampled_from(
    [
        "",
        "产出指标",
        "数量指标",
        "质量",
        "满意度",
        "水库数量",
        "≥5座",
        "100%",
        "一级指标",
        "指标值",
        "备注",
        "甲 乙 丙",
    ]
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=5).map("\t".join), max_size=10)

Row = tuple[list[str], str | None, str | None]


def plain(found: PrintedIndicator) -> Row:
    name, target = found.name, found.target
    return (
        [label.text for label in found.labels],
        name.text if name else None,
        target.text if target else None,
    )


def read(*rows: str) -> list[Row]:
    return [plain(row) for row in read_indicators(matrix(table(HEADER, *rows)), 0, spans_known=False)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["\t产出指标\t数量指标\t水库数量\t≥5座"], [(["产出指标", "数量指标"], "水库数量", "≥5座")]),
        (["\t\t\t水库数量\t≥5座"], [([], "水库数量", "≥5座")]),
        (["水库数量\t≥5座"], [([], "水库数量", "≥5座")]),  # slipped to the left
        (["质量指标\t合格率\t100%"], [(["质量指标"], "合格率", "100%")]),
        (["\t产出\t数量\t水库数量\t≥5座"], [(["产出", "数量"], "水库数量", "≥5座")]),  # labels without 指标
        (
            ["满意度指标\t服务对象满意度\t满意度\t≥90%"],
            [(["满意度指标", "服务对象满意度"], "满意度", "≥90%")],
        ),  # a name like a label
        (["服务对象满意度指标\t满意度\t≥90%"], [(["服务对象满意度指标"], "满意度", "≥90%")]),
        (["\t产出指标\t数量指标"], [(["产出指标", "数量指标"], None, None)]),  # labels alone keep their place
        (
            ["\t\t\t甲率 乙率\t≥5%", "\t\t\t\t≥6%"],
            [([], "甲率 乙率", "≥5%"), ([], None, "≥6%")],
        ),  # one cell, two names
        (["\t\t\t甲率"], [([], "甲率", None)]),
        (["\t\t\t\t≥6%"], [([], None, "≥6%")]),
        ([HEADER, "\t\t\t甲率\t≥6%"], [([], "甲率", "≥6%")]),  # the header once more
        (["\t\t\t甲率\t≥6%", "备注\t略", "\t\t\t乙率\t≥7%"], [([], "甲率", "≥6%")]),  # below the grid
        (
            ["绩效指标\t产出指标\t数量指标\t甲率\t≥6%"],
            [(["产出指标", "数量指标"], "甲率", "≥6%")],
        ),  # the grid's own label
    ],
)
def test_rows_whose_merged_cells_are_lost(rows: list[str], expected: list[Row]) -> None:
    assert read(*rows) == expected


def test_rows_whose_merged_cells_are_known() -> None:
    cells = (
        *(
            Cell(text=text, row=0, column=c)
            for c, text in enumerate(["一级指标", "二级指标", "三级指标", "指标值"])
        ),
        Cell(text="产出指标", row=1, column=0, row_span=2),
        Cell(text="数量指标", row=1, column=1, row_span=2),
        Cell(text="满意度", row=1, column=2),
        Cell(text="5座", row=1, column=3),
        Cell(text="水库数量", row=2, column=2),
    )
    rows = matrix(Table(cells=cells, row_count=3, column_count=4, spans_known=True))
    found = [plain(row) for row in read_indicators(rows, 0, spans_known=True)]
    labels = ["产出指标", "数量指标"]
    assert found == [(labels, "满意度", "5座"), (labels, "水库数量", None)]


@given(ROWS)
def test_never_raises_and_keeps_every_target(rows: list[str]) -> None:
    found = read(*rows)
    assert len(found) <= len(rows)
    for labels, name, target in found:
        assert labels or name or target
