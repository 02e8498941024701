"""Word files (DOCX): paragraphs with their automatic numbers, tables with their spans."""
