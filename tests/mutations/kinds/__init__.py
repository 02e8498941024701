"""Every kind of mutation, by what it touches."""

from tests.mutations.kinds import amounts, header, names, parts, performance, rows, targets, units, years
from tests.mutations.kinds.registry import KINDS

__all__ = ["KINDS", "amounts", "header", "names", "parts", "performance", "rows", "targets", "units", "years"]
