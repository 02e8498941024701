"""The dataset's tables: each column declared once."""
