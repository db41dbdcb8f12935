"""How sure the hours are, and what to measure first."""
