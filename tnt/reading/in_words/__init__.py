"""What is read in other words than it is written in: keys, ids, roles, and frequencies with an end."""
