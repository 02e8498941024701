"""The sheets of a file, one picture a page, written all or none."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from PIL import Image

from extract import page_images
from extract.readers.contract import FormatError
from extract.readers.pages import PAGED
from notices.loading import Content
from notices.output.staging import staging
from notices.overlay.crop import picture
from notices.overlay.marks import PageMarks, page_marks
from notices.overlay.sheet import sheet
from notices.process import Examined
from schemas.errors import NoticesError
from schemas.model import Frozen


class NoPagesError(NoticesError):
    """A file that has no pages to draw on."""


class Written(Frozen):
    """The files written, and the pages of the document that no picture could be made of."""

    files: tuple[Path, ...]
    missing: tuple[int, ...]


def write_overlay(content: Content, examined: Examined, name: str, folder: Path) -> Written:
    """Write `STEM.page-NN.png` for each page of the file called `name`; older ones of it are replaced.

    Raises NoPagesError for text, OutputError where the folder can't be written to.
    """
    refuse_text(content.media_type, name)
    stem = PurePath(name).stem
    marks = page_marks(examined)
    digits = max(2, len(str(max(marks, default=1))))
    drawn: dict[int, str] = {}
    try:
        with staging(folder) as stage:
            for number, picture_of in _sheets(content, marks, name):
                drawn[number] = f"{stem}.page-{number:0{digits}}.png"
                picture_of.save(stage.path(drawn[number]), format="PNG")
            for stale in _earlier(folder, stem) - set(drawn.values()):
                stage.drop(stale)
    except FormatError as error:
        raise NoPagesError(f"{name} can't be drawn: {error}") from error
    missing = tuple(number for number in marks if number not in drawn)
    return Written(files=tuple(folder / file for file in drawn.values()), missing=missing)


def refuse_text(media_type: str, name: str) -> None:
    """Raises NoPagesError where files of this kind have no pages."""
    if media_type not in PAGED:
        advice = "leave --overlay out, or give the PDF or picture that it was made from"
        raise NoPagesError(f"{name} is {media_type}, which has no pages to draw on; {advice}")


def _sheets(content: Content, marks: Mapping[int, PageMarks], name: str) -> Iterator[tuple[int, Image.Image]]:
    for number, raster in page_images(content.data, content.media_type):
        page = marks.get(number, PageMarks(number=number))
        yield number, sheet(picture(raster), page, name, count=len(marks))


def _earlier(folder: Path, stem: str) -> set[str]:
    """Names of the sheets that an earlier writing of this file has left."""
    ours = re.compile(rf"{re.escape(stem)}\.page-\d+\.png")
    return {path.name for path in folder.iterdir() if ours.fullmatch(path.name)}
