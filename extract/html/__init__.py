"""Web pages, and HTML that other formats carry: tree, furniture, lines, tables."""
