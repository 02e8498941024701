"""The reference lists: data files with their source written in them, and the code that looks things up."""
