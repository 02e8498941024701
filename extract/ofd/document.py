"""The archive's documents → their pages, with templates and resources found."""

from collections.abc import Iterator
from typing import NamedTuple

from extract.ofd.package import Package
from extract.ofd.xml import Numbers, child, children, numbers, text_of
from extract.readers.contract import MOST_PAGES, FormatError
from extract.word.xml import Element

_ROOT = "OFD.xml"
_A4: Numbers = (0, 0, 210, 297)


class Resources:
    """What objects refer to by number: files of pictures, and drawings used more than once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.media: dict[str, str] = {}
        self.units: dict[str, Element] = {}

    def load(self, base: str, locations: Iterator[Element]) -> None:
        """Add what these resource files list; one that can't be read takes nothing else with it."""
        for location in locations:
            name = self._package.resolved(base, text_of(location))
            try:
                root = self._package.xml(name)
            except FormatError:
                continue  # what refers to it will be missed where it is used
            folder = f"{name.rpartition('/')[0]}/{root.get('BaseLoc') or ''}"
            self._take(root, folder)

    def _take(self, root: Element, folder: str) -> None:
        for media in (m for group in children(root, "MultiMedias") for m in children(group, "MultiMedia")):
            file = text_of(child(media, "MediaFile"))
            beside = f"{folder}/{file}"
            self.media[media.get("ID") or ""] = beside if self._package.has(beside) else file
        units = (group for group in children(root, "CompositeGraphicUnits"))
        for unit in (u for group in units for u in children(group, "CompositeGraphicUnit")):
            self.units[unit.get("ID") or ""] = unit


class Common(NamedTuple):
    """What all pages of one document share."""

    name: str
    box: Numbers
    templates: dict[str, str]
    resources: Resources


class PageRef(NamedTuple):
    """A page that is still to be read."""

    name: str
    common: Common


def page_refs(package: Package) -> tuple[tuple[PageRef, ...], tuple[str, ...]]:
    """The pages of every document in the archive, and the names of files attached to them.

    Raises `FormatError` where no document can be read or none has pages.
    """
    root = package.xml(_ROOT)
    roots = [text_of(child(body, "DocRoot")) for body in children(root, "DocBody")]
    found: list[PageRef] = []
    attached: list[str] = []
    for name in (package.resolved(_ROOT, location) for location in roots if location):
        document = package.xml(name)
        common = _common(package, name, document)
        pages = (page for group in children(document, "Pages") for page in children(group, "Page"))
        found += [PageRef(package.resolved(name, page.get("BaseLoc") or ""), common) for page in pages]
        attached += _attached(package, name, document)
    if not found:
        raise FormatError("ofd-no-pages")
    return tuple(found[: MOST_PAGES + 1]), tuple(attached)


def _common(package: Package, name: str, document: Element) -> Common:
    common = child(document, "CommonData")
    resources = Resources(package)
    if common is None:
        return Common(name, _A4, {}, resources)
    resources.load(name, children(common, "PublicRes", "DocumentRes"))
    templates = {
        template.get("ID") or "": package.resolved(name, template.get("BaseLoc") or "")
        for template in children(common, "TemplatePage")
    }
    area = child(common, "PageArea")
    return Common(name, box_of(area) or _A4, templates, resources)


def box_of(area: Element | None) -> Numbers | None:
    """What of a page is shown: x, y, width, height in millimetres; null where it has no size."""
    if area is None:
        return None
    for kind in ("CropBox", "PhysicalBox", "ApplicationBox"):
        box = numbers(text_of(child(area, kind)), 4)
        if box and min(box[2:]) >= 1:
            return box
    return None


def _attached(package: Package, name: str, document: Element) -> Iterator[str]:
    location = text_of(child(document, "Attachments"))
    if not location:
        return
    try:
        root = package.xml(package.resolved(name, location))
    except FormatError:
        return  # a list that can't be read names nothing
    for attachment in children(root, "Attachment"):
        if (attachment.get("Visible") or "true").strip().lower() == "true":
            yield text_of(child(attachment, "FileLoc")).rpartition("/")[2] or attachment.get("Name") or "?"
