"""The files that tables stand in: CSV and Parquet, opened within limits."""
