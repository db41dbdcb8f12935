"""Ways to make room in the reader's words."""
