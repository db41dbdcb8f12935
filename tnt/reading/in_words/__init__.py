"""What is read in other words than it is written in: keys, ids, roles, conditions, outcomes, strengths, and frequencies with an end."""
