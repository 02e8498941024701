"""A file becomes pages, sections and a printed notice: what stands on the page, and where; nothing corrected."""
