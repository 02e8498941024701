"""A printed notice becomes a canonical one, with the findings that say what can't be trusted."""

from normalize.checks import check
from normalize.notice import normalize

__all__ = ["check", "normalize"]
