"""Ways to make room for something new, so that the load stays as it is."""
