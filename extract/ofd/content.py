"""A page → its objects in the order they are painted, each with its way to the page."""

from collections.abc import Iterator
from typing import NamedTuple

from extract.ofd.document import PageRef, Resources, box_of
from extract.ofd.package import Package
from extract.ofd.xml import Numbers, child, children, is_seen, name_of, placed
from extract.pdf.drawing import MOST_OBJECTS
from extract.pdf.matrix import IDENTITY, Matrix
from extract.readers.contract import FormatError
from extract.word.xml import Element

_LAYERS = {"Background": 0, "Body": 1, "Foreground": 2}
_DEEPEST = 8


class Item(NamedTuple):
    """A text, path or picture; `matrix` leads from its own coordinates to millimetres."""

    kind: str
    element: Element
    matrix: Matrix


class Content(NamedTuple):
    """What stands on a page, and the part of it that is shown."""

    box: Numbers
    items: tuple[Item, ...]
    resources: Resources


def content_of(package: Package, page: PageRef) -> Content:
    """Read a page with its templates; raises `FormatError` where it is missing or damaged."""
    root = package.xml(page.name)
    resources = page.common.resources
    resources.load(page.name, children(root, "PageRes"))
    walk = _Walk(resources)
    below, above = (
        _templates(package, page, root, "Background"),
        _templates(package, page, root, "Foreground"),
    )
    items = tuple(item for part in (*below, root, *above) for item in walk.layers(part))
    return Content(box_of(child(root, "Area")) or page.common.box, items, resources)


def _templates(package: Package, page: PageRef, root: Element, order: str) -> list[Element]:
    found = [t for t in children(root, "Template") if (t.get("ZOrder") or "Background") == order]
    names = [page.common.templates.get(template.get("TemplateID") or "") for template in found]
    if None in names:
        raise FormatError("ofd-part-missing", name="Template")
    return [package.xml(name) for name in names if name is not None]


class _Walk:
    """Walks the objects of one page; more than `MOST_OBJECTS` are not seen."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._left = MOST_OBJECTS

    def layers(self, root: Element) -> Iterator[Item]:
        """The objects of all layers, the lowest first."""
        content = child(root, "Content")
        layers = list(children(content, "Layer")) if content is not None else []
        for layer in sorted(layers, key=lambda one: _LAYERS.get(one.get("Type") or "Body", 1)):
            yield from self._objects(layer, IDENTITY, 0)

    def _objects(self, parent: Element, matrix: Matrix, depth: int) -> Iterator[Item]:
        for element in children(parent):
            self._left -= 1
            if self._left < 0:
                return
            if is_seen(element):
                yield from self._object(element, matrix, depth)

    def _object(self, element: Element, matrix: Matrix, depth: int) -> Iterator[Item]:
        kind = name_of(element)
        if kind in {"TextObject", "PathObject", "ImageObject"}:
            yield Item(kind, element, placed(element, matrix))
        elif kind == "PageBlock" and depth < _DEEPEST:
            yield from self._objects(element, matrix, depth + 1)
        elif kind == "CompositeObject" and depth < _DEEPEST:
            unit = self._resources.units.get(element.get("ResourceID") or "")
            content = child(unit, "Content") if unit is not None else None
            if content is not None:
                yield from self._objects(content, placed(element, matrix), depth + 1)
