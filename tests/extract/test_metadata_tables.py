from extract.metadata_tables import without_metadata_tables
from schemas.document import Line
from tests.extract.made import table


def texts(*rows: str) -> list[str] | None:
    found = without_metadata_tables([table(*rows)])
    return [block.text for block in found if isinstance(block, Line)] or None


def test_cells_that_take_turns() -> None:
    assert texts("索引号：\t001\t公开日期\t2021-03-05", "公开形式\t主动公开\t文号") == [
        "索引号：001",
        "公开日期：2021-03-05",
        "公开形式：主动公开",
        "文号",
    ]


def test_keys_with_their_values_in_a_cell() -> None:
    assert texts("发文单位：甲市财政局\t成文日期：2021年3月5日") == [
        "发文单位：甲市财政局",
        "成文日期：2021年3月5日",
    ]


def test_other_tables_stay() -> None:
    assert texts("单位\t金额", "甲县\t12") is None
    assert texts("项目名称\t单位\t时间", "甲\t乙\t丙") is None
