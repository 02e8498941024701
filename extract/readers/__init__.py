"""Readers: one module an input format, one contract (`contract.Reader`), chosen by content."""

from extract.readers.choose import media_type_of, read
from extract.readers.pages import page_images

__all__ = ["media_type_of", "page_images", "read"]
