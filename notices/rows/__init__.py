"""A canonical notice → the rows of every table."""

from notices.rows.notice import notice_rows

__all__ = ["notice_rows"]
