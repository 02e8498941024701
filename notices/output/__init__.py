"""The dataset's files: tables as CSV and Parquet, their description, the record of the run."""
