"""The table of findings."""

from typing import Annotated

from schemas.dataset.codes import Severity, TableName
from schemas.dataset.columns import Column
from schemas.dataset.shared import NoticeId, Provenance


class FindingRow(Provenance):
    """Something that a person should know about a value, a row or a notice."""

    finding_id: Annotated[
        str,
        Column(
            "问题编号",
            "Hash of notice, check, row_key, column and other_notice_id: the same from run to run",
            "通知、检查、行键、列及对方通知的散列值，多次运行保持不变",
        ),
    ]
    notice_id: NoticeId
    check: Annotated[str, Column("检查代码", "Code of the check", "检查代码")]
    severity: Annotated[Severity, Column("严重程度", "How much it weighs", "严重程度")]
    message: Annotated[str, Column("英文说明", "What was found, in English", "英文说明")]
    message_zh: Annotated[str, Column("说明", "What was found, in Chinese", "中文说明")]
    table: Annotated[TableName, Column("表", "Table that it points into", "所指的表")]
    row_key: Annotated[
        str,
        Column(
            "行键",
            "Row that it points at: JSON with sorted keys; {} for the whole notice",
            "所指的行：键名排序的 JSON；{} 表示整份通知",
        ),
    ]
    column: Annotated[str | None, Column("列", "Column that it points at", "所指的列")] = None
    expected: Annotated[str | None, Column("应为", "What was expected", "应有的值")] = None
    actual: Annotated[str | None, Column("实为", "What was found", "实际的值")] = None
    difference: Annotated[str | None, Column("差额", "actual less expected", "实际减应有")] = None
    other_notice_id: Annotated[
        str | None, Column("对方通知编号", "The other notice, where two disagree", "与之矛盾的另一份通知")
    ] = None


SEVEREST_FIRST = tuple(Severity)
