"""What isn't read is said: tables left as pictures, shapes that don't fit, JSON of somebody else."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import read
from extract.engines.grids import grid_of
from extract.readers.contract import FormatError
from extract.readers.kinds import JSON
from schemas.document import Cell, Line, Place, Table
from schemas.errors import UnreadableError
from tests.extract.engines import made
from tests.extract.engines.test_engines import MAKERS


def codes(value: made.Json) -> list[str]:
    found = read(json.dumps(value).encode(), JSON)
    return [problem.reason.code if problem.reason else problem.kind for problem in found.problems]


def entry(**fields: made.Json) -> list[made.Json]:
    text = {"type": "text", "text": "甲", "page_idx": 0}
    return [text, {"page_idx": 0, "bbox": [100, 100, 900, 500], **fields}]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (entry(type="table", img_path="images/a.jpg"), ["engine-table-unread"]),  # not recognised
        (entry(type="table", table_body="<html><body></body></html>"), ["engine-table-unread"]),
        (entry(type="image", img_path="images/a.jpg"), ["engine-picture-unread"]),  # may hold a table
        (entry(type="image", bbox=[100, 100, 250, 200]), []),  # an emblem
        (entry(type="image", sub_type="seal"), []),
        (
            entry(type="image", bbox=None, img_path="images/a.jpg"),
            ["section-unclaimed"],
        ),  # nobody knows how large
    ],
)
def test_what_the_engine_left_as_a_picture(value: made.Json, expected: list[str]) -> None:
    assert codes(value) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"a": 1}', "engine-json-unknown"),
        ("[]", "engine-json-unknown"),
        ("12", "engine-json-unknown"),
        ('{"resources": [], "profile": "tabular-data-package"}', "engine-json-unknown"),
        ('{"pdf_info": [', "engine-json-damaged"),
        ("not json", "engine-json-damaged"),
        ("[" * 100_000, "engine-json-damaged"),  # deeper than Python goes
        ('[{"cls_id": 12, "label": "header", "score": 0.9, "bbox": [1, 2, 3, 4]}]', "engine-json-no-text"),
        ('[{"layout_dets": [], "page_info": {}}]', "engine-json-no-text"),
        ('{"pdf_info": [{"page_idx": -1}]}', "engine-json-shape"),
        ('[{"type": "text", "page_idx": 0, "text": [1]}]', "engine-json-shape"),
        ('{"rec_texts": 5}', "engine-json-shape"),
        ('{"pdf_info": []}', "no-text"),
    ],
)  # fmt: skip
def test_every_other_json_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read(text.encode(), JSON)
    assert raised.value.reason.code == code


def test_a_shape_that_does_not_fit_says_where() -> None:
    with pytest.raises(FormatError, match="0/text"):
        read(b'[{"type": "text", "page_idx": 0, "text": [1]}]', JSON)


def test_a_caption_of_older_versions_is_one_text() -> None:
    table = {"type": "table", "page_idx": 0, "table_body": made.HTML, "table_caption": "附件1"}
    line, _ = read(json.dumps([table]).encode(), JSON).blocks()
    assert isinstance(line, Line)
    assert line.text == "附件1"


def test_running_heads_go_and_a_letterhead_stays() -> None:
    heads = [
        {"type": "header", "text": text, "page_idx": page}
        for page, text in enumerate(["某厅文件", "续", "续"])
    ]
    feet = [{"type": "footer", "text": "某厅办公室 2021年3月1日印发", "page_idx": 2}]
    body = [{"type": "text", "text": f"正文{page}", "page_idx": page} for page in range(3)]
    found = read(json.dumps([*feet, *body, *heads]).encode(), JSON)
    texts = [block.text for block in found.blocks() if isinstance(block, Line)]
    assert texts == ["某厅文件", "正文0", "正文1", "正文2", "某厅办公室 2021年3月1日印发"]


def test_a_tree_that_goes_in_circles_ends() -> None:
    value = made.docling()
    value["groups"][0]["children"].append({"$ref": "#/groups/0"})
    value["body"]["children"].append({"$ref": "#/texts/99999999999"})
    assert codes(value) == []


def cell(row: int, column: int, text: str, down: int = 1, across: int = 1) -> Cell:
    return Cell(row=row, column=column, text=text, row_span=down, column_span=across)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        # a span over another cell is cut
        ([cell(0, 0, "甲", 2), cell(0, 1, "乙", 2, 1), cell(1, 0, "丙")], [("甲\n丙", 2), ("乙", 2)]),
        ([cell(0, 1, "乙"), cell(0, 0, "甲", 1, 2)], [("甲\n乙", 1)]),
        ([cell(0, 0, "5"), cell(0, 0, "6")], [("5\n6", 1)]),  # two figures in one place are none
    ],
)
def test_cells_that_lie_over_one_another(cells: list[Cell], expected: list[tuple[str, int]]) -> None:
    table = grid_of(cells, Place())
    assert table is not None
    assert [(c.text, c.row_span) for c in table.cells] == expected


def test_spans_are_no_bomb() -> None:
    with pytest.raises(FormatError):
        grid_of([cell(0, 0, "甲", 20_000, 1_000)], Place())


places = st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(1, 3), st.integers(1, 3))


@given(st.lists(places, max_size=12))
def test_every_text_has_a_place_of_its_own(spans: list[tuple[int, int, int, int]]) -> None:
    cells = [cell(r, c, f"<{n}>", down, across) for n, (r, c, down, across) in enumerate(spans)]
    table = grid_of(cells, Place())
    if table is None:
        assert cells == []
        return
    taken = [(r, c) for cell in table.cells for r in range(cell.row, cell.row + cell.row_span)
             for c in range(cell.column, cell.column + cell.column_span)]  # fmt: skip
    assert len(taken) == len(set(taken))
    assert sorted("".join(c.text for c in table.cells).replace("\n", "")) == sorted(
        "".join(c.text for c in cells)
    )


values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


def paths(value: made.Json) -> list[list[made.Json]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [[], *([key, *path] for key, inner in items for path in paths(inner))]


@given(st.data())
def test_a_value_that_is_none_of_its_kind(data: st.DataObject) -> None:
    """Any value anywhere in a file is read, refused or a problem."""
    value = json.loads(json.dumps(data.draw(st.sampled_from(MAKERS))()))
    *way, last = data.draw(st.sampled_from(paths(value)[1:]))
    inner = value
    for step in way:
        inner = inner[step]
    inner[last] = data.draw(values)
    with suppress(UnreadableError):
        assert isinstance(read(json.dumps(value).encode(), JSON).pages, tuple)


def test_tables_are_grids() -> None:
    found = read(json.dumps(made.content_list()).encode(), JSON)
    assert sum(isinstance(block, Table) for block in found.blocks()) == 1
