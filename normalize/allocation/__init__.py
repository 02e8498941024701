"""Allocation tables: what columns and rows are, who gets what, in which unit."""
