"""A file becomes pages, sections and a printed notice: what stands on the page; nothing corrected."""

from extract.notice import printed_notices
from extract.readers import media_type_of, read

__all__ = ["media_type_of", "printed_notices", "read"]
