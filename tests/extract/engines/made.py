"""One page of a notice as each engine writes it: the fields are theirs, the values made up."""

from typing import Any

Json = Any

LINES = (
    "某省财政厅文件",
    "关于下达2021年水利资金的通知",
    "某财农〔2021〕12号",
    "甲县财政局：",
    "现下达你县资金1227万元。",
)
ROWS = (("县区", "金额", ""), ("", "合计", "其中：工程"), ("甲县", "421", "400"), ("乙县", "806", "806"))
HTML = (
    '<table><tr><td rowspan="2">县区</td><td colspan="2">金额</td></tr>'
    "<tr><td>合计</td><td>其中：工程</td></tr>"
    "<tr><td>甲县</td><td>421</td><td>400</td></tr><tr><td>乙县</td><td>806</td><td>806</td></tr></table>"
)
BOX = [100, 500, 900, 800]
"""Of the table, in thousandths of the page."""


def content_list() -> Json:
    """MinerU's `*_content_list.json`, a head, a page number and a seal among it."""
    head, title, number, to, body = LINES
    at = {"bbox": [100, 200, 900, 220], "page_idx": 0}
    return [
        {"type": "text", "text": title, "text_level": 1, **at},
        {"type": "text", "text": number, **at},
        {"type": "text", "text": to, **at},
        {"type": "text", "text": body.replace("1227", "$1 2 2 7$"), **at},
        {"type": "image", "img_path": "images/s.jpg", "image_caption": [], "image_footnote": [],
         "sub_type": "seal", "bbox": [600, 700, 800, 840], "page_idx": 0},
        {"type": "table", "img_path": "images/a.jpg", "table_caption": ["附件1"],
         "table_footnote": ["注：略"], "table_body": f"<html><body>{HTML}</body></html>",
         "bbox": BOX, "page_idx": 1},
        {"type": "header", "text": head, "bbox": [300, 50, 700, 90], "page_idx": 0},
        {"type": "page_number", "text": "— 1 —", "bbox": [480, 950, 520, 970], "page_idx": 0},
    ]  # fmt: skip  # an entry a line or two


def content_list_v2() -> Json:
    """MinerU's `*_content_list_v2.json`."""
    head, title, number, to, body = LINES

    def block(kind: str, **content: Json) -> Json:
        return {"type": kind, "content": content, "bbox": [100, 200, 900, 220]}

    def text(value: str) -> Json:
        return [{"type": "text", "content": value}]

    before, after = body.split("1227")
    formula = {"type": "equation_inline", "content": "1 2 2 7"}
    table = {"image_source": {"path": "images/a.jpg"}, "table_caption": text("附件1"),
             "table_footnote": text("注：略"), "html": HTML, "table_type": "complex_table",
             "table_nest_level": 1}  # fmt: skip
    return [
        [
            block("page_header", page_header_content=text(head)),
            block("title", title_content=text(title), level=1),
            block("paragraph", paragraph_content=text(number)),
            block("paragraph", paragraph_content=text(to)),
            block("paragraph", paragraph_content=[*text(before), formula, *text(after)]),
            block("page_number", page_number_content=text("— 1 —")),
        ],
        [{**block("table", **table), "bbox": BOX}],
    ]


def middle() -> Json:
    """MinerU's `*_middle.json`: points on A4, the OCR's scores."""
    head, title, number, to, body = LINES

    def span(text: str, kind: str = "text", **more: Json) -> Json:
        return {"bbox": [60, 160, 540, 180], "type": kind, "content": text, "score": 0.9, **more}

    def block(kind: str, *spans: Json) -> Json:
        line = {"bbox": [60, 160, 540, 180], "spans": list(spans)}
        return {"type": kind, "bbox": [60, 160, 540, 180], "lines": [line], "index": 1}

    before, after = body.split("1227")
    html = {"bbox": [60, 421, 536, 674], "type": "table", "html": HTML, "image_path": "a.jpg", "score": 0.98}
    table = {
        "type": "table",
        "bbox": [60, 421, 536, 674],
        "blocks": [
            block("table_caption", span("附件1")),
            {**block("table_body", html), "bbox": [59.5, 421, 535.5, 673.6]},
            block("table_footnote", span("注：略")),
        ],
    }
    first = [
        block("title", span(title, score=0.8)),
        block("text", span(number)),
        block("text", span(to)),
        block("text", span(before), span("1 2 2 7", "inline_equation"), span(after)),
    ]
    discarded = [block("header", span(head)), block("page_number", span("— 1 —"))]
    common = {"page_size": [595, 842], "images": [], "tables": [], "preproc_blocks": []}
    return {
        "pdf_info": [
            {**common, "page_idx": 0, "para_blocks": first, "discarded_blocks": discarded},
            {**common, "page_idx": 1, "para_blocks": [table], "discarded_blocks": []},
        ],
        "_backend": "pipeline",
        "_version_name": "2.1.0",
    }


def words_of(texts: list[str], boxes: list[list[int]], scores: list[float]) -> Json:
    polys = [[[x0, y0], [x1, y0], [x1, y1], [x0, y1]] for x0, y0, x1, y1 in boxes]
    return {
        "model_settings": {"use_doc_preprocessor": False, "use_textline_orientation": False},
        "dt_polys": [*polys, [[0, 0], [1, 0], [1, 1], [0, 1]]],  # one that wasn't read
        "text_det_params": {"limit_side_len": 960, "thresh": 0.3},
        "text_type": "general",
        "text_rec_score_thresh": 0.0,
        "rec_texts": texts,
        "rec_scores": scores,
        "rec_polys": polys,
        "rec_boxes": boxes,
    }


def structure_pages() -> Json:
    """PP-StructureV3's `*_res.json` of two pages of 1000 by 1400 pixels."""
    head, title, number, to, body = LINES
    labels = ("header", "doc_title", "text", "text", "text")
    texts = [head, title, number, to, body]
    boxes = [[100, 100 * n, 900, 100 * n + 40] for n in range(1, 6)]
    settings = {"use_doc_preprocessor": False, "use_table_recognition": True, "use_seal_recognition": False}
    cells = [cell for row in ROWS for cell in row if cell]
    table_words = words_of(
        cells, [[100, 700 + 20 * n, 200, 715 + 20 * n] for n in range(len(cells))], [0.9] * len(cells)
    )
    table_words["rec_scores"] = [0.71 if cell == "421" else 0.97 for cell in cells]
    first = {
        "input_path": "a.pdf", "page_index": 0, "width": 1000, "height": 1400, "model_settings": settings,
        "parsing_res_list": [
            *({"block_label": label, "block_content": text, "block_bbox": box, "block_id": n}
              for n, (label, text, box) in enumerate(zip(labels, texts, boxes, strict=True))),
            {"block_label": "seal", "block_content": "某省财政厅", "block_bbox": [600, 1000, 800, 1200]},
            {"block_label": "number", "block_content": "— 1 —", "block_bbox": [480, 1350, 520, 1370]},
        ],
        "layout_det_res": {"boxes": []},
        "overall_ocr_res": words_of(texts, boxes, [0.99, 0.8, 0.99, 0.99, 0.95]),
    }  # fmt: skip  # as the file has it
    second = {
        "input_path": "a.pdf", "page_index": 1, "width": 1000, "height": 1400, "model_settings": settings,
        "parsing_res_list": [
            {"block_label": "paragraph_title", "block_content": "附件1", "block_bbox": [100, 100, 200, 130]},
            {"block_label": "table", "block_content": f"<html><body>{HTML}</body></html>",
             "block_bbox": [100, 700, 900, 1120]},
            {"block_label": "vision_footnote", "block_content": "注：略",
             "block_bbox": [100, 1150, 200, 1180]},
        ],
        "overall_ocr_res": words_of([], [], []),
        "table_res_list": [{"cell_box_list": [], "pred_html": HTML, "table_ocr_pred": table_words}],
    }  # fmt: skip
    return [first, second]


def docling() -> Json:
    """A `DoclingDocument`: boxes from the bottom left, the caption among the table's children."""
    head, title, number, to, body = LINES

    def prov(page: int, left: float, top: float, right: float, bottom: float) -> Json:
        box = {"l": left, "t": top, "r": right, "b": bottom, "coord_origin": "BOTTOMLEFT"}
        return [{"page_no": page, "bbox": box, "charspan": [0, 1]}]

    def text(n: int, value: str, label: str = "text", parent: str = "#/body", **more: Json) -> Json:
        return {"self_ref": f"#/texts/{n}", "parent": {"$ref": parent}, "children": [],
                "content_layer": "body", "label": label, "prov": prov(1, 60, 700, 540, 680),
                "orig": value, "text": value, **more}  # fmt: skip

    def cell(row: int, column: int, value: str, down: int = 1, across: int = 1) -> Json:
        return {
            "bbox": {"l": 60, "t": 421 + row, "r": 200, "b": 431 + row, "coord_origin": "TOPLEFT"},
            "row_span": down, "col_span": across,
            "start_row_offset_idx": row, "end_row_offset_idx": row + down,
            "start_col_offset_idx": column, "end_col_offset_idx": column + across, "text": value,
            "column_header": row == 0, "row_header": False, "row_section": False,
        }  # fmt: skip

    cells = [cell(0, 0, "县区", 2), cell(0, 1, "金额", 1, 2)]
    cells += [cell(r, c, v) for r, row in enumerate(ROWS) for c, v in enumerate(row) if r and v]
    table = {
        "self_ref": "#/tables/0", "parent": {"$ref": "#/body"}, "children": [{"$ref": "#/texts/5"}],
        "content_layer": "body", "label": "table", "prov": prov(2, 59.5, 421, 535.5, 168.4),
        "captions": [{"$ref": "#/texts/5"}], "references": [], "footnotes": [{"$ref": "#/texts/6"}],
        "data": {"table_cells": cells, "num_rows": 4, "num_cols": 3, "grid": []},
    }  # fmt: skip
    texts = [
        text(0, head, "page_header", content_layer="furniture"), text(1, title, "section_header", level=1),
        text(2, number), text(3, to, parent="#/groups/0"), text(4, body, parent="#/groups/0"),
        text(5, "附件1", "caption", "#/tables/0"), text(6, "注：略", "footnote", "#/tables/0"),
        text(7, "不可见", content_layer="invisible"),
    ]  # fmt: skip
    for late in (5, 6):
        texts[late]["prov"] = prov(2, 60, 500, 200, 480)
    refs = ["#/texts/0", "#/texts/1", "#/texts/2", "#/groups/0", "#/tables/0", "#/texts/7"]
    group = {"self_ref": "#/groups/0", "parent": {"$ref": "#/body"}, "content_layer": "body", "name": "group",
             "label": "unspecified", "children": [{"$ref": "#/texts/3"}, {"$ref": "#/texts/4"}]}  # fmt: skip
    size = {"size": {"width": 595.0, "height": 842.0}}
    return {
        "schema_name": "DoclingDocument", "version": "1.3.0", "name": "a",
        "origin": {"mimetype": "application/pdf", "binary_hash": 1, "filename": "a.pdf"},
        "furniture": {"self_ref": "#/furniture", "children": [], "content_layer": "furniture",
                      "name": "_root_", "label": "unspecified"},
        "body": {"self_ref": "#/body", "children": [{"$ref": ref} for ref in refs], "content_layer": "body",
                 "name": "_root_", "label": "unspecified"},
        "groups": [group], "texts": texts, "pictures": [], "tables": [table], "key_value_items": [],
        "form_items": [], "pages": {"1": {**size, "page_no": 1}, "2": {**size, "page_no": 2}},
    }  # fmt: skip  # as the file has it
