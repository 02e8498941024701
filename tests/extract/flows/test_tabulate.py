"""Flows of a table's cells → the grid, or a problem that names them."""

import pytest

from extract.flows.tabulate import tabulate
from schemas.document import Line, ProblemKind, Table
from tests.extract.made import document


def _grid(text: str) -> list[list[str]]:
    """The only table found in the text, its rows with blanks for blank cells."""
    tables = [b for b in tabulate(tuple(document(text).blocks())).blocks if isinstance(b, Table)]
    (table,) = tables
    rows = [[""] * table.column_count for _ in range(table.row_count)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
    return rows


FLOWS = [
    # A cell a line; the remark is blank in every row.
    (
        "某资金分配表\n县区\n金额\n备注\n睢县\n58\n宁陵县\n42",
        [["县区", "金额", "备注"], ["睢县", "58", ""], ["宁陵县", "42", ""]],
    ),
    # 序号 begins each row but the total.
    (
        "某资金分配表\n序号\n单位\n金额\n1\n睢县\n58\n2\n宁陵县\n42\n合计\n100",
        [["序号", "单位", "金额"], ["1", "睢县", "58"], ["2", "宁陵县", "42"], ["", "合计", "100"]],
    ),
    # A blank cell is a further blank line.
    (
        "某资金分配表\n\n县区\n\n合计\n\n中央\n\n省级\n\n睢县\n\n5\n\n\n5\n\n宁陵县\n\n7\n\n4\n\n3",
        [["县区", "合计", "中央", "省级"], ["睢县", "5", "", "5"], ["宁陵县", "7", "4", "3"]],
    ),
    # Lost blanks go where all sums close.
    (
        "某资金分配表\n县区\n合计\n中央\n省级\n睢县\n5\n5\n宁陵县\n7\n4\n3\n虞城县\n9\n9\n合计\n21\n13\n8",
        [
            ["县区", "合计", "中央", "省级"],
            ["睢县", "5", "", "5"],
            ["宁陵县", "7", "4", "3"],
            ["虞城县", "9", "9", ""],
            ["合计", "21", "13", "8"],
        ],
    ),
    # A cell a line with its pipe, blank ones too.
    (
        "县区 |\n合计 |\n备注 |\n睢县 |\n5 |\n|\n宁陵县 |\n7 |\n灾区 |",
        [["县区", "合计", "备注"], ["睢县", "5", ""], ["宁陵县", "7", "灾区"]],
    ),
    # A blank first cell in every row, labels on two levels.
    (
        "|\n县区 |\n补助 |\n||\n|\n小计 |\n中央 |\n省级 |\n|\n睢县 |\n5 |\n|\n5 |\n|\n宁陵县 |\n7 |\n4 |\n"
        "3 |\n|\n合计 |\n12 |\n4 |\n8 |",
        [
            ["县区", "补助", "", ""],
            ["", "小计", "中央", "省级"],
            ["睢县", "5", "", "5"],
            ["宁陵县", "7", "4", "3"],
            ["合计", "12", "4", "8"],
        ],
    ),
    # The standard is merged over all rows: the product tells.
    (
        "乡镇 |\n面积 |\n标准 |\n金额 |\n白庙乡 |\n10 |\n7 |\n70 |\n城关镇 |\n20 |\n140 |\n|\n",
        [["乡镇", "面积", "标准", "金额"], ["白庙乡", "10", "7", "70"], ["城关镇", "20", "", "140"]],
    ),
    # A new page repeats the header: the rows behind it are the table's, not a table of their own.
    (
        "某资金分配表\n县区 合计 省级\n睢县 5 3\n宁陵县 7 4\n县区 合计 省级\n虞城县 9 1\n合计 21 8",
        [
            ["县区", "合计", "省级"],
            ["睢县", "5", "3"],
            ["宁陵县", "7", "4"],
            ["虞城县", "9", "1"],
            ["合计", "21", "8"],
        ],
    ),
    # The label of the next attachment is no row.
    (
        "某资金分配表\n县区 金额\n睢县 58\n宁陵县 42\n虞城县 1\n附件 2",
        [["县区", "金额"], ["睢县", "58"], ["宁陵县", "42"], ["虞城县", "1"]],
    ),
    # Groups side by side: a line of the page holds a row of each.
    (
        "某资金分配表\n单位\n金额\n单位\n金额\n合计\n9\n甲市\n3\n丁县\n1\n乙县\n2\n戊县\n3",
        [
            ["单位", "金额", "单位", "金额"],
            ["合计", "9", "甲市", "3"],
            ["丁县", "1", "乙县", "2"],
            ["戊县", "3", "", ""],
        ],
    ),
    # Cells apart by blanks, a row a line; the total has no 序号.
    (
        "某资金分配表\n序号 县区 金额\n1 睢县 58\n2 宁陵县 42\n合计 100",
        [["序号", "县区", "金额"], ["1", "睢县", "58"], ["2", "宁陵县", "42"], ["", "合计", "100"]],
    ),
    # The same below two rows of labels: the sums tell what is merged over what.
    (
        "某资金分配表\n县区 本次\n合计 中央 省级\n睢县 9 5 4\n宁陵县 7 4 3\n虞城县 2 1 1",
        [
            ["县区", "本次", "", ""],
            ["", "合计", "中央", "省级"],
            ["睢县", "9", "5", "4"],
            ["宁陵县", "7", "4", "3"],
            ["虞城县", "2", "1", "1"],
        ],
    ),
    # Blank cells are lost too: the only way to place the figures so that all sums close.
    (
        "某资金分配表\n县区 合计 中央 省级\n睢县 5 5\n宁陵县 7 4 3\n虞城县 9 9\n合 计 21 13 8",
        [
            ["县区", "合计", "中央", "省级"],
            ["睢县", "5", "", "5"],
            ["宁陵县", "7", "4", "3"],
            ["虞城县", "9", "9", ""],
            ["合计", "21", "13", "8"],
        ],
    ),
    # Remarks behind some rows.
    (
        "某资金分配表\n县区 金额 备注\n睢县 58\n宁陵县 42 直管\n虞城县 1",
        [["县区", "金额", "备注"], ["睢县", "58", ""], ["宁陵县", "42", "直管"], ["虞城县", "1", ""]],
    ),
    # 合计 prints no sum of the standards.
    (
        "某资金分配表\n县区 人数 标准 金额\n睢县 2 5 10\n宁陵县 3 5 15\n虞城县 1 5 5\n合计 6 30",
        [
            ["县区", "人数", "标准", "金额"],
            ["睢县", "2", "5", "10"],
            ["宁陵县", "3", "5", "15"],
            ["虞城县", "1", "5", "5"],
            ["合计", "6", "", "30"],
        ],
    ),
    # All in one line, the title ahead.
    (
        "某资金分配表 县区 金额(万元) 睢县 58 宁陵县 42 合计 100",
        [["县区", "金额(万元)"], ["睢县", "58"], ["宁陵县", "42"], ["合计", "100"]],
    ),
    # Pipes, a header pushed left, and rows without their blank cells.
    (
        "县区 | 资金 | 彩票 |\n小计 | 中央 | 省级 |\n睢县 | 3 | 1 | 2 | 9 |\n宁陵县 | 9 | 4 | 5 |"
        "\n虞城县 | 6 | 2 | 4 | 1 |\n合计 | 18 | 7 | 11 | 10 |",
        [
            ["县区", "资金", "", "", "彩票"],
            ["", "小计", "中央", "省级", ""],
            ["睢县", "3", "1", "2", "9"],
            ["宁陵县", "9", "4", "5", ""],
            ["虞城县", "6", "2", "4", "1"],
            ["合计", "18", "7", "11", "10"],
        ],
    ),
    # A month among figures is one of them.
    (
        "某资金分配表\n县区\n金额\n睢县\n1920.6\n宁陵县\n2005.1",
        [["县区", "金额"], ["睢县", "1920.6"], ["宁陵县", "2005.1"]],
    ),
    # Only the header kept its tabs.
    (
        "某资金分配表\n县区\t补助\t金额\n睢县 5 58\n宁陵县 6 42\n虞城县 1 1",
        [["县区", "补助", "金额"], ["睢县", "5", "58"], ["宁陵县", "6", "42"], ["虞城县", "1", "1"]],
    ),
    # Only the first rows did.
    (
        "某资金分配表\n序号\t县区\t金额\n1\t睢县\t58\n2 宁陵县 42\n3 虞城县 1\n4 夏邑县 7",
        [
            ["序号", "县区", "金额"],
            ["1", "睢县", "58"],
            ["2", "宁陵县", "42"],
            ["3", "虞城县", "1"],
            ["4", "夏邑县", "7"],
        ],
    ),
    # Pipes, but the merged cells of the header are lost; what is sent is the first of 自然村.
    (
        "区 | 合计 | 自然村 | 桥梁 |\n实际 | 计划 |\n合计 | 16 | 9 | 9 | 7 |\n甲区 | 10 | 6 | 6 | 4 |"
        "\n乙区 | 6 | 3 | 3 | 3 |",
        [
            ["区", "合计", "自然村", "", "桥梁"],
            ["", "", "实际", "计划", ""],
            ["合计", "16", "9", "9", "7"],
            ["甲区", "10", "6", "6", "4"],
            ["乙区", "6", "3", "3", "3"],
        ],
    ),
    # Counts with a total of their own; 合计 stands over what it is the sum of, and beside 序号.
    (
        "序号 | 乡镇 | 总人数 | 小学 | 合计 |\n走读 | 寄宿 | 补助资金合计 |\n1 | 梅山 | 9 | 5 | 4 | 1250 |"
        "\n2 | 沙河 | 3 | 1 | 2 | 500 |\n合计 | 12 | 6 | 6 | 1750 |",
        [
            ["序号", "乡镇", "总人数", "小学", "", "合计"],
            ["", "", "", "走读", "寄宿", "补助资金合计"],
            ["1", "梅山", "9", "5", "4", "1250"],
            ["2", "沙河", "3", "1", "2", "500"],
            ["", "合计", "12", "6", "6", "1750"],
        ],
    ),
    # Two levels of labels: the sums tell what is merged over what.
    (
        "某资金分配表\n县区\n本次\n合计\n中央\n省级\n睢县\n9\n5\n4\n宁陵县\n7\n4\n3",
        [
            ["县区", "本次", "", ""],
            ["", "合计", "中央", "省级"],
            ["睢县", "9", "5", "4"],
            ["宁陵县", "7", "4", "3"],
        ],
    ),
    # The last row lost its 合计.
    (
        "某资金分配表\n单位\n上半年\n下半年\n中心医院\n5\n4\n一医院\n7\n3\n12\n7",
        [["单位", "上半年", "下半年"], ["中心医院", "5", "4"], ["一医院", "7", "3"], ["", "12", "7"]],
    ),
]


@pytest.mark.parametrize(("text", "rows"), FLOWS)
def test_the_grid_is_found(text: str, rows: list[list[str]]) -> None:
    assert _grid(text) == rows


NO_GRID = [
    # Blanks are lost and nothing tells where they were.
    "某资金分配表\n县区\n中央\n省级\n睢县\n5\n宁陵县\n7\n4\n虞城县\n9",
    # Two ways to place the lost blanks close.
    "某资金分配表\n县区\n合计\n中央\n省级\n睢县\n5\n5\n宁陵县\n5\n5\n合计\n10\n5\n5",
    # The figures behind a merged cell stand one column too far left, and no product tells.
    "乡镇 |\n面积 |\n标准 |\n金额 |\n白庙乡 |\n10 |\n7 |\n71 |\n城关镇 |\n20 |\n140 |\n|\n",
    # The figures of a row stand together.
    "某资金分配表\n县区人数补助标准金额\n睢县12400.54960.5\n宁陵县5400.52002.5\n虞城县1400.5400.5",
    # Rows apart by blanks that have more figures than labels.
    "某资金分配表\n县区 金额\n睢县 5 4\n宁陵县 6 2\n虞城县 1 1",
    # A header whose merged cells are lost, and no sum that would tell what was merged.
    "县区 | 本次 | 提前 |\n中央 | 省级 |\n睢县 | 5 | 3 | 9 |\n宁陵县 | 7 | 4 | 1 |",
]


@pytest.mark.parametrize("text", NO_GRID)
def test_what_no_sum_settles_stays_text_and_is_named(text: str) -> None:
    found = tabulate(tuple(document(text).blocks()))
    assert not any(isinstance(block, Table) for block in found.blocks)
    assert [problem.kind for problem in found.problems] == [ProblemKind.TABLE_UNPARSED]


def test_a_total_short_of_cells_goes_where_its_figures_are_sums() -> None:
    text = "镇街 | 面积 | 标准 | 金额 |\n甲镇 | 10 | 7 | 70 |\n乙镇 | 20 | 7 | 140 |\n合计 | 30 | 210 |"
    assert _grid(text)[-1] == ["合计", "30", "", "210"]


def test_a_header_over_several_lines_of_pipes_is_one_row() -> None:
    text = "镇街 | 面积 | 标准\n(元) |\n金额 |\n甲镇 | 10 | 7 | 70 |\n乙镇 | 20 | 7 | 140 |"
    assert _grid(text)[0] == ["镇街", "面积", "标准\n(元)", "金额"]


def test_labels_with_their_values_are_no_header() -> None:
    text = "项目名称\t救助资金\n主管部门\t民政厅\n资金情况\t年度金额\t20\n绩效指标\t三级指标\t指标值"
    assert _grid(text)[0] == ["项目名称", "救助资金", ""]


def test_a_title_is_no_label() -> None:
    title = "关于预拨2021年困难群众救助补助资金预算的通知（第二批）"
    blocks = tabulate(tuple(document(f"{title}\n县区\n金额\n睢县\n58\n宁陵县\n42").blocks())).blocks
    assert isinstance(blocks[0], Line)
    assert blocks[0].text == title
