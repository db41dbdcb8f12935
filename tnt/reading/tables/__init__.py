"""Tables somebody else made, read as a lists file says."""
