"""What a figure was measured on: machine, Python, commit."""

import os
import platform
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def describe() -> str:
    """One line: processor, cores, memory, Python, commit (`+` where the tree has changes)."""
    commit = _git("rev-parse", "--short", "HEAD") or "no commit"
    changed = "+" if _git("status", "--porcelain") else ""
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{_memory()}"
    return f"{system}, Python {platform.python_version()}, commit {commit}{changed}"


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _memory() -> str:
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return ""
    return f", {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB"
