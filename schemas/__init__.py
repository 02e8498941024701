"""What a notice is, what the dataset's tables are, and the reference lists both rest on."""
