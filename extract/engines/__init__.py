"""What other OCR engines write (MinerU, PaddleOCR, docling), each format in a module of its own."""
