import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from notices.inputs import InputError, find_inputs
from notices.loading import Content, Refusal, load

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="names and links that Windows doesn't have")


def files(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def sources(*inputs: Path, output: Path | None = None) -> list[str]:
    return [file.source for file in find_inputs(inputs, output=output)]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], []),
        (["b.txt", "a.txt"], ["a.txt", "b.txt"]),
        (["a/b.txt", "a-b.txt", "a.txt"], ["a/b.txt", "a-b.txt", "a.txt"]),  # by the parts of the path
        ([".a.txt", ".git/a.txt", "~$a.docx", "b.txt"], ["b.txt"]),  # hidden; Office's lock file
        (["资金 下达/一 二.txt", "n" * 200 + ".txt"], ["n" * 200 + ".txt", "资金 下达/一 二.txt"]),
    ],
)
def test_a_folder_gives_its_files_in_order(tmp_path: Path, names: Sequence[str], expected: list[str]) -> None:
    files(tmp_path, *names)
    assert sources(tmp_path) == expected


def test_a_single_file_goes_by_its_name(tmp_path: Path) -> None:
    files(tmp_path, ".hidden")
    [file] = find_inputs([tmp_path / ".hidden"])
    assert (file.source, file.must_read) == (".hidden", True)


def test_of_several_inputs_each_has_its_name_in_front(tmp_path: Path) -> None:
    files(tmp_path, "y/a.txt", "x/b/c.txt", "z.txt")
    assert sources(tmp_path / "y", tmp_path / "x", tmp_path / "z.txt") == ["y/a.txt", "x/b/c.txt", "z.txt"]


def test_inputs_of_one_name_are_told_apart(tmp_path: Path) -> None:
    files(tmp_path, "2020/in/a.txt", "2021/in/a.txt")
    assert sources(tmp_path / "2020/in", tmp_path / "2021/in") == ["2020/in/a.txt", "2021/in/a.txt"]


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        (["in", "in"], ["a.txt", "b/c.bin"]),  # twice the same is one input
        (["in", "in/b"], ["in/a.txt", "in/b/c.bin"]),
        (["in/b", "in"], ["b/c.bin", "in/a.txt"]),
        (["in", "in/b/c.bin"], ["in/a.txt", "in/b/c.bin"]),
    ],
)
def test_no_file_is_listed_twice(tmp_path: Path, inputs: Sequence[str], expected: list[str]) -> None:
    files(tmp_path, "in/a.txt", "in/b/c.bin")
    assert sources(*(tmp_path / name for name in inputs)) == expected


def test_a_file_given_by_name_must_be_read_though_its_folder_came_first(tmp_path: Path) -> None:
    files(tmp_path, "a.bin", "b.bin")
    found = find_inputs([tmp_path, tmp_path / "b.bin"])
    assert [file.must_read for file in found] == [False, True]


def test_a_relative_input_is_the_same_as_its_absolute_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files(tmp_path, "in/a.txt")
    monkeypatch.chdir(tmp_path / "in")
    assert sources(Path(), Path("..") / "in") == ["a.txt"]


def test_the_output_is_never_read(tmp_path: Path) -> None:
    files(tmp_path, "a.txt", "out/notices.csv", "out/report/index.html")
    assert sources(tmp_path, output=tmp_path / "out") == ["a.txt"]


def test_the_output_may_lie_above_the_input(tmp_path: Path) -> None:
    files(tmp_path, "in/a.txt")
    assert sources(tmp_path / "in", output=tmp_path) == ["a.txt"]


@POSIX
def test_links_are_followed_and_loops_are_not(tmp_path: Path) -> None:
    files(tmp_path, "in/a/b.txt", "elsewhere/c.txt")
    (tmp_path / "in/a/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "in/nowhere.txt").symlink_to(tmp_path / "gone")
    assert sources(tmp_path / "in") == ["a/b.txt", "link/c.txt", "nowhere.txt"]


@POSIX
def test_any_name_becomes_text_that_can_be_written(tmp_path: Path) -> None:
    for name in (b"line\nbreak.txt", b"\xb2\xa6.txt"):  # the second is GB18030 on a UTF-8 system
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text("")  # noqa: PTH118  pathlib has no bytes
    assert [source.encode() for source in sources(tmp_path)] == [b"line\nbreak.txt", rb"\udcb2\udca6.txt"]


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt isn't there"):
        find_inputs([tmp_path, tmp_path / "gone.txt"])


def test_the_output_is_no_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="both input and output"):
        find_inputs([tmp_path], output=tmp_path / "in" / "..")


@pytest.mark.parametrize(
    ("name", "by_name", "media_type"),
    [
        ("a.txt", False, "text/plain"),
        ("a.pdf", False, "application/pdf"),  # known, though this version has no reader for it
        ("a.bin", False, None),
        ("a", False, None),
        ("a.bin", True, "text/plain"),  # given by name: tried as text
    ],
)
def test_which_files_are_read(tmp_path: Path, name: str, by_name: bool, media_type: str | None) -> None:
    files(tmp_path, name)
    [file] = find_inputs([tmp_path / name if by_name else tmp_path])
    content = load(file)
    expected = media_type and Content(media_type=media_type, data=name.encode())
    assert content == expected


@pytest.mark.parametrize(("size", "kind"), [(20, Content), (21, Refusal)])
def test_a_text_beyond_the_limit_is_refused(tmp_path: Path, size: int, kind: type) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * size)
    [file] = find_inputs([tmp_path])
    assert type(load(file, text_limit=20)) is kind


@POSIX
def test_a_pipe_in_a_folder_does_not_stop_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    [file] = find_inputs([tmp_path])
    assert load(file) is None


@POSIX
def test_a_link_into_nowhere_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    [file] = find_inputs([tmp_path])
    refusal = load(file)
    assert isinstance(refusal, Refusal)
    assert refusal.media_type == "text/plain"
    assert refusal.reason.code == "gone"
