"""OCR engines: one module each, one contract."""
