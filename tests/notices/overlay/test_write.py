import io
from pathlib import Path

import pytest
from PIL import Image

from notices.loading import Content
from notices.output.staging import OutputError
from notices.overlay import write as write_module
from notices.overlay import write_overlay
from notices.overlay.write import NoPagesError
from notices.process import Examined, examine
from schemas.dataset.codes import TextOrigin
from schemas.document import Document, Page
from tests.extract.pdf.made import PDF
from tests.notices.overlay.paper import examined, notice

FILES = ["a.page-01.png", "a.page-02.png"]


@pytest.fixture
def content() -> Content:
    return Content(media_type=PDF, data=notice())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_page_is_a_file_named_by_its_number(content: Content, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "pages"
    written = write_overlay(content, examined(), "a.pdf", folder)
    assert names(folder) == FILES == [path.name for path in written.files]
    assert written.missing == ()
    for path in written.files:
        with Image.open(path) as image:
            assert (image.format, image.width) == ("PNG", 1654 + 182 + 595)


def test_older_sheets_of_the_file_go_and_other_files_stay(content: Content, tmp_path: Path) -> None:
    for name in ("a.page-03.png", "b.page-03.png", "a.page-3.txt", "a.png"):
        (tmp_path / name).write_bytes(b"old")
    write_overlay(content, examined(), "a.pdf", tmp_path)
    assert names(tmp_path) == sorted([*FILES, "a.page-3.txt", "a.png", "b.page-03.png"])


def test_an_interrupted_writing_leaves_what_was_there(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / FILES[0]).write_bytes(b"old")
    drawn = []

    def once(page: Image.Image, *_: object, **__: object) -> Image.Image:
        if drawn:
            raise KeyboardInterrupt
        drawn.append(page)
        return page

    monkeypatch.setattr(write_module, "sheet", once)
    with pytest.raises(KeyboardInterrupt):
        write_overlay(content, examined(), "a.pdf", tmp_path)
    assert names(tmp_path) == FILES[:1]
    assert (tmp_path / FILES[0]).read_bytes() == b"old"


def test_a_text_has_no_pages(tmp_path: Path) -> None:
    data = "关于下达资金的通知".encode()
    content = Content(media_type="text/plain", data=data)
    with pytest.raises(NoPagesError, match=r"a\.txt is text/plain, which has no pages"):
        write_overlay(content, examine(data, "text/plain"), "a.txt", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_file_where_the_folder_should_be_is_told(content: Content, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(OutputError, match="can't be written"):
        write_overlay(content, examined(), "a.pdf", tmp_path / "out")


def _blank(*numbers: int) -> Examined:
    """A document of pages on which nothing was read."""
    pages = tuple(Page(number=number, blocks=()) for number in numbers)
    document = Document(media_type="image/tiff", text_origin=TextOrigin.OCR, pages=pages)
    return Examined(document=document, parts=())


@pytest.mark.parametrize(
    ("pages", "missing"),
    [
        ((1, 2), ()),
        ((1,), ()),  # the second couldn't be read: it is drawn all the same
        ((1, 2, 3), (3,)),  # no picture could be made of the third
    ],
)
def test_pages_are_drawn_even_where_nothing_was_read(
    tmp_path: Path, pages: tuple[int, ...], missing: tuple[int, ...]
) -> None:
    buffer = io.BytesIO()
    paper = Image.new("L", (200, 300), 255)
    paper.save(buffer, "TIFF", save_all=True, append_images=[paper])
    content = Content(media_type="image/tiff", data=buffer.getvalue())
    written = write_overlay(content, _blank(*pages), "scan.tif", tmp_path)
    assert [path.name for path in written.files] == ["scan.page-01.png", "scan.page-02.png"]
    assert written.missing == missing
