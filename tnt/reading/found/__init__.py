"""What guidelines name and tnt ships: found, and no more of it than is named."""
