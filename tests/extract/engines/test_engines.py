import json
from collections.abc import Callable
from pathlib import PurePath

import pytest

from extract import media_type_of, printed_notices, read
from extract.readers.kinds import JSON
from schemas.document import Document, Line, Table
from tests.extract.engines import made

MAKERS = [made.content_list, made.content_list_v2, made.middle, made.structure_pages, made.docling]
SPANS = [(0, 0, 2, 1, "县区"), (0, 1, 1, 2, "金额"), (1, 1, 1, 1, "合计"), (1, 2, 1, 1, "其中：工程"),
         (2, 0, 1, 1, "甲县"), (2, 1, 1, 1, "421"), (2, 2, 1, 1, "400"),
         (3, 0, 1, 1, "乙县"), (3, 1, 1, 1, "806"), (3, 2, 1, 1, "806")]  # fmt: skip
each = pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)


def document(value: made.Json) -> Document:
    data = json.dumps(value, ensure_ascii=False).encode()
    kind = media_type_of(PurePath("x.txt"), data[:2048])  # by content
    assert kind == JSON
    return read(data, kind)


def table_of(found: Document) -> Table:
    (table,) = (block for block in found.blocks() if isinstance(block, Table))
    return table


@each
def test_the_same_page_from_every_engine(make: Callable[[], made.Json]) -> None:
    found = document(make())
    first, second = found.pages
    assert (first.number, second.number) == (1, 2)
    assert [block.text for block in first.blocks if isinstance(block, Line)] == list(made.LINES)
    assert [block.text for block in second.blocks if isinstance(block, Line)] == ["附件1", "注：略"]
    assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table_of(found).cells] == SPANS
    assert found.problems == ()


@each
def test_the_table_knows_its_page_and_box(make: Callable[[], made.Json]) -> None:
    place = table_of(document(make())).place
    assert place.page == 2
    assert place.box is not None
    assert [round(side, 2) for side in (place.box.x0, place.box.y0, place.box.x1, place.box.y1)] == [
        0.1,
        0.5,
        0.9,
        0.8,
    ]


@each
def test_a_notice_comes_of_it(make: Callable[[], made.Json]) -> None:
    (printed,) = printed_notices(document(make()))
    (allocation,) = printed.allocations
    assert printed.header.doc_number is not None
    assert printed.header.doc_number.text == "某财农〔2021〕12号"
    texts = [[cell.text for cell in row.cells if cell] for row in allocation.rows]
    assert [row for row in texts if "421" in row or "806" in row] == [
        ["甲县", "421", "400"],
        ["乙县", "806", "806"],
    ]


@pytest.mark.parametrize(
    ("make", "engine", "title"),
    [
        (made.content_list, "MinerU", None),  # it keeps no confidence
        (made.middle, "MinerU 2.1.0", 0.8),
        (made.structure_pages, "PaddleOCR", 0.8),
        (made.docling, "docling", None),
    ],
)
def test_engine_and_confidence(make: Callable[[], made.Json], engine: str, title: float | None) -> None:
    found = document(make())
    assert found.ocr_engine == engine
    line = next(block for block in found.blocks() if isinstance(block, Line) and "通知" in block.text)
    assert line.place.confidence == title
    assert line.heading == 1


def test_a_cell_has_the_score_of_its_line() -> None:
    cells = {cell.text: cell.place.confidence for cell in table_of(document(made.structure_pages())).cells}
    assert (cells["421"], cells["400"]) == (0.71, 0.97)


def test_a_cell_of_docling_has_its_box() -> None:
    cell = next(cell for cell in table_of(document(made.docling())).cells if cell.text == "421")
    assert cell.place.box is not None
    assert round(cell.place.box.y0 * 842) == 423


@pytest.mark.parametrize(
    "wrap",
    [
        lambda pages: {"res": pages[0]},  # what a result prints
        lambda pages: {
            "result": {"layoutParsingResults": [{"prunedResult": page} for page in pages]}
        },  # a service
        lambda pages: {"layoutParsingResults": [{"prunedResult": pages[0], "markdown": {"text": ""}}]},
    ],
)
def test_wrapped_pages_of_paddle(wrap: Callable[[list[made.Json]], made.Json]) -> None:
    found = document(wrap(made.structure_pages()))
    assert [b.text for b in found.pages[0].blocks if isinstance(b, Line)] == list(made.LINES)


def test_a_page_a_line() -> None:
    data = "\n".join(json.dumps(page) for page in made.structure_pages()).encode()
    assert [page.number for page in read(data, JSON).pages] == [1, 2]


def words() -> made.Json:
    """The lines of a page without a layout: a title and three rows in three columns."""
    rows = [["关于下达资金的通知"], ["甲县", "421", "400"], ["乙县", "806", "806"], ["丙县", "12", "9"]]
    texts = [text for row in rows for text in row]
    boxes = [
        [300 * c, 40 * r, 300 * c + 20 * len(t), 40 * r + 20]
        for r, row in enumerate(rows)
        for c, t in enumerate(row)
    ]
    return made.words_of(texts, boxes, [0.9] * (len(texts) - 1) + [0.5])


def raw(page: made.Json) -> made.Json:
    return [
        [
            [poly, [text, score]]
            for poly, text, score in zip(
                page["rec_polys"], page["rec_texts"], page["rec_scores"], strict=True
            )
        ]
    ]


@pytest.mark.parametrize("value", [words(), raw(words())], ids=["3", "2"])
def test_lines_that_stand_in_columns_are_a_table(value: made.Json) -> None:
    found = document(value)
    line, table = found.blocks()
    assert isinstance(line, Line)
    assert isinstance(table, Table)
    assert line.text == "关于下达资金的通知"
    assert [[cell.text for cell in row] for row in table.rows()] == [
        ["甲县", "421", "400"], ["乙县", "806", "806"], ["丙县", "12", "9"],
    ]  # fmt: skip
    assert [cell.place.confidence for cell in table.cells][-2:] == [0.9, 0.5]


def test_regions_of_paddle_2() -> None:
    regions = [
        {"type": "title", "bbox": [1, 1, 9, 2], "img_idx": 0,
         "res": [{"text": "甲", "confidence": 0.8, "text_region": []}]},
        {"type": "table", "bbox": [1, 3, 9, 9], "img_idx": 0,
         "res": {"cell_bbox": [], "html": f"<html><body>{made.HTML}</body></html>"}},
    ]  # fmt: skip
    data = "\n".join(map(json.dumps, regions)).encode()
    line, table = read(data, JSON).blocks()
    assert isinstance(line, Line)
    assert (line.text, line.heading, line.place.confidence) == ("甲", 1, 0.8)
    assert isinstance(table, Table)
    assert len(table.cells) == len(SPANS)
