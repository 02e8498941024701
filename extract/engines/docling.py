"""docling's `DoclingDocument` as JSON: a tree over lists of texts, tables and pictures.

https://github.com/docling-project/docling-core; pages count from 1, boxes say where their origin is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from pydantic import AliasChoices, Field

from extract.engines.found import Found, Input, Role, box_of, lines, lost_table, picture, place_of
from extract.engines.grids import grid_of
from extract.readers.inner_tables import written
from extract.readers.raised import raised
from schemas.document import Box, Cell, Place

_ROLES = {"page_header": Role.HEAD, "page_footer": Role.FOOT}
_BULLET = re.compile(r"^[\s\-*+•·▪◦○●■□–—§]*$")
_MOST_ROWS, _MOST_COLUMNS = 20_000, 1_000


class Ref(Input):
    """A pointer to an item: `#/texts/3`."""

    target: str = Field(validation_alias=AliasChoices("$ref", "cref"))


class Bounds(Input):
    """Left, top, right, bottom in points."""

    l: float  # noqa: E741  the format's own name
    t: float
    r: float
    b: float
    coord_origin: str = "TOPLEFT"


class Provenance(Input):
    """Where an item stands."""

    page_no: int
    bbox: Bounds


class Size(Input):
    """Of a page, in points."""

    width: float
    height: float


class PageItem(Input):
    """A page."""

    size: Size


class Node(Input):
    """What every item has."""

    children: tuple[Ref, ...] = ()
    label: str = ""
    prov: tuple[Provenance, ...] = ()
    content_layer: str = "body"


class Text(Node):
    """A paragraph, heading, list item …"""

    text: str = ""
    orig: str = ""
    level: int | None = None
    enumerated: bool = False
    marker: str | None = None


class TableCell(Input):
    """A cell; `end_` indices are the first behind it."""

    text: str = ""
    bbox: Bounds | None = None
    start_row_offset_idx: int = Field(ge=0, lt=_MOST_ROWS)
    end_row_offset_idx: int = Field(ge=0, le=_MOST_ROWS)
    start_col_offset_idx: int = Field(ge=0, lt=_MOST_COLUMNS)
    end_col_offset_idx: int = Field(ge=0, le=_MOST_COLUMNS)


class TableData(Input):
    """The cells of a table."""

    table_cells: tuple[TableCell, ...] = ()


class Floating(Node):
    """A table or picture with what stands over and under it."""

    captions: tuple[Ref, ...] = ()
    footnotes: tuple[Ref, ...] = ()
    data: TableData | None = None


class Origin(Input):
    """The file that was converted."""

    mimetype: str = ""


class Docling(Input):
    """The whole file."""

    origin: Origin | None = None
    body: Node
    furniture: Node | None = None
    groups: tuple[Node, ...] = ()
    texts: tuple[Text, ...] = ()
    tables: tuple[Floating, ...] = ()
    pictures: tuple[Floating, ...] = ()
    pages: Mapping[str, PageItem] = {}


def read_docling(document: Docling) -> Iterator[Found]:
    """The pieces in reading order, each once; what lies in no layer that is printed is left out."""
    return _Walk(document).read()


class _Walk:
    def __init__(self, document: Docling) -> None:
        self._document = document
        self._seen: set[str] = set()

    def read(self) -> Iterator[Found]:
        """From the tree's root; without recursion, as lists may be nested without end."""
        furniture = self._document.furniture
        heads = self._refs(furniture.children) if furniture else []
        stack = [*reversed(self._refs(self._document.body.children)), *reversed(heads)]
        while stack:
            name = stack.pop()
            if name in self._seen:
                continue
            self._seen.add(name)
            node = self._resolve(name)
            if node is not None and node.content_layer in {"body", "furniture"}:
                yield from self._item(node)
                stack += [] if self._is_small_picture(node) else reversed(self._refs(node.children))

    def _refs(self, refs: Sequence[Ref]) -> list[str]:
        return [ref.target for ref in refs]

    def _resolve(self, name: str) -> Node | None:
        _, _, rest = name.partition("#/")
        kind, _, index = rest.partition("/")
        lists: Mapping[str, Sequence[Node]] = {
            "groups": self._document.groups,
            "texts": self._document.texts,
            "tables": self._document.tables,
            "pictures": self._document.pictures,
        }
        items = lists.get(kind, ())
        number = int(index) if index.isascii() and index.isdigit() and len(index) < 8 else len(items)
        return items[number] if number < len(items) else None

    def _item(self, node: Node) -> Iterator[Found]:
        if isinstance(node, Text):
            yield from self._text(node)
        elif isinstance(node, Floating) and node.data is not None:
            yield from self._notes(node.captions)
            yield from self._table(node, node.data)
            yield from self._notes(node.footnotes)
        elif isinstance(node, Floating):
            yield from picture("", self._place(node))

    def _notes(self, refs: Sequence[Ref]) -> Iterator[Found]:
        for name in self._refs(refs):
            node = self._resolve(name)
            if name not in self._seen and isinstance(node, Text):
                self._seen.add(name)
                yield from self._text(node)

    def _text(self, node: Text) -> Iterator[Found]:
        text = node.text or node.orig
        if node.label == "formula":
            text = f"$${text}$$"
        if node.marker and not _BULLET.match(node.marker) and not text.startswith(node.marker):
            text = f"{node.marker}{text}"
        heading = {"title": 1, "section_header": node.level or 1}.get(node.label)
        yield from lines(text, self._place(node), _ROLES.get(node.label, Role.BODY), heading)

    def _place(self, node: Node) -> Place:
        where = next(iter(node.prov), None)
        if where is None or where.page_no < 1:
            return place_of(None)
        return place_of(where.page_no, self._box(where.bbox, where.page_no))

    def _box(self, bounds: Bounds, page: int) -> Box | None:
        item = self._document.pages.get(str(page))
        if item is None:
            return None
        top, bottom = bounds.t, bounds.b
        if bounds.coord_origin == "BOTTOMLEFT":
            top, bottom = item.size.height - bounds.t, item.size.height - bounds.b
        return box_of((bounds.l, top, bounds.r, bottom), item.size.width, item.size.height)

    def _is_small_picture(self, node: Node) -> bool:
        """A seal's writing is no text of the notice."""
        return node.label == "picture" and not any(picture("", self._place(node)))

    def _table(self, node: Floating, data: TableData) -> Iterator[Found]:
        place = self._place(node)
        table = grid_of((self._cell(cell, place.page) for cell in data.table_cells), place)
        if table is None:
            yield from lost_table(place)
            return
        yield from (Found(block) for block in raised(table, gap=True))

    def _cell(self, cell: TableCell, page: int | None) -> Cell:
        box = self._box(cell.bbox, page) if cell.bbox is not None and page is not None else None
        return Cell(
            row=cell.start_row_offset_idx,
            column=cell.start_col_offset_idx,
            row_span=max(1, cell.end_row_offset_idx - cell.start_row_offset_idx),
            column_span=max(1, cell.end_col_offset_idx - cell.start_col_offset_idx),
            text=written(cell.text).strip(),
            place=place_of(page, box),
        )
