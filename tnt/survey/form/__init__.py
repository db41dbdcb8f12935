"""The form of a time survey: what it asks, on paper and as a workbook."""
