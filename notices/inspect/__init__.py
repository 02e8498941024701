"""Notices on the terminal."""

from notices.inspect.notices import show

__all__ = ["show"]
