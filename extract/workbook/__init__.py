"""Workbooks (XLSX, XLS): sheets as they are shown → pages with their tables."""
