"""PaddleOCR 3: what PP-StructureV3, PaddleOCR-VL and the OCR pipeline save, one JSON a page.

https://www.paddleocr.ai; boxes are in pixels of the page, whose size newer versions tell.
"""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import Field

from extract.engines.found import Found, Input, Role, box_of, lines, picture, place_of, tables
from extract.engines.paddle_words import Word, read_words
from schemas.document import Block, Box, Place, Table

_ROLES = {"header": Role.HEAD, "footer": Role.FOOT}
_PASSED_OVER = frozenset({"number", "seal", "aside_text"})
_PICTURES = frozenset({"image", "chart", "figure", "header_image", "footer_image"})
_HEADINGS = {"doc_title": 1, "paragraph_title": 2}
_FORMULAS = frozenset({"formula", "display_formula", "inline_formula"})


class Words(Input):
    """Lines of text with their scores; `rec_polys` belong to them, `dt_polys` to all that was detected."""

    rec_texts: tuple[str, ...] = ()
    rec_scores: tuple[float, ...] = ()
    rec_polys: tuple[tuple[tuple[float, float], ...], ...] = ()
    rec_boxes: tuple[tuple[float, ...], ...] = ()
    dt_polys: tuple[tuple[tuple[float, float], ...], ...] = ()

    def words(self) -> Iterator[Word]:
        """Each line with its box in pixels; without boxes none can be placed."""
        boxes = self.rec_boxes or tuple(map(_around, self.rec_polys or self.dt_polys))
        if len(boxes) != len(self.rec_texts):
            boxes = ((),) * len(self.rec_texts)
        scores = (
            self.rec_scores if len(self.rec_scores) == len(self.rec_texts) else (None,) * len(self.rec_texts)
        )
        for text, score, box in zip(self.rec_texts, scores, boxes, strict=True):
            yield Word(text, score, box if len(box) == 4 else None)


def _around(polygon: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return (min(xs), min(ys), max(xs), max(ys)) if polygon else ()


class Parsed(Input):
    """A block of the layout."""

    block_label: str
    block_content: str | None = None
    block_bbox: tuple[float, ...] | None = None


class TableRes(Input):
    """A table with the lines that were read in it."""

    pred_html: str | None = None
    table_ocr_pred: Words = Words()


class Preprocessed(Input):
    """How the page was turned before it was read."""

    angle: int | None = None


class Page(Words):
    """One page: its layout, or only its lines."""

    page_index: int | None = Field(default=None, ge=0)
    width: float | None = None
    height: float | None = None
    parsing_res_list: tuple[Parsed, ...] | None = None
    overall_ocr_res: Words | None = None
    table_res_list: tuple[TableRes, ...] = ()
    doc_preprocessor_res: Preprocessed | None = None


def read_pages(pages: Sequence[Page]) -> Iterator[Found]:
    """The pieces of every page; a file of one page says which it is, a picture doesn't."""
    for position, page in enumerate(pages, start=1):
        number = position if page.page_index is None else page.page_index + 1
        yield from _Reader(page, number).read()


class _Reader:
    def __init__(self, page: Page, number: int) -> None:
        self._page, self._number = page, number
        whole = page.overall_ocr_res.words() if page.overall_ocr_res else page.words()
        inside = (word for table in page.table_res_list for word in table.table_ocr_pred.words())
        self._words = list(whole)
        self._inside = list(inside) or self._words

    def read(self) -> Iterator[Found]:
        """The layout's blocks in order; without a layout the lines as they lie on the page."""
        if self._page.parsing_res_list is not None:
            for block in self._page.parsing_res_list:
                yield from self._block(block)
        else:
            yield from read_words(self._words, self._number, *self._size())
            for table in self._page.table_res_list:
                yield from self._table(table.pred_html or "", None)

    def _size(self) -> tuple[float, float]:
        """Of the page that the boxes are on; unknown where it was turned or straightened before."""
        turned = (
            self._page.doc_preprocessor_res is not None
            and self._page.doc_preprocessor_res.angle not in {None, 0, -1}
        )
        return (0, 0) if turned else (self._page.width or 0, self._page.height or 0)

    def _block(self, block: Parsed) -> Iterator[Found]:
        label, content = block.block_label, block.block_content or ""
        box = box_of(block.block_bbox, *self._size())
        if label in _PASSED_OVER:
            return
        if label == "table":
            yield from self._table(content, box)
        elif label in _PICTURES:
            yield from picture(label, place_of(self._number, box))
        else:
            text = f"$${content}$$" if label in _FORMULAS else content
            place = place_of(self._number, box, self._score_within(block.block_bbox))
            yield from lines(text, place, _ROLES.get(label, Role.BODY), _HEADINGS.get(label))

    def _score_within(self, corners: Sequence[float] | None) -> float | None:
        """The lowest score of the lines in a block; null where they aren't kept."""
        if corners is None or len(corners) != 4:
            return None
        return _least(word for word in self._words if word.is_within(corners))

    def _score_of(self, text: str) -> float | None:
        """The lowest score of the lines that a cell may be made of: those with its text, else those in it."""
        plain = "".join(text.split())
        texts = [(word, "".join(word.text.split())) for word in self._inside]
        same = [word for word, own in texts if own == plain]
        return _least(same or (word for word, own in texts if len(own) > 1 and own in plain))

    def _table(self, html: str, box: Box | None) -> Iterator[Found]:
        for found in tables(html, place_of(self._number, box)):
            item = found.item
            yield found._replace(item=self._scored(item)) if isinstance(item, Table) else found

    def _scored(self, table: Table) -> Block:
        cells = tuple(
            cell.model_copy(
                update={"place": _with(cell.place, self._score_of(cell.text) if cell.text else None)}
            )
            for cell in table.cells
        )
        return table.model_copy(update={"cells": cells})


def _least(words: Iterable[Word]) -> float | None:
    return min((word.score for word in words if word.score is not None), default=None)


def _with(place: Place, score: float | None) -> Place:
    return place_of(place.page, place.box, score)
