import pytest

from extract.html.flow import blocks_of
from extract.html.tree import parse
from extract.readers.contract import FormatError
from schemas.document import Block, Line, Table


def blocks(html: str) -> tuple[Block, ...]:
    return blocks_of(parse(html))


def texts(html: str) -> list[str]:
    return [block.text for block in blocks(html) if isinstance(block, Line)]


def grid(html: str) -> list[str]:
    """Each cell as row,column,rows,columns text."""
    (table,) = (block for block in blocks(html) if isinstance(block, Table))
    assert table.spans_known
    return [f"{c.row},{c.column},{c.row_span},{c.column_span} {c.text}" for c in table.cells if c.text]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("甲<br>乙<br/>丙", ["甲", "乙", "丙"]),
        ("<p>甲<b>乙</b><span>丙</span></p>", ["甲乙丙"]),  # inline marks break nothing
        ("<p>下达\n    资金</p>", ["下达资金"]),  # the source's line end is not the page's
        ("<p>no\n 12</p>", ["no 12"]),
        ("<p>&nbsp;　　甲&nbsp;乙</p>", ["甲 乙"]),
        ("<pre>甲\n乙</pre>", ["甲", "乙"]),
        ("<div style='white-space: pre-wrap'>甲\n乙</div>", ["甲", "乙"]),
        ("<ol><li>甲。</li><li>乙。</li></ol>", ["1. 甲。", "2. 乙。"]),  # the browser prints numbers
        ("<ol start=3 type=a><li>甲<li value=5>乙</ol>", ["c. 甲", "e. 乙"]),
        ("<ol><li>一、甲。</li><li>二、乙。</li></ol>", ["一、甲。", "二、乙。"]),  # they have their own
        ("<ul><li>甲</li><li>乙</li></ul>", ["甲", "乙"]),
        ("<dl><dt>索引号</dt><dd>001</dd><dt>文号：</dt><dd>2</dd></dl>", ["索引号：001", "文号：2"]),
        ("<p>甲<del>乙</del></p>", ["甲~~乙~~"]),  # struck through is on the page
        ("甲<script>乙</script><style>丙</style><!--丁--><input value=戊>", ["甲"]),
        ("甲<span style='display:none'>乙</span><p hidden>丙</p>丁", ["甲丁"]),
        ("<body><center>甲<font>乙", ["甲乙"]),  # never closed
        ("<p>甲</p>" + "<font>" * 600 + "乙", ["甲", "乙"]),  # nor these
    ],
)
def test_lines(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


def test_headings_gaps_and_places() -> None:
    lines = [b for b in blocks("<h2>甲</h2>\n<p>乙<br>丙</p><p>&nbsp;</p>\n<p>丁</p>") if isinstance(b, Line)]
    assert [line.heading for line in lines] == [2, None, None, None]
    assert [line.gap for line in lines] == [True, False, False, True]
    assert [line.place.line for line in lines] == [1, 2, 2, 3]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<table><tr><th rowspan=2>县<th colspan=2>金额<tr><td>甲<td>乙<tr><td>睢县<td>1<td>2</table>",
            [
                "0,0,2,1 县",
                "0,1,1,2 金额",
                "1,1,1,1 甲",
                "1,2,1,1 乙",
                "2,0,1,1 睢县",
                "2,1,1,1 1",
                "2,2,1,1 2",
            ],
        ),
        (  # a foot is shown last wherever it stands; a span ends with the table
            "<table><tfoot><tr><td rowspan=9>计<td>3</tfoot><tr><td>甲<td>1</table>",
            ["0,0,1,1 甲", "0,1,1,1 1", "1,0,1,1 计", "1,1,1,1 3"],
        ),
        (  # lines of a cell; hidden rows aren't there
            "<table><tr><td>甲<br>乙<td><p>1</p><p>2</p><tr style='display:none'><td>丙<td>3</table>",
            ["0,0,1,1 甲\n乙", "0,1,1,1 1\n2"],
        ),
        (  # a table that lays out the page around the one that holds data
            "<table><tr><td>甲。</td><td><table><tr><td>睢县<td>1</table></table>",
            ["0,0,1,1 睢县", "0,1,1,1 1"],
        ),
        (  # spans that are no numbers
            "<table><tr><td colspan=x>睢县<td rowspan=-1>1</table>",
            ["0,0,1,1 睢县", "0,1,1,1 1"],
        ),
    ],
)
def test_tables(html: str, expected: list[str]) -> None:
    assert grid(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>甲<tr><td>乙</table>",  # one column
        "<table><tr><td>甲<td>&nbsp;<tr><td><td>乙</table>",  # never two cells side by side
        f"<table><tr><td>甲<td>{'乙' * 100}。</table>",  # running text with a margin
        "<table role=presentation><tr><td>甲<td>乙</table>",
    ],
)
def test_layout_tables_are_lines(html: str) -> None:
    assert not [block for block in blocks(html) if isinstance(block, Table)]
    assert len(texts(html)) == 2


def test_rows_over_and_under_the_grid_are_lines() -> None:
    found = blocks(
        "<table><tr><td colspan=3>附件1<tr><td colspan=3>2021年资金分配表<tr><td><td><td>单位：万元"
        "<tr><td>序号<td>县<td>金额<tr><td>1<td>睢县<td>5<tr><td colspan=3>注：按人数。</table>"
    )
    assert [b.text if isinstance(b, Line) else b.row_count for b in found] == [
        "附件1", "2021年资金分配表", "单位：万元", 2, "注：按人数。",
    ]  # fmt: skip


def test_metadata_is_lines() -> None:
    html = (
        "<table><tr><td>索 引 号</td><td>001<td>发文字号：<td>财社〔2021〕1号"
        "<tr><td>发布机构<td>某局<td>有效性<td></table>"
    )
    assert texts(html) == ["索 引 号：001", "发文字号：财社〔2021〕1号", "发布机构：某局", "有效性："]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 3000 + "甲",
        "<table>" + "<tr>" + "<td rowspan=20000 colspan=1000>甲<td>乙" * 3 + "<tr>" * 20000 + "</table>",
    ],
)
def test_bombs_are_refused(html: str) -> None:
    with pytest.raises(FormatError):
        blocks(html)
