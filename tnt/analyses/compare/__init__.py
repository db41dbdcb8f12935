"""What a change does: in rules, and in hours that add up."""
