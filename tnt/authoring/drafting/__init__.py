"""`tnt new lists`: a lists file drafted from a table that nobody has described."""
