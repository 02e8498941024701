"""The documentation is under test: its commands exist, its links lead somewhere, its lists are today's."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "samples" / "README.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_commands_of_the_readme_exist(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    named = set(re.findall(r"`notices ([a-z]+)", text))
    done = subprocess.run(
        [sys.executable, "-m", "notices", "--help"], capture_output=True, text=True, cwd=ROOT, check=True
    )
    there = set(re.findall(r"^  ([a-z]+)  ", done.stdout, flags=re.MULTILINE))
    assert named == there


def test_both_readmes_give_the_same_commands() -> None:
    names = ("README.md", "README.zh.md")
    blocks = [re.findall(r"```sh\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL) for name in names]
    assert blocks[0] == blocks[1]


def test_the_shown_output_is_real(tmp_path: Path) -> None:
    shown = re.search(
        r"\$ notices run archive -o dataset\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL
    )
    assert shown
    output = tmp_path / "dataset"
    command = [sys.executable, "-m", "notices", "run", str(ROOT / "samples" / "notices"), "-o", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=True)
    assert done.stderr.replace(str(output), "dataset") == shown[1]
