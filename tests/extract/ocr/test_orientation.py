import numpy as np
import pytest

from extract.ocr.contract import Turn
from extract.ocr.orientation import UPRIGHT, page_turn, turned
from tests.extract.ocr.draw import needs_font, page

BODY = [
    (180, 250 + 70 * n, text)
    for n, text in enumerate(
        (
            "根据省财政厅《关于拨付基本公共卫生服务补助资金的通知》精神，",
            "现拨付你县2018年中央财政基本公共卫生服务补助资金，专项用",
            "于相关支出。现将有关事项通知如下：",
            "一、该项资金主要用于基本公共卫生服务方面支出，不得挤占。",
            "二、请及时登录预算管理一体化系统接收指标，确保数据真实。",
        )
    )
]
TABLE = [
    (200 + 180 * column, 300 + 60 * row, text)
    for row, cells in enumerate(
        (("序号", "县市", "金额", "备注"), ("1", "奇台县", "214.9", ""), ("2", "木垒县", "385", "≥90%"))
    )
    for column, text in enumerate(cells)
]


@needs_font
@pytest.mark.slow
@pytest.mark.parametrize("lines", [BODY, TABLE], ids=["body", "table"])
@pytest.mark.parametrize("lies", [0, 90, 180, 270])
def test_a_turned_page_is_found_out(lines: list[tuple[int, int, str]], lies: Turn) -> None:
    found = page_turn(np.ascontiguousarray(turned(page(lines), lies)))
    assert found.degrees == (360 - lies) % 360
    assert found.confidence > 0.6


@pytest.mark.parametrize(
    "shape",
    [
        (1754, 1240, 3),
        (40, 40, 3),  # nothing a line could stand in
    ],
)
def test_a_page_without_text_is_left_as_it_is(shape: tuple[int, int, int]) -> None:
    assert page_turn(np.full(shape, 255, np.uint8)) == UPRIGHT
