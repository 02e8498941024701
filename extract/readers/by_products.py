"""What an OCR engine writes beside its reading of a notice, by the names it gives: no further notices.

MinerU writes the same reading up to five times, the page's crops, and the PDF with boxes drawn on it;
PaddleOCR pictures of what it saw. Each would be read as a notice of its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TypeVar

AnyPath = TypeVar("AnyPath", bound=PurePath)
Folders = Mapping[PurePath, Mapping[str, AnyPath]]

# The reading that keeps most comes first.
_READINGS = ("_middle.json", "_content_list.json", "_content_list_v2.json")
_OTHERS = (".md", "_model.json", "_layout.pdf", "_span.pdf", "_spans.pdf", "_origin.pdf")
# What its service packs beside them.
_WHOLE, _TEXT = "layout.json", "full.md"
_MINERU_CROPS, _PADDLE_CROPS = "images", "imgs"
_PADDLE = "_res.json"
_DRAWN = re.compile(
    r"_(?:(?:layout_det|region_det|layout_order|overall_ocr|formula|seal)_res\w*|ocr_res_img|preprocessed_img"
    r"|table_cell_img|table_\d+)\.(?:png|jpe?g|bmp|tiff?|webp|xlsx|html)$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(.+)_(\d{1,4})_res\.json$")


def by_products(paths: Sequence[AnyPath]) -> frozenset[AnyPath]:
    """Those of the paths that only repeat or illustrate another one."""
    folders: dict[PurePath, dict[str, AnyPath]] = defaultdict(dict)
    for path in paths:
        folders[path.parent][path.name] = path
    return frozenset(path for folder in tuple(folders) for path in _of_folder(folder, folders))


def _of_folder(folder: PurePath, folders: "Folders[AnyPath]") -> Iterator[AnyPath]:
    files = folders[folder]
    mineru = {name.removesuffix(end) for end in _READINGS[:2] for name in files if name.endswith(end)}
    paddle = {name.removesuffix(_PADDLE) for name in files if name.endswith(_PADDLE)}
    yield from (files[name] for name in _of_mineru(mineru, files) if name in files)
    yield from (
        path for name, path in files.items() if _DRAWN.search(name) and _DRAWN.sub("", name) in paddle
    )
    yield from (files[f"{stem}.md"] for stem in paddle if f"{stem}.md" in files)
    for crops, is_there in ((_MINERU_CROPS, mineru), (_PADDLE_CROPS, paddle)):
        if is_there:
            yield from folders.get(folder / crops, {}).values()


def _of_mineru(stems: set[str], files: Mapping[str, object]) -> Iterator[str]:
    packed = len(stems) == 1 and _WHOLE in files and _TEXT in files
    for stem in stems:
        readings = [stem + end for end in _READINGS if stem + end in files]
        yield from readings if packed else readings[1:]
        yield from (stem + end for end in _OTHERS)
    if packed:
        yield _TEXT


def pages_together(paths: Sequence[AnyPath]) -> dict[AnyPath, tuple[AnyPath, ...]]:
    """Files of PaddleOCR that are the pages of one: the first with the others, where none is missing."""
    groups: dict[PurePath, dict[int, AnyPath]] = defaultdict(dict)
    for path in paths:
        found = _PAGE.match(path.name)
        if found:
            groups[path.parent / found[1]][int(found[2])] = path
    return {
        pages[0]: tuple(pages[number] for number in range(1, len(pages)))
        for pages in groups.values()
        if len(pages) > 1 and set(pages) == set(range(len(pages)))
    }
