from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from notices.inputs import InputFile
from notices.jobs import jobs_for


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """One of eight cores with so many gigabytes to spare."""

    def has(gigabytes: int) -> None:
        spare = SimpleNamespace(available=gigabytes << 30)
        monkeypatch.setattr("notices.jobs.os.cpu_count", lambda: 8)
        monkeypatch.setattr("notices.jobs.psutil.virtual_memory", lambda: spare)

    return has


def of(path: Path) -> InputFile:
    return InputFile(path=path, source=path.name, must_read=False)


def files(tmp_path: Path, count: int, suffix: str) -> list[InputFile]:
    return [of(tmp_path / f"{number}{suffix}") for number in range(count)]


@pytest.mark.parametrize(
    ("count", "suffix", "gigabytes", "jobs"),
    [
        (0, ".txt", 64, 0),  # nothing to do
        (20, ".txt", 64, 0),  # done before a process has started
        (40, ".txt", 64, 1),  # enough that one of them may need bounds
        (130, ".txt", 64, 2),  # as many as pay
        (4000, ".txt", 64, 8),  # one a core
        (5, ".pdf", 64, 2),  # pages take longer
        (1, ".pdf", 64, 1),
        (400, ".PDF", 64, 8),
        (400, ".pdf", 3, 3),  # memory for three
        (400, ".pdf", 0, 1),  # none to spare: one at a time
    ],
)
def test_processes_follow_cores_work_and_memory(
    tmp_path: Path,
    machine: Callable[[int], None],
    count: int,
    suffix: str,
    gigabytes: int,
    jobs: int,
) -> None:
    machine(gigabytes)
    assert jobs_for(files(tmp_path, count, suffix)) == jobs


def test_a_notice_with_annexes_is_work_as_a_file_of_pages_is(
    tmp_path: Path, machine: Callable[[int], None]
) -> None:
    machine(64)
    folders = [tmp_path / f"{number}.notice" for number in range(8)]
    for folder in folders:
        folder.mkdir()
    assert jobs_for([of(folder) for folder in folders]) == 4


def test_cores_that_are_not_known_are_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notices.jobs.os.cpu_count", lambda: None)
    assert jobs_for(files(tmp_path, 400, ".pdf")) == 1
