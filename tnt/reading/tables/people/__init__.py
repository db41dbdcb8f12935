"""People by list, sex and age, and what a table does not tell of them."""
