"""A file becomes pages, sections and a printed notice: what stands on the page; nothing corrected."""

from extract.notice import printed_notices
from extract.outline import outline
from extract.readers import media_type_of, page_images, read

__all__ = ["media_type_of", "outline", "page_images", "printed_notices", "read"]
