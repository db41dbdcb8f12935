"""What files may say that cannot be meant: checks of names, ranges and contradictions."""
