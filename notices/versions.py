"""Versions of the program and of what it stands on, as `run.json` and `notices doctor` name them."""

import platform
from importlib.metadata import version

PROGRAM = "fiscal-notices"

LIBRARIES = ("charset-normalizer", "pandas", "pyarrow", "pydantic", "rapidfuzz", "scipy")
"""Those whose version may change what is read or written."""


def versions() -> dict[str, str]:
    """Each version by name, the program first."""
    libraries = {name: version(name) for name in LIBRARIES}
    return {PROGRAM: version(PROGRAM), "python": platform.python_version(), **libraries}
