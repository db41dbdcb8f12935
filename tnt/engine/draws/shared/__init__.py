"""Work that is done once, draw by draw."""
