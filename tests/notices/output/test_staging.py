from pathlib import Path

import pytest

from notices.output.staging import OutputError, staging


def test_an_interruption_leaves_the_earlier_files(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text("old")

    def interrupted() -> None:
        with staging(tmp_path) as stage:
            stage.path("a").write_text("new")
            stage.drop("b")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "old", "b": "old"}


def test_files_appear_only_at_the_end(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    with staging(folder) as stage:
        stage.path("a").write_text("new")
        assert not (folder / "a").exists()
    assert [path.name for path in folder.iterdir()] == ["a"]


def test_what_the_system_refuses_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(OutputError, match="run again"), staging(tmp_path / "taken"):
        pass
