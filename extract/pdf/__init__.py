"""PDF pages: text layer, or pixels for OCR."""
