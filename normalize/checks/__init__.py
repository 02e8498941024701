"""The checks: each a small function over a canonical notice, one code each where it can be."""

from normalize.checks.all import check

__all__ = ["check"]
