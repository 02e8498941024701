"""Arrows point down only; the library doesn't know the command line (contracts in pyproject.toml)."""

from importlinter.cli import lint_imports


def test_import_contracts() -> None:
    assert lint_imports(no_cache=True) == 0
