"""The application: read a folder, run the stages, write the dataset and the report."""
