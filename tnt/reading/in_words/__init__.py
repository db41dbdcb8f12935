"""Other words than the language has: keys, ids, roles, conditions, outcomes, strengths, frequencies that end."""
