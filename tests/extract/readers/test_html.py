from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.choose import read
from extract.readers.contract import FormatError
from extract.readers.html import read_html
from schemas.document import Line, Table

MARKS = """<table> <tr> <td¦colspan=2> <td¦rowspan=0> </td> </table> <p> </p> <br> <li> <ol> </ol>
<div¦class=nav> </div> <a> </a> 合计 100 关于下达资金的通知 <!-- --> <pre> &#0; &nbsp; <h1> </h1>
<dl><dt> <dd> <del> <html> <frameset> <caption> <hr> </pre> </del>"""
TAGS = [mark.replace("¦", " ") for mark in MARKS.split()]


@pytest.mark.parametrize(
    "html", ["", "<html></html>", "<script>甲</script>", "<frameset><frame src=a></frameset>"]
)
def test_a_page_without_text_is_refused(html: str) -> None:
    with pytest.raises(FormatError) as raised:
        read(html.encode(), "text/html")
    assert raised.value.reason.code in {"empty", "no-text"}


def test_everything_is_read_for_sure() -> None:
    page = "<p>甲。</p><table><tr><td>县<td>金额<tr><td>睢县<td>5</table>"
    line, table = read_html(page.encode(), "text/html").blocks()
    assert isinstance(line, Line)
    assert isinstance(table, Table)
    assert line.place.confidence == 1
    assert {cell.place.confidence for cell in table.cells} == {1}


@given(st.lists(st.sampled_from(TAGS), max_size=40).map("".join))
def test_fails_only_with_a_typed_error(html: str) -> None:
    with suppress(FormatError):
        read_html(html.encode(), "text/html")


@given(st.binary(max_size=80))
def test_no_bytes_break_it(data: bytes) -> None:
    with suppress(FormatError):
        read_html(b"<html>" + data, "text/html")
