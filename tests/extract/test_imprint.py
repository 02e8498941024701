import pytest

from extract.front import Front
from extract.imprint import Imprint
from tests.extract.made import lines


@pytest.mark.parametrize(
    ("below", "names", "date"),
    [
        (["甲市财政局", "甲市民政局", "2021年3月5日"], ["甲市财政局", "甲市民政局"], "2021年3月5日"),
        (["甲市财政局甲市民政局", "2021年3月5日"], ["甲市财政局", "甲市民政局"], "2021年3月5日"),  # glued
        (["2021年3月5日", "甲市财政局"], ["甲市财政局"], "2021年3月5日"),
        (["甲市财政局 2021年3月5日"], ["甲市财政局"], "2021年3月5日"),  # on one line
        (
            ["甲市财政局", "2021年3月5日", "友情链接", "公安部"],
            ["甲市财政局"],
            "2021年3月5日",
        ),  # a page's links
        (["甲市财政局", "202135"], ["甲市财政局"], "202135"),
        (["甲市财政局"], ["甲市财政局"], None),
        ([], [], None),
    ],
)
def test_signature(below: list[str], names: list[str], date: str | None) -> None:
    found = Imprint(Front(imprint=lines(*below)))
    assert [piece.text for piece in found.signatories] == names
    assert (found.sign_date.text if found.sign_date else None) == date


def test_signature_behind_the_last_sentence() -> None:
    found = Imprint(Front(body=lines("资金421万元,请在公示期内反映,甲省财政厅2021年3月5日。")))
    assert [piece.text for piece in found.signatories] == ["甲省财政厅"]
    assert found.sign_date is not None
