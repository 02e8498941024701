"""What a person is shown of a dataset, before it is laid out as a page or on the terminal."""
