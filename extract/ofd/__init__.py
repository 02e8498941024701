"""OFD (GB/T 33190-2016): an archive of XML pages with placed characters, lines and pictures."""
