"""People times weights: hours per list and role, and what is missing of them."""
