"""What was read where: each page with its sections, cells, lines and flagged values drawn on it."""

from notices.overlay.crop import crop
from notices.overlay.write import write_overlay

__all__ = ["crop", "write_overlay"]
