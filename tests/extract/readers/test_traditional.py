"""Traditional characters are read as the simplified ones that every list and rule is written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.choose import read
from extract.readers.traditional import simplified
from schemas.dataset.codes import TextOrigin
from schemas.document import Document, Line, Page, Table


def texts(text: str) -> list[str]:
    found = read(text.encode(), "text/plain").blocks()
    return [b.text if isinstance(b, Line) else "|".join(c.text for c in b.cells) for b in found]


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        (
            "鶴山市財政局關於下達補助資金的通知\n單位\t金額\n雅瑤鎮衛生院\t30",
            ["鹤山市财政局关于下达补助资金的通知", "单位|金额|雅瑶镇卫生院|30"],
        ),
        # a simplified text keeps the characters that look traditional: 乾县, 瞭望
        ("乾县财政局关于下达乾安县瞭望台补助资金的通知", ["乾县财政局关于下达乾安县瞭望台补助资金的通知"]),
        # one name in a simplified text is left to the matching of names
        ("现下达羅湖區补助资金120万元，请专款专用。", ["现下达羅湖區补助资金120万元，请专款专用。"]),
    ],
)
def test_texts(printed: str, read_as: list[str]) -> None:
    assert texts(printed) == read_as


@given(st.text())
def test_digits_and_marks_stay(text: str) -> None:
    document = Document(
        media_type="text/plain",
        text_origin=TextOrigin.PLAIN_TEXT,
        pages=(Page(blocks=(Line(text=f"財政廳關於下達資金預算的通知請專款專用{text}"),)),),
    )
    (found,) = simplified(document).blocks()
    assert not isinstance(found, Table)
    assert [c for c in found.text if c.isdigit()] == [c for c in text if c.isdigit()]
