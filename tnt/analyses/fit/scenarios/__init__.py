"""A choice or a way to make room as a scenario, so that estimate, report, compare and years run on it."""
