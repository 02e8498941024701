"""Checks over a whole archive: what two notices say of the same money (档案核对)."""

from notices.archive.stage import with_archive_checks

__all__ = ["with_archive_checks"]
