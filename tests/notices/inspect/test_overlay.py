"""`notices inspect --overlay` through the command."""

from pathlib import Path

import pytest
from PIL import Image

from notices.overlay.style import SEVERITY
from schemas.dataset.codes import Severity
from tests.notices.commands import Command, command
from tests.notices.overlay.paper import notice
from tests.notices.texts import notice_text


@pytest.fixture
def give(capfd: pytest.CaptureFixture[str]) -> Command:
    return command(capfd)


def test_the_pages_of_a_notice_are_drawn(give: Command, tmp_path: Path) -> None:
    (tmp_path / "通知.pdf").write_bytes(notice())
    answer = give("inspect", tmp_path / "通知.pdf", "--overlay", tmp_path / "out")
    assert (answer.code, answer.err) == (0, f"overlay: 2 pages in {tmp_path / 'out'}\n")
    assert "昌州财社〔2020〕50号" in answer.out
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "通知.page-01.png",
        "通知.page-02.png",
    ]
    with Image.open(tmp_path / "out" / "通知.page-02.png") as image:
        colours = {colour for _, colour in image.getcolors(1 << 20) or ()}
    assert SEVERITY[Severity.ERROR] in colours  # the total is wrong


@pytest.mark.parametrize("asked", [True, False])
def test_a_text_is_shown_and_refused_only_where_pages_are_asked_for(
    give: Command, tmp_path: Path, asked: bool
) -> None:
    (tmp_path / "a.txt").write_text(notice_text(), encoding="utf-8")
    overlay = ("--overlay", tmp_path / "out") if asked else ()
    answer = give("inspect", tmp_path / "a.txt", *overlay)
    assert answer.out
    assert answer.code == (2 if asked else 0)
    assert ("leave --overlay out" in answer.err) is asked
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_read_is_told_and_not_drawn(give: Command, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 broken")
    answer = give("inspect", tmp_path / "a.pdf", "--overlay", tmp_path / "out")
    assert answer.code == 1
    assert "not drawn" in answer.err
    assert not (tmp_path / "out").exists()


def test_a_file_where_the_folder_should_be_is_a_usage_error(give: Command, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(notice())
    (tmp_path / "out").write_bytes(b"")
    answer = give("inspect", tmp_path / "a.pdf", "--overlay", tmp_path / "out")
    assert answer.code == 2
    assert "can't be written" in answer.err
