"""Read in other words than it is written in: keys, ids, roles, conditions, outcomes, strengths, frequencies that end."""
