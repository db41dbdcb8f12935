"""People counted more than once in a table: rows, sexes and ages that are the sum of others."""
