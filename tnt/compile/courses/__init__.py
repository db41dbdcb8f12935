"""What lasts for some years: how much of it there is, and who is in it."""
