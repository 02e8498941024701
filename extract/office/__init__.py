"""LibreOffice, where it is installed: formats that nothing else reads become ones that are."""
