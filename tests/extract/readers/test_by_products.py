from pathlib import Path, PurePosixPath

import pytest

from extract.readers.by_products import by_products, pages_together


@pytest.mark.parametrize(
    ("names", "dropped"),
    [
        (
            ["a.md", "a_content_list.json", "a_content_list_v2.json", "a_middle.json", "a_model.json",
             "a_origin.pdf", "a_layout.pdf", "a_span.pdf", "images/1.jpg"],
            ["a.md", "a_content_list.json", "a_content_list_v2.json", "a_model.json", "a_origin.pdf",
             "a_layout.pdf", "a_span.pdf", "images/1.jpg"],
        ),  # MinerU: middle.json keeps the confidence
        (["a.md", "a_content_list.json", "b.md"], ["a.md"]),
        (
            ["full.md", "layout.json", "x_content_list.json", "x_model.json", "x_origin.pdf", "images/1.jpg"],
            ["full.md", "x_content_list.json", "x_model.json", "x_origin.pdf", "images/1.jpg"],
        ),  # as its service packs it
        (["full.md", "layout.json"], []),  # nothing says that these are MinerU's
        (["a.md", "a.pdf", "images/1.jpg"], []),
        (
            ["a_0_res.json", "a_0_ocr_res_img.png", "a_0_layout_det_res.png", "a_0.md", "imgs/x.jpg",
             "a_0_table_1.xlsx", "a_0.png", "a_table_1.xlsx"],
            ["a_0_ocr_res_img.png", "a_0_layout_det_res.png", "a_0.md", "imgs/x.jpg", "a_0_table_1.xlsx"],
        ),  # PaddleOCR; the page itself is none of its
        (["通知_layout.pdf", "通知_ocr_res_img.png"], []),
    ],
)  # fmt: skip  # a folder a row or two
def test_only_one_reading_is_left(names: list[str], dropped: list[str]) -> None:
    found = by_products([PurePosixPath("in", name) for name in names])
    assert sorted(str(path.relative_to("in")) for path in found) == sorted(dropped)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a_0_res.json", "a_1_res.json", "a_10_res.json"], {}),  # pages are missing
        (
            ["a_1_res.json", "a_0_res.json", "a_2_res.json"],
            {"a_0_res.json": ["a_1_res.json", "a_2_res.json"]},
        ),
        (["a_0_res.json", "b_1_res.json"], {}),
        (["a_0_res.json"], {}),
        (["a_res.json"], {}),
    ],
)
def test_pages_of_one_file(names: list[str], expected: dict[str, list[str]]) -> None:
    found = pages_together([Path("in", name) for name in names])
    assert {first.name: [path.name for path in others] for first, others in found.items()} == expected
